import type { ActionOf, WrittenIdea } from "../domain/action.ts";
import { hourMs, nextWorkingMorning } from "../domain/cadence.ts";
import { teamView } from "../domain/digest.ts";
import { type Idea, type IdeaId, isFinished, isOpen } from "../domain/idea.ts";
import { formIdOf, ideaIdOf, typedIdOf } from "../domain/ids.ts";
import type { IdeaForm, Message, MessageOf, Shown, TeamView } from "../domain/message.ts";
import type { PersonId } from "../domain/person.ts";
import { rests, type Team, type TeamId } from "../domain/team.ts";
import type { Change, Ports } from "../ports.ts";
import { putDue } from "../store/due.ts";
import { insertIdea, type Made, readIdea, readMine, readSome, type StoredIdea } from "../store/ideas.ts";
import { claimForm, claimTyped, forgetTyped, mergeMember, releaseForm } from "../store/people.ts";
import { insertAsk, mergeAnswer, readAsk, type StoredAsk } from "../store/rounds.ts";
import { teamPartition } from "../store/teams.ts";
import { type ActionFlow, type Answer, afterStoringMs, begun, type JobFlow, type KnownTeam, refuse, type Scene } from "./flow.ts";
import { ideaForm, problemOf, whenShown } from "./idea-form.ts";
import { happen } from "./live.ts";
import { readUnrenewed, type Unrenewed } from "./post.ts";
import type { IdeaTurn, Turn } from "./right.ts";
import { noteAnswer } from "./rounds.ts";
import type { NotKept } from "./route.ts";

/**
 * Keeps what a person sent. The form's secret gives the idea its id, so a second press of that card finds the first idea: it is answered with the
 * first receipt, and a new text is offered under *Add another*.
 */
export const submitIdea: ActionFlow<"submit-idea"> = async (action, scene, ports) => {
  if (!action.cardTeam || problemOf(action.written)) return sendTo(action.team, action, scene, ports);
  const first = await sendOnChoice(action, scene, ports);
  // It was claimed for a team that does not take it, and is free now for the one that is chosen.
  return first.isFree ? (await sendOnChoice(action, scene, ports)).answer : first.answer;
};

/**
 * A card that offers a choice of teams is sent for one of them: what was sent first counts, on another device perhaps, stored already or not. A team that does
 * not take it, because they have left it or Gnist was removed from it, has no claim.
 */
const sendOnChoice = async (
  action: ActionOf<"submit-idea">,
  scene: Scene,
  ports: Ports,
): Promise<{ readonly answer: Answer; readonly isFree?: boolean }> => {
  const { person } = scene.who;
  const form = formIdOf(action.secret);
  void begun(scene.team(action.team));
  const sentFor = await claimForm(ports.rows, person, form, action.team);
  const answer = await sendTo(sentFor, action, scene, ports);
  if (!("say" in answer && answer.say === "refusal")) return { answer };
  await releaseForm(ports.rows, person, form);
  return { answer, isFree: sentFor !== action.team };
};

const sendTo = async (id: TeamId, action: ActionOf<"submit-idea">, scene: Scene, ports: Ports): Promise<Answer> => {
  const { cardTeam, secret, round, written } = action;
  const known = await scene.team(id);
  if (!known || known.team.removedAt !== undefined) return refuse("team-removed");
  const { team } = known;
  const problem = problemOf(written);
  if (problem) {
    const again = await ideaForm(round ? "prompt" : "asked-for", team, [], written, ports);
    return { ...(again as MessageOf<"idea-form">), secret, problem, ...(round ? { round } : {}) };
  }
  const idea = ideaIdOf(secret);
  if (!round || !cardTeam || cardTeam === team.id) return keepIdea(known, idea, written, { round }, scene, ports);
  const elsewhere = { job: "answered-elsewhere", team: cardTeam, round, person: scene.who.person, to: team.id, idea } as const;
  await ports.jobs.put(elsewhere, afterStoringMs);
  return keepIdea(known, idea, written, team.openRounds.includes(round) ? { newIn: round } : {}, scene, ports);
};

/** The form of a prompt as it comes back from a store that is away: nothing is known of its team but its id. */
export const formToSendAgain = ({ team, secret, round, written }: Omit<ActionOf<"submit-idea">, "verb">, problem: NotKept): Message => ({
  say: "idea-form",
  why: "prompt",
  team: unread(team),
  secret,
  written,
  problem,
  ...(round ? { round } : {}),
});

/** Likewise the form of an edit. */
export const formToSaveAgain = ({ team, idea, written }: Omit<ActionOf<"save-idea">, "verb">, problem: NotKept): Message => ({
  say: "idea-form",
  why: "edit",
  team: unread(team),
  idea,
  written,
  problem,
});

const unread = (id: TeamId): TeamView => ({ id, name: "", zone: "UTC" });

/** `idea some text` saves at once; `idea` alone asks for the form. */
export const writeIdea = async (command: { readonly text: string }, turn: Turn): Promise<Answer> => {
  const { team, others, who: person, scene, ports } = turn;
  const written: WrittenIdea = { friction: command.text, showName: false };
  if (problemOf(written) || others.length > 0) return ideaForm("asked-for", team, others, command.text ? written : undefined, ports);
  const fresh = ideaIdOf(ports.chance.id());
  const typed = typedIn(scene);
  const [id, shown] = await Promise.all([typed ? claimTyped(ports.rows, person, typed, fresh) : fresh, whenShown(team, ports)]);
  return keepIdea({ team, shown }, id, written, {}, scene, ports);
};

/** Names a typed message; none where Teams gives it no id: it would be taken for any other of its chat. */
const typedIn = ({ place, activity }: Scene): string | undefined =>
  activity === "" ? undefined : typedIdOf(place.address.conversationId, activity);

/**
 * Lets the clock forget a typed message a day later. It is stored before the message is remembered, so that no crash leaves one for ever, and beside the
 * reading of the team, so that nobody waits for it. Where nothing was remembered, there is nothing to forget.
 */
export const oweForgetting = async (team: TeamId, _command: unknown, { rows, clock }: Ports, scene: Scene): Promise<void> => {
  const typed = typedIn(scene);
  if (!typed) return;
  await putDue(rows, { at: clock.now() + rememberedMs, team, job: { job: "forget-typed", team, person: scene.who.person, typed } });
};

/** Teams delivers a message again within minutes; a day (ms) is long enough to recognise it. */
const rememberedMs = 24 * hourMs;

/** A typed message is no longer remembered: nothing but the idea itself says who wrote it. */
export const forgetTypedIdea: JobFlow<"forget-typed"> = async ({ person, typed }, { rows }) => {
  await forgetTyped(rows, person, typed);
  return undefined;
};

/**
 * Stores answer, idea, voice and the author's list in one transaction, which is also the first thing that is asked of the store: it fails where the author
 * is no member of the team.
 * @param answers `round` that it answers; `newIn` one for which its author was asked by another team
 */
const keepIdea = async (
  { team, shown }: KnownTeam,
  id: IdeaId,
  written: WrittenIdea,
  { round, newIn }: { readonly round?: string | undefined; readonly newIn?: string },
  scene: Scene,
  ports: Ports,
): Promise<Answer> => {
  const { rows, clock, log } = ports;
  const { person } = scene.who;
  const now = clock.now();
  const idea: Idea = { ...written, id, author: person, createdAt: now, stage: "new", voices: 1, ...(round ? { round } : {}) };
  // An idea that was typed answers the open question too, where its author was asked.
  const answered = round ?? team.openRounds.at(-1);
  const isMember = mergeMember(person, {});
  const keep = (...also: Change[]) => rows.commit(teamPartition(team.id), [isMember, ...also, ...insertIdea(idea)]);
  const asked = answered ? await keep(mergeAnswer(answered, person, "idea", now)) : "missing";
  const here = newIn ? [insertAsk({ round: newIn, person, answer: "idea", answeredAt: now })] : [];
  const commit = asked === "missing" ? await keep(...here) : asked;
  if (commit === "missing") return refuse("not-in-team");
  if (commit === "done") {
    log.info("submit-idea", { team: team.id });
    return receipt(team, idea, shown, {});
  }
  const first = (await readIdea(rows, team.id, id, "idea"))?.idea;
  if (first && first.author !== person) return refuse("stale-form");
  // It was withdrawn, or its row cannot be read any more: the words are offered on a fresh form.
  if (!first || first.stage === "withdrawn") return ideaForm("another", team, [], written, ports);
  const same = first.friction === idea.friction && first.proposal === idea.proposal;
  return receipt(team, first, shown, same ? {} : { offered: written });
};

const writtenOf = (idea: Idea): WrittenIdea => ({
  friction: idea.friction,
  showName: idea.showName,
  ...(idea.proposal ? { proposal: idea.proposal } : {}),
  ...(idea.cost ? { cost: idea.cost } : {}),
  ...(idea.kind ? { kind: idea.kind } : {}),
});

/** A receipt's words beside the idea: a second text that was sent from its card, that it was changed just now, and that a post shows it which cannot be changed. */
type Extra = { readonly offered?: WrittenIdea; readonly edited?: boolean; readonly isFixed?: boolean };

const receipt = (team: Team, idea: Idea, when: Shown, extra: Extra): Message => ({
  say: "receipt",
  team: teamView(team),
  idea: idea.id,
  written: writtenOf(idea),
  stage: idea.stage,
  ...when,
  shown: idea.digest !== undefined,
  edited: extra.edited ?? false,
  ...(extra.isFixed ? { isFixed: true } : {}),
  ...(idea.number !== undefined ? { number: idea.number } : {}),
  ...(extra.offered ? { offered: extra.offered } : {}),
});

/** An idea can be changed by its author as long as it is open, or held back. */
const mayChange = (idea: Idea): Message | undefined => (isOpen(idea) || idea.stage === "held" ? undefined : refuse("idea-closed"));

const formToEdit = (turn: IdeaTurn, when: Shown, written: WrittenIdea, problem?: IdeaForm["problem"]): Message => ({
  say: "idea-form",
  why: "edit",
  team: teamView(turn.team),
  idea: turn.stored.idea.id,
  ...when,
  written,
  ...(problem ? { problem } : {}),
});

export const editIdea = async (_action: unknown, turn: IdeaTurn): Promise<Answer> => {
  const { idea } = turn.stored;
  return mayChange(idea) ?? formToEdit(turn, await whenShown(turn.team, turn.ports), writtenOf(idea));
};

export const showReceipt = async (_action: unknown, { team, stored, ports }: IdeaTurn): Promise<Answer> =>
  receipt(team, stored.idea, await whenShown(team, ports), { isFixed: await isFixed(team, stored.idea, ports) });

const isFixed = async (team: Team, idea: Idea, ports: Ports): Promise<boolean> => (await readUnrenewed(ports, team, idea)).fixed.length > 0;

export const saveIdea = async ({ written }: { readonly written: WrittenIdea }, turn: IdeaTurn): Promise<Answer> => {
  const { team, ports } = turn;
  const problem = problemOf(written);
  const when = begun(whenShown(team, ports));
  if (problem) return formToEdit(turn, await when, written, problem);
  const fixed = begun(isFixed(team, turn.stored.idea, ports));
  const edited = await happen(turn, turn, { event: "edit", words: written });
  return "no" in edited ? edited.no : receipt(team, edited.got.idea, await when, { edited: true, isFixed: await fixed });
};

/** Withdrawing takes the text out of the store at once; only the card in the author's own chat still has it, for *Undo*. */
export const withdrawIdea = (_action: unknown, turn: IdeaTurn): Promise<Answer> => withdraw(turn, turn.stored);

/** Most of somebody's ideas that are looked through for the newest. */
const mostLookedAt = 20;

/** For `withdraw` without a number; also one that was withdrawn after the last digest: said again because the answer was lost, it takes no second idea. */
export const newestToWithdraw = async (team: TeamId, who: PersonId, { rows }: Ports): Promise<StoredIdea | undefined> => {
  const mine = await readMine(rows, team, who, mostLookedAt);
  const found = await readSome(
    rows,
    team,
    mine.map(({ id }) => id),
  );
  return found.find(({ idea, place }) => place === "idea" && !isFinished(idea));
};

/** `withdraw #42`, or `withdraw` for the newest of one's own. */
export const withdraw = async (turn: Turn, stored: StoredIdea): Promise<Message> => {
  const { team, ports } = turn;
  const { idea } = stored;
  const reading = begun(readUnrenewed(ports, team, idea));
  const takeBack = ({ steps }: Made) =>
    Promise.all(
      steps.map(({ key: step }) => ports.jobs.put({ job: "take-words-back", team: team.id, idea: idea.id, step }, afterStoringMs)),
    );
  const withdrawn = await happen(turn, { stored }, { event: "withdraw" }, [], takeBack);
  if ("no" in withdrawn) return withdrawn.no;
  // A digest may have begun to show it since it was read.
  const { was } = withdrawn.got;
  const post = whyStill(team, was, was.digest === idea.digest ? await reading : await readUnrenewed(ports, team, was));
  // In a team that Gnist was removed from it cannot be taken back.
  const written = idea.stage === "withdrawn" || team.removedAt !== undefined ? {} : { written: writtenOf(idea) };
  return { say: "withdrawn", team: teamView(team), idea: idea.id, ...written, ...(post ? { post } : {}) };
};

/** Why a post of the team still shows an idea that was withdrawn, if it does or may. */
const whyStill = (team: Team, { digest }: Idea, { fixed, isOnItsWay }: Unrenewed): MessageOf<"withdrawn">["post"] => {
  if (team.removedAt !== undefined) return digest === undefined ? undefined : "stays";
  if (fixed.length > 0) return team.leads.length > 0 ? "leads-asked" : "stays";
  if (isOnItsWay) return "on-its-way";
  return digest !== undefined && rests(team) ? "rests" : undefined;
};

export const restoreIdea = async ({ written }: { readonly written: WrittenIdea }, turn: IdeaTurn): Promise<Answer> => {
  const { team, ports } = turn;
  if (problemOf(written)) return refuse("stale-form");
  const when = begun(whenShown(team, ports));
  const fixed = begun(isFixed(team, turn.stored.idea, ports));
  const restored = await happen(turn, turn, { event: "restore", words: written });
  return "no" in restored ? restored.no : receipt(team, restored.got.idea, await when, { isFixed: await fixed });
};

type Asked = { readonly team: string; readonly round?: string };

/** The question that a button answers, where it names its round. */
export const readAnswered = async ({ team, round }: Asked, { rows }: Ports, scene: Scene): Promise<StoredAsk | undefined> =>
  round === undefined ? undefined : readAsk(rows, team, round, scene.who.person);

/** The question that a person has not been released from: that of the open round. */
const openAsk = async ({ team, who, ports }: Turn): Promise<StoredAsk | undefined> => {
  const round = team.openRounds.at(-1);
  return round ? readAsk(ports.rows, team.id, round, who) : undefined;
};

/** *Nothing this week* is an answer too. */
export const answerNothing = async ({ round }: Asked, turn: Turn, ask: StoredAsk | undefined): Promise<Answer> =>
  noteNothing(turn, round === undefined ? await openAsk(turn) : ask);

const noteNothing = async ({ team, who, ports }: Turn, ask: StoredAsk | undefined): Promise<Message> => {
  // An idea that was sent in the same round is not forgotten.
  if (ask && ask.answer !== "idea") await noteAnswer(ports, team.id, ask.round, who, "nothing");
  return { say: "nothing-noted", team: teamView(team), ...(team.nextPromptAt !== undefined ? { nextPromptAt: team.nextPromptAt } : {}) };
};

export const writeNothing = async (_command: unknown, turn: Turn): Promise<Answer> => noteNothing(turn, await openAsk(turn));

/** *Ask me tomorrow*: 08:00 on the next working day. */
export const askLater = (_action: unknown, turn: Turn, ask: StoredAsk | undefined): Promise<Answer> => noteLater(turn, ask);

const noteLater = async ({ team, who, now, ports }: Turn, ask: StoredAsk | undefined): Promise<Message> => {
  if (team.archivedAt !== undefined) return refuse("team-archived", team.name);
  if (!ask) return refuse("not-asked");
  const asked = ask.askAgainAt ?? 0;
  if (ask.answer === "later" && asked > now) return { say: "later-noted", team: teamView(team), at: asked };
  const at = nextWorkingMorning(now, team.settings.zone);
  await putDue(ports.rows, { at, team: team.id, job: { job: "ask-again", team: team.id, round: ask.round, person: who, at } });
  if (ask.answer !== "idea") await noteAnswer(ports, team.id, ask.round, who, "later", at);
  return { say: "later-noted", team: teamView(team), at };
};

export const writeTomorrow = async (_command: unknown, turn: Turn): Promise<Answer> => noteLater(turn, await openAsk(turn));
