import { weekOf } from "../../domain/asking/cadence.ts";
import { coachOf } from "../../domain/digest/coach.ts";
import { byVoices, digestView, hasNews, idsIn, planDigest } from "../../domain/digest/plan.ts";
import { quickWinsFirst } from "../../domain/digest/quick-wins.ts";
import { type Idea, isOpen, isWorth, titleOf } from "../../domain/idea/idea.ts";
import { ideaView, type Names } from "../../domain/idea/view.ts";
import type { Message, MessageOf } from "../../domain/message/index.ts";
import { rests, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readIdeas } from "../../store/idea.ts";
import { readRound } from "../../store/round.ts";
import { namedBy, readNames } from "../people/names.ts";
import { type Couple, findLookAlikes, lookAlikesIn } from "./look-alikes.ts";
import { nextDigestId, readTold, turnout } from "./next-digest.ts";

/** The draft as it stands now; undefined where it would be empty. */
export const currentDraft = async (team: Team, ports: Ports): Promise<Message | undefined> =>
  draftIfAny(team, await readDraft(team, ports), ports);

/** A draft's facts beside its ideas. */
type DraftFacts = {
  /** Its own id, and that of the digest that it becomes. */
  readonly id: string;
  readonly told: ReadonlySet<string>;
  readonly counts: { readonly asked: number; readonly answered: number };
  readonly postsAt?: number;
};

const factsOf = async (team: Team, ports: Ports): Promise<DraftFacts> => {
  const [open] = team.openRounds;
  const [id, told, counts, round] = await Promise.all([
    nextDigestId(ports, team),
    readTold(ports, team),
    turnout(ports, team, open ? [open] : []),
    open ? readRound(ports.rows, team.id, open) : undefined,
  ]);
  return { id, told, counts, ...(round ? { postsAt: round.digestAt } : {}) };
};

/** A team's ideas in a draft: those of the next digest, and those that are held back from it. */
export const shownIn = (ideas: readonly Idea[], told: ReadonlySet<string>) => {
  const plan = planDigest(ideas, told);
  const planned = new Set(idsIn(plan));
  const held = ideas.filter(({ stage }) => stage === "held");
  return { plan, held, shown: ideas.filter((idea) => planned.has(idea.id)) };
};

/** Everything that a draft is made of. */
type DraftParts = {
  readonly ideas: readonly Idea[];
  readonly facts: DraftFacts;
  readonly names: Names;
  readonly couples: readonly Couple[];
};

/** @param reading the team's ideas, where their read has started already */
export const readDraft = async (team: Team, ports: Ports, reading = readIdeas(ports.rows, team.id)): Promise<DraftParts> => {
  const [listed, facts] = await Promise.all([reading, factsOf(team, ports)]);
  const ideas = listed.map(({ idea }) => idea);
  const { shown, held } = shownIn(ideas, facts.told);
  const [names, couples] = await Promise.all([
    readNames(ports.rows, team.id, [...shown, ...held].flatMap(namedBy)),
    findLookAlikes(team, ideas, ports),
  ]);
  return { ideas, facts, names, couples };
};

/** @param page of the list in which any idea is chosen */
export const draftIfAny = (team: Team, parts: DraftParts, ports: Ports, page = 0): DraftMessage | undefined => {
  const { plan, held } = shownIn(parts.ideas, parts.facts.told);
  return hasNews(plan) || held.length > 0 ? draftOf(team, parts, ports, page) : undefined;
};

export type DraftMessage = MessageOf<"draft">;

/** An idea's name in a list. */
const nameOf = (idea: Idea): string => `${idea.number === undefined ? "" : `#${idea.number} `}${titleOf(idea)}`;

/** An idea by its number and its title. */
const namesOf = (idea: Idea) => ({ id: idea.id, title: titleOf(idea), ...(idea.number === undefined ? {} : { number: idea.number }) });

/** Ideas on a page of the list in which a lead chooses one. */
const ideasOnPage = 25;

/** The draft as it stands now, even an empty one. */
export const draftOf = (team: Team, { ideas, facts, names, couples }: DraftParts, ports: Ports, wanted = 0): DraftMessage => {
  const { id, told, counts, postsAt } = facts;
  const { plan, held, shown } = shownIn(ideas, told);
  const now = ports.clock.now();
  const isNew = (idea: Idea) => idea.digest === undefined;
  const open = ideas
    .filter((idea) => isOpen(idea) || isWorth(idea))
    .sort((a, b) => Number(isNew(b)) - Number(isNew(a)) || quickWinsFirst(byVoices)(a, b));
  const changeable = [...open, ...held];
  const pages = Math.max(1, Math.ceil(changeable.length / ideasOnPage));
  const page = Math.min(wanted, pages - 1);
  const coach = coachOf(ideas, team, now);
  const alike = lookAlikesIn(couples, ideas);
  const week = team.openRounds[0] ?? weekOf(now, team.settings.zone);
  return {
    say: "draft",
    digest: digestView({ id, week, plan, ...(counts.asked > 0 ? counts : {}) }, shown, names, team, now),
    held: held.map((idea) => ideaView(idea, names, team, now)),
    changeable: changeable.length,
    ideas: changeable.slice(page * ideasOnPage, (page + 1) * ideasOnPage).map((idea) => ({ id: idea.id, name: nameOf(idea) })),
    page,
    pages,
    ...(postsAt !== undefined ? { postsAt } : {}),
    ...(coach ? { coach: { ...coach, idea: namesOf(coach.idea) } } : {}),
    ...(alike.length > 0 ? { alike } : {}),
    ...(rests(team) ? { rests: true } : {}),
  };
};
