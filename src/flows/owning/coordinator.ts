import type { InPassed } from "../../domain/action/owning.ts";
import type { Team } from "../../domain/teams/team.ts";
import { readPassed, type StoredPassed } from "../../store/passed.ts";
import { type Answer, refuse } from "../flow.ts";
import { readAbout } from "../ideas/about-idea.ts";
import { type IdeaTurn, readTurn } from "../right.ts";
import type { Route } from "../route.ts";

/** A turn of a coordinator about another team's idea: `team` is the idea's, `office` the coordinators', and `passed` their post. */
export type CoordinatorTurn = IdeaTurn & { readonly office: Team; readonly passed: StoredPassed };

/** For buttons on the post of an idea that was passed on. The post's row names the coordinators' team, also once the idea is with them no more. */
export const coordinator = <What>(flow: (what: What, turn: CoordinatorTurn) => Promise<Answer>): Route<What & InPassed> => ({
  right: "coordinator",
  run: async (what, scene, ports) => {
    const [stood, about, passed] = await Promise.all([
      readTurn(what.team, scene, ports),
      readAbout(what, scene.who.person, ports),
      readPassed(ports.rows, what.team, what.idea, what.passed),
    ]);
    const there = passed && (await readTurn(passed.to, scene, ports));
    if (!passed || !there) return refuse("not-a-coordinator");
    if ("no" in there) return there.no;
    if (!there.got.isMember) return refuse("not-a-coordinator");
    if ("no" in stood) return stood.no;
    return about ? flow(what, { ...stood.got, ...about, office: there.got.team, passed }) : refuse("no-such-idea");
  },
});
