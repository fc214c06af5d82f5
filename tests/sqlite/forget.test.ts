import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { seeded } from "../world/chance.ts";
import { openInFolder } from "./folders.ts";

test("no page holds what was deleted, however often rows have moved between pages before", async () => {
  const { storage, folder, stop } = await openInFolder();
  try {
    const { rows } = storage;
    const random = seeded(1);
    const nameOf = (at: number) => `${at % 7 === 0 ? "Zebra" : "Horse"}|${random.id()}`;
    for (let round = 0; round < 40; round += 1) {
      const keys = Array.from({ length: 60 }, (_, at) => `${random.id().slice(0, 3)}|${nameOf(at)}`);
      await rows.commit(
        "herd",
        keys.map((key) => ({ do: "put", key, values: { text: "x".repeat(Math.round(random.fraction() * 300)) } })),
      );
    }
    const zebras = (await rows.list("herd", { from: "", to: "~" })).filter(({ key }) => key.includes("Zebra"));
    for (const { key } of zebras) await rows.commit("herd", [{ do: "delete", key }]);
    await rows.forget();
    expect(zebras.length).toBeGreaterThan(200);
    expect(readdirSync(folder).filter((file) => readFileSync(join(folder, file)).includes("Zebra"))).toEqual([]);
  } finally {
    await stop();
  }
});

test("many who wait together share one run, and somebody who comes later gets another", async () => {
  const { storage, stop } = await openInFolder();
  try {
    const { rows } = storage;
    const [first, second] = [rows.forget(), rows.forget()];
    expect(second).toBe(first);
    await first;
    const later = rows.forget();
    expect(later).not.toBe(first);
    await later;
  } finally {
    await stop();
  }
});
