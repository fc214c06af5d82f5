import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openStorage } from "../../src/azure/open-storage.ts";
import { tryStorage } from "../../src/azure/try-storage.ts";
import { checkAccount, checkAccountRights, whyUnusable } from "../../src/doctor/azure-store.ts";
import { putMarker } from "../../src/store/moving.ts";
import { startAzurite } from "../azurite.ts";
import { useLater } from "../upgrade/later.ts";

let azurite: Awaited<ReturnType<typeof startAzurite>>;
beforeAll(async () => {
  azurite = await startAzurite();
});
afterAll(() => azurite.stop());

const examined = async (connectionString: string) => {
  const tried = await tryStorage({ connectionString }, whyUnusable);
  return { store: checkAccount(tried), rights: checkAccountRights(tried), offMs: tried.offMs };
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
    await putMarker(rows, undefined);
  });

  test("that a later release has written is broken", async () => {
    const storage = await openStorage({ connectionString: azurite.connectionString });
    const { rows } = storage;
    await useLater(storage);
    expect((await examined(azurite.connectionString)).store).toMatchObject({
      is: "broken",
      say: expect.stringContaining("was written by Gnist 9.8.7"),
      mend: [expect.stringMatching(/^Start Gnist 9\.8\.7 or a later one/)],
    });
    await rows.commit("release", [{ do: "delete", key: "release" }]);
  });
});

test("an identity that may put a message and not delete it leaves none where a worker takes jobs", async () => {
  const storage = await openStorage({ connectionString: azurite.connectionString });
  const noted = await storage.countJobs();
  expect((await examined(withRights("rwdlau"))).rights).toMatchObject({
    is: "broken",
    say: expect.stringContaining("the queues may not be written"),
  });
  expect(await storage.countJobs()).toMatchObject({ people: noted.people, rounds: noted.rounds });
});

test("a connection string that is cut off is broken, and is not shown", async () => {
  const { store, rights } = await examined("DefaultEndpointsProtocol=https;AccountName=gnist;AccountKey=c2VjcmV0");
  expect(store).toMatchObject({ is: "broken", mend: [expect.stringContaining("AZURE_STORAGE_CONNECTION_STRING anew, as one line")] });
  expect(rights).toMatchObject({ is: "not checked" });
  expect(JSON.stringify(store)).not.toContain("c2VjcmV0");
});

test("what a sign-in says of people is not shown", async () => {
  const identity = createServer((_, response) => {
    response.writeHead(400, { "content-type": "application/json" });
    response.end(
      JSON.stringify({
        error: "invalid_request",
        error_description: "AADSTS50020: User account 'sara@example.org' of North does not exist",
      }),
    );
  });
  await new Promise<void>((go) => identity.listen(0, "127.0.0.1", go));
  process.env.IDENTITY_ENDPOINT = `http://127.0.0.1:${(identity.address() as AddressInfo).port}/token`;
  process.env.IDENTITY_HEADER = "header";
  onTestFinished(() => {
    identity.close();
    delete process.env.IDENTITY_ENDPOINT;
    delete process.env.IDENTITY_HEADER;
  });
  const tried = await tryStorage({ account: "gnist" }, whyUnusable);
  expect(checkAccount(tried)).toMatchObject({ is: "broken" });
  expect(JSON.stringify(checkAccount(tried))).not.toMatch(/sara|North/);
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
