import type { TriedStorage } from "../azure/try-storage.ts";
import type { Rows } from "../ports.ts";
import { sayIfLater } from "../store/form.ts";
import { readMarker, sayMarker } from "../store/moving.ts";
import { broken, type CheckEnd, notChecked, ok } from "./check-end.ts";
import { faultSaid } from "./say.ts";

/** Why a start refuses the rows; undefined where it does not, or where that cannot be read: the tries to write then tell why. */
export const whyUnusable = async (rows: Rows): Promise<string | undefined> => {
  try {
    const later = await sayIfLater(rows);
    if (later !== undefined) return later;
    const marker = await readMarker(rows);
    return marker && sayMarker(marker);
  } catch {
    return undefined;
  }
};

/** Whether the account can be reached, and whether its table is in use, was moved, or is of a later release. */
export const checkAccount = ({ table, queues, unusable, rows }: TriedStorage): CheckEnd => {
  if (unusable !== undefined) return faultSaid(unusable, "Gnist does not start on such a store.");
  if (typeof table === "object" && !isAboutRights(table)) return refused("the tables of the storage account", table);
  if (typeof queues === "object" && !isAboutRights(queues)) return refused("the queues of the storage account", queues);
  if (typeof table === "object") return notChecked("the table may not be used, see the next line");
  return ok(
    rows ? "the account answers, and the table is the one in use" : "the account answers; Gnist makes its table at its first start",
  );
};

/** Whether Gnist's identity may write: a row and a message. */
export const checkAccountRights = ({ table, queues, unusable }: TriedStorage): CheckEnd => {
  if (unusable !== undefined) return notChecked("the store cannot be used, see the line above");
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
  if (code === "settings")
    return [
      "It is not whole, so that nobody was asked.",
      "Copy AZURE_STORAGE_CONNECTION_STRING anew, as one line, from the account's access keys.",
    ];
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
