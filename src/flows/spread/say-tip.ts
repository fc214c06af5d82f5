import type { PersonId } from "../../domain/people/person.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { putSaidElsewhere } from "../../store/said.ts";
import type { Tip } from "../../store/spread.ts";
import { sayTo } from "../sending/say-to.ts";
import type { SendResult } from "../sending/send-once.ts";

/**
 * Says something with the words of a tip to a member of the team that got it. The message is listed with the other team's idea before it is sent, so that the
 * words can be taken back; that may happen during the send, so a job looks once more after it.
 */
export const sayTip = async (
  ports: Ports,
  team: Team,
  person: PersonId,
  said: Parameters<typeof sayTo>[3],
  { from, source }: Pick<Tip, "from" | "source">,
): Promise<SendResult> => {
  await putSaidElsewhere(ports.rows, [{ team: from, id: source }], said.key, team.id);
  const sent = await sayTo(ports, team, person, said);
  await ports.jobs.put({ job: "take-tips-back", team: from, idea: source });
  return sent;
};
