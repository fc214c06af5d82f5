import type { IdeaId } from "../../domain/idea/idea.ts";
import type { ShownIdea } from "../../domain/idea/view.ts";
import { answerIdOf, type TeamId } from "../../domain/ids.ts";
import type { SentAnswer } from "../../domain/incoming.ts";
import type { Message } from "../../domain/message/index.ts";
import { shownIdeas } from "../../domain/message/shown-ideas.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Ports } from "../../ports.ts";
import { readDrafts } from "../../store/draft.ts";
import { readSome } from "../../store/idea.ts";
import { mergeMember } from "../../store/member.ts";
import { answerKey, putSaid, putSaidElsewhere, type SaidFacts } from "../../store/said.ts";
import { guardOf, putAnswered } from "../../store/send.ts";
import { teamPartition } from "../../store/team.ts";
import type { Scene } from "../flow.ts";

/** Ideas that one transaction lists, beside the guard and the member. */
const mostInOne = 90;

/**
 * Lists an answer with the ideas that it shows, so that flows/ideas/take-words-back.ts finds it. An answer in a person's own chat is listed only while they are a
 * member of a team: of somebody whose data is deleted meanwhile, nothing comes back.
 */
export const noteSent = async ({ message, messageId, channel }: SentAnswer, scene: Scene, ports: Ports): Promise<void> => {
  const { rows, clock } = ports;
  const { person } = scene.who;
  const shown = shownIdeas(message);
  const teams = channel === undefined ? (await scene.person()).teams : shown.map(({ team }) => team);
  const team = shown.find((idea) => teams.includes(idea.team))?.team ?? teams[0];
  if (team === undefined) return;
  const ideas = channel === undefined ? await toTrack(shown, team, person, rows) : shown;
  if (ideas.length === 0) return;
  // The row of a draft leads to its message, whatever a press has put in its place.
  if (isOfDraft(message) && (await readDrafts(rows, team)).some((draft) => draft.person === person && draft.messageId === messageId))
    return;
  const at = clock.now();
  const key = answerKey(channel === undefined ? person : undefined, answerIdOf(channel ?? person, messageId));
  const factsFor = (id: IdeaId): SaidFacts => ({ at, ...(channel === undefined ? {} : { channel }), ...standsBeside(message, id) });
  const here = ideas.filter((idea) => idea.team === team).map(({ id }) => putSaid(id, key, undefined, factsFor(id)));
  const isMember = channel === undefined ? [mergeMember(person, {})] : [];
  const first = [...isMember, putAnswered(guardOf(key), messageId, at), ...here.slice(0, mostInOne)];
  if ((await rows.commit(teamPartition(team), first)) !== "done") return;
  for (let from = mostInOne; from < here.length; from += mostInOne)
    await rows.commit(teamPartition(team), here.slice(from, from + mostInOne));
  const elsewhere = ideas.filter((idea) => idea.team !== team);
  await Promise.all(elsewhere.map((idea) => putSaidElsewhere(rows, [idea], key, team, factsFor(idea.id))));
};

/**
 * The ideas of an answer in a person's own chat whose words have to go with a withdrawal. Of their own ideas the words may stay, and nothing more shall lead to an
 * author; an answer about one text without a trace is not listed, because a row that says who looked at it may say who wrote it.
 */
const toTrack = async (shown: readonly ShownIdea[], team: TeamId, person: PersonId, rows: Ports["rows"]): Promise<readonly ShownIdea[]> => {
  const read = await readSome(
    rows,
    team,
    shown.filter((idea) => idea.team === team).map(({ id }) => id),
  );
  const untracked = read
    .filter(({ idea }) => idea.author === person || (idea.withoutTrace && shown.length === 1))
    .map(({ idea }) => idea.id);
  return shown.filter(({ id }) => !untracked.includes(id));
};

const isOfDraft = (message: Message): boolean => message.say === "draft" || ("draft" in message && message.draft !== undefined);

/** The rest of a message that shows an idea: it stays when the idea's words go. */
const standsBeside = (message: Message, id: IdeaId): Pick<SaidFacts, "shows" | "which"> => {
  if (message.say === "digest") return { shows: "digest", which: message.digest.id };
  if (message.say === "board" || message.say === "minutes") return { shows: "board", which: message.id };
  if (message.say === "draft") return { shows: "draft" };
  if (message.say === "review") return { shows: "review", which: message.review.month };
  if (message.say === "agenda") return { shows: "agenda", which: message.agenda.month };
  const about = "idea" in message ? message.idea : undefined;
  const which = typeof about === "string" ? about : about && "id" in about ? about.id : undefined;
  return which === undefined || which === id ? {} : { shows: "idea", which };
};
