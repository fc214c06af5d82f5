import { endOfWorkingDay } from "../domain/cadence.ts";
import { defaultDue, dueFrom, readDue, teamView } from "../domain/digest.ts";
import { type Idea, isOpen } from "../domain/idea.ts";
import type { Message, RefusalReason } from "../domain/message.ts";
import type { Member, PersonId } from "../domain/person.ts";
import { cut } from "../domain/words.ts";
import type { Ports } from "../ports.ts";
import { putDue } from "../store/due.ts";
import { addVoice as addVoiceTo, insertRequest, readRequest, readStep, refuseRequest, removeVoice, requestKey } from "../store/ideas.ts";
import { readMember, readMembers } from "../store/people.ts";
import { sendKey } from "../store/sends.ts";
import { type IdeaInTeam, readForJob, view } from "./about-idea.ts";
import { type Answer, afterStoringMs, begun, forTeam, isShownInChannel, type JobFlow, type Outcome, refuse, type Scene } from "./flow.ts";
import { type Happened, happen } from "./live.ts";
import { memberChoices } from "./names.ts";
import { pickedPerson } from "./picked.ts";
import { type Post, readPost, refreshDigests, viewOf, withIdea } from "./post.ts";
import type { IdeaTurn } from "./right.ts";
import { afterSend, sayTo } from "./send.ts";

/** The post that was pressed: its reading begins before the change is stored, so that nobody waits for both in turn. */
const readPressed = ({ pressed, team, ports }: IdeaTurn): Promise<Post | undefined> =>
  begun(pressed ? readPost(ports, team, pressed) : Promise.resolve(undefined));

/** The post that was pressed, as it now stands for everybody. */
const postWith = async ({ team, now, names }: IdeaTurn, post: Post, changed: Idea): Promise<Answer> =>
  forTeam(team, { say: "digest", digest: viewOf(withIdea(post, changed, await names), team, now) });

/** *Me too*: one voice per person. Pressed again, it says that the voice counts, and how to take it back. */
export const addVoice = async (_what: unknown, turn: IdeaTurn): Promise<Answer> => {
  const { team, stored, pressed, ports, who } = turn;
  if (!isOpen(stored.idea)) return refuse("idea-closed");
  const reading = readPressed(turn);
  // A post that was not renewed is renewed by the next press, so this job need not be there first.
  const [added] = await Promise.all([addVoiceTo(ports.rows, team.id, stored, who), refreshDigests(ports, team, stored.idea, pressed?.id)]);
  if (added === undefined || added === "closed") return refuse(added ? "idea-closed" : "no-such-idea");
  const about = { team: teamView(team), idea: await view(turn, added.idea) };
  if (!added.isNew)
    return { say: "voice-counts", ...about, mayLeave: stored.idea.author !== who, ...(pressed ? { digest: pressed.id } : {}) };
  const post = await reading;
  return post ? postWith(turn, post, added.idea) : { say: "voice-added", ...about };
};

/** *Take my voice back*. An author's own voice goes with the idea alone. */
export const takeVoiceBack = async (_what: unknown, turn: IdeaTurn): Promise<Answer> => {
  const { team, stored, pressed, ports, who } = turn;
  if (!isOpen(stored.idea)) return refuse("idea-closed");
  if (stored.idea.author === who) return { say: "voice-counts", team: teamView(team), idea: await view(turn), mayLeave: false };
  const reading = readPressed(turn);
  const [taken] = await Promise.all([removeVoice(ports.rows, team.id, stored, who), refreshDigests(ports, team, stored.idea, pressed?.id)]);
  if (taken === undefined || taken === "closed") return refuse(taken ? "idea-closed" : "no-such-idea");
  const post = await reading;
  return post ? postWith(turn, post, taken.idea) : { say: "voice-back", team: teamView(team), idea: await view(turn, taken.idea) };
};

/** *I'll take it* in the channel takes at once, with the default date; the chat then asks for date and test. */
export const takeIdea = async (_what: unknown, turn: IdeaTurn): Promise<Answer> => {
  const { team, stored, ports, who, now } = turn;
  const { idea } = stored;
  const due = dueFrom(idea.askedOwner === who ? idea.askedDue : undefined, team, now);
  const reading = readPressed(turn);
  const taken = await happen(turn, turn, { event: "take", who, due }, [], async ({ steps }) => {
    for (const { event, key: step } of steps)
      if (event === "take") await ports.jobs.put({ job: "plan-with-owner", team: team.id, idea: idea.id, step }, afterStoringMs);
  });
  if ("no" in taken) return taken.no;
  const post = await reading;
  return post ? postWith(turn, post, taken.got.idea) : { say: "owned", team: teamView(team), idea: await view(turn, taken.got.idea) };
};

/** *Assign* opens its form for who pressed it; it offers the team's members. */
export const assignForm = async (action: { readonly digest?: string }, turn: IdeaTurn): Promise<Answer> =>
  isOpen(turn.stored.idea) ? formToAssign(turn, action.digest) : refuse("idea-closed");

const formToAssign = async (turn: IdeaTurn, digest: string | undefined, problem?: RefusalReason): Promise<Message> => ({
  say: "assign-form",
  inChannel: isShownInChannel(turn.scene),
  team: teamView(turn.team),
  idea: await view(turn),
  members: memberChoices(await readMembers(turn.ports.rows, turn.team.id)),
  due: defaultDue(turn.team, turn.now),
  ...(digest ? { digest } : {}),
  ...(problem ? { problem } : {}),
});

/** The member that a form names: its list sends our own ids, Teams' people picker the Entra id. Read beside the idea. */
export const readChosen = async (
  { team, person }: { readonly team: string; readonly person: string },
  { rows }: Ports,
  { place }: Scene,
): Promise<Member | undefined> => {
  const picked = pickedPerson(place.address.tenantId, person);
  const found = await Promise.all([readMember(rows, team, person), readMember(rows, team, picked)]);
  return found.find((member) => member !== undefined);
};

export const assignOwner = async (
  action: { readonly digest?: string; readonly due: string },
  turn: IdeaTurn,
  chosen: Member | undefined,
): Promise<Answer> => {
  const due = readDue(action.due, turn.team, turn.now);
  if ("no" in due) return formToAssign(turn, action.digest, due.no);
  return chosen ? assign(turn, chosen, due.got) : formToAssign(turn, action.digest, "no-such-member");
};

/** `assign #42 Sara`: the one member whose name fits. */
export const assignByNumber = async (command: { readonly rest: string }, turn: IdeaTurn, members: readonly Member[]): Promise<Answer> => {
  if (command.rest === "") return assignForm({}, turn);
  const found = memberNamed(command.rest, members);
  return "no" in found ? found.no : assign(turn, found.got, defaultDue(turn.team, turn.now));
};

/** The member a name means: the whole name, or the beginning of any of its parts where only one fits. */
const memberNamed = (written: string, members: readonly Member[]): Outcome<Member> => {
  const name = written.replace(/^@/, "").toLowerCase();
  const whole = members.filter((member) => member.name.toLowerCase() === name);
  const fits = whole.length > 0 ? whole : members.filter((member) => ` ${member.name.toLowerCase()}`.includes(` ${name}`));
  const [one, ...more] = fits;
  if (!one) return { no: refuse("no-such-member", cut(written, 60)) };
  return more.length > 0 ? { no: refuse("several-members", fits.map((member) => member.name).join(", ")) } : { got: one };
};

const assign = async (turn: IdeaTurn, chosen: Member, due: string): Promise<Answer> => {
  const reading = readPressed(turn);
  const asked = await askToOwn(turn, chosen, due);
  if ("no" in asked) return asked.no;
  const { request, askedOwner } = asked.got.idea;
  // A lead was quicker, and asked somebody else.
  if (request !== undefined && askedOwner !== chosen.person) return refuse("already-asked");
  const post = await reading;
  // The post would not say that nobody was sent anything.
  if (post && !chosen.unreachable) return postWith(turn, post, asked.got.idea);
  const notReached = chosen.unreachable ? { notReached: true as const } : {};
  return { say: "owner-asked", team: teamView(turn.team), idea: await view(turn, asked.got.idea), name: chosen.name, ...notReached };
};

/**
 * Anybody may propose an owner. Until that person accepts, a lead acts or the third working day ends, the team reads that somebody was asked, and no name;
 * a lead alone may ask somebody else meanwhile.
 * A no looks like silence to everybody but the leads.
 */
export const askToOwn = async (turn: IdeaTurn, { person }: Member, due: string): Promise<Happened> => {
  const { team, ports, who, leads, now } = turn;
  const idea = turn.stored.idea.id;
  const request = ports.chance.id();
  const endsAt = endOfWorkingDay(now, 3, team.settings.zone);
  const refused = leads ? await refusedBy(person, turn) : undefined;
  const event = { event: "ask", who, leads, person, due, request, ...(refused ? { refused } : {}) } as const;
  return happen(turn, turn, event, [insertRequest(idea, request, { person, by: who, at: now })], () =>
    Promise.all([
      ports.jobs.put({ job: "ask-owner", team: team.id, idea, request }, afterStoringMs),
      putDue(ports.rows, { at: endsAt, team: team.id, job: { job: "end-request", team: team.id, idea, request, at: endsAt } }),
    ]),
  );
};

/** The request that runs, where it is this person who was asked, and they said no. */
const refusedBy = async (person: PersonId, { team, stored, ports }: IdeaTurn): Promise<string | undefined> => {
  const { id, request, askedOwner } = stored.idea;
  if (request === undefined || askedOwner !== person) return undefined;
  return (await readRequest(ports.rows, team.id, id, request))?.refusedAt === undefined ? undefined : request;
};

/** Nobody has accepted by the end of the third working day: the idea needs an owner again, also in a team that Gnist is not in, which may have it back. */
export const endRequest: JobFlow<"end-request"> = async (job, ports) => {
  const found = await readForJob(job, ports, true);
  if (found) await happen({ ...found, ports }, found, { event: "end-request", request: job.request });
  return undefined;
};

/** The request, in the proposed owner's chat. */
export const askOwner: JobFlow<"ask-owner"> = async (job, ports) => {
  const [found, asked] = await Promise.all([readForJob(job, ports), readRequest(ports.rows, job.team, job.idea, job.request)]);
  if (!found || !asked || found.stored.idea.request !== job.request || !isOpen(found.stored.idea)) return undefined;
  const key = sendKey("ask-owner", asked.person, job.idea, job.request);
  const message = await request(found);
  return afterSend(await sayTo(ports, found.team, asked.person, key, () => message, found.stored.idea));
};

const request = async (found: IdeaInTeam, problem?: RefusalReason): Promise<Message> => {
  const { askedBy, askedDue } = found.stored.idea;
  const name = askedBy && (await found.names).get(askedBy);
  return {
    say: "owner-request",
    team: teamView(found.team),
    idea: await view(found),
    due: dueFrom(askedDue, found.team, found.now),
    ...(name ? { askedBy: name } : {}),
    ...(problem ? { problem } : {}),
  };
};

/** An owner who took an idea in the channel is asked in chat for the date and the smallest test. */
export const planWithOwner: JobFlow<"plan-with-owner"> = async (job, ports) => {
  const [found, step] = await Promise.all([readForJob(job, ports), readStep(ports.rows, job.team, job.step)]);
  const owner = step?.who;
  if (!found || owner === undefined) return undefined;
  const { idea } = found.stored;
  if (idea.owner !== owner || idea.last?.step !== job.step || !isOpen(idea)) return undefined;
  const message = await planForm(found);
  return afterSend(await sayTo(ports, found.team, owner, sendKey("plan", owner, job.step), () => message, idea));
};

const planForm = async (found: IdeaInTeam, problem?: RefusalReason): Promise<Message> => ({
  say: "owner-plan",
  team: teamView(found.team),
  idea: await view(found),
  due: dueFrom(found.stored.idea.due, found.team, found.now),
  ...(found.stored.idea.test ? { test: found.stored.idea.test } : {}),
  ...(problem ? { problem } : {}),
});

const testOf = (test: string) => (test ? { test } : {});

type Planned = { readonly due: string; readonly test: string };

/** The proposed owner accepts, with a date and the smallest test worth running. Any member could take it, so that nobody is too late who says yes. */
export const acceptIdea = (action: Planned, turn: IdeaTurn): Promise<Answer> =>
  plan(action, turn, { event: "take", agreed: true }, (why) => request(turn, why));

/** The owner sets date and test after taking it. */
export const planIdea = (action: Planned, turn: IdeaTurn): Promise<Answer> =>
  plan(action, turn, { event: "plan" }, (why) => planForm(turn, why));

const plan = async (
  { due: written, test }: Planned,
  turn: IdeaTurn,
  how: { readonly event: "plan" } | { readonly event: "take"; readonly agreed: true },
  again: (why: RefusalReason) => Promise<Message>,
): Promise<Answer> => {
  const { team, who, now } = turn;
  const due = readDue(written, team, now);
  if ("no" in due) return again(due.no);
  const planned = await happen(turn, turn, { ...how, who, due: due.got, ...testOf(test) });
  return "no" in planned ? planned.no : { say: "owned", team: teamView(team), idea: await view(turn, planned.got.idea) };
};

/** *Not me*, with a reason that only the leads see. An owner may give an idea back in the same way. */
export const declineIdea = (action: { readonly reason: string }, turn: IdeaTurn): Promise<Answer> => decline(turn, action.reason);

export const notMe = (command: { readonly rest: string }, turn: IdeaTurn): Promise<Answer> => decline(turn, command.rest);

const decline = async (turn: IdeaTurn, why: string): Promise<Message> => {
  const { stored, who } = turn;
  const { owner, askedOwner } = stored.idea;
  if (owner === who && why === "") return refuse("reason-needed");
  if (owner === who || askedOwner !== who) return giveBack(turn, why);
  return why === "" ? request(turn, "reason-needed") : sayNo(turn, why);
};

const giveBack = async (turn: IdeaTurn, why: string): Promise<Message> => {
  const given = await happen(turn, turn, { event: "give-back", who: turn.who, why });
  return "no" in given ? given.no : { say: "declined", team: teamView(turn.team), idea: await view(turn, given.got.idea), how: "owned" };
};

/** A no is kept with the request and told to the leads; to everybody else it looks like silence, until the request ends. The first reason counts. */
const sayNo = async (turn: IdeaTurn, why: string): Promise<Message> => {
  const { team, stored, ports, now } = turn;
  const { id, request } = stored.idea;
  if (request === undefined) return refuse("request-over");
  const job = { job: "tell-leads", team: team.id, news: "declined", idea: id, once: requestKey(id, request) } as const;
  const [asked] = await Promise.all([readRequest(ports.rows, team.id, id, request), ports.jobs.put(job, afterStoringMs)]);
  if (asked) await refuseRequest(ports.rows, team.id, asked, why, now);
  return { say: "declined", team: teamView(team), idea: await view(turn), how: "asked" };
};
