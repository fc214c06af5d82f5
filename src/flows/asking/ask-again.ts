import { whyNotAsked } from "../../domain/people/person.ts";
import { readMember } from "../../store/member.ts";
import type { JobFlow } from "../flow.ts";
import { afterSend, sayTo } from "../sending/say-to.ts";
import { againKey, questionTo, readAsked } from "./question.ts";
import { remindLater } from "./remind-round.ts";

/** Sends the question again, on the morning that the person asked for; where the digest was posted before, what they send waits for the next one. */
export const askAgain: JobFlow<"ask-again"> = async (job, ports) => {
  const asked = await readAsked(job, ports);
  if (asked?.ask.answer !== "later" || asked.ask.askAgainAt !== job.at) return undefined;
  const { team, round, ask } = asked;
  const member = await readMember(ports.rows, team.id, job.person);
  if (whyNotAsked(member, team.settings.notAsked, ports.clock.now())) return undefined;
  const result = await sayTo(ports, team, job.person, {
    key: againKey(ask),
    message: (member) => questionTo(ports, "again", asked, member),
  });
  if (result.outcome === "doubtful" && round.state !== "closed")
    await remindLater(ports, team, round, { ...ask, sentAt: ports.clock.now() });
  return afterSend(result);
};
