import type { Language } from "../../src/domain/language.ts";
import type { Message } from "../../src/domain/message/index.ts";
import { personId } from "../world/world.ts";
import { members, startJourney } from "./journey.ts";
import { askAuthor } from "./journeys/ask-author.ts";
import { archived, forms, later, severalTeams } from "./journeys/asking.ts";
import { boards } from "./journeys/boards.ts";
import { checkIns, manyChecked } from "./journeys/check-ins.ts";
import { causes, counted, cycles, lessons } from "./journeys/cycle.ts";
import { tenantDefaults } from "./journeys/defaults.ts";
import { files } from "./journeys/files.ts";
import { addedByStranger, claims, largeOffice, largeTeam, leadLeaves, substitutes, weekend } from "./journeys/leads.ts";
import { lookAlikes } from "./journeys/look-alikes.ts";
import { aRound, fewNumbers, manyTeams, numbers, someTeams, standings } from "./journeys/looking.ts";
import { changes, ends, leavers, owners, withdrawals, withdrawnAtRest, withdrawnOnItsWay } from "./journeys/owning.ts";
import { coordinators, passedOn } from "./journeys/passed-on.ts";
import { byLead, changesNotSaved, draftsOfOld, manyIdeas, quickWins, setAside, troubled } from "./journeys/posting.ts";
import { questions } from "./journeys/questions.ts";
import { records } from "./journeys/records.ts";
import { refusals } from "./journeys/refusals.ts";
import { reviews, reviewTroubles } from "./journeys/review.ts";
import { sameThing } from "./journeys/same-thing.ts";
import { deletedData, forColleague, local, savedMessage, settings, thanks, warned } from "./journeys/small.ts";
import { spreading } from "./journeys/spread.ts";
import { twoWeeks } from "./journeys/weeks.ts";
import { withoutTrace } from "./journeys/without-trace.ts";
import { nameOf } from "./variants.ts";

/** Journeys that collect Gnist's messages; add a new one here. */
const journeys = [
  withoutTrace,
  twoWeeks,
  warned,
  forms,
  later,
  severalTeams,
  archived,
  owners,
  changes,
  cycles,
  lessons,
  causes,
  counted,
  ends,
  leavers,
  withdrawals,
  withdrawnAtRest,
  withdrawnOnItsWay,
  checkIns,
  manyChecked,
  claims,
  leadLeaves,
  substitutes,
  weekend,
  largeTeam,
  largeOffice,
  addedByStranger,
  byLead,
  troubled,
  setAside,
  manyIdeas,
  changesNotSaved,
  quickWins,
  sameThing,
  lookAlikes,
  draftsOfOld,
  aRound,
  standings,
  someTeams,
  manyTeams,
  numbers,
  fewNumbers,
  settings,
  tenantDefaults,
  thanks,
  forColleague,
  savedMessage,
  deletedData,
  askAuthor,
  questions,
  coordinators,
  passedOn,
  spreading,
  reviews,
  reviewTroubles,
  files,
  boards,
  records,
  local,
  refusals,
];

const persons = new Set(members.map(personId));

/** A message with random ids replaced by counters and times cut to minutes, so that its snapshot does not depend on earlier messages. */
const steady = (message: Message): Message => {
  const ids = new Map<string, string>();
  const idFor = (id: string): string => {
    const counted = ids.get(id) ?? `id-${ids.size}`.padEnd(22, "-");
    ids.set(id, counted);
    return counted;
  };
  const inText = (text: string): string => {
    // A person's id comes from their name. Behind a moment an id is a place in a list.
    const [, before = "", id] = persons.has(text) ? [] : (/^(extra-|\d{13}[|-]|https:.*\/files\/)?([\w-]{22})$/.exec(text) ?? []);
    if (id === undefined) return text;
    return `${before.replace(/^\d{13}/, "2300000000000")}${idFor(id)}`;
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === "string") return inText(value);
    if (typeof value === "number") return value > 1e12 && value < 1e13 ? Math.round(value / 60_000) * 60_000 : value;
    if (Array.isArray(value)) return value.map(walk);
    return typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one)]))
      : value;
  };
  return walk(message) as Message;
};

/** Every message of the flows on these journeys, by name; of messages that look alike, the one with most parts. */
export const collect = async (language: Language): Promise<ReadonlyMap<string, Message>> => {
  const collected = new Map<string, { readonly size: number; readonly message: Message }>();
  const see = (message: Message) => {
    const name = nameOf(message);
    // The ideas that tests come from stand on no card.
    const size = JSON.stringify(message, (field, value: unknown) => (field === "testsFrom" ? undefined : value)).length;
    if (size > (collected.get(name)?.size ?? 0)) collected.set(name, { size, message });
  };
  for (const play of journeys) await play(await startJourney(language, see));
  return new Map([...collected].map(([name, { message }]) => [name, steady(message)]));
};
