import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStorage } from "../../src/azure/open-storage.ts";
import { tryStorage } from "../../src/azure/try-storage.ts";
import { checkAccount, checkAccountRights } from "../../src/doctor/azure-store.ts";
import { putMarker } from "../../src/store/moving.ts";
import { startAzurite } from "../azurite.ts";

let azurite: Awaited<ReturnType<typeof startAzurite>>;
beforeAll(async () => {
  azurite = await startAzurite();
});
afterAll(() => azurite.stop());

const examined = async (connectionString: string) => {
  const tried = await tryStorage({ connectionString });
  return { store: await checkAccount(tried), rights: await checkAccountRights(tried), offMs: tried.offMs };
};

const partOf = (name: string) => new RegExp(`${name}=([^;]+)`).exec(azurite.connectionString)?.[1] ?? "";

/**
 * The account by a shared access signature with these rights alone (`r` reads, `a` adds …). The form is that of version 2019-02-02,
 * https://learn.microsoft.com/rest/api/storageservices/create-account-sas
 */
const withRights = (rights: string): string => {
  const name = partOf("AccountName");
  const [version, services, types, until, protocol] = ["2019-02-02", "tq", "sco", "2100-01-01T00:00:00Z", "https,http"];
  const text = [name, rights, services, types, "", until, "", protocol, version, ""].join("\n");
  const signature = createHmac("sha256", Buffer.from(partOf("AccountKey"), "base64"))
    .update(text)
    .digest("base64");
  const query = new URLSearchParams({ sv: version, ss: services, srt: types, sp: rights, se: until, spr: protocol, sig: signature });
  return `TableEndpoint=${partOf("TableEndpoint")};QueueEndpoint=${partOf("QueueEndpoint")};SharedAccessSignature=${query}`;
};

describe("an account, before the first start and after it", () => {
  test("is right before, and nothing is made in it", async () => {
    for (const _ of [1, 2])
      expect(await examined(azurite.connectionString)).toMatchObject({
        store: { is: "ok", say: expect.stringContaining("Gnist makes its table at its first start") },
        rights: { is: "ok", say: expect.stringContaining("may be written once Gnist has made") },
      });
  });

  test("takes a row and messages afterwards, of which nothing stays, and tells how far the clock is off", async () => {
    const storage = await openStorage({ connectionString: azurite.connectionString });
    const { store, rights, offMs } = await examined(azurite.connectionString);
    expect([store, rights]).toEqual([
      { is: "ok", say: "the account answers, and the table is the one in use" },
      { is: "ok", say: "a row and a hidden message were written and deleted" },
    ]);
    expect(Math.abs(offMs ?? Number.NaN)).toBeLessThan(5_000);
    expect(await storage.everyRow(10)).toEqual([]);
    expect(await storage.countJobs()).toEqual({ people: 0, rounds: 0, poison: 0 });
  });

  test("without the right to write is broken, with the roles that are missing", async () => {
    const { store, rights } = await examined(withRights("rl"));
    expect(store).toMatchObject({ is: "not checked" });
    expect(rights).toMatchObject({
      is: "broken",
      say: expect.stringMatching(/^the table and the queues may not be written \(403 AuthorizationPermissionMismatch\)/),
      mend: [expect.stringContaining("the roles Storage Table Data Contributor and Storage Queue Data Contributor")],
    });
  });

  test("with a wrong key, or that does not answer, is broken", async () => {
    const wrongKey = azurite.connectionString.replace(/AccountKey=[^;]+/, `AccountKey=${Buffer.alloc(64).toString("base64")}`);
    expect(await examined(wrongKey)).toMatchObject({
      store: { is: "broken", mend: [expect.stringContaining("opy the connection string anew")] },
      rights: { is: "not checked" },
    });
    const silent = azurite.connectionString.replace(/(Endpoint=http:\/\/127\.0\.0\.1):\d+/g, "$1:1");
    expect((await examined(silent)).store).toMatchObject({
      is: "broken",
      mend: [expect.stringContaining("Let this machine reach the storage account")],
    });
  });

  test("that was moved to a file is broken", async () => {
    const { rows } = await openStorage({ connectionString: azurite.connectionString });
    await putMarker(rows, { state: "left", way: "to-file", other: "the folder /srv/gnist", at: 0, move: "m" });
    expect((await examined(azurite.connectionString)).store).toMatchObject({
      is: "broken",
      say: expect.stringContaining("was moved to the folder /srv/gnist"),
      mend: [expect.stringMatching(/^Name the folder/)],
    });
  });
});

test("Azure's other refusals become sentences with the remedy", async () => {
  const refusing = (code: string | undefined, status?: number) =>
    checkAccount({ table: { status, code, say: `${status} ${code}` }, queues: "works" });
  const cases = [
    ["AuthorizationFailure", 403, "under Networking"],
    ["KeyBasedAuthenticationNotPermitted", 403, "Use AZURE_STORAGE_ACCOUNT with a managed identity"],
    ["ENOTFOUND", undefined, "Check the account's name"],
    [undefined, undefined, "Assign the managed identity"],
    ["ServerBusy", 503, "list of storage error codes"],
  ] as const;
  for (const [code, status, mend] of cases)
    expect(await refusing(code, status), code).toMatchObject({ is: "broken", mend: [expect.stringContaining(mend)] });
});
