import { nextWorkingMorning } from "../../domain/asking/calendar.ts";
import { isDayOff } from "../../domain/asking/own-moment.ts";
import { whyNotAsked } from "../../domain/people/person.ts";
import { putDue } from "../../store/due.ts";
import { readMember } from "../../store/member.ts";
import type { JobFlow } from "../flow.ts";
import { afterSend, sayTo } from "../sending/say-to.ts";
import { noteAnswer } from "./note-answer.ts";
import { againKey, questionTo, readAsked } from "./question.ts";
import { remindLater } from "./remind-round.ts";

/** Sends the question again, on the morning that the person asked for, or on their next working day where they have chosen others since; where the digest was posted before, what they send waits for the next one. */
export const askAgain: JobFlow<"ask-again"> = async (job, ports) => {
  const asked = await readAsked(job, ports);
  if (asked?.ask.answer !== "later" || asked.ask.askAgainAt !== job.at) return undefined;
  const { team, round, ask } = asked;
  const member = await readMember(ports.rows, team.id, job.person);
  const now = ports.clock.now();
  if (!member || whyNotAsked(member, team.settings.notAsked, now)) return undefined;
  if (isDayOff(member, now, team.settings)) {
    const askAgainAt = nextWorkingMorning(now, team.settings, member.workingDays);
    await putDue(ports.rows, { at: askAgainAt, team: team.id, job: { ...job, at: askAgainAt } });
    await noteAnswer(ports, team.id, ask, "later", { askAgainAt, tag: ask.tag });
    return undefined;
  }
  const result = await sayTo(ports, team, job.person, {
    key: againKey(ask),
    message: (member) => questionTo(ports, "again", asked, member),
  });
  if (result.outcome === "doubtful" && round.state !== "closed")
    await remindLater(ports, team, round, { ...ask, sentAt: ports.clock.now() });
  return afterSend(result);
};
