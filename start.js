import module from "node:module";
import { fileURLToPath } from "node:url";

/*
 * `npm start` begins here. This is JavaScript, because it chooses the reader of TypeScript: Node itself (from 22.18 on), which takes a third of tsx's time, or
 * tsx.
 * Node keeps compiled code from one start to the next where this version can; where the folder cannot be written, Node goes on without it.
 */
module.enableCompileCache?.(fileURLToPath(new URL("node_modules/.cache/gnist", import.meta.url)));
if (!process.features.typescript) await import("tsx/esm");
// Before all else is read: an older Node stops at the first word of it that it does not know.
const tooOld = (await import("./src/domain/node.ts")).sayOldNode(process.version);
if (tooOld !== undefined) {
  process.stderr.write(`Gnist does not start: ${tooOld}\n`);
  process.exit(1);
}
await import("./src/main.ts");
