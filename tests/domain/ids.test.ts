import { expect, test } from "vitest";
import { weekOf } from "../../src/domain/asking/cadence.ts";
import {
  digestIdShape,
  extraDigestId,
  formIdOf,
  ideaIdOf,
  longIdShape,
  nthDigestId,
  personIdOf,
  roundIdShape,
  teamIdOf,
  teamIdShape,
  typedIdOf,
} from "../../src/domain/ids.ts";

const dayMs = 86_400_000;

test("Every id that is made has the shape by which it is read", () => {
  for (let at = 0; at < 1_000; at++) {
    const name = `x${at}`;
    const secret = ideaIdOf(name);
    for (const id of [secret, formIdOf(name), typedIdOf(name, name), personIdOf(name, { entraId: name, teamsId: name })])
      expect(longIdShape.parse(id)).toBe(id);
    expect(teamIdShape.parse(teamIdOf(name, name))).toHaveLength(8);
    const round = weekOf(Date.UTC(2026, 0, 1) + at * 7 * dayMs, "Europe/Stockholm");
    expect(roundIdShape.parse(round)).toBe(round);
    for (const digest of [round, extraDigestId(name, secret)])
      for (const which of [1, 2, 10, 9_999]) expect(digestIdShape.parse(nthDigestId(digest, which))).toBe(nthDigestId(digest, which));
  }
});

test("The digests of one name are counted from the first, whichever of them names it", () => {
  expect(["2026-W48", "2026-W48~2", "2026-W48~2~3"].map((name) => nthDigestId(name, 3))).toEqual([
    "2026-W48~3",
    "2026-W48~3",
    "2026-W48~3",
  ]);
  expect(nthDigestId("2026-W48~2", 1)).toBe("2026-W48");
});
