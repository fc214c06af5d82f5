import { hasNews, planDigest } from "../../domain/digest/plan.ts";
import { teamView } from "../../domain/idea/view.ts";
import { firstDigestId, type TeamId } from "../../domain/ids.ts";
import type { Turnout } from "../../domain/overview/turnout.ts";
import { readDigest } from "../../store/digest.ts";
import { readIdeas } from "../../store/idea.ts";
import { type Answer, refuse, startReading } from "../flow.ts";
import type { Turn } from "../right.ts";
import { currentDraft } from "./draft.ts";
import { nextDigestId, readTold, tooFew } from "./next-digest.ts";
import { inDraft, type ReadOfDraft } from "./old-draft.ts";
import { posting } from "./posting.ts";
import { isMissed, postAgain, unsettled } from "./settle-digest.ts";

type PostNow = { readonly team: TeamId; readonly draft: string; readonly isSure?: true };

/** *Post now*, from the draft. `isSure`: the lead was told that fewer than half have answered. */
export const postNow = async (action: PostNow, turn: Turn, read: ReadOfDraft): Promise<Answer> =>
  turn.team.archivedAt === undefined ? postDraft(action, turn, read) : refuse("team-archived", turn.team.name);

const postDraft = inDraft(async ({ draft, isSure }: PostNow, turn: Turn) =>
  post(turn, draft, await readToPost(turn, isSure ? undefined : firstDigestId(draft))),
);

/**
 * `digest now`. Where Teams refused the last digest and no round is open, that digest is posted now, as its leads were told. Where a round is open, or nobody
 * knows whether the last digest arrived, Gnist asks the lead first: last week's digest is never posted in the place of this week's.
 */
export const digestNow = async (_command: unknown, turn: Turn): Promise<Answer> => {
  const { team, who, ports } = turn;
  if (team.archivedAt !== undefined) return refuse("team-archived", team.name);
  const reading = readToPost(turn, team.openRounds[0]);
  const [last, wanted] = await Promise.all([
    team.lastDigest ? readDigest(ports.rows, team.id, team.lastDigest) : undefined,
    nextDigestId(ports, team),
  ]);
  if (!isMissed(last)) return post(turn, wanted, await reading);
  if (last.delivery === "doubtful" || team.openRounds.length > 0)
    return { ...unsettled(team, last), ...((await currentDraft(team, ports)) ? { hasDraft: true } : {}) };
  await postAgain(team, last, who, ports);
  return posting(team);
};

type ToPost = { readonly hasNews: boolean; readonly few: Turnout | undefined };

/** Reads whether there is news to post, and whether too few have answered. @param name the round that the post would close, where that matters */
const readToPost = ({ team, ports }: Turn, name: string | undefined): Promise<ToPost> => {
  const round = team.openRounds.find((open) => open === name);
  const read = async () => {
    const [listed, told, few] = await Promise.all([
      readIdeas(ports.rows, team.id),
      readTold(ports, team),
      round === undefined ? undefined : tooFew(ports, team, round),
    ]);
    const ideas = listed.map(({ idea }) => idea);
    return { hasNews: hasNews(planDigest(ideas, told)), few };
  };
  return startReading(read());
};

const post = async ({ team, who, ports }: Turn, digest: string, { hasNews, few }: ToPost): Promise<Answer> => {
  if (!hasNews) return refuse("nothing-to-post");
  if (few) return { say: "post-early", team: teamView(team), draft: digest, turnout: few };
  await ports.jobs.put({ job: "post-digest", team: team.id, digest, by: who });
  return posting(team);
};
