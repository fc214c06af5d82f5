import { dateOf } from "../../domain/asking/local-time.ts";
import { teamView } from "../../domain/idea/view.ts";
import { isPresent } from "../../domain/people/person.ts";
import { lastDay, substitutionOf } from "../../domain/teams/substitute.ts";
import { readAnybody } from "../../store/member.ts";
import { guardOf, readSend, sendKey } from "../../store/send.ts";
import { readTeam, teamPartition } from "../../store/team.ts";
import type { JobFlow } from "../flow.ts";
import { afterSend, sayTo } from "../sending/say-to.ts";

/**
 * Tells a substitute that they stand in for a lead, or if they have heard that, that it has come to its end before its day. Where it ended because the
 * substitute left the team, Gnist tells the lead.
 */
export const tellSubstitute: JobFlow<"tell-substitute"> = async ({ team: of, id, lead, person, until }, ports) => {
  const { rows, clock } = ports;
  const stored = await readTeam(rows, of);
  const now = clock.now();
  if (!stored || stored.team.removedAt !== undefined || until < dateOf(now, stored.team.settings.zone)) return undefined;
  const { team } = stored;
  const present = substitutionOf(team, lead, now);
  const [nameOfLead, substitute] = [(await readAnybody(rows, of, lead))?.name ?? "", await readAnybody(rows, of, person)];
  const about = { team: teamView(team), name: nameOfLead };
  const key = sendKey("substitute", person, id);
  if (present?.id === id)
    return afterSend(
      await sayTo(ports, team, person, { key, message: () => ({ say: "substitute", ...about, ...lastDay(until, team, now) }) }),
    );
  // A later one of these two people tells them its own day.
  if (present?.person === person) return undefined;
  if (!substitute || !isPresent(substitute)) {
    const left = { say: "substitute-left", team: teamView(team), name: substitute?.name ?? "" } as const;
    return present || !team.leads.includes(lead)
      ? undefined
      : afterSend(await sayTo(ports, team, lead, { key: sendKey("substitute-left", lead, id), message: () => left }));
  }
  const delivery = (await readSend(rows, teamPartition(of), guardOf(key)))?.delivery;
  if (delivery === "intent") return { laterMs: inFlightMs };
  if (delivery !== "sent" && delivery !== "doubtful") return undefined;
  const over = { key: sendKey("substitute-over", person, id), message: () => ({ say: "substitute-over", ...about }) as const };
  return afterSend(await sayTo(ports, team, person, over));
};

/** Delay (ms) after which Gnist looks again at a message that is just being sent. */
const inFlightMs = 60_000;
