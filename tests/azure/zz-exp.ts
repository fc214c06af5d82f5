import { TableClient } from "@azure/data-tables";
import { readFileSync } from "node:fs";
import { openEmbeddedStore } from "../../src/azure/embedded-store.ts";
import { openStorage } from "../../src/azure/open-storage.ts";
const dir = process.argv[2] ?? "";
if (process.argv[3] === "w") {
  const s = await openEmbeddedStore(dir);
  const { rows } = await openStorage(s);
  let n = 0; const stopAt = Date.now() + Number(process.argv[4]);
  while (Date.now() < stopAt) { await rows.commit("p", Array.from({ length: 100 }, (_, k) => ({ do: "put", key: `${n}-${k}`, values: { w: "x".repeat(2000) } }) as const)); n += 1; }
  await s.close();
  console.log("acknowledged", n * 100);
  process.exit(0);
} else {
  const text = readFileSync(`${dir}/tables.json`, "utf8");
  console.log("on disk", (text.match(/"RowKey":/g) ?? []).length);
}
