import { startOfDate } from "../domain/cadence.ts";
import { defaultDue, teamView } from "../domain/digest.ts";
import { type Idea, type IdeaId, isOpen, longestReason } from "../domain/idea.ts";
import { personIdOf } from "../domain/ids.ts";
import type { Message, RefusalReason } from "../domain/message.ts";
import { isPresent, type Member, type PersonId } from "../domain/person.ts";
import type { Ports } from "../ports.ts";
import { addVoice as addVoiceTo, type Step } from "../store/ideas.ts";
import { sendKey } from "../store/sends.ts";
import { readTeam } from "../store/teams.ts";
import { type About, about, ideaIn, numbered, view } from "./about-idea.ts";
import { without } from "./add-team.ts";
import { gather, memberChoices, viewOf } from "./digest.ts";
import { type ActionFlow, type Answer, afterStoringMs, type CommandFlow, forTeam, type JobFlow, refuse, type Scene } from "./flow.ts";
import { refreshDigests } from "./refresh-digest.ts";
import { reviseIdea } from "./revise-idea.ts";
import { afterSend, sayTo } from "./send.ts";

/** The post that was pressed, as it now stands for everybody; where there is none, the plain answer. */
const postOr = (found: About, changed: Idea, plain: Message, ports: Ports): Answer => {
  if (!found.pressed) return plain;
  const ideas = found.gathered.ideas.map((stored) => (stored.idea.id === changed.id ? { ...stored, idea: changed } : stored));
  return forTeam(found.team, { say: "digest", digest: viewOf(found.pressed, { ...found.gathered, ideas }, found.team, ports.clock.now()) });
};

/** *Me too*: one voice per person. */
export const addVoice: ActionFlow<"add-voice"> = async (action, scene, ports) => {
  const found = await about(action, scene, ports);
  return "refusal" in found ? found.refusal : join(found, scene, ports);
};

export const meToo: CommandFlow<"me-too"> = async (command, scene, ports) => {
  const found = await numbered(command.number, scene, ports);
  return "refusal" in found ? found.refusal : join(found, scene, ports);
};

const join = async (found: About, scene: Scene, ports: Ports): Promise<Answer> => {
  const { team, stored } = found;
  if (!isOpen(stored.idea)) return refuse("idea-closed");
  // A post that was not renewed is renewed by the next press, so this job need not be there first.
  const [added] = await Promise.all([
    addVoiceTo(ports.rows, team.id, stored, scene.who.person),
    refreshDigests(ports, team, stored.idea, found.pressed),
  ]);
  if (!added) return refuse("no-such-idea");
  const plain: Message = { say: "voice-added", team: teamView(team), idea: view(found, ports, added.idea), already: !added.isNew };
  return postOr(found, added.idea, plain, ports);
};

/** *I'll take it* in the channel takes at once, with the default date; the chat then asks for date and test. */
export const takeIdea: ActionFlow<"take-idea"> = async (action, scene, ports) => {
  const found = await about(action, scene, ports);
  return "refusal" in found ? found.refusal : take(found, scene, ports);
};

export const takeByNumber: CommandFlow<"take"> = async (command, scene, ports) => {
  const found = await numbered(command.number, scene, ports);
  return "refusal" in found ? found.refusal : take(found, scene, ports);
};

const take = async (found: About, scene: Scene, ports: Ports): Promise<Answer> => {
  const { team, stored } = found;
  if (stored.idea.owner === scene.who.person) {
    // What was agreed stands, however often the button is pressed.
    return postOr(found, stored.idea, { say: "owned", team: teamView(team), idea: view(found, ports) }, ports);
  }
  const due =
    stored.idea.askedOwner === scene.who.person && stored.idea.askedDue ? stored.idea.askedDue : defaultDue(team, ports.clock.now());
  const once = ports.chance.id();
  const owned = await own(found, { due }, scene, ports, async () => {
    await ports.jobs.put({ job: "plan-with-owner", team: team.id, idea: stored.idea.id, person: scene.who.person, once }, afterStoringMs);
  });
  if ("refusal" in owned) return owned.refusal;
  return postOr(found, owned.idea, { say: "owned", team: teamView(team), idea: view(found, ports, owned.idea) }, ports);
};

/** Makes the person who asks the owner, unless somebody else already is. */
const own = async (
  found: About,
  plan: { readonly due: string; readonly test?: string },
  scene: Scene,
  ports: Ports,
  also: () => Promise<void>,
): Promise<{ readonly idea: Idea } | { readonly refusal: Message }> => {
  const { team, stored, pressed } = found;
  const { person } = scene.who;
  const once = ports.chance.id();
  return reviseIdea(
    ports,
    team.id,
    stored.idea.id,
    (idea) => {
      if (!isOpen(idea)) return { instead: refuse("idea-closed") };
      if (idea.owner !== undefined && idea.owner !== person)
        return { instead: refuse("already-owned", found.gathered.names.get(idea.owner)) };
      const after: Idea = { ...without(idea, "askedOwner", "askedBy", "askedDue", "reason"), owner: person, stage: "planned", ...plan };
      return { idea: after, step: { stage: "planned", at: ports.clock.now(), who: person } };
    },
    (idea) =>
      Promise.all([
        stored.idea.owner === person
          ? undefined
          : ports.jobs.put({ job: "tell-author", team: team.id, idea: idea.id, news: "owned", once }, afterStoringMs),
        refreshDigests(ports, team, idea, pressed),
        also(),
      ]),
    stored,
  );
};

/** *Assign* opens its form for who pressed it; it offers the team's members. */
export const assignForm: ActionFlow<"assign-form"> = async (action, scene, ports) => {
  const found = await about(action, scene, ports);
  return "refusal" in found ? found.refusal : formToAssign(found, action.digest, ports);
};

const formToAssign = (found: About, digest: string | undefined, ports: Ports, problem?: RefusalReason): Message => ({
  say: "assign-form",
  team: teamView(found.team),
  idea: view(found, ports),
  members: memberChoices(found.gathered),
  due: defaultDue(found.team, ports.clock.now()),
  ...(digest ? { digest } : {}),
  ...(problem ? { problem } : {}),
});

export const assignOwner: ActionFlow<"assign-owner"> = async (action, scene, ports) => {
  const found = await about(action, scene, ports);
  if ("refusal" in found) return found.refusal;
  if (startOfDate(action.due, found.team.settings.zone) === undefined) return formToAssign(found, action.digest, ports, "bad-date");
  return assign(found, action.person, action.due, scene, ports);
};

/** `assign #42 Sara`: the one member whose name fits. */
export const assignByNumber: CommandFlow<"assign"> = async (command, scene, ports) => {
  const found = await numbered(command.number, scene, ports);
  if ("refusal" in found) return found.refusal;
  if (command.rest.trim() === "") return formToAssign(found, undefined, ports);
  const person = memberNamed(command.rest, found.gathered.members);
  if ("why" in person) return refuse(person.why, person.about);
  return assign(found, person.id, defaultDue(found.team, ports.clock.now()), scene, ports);
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

const assign = async (found: About, who: string, due: string, scene: Scene, ports: Ports): Promise<Answer> => {
  const asked = await askToOwn(found, who, due, scene, ports);
  if ("refusal" in asked) return asked.refusal;
  const plain: Message = {
    say: "owner-asked",
    team: teamView(found.team),
    idea: view(found, ports, asked.idea),
    name: found.gathered.names.get(asked.idea.askedOwner ?? "") ?? "",
  };
  return postOr(found, asked.idea, plain, ports);
};

/** Anybody may propose an owner. Until that person accepts, the team reads that somebody was asked, and no name. */
export const askToOwn = async (
  { team, gathered, stored, pressed }: About,
  who: string,
  due: string,
  scene: Scene,
  ports: Ports,
): Promise<{ readonly idea: Idea } | { readonly refusal: Message }> => {
  // The list sends our own ids, Teams' people picker the Entra id.
  const picked = personIdOf(team.tenantId, { entraId: who, teamsId: who });
  const member = gathered.members.find(({ person }) => person === who || person === picked);
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
      return { idea: { ...without(idea, "reason"), askedOwner: person, askedBy: scene.who.person, askedDue: due } };
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
  return afterSend(
    await sayTo(ports, found.team, job.person, sendKey("ask-owner", job.person, job.idea, job.once), () => request(found, ports)),
  );
};

const request = (found: About, ports: Ports, problem?: RefusalReason): Message => {
  const { askedBy, askedDue } = found.stored.idea;
  const name = askedBy ? found.gathered.names.get(askedBy) : undefined;
  return {
    say: "owner-request",
    team: teamView(found.team),
    idea: view(found, ports),
    due: askedDue ?? defaultDue(found.team, ports.clock.now()),
    ...(name ? { askedBy: name } : {}),
    ...(problem ? { problem } : {}),
  };
};

/** Who took an idea in the channel is asked in chat for the date and the smallest test. */
export const planWithOwner: JobFlow<"plan-with-owner"> = async (job, ports) => {
  const found = await forJob(job, ports);
  if (!found || found.stored.idea.owner !== job.person || !isOpen(found.stored.idea)) return undefined;
  return afterSend(
    await sayTo(ports, found.team, job.person, sendKey("plan", job.person, job.idea, job.once), () => planForm(found, ports)),
  );
};

const planForm = (found: About, ports: Ports, problem?: RefusalReason): Message => ({
  say: "owner-plan",
  team: teamView(found.team),
  idea: view(found, ports),
  due: found.stored.idea.due ?? defaultDue(found.team, ports.clock.now()),
  ...(found.stored.idea.test ? { test: found.stored.idea.test } : {}),
  ...(problem ? { problem } : {}),
});

const forJob = async (job: { readonly team: string; readonly idea: IdeaId }, ports: Ports): Promise<About | undefined> => {
  const [found, gathered] = await Promise.all([readTeam(ports.rows, job.team), gather(ports, job.team)]);
  const stored = await ideaIn(gathered, job.team, job.idea, ports);
  return found && found.team.removedAt === undefined && stored ? { team: found.team, gathered, stored } : undefined;
};

const testOf = (written: string) => {
  const test = written.trim().slice(0, longestReason);
  return test ? { test } : {};
};

/** The proposed owner accepts, with a date and the smallest test worth running. */
export const acceptIdea: ActionFlow<"accept-idea"> = async (action, scene, ports) => {
  const found = await about(action, scene, ports);
  if ("refusal" in found) return found.refusal;
  const { idea } = found.stored;
  if (idea.askedOwner !== scene.who.person && idea.owner !== scene.who.person)
    return idea.owner ? refuse("already-owned", found.gathered.names.get(idea.owner)) : refuse("not-the-owner");
  if (startOfDate(action.due, found.team.settings.zone) === undefined) return request(found, ports, "bad-date");
  const owned = await own(found, { due: action.due, ...testOf(action.test) }, scene, ports, async () => undefined);
  return "refusal" in owned ? owned.refusal : { say: "owned", team: teamView(found.team), idea: view(found, ports, owned.idea) };
};

/** The owner sets date and test after taking it. */
export const planIdea: ActionFlow<"plan-idea"> = async (action, scene, ports) => {
  const found = await about(action, scene, ports);
  if ("refusal" in found) return found.refusal;
  if (found.stored.idea.owner !== scene.who.person) return refuse("not-the-owner");
  if (startOfDate(action.due, found.team.settings.zone) === undefined) return planForm(found, ports, "bad-date");
  const owned = await own(found, { due: action.due, ...testOf(action.test) }, scene, ports, async () => undefined);
  return "refusal" in owned ? owned.refusal : { say: "owned", team: teamView(found.team), idea: view(found, ports, owned.idea) };
};

/** *Not me*, with a reason that only the leads see. An owner may give an idea back in the same way. */
export const declineIdea: ActionFlow<"decline-idea"> = async (action, scene, ports) => {
  const found = await about(action, scene, ports);
  return "refusal" in found ? found.refusal : decline(found, action.reason, scene, ports);
};

export const notMe: CommandFlow<"not-me"> = async (command, scene, ports) => {
  const found = await numbered(command.number, scene, ports);
  return "refusal" in found ? found.refusal : decline(found, command.rest, scene, ports);
};

const decline = async (found: About, written: string, scene: Scene, ports: Ports): Promise<Message> => {
  const { team, stored, pressed } = found;
  const { person } = scene.who;
  const asked = (idea: Idea) => idea.askedOwner === person || idea.owner === person;
  if (!asked(stored.idea)) return refuse("not-the-owner");
  const reason = written.trim().slice(0, longestReason);
  if (reason === "") return stored.idea.owner === person ? refuse("reason-needed") : request(found, ports, "reason-needed");
  const once = ports.chance.id();
  const changed = await reviseIdea(
    ports,
    team.id,
    stored.idea.id,
    (idea) => {
      if (!asked(idea)) return { instead: refuse("not-the-owner") };
      const given = idea.owner === person;
      const after: Idea = {
        ...without(idea, "askedOwner", "askedBy", "askedDue", ...(given ? (["owner", "due", "test"] as const) : [])),
        reason,
        stage: given ? "new" : idea.stage,
      };
      return { idea: after, ...(given ? { step: { stage: "new", at: ports.clock.now() } as Step } : {}) };
    },
    (idea) =>
      Promise.all([
        ports.jobs.put({ job: "tell-leads", team: team.id, news: "declined", idea: idea.id, person, once }, afterStoringMs),
        ports.jobs.put({ job: "tell-author", team: team.id, idea: idea.id, news: "declined", once }, afterStoringMs),
        refreshDigests(ports, team, idea, pressed),
      ]),
    stored,
  );
  return "refusal" in changed ? changed.refusal : { say: "declined", team: teamView(team), idea: view(found, ports, changed.idea) };
};
