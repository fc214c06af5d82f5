import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

test("npm run play forgets no folder but its own: one that a setting names may be the store of a Gnist in use", async () => {
  const folder = await mkdtemp(join(tmpdir(), "gnist-play-"));
  await writeFile(join(folder, "gnist.sqlite"), "what people wrote");
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", "scripts/play.ts", "--reset"], {
    cwd: resolve(import.meta.dirname, "../.."),
    // A port that cannot be listened on ends it where it goes on.
    env: { PATH: process.env.PATH, GNIST_DATA_DIR: folder, PORT: "x" },
    encoding: "utf8",
  });
  expect(status).toBe(1);
  expect(stderr).toContain("Nothing was forgotten: GNIST_DATA_DIR names a folder");
  expect(readdirSync(folder)).toEqual(["gnist.sqlite"]);
  await rm(folder, { recursive: true });
});
