import { daysBetween } from "../asking/local-time.ts";
import { type Idea, ownedStages } from "../idea/idea.ts";
import { hasPassed } from "../idea/view.ts";
import type { Team } from "../teams/team.ts";

/** Matters that wait for the leads, the most pressing first; a draft has a line on one of them at most. */
export const coached = ["first-answer", "quiet", "help", "late"] as const;
export type Coached = (typeof coached)[number];

/** `count`: ideas of which it is true, or their owners where the line speaks of owners. `idea`: the one that has waited longest. `weeks`: whole weeks that each of them has waited at least. */
type Coach = { readonly about: Coached; readonly count: number; readonly weeks: number; readonly idea: Idea };

const weekMs = 7 * 24 * 60 * 60_000;
const firstAnswerDays = 3 * 7;

/**
 * The instant (ms) since which an idea waits; undefined where it does not. An idea that somebody owned, answered or held back has had its first answer, also
 * where it is new again.
 */
const waitsSince: { readonly [C in Coached]: (idea: Idea, now: number, team: Team) => number | undefined } = {
  "first-answer": ({ stage, shownAt, last, toldHeld }, now, { settings }) =>
    stage === "new" && shownAt !== undefined && !last && !toldHeld && daysBetween(shownAt, now, settings.zone) >= firstAnswerDays
      ? shownAt
      : undefined,
  quiet: ({ stage, toldQuietAt, heardAt, request }, now, { settings }) =>
    ownedStages.includes(stage) && toldQuietAt !== undefined && !request && now - toldQuietAt >= 2 * settings.everyWeeks * weekMs
      ? (heardAt ?? toldQuietAt)
      : undefined,
  help: ({ stage, help, request }, now, { settings }) =>
    ownedStages.includes(stage) && help && !request && now - help.at >= settings.everyWeeks * weekMs ? help.at : undefined,
  late: ({ stage, answerBy }, now, { settings }) =>
    stage === "passed-on" && answerBy && hasPassed(answerBy, now, settings.zone) ? Date.parse(answerBy) : undefined,
};

/** The coach's line of a draft, if any. */
export const coachOf = (ideas: readonly Idea[], team: Team, now: number): Coach | undefined => {
  for (const about of coached) {
    const waiting = ideas
      .flatMap((idea) => {
        const since = waitsSince[about](idea, now, team);
        return since === undefined ? [] : [{ idea, since }];
      })
      .sort((a, b) => a.since - b.since || (a.idea.id < b.idea.id ? -1 : 1));
    const [longest] = waiting;
    const shortest = waiting.at(-1);
    const counted = new Set(waiting.map(({ idea }) => (about === "quiet" || about === "help" ? idea.owner : idea.id)));
    if (longest && shortest)
      return {
        about,
        count: counted.size,
        weeks: Math.floor(daysBetween(shortest.since, now, team.settings.zone) / 7),
        idea: longest.idea,
      };
  }
  return undefined;
};
