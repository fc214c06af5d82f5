import { expect, test } from "vitest";
import type { Comparable } from "../../src/ports.ts";
import { openSimilar } from "../../src/search/similar.ts";

const ideas: readonly Comparable[] = [
  { id: "printer", text: "Skrivaren på plan 3 krånglar varje morgon" },
  { id: "login", text: "Inloggningen till journalsystemet tar tio minuter" },
  { id: "rooms", text: "Mötesrummen är alltid dubbelbokade" },
  { id: "bandage", text: "Förbandsmaterialet tar slut på helgerna" },
];

test("finds an idea whose words are inflected, compounded or misspelt, and names the words in common", async () => {
  const { alike } = await openSimilar().index("team", async () => ideas);
  expect(alike("skrivarna krånglar på morgonen", 3)).toMatchObject([{ id: "printer", shared: ["Skrivaren", "krånglar", "morgon"] }]);
  expect(alike("jornalsystemet är segt vid inlogning", 3)).toMatchObject([{ id: "login", shared: ["Inloggningen", "journalsystemet"] }]);
  expect(alike("rum för möten bokas dubbelt", 3).map(({ id }) => id)).toEqual(["rooms"]);
  expect(alike("Kaffet är slut", 3)).toEqual([]);
  expect(alike("", 3)).toEqual([]);
});

test("builds an index once, also for several who ask at the same time, and drops the one that was used longest ago", async () => {
  const similar = openSimilar(6);
  let read = 0;
  const ask = (name: string) =>
    similar.index(name, async () => {
      read += 1;
      return ideas.slice(0, 3);
    });
  await Promise.all([ask("north"), ask("north")]);
  await ask("south");
  await ask("north");
  expect(read).toBe(2);
  await ask("east");
  await ask("north");
  expect(read).toBe(3);
  await ask("south");
  expect(read).toBe(4);
});

test("asks again after a reading that failed", async () => {
  const similar = openSimilar();
  await expect(similar.index("team", () => Promise.reject(new Error("no answer")))).rejects.toThrow("no answer");
  expect((await similar.index("team", async () => ideas)).alike("skrivarna krånglar", 1)).toHaveLength(1);
});
