import { weekOf } from "../../domain/asking/cadence.ts";
import { dateOf, dayMs } from "../../domain/asking/local-time.ts";
import { ideasUntouchedSince } from "../../domain/idea/age.ts";
import type { IdeaId } from "../../domain/idea/idea.ts";
import type { TeamId } from "../../domain/ids.ts";
import { auditMonths, monthsBefore, monthsKeptWithin, nextDropAt, recordBefore, weekMs } from "../../domain/teams/months-kept.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { noteOldRows } from "../../store/act.ts";
import { readDefaults } from "../../store/defaults.ts";
import { readDigests } from "../../store/digest.ts";
import { dropActs, dropIdea, dropPassedHere, dropPersonRows, dropping, dropTeamRows, readEveryIdea } from "../../store/drop-old.ts";
import { putDue } from "../../store/due.ts";
import { readExports } from "../../store/exported.ts";
import { readEverybody } from "../../store/member.ts";
import type { Limit } from "../../store/retention.ts";
import { postNameOf, readReviews } from "../../store/review.ts";
import { readTeam } from "../../store/team.ts";
import { fewAtOnce } from "../few-at-once.ts";
import { afterStoringMs, type JobFlow } from "../flow.ts";
import { planReviewOf } from "../review/plan-review.ts";

/** Plans the next time at which a team deletes what it keeps no longer. Idempotent: the check-in of each round plans it too, so that it never ends. */
export const planDrop = ({ rows, clock }: Pick<Ports, "rows" | "clock">, team: TeamId): Promise<void> =>
  putDue(rows, { at: nextDropAt(team, clock.now()), team, job: { job: "drop-old", team } });

/**
 * Deletes what a team keeps no longer: ideas with which nobody has done anything for the months kept, with all that belongs to them, and rounds, digests and
 * notes that are older. An idea with which somebody does something meanwhile stays. Again, it finds nothing.
 */
export const dropOld: JobFlow<"drop-old"> = async ({ team: id }, ports) => {
  const { rows, jobs, clock, log } = ports;
  const team = (await readTeam(rows, id))?.team;
  // A team that Gnist was removed from goes as a whole.
  if (!team || team.removedAt !== undefined) return undefined;
  await planDrop(ports, id);
  await planReviewOf(ports, team);
  const { tenantId: tenant } = team;
  const most = (await readDefaults(rows, tenant)).defaults.settings.monthsKept;
  const months = monthsKeptWithin(team, most);
  const { drop, count } = dropping(rows, () => jobs.put({ job: "clear-erased" }, afterStoringMs));
  const { ideas, aside } = await readEveryIdea(rows, id);
  const limit = await limitOf(team, months, auditMonths(most), ports);
  const old = ideasUntouchedSince(
    ideas.map(({ idea }) => idea),
    limit.recordBefore,
  );
  const isOld = (idea: IdeaId) => old.has(idea);
  const people = await readEverybody(rows, id);
  await fewAtOnce(people, ({ person }) => dropPersonRows(rows, person, { ...limit, isGone: isOld }, drop));
  const gone = new Set<IdeaId>();
  for (const stored of ideas.filter(({ idea }) => old.has(idea.id))) {
    await dropPassedHere(rows, id, stored.idea.id, drop);
    if (await dropIdea(id, stored, drop)) gone.add(stored.idea.id);
  }
  const left = new Set([...aside, ...ideas.map(({ idea }) => idea.id).filter((one) => !gone.has(one))]);
  await dropTeamRows(rows, { ...limit, isGone: (idea) => gone.has(idea) }, left, drop);
  await dropActs(rows, tenant, { ...limit, isGone: isOld }, drop);
  if (count() === 0) return undefined;
  await noteOldRows(rows, tenant, { at: clock.now(), count: count() });
  log.info("old-dropped", { team: id, months, ideas: gone.size, rows: count() });
  return undefined;
};

/** Age (ms) at which a team forgets where an answer stands that shows an idea. Such a row says who looked at the idea, so it is not kept for the months. */
const answersKeptMs = 30 * dayMs;

const limitOf = async (team: Team, months: number, ofAudit: number, { rows, clock }: Ports): Promise<Omit<Limit, "isGone">> => {
  const now = clock.now();
  const { zone, everyWeeks } = team.settings;
  const before = monthsBefore(now, months, zone);
  const [digests, reviews] = await Promise.all([readDigests(rows, team.id), readReviews(rows, team.id)]);
  const isOld = ({ createdAt }: { readonly createdAt: number }) => createdAt < before;
  const past = new Set([...digests.filter(isOld).map(({ id }) => id), ...reviews.filter(isOld).map(({ month }) => postNameOf(month))]);
  return {
    team,
    before,
    recordBefore: recordBefore(team, before, await readExports(rows, team.id)),
    date: dateOf(before, zone),
    week: weekOf(before, zone),
    answersBefore: now - answersKeptMs,
    auditBefore: monthsBefore(now, ofAudit, zone),
    digests: Math.ceil((now - before) / (everyWeeks * weekMs)),
    isPast: (post) => past.has(post),
  };
};
