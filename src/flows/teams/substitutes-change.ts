import { endOfDate } from "../../domain/asking/local-time.ts";
import type { Substitution, Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { putDue } from "../../store/due.ts";
import { afterStoringMs } from "../flow.ts";

/** Puts the jobs that tell of substitutions that begin and end, before the team is stored. */
export const substitutesChange = async (before: Team, after: Team, { rows, jobs }: Ports): Promise<void> => {
  const [old = [], fresh = []] = [before.substitutes, after.substitutes];
  const lacks = (all: readonly Substitution[], { id }: Substitution) => !all.some((one) => one.id === id);
  const ended = old.filter((one) => lacks(fresh, one));
  const begun = fresh.filter((one) => lacks(old, one));
  for (const one of [...ended, ...begun]) await jobs.put({ job: "tell-substitute", team: after.id, ...one }, afterStoringMs);
  if (ended.length > 0) await jobs.put({ job: "renew-drafts", team: after.id, changed: false }, afterStoringMs);
  for (const { until } of begun) {
    const at = endOfDate(until, after.settings.zone);
    await putDue(rows, { at, team: after.id, job: { job: "renew-drafts", team: after.id, changed: false } });
  }
};
