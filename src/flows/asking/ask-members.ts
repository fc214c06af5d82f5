import { whyNotAsked } from "../../domain/people/person.ts";
import { rests } from "../../domain/teams/team.ts";
import { askGuard, readAsks, type StoredAsk } from "../../store/ask.ts";
import { readMembers } from "../../store/member.ts";
import { readRound } from "../../store/round.ts";
import { isOver, mergeCancelled } from "../../store/send.ts";
import { readTeam, teamPartition } from "../../store/team.ts";
import type { JobFlow } from "../flow.ts";
import { toMember } from "../sending/say-to.ts";
import { type SendResult, sendOnce } from "../sending/send-once.ts";
import { questionTo } from "./question.ts";
import { remindLater } from "./remind-round.ts";
import { sendAll } from "./send-all.ts";

/** Asks handled after one read; the rows of later ones are read again, because people may leave, pause or answer meanwhile. */
const freshFor = 500;

/** Sends the weekly question to everybody in a round who has not got it: at most once to each, however often and on however many instances this runs. */
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
    const waiting = asks.filter((ask) => ask.answer === undefined && !isOver(ask));
    const unsettled = asks.filter(
      ({ answer, delivery, reminder }) => answer === undefined && delivery === "doubtful" && !reminder.delivery,
    );
    for (const ask of unsettled) await remindLater(ports, team, round, ask);
    let doubts = 0;
    const askOne = async (ask: StoredAsk): Promise<SendResult> => {
      const member = members.get(ask.person);
      const why = round.state === "closed" || rests(team) ? "late" : whyNotAsked(member, team.settings.notAsked, clock.now());
      // A question with an intent may be on its way, and is not called back.
      if ((why || !member) && ask.delivery !== "intent") {
        await rows.commit(teamPartition(team.id), [mergeCancelled(askGuard(ask.round, ask.person), why ?? "left", ask.tag)]);
        return { outcome: "over" };
      }
      if (!member) return { outcome: "over" };
      const first = member.askedSince === job.round ? { first: addedBy ? { addedBy } : {} } : {};
      const message = await questionTo(ports, "prompt", { team, round, ask }, member, first);
      const result = await sendOnce(ports, team, askGuard(ask.round, ask.person), ask, toMember(ports, team, member, message, false));
      if (result.outcome === "doubtful") doubts += 1;
      return result;
    };
    const laterMs = await sendAll(waiting.slice(0, freshFor), askOne);
    if (laterMs !== undefined) return { laterMs };
    // A send that has become doubtful is read again, and settled, before the round is done.
    if (waiting.length <= freshFor && doubts === 0) return undefined;
  }
};
