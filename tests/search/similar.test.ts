import { expect, test } from "vitest";
import type { Comparable } from "../../src/ports.ts";
import { tieOf } from "../../src/search/kinship.ts";
import { meaningsIn } from "../../src/search/meanings.ts";
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
  expect(alike("jornalsystemet är segt vid inlogning", 3)).toMatchObject([
    { id: "login", shared: ["Inloggningen", "journalsystemet", "minuter"] },
  ]);
  expect(alike("rum för möten bokas dubbelt", 3).map(({ id }) => id)).toEqual(["rooms"]);
  expect(alike("Kaffet är slut", 3)).toEqual([]);
  expect(alike("", 3)).toEqual([]);
});

test("finds an idea that says one trouble in other words, and names them", async () => {
  const { alike } = await openSimilar().index("team", async () => ideas);
  expect(alike("printern är trasig igen", 3)).toMatchObject([{ id: "printer", shared: ["Skrivaren", "krånglar"] }]);
  expect(alike("bandage saknas", 3)).toEqual([]);
});

test.each([
  ["words of one meaning", "krånglar", "trasig", true],
  ["two words that are one", "tar lång tid", "långsamt", true],
  ["a compound of two meanings", "telefonkön", "väntar", true],
  ["a word that has the letters of another one by chance", "arbetstøj", "støj", false],
  ["a common word that is another one elsewhere", "it is", "is på trappan", false],
] as const)("meets %s", (_kind, one, other, isMet) => {
  const meant = meaningsIn(other);
  expect([...meaningsIn(one).keys()].some((mark) => meant.has(mark))).toBe(isMet);
});

test("finds the others also where the text itself is in the index", async () => {
  const itself = { id: "itself", text: "skrivarna krånglar på morgonen" };
  const { alike } = await openSimilar().index("team", async () => [...ideas, itself]);
  expect(alike(itself.text, 3).map(({ id }) => id)).toEqual(["itself", "printer"]);
});

test.each([
  ["forms of a word", 1, ["skrivaren skrivarna", "dag dagen", "tulostin tulostimessa", "monday mondays"]],
  ["a word in a compound", 1, ["lista läkemedelslistan", "nøklene medisinromsnøklene", "lugter kloaklugt"]],
  ["a slip of the hand", 1, ["nykelskåpet nyckelskåpet", "entrence entrance", "inlogning inloggningen"]],
  ["a part in common", 0.5, ["läkemedelslista läkemedelsrummet", "mat matbestilling"]],
  ["an ending or nothing in common", 0, ["lekplatsen busstationen", "drain rain", "henger henter", "tak paket"]],
] as const)("tells %s", (_kind, strength, pairs) => {
  for (const pair of pairs) {
    const [one = "", other = ""] = pair.split(" ");
    expect([pair, tieOf(one, other)?.strength ?? 0, tieOf(other, one)?.strength ?? 0]).toEqual([pair, strength, strength]);
  }
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
  // An index takes room, even one without a text.
  const small = openSimilar(2);
  let empty = 0;
  for (const name of ["north", "south", "east", "north"])
    await small.index(name, async () => {
      empty += 1;
      return [];
    });
  expect(empty).toBe(4);
});

test("asks again after a reading that failed", async () => {
  const similar = openSimilar();
  await expect(similar.index("team", () => Promise.reject(new Error("no answer")))).rejects.toThrow("no answer");
  expect((await similar.index("team", async () => ideas)).alike("skrivarna krånglar", 1)).toHaveLength(1);
});
