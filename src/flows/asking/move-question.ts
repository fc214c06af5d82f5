import { putDue } from "../../store/due.ts";
import { readMember } from "../../store/member.ts";
import { readTeam } from "../../store/team.ts";
import type { JobFlow } from "../flow.ts";
import { readWaiting, suitsAt } from "./next-question.ts";
import { ownDue } from "./start-round.ts";

/** Owes a person the question that waits for a time of theirs, at the moment that suits their new choices. A job of the old moment finds that it is another one. */
export const moveQuestion: JobFlow<"move-question"> = async ({ team: id, person }, ports) => {
  const { rows, clock } = ports;
  const [stored, member] = await Promise.all([readTeam(rows, id), readMember(rows, id, person)]);
  const waiting = stored && (await readWaiting(ports, stored.team, person));
  const at = waiting && member && suitsAt(waiting, member, clock.now());
  if (waiting && at !== undefined) await putDue(rows, ownDue(id, waiting.round.id, person, at));
  return undefined;
};
