import module from "node:module";
import { fileURLToPath } from "node:url";

/*
 * `npm start` begins here. This is JavaScript, because it chooses the reader of TypeScript: Node itself (from 22.18 on), which takes a third of tsx's time, or
 * tsx.
 * Node keeps compiled code from one start to the next where this version can; where the folder cannot be written, Node goes on without it.
 */
module.enableCompileCache?.(fileURLToPath(new URL("node_modules/.cache/gnist", import.meta.url)));
if (!process.features.typescript) await import("tsx/esm");
await import("./src/main.ts");
