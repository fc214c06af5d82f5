import { describe, expect, test } from "vitest";
import type { Team } from "../../src/domain/teams/team.ts";
import { changeTeam } from "../../src/store/team.ts";
import { idOf, inOrder, isRefused, type Kind, leaderless, may, openWorld } from "./world.ts";

/* Confirming that somebody leads a team that has no lead: by every kind of person, through HTTP. `rights.test.ts` has the team with a lead. */

const { presses, rows } = openWorld();

/** The member said that they lead the team. */
const stands = (facts: Partial<Team>) =>
  changeTeam(rows, leaderless, ({ addedBy: _before, ...team }) => ({
    team: { ...team, leads: [], claims: [{ person: idOf("member"), confirmedBy: [] }], ...facts },
  }));

const walk = async (verb: "confirm-lead" | "refuse-lead", allowed: readonly Kind[], but?: Kind) => {
  for (const kind of inOrder(allowed).filter((one) => one !== but)) {
    const said = await presses(kind, { verb, team: leaderless, person: idOf("member") });
    expect([kind, isRefused(said, "confirmer") ? "refused" : "answered", said]).toEqual([
      kind,
      allowed.includes(kind) ? "answered" : "refused",
      said,
    ]);
  }
};

describe("that somebody leads a team without a lead is confirmed", () => {
  test("by any others where nobody else is there: an admin who never wrote to Gnist is not", async () => {
    await stands({});
    await walk(
      "confirm-lead",
      may.member.filter((kind) => kind !== "member"),
      "admin",
    );
  });

  test("by who added Gnist alone", async () => {
    await stands({ addedBy: idOf("former lead") });
    await walk("confirm-lead", ["former lead"]);
  });

  test("by an admin who has written to Gnist, where nobody added it who is still there", async () => {
    await presses("admin", { verb: "show-my-ideas" });
    await stands({ addedBy: idOf("left") });
    await walk("confirm-lead", ["admin"]);
  });
});

describe("that it is not so is said", () => {
  test("by who added Gnist, and by an admin", async () => {
    await stands({ addedBy: idOf("former lead") });
    await walk("refuse-lead", ["former lead", "admin"]);
  });

  test("by an admin alone where nobody added it", async () => {
    await stands({});
    await walk("refuse-lead", ["admin"]);
  });
});
