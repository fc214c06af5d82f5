import module from "node:module";
import { fileURLToPath } from "node:url";

/*
 * `npm start` begins here. This is no TypeScript, because it chooses who reads TypeScript: Node itself (from 22.18 on), which takes a third of tsx's time, or tsx.
 * Compiled code is kept from one start to the next where this Node can do that; where the folder cannot be written, Node goes on without it.
 */
module.enableCompileCache?.(fileURLToPath(new URL("node_modules/.cache/gnist", import.meta.url)));
if (!process.features.typescript) await import("tsx/esm");
await import("./src/main.ts");
