import type { OnCheckIn } from "../../domain/action/cycle.ts";
import { numberOfWeek, readCounted } from "../../domain/idea/count.ts";
import { type Idea, type IdeaId, ownedStages } from "../../domain/idea/idea.ts";
import { ideaView, teamView } from "../../domain/idea/view.ts";
import type { TeamId } from "../../domain/ids.ts";
import type { CheckedIdea } from "../../domain/message/cycle.ts";
import type { Message, MessageOf } from "../../domain/message/index.ts";
import type { Member, PersonId } from "../../domain/people/person.ts";
import { rests, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readIdeas } from "../../store/idea.ts";
import { readPerson } from "../../store/person.ts";
import { putSaidElsewhere } from "../../store/said.ts";
import { readTeam } from "../../store/team.ts";
import { type Answer, asNewMessage, type Scene } from "../flow.ts";
import { happen } from "../ideas/happen.ts";
import { namedBy, readNames } from "../people/names.ts";
import { onTrackOnBoard } from "../review/on-track.ts";
import type { IdeaTurn } from "../right.ts";

/** An idea that somebody owns, with its team. */
export type OwnedIdea = { readonly team: Team; readonly idea: Idea };

/** Does this person work on the idea? */
export const isOwnedBy = ({ owner, stage }: Idea, person: PersonId): boolean => owner === person && ownedStages.includes(stage);

/** The ideas that a person owns in some teams, those of resting teams left out. @param ideasOf reads the ideas of a team */
export const readOwned = async (
  ports: Ports,
  person: PersonId,
  teams: readonly TeamId[],
  ideasOf = async (team: TeamId): Promise<readonly Idea[]> => (await readIdeas(ports.rows, team)).map(({ idea }) => idea),
): Promise<readonly OwnedIdea[]> => {
  const found = await Promise.all(
    teams.map(async (id): Promise<readonly OwnedIdea[]> => {
      const [stored, ideas] = await Promise.all([readTeam(ports.rows, id), ideasOf(id)]);
      if (!stored || rests(stored.team)) return [];
      return ideas.filter((idea) => isOwnedBy(idea, person)).map((idea) => ({ team: stored.team, idea }));
    }),
  );
  return found.flat();
};

/**
 * Lists a message that is about to be sent with its ideas of other teams, whose words Gnist takes from it where their author withdraws them. Returns the ideas of
 * the team that sends it, with which the message is listed once it is sent.
 */
export const listedWith = async (
  { rows }: Ports,
  { id: sender }: Team,
  key: string,
  owned: readonly OwnedIdea[],
): Promise<readonly Idea[]> => {
  const elsewhere = owned.filter(({ team }) => team.id !== sender).map(({ team, idea }) => ({ team: team.id, id: idea.id }));
  await putSaidElsewhere(rows, elsewhere, key, sender);
  return owned.filter(({ team }) => team.id === sender).map(({ idea }) => idea);
};

/** The teams whose ideas a check-in of this team asks a member about: all of their teams. */
export const teamsChecked = async (
  { rows }: Ports,
  team: TeamId,
  { person, inSeveralTeams }: Pick<Member, "person" | "inSeveralTeams">,
): Promise<readonly TeamId[]> => (inSeveralTeams ? (await readPerson(rows, person)).teams : [team]);

/** Ideas on one check-in: a phone shows three of them on a screen. The others stand behind *My actions*. */
const mostChecked = 6;

/** Answer of an owner since an instant. A sign of work clears their call for help. */
const notedSince = ({ heardAt = 0, help }: Idea, since: number): Pick<CheckedIdea, "noted"> => {
  if (heardAt < since) return {};
  return { noted: help === undefined ? "on-track" : "help" };
};

/** The numbers that were typed on the pressed card and not saved, by idea, and the idea whose number is `bad`. */
type Typed = { readonly numbers?: Readonly<Record<IdeaId, string>>; readonly bad?: IdeaId };

/** The count of an idea, as the card asks for its number. */
const countedOf = ({ team, idea }: OwnedIdea, { numbers = {}, bad }: Typed, now: number): Pick<CheckedIdea, "count"> => {
  if (idea.counts === undefined) return {};
  const number = numberOfWeek(idea, now, team.settings.zone);
  const typed = numbers[idea.id];
  return {
    count: {
      label: idea.counts,
      ...(number === undefined ? {} : { number }),
      ...(typed === undefined ? {} : { typed }),
      ...(bad === idea.id ? { isBad: true } : {}),
    },
  };
};

/** The check-in about some ideas, the soonest date first. */
export const checkInMessage = async (
  { rows, clock }: Ports,
  why: MessageOf<"check-in">["why"],
  owned: readonly OwnedIdea[],
  since: number,
  typed: Typed = {},
): Promise<MessageOf<"check-in">> => {
  const now = clock.now();
  const sorted = owned.toSorted((a, b) => (a.idea.due ?? "9999").localeCompare(b.idea.due ?? "9999"));
  const ideas = sorted.slice(0, mostChecked).map(async ({ team, idea }) => ({
    team: teamView(team),
    idea: ideaView(idea, await readNames(rows, team.id, namedBy(idea)), team, now),
    ...notedSince(idea, since),
    ...countedOf({ team, idea }, typed, now),
  }));
  return { say: "check-in", why, ideas: await Promise.all(ideas), more: Math.max(0, owned.length - mostChecked), since };
};

/** The check-in as it now stands: an idea that the person took after it was sent is no part of it, but for the `pressed` one. */
const checkInNow = async (
  person: PersonId,
  since: number,
  ports: Ports,
  pressed?: IdeaId,
  typed: Typed = {},
): Promise<MessageOf<"check-in">> => {
  const { teams } = await readPerson(ports.rows, person);
  const owned = await readOwned(ports, person, teams);
  const onIt = owned.filter(({ idea }) => (idea.takenAt ?? 0) <= since || idea.id === pressed);
  return checkInMessage(ports, "shown", onIt, since, typed);
};

/** The answers to the weekly question, each of which takes the place of its card. */
const takingItsPlace: readonly Message["say"][] = ["receipt", "kept-without-trace", "nothing-noted", "later-noted"];

/**
 * The answer to a question on whose card a check-in stands, of the instant `since`. The check-in goes with that card, so it comes again below the answer, as long
 * as an idea on it waits for its owner.
 */
export const keepingCheckIn = async (answer: Answer, since: number | undefined, { who }: Scene, ports: Ports): Promise<Answer> => {
  if (since === undefined || !("say" in answer) || !takingItsPlace.includes(answer.say)) return answer;
  const checkIn = await checkInNow(who.person, since, ports);
  return checkIn.ideas.some(({ noted }) => noted === undefined) ? { message: answer, beside: checkIn } : answer;
};

/** The check-in after a press of it, with what was typed for the other ideas. */
const checkInAfter = async ({ since, beside, numbers = {} }: OnCheckIn, turn: IdeaTurn, bad?: IdeaId): Promise<Answer> => {
  const { id } = turn.stored.idea;
  const unsaved = Object.fromEntries(Object.entries(numbers).filter(([idea]) => idea !== id || bad === id));
  const typed = { numbers: unsaved, ...(bad === undefined ? {} : { bad }) };
  const checkIn = await checkInNow(turn.who, since ?? turn.now, turn.ports, id, typed);
  return beside ? asNewMessage(checkIn, turn.scene) : checkIn;
};

/**
 * A press of a check-in first keeps the number that was typed for its idea. Where that is none, the check-in comes back and nothing else happens. An idea whose
 * owner counts nothing any more takes no number.
 */
export const keepingNumber =
  <What extends OnCheckIn>(flow: (what: What, turn: IdeaTurn) => Promise<Answer>) =>
  async (what: What, turn: IdeaTurn): Promise<Answer> => {
    const { id, counts } = turn.stored.idea;
    const typed = what.numbers?.[id];
    if (typed === undefined || counts === undefined) return flow(what, turn);
    const read = readCounted(typed);
    if ("no" in read) return checkInAfter(what, turn, id);
    const number = { value: read.got, zone: turn.team.settings.zone };
    const kept = await happen(turn, turn, { event: "add-number", who: turn.who, number });
    return "no" in kept ? kept.no : flow(what, turn);
  };

/** *On track*: the check-in comes back with a note on that idea, and the others can still be pressed; or the board, which notes it too. */
export const onTrack = async (action: OnCheckIn, turn: IdeaTurn): Promise<Answer> => {
  const happened = await happen(turn, turn, { event: "on-track", who: turn.who });
  if ("no" in happened) return happened.no;
  return turn.onBoard ? onTrackOnBoard(turn, turn.onBoard) : checkInAfter(action, turn);
};

/** *Save number*, once it is kept. */
export const saveNumber = (action: OnCheckIn, turn: IdeaTurn): Promise<Answer> => checkInAfter(action, turn);
