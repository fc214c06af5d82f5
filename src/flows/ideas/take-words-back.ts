import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import { readIdea } from "../../store/idea.ts";
import { eraseReasons } from "../../store/request.ts";
import { dropSaid, readSaid } from "../../store/said.ts";
import { readTeam } from "../../store/team.ts";
import { aboutStaying, readUnrenewed } from "../digest/renew-posts.ts";
import type { JobFlow } from "../flow.ts";
import { sayInstead } from "../sending/say-to.ts";

/**
 * Takes the words of a withdrawn idea back. Reasons and results that others wrote about it go from the store, because they may quote it, and its words go from
 * the messages in people's chats. Where Gnist cannot change a post, the leads are asked to delete it.
 */
export const takeWordsBack: JobFlow<"take-words-back"> = async (job, ports) => {
  const { rows, jobs } = ports;
  const [stored, found] = await Promise.all([readTeam(rows, job.team), readIdea(rows, job.team, job.idea)]);
  // The withdrawal was undone meanwhile.
  if (!stored || found?.idea.withdrawnStep !== job.step) return undefined;
  const { team } = stored;
  const { id, number, author } = found.idea;
  await eraseReasons(rows, team.id, id);
  if (team.removedAt !== undefined) return undefined;
  if ((await readUnrenewed(ports, team, found.idea)).fixed.length > 0) await jobs.put(aboutStaying(team, id, job.step));
  const message: Message = { say: "idea-withdrawn", team: teamView(team), ...(number === undefined ? {} : { number }) };
  let laterMs = 0;
  const all = await readSaid(rows, team.id, id);
  for (const said of all.filter(({ person }) => person !== author)) {
    const later = await sayInstead(ports, team, said.person, said.messageId, message);
    if (later) laterMs = Math.max(laterMs, later.laterMs);
    else await dropSaid(rows, team.id, said);
  }
  return laterMs > 0 ? { laterMs } : undefined;
};
