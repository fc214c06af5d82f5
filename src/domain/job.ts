import { z } from "zod";

const team = z.string();
const person = z.string();
const idea = z.string();
const round = z.string();
/** The instant (ms, UTC) the clock had planned; a job whose instant the team has since moved is dropped. */
const at = z.number();

/** Why a person hears from Gnist about an idea. */
export const newsKinds = ["owned", "declined", "done", "reopened", "held", "put-back", "withdrawn", "restored"] as const;
export type NewsKind = (typeof newsKinds)[number];

/** News for leads: an owner said no or has left, a post shows what was withdrawn, nothing to post, a big team waits for their OK, somebody says they lead, a digest that could not be posted. */
const leadNewsKinds = [
  "declined",
  "owner-left",
  "post-stays",
  "nothing-to-post",
  "large-team",
  "lead-claimed",
  "digest-refused",
  "digest-doubtful",
] as const;
export type LeadNewsKind = (typeof leadNewsKinds)[number];

/**
 * A piece of work whose time has come. It carries ids, never copies: the flow reads the truth again, and may run twice.
 * News of an idea names the step or the request that it tells of, so that it is told once; `once` does so for what has no row of its own.
 */
export const jobShape = z.discriminatedUnion("job", [
  z.object({ job: z.literal("welcome-team"), team }),
  z.object({ job: z.literal("read-team"), team }),
  z.object({ job: z.literal("free-ideas"), team, at: at.optional() }),
  z.object({ job: z.literal("catch-up"), team }),
  z.object({ job: z.literal("find-lead"), team, once: z.string(), openly: z.boolean().optional() }),
  z.object({ job: z.literal("tell-claim"), team, person, to: person.optional(), once: z.string() }),
  z.object({ job: z.literal("start-round"), team, at: at.optional(), by: person.optional() }),
  z.object({ job: z.literal("ask-members"), team, round }),
  z.object({ job: z.literal("ask-left-out"), team, round, at }),
  z.object({ job: z.literal("send-test"), team, person, once: z.string() }),
  z.object({ job: z.literal("ask-again"), team, round, person, at }),
  z.object({ job: z.literal("remind-round"), team, round, at }),
  z.object({ job: z.literal("remind-doubtful"), team, round, person, at }),
  z.object({ job: z.literal("answered-elsewhere"), team, round, person, to: team, idea }),
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
  z.object({ job: z.literal("forget-typed"), team, person, typed: z.string() }),
  /** `shown`: a hash of what the post shows, unless it has been renewed since. */
  z.object({ job: z.literal("renew-post"), team, digest: z.string(), shown: z.string().optional() }),
  z.object({ job: z.literal("ask-owner"), team, idea, request: z.string() }),
  z.object({ job: z.literal("end-request"), team, idea, request: z.string(), at }),
  z.object({ job: z.literal("plan-with-owner"), team, idea, step: z.string() }),
  /** `undoes`: the step that this one takes back. */
  z.object({
    job: z.literal("tell-author"),
    team,
    idea,
    step: z.string(),
    news: z.enum(newsKinds),
    undoes: z.string().optional(),
  }),
  /** Without `idea`, of every one that there is something to tell of. */
  z.object({ job: z.literal("tell-held"), team, idea: idea.optional() }),
  /** `step`: the one that withdrew it. */
  z.object({ job: z.literal("take-words-back"), team, idea, step: z.string() }),
  /** `changed`: somebody's words in them are others now. */
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
  z.object({ job: z.literal("tell-status"), tenant: z.string(), person, once: z.string() }),
]);

export type Job = z.infer<typeof jobShape>;
export type JobName = Job["job"];

/** Jobs that the clock itself brings about. */
export const dueNames = [
  "start-round",
  "ask-left-out",
  "ask-again",
  "remind-round",
  "remind-doubtful",
  "send-draft",
  "post-digest",
  "forget-typed",
  "end-request",
  "read-team",
  "free-ideas",
] as const;
export type DueName = (typeof dueNames)[number];

/** `rounds`: long work for many people. `people`: what somebody is waiting for. */
export const lanes = ["people", "rounds"] as const;
export type Lane = (typeof lanes)[number];

const ofRounds: readonly JobName[] = [
  "start-round",
  "ask-members",
  "ask-left-out",
  "ask-again",
  "remind-round",
  "remind-doubtful",
  "send-draft",
];

export const laneOf = ({ job }: Job): Lane => (ofRounds.includes(job) ? "rounds" : "people");
