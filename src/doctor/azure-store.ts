import type { TriedStorage } from "../azure/try-storage.ts";
import { refuseMoved } from "../store/moving.ts";
import { broken, type CheckEnd, notChecked, ok } from "./check-end.ts";
import { faultSaid } from "./say.ts";

/** Whether the account can be reached, and whether its table is in use or was moved. */
export const checkAccount = async ({ table, queues, rows }: TriedStorage): Promise<CheckEnd> => {
  if (typeof table === "object" && !isAboutRights(table)) return refused("the tables of the storage account", table);
  if (typeof queues === "object" && !isAboutRights(queues)) return refused("the queues of the storage account", queues);
  if (typeof table === "object") return notChecked("the table may not be used, see the next line");
  if (!rows) return ok("the account answers; Gnist makes its table at its first start");
  try {
    await refuseMoved(rows);
  } catch (fault) {
    return faultSaid(fault, "Gnist does not start on such a store.");
  }
  return ok("the account answers, and the table is the one in use");
};

/** Whether Gnist's identity may write: a row, and a message of each queue. */
export const checkAccountRights = async ({ table, queues }: TriedStorage): Promise<CheckEnd> => {
  const missing = [
    ...(typeof table === "object" && isAboutRights(table) ? [["the table", "Storage Table Data Contributor", table] as const] : []),
    ...(typeof queues === "object" && isAboutRights(queues) ? [["the queues", "Storage Queue Data Contributor", queues] as const] : []),
  ];
  const [first] = missing;
  if (first)
    return broken(
      `${missing.map(([what]) => what).join(" and ")} may not be written (${first[2].say})`,
      "Gnist cannot keep what people write.",
      `Give Gnist's identity on the storage account the ${missing.length === 1 ? "role" : "roles"} ${missing.map(([, role]) => role).join(" and ")}, and wait some minutes. A connection string with a shared access signature needs the rights to add, update, delete and process.`,
    );
  if (typeof table === "object" || typeof queues === "object") return notChecked("the account did not answer");
  const notYet = [table === "missing" ? "the table" : [], queues === "missing" ? "the queues" : []].flat();
  if (notYet.length > 0)
    return ok(`${notYet.join(" and ")} may be written once Gnist has made ${notYet.length > 1 || queues === "missing" ? "them" : "it"}`);
  return ok("a row and a hidden message were written and deleted");
};

type Refusing = Exclude<TriedStorage["table"], string>;

/**
 * Azure's codes for an identity or a signature without the right, https://learn.microsoft.com/rest/api/storageservices/sas-error-codes and
 * https://learn.microsoft.com/rest/api/storageservices/common-rest-api-error-codes
 */
const isAboutRights = ({ code }: Refusing): boolean =>
  /^(AuthorizationPermissionMismatch|InsufficientAccountPermissions|AuthorizationResourceTypeMismatch)$/.test(code ?? "");

const refused = (what: string, { status, code, say }: Refusing): CheckEnd => {
  const [why, mend] = meaningOf(status, code ?? "");
  return broken(`${what} cannot be used (${say})`, why, mend);
};

const meaningOf = (status: number | undefined, code: string): readonly [why: string, mend: string] => {
  if (code === "AuthorizationFailure" || code === "AuthorizationSourceIPMismatch")
    return [
      "Azure lets nobody in from where this machine is, or the key may not do this.",
      "Allow this machine's network in the storage account, under Networking, or use its private endpoint. If that is right, copy the connection string anew from the account's access keys.",
    ];
  if (code === "KeyBasedAuthenticationNotPermitted")
    return ["The account takes no key.", "Use AZURE_STORAGE_ACCOUNT with a managed identity instead of AZURE_STORAGE_CONNECTION_STRING."];
  if (code === "AuthenticationFailed" || code === "InvalidAuthenticationInfo" || status === 401)
    return [
      "Azure does not accept the key or the token.",
      "Copy the connection string anew from the account's access keys. If it is right, look at the clock of this machine.",
    ];
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return ["No machine has that name.", "Check the account's name in the settings, and that this machine can look names up (DNS)."];
  if (code === "ECONNREFUSED" || code === "ETIMEDOUT" || code === "ECONNRESET")
    return ["Azure gave no answer.", "Let this machine reach the storage account with https, through the firewall or the proxy."];
  if (status === undefined)
    return [
      "Azure was not asked, or gave no answer in time. On a machine without a managed identity nobody can sign in by the account's name alone.",
      "Assign the managed identity to the machine or the app, or sign in with az login. Or use AZURE_STORAGE_CONNECTION_STRING.",
    ];
  return ["Azure refuses.", "Look the code up in Azure's list of storage error codes."];
};
