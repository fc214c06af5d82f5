import { leadsTeam } from "../../domain/teams/substitute.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readIdeas, readMine, readSome, type StoredIdea } from "../../store/idea.ts";
import { newerStep } from "../../store/step.ts";
import { type CommandFlow, refuse, type Scene } from "../flow.ts";
import { unmergeIdea } from "../ideas/merge-idea.ts";
import { idea } from "../right.ts";
import { teamsEverOf } from "../who.ts";
import { pauseOf, writeResume } from "./pause.ts";

/** *Undo* of a merge, with the right of its button. */
const undoMerge = idea.authorOrLead(unmergeIdea);

/** The most of a person's ideas in a team that are looked through for a withdrawn one. */
const mostLookedAt = 20;

/**
 * `undo`: takes back the person's last merge. Gnist no longer has the words of a withdrawn idea; the card that says so has them, with its own *Undo*, and the
 * answer points to it. Otherwise the person's pause ends.
 */
export const writeUndo: CommandFlow<"undo"> = async (_command, scene, ports) => {
  const last = await lastTaken(scene, ports);
  if (last) {
    const { id, stage } = last.stored.idea;
    return stage === "withdrawn" ? refuse("undo-on-card") : undoMerge.run({ team: last.team.id, idea: id, step: last.step }, scene, ports);
  }
  return (await pauseOf(scene, ports)) ? writeResume({ command: "resume" }, scene, ports) : refuse("nothing-to-undo");
};

/** An idea that the person has taken away, and the step that did so. */
type TakenAway = { readonly team: Team; readonly stored: StoredIdea; readonly step: string };

/** The person's last withdrawal or merge since the last digest, which took earlier ones out of the lists. */
const lastTaken = async (scene: Scene, ports: Ports): Promise<TakenAway | undefined> => {
  const { person } = scene.who;
  const teams = await teamsEverOf(scene, ports);
  const found = await Promise.all(
    teams.map(async (team) => {
      const ideas = leadsTeam(team, person, ports.clock.now()) ? await readIdeas(ports.rows, team.id) : await listedOf(person, team, ports);
      return ideas.flatMap((stored): readonly TakenAway[] => {
        const { stage, author, withdrawnStep, mergedBy, mergedStep } = stored.idea;
        const isWithdrawn = stage === "withdrawn" && author === person && withdrawnStep !== undefined;
        if (isWithdrawn) return [{ team, stored, step: withdrawnStep }];
        return stage === "merged" && mergedBy === person && mergedStep !== undefined ? [{ team, stored, step: mergedStep }] : [];
      });
    }),
  );
  return found.flat().sort((a, b) => newerStep(a.step, b.step))[0];
};

/** The person's own ideas that lists still show. */
const listedOf = async (person: string, { id }: Team, { rows }: Ports): Promise<readonly StoredIdea[]> => {
  const mine = await readMine(rows, id, person, mostLookedAt);
  const found = await readSome(
    rows,
    id,
    mine.map((one) => one.id),
  );
  return found.filter(({ place }) => place === "idea");
};
