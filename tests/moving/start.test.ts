import { expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { startGnist } from "../../src/gnist.ts";
import type { Log } from "../../src/ports.ts";
import { type Marker, putMarker } from "../../src/store/moving.ts";
import { makeFolder, openInFolder } from "../sqlite/folders.ts";
import { startInstance } from "../week/gnist-process.ts";
import { tracesIn } from "../world/traces.ts";

const at = Date.parse("2026-11-26T12:00:00Z");

const markerOf = (state: Marker["state"]): Marker => ({ state, way: "to-azure", move: "m", other: "the other place", at });

const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

const sentences: readonly [Marker["state"], RegExp][] = [
  [
    "leaving",
    /is being moved to the other place since 2026-11-26T12:00:00.000Z.*finish that with "npm run move-store -- to-azure".*give it up with "npm run move-store -- to-file"/,
  ],
  [
    "filling",
    /is half a copy of the other place.*finish it with "npm run move-store -- to-azure".*give it up with "npm run move-store -- to-file"/,
  ],
  [
    "left",
    /was moved to the other place at 2026-11-26T12:00:00.000Z.*name the other place in the settings.*move everything back from there with "npm run move-store -- to-file"/,
  ],
];

test.each(sentences)("a Gnist starts on no store that says of itself: %s", async (state, sentence) => {
  const { storage, folder, stop } = await openInFolder();
  const read = readConfig({ PORT: "0", GNIST_DATA_DIR: folder });
  if ("problems" in read) throw new Error(read.problems.join(" "));
  await putMarker(storage.rows, markerOf(state));
  await expect(startGnist(read.config, log)).rejects.toThrow(sentence);
  await putMarker(storage.rows, undefined);
  const gnist = await startGnist(read.config, log);
  // A file knows who uses it, so there is no heartbeat.
  expect((await storage.everyRow(10)).map(({ partition }) => partition)).toEqual(["release"]);
  await gnist.stop();
  await stop();
});

test("SIGTERM while Gnist still starts ends it in order", async () => {
  const { folder, remove } = await makeFolder();
  const sender = `data:text/javascript,import{Server as S}from"node:net";const{listen}=S.prototype;
    S.prototype.listen=function(...all){process.kill(process.pid,"SIGTERM");return listen.apply(this,all)}`;
  const instance = await startInstance({ GNIST_DATA_DIR: folder }, { flags: ["--import", sender.replace(/\s+/g, " ")] });
  expect(await instance.stop()).toBe(0);
  expect(instance.lines.at(-1)).toContain('"event":"stopped"');
  await remove();
});

test("a fault that nothing catches ends the process, with its place and none of its words in the log", async () => {
  const { storage, folder, stop } = await openInFolder();
  await storage.close();
  const thrower = "data:text/javascript,process.on('SIGUSR2',()=>{throw new TypeError(process.env.SAID)})";
  const instance = await startInstance({ GNIST_DATA_DIR: folder, SAID: "Sara Lind: the printer" }, { flags: ["--import", thrower] });
  instance.signal("SIGUSR2");
  await expect.poll(() => instance.lines.at(-1), { timeout: 10_000 }).toMatch(/"level":"error".*"fault":"TypeError".*"event":"crashed"/);
  expect(await instance.stop()).toBe(1);
  expect(tracesIn(instance.lines, ["Sara Lind", "printer"])).toEqual([]);
  await stop();
});
