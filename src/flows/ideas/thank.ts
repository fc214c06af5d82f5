import { isFinished, isWorth } from "../../domain/idea/idea.ts";
import { teamView } from "../../domain/idea/view.ts";
import { dropThanked, putThanks, readThanked, tellThese } from "../../store/thanks.ts";
import { type Answer, type JobFlow, refuse } from "../flow.ts";
import type { IdeaTurn } from "../right.ts";
import { readForJob, viewOfIdea } from "./about-idea.ts";
import { noteFor } from "./note-news.ts";

/** *Thanks* for an idea that has ended, or is worth doing more of: one for each person. */
export const thank = async (_what: unknown, turn: IdeaTurn): Promise<Answer> => {
  const { team, stored, who, ports } = turn;
  if (!isFinished(stored.idea) && !isWorth(stored.idea)) return refuse("not-ended");
  const isNew = await putThanks(ports.rows, team.id, stored.idea.id, who);
  return { say: "thanks-noted", team: teamView(team), idea: await viewOfIdea(turn), already: !isNew };
};

/**
 * Notes as news for author and owner how many colleagues have said thanks since the last digest; nobody is told who, nor of their own thanks. It runs when a
 * digest has gone out.
 */
export const tellThanks: JobFlow<"tell-thanks"> = async ({ team: id, once }, ports) => {
  const { rows, clock } = ports;
  for (const thanked of await readThanked(rows, id)) {
    const { idea } = thanked;
    const found = await readForJob({ team: id, idea }, ports);
    const people = await tellThese(rows, id, idea, once);
    const { author, owner } = found?.stored.idea ?? {};
    for (const person of new Set([author, owner])) {
      const count = people.filter((one) => one !== person).length;
      if (!found || person === undefined || count === 0) continue;
      const reader = person === author ? "author" : "owner";
      const news = { team: id, idea, news: "thanks", reader, step: `thanks|${idea}|${once}`, at: clock.now(), count } as const;
      await noteFor(ports, found.team, person, news);
    }
    await dropThanked(rows, id, thanked);
  }
  return undefined;
};
