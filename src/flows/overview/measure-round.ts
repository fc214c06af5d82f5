import { toldIn } from "../../domain/digest/plan.ts";
import type { RoundId } from "../../domain/ids.ts";
import { type MeasuredTime, measureIdeas, needsSteps } from "../../domain/overview/measure-ideas.ts";
import { afterEarlier, belongsTo, stepsIn } from "../../domain/overview/measures.ts";
import type { Turnout } from "../../domain/overview/turnout.ts";
import type { Team } from "../../domain/teams/team.ts";
import { type Ports, StoreFault } from "../../ports.ts";
import type { StoredDigest } from "../../store/digest.ts";
import { readSome, type StoredIdea } from "../../store/idea.ts";
import { putMeasures, readMeasures } from "../../store/measures.ts";
import { readRound } from "../../store/round.ts";
import { readSteps } from "../../store/step.ts";
import { fewAtOnce } from "../few-at-once.ts";

/** Rounds, if any, that are closed at an instant (ms) by a digest that was made or (without `digest`) had nothing to say. */
type ClosedRounds = Turnout & { readonly rounds: readonly RoundId[]; readonly at: number; readonly digest?: string };

/**
 * Writes the row of a digest that was made. The job that posts the digest calls it, with the ideas as it has read them: again, it changes nothing.
 * @param listed the ideas in the team's lists, from before those whose end the digest tells were taken out, or after
 */
export const measureDigest = async (ports: Ports, team: Team, digest: StoredDigest, listed: readonly StoredIdea[]): Promise<void> => {
  const { id, week, createdAt: at, asked = 0, answered = 0 } = digest;
  const known = new Set(listed.map(({ idea }) => idea.id));
  const [round, told] = await Promise.all([
    readRound(ports.rows, team.id, week),
    readSome(
      ports.rows,
      team.id,
      toldIn(digest).filter((one) => !known.has(one)),
      () => "ended",
    ),
  ]);
  // A digest that a lead posts between two rounds has the name of its week, and closes no round.
  const rounds = round?.digest === id ? [week] : [];
  await measureRound(ports, team, { rounds, at, digest: id, asked, answered }, [...listed, ...told]);
};

/** The most tries of a row that another run writes at the same time. */
const mostTries = 10;

/** Writes the row of the rounds that are closed now. Again, it finds the row, and changes nothing. */
export const measureRound = async (ports: Ports, team: Team, closed: ClosedRounds, listed: readonly StoredIdea[]): Promise<void> => {
  const round = closed.rounds.at(-1);
  if (round === undefined && closed.digest === undefined) return;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const [latest] = await readMeasures(ports.rows, team.tenantId, team.id, 1);
    if (latest && latest.measures.at >= closed.at) return;
    const { at, digest, asked, answered } = closed;
    const time: MeasuredTime = { from: latest?.measures.at ?? 0, at, zone: team.settings.zone, ...(digest ? { digest } : {}) };
    const counts = { ...(round === undefined ? {} : { round }), at, people: team.size ?? 0, asked, answered };
    const counted = { ...counts, ...measureIdeas(await withSteps(ports, team, time, listed), time) };
    const measures = { ...counted, steps: Math.max(latest?.measures.steps ?? 0, stepsIn(counted)) };
    const earlier = latest && belongsTo(round, latest.measures) ? latest : undefined;
    const row = earlier ? afterEarlier(measures, earlier.measures) : measures;
    if (await putMeasures(ports.rows, team.tenantId, { team: team.id, measures: row }, earlier)) return;
  }
  throw new StoreFault(`the measures of a round were written ${mostTries} times by others`);
};

/** More steps than any idea has. */
const mostSteps = 1_000;

/** Ideas with their steps, which are read of those alone to which something can have happened in this time. */
const withSteps = ({ rows }: Pick<Ports, "rows">, team: Team, time: MeasuredTime, listed: readonly StoredIdea[]) =>
  fewAtOnce(listed, async ({ idea }) => ({
    idea,
    steps: idea.steppedAt !== undefined && needsSteps(idea, time) ? await readSteps(rows, team.id, idea.id, mostSteps) : [],
  }));
