import type { TeamId } from "../ids.ts";
import { type JobName, jobShape } from "../job.ts";

/** Subjects of stored rows, in the words of the people who read `status`. */
const rowThings = ["idea", "person", "round", "question", "digest", "message", "row"] as const;
type RowThing = (typeof rowThings)[number];

/** Why something was set aside. `fault`: Gnist failed at it again and again. */
export const asideWhys = ["other-version", "damaged", "unstorable", "not-a-job", "fault"] as const;
export type AsideWhy = (typeof asideWhys)[number];

/** A job that Gnist could not do, or a row that it could not read, set aside so that nothing waits behind it. It holds nothing that a person wrote. */
export type SetAside = { readonly job?: JobName; readonly row?: RowThing; readonly team?: string; readonly why: AsideWhy };

const jobNames: ReadonlySet<string> = new Set(jobShape.options.map(({ shape }) => shape.job.value));
const isJobName = (name: unknown): name is JobName => typeof name === "string" && jobNames.has(name);

/** Patterns of the technical reasons that store/record.ts, entry/worker.ts and the queues write. The first match counts. */
const marks: readonly (readonly [AsideWhy, RegExp])[] = [
  ["not-a-job", /^not (?:a job|what was set aside)/],
  ["other-version", /\bits form is version \d/],
  ["damaged", /^BadRow: |\bits form is of no version| is not as expected \(| is not JSON/],
  ["unstorable", /^Unstorable: /],
];

/** Why something was set aside, from the technical reason that was kept with it. */
export const whyAside = (reason: string): AsideWhy => marks.find(([, mark]) => mark.test(reason))?.[0] ?? "fault";

type AsideJob = { readonly reason: string; readonly job: unknown };

const factsOf = (job: unknown): { readonly job?: unknown; readonly team?: unknown; readonly tenant?: unknown } =>
  typeof job === "object" && job !== null ? job : {};

const thingOf: Readonly<Record<string, RowThing>> = {
  idea: "idea",
  ended: "idea",
  voice: "idea",
  step: "idea",
  mine: "idea",
  number: "idea",
  member: "person",
  guest: "person",
  left: "person",
  round: "round",
  asked: "question",
  digest: "digest",
  send: "message",
};

/** The rows and jobs of one team that were set aside. @param rows by the name of their kind; a job by its own name */
export const teamSetAside = (
  rows: readonly { readonly kind: string; readonly why: string; readonly job?: string }[],
): readonly SetAside[] =>
  rows.map(({ kind, why, job }) => ({ ...(isJobName(job) ? { job } : { row: thingOf[kind] ?? "row" }), why: whyAside(why) }));

/** The jobs of a tenant's teams that were set aside. An unreadable job belongs to no tenant, so every admin sees it. */
export const jobsSetAside = (poisoned: readonly AsideJob[], tenant: string, teams: ReadonlyMap<TeamId, string>): readonly SetAside[] =>
  poisoned.flatMap(({ reason, job }) => {
    const known = factsOf(job);
    const team = typeof known.team === "string" ? teams.get(known.team) : undefined;
    const isOurs = known.tenant === tenant || team !== undefined || !isJobName(known.job);
    return isOurs
      ? [{ ...(isJobName(known.job) ? { job: known.job } : {}), ...(team !== undefined ? { team } : {}), why: whyAside(reason) }]
      : [];
  });
