import type { WrittenIdea } from "../domain/action.ts";
import { hourMs, nextWorkingMorning } from "../domain/cadence.ts";
import { teamView } from "../domain/digest.ts";
import { type Idea, type IdeaId, isOpen } from "../domain/idea.ts";
import { formIdOf, ideaIdOf, typedIdOf } from "../domain/ids.ts";
import type { Message } from "../domain/message.ts";
import type { Team } from "../domain/team.ts";
import type { Change, Ports } from "../ports.ts";
import { putDue } from "../store/due.ts";
import { insertIdea, readIdea, readIdeas } from "../store/ideas.ts";
import { claimForm, claimTyped, forgetTyped, mergeMember } from "../store/people.ts";
import { insertAsk, mergeAnswer, readAsk, type StoredAsk } from "../store/rounds.ts";
import { teamPartition } from "../store/teams.ts";
import { without } from "./add-team.ts";
import {
  type ActionFlow,
  type Answer,
  afterStoringMs,
  begun,
  type CommandFlow,
  type JobFlow,
  type KnownTeam,
  refuse,
  type Scene,
} from "./flow.ts";
import { digestTime, ideaForm, problemOf } from "./idea-form.ts";
import { refreshEveryDigest } from "./refresh-digest.ts";
import { reviseIdea } from "./revise-idea.ts";
import { noteAnswer } from "./rounds.ts";
import { knownTeam, pressedTeam } from "./who.ts";

/**
 * Keeps what a person sent. The form's secret gives the idea its id, so a second press of that card finds the first idea: it is answered with the
 * first receipt, and a new text is offered under *Add another*.
 */
export const submitIdea: ActionFlow<"submit-idea"> = async (action, scene, ports) => {
  const { cardTeam, secret, round, written } = action;
  const problem = problemOf(written);
  const [known, sentFor] = await Promise.all([
    scene.team(action.team),
    cardTeam && !problem ? claimForm(ports.rows, scene.who.person, formIdOf(secret), action.team) : action.team,
  ]);
  if (!known || known.team.removedAt !== undefined) return refuse("team-removed");
  const { team } = known;
  if (problem) {
    const again = await ideaForm(round ? "prompt" : "asked-for", team, [], written, ports);
    return {
      ...(again as Extract<Message, { say: "idea-form" }>),
      secret,
      problem,
      ...(round ? { round } : {}),
    };
  }
  // The same card was sent for another team before, on another device perhaps: what was sent first counts, stored already or not.
  if (sentFor !== team.id) return submitIdea({ ...action, team: sentFor }, scene, ports);
  const idea = ideaIdOf(secret);
  if (!round || !cardTeam || cardTeam === team.id) return keepIdea(known, idea, written, { round }, scene, ports);
  const elsewhere = { job: "answered-elsewhere", team: cardTeam, round, person: scene.who.person, to: team.id, idea } as const;
  await ports.jobs.put(elsewhere, afterStoringMs);
  return keepIdea(known, idea, written, team.openRounds.includes(round) ? { newIn: round } : {}, scene, ports);
};

/** `idea some text` saves at once; `idea` alone asks for the form. */
export const writeIdea: CommandFlow<"idea"> = async (command, scene, ports) => {
  const written: WrittenIdea = { friction: command.text, showName: false };
  const problem = problemOf(written);
  const typed = typedIdOf(scene.place.address.conversationId, scene.activity);
  const [found] = await Promise.all([knownTeam(scene, ports, "member"), problem ? undefined : oweForgetting(typed, scene, ports)]);
  if ("refusal" in found) return found.refusal;
  if (problem || found.others.length > 0) {
    return ideaForm("asked-for", found.team, found.others, command.text ? written : undefined, ports);
  }
  const [id, digestAt] = await Promise.all([
    claimTyped(ports.rows, scene.who.person, typed, ideaIdOf(ports.chance.id())),
    digestTime(found.team, ports),
  ]);
  return keepIdea({ team: found.team, digestAt }, id, written, {}, scene, ports);
};

/**
 * Lets the clock forget a typed message a day later. It is stored before the message is remembered, so that no crash leaves one for ever, and beside the
 * reading of the team, so that nobody waits for it; its team can be any of its author's. Where nothing was remembered, there is nothing to forget.
 */
const oweForgetting = async (typed: string, { who, place, person }: Scene, { rows, clock }: Ports): Promise<void> => {
  const team = place.kind === "channel" ? place.team : (await person()).teams[0];
  if (team === undefined) return;
  await putDue(rows, { at: clock.now() + rememberedMs, team, job: { job: "forget-typed", team, person: who.person, typed } });
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
  { team, digestAt }: KnownTeam,
  id: IdeaId,
  written: WrittenIdea,
  { round, newIn }: { readonly round?: string | undefined; readonly newIn?: string },
  scene: Scene,
  ports: Ports,
): Promise<Answer> => {
  const { rows, clock, log } = ports;
  const { person } = scene.who;
  const now = clock.now();
  const idea: Idea = { ...tidy(written), id, author: person, createdAt: now, stage: "new", voices: 1, ...(round ? { round } : {}) };
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
    return receipt(team, idea, digestAt, {});
  }
  const first = (await readIdea(rows, team.id, id))?.idea;
  if (first && first.author !== person) return refuse("stale-form");
  // It was withdrawn, or its row cannot be read any more: the words are offered on a fresh form.
  if (!first || first.stage === "withdrawn") return ideaForm("another", team, [], written, ports);
  const same = first.friction === idea.friction && first.proposal === idea.proposal;
  return receipt(team, first, digestAt, same ? {} : { offered: written });
};

/** The text as it is kept: no blank ends, nothing that is empty. */
const tidy = (written: WrittenIdea): WrittenIdea => {
  const proposal = written.proposal?.trim();
  return { ...without(written, "proposal"), friction: written.friction.trim(), ...(proposal ? { proposal } : {}) };
};

const writtenOf = (idea: Idea): WrittenIdea => ({
  friction: idea.friction,
  showName: idea.showName,
  ...(idea.proposal ? { proposal: idea.proposal } : {}),
  ...(idea.cost ? { cost: idea.cost } : {}),
  ...(idea.kind ? { kind: idea.kind } : {}),
});

const receipt = (
  team: Team,
  idea: Idea,
  digestAt: number,
  extra: { readonly offered?: WrittenIdea; readonly edited?: boolean },
): Message => ({
  say: "receipt",
  team: teamView(team),
  idea: idea.id,
  written: writtenOf(idea),
  stage: idea.stage,
  digestAt,
  shown: idea.digest !== undefined,
  edited: extra.edited ?? false,
  ...(idea.number !== undefined ? { number: idea.number } : {}),
  ...(extra.offered ? { offered: extra.offered } : {}),
});

/** The author's own idea, as long as it can still be changed. */
const ownIdea = (idea: Idea, scene: Scene): Message | undefined => {
  if (idea.author !== scene.who.person) return refuse("not-your-idea");
  return isOpen(idea) || idea.stage === "held" ? undefined : refuse("idea-closed");
};

export const editIdea: ActionFlow<"edit-idea"> = async (action, scene, ports) => {
  const [found, stored] = await Promise.all([pressedTeam(action.team, scene, ports), readIdea(ports.rows, action.team, action.idea)]);
  if ("refusal" in found) return found.refusal;
  if (!stored) return refuse("no-such-idea");
  const refusal = ownIdea(stored.idea, scene);
  if (refusal) return refusal;
  return {
    say: "idea-form",
    why: "edit",
    team: teamView(found.team),
    idea: action.idea,
    digestAt: await digestTime(found.team, ports),
    written: writtenOf(stored.idea),
  };
};

export const showReceipt: ActionFlow<"show-receipt"> = async (action, scene, ports) => {
  const [found, stored] = await Promise.all([pressedTeam(action.team, scene, ports), readIdea(ports.rows, action.team, action.idea)]);
  if ("refusal" in found) return found.refusal;
  if (!stored) return refuse("no-such-idea");
  if (stored.idea.author !== scene.who.person) return refuse("not-your-idea");
  return receipt(found.team, stored.idea, await digestTime(found.team, ports), {});
};

export const saveIdea: ActionFlow<"save-idea"> = async (action, scene, ports) => {
  const [found, known] = await Promise.all([pressedTeam(action.team, scene, ports), readIdea(ports.rows, action.team, action.idea)]);
  if ("refusal" in found) return found.refusal;
  const { team } = found;
  const problem = problemOf(action.written);
  const digestAt = begun(digestTime(team, ports));
  if (problem) {
    return {
      say: "idea-form",
      why: "edit",
      team: teamView(team),
      idea: action.idea,
      digestAt: await digestAt,
      written: action.written,
      problem,
    };
  }
  const changed = await reviseIdea(
    ports,
    team.id,
    action.idea,
    (idea) => {
      const refusal = ownIdea(idea, scene);
      return refusal ? { instead: refusal } : { idea: { ...without(idea, "proposal", "cost", "kind"), ...tidy(action.written) } };
    },
    (idea) => refreshEveryDigest(ports, team, idea),
    known,
  );
  return "refusal" in changed ? changed.refusal : receipt(team, changed.idea, await digestAt, { edited: true });
};

/** Withdrawing takes the text out of the store at once; only the card in the author's own chat still has it, for *Undo*. */
export const withdrawIdea: ActionFlow<"withdraw-idea"> = async (action, scene, ports) => {
  const found = await pressedTeam(action.team, scene, ports);
  if ("refusal" in found) return found.refusal;
  return withdraw(found.team, action.idea, scene, ports);
};

/** `withdraw #42`, or `withdraw` for the newest of one's own. */
export const withdrawByNumber: CommandFlow<"withdraw"> = async (command, scene, ports) => {
  const found = await knownTeam(scene, ports, "only");
  if ("refusal" in found) return found.refusal;
  const mine = (await readIdeas(ports.rows, found.team.id))
    .map(({ idea }) => idea)
    .filter((idea) => idea.author === scene.who.person && isOpen(idea));
  const newest = [...mine].sort((a, b) => b.createdAt - a.createdAt)[0];
  const idea = command.number === undefined ? newest : mine.find(({ number }) => number === command.number);
  if (!idea) return refuse("no-such-idea", command.number === undefined ? undefined : `#${command.number}`);
  return withdraw(found.team, idea.id, scene, ports);
};

const withdraw = async (team: Team, id: IdeaId, scene: Scene, ports: Ports): Promise<Message> => {
  let written: WrittenIdea | undefined;
  const changed = await reviseIdea(
    ports,
    team.id,
    id,
    (idea) => {
      const refusal = ownIdea(idea, scene);
      if (refusal) return { instead: refusal };
      written = writtenOf(idea);
      return {
        idea: {
          ...without(idea, "proposal", "cost", "kind", "editedTitle", "test"),
          friction: "",
          stage: "withdrawn",
          withdrawnFrom: idea.stage,
        },
        step: { stage: "withdrawn", at: ports.clock.now() },
      };
    },
    (idea) => refreshEveryDigest(ports, team, idea),
  );
  if ("instead" in changed || !written) return "refusal" in changed ? changed.refusal : refuse("no-such-idea");
  return { say: "withdrawn", team: teamView(team), idea: id, written };
};

export const restoreIdea: ActionFlow<"restore-idea"> = async (action, scene, ports) => {
  const [found, known] = await Promise.all([pressedTeam(action.team, scene, ports), readIdea(ports.rows, action.team, action.idea)]);
  if ("refusal" in found) return found.refusal;
  const { team } = found;
  if (problemOf(action.written)) return refuse("stale-form");
  const digestAt = begun(digestTime(team, ports));
  const changed = await reviseIdea(
    ports,
    team.id,
    action.idea,
    (idea) => {
      if (idea.author !== scene.who.person) return { instead: refuse("not-your-idea") };
      if (idea.stage !== "withdrawn") return { instead: refuse("idea-closed") };
      const stage = idea.withdrawnFrom ?? "new";
      // No name: an author is told to nobody, not by the story either.
      return { idea: { ...without(idea, "withdrawnFrom"), ...tidy(action.written), stage }, step: { stage, at: ports.clock.now() } };
    },
    (idea) => refreshEveryDigest(ports, team, idea),
    known,
  );
  return "refusal" in changed ? changed.refusal : receipt(team, changed.idea, await digestAt, {});
};

/** *Nothing this week* is an answer too. */
export const answerNothing: ActionFlow<"answer-nothing"> = async (action, scene, ports) => {
  const { round } = action;
  const [found, ask] = await Promise.all([
    pressedTeam(action.team, scene, ports),
    round ? readAsk(ports.rows, action.team, round, scene.who.person) : undefined,
  ]);
  if ("refusal" in found) return found.refusal;
  return noteNothing(found.team, round ? ask : await openAsk(found.team, scene, ports), scene, ports);
};

/** The question that a person has not been released from: that of the open round. */
const openAsk = async (team: Team, scene: Scene, ports: Ports): Promise<StoredAsk | undefined> => {
  const round = team.openRounds.at(-1);
  return round ? readAsk(ports.rows, team.id, round, scene.who.person) : undefined;
};

const noteNothing = async (team: Team, ask: StoredAsk | undefined, scene: Scene, ports: Ports): Promise<Message> => {
  // An idea that was sent in the same round is not forgotten.
  if (ask && ask.answer !== "idea") await noteAnswer(ports, team.id, ask.round, scene.who.person, "nothing");
  return { say: "nothing-noted", team: teamView(team), ...(team.nextPromptAt !== undefined ? { nextPromptAt: team.nextPromptAt } : {}) };
};

export const writeNothing: CommandFlow<"nothing"> = async (_command, scene, ports) => {
  const found = await knownTeam(scene, ports, "only");
  return "refusal" in found ? found.refusal : noteNothing(found.team, await openAsk(found.team, scene, ports), scene, ports);
};

/** *Ask me tomorrow*: 08:00 on the next working day. */
export const askLater: ActionFlow<"ask-later"> = async (action, scene, ports) => {
  const [found, ask] = await Promise.all([
    pressedTeam(action.team, scene, ports),
    readAsk(ports.rows, action.team, action.round, scene.who.person),
  ]);
  return "refusal" in found ? found.refusal : noteLater(found.team, ask, scene, ports);
};

const noteLater = async (team: Team, ask: StoredAsk | undefined, scene: Scene, ports: Ports): Promise<Message> => {
  const { person } = scene.who;
  if (!ask) return refuse("not-asked");
  const asked = ask.askAgainAt ?? 0;
  if (ask.answer === "later" && asked > ports.clock.now()) return { say: "later-noted", team: teamView(team), at: asked };
  const at = nextWorkingMorning(ports.clock.now(), team.settings.zone);
  await putDue(ports.rows, { at, team: team.id, job: { job: "ask-again", team: team.id, round: ask.round, person, at } });
  if (ask.answer !== "idea") await noteAnswer(ports, team.id, ask.round, person, "later", at);
  return { say: "later-noted", team: teamView(team), at };
};

export const writeTomorrow: CommandFlow<"tomorrow"> = async (_command, scene, ports) => {
  const found = await knownTeam(scene, ports, "only");
  return "refusal" in found ? found.refusal : noteLater(found.team, await openAsk(found.team, scene, ports), scene, ports);
};
