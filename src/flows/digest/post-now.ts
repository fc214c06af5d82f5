import { hasNews, planDigest } from "../../domain/digest/plan.ts";
import type { Message } from "../../domain/message/index.ts";
import { readDigest } from "../../store/digest.ts";
import { readIdeas } from "../../store/idea.ts";
import { type Answer, refuse } from "../flow.ts";
import type { Turn } from "../right.ts";
import { freeDigestId, nextDigestId, readTold } from "./next-digest.ts";
import { posting } from "./posting.ts";
import { isMissed, postAgain } from "./settle-digest.ts";

/** *Post now*, from the draft. */
export const postNow = ({ nonce }: { readonly nonce: string }, turn: Turn): Promise<Answer> => postByLead(turn, nonce);

export const digestNow = (_command: unknown, turn: Turn): Promise<Answer> =>
  postByLead(turn, nextDigestId(turn.team, turn.ports.chance.id()));

const postByLead = async ({ team, who, ports }: Turn, wanted: string): Promise<Message> => {
  if (team.archivedAt !== undefined) return refuse("team-archived", team.name);
  const [listed, told, last, same] = await Promise.all([
    readIdeas(ports.rows, team.id),
    readTold(ports, team),
    team.lastDigest ? readDigest(ports.rows, team.id, team.lastDigest) : undefined,
    readDigest(ports.rows, team.id, wanted),
  ]);
  if (isMissed(last)) {
    await postAgain(team, last, who, ports);
    return posting(team);
  }
  const plan = planDigest(
    listed.map(({ idea }) => idea),
    told,
  );
  if (!hasNews(plan)) return refuse("nothing-to-post");
  // An old draft names a digest that has long been posted: what is new since then goes into one of its own.
  const digest = same ? await freeDigestId(ports, team, nextDigestId(team, ports.chance.id())) : wanted;
  await ports.jobs.put({ job: "post-digest", team: team.id, digest, by: who });
  return posting(team);
};
