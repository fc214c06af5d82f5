import { weekOf } from "../../domain/asking/cadence.ts";
import { isDayOff, nextRoundFrom, ownMoment } from "../../domain/asking/own-moment.ts";
import type { RoundId } from "../../domain/ids.ts";
import { notInThisRound } from "../../domain/overview/count-round.ts";
import { hasOwnTimes } from "../../domain/people/own-times.ts";
import { type Member, whyNotAsked } from "../../domain/people/person.ts";
import { rests, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { askGuard, mergeAskAgain, readAsks, type StoredAsk, waitsForOwnTime } from "../../store/ask.ts";
import { putDue } from "../../store/due.ts";
import { readMembers } from "../../store/member.ts";
import { type Round, readRound } from "../../store/round.ts";
import { isOver, mergeCancelled } from "../../store/send.ts";
import { readTeam, teamPartition } from "../../store/team.ts";
import type { JobFlow } from "../flow.ts";
import type { SendResult } from "../sending/send-once.ts";
import { askOne } from "./ask-one.ts";
import { remindLater } from "./remind-round.ts";
import { sendAll } from "./send-all.ts";
import { ownDue } from "./start-round.ts";

/** Asks handled after one read; the rows of later ones are read again, because people may leave, pause or answer meanwhile. */
const freshFor = 500;

/**
 * Puts off the question of a person on a day off of theirs, because Teams took nothing on the day before. A person whom the next round asks in the same week is
 * left to that one; for one with times of their own, or in several teams, the claim of their week decides.
 */
const putOff = async ({ rows, clock }: Ports, team: Team, round: Round, { person, tag }: StoredAsk, own: Member): Promise<SendResult> => {
  const { id, settings } = team;
  const at = ownMoment(own, settings, clock.now());
  const isLeft = !hasOwnTimes(own) && !own.inSeveralTeams && isNextIn(weekOf(at, settings.zone), team, round);
  if (!isLeft) await putDue(rows, ownDue(id, round.id, person, at));
  const change = isLeft ? mergeCancelled(askGuard(round.id, person), notInThisRound, tag) : mergeAskAgain(round.id, person, true, tag);
  await rows.commit(teamPartition(id), [change]);
  return { outcome: "over" };
};

const isNextIn = (week: RoundId, { settings }: Team, { startedAt }: Round): boolean =>
  weekOf(nextRoundFrom(settings, startedAt), settings.zone) === week;

/** Sends the weekly question to everybody in a round who has not got it, and whose time it is: at most once to each, however often and on however many instances this runs. */
export const askMembers: JobFlow<"ask-members"> = async (job, ports) => {
  const { rows, clock } = ports;
  for (;;) {
    const [stored, round, asks, all] = await Promise.all([
      readTeam(rows, job.team),
      readRound(rows, job.team, job.round),
      readAsks(rows, job.team, job.round),
      readMembers(rows, job.team),
    ]);
    if (!stored || !round) return undefined;
    const { team } = stored;
    const members = new Map(all.map((member) => [member.person, member]));
    const addedBy = team.addedBy && members.get(team.addedBy)?.name;
    const waiting = asks.filter((ask) => ask.answer === undefined && !isOver(ask) && !waitsForOwnTime(ask));
    const unsettled = asks.filter(
      ({ answer, delivery, reminder }) => answer === undefined && delivery === "doubtful" && !reminder.delivery,
    );
    for (const ask of unsettled) await remindLater(ports, team, round, ask);
    let doubts = 0;
    const sendTo = async (ask: StoredAsk): Promise<SendResult> => {
      const member = members.get(ask.person);
      const why = round.state === "closed" || rests(team) ? "late" : whyNotAsked(member, team.settings.notAsked, clock.now());
      // A question with an intent may be on its way, and is not called back.
      if ((why || !member) && ask.delivery !== "intent") {
        await rows.commit(teamPartition(team.id), [mergeCancelled(askGuard(ask.round, ask.person), why ?? "left", ask.tag)]);
        return { outcome: "over" };
      }
      if (!member) return { outcome: "over" };
      if (ask.delivery !== "intent" && isDayOff(member, clock.now(), team.settings)) return putOff(ports, team, round, ask, member);
      const result = await askOne(ports, { team, round, ask }, member, addedBy);
      if (result.outcome === "doubtful") doubts += 1;
      return result;
    };
    const laterMs = await sendAll(waiting.slice(0, freshFor), sendTo);
    if (laterMs !== undefined) return { laterMs };
    // A send that has become doubtful is read again, and settled, before the round is done.
    if (waiting.length <= freshFor && doubts === 0) return undefined;
  }
};
