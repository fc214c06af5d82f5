import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";

/* A Node that is too old, such as the one that a distribution brings, is named in a sentence, and not by the first word of Gnist that it does not know. */

/** Starts Gnist on a Node that says that it is older. */
const onNode = (version: string) => {
  const older = `data:text/javascript,Object.defineProperty(process, "version", { value: "${version}" })`;
  const env = { PATH: process.env.PATH, PORT: "0", GNIST_DATA_DIR: "/dev/null/nowhere" };
  const { status, stderr } = spawnSync(process.execPath, ["--import", older, "start.js"], {
    cwd: resolve(import.meta.dirname, "../.."),
    env,
    encoding: "utf8",
  });
  return { status, stderr };
};

test("a Node that is too old is named by a start, with the Nodes that Gnist runs on", () => {
  const say = "Node v18.20.8 is too old. Gnist is tested with Node 22, 24 and 26. To mend: Install Node 24 or newer.";
  expect(onNode("v18.20.8")).toEqual({ status: 1, stderr: `Gnist does not start: ${say}\n` });
  expect(onNode("v22.12.0").stderr).toContain("The store cannot be kept in");
});
