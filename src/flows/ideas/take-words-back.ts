import type { Message } from "../../domain/message/index.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readIdea, type StoredIdea } from "../../store/idea.ts";
import { bundleDate, readBundle } from "../../store/news.ts";
import { eraseReasons } from "../../store/request.ts";
import { dropRunTests } from "../../store/run-test.ts";
import { isAnswer, readSaid, type Said } from "../../store/said.ts";
import { readTeam } from "../../store/team.ts";
import { checkInInstead } from "../cycle/check-in-round.ts";
import { aboutStaying, readUnrenewed } from "../digest/renew-posts.ts";
import type { JobEnd, JobFlow } from "../flow.ts";
import { ownerCardInstead } from "../owning/owner-card-instead.ts";
import { blankWithdrawn } from "../records/blank-copies.ts";
import { sentReviewInstead } from "../review/show-review.ts";
import { tipInstead } from "../spread/take-tips-back.ts";
import { withdrawnInstead } from "./about-idea.ts";
import { answerInstead } from "./answer-instead.ts";
import { isQuestionTo } from "./ask-author.ts";
import { newsMessage } from "./news-message.ts";
import { putInstead } from "./put-instead.ts";

/**
 * Takes the words of a withdrawn idea back. Reasons, results and tests that others wrote about it go from the store, because they may quote it, and its words go
 * from the messages in people's chats; then the store forgets what it held before. Where Gnist cannot change a post, the leads are asked to delete it.
 */
export const takeWordsBack: JobFlow<"take-words-back"> = async (job, ports) => {
  const { rows } = ports;
  const [stored, found] = await Promise.all([readTeam(rows, job.team), readIdea(rows, job.team, job.idea)]);
  // The withdrawal was undone meanwhile.
  if (!stored || found?.idea.withdrawnStep !== job.step) return undefined;
  const { team } = stored;
  await Promise.all([eraseReasons(rows, team.id, job.idea), dropRunTests(rows, team.id, job.idea)]);
  await blankWithdrawn(ports, team, "all", [job.idea]);
  const end = team.removedAt === undefined ? await takeOutOfChats(team, found, job.step, ports) : undefined;
  await rows.forget();
  return end;
};

const takeOutOfChats = async (team: Team, found: StoredIdea, step: string, ports: Ports): Promise<JobEnd> => {
  const { rows, jobs } = ports;
  const { id, author = "" } = found.idea;
  if ((await readUnrenewed(ports, team, found.idea)).fixed.length > 0) await jobs.put(aboutStaying(team, id, step));
  const withdrawn = withdrawnInstead({ team, stored: found });
  /** The message that stands in place of another: a bundle, a review, a check-in or an owner's card keeps what it says of other ideas. */
  const instead = async (sentBy: Team, said: Said): Promise<Message> => {
    if (isAnswer(said)) return (await answerInstead(ports, sentBy, said)) ?? withdrawn;
    const { person, guardKey } = said;
    const date = bundleDate(guardKey);
    const bundle = date === undefined ? undefined : await readBundle(rows, person, date);
    const left = bundle
      ? await newsMessage(ports, person, bundle.news)
      : ((await sentReviewInstead(ports, sentBy, said)) ?? (await checkInInstead(ports, sentBy, said)));
    if (left) return left;
    const ofOther = sentBy.id === team.id ? ownerCardInstead : tipInstead;
    return (await ofOther(ports, sentBy, said, id)) ?? withdrawn;
  };
  // The author's chat keeps their own words; only the question to them goes.
  const all = (await readSaid(rows, team.id, id)).filter(({ person, guardKey }) => person !== author || isQuestionTo(author, guardKey));
  // A press may have put an answer in place of a message that has a guard of its own, which says what to put there now.
  const unasked = all.filter((said) => !isAnswer(said));
  const isUnasked = (said: Said) => unasked.some(({ person, messageId }) => person === said.person && messageId === said.messageId);
  const answers = all.filter((said) => isAnswer(said) && !isUnasked(said));
  return putInstead(ports, team, [...unasked, ...answers], instead);
};
