import { expect, test } from "vitest";
import { keyAt, partsOf, placeIn } from "../../src/sqlite/key.ts";
import { seeded } from "../world/chance.ts";

const chance = seeded(7);
/** Characters whose order could differ between UTF-8, UTF-16 and the escape. */
const characters = ["a", "b", "|", "\u0002", "ä", "\ud7fe", "\ud7ff", "\ue000", "\uffff", "😀", "😁", "\u{10ffff}", "\u{10000}"];
const text = () =>
  Array.from({ length: Math.floor(chance.fraction() * 5) }, () => characters[Math.floor(chance.fraction() * characters.length)]).join("");
const places = Array.from({ length: 3_000 }, () => ({ partition: text(), key: text() }));

test("a place gives back its partition and its key", () => {
  for (const { partition, key } of places) {
    const place = placeIn(partition, key);
    expect(partsOf(place)).toEqual({ partition, key });
    expect(keyAt(place, placeIn(partition, "").length)).toBe(key);
  }
});

test("the bytes of places sort as partition and then key do by their UTF-16 units", () => {
  const by = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
  const sorted = [...places].sort((a, b) => by(a.partition, b.partition) || by(a.key, b.key));
  const ofBytes = [...places].sort((a, b) =>
    Buffer.compare(Buffer.from(placeIn(a.partition, a.key)), Buffer.from(placeIn(b.partition, b.key))),
  );
  expect(ofBytes).toEqual(sorted);
});
