import { z } from "zod";
import { monthShape } from "./review/month.ts";

const team = z.string();
const person = z.string();
const idea = z.string();
const round = z.string();
/** The planned instant (ms UTC). The flow drops a job whose instant the team has moved since. */
const at = z.number();

/** Kinds of news about an idea that Gnist sends to a person. */
export const newsKinds = [
  "owned",
  "tried",
  "testing",
  "checking",
  "again",
  "done",
  "stopped",
  "answered",
  "undone",
  "reopened",
  "declined",
  "passed-on",
  "promised",
  "sent-back",
  "merged",
  "unmerged",
  "joined",
  "parted",
  "held",
  "put-back",
  "withdrawn",
  "restored",
  "thanks",
] as const;
export type NewsKind = (typeof newsKinds)[number];

/**
 * Kinds of news for leads: an owner said no or has left, needs help, or has given no sign of work; a post still shows a withdrawn idea; there is nothing to
 * post; a large team waits for their OK; a member says that they lead; Teams refused a digest or a post for coordinators, or nobody knows whether Teams has it;
 * an author has answered a question; another team has a result for an idea like theirs.
 */
const leadNewsKinds = [
  "declined",
  "owner-left",
  "needs-help",
  "quiet",
  "post-stays",
  "nothing-to-post",
  "large-team",
  "lead-claimed",
  "digest-refused",
  "digest-doubtful",
  "passed-trouble",
  "author-answered",
  "tip",
] as const;
export type LeadNewsKind = (typeof leadNewsKinds)[number];

/**
 * A piece of work whose time has come. It carries ids and no copies: the flow reads the rows again. Delivery is at least once, so flows are idempotent.
 * News of an idea names its step or its request, so that Gnist sends it once; `once` names other news.
 */
export const jobShape = z.discriminatedUnion("job", [
  /** `by`: the person who added Gnist. */
  z.object({ job: z.literal("welcome-team"), team, by: person.optional() }),
  z.object({ job: z.literal("read-team"), team }),
  z.object({ job: z.literal("free-ideas"), team, at: at.optional() }),
  z.object({ job: z.literal("catch-up"), team }),
  z.object({ job: z.literal("find-lead"), team, once: z.string(), openly: z.boolean().optional() }),
  z.object({ job: z.literal("tell-claim"), team, person, to: person.optional(), once: z.string() }),
  z.object({ job: z.literal("start-round"), team, at: at.optional(), by: person.optional() }),
  /** `at`: the moment at which the clock had to ask; missing where a person began it. */
  z.object({ job: z.literal("ask-members"), team, round, at: at.optional() }),
  z.object({ job: z.literal("ask-left-out"), team, round, at }),
  z.object({ job: z.literal("ask-person"), team, round, person, at }),
  z.object({ job: z.literal("move-question"), team, person }),
  z.object({ job: z.literal("send-test"), team, person, once: z.string() }),
  z.object({ job: z.literal("ask-again"), team, round, person, at }),
  z.object({ job: z.literal("remind-round"), team, round, at }),
  z.object({ job: z.literal("remind-doubtful"), team, round, person, at }),
  /** `person`: the one owner for whom it waited until a working day of theirs. */
  z.object({ job: z.literal("check-in"), team, round, at, person: person.optional() }),
  /** `since`: the instant of the check-in, or of the lead's *Ask again*, after which the owner has given no sign. */
  z.object({ job: z.literal("nudge"), team, person, since: at, at }),
  z.object({ job: z.literal("tell-quiet"), team, idea, person, since: at, at }),
  /** `since`: the instant at which a lead pressed *Ask again*. */
  z.object({ job: z.literal("ask-owner-again"), team, idea, person, since: at }),
  z.object({ job: z.literal("answered-elsewhere"), team, round, person, to: team }),
  z.object({ job: z.literal("send-draft"), team, round, at }),
  z.object({ job: z.literal("draft-to-lead"), team, round, person, at }),
  z.object({
    job: z.literal("post-digest"),
    team,
    round: round.optional(),
    at: at.optional(),
    digest: z.string().optional(),
    by: person.optional(),
  }),
  z.object({ job: z.literal("renew-posts"), team, idea }),
  z.object({ job: z.literal("forget-authors"), team }),
  /** Without `person`: a message with an idea for a colleague. */
  z.object({ job: z.literal("forget-typed"), team, person: person.optional(), typed: z.string() }),
  /** `shown`: a hash of the post as Gnist sent it; after a renewal the digest's own hash (`shownHash`) counts. */
  z.object({ job: z.literal("renew-post"), team, digest: z.string(), shown: z.string().optional() }),
  /** `by`: the lead who opens it. */
  z.object({ job: z.literal("post-board"), team, board: z.string(), by: person.optional() }),
  /** `shown`: a hash of the post as Gnist sent it, as of a digest. */
  z.object({ job: z.literal("renew-board"), team, board: z.string(), shown: z.string().optional() }),
  z.object({ job: z.literal("ask-owner"), team, idea, request: z.string() }),
  /** `question`: the id of the question to the idea's author. */
  z.object({ job: z.literal("ask-author"), team, idea, question: z.string() }),
  z.object({ job: z.literal("end-request"), team, idea, request: z.string(), at }),
  z.object({ job: z.literal("plan-with-owner"), team, idea, step: z.string() }),
  /** `by`: the person who acts, where the step names nobody. `from`: the idea that this one is part of no more. */
  z.object({
    job: z.literal("note-news"),
    team,
    idea,
    step: z.string(),
    news: z.enum(newsKinds),
    by: person.optional(),
    from: idea.optional(),
  }),
  /** The bundle of one person at one moment. `team`: any team of theirs. */
  z.object({ job: z.literal("send-news"), team, person, at }),
  /** Without `idea`: of every idea with such news for its author. */
  z.object({ job: z.literal("tell-held"), team, idea: idea.optional() }),
  /** `once`: the name of this telling. */
  z.object({ job: z.literal("tell-thanks"), team, once: z.string() }),
  /** `step`: the key of the step that withdrew the idea. */
  z.object({ job: z.literal("take-words-back"), team, idea, step: z.string() }),
  /** Takes the words of withdrawn ideas out of the copies of posts that may keep them no longer. */
  z.object({ job: z.literal("blank-copies"), team }),
  /** Brings the voices of `idea` to the one that it was merged into, or takes them back from there. */
  z.object({ job: z.literal("move-voices"), team, idea, into: idea }),
  /** `changed`: an author has changed or withdrawn words that the drafts show. */
  z.object({ job: z.literal("renew-drafts"), team, changed: z.boolean() }),
  z.object({
    job: z.literal("tell-leads"),
    team,
    news: z.enum(leadNewsKinds),
    idea: idea.optional(),
    person: person.optional(),
    once: z.string(),
  }),
  z.object({
    job: z.literal("tell-lead"),
    team,
    lead: person,
    news: z.enum(leadNewsKinds),
    idea: idea.optional(),
    person: person.optional(),
    once: z.string(),
  }),
  /** Posts what was passed on in the coordinators' channel, or renews that post. `passed` names the post; `shown`: a hash of it as Gnist sent it. */
  z.object({ job: z.literal("show-passed"), team, idea, passed: z.string(), shown: z.string().optional() }),
  /** `id`: of the substitution, which need not be stored any more. */
  z.object({ job: z.literal("tell-substitute"), team, id: z.string(), lead: person, person, until: z.string() }),
  /** Offers an adopted result to the next page of teams. */
  z.object({ job: z.literal("spread"), team, idea }),
  /** Gives the result of a team (`from`) to the leads of another one, where that has an idea like it. `since`: the instant at which it was offered. */
  z.object({ job: z.literal("give-tip"), team, from: team, idea, since: at }),
  /** Takes a result back from other teams that is offered no more. */
  z.object({ job: z.literal("take-tips-back"), team, idea }),
  /** A page of the teams that a change for many concerns. */
  z.object({ job: z.literal("change-teams"), tenant: z.string(), change: z.string() }),
  z.object({ job: z.literal("tell-change"), tenant: z.string(), person, change: z.string(), once: z.string() }),
  /** `note`: the key of the row that says what was done in the team. */
  z.object({ job: z.literal("keep-act"), team, note: z.string() }),
  z.object({ job: z.literal("tell-status"), tenant: z.string(), person, once: z.string() }),
  z.object({ job: z.literal("tell-numbers"), tenant: z.string(), person, once: z.string() }),
  /** Makes a file, and puts it where its reader's Teams takes it. `file`: the hash of the offer's token. */
  z.object({ job: z.literal("send-file"), file: z.string() }),
  /** Forgets the offer of a file that nobody has taken. `team` names none. */
  z.object({ job: z.literal("drop-file"), team, file: z.string(), at }),
  /** Writes what is kept of a person in their own chat; `once` names the asking. */
  z.object({ job: z.literal("tell-my-data"), tenant: z.string(), person, once: z.string() }),
  /** Deletes what is kept of a person, a part at a time. */
  z.object({ job: z.literal("erase-person"), tenant: z.string(), person }),
  /** Begins that for a person who left the team 30 days ago, and is not back. */
  z.object({ job: z.literal("erase-left"), team, person, at }),
  /** Begins that for a person in no team who removed Gnist from their own chat 30 days ago. `alone`: their id by Teams' own id alone. `team` names none. */
  z.object({ job: z.literal("erase-alone"), team, tenant: z.string(), person, alone: person, at }),
  /** Deletes a team that Gnist was removed from 30 days ago, a part at a time. */
  z.object({ job: z.literal("erase-team"), team, at }),
  /** Sends the review of `month` to the leads, or of a later one that is over by then. */
  z.object({ job: z.literal("send-review"), team, month: monthShape }),
  z.object({ job: z.literal("review-to-lead"), team, month: monthShape, person }),
  /** Posts a review that a lead (`by`) has released. */
  z.object({ job: z.literal("post-review"), team, month: monthShape, by: person.optional() }),
  /** `shown`: a hash of the post as Gnist sent it. */
  z.object({ job: z.literal("renew-review"), team, month: monthShape, shown: z.string().optional() }),
  /** Deletes what the team keeps no longer. */
  z.object({ job: z.literal("drop-old"), team }),
  /** Clears what an erasing leaves of itself. */
  z.object({ job: z.literal("clear-erased") }),
]);

export type Job = z.infer<typeof jobShape>;
export type JobName = Job["job"];

/** The job without a person of whom nothing is to be kept; undefined where it is about them, or goes to them. The job that erases them stays. */
export const jobWithout = (job: Job, ids: readonly string[]): Job | undefined => {
  if (job.job === "erase-person") return job;
  const { by, once, ...facts } = job as Job & { readonly by?: string; readonly once?: string };
  const isTheirs = (text: string | undefined) => text !== undefined && ids.some((id) => text.includes(id));
  if (Object.values(facts).some((fact) => typeof fact === "string" && isTheirs(fact))) return undefined;
  const others = ids.reduce((text, id) => text?.replaceAll(id, "-"), once);
  return { ...facts, ...(by === undefined || isTheirs(by) ? {} : { by }), ...(others === undefined ? {} : { once: others }) } as Job;
};

/** Jobs that the clock starts, from due rows. */
export const dueNames = [
  "start-round",
  "ask-left-out",
  "ask-person",
  "ask-again",
  "remind-round",
  "remind-doubtful",
  "check-in",
  "nudge",
  "tell-quiet",
  "send-draft",
  "post-digest",
  "send-review",
  "forget-typed",
  "end-request",
  "read-team",
  "free-ideas",
  "send-news",
  "renew-drafts",
  "find-lead",
  "tell-claim",
  "ask-owner",
  "ask-author",
  "ask-owner-again",
  "tell-leads",
  "tell-lead",
  "tell-substitute",
  "give-tip",
  "erase-left",
  "erase-alone",
  "erase-team",
  "drop-old",
  "drop-file",
] as const;
export type DueName = (typeof dueNames)[number];

/** `rounds`: long work for many people. `people`: work that a person waits for. */
export const lanes = ["people", "rounds"] as const;
export type Lane = (typeof lanes)[number];

const ofRounds: readonly JobName[] = [
  "start-round",
  "ask-members",
  "ask-left-out",
  "ask-person",
  "ask-again",
  "remind-round",
  "remind-doubtful",
  "check-in",
  "nudge",
  "send-draft",
  "send-news",
  "send-review",
  "review-to-lead",
  "change-teams",
  "spread",
  "give-tip",
  "erase-person",
  "erase-team",
  "drop-old",
  "send-file",
];

export const laneOf = ({ job }: Job): Lane => (ofRounds.includes(job) ? "rounds" : "people");
