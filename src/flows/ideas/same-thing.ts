import { byVoices } from "../../domain/digest/plan.ts";
import { type Idea, titleOf } from "../../domain/idea/idea.ts";
import { life, whyNotNow } from "../../domain/idea/life.ts";
import { type IdeaView, ideaView, type NamedIdea } from "../../domain/idea/view.ts";
import type { RefusalReason } from "../../domain/message/refusal.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readIdea, readIdeas, type StoredIdea } from "../../store/idea.ts";
import { namedBy, readNames } from "../people/names.ts";
import type { IdeaTurn } from "../right.ts";
import { aboutStored } from "./about-idea.ts";

/** The most merges that are followed from one idea to the next. */
const longestChain = 50;

/** The idea that stands for this one: itself, or the last one of those that it was merged into. */
export const readFinal = async ({ rows }: Pick<Ports, "rows">, { id: team }: Team, known: StoredIdea): Promise<StoredIdea> => {
  let final = known;
  for (let hops = 0; hops < longestChain && final.idea.stage === "merged" && final.idea.mergedInto !== undefined; hops += 1) {
    const next = await readIdea(rows, team, final.idea.mergedInto);
    if (!next) return final;
    final = next;
  }
  return final;
};

/** A turn about the idea that stands for the one that was meant. */
export const onFinal = async (turn: IdeaTurn): Promise<IdeaTurn> => {
  const { team, ports, stored, who } = turn;
  if (stored.idea.stage !== "merged") return turn;
  const final = await readFinal(ports, team, stored);
  return { ...turn, ...aboutStored(team.id, final, [who], ports) };
};

/** All ideas whose voices come to this one, through other ones too. */
export const readJoined = async (
  { rows }: Pick<Ports, "rows">,
  { id: team }: Team,
  { joined = [] }: Idea,
): Promise<readonly StoredIdea[]> => {
  const found: StoredIdea[] = [];
  const left = [...joined];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    const one = await readIdea(rows, team, id);
    if (!one || found.some(({ idea }) => idea.id === id)) continue;
    found.push(one);
    left.push(...(one.idea.joined ?? []));
  }
  return found;
};

/** May the team read about it: was it shown, and neither withdrawn nor held back since? */
export const isShown = ({ number, stage }: Idea): boolean => number !== undefined && stage !== "withdrawn" && stage !== "held";

/** The idea that a merged one is part of, as the team may see it; undefined where the team may not. */
export const viewOfFinal = async (ports: Ports, team: Team, stored: StoredIdea, now: number): Promise<IdeaView | undefined> => {
  if (stored.idea.stage !== "merged") return undefined;
  const { idea } = await readFinal(ports, team, stored);
  if (idea.stage === "merged" || !isShown(idea)) return undefined;
  return ideaView(idea, await readNames(ports.rows, team.id, namedBy(idea)), team, now);
};

/** Has the team been shown it, and can another idea become part of it? */
export const takesOthers = (idea: Idea): boolean => isShown(idea) && life.join.from.includes(idea.stage);

/**
 * Why an idea cannot be merged into another one.
 * @param inDraft a lead merges two ideas of a draft, of which the team need not have been shown either
 */
export const whyNotInto = (idea: Idea, target: Idea | undefined, inDraft = false): RefusalReason | undefined => {
  if (target !== undefined && target.id === idea.id) return "part-already";
  if (!target || !(isShown(target) || (inDraft && target.stage === "new"))) return "no-such-idea";
  return life.join.from.includes(target.stage) ? undefined : whyNotNow(target);
};

/** An idea as a choice or a list names it. */
export const namedIdea = (idea: Idea): NamedIdea => ({
  id: idea.id,
  title: titleOf(idea),
  ...(idea.number === undefined ? {} : { number: idea.number }),
});

/** The most ideas in the choice. */
const mostChoices = 20;

/** The ideas that may say the same, by voices; none where this one cannot be merged. */
export const sameThingChoices = async ({ team, stored: { idea }, ports }: IdeaTurn): Promise<readonly NamedIdea[]> => {
  if (!life.merge.from.includes(idea.stage)) return [];
  const listed = await readIdeas(ports.rows, team.id);
  return listed
    .map((one) => one.idea)
    .filter((one) => whyNotInto(idea, one) === undefined)
    .sort(byVoices)
    .slice(0, mostChoices)
    .map(namedIdea);
};
