import type { WrittenIdea } from "../../domain/action/ideas.ts";
import type { IdeaEvent } from "../../domain/idea/event.ts";
import { type Idea, isFinished } from "../../domain/idea/idea.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { TeamId } from "../../domain/ids.ts";
import type { Message, MessageOf } from "../../domain/message/index.ts";
import type { PersonId } from "../../domain/people/person.ts";
import { untilExported } from "../../domain/teams/months-kept.ts";
import { rests, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import type { Made } from "../../store/change-idea.ts";
import { readMine, readSome, type StoredIdea } from "../../store/idea.ts";
import { deleteQuestion } from "../../store/question.ts";
import { readUnrenewed, type Unrenewed } from "../digest/renew-posts.ts";
import { type Answer, afterStoringMs, refuse, startReading } from "../flow.ts";
import type { IdeaTurn, Turn } from "../right.ts";
import { type Happened, happen } from "./happen.ts";
import { problemInIdea, whenShown } from "./idea-form.ts";
import { receipt, whyNotYet, writtenIdea } from "./receipt.ts";

/** Withdrawing takes the text out of the store at once; only the card in the author's own chat still has it, for *Undo*. */
export const withdrawIdea = (_action: unknown, turn: IdeaTurn): Promise<Answer> => withdraw(turn, turn.stored);

/** The most of a person's ideas that are looked through for the newest. */
const mostLookedAt = 20;

/**
 * Finds the newest idea for `withdraw` without a number, also one withdrawn after the last digest: a person who writes it again because the answer was lost
 * loses no second idea.
 */
export const newestToWithdraw = async (team: TeamId, who: PersonId, { rows }: Ports): Promise<StoredIdea | undefined> => {
  const mine = await readMine(rows, team, who, mostLookedAt);
  const found = await readSome(
    rows,
    team,
    mine.map(({ id }) => id),
  );
  return found.find(({ idea, place }) => place === "idea" && !isFinished(idea));
};

/** `withdraw #42`, or `withdraw` for the newest of one's own. */
export const withdraw = async (turn: Turn, stored: StoredIdea): Promise<Message> => {
  const { team, ports } = turn;
  const { idea } = stored;
  const reading = startReading(readUnrenewed(ports, team, idea));
  const withdrawn = await takeAway(turn, stored, { event: "withdraw" });
  if ("no" in withdrawn) return withdrawn.no;
  // A digest may have begun to show the idea since it was read.
  const { was } = withdrawn.got;
  const post = standInPosts(team, was, was.digest === idea.digest ? await reading : await readUnrenewed(ports, team, was));
  // In a team that Gnist was removed from, a withdrawal cannot be undone.
  const written = idea.stage === "withdrawn" || team.removedAt !== undefined ? {} : { written: writtenIdea(idea) };
  return { say: "withdrawn", team: teamView(team), idea: idea.id, ...written, ...(post ? { post, ...untilExported(team) } : {}) };
};

/** Takes an idea away with the question to its author; a job then takes its words out of people's chats. */
export const takeAway = (
  place: Pick<Turn, "team" | "ports" | "now">,
  stored: StoredIdea,
  event: Extract<IdeaEvent, { event: "withdraw" }>,
): Promise<Happened> => {
  const { team, ports } = place;
  const { id: idea } = stored.idea;
  const takeBack = ({ steps }: Made) =>
    Promise.all(steps.map(({ key: step }) => ports.jobs.put({ job: "take-words-back", team: team.id, idea, step }, afterStoringMs)));
  const endQuestion = async () => ({ got: await deleteQuestion(ports.rows, team.id, idea) });
  return happen(place, { stored }, event, endQuestion, takeBack);
};

/** State of the team's posts that showed a withdrawn idea: gone from them, or why not; undefined where no post showed it. */
const standInPosts = (team: Team, { digest }: Idea, { fixed, isOnItsWay, isPosted }: Unrenewed): MessageOf<"withdrawn">["post"] => {
  if (team.removedAt !== undefined) return digest === undefined ? undefined : "stays";
  if (fixed.length > 0) return team.leads.length > 0 ? "leads-asked" : "stays";
  if (isOnItsWay) return "on-its-way";
  if (!isPosted) return undefined;
  return rests(team) ? "rests" : "gone";
};

export const restoreIdea = async ({ written }: { readonly written: WrittenIdea }, turn: IdeaTurn): Promise<Answer> => {
  const { team, ports } = turn;
  if (problemInIdea(written)) return refuse("stale-form");
  const when = startReading(whenShown(team, ports));
  const post = startReading(whyNotYet(turn, turn.stored.idea));
  const restored = await happen(turn, turn, { event: "restore", words: written });
  return "no" in restored ? restored.no : receipt(team, restored.got.idea, await when, { post: await post, left: !turn.isMember });
};
