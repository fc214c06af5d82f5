import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { mayUpload } from "../../src/teams/trust.ts";
import { openUploads } from "../../src/teams/uploads.ts";
import { buildLedger } from "../teams-stub/ledger.ts";
import { buildOneDrive, type OneDrive } from "../teams-stub/onedrive.ts";
import { startWorld } from "./world.ts";

/** Uploads to a OneDrive that keeps the rules of Microsoft's, over HTTP. */

let server: Server;
let drive: OneDrive;
const elsewhere: string[] = [];

beforeEach(async () => {
  elsewhere.length = 0;
  drive = buildOneDrive(
    () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    buildLedger(() => 0),
  );
  server = createServer((request, response) => {
    if (drive.isUpload(request.url)) return void drive.handle(request, response);
    elsewhere.push(request.url ?? "");
    response.writeHead(200).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const uploads = (limitMs = 5_000) => openUploads(mayUpload(true, []), { limitMs, longestWaitMs: 10 }, true);
const bytes = (length: number) => new Uint8Array(length).map((_, at) => at % 251);
/** Three parts, the last of five bytes. */
const long = bytes(2 * 10 * 320 * 1024 + 5);

test("a file arrives in parts, and the last one makes it whole", async () => {
  const { uploadUrl } = drive.opens("gnist.zip");
  expect(await uploads().upload(uploadUrl, long)).toEqual({ got: true });
  expect(drive.files().map(({ name, bytes: whole }) => [name, whole.equals(long)])).toEqual([["gnist.zip", true]]);
});

test("an address that has taken a file, or a part of one, takes no other", async () => {
  const { upload } = uploads();
  const { uploadUrl } = drive.opens("gnist.zip");
  await upload(uploadUrl, bytes(3));
  expect(await upload(uploadUrl, bytes(3))).toMatchObject({ no: { outcome: "refused", why: "gone" } });
  const half = drive.opens("half.zip");
  drive.fates.push("as-usual", "as-usual", { status: 400 });
  expect(await upload(half.uploadUrl, long)).toMatchObject({ no: { outcome: "refused" } });
  expect(await upload(half.uploadUrl, long)).toMatchObject({ no: { outcome: "refused", why: "gone" } });
  expect(drive.files()).toHaveLength(1);
});

test.each([
  ["is throttled", { status: 429, headers: { "retry-after": "7" } }],
  ["meets a broken service", { status: 503 }],
  ["loses its answer", "answer-lost"],
  ["gets no answer in time", "silence"],
] as const)("a part that %s is sent again only where it is still lacking", async (_, fate) => {
  const { uploadUrl } = drive.opens("gnist.zip");
  for (const before of [1, 2, 3]) {
    const { uploadUrl: url } = drive.opens(`${before}.zip`);
    drive.fates.push(...Array.from({ length: before }, () => "as-usual" as const), fate);
    expect(await uploads(500).upload(url, long)).toEqual({ got: true });
    drive.fates.length = 0;
  }
  expect(drive.files().map(({ bytes: whole }) => whole.equals(long))).toEqual([true, true, true]);
  expect(await uploads().upload(uploadUrl, bytes(1))).toEqual({ got: true });
});

test("a service that stays away ends the upload, and says nothing of its address", async () => {
  drive.fates.push(...Array.from({ length: 9 }, () => ({ status: 503 })));
  const { uploadUrl } = drive.opens("gnist.zip");
  const answer = await uploads().upload(uploadUrl, bytes(3));
  expect(answer).toMatchObject({ no: { outcome: "later" } });
  expect(JSON.stringify(answer)).not.toContain("tempauth");
});

test("a redirect is not followed: its address came from no activity", async () => {
  drive.fates.push("as-usual", { status: 307, headers: { location: "/another" } });
  const { uploadUrl } = drive.opens("gnist.zip");
  expect(await uploads().upload(uploadUrl, bytes(3))).toMatchObject({ no: { outcome: "refused" } });
  expect(elsewhere).toEqual([]);
});

test("bytes go to Microsoft's file services alone, and always with TLS", () => {
  const may = mayUpload(false, []);
  expect(may("https://contoso-my.sharepoint.com/personal/x?tempauth=y")).toBe(true);
  for (const url of [
    "http://contoso-my.sharepoint.com/x",
    "https://contoso-my.sharepoint.com:8443/x",
    "https://sara@contoso-my.sharepoint.com/x",
    "https://sharepoint.com.example.org/x",
    "https://examplesharepoint.com/x",
    "https://127.0.0.1/x",
    "https://169.254.169.254/metadata",
    "ftp://contoso-my.sharepoint.com/x",
    "no address",
  ])
    expect([url, may(url)]).toEqual([url, false]);
  expect(mayUpload(true, [])("https://contoso-my.sharepoint.com/x")).toBe(false);
  expect(mayUpload(true, [])("http://127.0.0.1:1/x")).toBe(true);
});

test("Teams' answers to a question about a file become presses of their own, with what the card says", async () => {
  const world = await startWorld();
  try {
    const upload = { contentUrl: "https://c/f.zip", name: "f.zip", uploadUrl: "https://c/up", uniqueId: "u", fileType: "zip" };
    const answer = (action: string, more: object) =>
      world.deliver(
        world.inChat({
          type: "invoke",
          name: "fileConsent/invoke",
          replyToId: "1700",
          value: { type: "fileUpload", action, context: { file: "t", verb: "erase" }, ...more },
        }),
      );
    expect((await answer("accept", { uploadInfo: upload })).status).toBe(200);
    expect((await answer("decline", { uploadInfo: upload })).status).toBe(200);
    expect(world.heard).toMatchObject([
      { happened: "pressed", data: { verb: "take-file", file: "t", uploadUrl: "https://c/up" } },
      { happened: "pressed", data: { verb: "decline-file", file: "t" } },
    ]);
  } finally {
    await world.stop();
  }
});
