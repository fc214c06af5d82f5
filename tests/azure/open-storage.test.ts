import { Buffer } from "node:buffer";
import { QueueClient } from "@azure/storage-queue";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStorage } from "../../src/azure/open-storage.ts";
import { StoreFault } from "../../src/ports.ts";
import { startAzurite } from "../azurite.ts";
import { halvesOf } from "../contracts/halves.ts";

let azurite: Awaited<ReturnType<typeof startAzurite>>;
beforeAll(async () => {
  azurite = await startAzurite();
});
afterAll(() => azurite.stop());

test("three instances that start at once on a new account all open it, and share it", async () => {
  const { connectionString } = azurite;
  const all = await Promise.all([openStorage({ connectionString }), openStorage({ connectionString }), openStorage({ connectionString })]);
  const [one, two, three] = all;
  expect(await one.rows.commit("p", [{ do: "insert", key: "a", values: { n: 1 } }])).toBe("done");
  expect(await two.rows.get("p", "a")).toMatchObject({ values: { n: 1 } });
  await two.jobs.put({ job: "welcome-team", team: "t1" });
  expect(await three.jobs.take("people", 1, 60_000)).toHaveLength(1);
  expect(await halvesOf(three)).toEqual({ store: true, queue: true });
});

test("a storage that refuses Gnist is said so at once, with what to do", async () => {
  const connectionString = azurite.connectionString.replace(/AccountKey=[^;]+/, `AccountKey=${Buffer.from("wrong").toString("base64")}`);
  const error = await openStorage({ connectionString }).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(StoreFault);
  expect((error as StoreFault).message).toMatch(/could not be opened: 403 .*To resolve, check .*Storage Queue Data Contributor/);
});

test.each([
  ["not Base64", "{not base64}"],
  ["Base64 of no JSON", Buffer.from("hello").toString("base64")],
  ["JSON of no job", Buffer.from("[]").toString("base64")],
  ["as large as a message can be", "x".repeat(64_000)],
])("a message that is %s goes to poison with the reason and its own text", async (_what, text) => {
  const { connectionString } = azurite;
  const { jobs } = await openStorage({ connectionString });
  const poison = new QueueClient(connectionString, "gnist-jobs-poison");
  await poison.clearMessages();
  await new QueueClient(connectionString, "gnist-jobs").sendMessage(text);
  expect(await jobs.take("people", 32, 60_000)).toEqual([]);
  const { peekedMessageItems } = await poison.peekMessages();
  const kept = peekedMessageItems.map(({ messageText }) => JSON.parse(Buffer.from(messageText, "base64").toString("utf8")));
  expect(kept).toEqual([{ reason: expect.stringMatching(/^not a job: ./), tries: 1, text: text.slice(0, 8_000) }]);
  expect(await jobs.take("people", 32, 60_000)).toEqual([]);
});
