import { endOfWorkingDay } from "../domain/cadence.ts";
import { defaultDue, dueFrom, readDue, teamView } from "../domain/digest.ts";
import { type Idea, type IdeaId, isOpen } from "../domain/idea.ts";
import { personIdOf } from "../domain/ids.ts";
import type { Message, RefusalReason } from "../domain/message.ts";
import { isPresent, type Member, type PersonId } from "../domain/person.ts";
import type { Team } from "../domain/team.ts";
import { cut } from "../domain/words.ts";
import type { Ports } from "../ports.ts";
import { putDue } from "../store/due.ts";
import { addVoice as addVoiceTo, insertRequest, readRequest, readStep, refuseRequest, requestKey } from "../store/ideas.ts";
import { sendKey } from "../store/sends.ts";
import { readTeam } from "../store/teams.ts";
import { type About, ideaIn, view } from "./about-idea.ts";
import { gather, memberChoices, viewOf } from "./digest.ts";
import { type Answer, afterStoringMs, forTeam, type JobFlow, refuse } from "./flow.ts";
import { type Happened, happen, withIdea } from "./live.ts";
import { refreshDigests } from "./refresh-digest.ts";

import type { IdeaTurn, Turn } from "./right.ts";
import { afterSend, sayTo } from "./send.ts";

/** An idea with its team, outside a turn. */
type InTeam = About & { readonly team: Team; readonly now: number };

/** The post that was pressed, as it now stands for everybody; where there is none, the plain answer. */
const postOr = ({ pressed, gathered, team, now }: IdeaTurn, changed: Idea, plain: Message): Answer => {
  if (!pressed) return plain;
  const ideas = withIdea(gathered.ideas, changed);
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
  const due = dueFrom(idea.askedOwner === who ? idea.askedDue : undefined, team, now);
  const taken = await happen(turn, turn, { event: "take", who, due }, [], async ({ stepKey: step }) => {
    if (step) await ports.jobs.put({ job: "plan-with-owner", team: team.id, idea: idea.id, step }, afterStoringMs);
  });
  if ("no" in taken) return taken.no;
  return postOr(turn, taken.idea, { say: "owned", team: teamView(team), idea: view(turn, taken.idea) });
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
  const due = readDue(action.due, turn.team, turn.now);
  return "why" in due ? formToAssign(turn, action.digest, due.why) : assign(turn, action.person, due.date);
};

/** `assign #42 Sara`: the one member whose name fits. */
export const assignByNumber = async (command: { readonly rest: string }, turn: IdeaTurn): Promise<Answer> => {
  if (command.rest === "") return formToAssign(turn, undefined);
  const person = memberNamed(command.rest, turn.gathered.members);
  if ("why" in person) return refuse(person.why, person.about);
  return assign(turn, person.id, defaultDue(turn.team, turn.now));
};

/** The member a name means: the whole name, or the beginning of any of its parts where only one fits. */
const memberNamed = (
  written: string,
  members: readonly Member[],
): { readonly id: PersonId } | { readonly why: RefusalReason; readonly about: string } => {
  const name = written.replace(/^@/, "").toLowerCase();
  const present = members.filter(isPresent);
  const whole = present.filter((member) => member.name.toLowerCase() === name);
  const fits = whole.length > 0 ? whole : present.filter((member) => ` ${member.name.toLowerCase()}`.includes(` ${name}`));
  const [one, ...more] = fits;
  if (!one) return { why: "no-such-member", about: cut(written, 60) };
  return more.length > 0 ? { why: "several-members", about: fits.map((member) => member.name).join(", ") } : { id: one.person };
};

const assign = async (turn: IdeaTurn, person: string, due: string): Promise<Answer> => {
  const asked = await askToOwn(turn, turn, person, due);
  if ("no" in asked) return asked.no;
  const name = turn.gathered.names.get(asked.idea.askedOwner ?? "") ?? "";
  return postOr(turn, asked.idea, { say: "owner-asked", team: teamView(turn.team), idea: view(turn, asked.idea), name });
};

/**
 * Anybody may propose an owner. Until that person accepts, a lead acts or the third working day ends, the team reads that somebody was asked, and no name.
 * A no looks like silence to everybody but the leads.
 */
export const askToOwn = async (turn: Turn, about: About, wanted: string, due: string): Promise<Happened> => {
  const { team, ports, who, now } = turn;
  // The list sends our own ids, Teams' people picker the Entra id.
  const picked = personIdOf(team.tenantId, { entraId: wanted, teamsId: wanted });
  const member = about.gathered.members.find(({ person }) => person === wanted || person === picked);
  if (!member) return { no: refuse("no-such-member") };
  const { person } = member;
  const idea = about.stored.idea.id;
  const request = ports.chance.id();
  const endsAt = endOfWorkingDay(now, 3, team.settings.zone);
  return happen(
    turn,
    about,
    { event: "ask", who, person, due, request },
    [insertRequest(idea, request, { person, by: who, at: now })],
    () =>
      Promise.all([
        ports.jobs.put({ job: "ask-owner", team: team.id, idea, request }, afterStoringMs),
        putDue(ports.rows, { at: endsAt, team: team.id, job: { job: "end-request", team: team.id, idea, request, at: endsAt } }),
      ]),
  );
};

/** Nobody has accepted by the end of the third working day: the idea needs an owner again. */
export const endRequest: JobFlow<"end-request"> = async (job, ports) => {
  const found = await forJob(job, ports);
  if (found) await happen({ ...found, ports }, found, { event: "end-request", request: job.request });
  return undefined;
};

/** The request, in the proposed owner's chat. */
export const askOwner: JobFlow<"ask-owner"> = async (job, ports) => {
  const [found, asked] = await Promise.all([forJob(job, ports), readRequest(ports.rows, job.team, job.idea, job.request)]);
  if (!found || !asked || found.stored.idea.request !== job.request || !isOpen(found.stored.idea)) return undefined;
  const key = sendKey("ask-owner", asked.person, job.idea, job.request);
  return afterSend(await sayTo(ports, found.team, asked.person, key, () => request(found)));
};

const request = (found: InTeam, problem?: RefusalReason): Message => {
  const { askedBy, askedDue } = found.stored.idea;
  const name = askedBy ? found.gathered.names.get(askedBy) : undefined;
  return {
    say: "owner-request",
    team: teamView(found.team),
    idea: view(found),
    due: dueFrom(askedDue, found.team, found.now),
    ...(name ? { askedBy: name } : {}),
    ...(problem ? { problem } : {}),
  };
};

/** Whoever took an idea in the channel is asked in chat for the date and the smallest test. */
export const planWithOwner: JobFlow<"plan-with-owner"> = async (job, ports) => {
  const [found, step] = await Promise.all([forJob(job, ports), readStep(ports.rows, job.team, job.step)]);
  const owner = step?.who;
  if (!found || owner === undefined || found.stored.idea.owner !== owner || !isOpen(found.stored.idea)) return undefined;
  return afterSend(await sayTo(ports, found.team, owner, sendKey("plan", owner, job.step), () => planForm(found)));
};

const planForm = (found: InTeam, problem?: RefusalReason): Message => ({
  say: "owner-plan",
  team: teamView(found.team),
  idea: view(found),
  due: dueFrom(found.stored.idea.due, found.team, found.now),
  ...(found.stored.idea.test ? { test: found.stored.idea.test } : {}),
  ...(problem ? { problem } : {}),
});

const forJob = async (job: { readonly team: string; readonly idea: IdeaId }, ports: Ports): Promise<InTeam | undefined> => {
  const [found, gathered] = await Promise.all([readTeam(ports.rows, job.team), gather(ports, job.team)]);
  const stored = await ideaIn(gathered, job.team, job.idea, ports);
  return found && found.team.removedAt === undefined && stored ? { team: found.team, gathered, stored, now: ports.clock.now() } : undefined;
};

const testOf = (test: string) => (test ? { test } : {});

type Planned = { readonly due: string; readonly test: string };

/** The proposed owner accepts, with a date and the smallest test worth running; an owner sets them anew. */
export const acceptIdea = (action: Planned, turn: IdeaTurn): Promise<Answer> => plan(action, turn, (why) => request(turn, why));

/** The owner sets date and test after taking it. */
export const planIdea = (action: Planned, turn: IdeaTurn): Promise<Answer> => plan(action, turn, (why) => planForm(turn, why));

const plan = async ({ due: written, test }: Planned, turn: IdeaTurn, again: (why: RefusalReason) => Message): Promise<Answer> => {
  const { team, stored, who, now } = turn;
  const due = readDue(written, team, now);
  if ("why" in due) return again(due.why);
  const event = stored.idea.owner === who ? "plan" : "take";
  const planned = await happen(turn, turn, { event, who, due: due.date, ...testOf(test) });
  return "no" in planned ? planned.no : { say: "owned", team: teamView(team), idea: view(turn, planned.idea) };
};

/** *Not me*, with a reason that only the leads see. An owner may give an idea back in the same way. */
export const declineIdea = (action: { readonly reason: string }, turn: IdeaTurn): Promise<Answer> => decline(turn, action.reason);

export const notMe = (command: { readonly rest: string }, turn: IdeaTurn): Promise<Answer> => decline(turn, command.rest);

const decline = async (turn: IdeaTurn, written: string): Promise<Message> => {
  const { stored, who } = turn;
  const why = written;
  const isOwner = stored.idea.owner === who;
  if (why === "") return isOwner ? refuse("reason-needed") : request(turn, "reason-needed");
  return isOwner ? giveBack(turn, why) : sayNo(turn, why);
};

const giveBack = async (turn: IdeaTurn, why: string): Promise<Message> => {
  const { team, stored, who, ports } = turn;
  const given = await happen(turn, turn, { event: "give-back", who, why }, [], async ({ stepKey: row }) => {
    if (row) await ports.jobs.put({ job: "tell-leads", team: team.id, news: "declined", idea: stored.idea.id, once: row }, afterStoringMs);
  });
  return "no" in given ? given.no : { say: "declined", team: teamView(team), idea: view(turn, given.idea) };
};

/** A no is kept with the request and told to the leads; to everybody else it looks like silence, until the request ends. */
const sayNo = async (turn: IdeaTurn, why: string): Promise<Message> => {
  const { team, stored, ports, now } = turn;
  const { id, request } = stored.idea;
  if (request === undefined) return refuse("not-the-owner");
  const once = requestKey(id, request);
  await ports.jobs.put({ job: "tell-leads", team: team.id, news: "declined", idea: id, once }, afterStoringMs);
  await refuseRequest(ports.rows, team.id, id, request, why, now);
  return { say: "declined", team: teamView(team), idea: view(turn) };
};
