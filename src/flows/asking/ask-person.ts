import { weekOf } from "../../domain/asking/cadence.ts";
import { nextRoundFrom, waitingMoment } from "../../domain/asking/own-moment.ts";
import { notInThisRound } from "../../domain/overview/count-round.ts";
import { type Member, whyNotAsked } from "../../domain/people/person.ts";
import type { Ports } from "../../ports.ts";
import { askGuard, waitsForOwnTime } from "../../store/ask.ts";
import { putDue } from "../../store/due.ts";
import { readMember } from "../../store/member.ts";
import { mergeCancelled } from "../../store/send.ts";
import { teamPartition } from "../../store/team.ts";
import type { JobEnd, JobFlow } from "../flow.ts";
import { afterSend } from "../sending/say-to.ts";
import { askOne } from "./ask-one.ts";
import { claimFor } from "./asked-here.ts";
import { isSuperseded, isTooSoon } from "./last-asked.ts";
import { readAsked } from "./question.ts";
import { remindLater } from "./remind-round.ts";
import { ownDue } from "./start-round.ts";

type RoundAsk = NonNullable<Awaited<ReturnType<typeof readAsked>>>;

/**
 * Asks one person at a time of their own, also where the round's digest was posted before: what they send waits for the next one. The choices that hold now
 * decide: a moment that they have moved to a later one is put off, so that several of these jobs for one question ask once.
 */
export const askPerson: JobFlow<"ask-person"> = async (job, ports) => {
  const { rows, clock } = ports;
  const asked = await readAsked(job, ports);
  if (!asked || !waitsForOwnTime(asked.ask)) return undefined;
  const { team, round, ask } = asked;
  // The clock of the instance that ticked may be ahead of this one's.
  const now = Math.max(clock.now(), job.at);
  const member = await readMember(rows, team.id, job.person);
  // A question with an intent may be on its way, and is not called back.
  if (ask.delivery !== "intent") {
    const nextAt = nextRoundFrom(team.settings, round.startedAt);
    const moment = member ? waitingMoment(member, team.settings, job.at, now, nextAt) : now;
    if (isSuperseded(team, round.id) || moment >= nextAt) return cancel(ports, asked, notInThisRound);
    if (moment > now) {
      await putDue(rows, ownDue(team.id, round.id, job.person, moment));
      return undefined;
    }
    const why = whyNotAsked(member, team.settings.notAsked, now) ?? (member && (await whyNotThisWeek(ports, asked, member, now)));
    if (why) return cancel(ports, asked, why);
  }
  if (!member) return undefined;
  const addedBy = member.askedSince === round.id && team.addedBy ? await readMember(rows, team.id, team.addedBy) : undefined;
  const result = await askOne(ports, asked, member, addedBy?.name);
  if (result.outcome === "doubtful" && round.state !== "closed") await remindLater(ports, team, round, { ...ask, sentAt: clock.now() });
  return afterSend(result);
};

/** Why a person is not asked in this week: they want to be asked less often, or have had a question in it. */
const whyNotThisWeek = async (ports: Ports, { team, round }: RoundAsk, member: Member, now: number): Promise<string | undefined> => {
  const week = weekOf(now, team.settings.zone);
  if (await isTooSoon(ports, team, member, week)) return notInThisRound;
  const claimed = await claimFor(ports, { person: member.person, week, team: team.id, round: round.id }, true);
  return claimed === "ours" ? undefined : "elsewhere";
};

/** Cancels the question, unless its row has changed since it was read. */
const cancel = async ({ rows }: Ports, { team, ask }: RoundAsk, why: string): Promise<JobEnd> => {
  const done = await rows.commit(teamPartition(team.id), [mergeCancelled(askGuard(ask.round, ask.person), why, ask.tag)]);
  return done === "done" ? undefined : { laterMs: 1_000 };
};
