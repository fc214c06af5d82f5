import type { Idea } from "../../domain/idea/idea.ts";
import { life } from "../../domain/idea/life.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { TeamId } from "../../domain/ids.ts";
import type { NewsLine, NewsOfIdea } from "../../domain/message/ideas.ts";
import type { MessageOf } from "../../domain/message/index.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Ports } from "../../ports.ts";
import { readIdea } from "../../store/idea.ts";
import type { News } from "../../store/news.ts";
import { isStepOf, readStep } from "../../store/step.ts";
import { readNames } from "../people/names.ts";
import { readForJob, viewOfIdea } from "./about-idea.ts";
import { viewOfFinal } from "./same-thing.ts";

export type OfOneIdea = readonly [News, ...News[]];

/** Ends come first: for them people wrote the idea. */
const ends: readonly News["news"][] = ["done", "stopped", "answered", "thanks"];
const isEnd = (news: OfOneIdea) => news.some((one) => ends.includes(one.news));
const newest = (news: OfOneIdea) => Math.max(...news.map(({ at }) => at));

/** News by idea: the most important idea first, its steps in their order. */
export const byIdea = (all: readonly News[]): readonly OfOneIdea[] => {
  const ideas = new Map<string, [News, ...News[]]>();
  for (const one of all.toSorted((a, b) => a.at - b.at)) {
    const known = ideas.get(one.idea);
    if (known) known.push(one);
    else ideas.set(one.idea, [one]);
  }
  return [...ideas.values()].sort((a, b) => Number(isEnd(b)) - Number(isEnd(a)) || newest(b) - newest(a));
};

/** The message of a bundle, from the rows as they now stand: of an idea that was withdrawn meanwhile it has no word. Undefined where nothing is left to tell. */
export const newsMessage = async (ports: Ports, person: PersonId, news: readonly News[]): Promise<MessageOf<"news"> | undefined> => {
  const ideas = (await Promise.all(byIdea(news).map((one) => newsOf(ports, person, one)))).flat();
  return ideas.length > 0 ? { say: "news", ideas } : undefined;
};

/** Is the idea whose merge a step tells still part of this one? */
export const stillJoined = async ({ rows }: Ports, team: TeamId, { joined: ids = [] }: Idea, step: string): Promise<boolean> => {
  const joined = await Promise.all(ids.map((id) => readIdea(rows, team, id)));
  return joined.some((one) => one?.idea.stage === "merged" && one.idea.mergedStep === step);
};

/** News of another idea, which does not name it: it reads the same however many there are. */
const isOfOther = (kind: News["news"]): boolean => kind === "joined" || kind === "parted";

const newsOf = async (ports: Ports, person: PersonId, news: OfOneIdea): Promise<readonly NewsOfIdea[]> => {
  const [{ team: id, reader }] = news;
  const found = await readForJob(news[0], ports, true);
  if (!found) return [];
  const team = teamView(found.team);
  const { idea } = found.stored;
  if (idea.stage === "withdrawn") return [{ team, withdrawn: true, reader, ...(idea.number === undefined ? {} : { number: idea.number }) }];
  const lines = await Promise.all(
    news.map(async ({ news: kind, step: key, count }): Promise<readonly NewsLine[]> => {
      if (kind === "thanks") return [{ news: kind, ...(count === undefined ? {} : { count }) }];
      const step = await readStep(ports.rows, id, key);
      if (!step || kind === "withdrawn" || (kind === "joined" && !(await stillJoined(ports, id, idea, key)))) return [];
      const isTold = life[step.event].isPublic || (step.event === "hold" && reader === "author" && isStepOf(idea.id, key));
      const who = step.event === "take" || step.event === "try-idea" ? step.who : undefined;
      const name = who && (await readNames(ports.rows, id, [who])).get(who);
      return [{ news: kind, ...(name ? { name } : {}), ...(isTold && step.why ? { reason: step.why } : {}) }];
    }),
  );
  const owns = person === idea.owner ? { owns: true as const } : {};
  const [seen, into] = await Promise.all([viewOfIdea(found), viewOfFinal(ports, found.team, found.stored, found.now)]);
  const told = lines.flat().filter(({ news: kind }, at, all) => !isOfOther(kind) || all.findLastIndex((line) => line.news === kind) === at);
  return told.length === 0 ? [] : [{ team, idea: seen, reader, ...owns, ...(into ? { into } : {}), lines: told }];
};
