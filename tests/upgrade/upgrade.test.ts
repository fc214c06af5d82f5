import { expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { startGnist } from "../../src/gnist.ts";
import { openInFolder } from "../sqlite/folders.ts";
import { laterSays, marks, useLater } from "./later.ts";

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

test("a Gnist marks an empty file with its form, and starts on no file that a later release has marked, which stays as it was", async () => {
  const { storage, folder, stop } = await openInFolder();
  const read = readConfig({ PORT: "0", GNIST_DATA_DIR: folder });
  if ("problems" in read) throw new Error(read.problems.join(" "));
  await (await startGnist(read.config, log)).stop();
  expect(await storage.everyRow(10)).toEqual(marks);
  await useLater(storage);
  const before = await storage.everyRow(10);
  await expect(startGnist(read.config, log)).rejects.toThrow(laterSays);
  expect(await storage.everyRow(10)).toEqual(before);
  await stop();
});
