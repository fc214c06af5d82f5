import { startOfDate } from "../domain/cadence.ts";
import { defaultDue, teamView } from "../domain/digest.ts";
import { type Idea, type IdeaId, isOpen, longestReason } from "../domain/idea.ts";
import { personIdOf } from "../domain/ids.ts";
import type { Message, RefusalReason } from "../domain/message.ts";
import { isPresent, type Member, type PersonId } from "../domain/person.ts";
import type { Team } from "../domain/team.ts";
import type { Ports } from "../ports.ts";
import { addVoice as addVoiceTo, type Step } from "../store/ideas.ts";
import { sendKey } from "../store/sends.ts";
import { readTeam } from "../store/teams.ts";
import { type About, ideaIn, view } from "./about-idea.ts";
import { without } from "./add-team.ts";
import { gather, memberChoices, viewOf } from "./digest.ts";
import { type Answer, afterStoringMs, forTeam, type JobFlow, refuse } from "./flow.ts";
import { refreshDigests } from "./refresh-digest.ts";
import { reviseIdea } from "./revise-idea.ts";
import type { IdeaTurn, Turn } from "./right.ts";
import { afterSend, sayTo } from "./send.ts";

/** An idea with its team, outside a turn. */
type InTeam = About & { readonly team: Team; readonly now: number };

/** The post that was pressed, as it now stands for everybody; where there is none, the plain answer. */
const postOr = ({ pressed, gathered, team, now }: IdeaTurn, changed: Idea, plain: Message): Answer => {
  if (!pressed) return plain;
  const ideas = gathered.ideas.map((stored) => (stored.idea.id === changed.id ? { ...stored, idea: changed } : stored));
  return forTeam(team, { say: "digest", digest: viewOf(pressed, { ...gathered, ideas }, team, now) });
};

/** *Me too*: one voice per person. */
export const addVoice = async (_what: unknown, turn: IdeaTurn): Promise<Answer> => {
  const { team, stored, pressed, ports, who } = turn;
  if (!isOpen(stored.idea)) return refuse("idea-closed");
  // A post that was not renewed is renewed by the next press, so this job need not be there first.
  const [added] = await Promise.all([addVoiceTo(ports.rows, team.id, stored, who), refreshDigests(ports, team, stored.idea, pressed)]);
  if (!added) return refuse("no-such-idea");
  const plain: Message = { say: "voice-added", team: teamView(team), idea: view(turn, added.idea), already: !added.isNew };
  return postOr(turn, added.idea, plain);
};

/** *I'll take it* in the channel takes at once, with the default date; the chat then asks for date and test. */
export const takeIdea = async (_what: unknown, turn: IdeaTurn): Promise<Answer> => {
  const { team, stored, ports, who, now } = turn;
  const { idea } = stored;
  // What was agreed stands, however often the button is pressed.
  if (idea.owner === who) return postOr(turn, idea, { say: "owned", team: teamView(team), idea: view(turn) });
  const due = idea.askedOwner === who && idea.askedDue ? idea.askedDue : defaultDue(team, now);
  const once = ports.chance.id();
  const owned = await own(turn, { due }, async () => {
    await ports.jobs.put({ job: "plan-with-owner", team: team.id, idea: idea.id, person: who, once }, afterStoringMs);
  });
  if ("refusal" in owned) return owned.refusal;
  return postOr(turn, owned.idea, { say: "owned", team: teamView(team), idea: view(turn, owned.idea) });
};

/** Makes the person who asks the owner, unless somebody else already is. */
const own = async (
  { team, gathered, stored, pressed, ports, who, now }: IdeaTurn,
  plan: { readonly due: string; readonly test?: string },
  also: () => Promise<void> = async () => undefined,
): Promise<{ readonly idea: Idea } | { readonly refusal: Message }> => {
  const once = ports.chance.id();
  return reviseIdea(
    ports,
    team.id,
    stored.idea.id,
    (idea) => {
      if (!isOpen(idea)) return { instead: refuse("idea-closed") };
      if (idea.owner !== undefined && idea.owner !== who) return { instead: refuse("already-owned", gathered.names.get(idea.owner)) };
      const after: Idea = { ...without(idea, "askedOwner", "askedBy", "askedDue", "reason"), owner: who, stage: "planned", ...plan };
      return { idea: after, step: { stage: "planned", at: now, who } };
    },
    (idea) =>
      Promise.all([
        stored.idea.owner === who
          ? undefined
          : ports.jobs.put({ job: "tell-author", team: team.id, idea: idea.id, news: "owned", once }, afterStoringMs),
        refreshDigests(ports, team, idea, pressed),
        also(),
      ]),
    stored,
  );
};

/** *Assign* opens its form for who pressed it; it offers the team's members. */
export const assignForm = async (action: { readonly digest?: string }, turn: IdeaTurn): Promise<Answer> =>
  formToAssign(turn, action.digest);

const formToAssign = (turn: IdeaTurn, digest: string | undefined, problem?: RefusalReason): Message => ({
  say: "assign-form",
  team: teamView(turn.team),
  idea: view(turn),
  members: memberChoices(turn.gathered),
  due: defaultDue(turn.team, turn.now),
  ...(digest ? { digest } : {}),
  ...(problem ? { problem } : {}),
});

export const assignOwner = async (
  action: { readonly digest?: string; readonly person: string; readonly due: string },
  turn: IdeaTurn,
): Promise<Answer> => {
  if (startOfDate(action.due, turn.team.settings.zone) === undefined) return formToAssign(turn, action.digest, "bad-date");
  return assign(turn, action.person, action.due);
};

/** `assign #42 Sara`: the one member whose name fits. */
export const assignByNumber = async (command: { readonly rest: string }, turn: IdeaTurn): Promise<Answer> => {
  if (command.rest.trim() === "") return formToAssign(turn, undefined);
  const person = memberNamed(command.rest, turn.gathered.members);
  if ("why" in person) return refuse(person.why, person.about);
  return assign(turn, person.id, defaultDue(turn.team, turn.now));
};

/** The member a name means: the whole name, or the beginning of any of its parts where only one fits. */
const memberNamed = (
  written: string,
  members: readonly Member[],
): { readonly id: PersonId } | { readonly why: RefusalReason; readonly about: string } => {
  const name = written.trim().replace(/^@/, "").toLowerCase();
  const present = members.filter(isPresent);
  const whole = present.filter((member) => member.name.toLowerCase() === name);
  const fits = whole.length > 0 ? whole : present.filter((member) => ` ${member.name.toLowerCase()}`.includes(` ${name}`));
  const [one, ...more] = fits;
  if (!one) return { why: "no-such-member", about: written.trim().slice(0, 60) };
  return more.length > 0 ? { why: "several-members", about: fits.map((member) => member.name).join(", ") } : { id: one.person };
};

const assign = async (turn: IdeaTurn, person: string, due: string): Promise<Answer> => {
  const asked = await askToOwn(turn, turn, person, due);
  if ("refusal" in asked) return asked.refusal;
  const name = turn.gathered.names.get(asked.idea.askedOwner ?? "") ?? "";
  return postOr(turn, asked.idea, { say: "owner-asked", team: teamView(turn.team), idea: view(turn, asked.idea), name });
};

/** Anybody may propose an owner. Until that person accepts, the team reads that somebody was asked, and no name. */
export const askToOwn = async (
  { team, ports, who }: Turn,
  { gathered, stored, pressed }: About,
  wanted: string,
  due: string,
): Promise<{ readonly idea: Idea } | { readonly refusal: Message }> => {
  // The list sends our own ids, Teams' people picker the Entra id.
  const picked = personIdOf(team.tenantId, { entraId: wanted, teamsId: wanted });
  const member = gathered.members.find(({ person }) => person === wanted || person === picked);
  if (!member || !isPresent(member)) return { refusal: refuse("no-such-member") };
  // Pressed twice, they are asked once.
  const { person } = member;
  if (stored.idea.askedOwner === person && stored.idea.askedDue === due) return { idea: stored.idea };
  const once = ports.chance.id();
  return reviseIdea(
    ports,
    team.id,
    stored.idea.id,
    (idea) => {
      if (!isOpen(idea)) return { instead: refuse("idea-closed") };
      if (idea.owner !== undefined) return { instead: refuse("already-owned", gathered.names.get(idea.owner)) };
      return { idea: { ...without(idea, "reason"), askedOwner: person, askedBy: who, askedDue: due } };
    },
    (idea) =>
      Promise.all([
        ports.jobs.put({ job: "ask-owner", team: team.id, idea: idea.id, person, once }, afterStoringMs),
        refreshDigests(ports, team, idea, pressed),
      ]),
    stored,
  );
};

/** The request, in the proposed owner's chat. */
export const askOwner: JobFlow<"ask-owner"> = async (job, ports) => {
  const found = await forJob(job, ports);
  if (!found || found.stored.idea.askedOwner !== job.person || !isOpen(found.stored.idea)) return undefined;
  return afterSend(await sayTo(ports, found.team, job.person, sendKey("ask-owner", job.person, job.idea, job.once), () => request(found)));
};

const request = (found: InTeam, problem?: RefusalReason): Message => {
  const { askedBy, askedDue } = found.stored.idea;
  const name = askedBy ? found.gathered.names.get(askedBy) : undefined;
  return {
    say: "owner-request",
    team: teamView(found.team),
    idea: view(found),
    due: askedDue ?? defaultDue(found.team, found.now),
    ...(name ? { askedBy: name } : {}),
    ...(problem ? { problem } : {}),
  };
};

/** Whoever took an idea in the channel is asked in chat for the date and the smallest test. */
export const planWithOwner: JobFlow<"plan-with-owner"> = async (job, ports) => {
  const found = await forJob(job, ports);
  if (!found || found.stored.idea.owner !== job.person || !isOpen(found.stored.idea)) return undefined;
  return afterSend(await sayTo(ports, found.team, job.person, sendKey("plan", job.person, job.idea, job.once), () => planForm(found)));
};

const planForm = (found: InTeam, problem?: RefusalReason): Message => ({
  say: "owner-plan",
  team: teamView(found.team),
  idea: view(found),
  due: found.stored.idea.due ?? defaultDue(found.team, found.now),
  ...(found.stored.idea.test ? { test: found.stored.idea.test } : {}),
  ...(problem ? { problem } : {}),
});

const forJob = async (job: { readonly team: string; readonly idea: IdeaId }, ports: Ports): Promise<InTeam | undefined> => {
  const [found, gathered] = await Promise.all([readTeam(ports.rows, job.team), gather(ports, job.team)]);
  const stored = await ideaIn(gathered, job.team, job.idea, ports);
  return found && found.team.removedAt === undefined && stored ? { team: found.team, gathered, stored, now: ports.clock.now() } : undefined;
};

const testOf = (written: string) => {
  const test = written.trim().slice(0, longestReason);
  return test ? { test } : {};
};

type Planned = { readonly due: string; readonly test: string };

/** The proposed owner accepts, with a date and the smallest test worth running. */
export const acceptIdea = (action: Planned, turn: IdeaTurn): Promise<Answer> => plan(action, turn, () => request(turn, "bad-date"));

/** The owner sets date and test after taking it. */
export const planIdea = (action: Planned, turn: IdeaTurn): Promise<Answer> => plan(action, turn, () => planForm(turn, "bad-date"));

const plan = async ({ due, test }: Planned, turn: IdeaTurn, again: () => Message): Promise<Answer> => {
  if (startOfDate(due, turn.team.settings.zone) === undefined) return again();
  const owned = await own(turn, { due, ...testOf(test) });
  return "refusal" in owned ? owned.refusal : { say: "owned", team: teamView(turn.team), idea: view(turn, owned.idea) };
};

/** *Not me*, with a reason that only the leads see. An owner may give an idea back in the same way. */
export const declineIdea = (action: { readonly reason: string }, turn: IdeaTurn): Promise<Answer> => decline(turn, action.reason);

export const notMe = (command: { readonly rest: string }, turn: IdeaTurn): Promise<Answer> => decline(turn, command.rest);

const decline = async (turn: IdeaTurn, written: string): Promise<Message> => {
  const { team, stored, pressed, ports, who, now } = turn;
  const reason = written.trim().slice(0, longestReason);
  if (reason === "") return stored.idea.owner === who ? refuse("reason-needed") : request(turn, "reason-needed");
  const once = ports.chance.id();
  const changed = await reviseIdea(
    ports,
    team.id,
    stored.idea.id,
    (idea) => {
      if (idea.askedOwner !== who && idea.owner !== who) return { instead: refuse("not-the-owner") };
      const given = idea.owner === who;
      const after: Idea = {
        ...without(idea, "askedOwner", "askedBy", "askedDue", ...(given ? (["owner", "due", "test"] as const) : [])),
        reason,
        stage: given ? "new" : idea.stage,
      };
      return { idea: after, ...(given ? { step: { stage: "new", at: now } as Step } : {}) };
    },
    (idea) =>
      Promise.all([
        ports.jobs.put({ job: "tell-leads", team: team.id, news: "declined", idea: idea.id, person: who, once }, afterStoringMs),
        ports.jobs.put({ job: "tell-author", team: team.id, idea: idea.id, news: "declined", once }, afterStoringMs),
        refreshDigests(ports, team, idea, pressed),
      ]),
    stored,
  );
  return "refusal" in changed ? changed.refusal : { say: "declined", team: teamView(team), idea: view(turn, changed.idea) };
};
