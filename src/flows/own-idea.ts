import { startOfDate } from "../domain/cadence.ts";
import { defaultDue, teamView } from "../domain/digest.ts";
import { type Idea, type IdeaId, isOpen, longestReason } from "../domain/idea.ts";
import { personIdOf } from "../domain/ids.ts";
import type { Message, RefusalReason } from "../domain/message.ts";
import { isPresent, type Member, type PersonId } from "../domain/person.ts";
import type { Ports } from "../ports.ts";
import { insertVoice, type Step, type Voiced } from "../store/ideas.ts";
import { readTeam, teamPartition } from "../store/teams.ts";
import { type About, about, numbered, view } from "./about-idea.ts";
import { without } from "./add-team.ts";
import { gather, memberChoices, viewOf } from "./digest.ts";
import { type ActionFlow, type Answer, afterStoringMs, type CommandFlow, forTeam, type JobFlow, refuse, type Scene } from "./flow.ts";
import { refreshDigests } from "./refresh-digest.ts";
import { reviseIdea } from "./revise-idea.ts";
import { afterSend, sayTo } from "./send.ts";

/** The post that was pressed, as it now stands for everybody; where there is none, the plain answer. */
const postOr = (found: About, changed: Voiced, plain: Message, ports: Ports): Answer => {
  if (!found.pressed) return plain;
  const ideas = found.gathered.ideas.map((voiced) => (voiced.idea.id === changed.idea.id ? changed : voiced));
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
  const { team, voiced } = found;
  const { person } = scene.who;
  if (!isOpen(voiced.idea)) return refuse("idea-closed");
  // A post that was not renewed is renewed by the next press, so this job need not be there first.
  const [added] = await Promise.all([
    ports.rows.commit(teamPartition(team.id), [insertVoice(voiced.idea.id, person)]),
    refreshDigests(ports, team, voiced.idea),
  ]);
  const voices = voiced.voices.includes(person) ? voiced.voices : [...voiced.voices, person];
  const changed = { ...voiced, voices };
  const plain: Message = {
    say: "voice-added",
    team: teamView(team),
    idea: view({ ...found, voiced: changed }, ports),
    already: added !== "done",
  };
  return postOr(found, changed, plain, ports);
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
  const { team, voiced } = found;
  if (voiced.idea.owner === scene.who.person) {
    // What was agreed stands, however often the button is pressed.
    return postOr(found, voiced, { say: "owned", team: teamView(team), idea: view(found, ports) }, ports);
  }
  const due =
    voiced.idea.askedOwner === scene.who.person && voiced.idea.askedDue ? voiced.idea.askedDue : defaultDue(team, ports.clock.now());
  const once = ports.chance.id();
  const owned = await own(found, { due }, scene, ports, async () => {
    await ports.jobs.put({ job: "plan-with-owner", team: team.id, idea: voiced.idea.id, person: scene.who.person, once }, afterStoringMs);
  });
  if ("refusal" in owned) return owned.refusal;
  return postOr(
    found,
    { ...voiced, idea: owned.idea },
    { say: "owned", team: teamView(team), idea: view(found, ports, owned.idea) },
    ports,
  );
};

/** Makes the person who asks the owner, unless somebody else already is. */
const own = async (
  found: About,
  plan: { readonly due: string; readonly test?: string },
  scene: Scene,
  ports: Ports,
  also: () => Promise<void>,
): Promise<{ readonly idea: Idea } | { readonly refusal: Message }> => {
  const { team, voiced } = found;
  const { person } = scene.who;
  const once = ports.chance.id();
  return reviseIdea(
    ports,
    team.id,
    voiced.idea.id,
    (idea) => {
      if (!isOpen(idea)) return { instead: refuse("idea-closed") };
      if (idea.owner !== undefined && idea.owner !== person)
        return { instead: refuse("already-owned", found.gathered.names.get(idea.owner)) };
      const after: Idea = { ...without(idea, "askedOwner", "askedBy", "askedDue", "reason"), owner: person, stage: "planned", ...plan };
      return { idea: after, step: { stage: "planned", at: ports.clock.now(), who: person } };
    },
    (idea) =>
      Promise.all([
        voiced.idea.owner === person
          ? undefined
          : ports.jobs.put({ job: "tell-author", team: team.id, idea: idea.id, news: "owned", once }, afterStoringMs),
        refreshDigests(ports, team, idea),
        also(),
      ]),
    voiced,
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
  return postOr(found, { ...found.voiced, idea: asked.idea }, plain, ports);
};

/** Anybody may propose an owner. Until that person accepts, the team reads that somebody was asked, and no name. */
export const askToOwn = async (
  { team, gathered, voiced }: About,
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
  if (voiced.idea.askedOwner === person && voiced.idea.askedDue === due) return { idea: voiced.idea };
  const once = ports.chance.id();
  return reviseIdea(
    ports,
    team.id,
    voiced.idea.id,
    (idea) => {
      if (!isOpen(idea)) return { instead: refuse("idea-closed") };
      if (idea.owner !== undefined) return { instead: refuse("already-owned", gathered.names.get(idea.owner)) };
      return { idea: { ...without(idea, "reason"), askedOwner: person, askedBy: scene.who.person, askedDue: due } };
    },
    (idea) =>
      Promise.all([
        ports.jobs.put({ job: "ask-owner", team: team.id, idea: idea.id, person, once }, afterStoringMs),
        refreshDigests(ports, team, idea),
      ]),
    voiced,
  );
};

/** The request, in the proposed owner's chat. */
export const askOwner: JobFlow<"ask-owner"> = async (job, ports) => {
  const found = await forJob(job, ports);
  if (!found || found.voiced.idea.askedOwner !== job.person || !isOpen(found.voiced.idea)) return undefined;
  return afterSend(await sayTo(ports, found.team, job.person, `send|ask-owner|${job.idea}|${job.once}`, () => request(found, ports)));
};

const request = (found: About, ports: Ports, problem?: RefusalReason): Message => {
  const { askedBy, askedDue } = found.voiced.idea;
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
  if (!found || found.voiced.idea.owner !== job.person || !isOpen(found.voiced.idea)) return undefined;
  return afterSend(await sayTo(ports, found.team, job.person, `send|plan|${job.idea}|${job.once}`, () => planForm(found, ports)));
};

const planForm = (found: About, ports: Ports, problem?: RefusalReason): Message => ({
  say: "owner-plan",
  team: teamView(found.team),
  idea: view(found, ports),
  due: found.voiced.idea.due ?? defaultDue(found.team, ports.clock.now()),
  ...(found.voiced.idea.test ? { test: found.voiced.idea.test } : {}),
  ...(problem ? { problem } : {}),
});

const forJob = async (job: { readonly team: string; readonly idea: IdeaId }, ports: Ports): Promise<About | undefined> => {
  const [stored, gathered] = await Promise.all([readTeam(ports.rows, job.team), gather(ports, job.team)]);
  const voiced = gathered.ideas.find(({ idea }) => idea.id === job.idea);
  return stored && stored.team.removedAt === undefined && voiced ? { team: stored.team, gathered, voiced } : undefined;
};

const testOf = (written: string) => {
  const test = written.trim().slice(0, longestReason);
  return test ? { test } : {};
};

/** The proposed owner accepts, with a date and the smallest test worth running. */
export const acceptIdea: ActionFlow<"accept-idea"> = async (action, scene, ports) => {
  const found = await about(action, scene, ports);
  if ("refusal" in found) return found.refusal;
  const { idea } = found.voiced;
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
  if (found.voiced.idea.owner !== scene.who.person) return refuse("not-the-owner");
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
  const { team, voiced } = found;
  const { person } = scene.who;
  const asked = (idea: Idea) => idea.askedOwner === person || idea.owner === person;
  if (!asked(voiced.idea)) return refuse("not-the-owner");
  const reason = written.trim().slice(0, longestReason);
  if (reason === "") return voiced.idea.owner === person ? refuse("reason-needed") : request(found, ports, "reason-needed");
  const once = ports.chance.id();
  const changed = await reviseIdea(
    ports,
    team.id,
    voiced.idea.id,
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
        refreshDigests(ports, team, idea),
      ]),
    voiced,
  );
  return "refusal" in changed ? changed.refusal : { say: "declined", team: teamView(team), idea: view(found, ports, changed.idea) };
};
