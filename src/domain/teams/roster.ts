import { personIdOf } from "../ids.ts";
import type { Member, PersonId } from "../people/person.ts";

/*
 * Judges what one reading of a team's roster means for the people whom the team knows. Teams has answered with empty and with half rosters, and with people
 * without their Entra ids: so no single reading takes away anything that cannot be given back.
 */

/** A person as the roster shows them. */
export type RosterMember = {
  /** Teams' own id of the person, as this bot sees it (`29:…`). */
  readonly teamsId: string;
  /** The Entra object id; the same for every app. */
  readonly entraId?: string;
  readonly name: string;
  readonly isGuest: boolean;
};

/** A lead whom the roster lacked, and since when (ms UTC). */
type MissingLead = { readonly person: PersonId; readonly since: number };

/** Facts that a team keeps from its last readings. */
type Doubts = {
  /** The first reading in a row (ms UTC) that lacked more than half of the team. */
  readonly shrunkAt?: number;
  readonly missingLeads?: readonly MissingLead[];
};

type Reading = {
  readonly people: ReadonlyMap<PersonId, RosterMember>;
  /** All pages came, each once. */
  readonly isWhole: boolean;
  /** The number of accounts on the pages that could not be read, each of which may be any person. */
  readonly unread: number;
  readonly at: number;
  /** A round begins, and needs this reading. */
  readonly isForRound: boolean;
};

/** Two readings that are to confirm each other are at least this far apart (ms). */
export const hourApart = 3_600_000;

/** A roster that lacks more than half of the team is read again after this long (ms). */
export const lookAgainMs = 60_000;

/**
 * The time (ms) for which Gnist believes a leaving event. A reading follows within a minute; after a day, a bad reading must not take out a person who has come
 * back.
 */
const eventLastsMs = 86_400_000;

/** The people on the pages, each once. `renamed`: ids made from Teams' own id, with the id of the same person now that Teams has given the Entra id. */
export const identify = (
  tenantId: string,
  all: readonly RosterMember[],
  known: ReadonlyMap<PersonId, Member>,
  /** People whom no roster has shown, by Teams' own id. */
  heardOf: ReadonlyMap<string, PersonId>,
): { readonly people: ReadonlyMap<PersonId, RosterMember>; readonly renamed: ReadonlyMap<PersonId, PersonId> } => {
  const byTeamsId = new Map(heardOf);
  for (const member of known.values()) if (member.standing === "left") byTeamsId.set(member.teamsId, member.person);
  for (const member of known.values()) if (member.standing !== "left") byTeamsId.set(member.teamsId, member.person);
  const renamed = new Map<PersonId, PersonId>();
  for (const { teamsId, entraId } of all) {
    if (entraId === undefined) continue;
    const person = personIdOf(tenantId, { teamsId, entraId });
    byTeamsId.set(teamsId, person);
    renamed.set(personIdOf(tenantId, { teamsId }), person);
  }
  const people = new Map<PersonId, RosterMember>();
  for (const member of all) {
    const { entraId, teamsId } = member;
    const person =
      entraId === undefined ? (byTeamsId.get(teamsId) ?? personIdOf(tenantId, member)) : personIdOf(tenantId, { teamsId, entraId });
    const before = people.get(person);
    const was = known.get(person);
    // Where the pages name a person twice, the entry with the known Teams id counts; where these differ over being a guest, the known standing counts.
    const said = before?.teamsId === was?.teamsId ? (before ?? member) : member;
    const isContradicted = before !== undefined && before.isGuest !== member.isGuest;
    people.set(person, isContradicted ? { ...said, isGuest: was?.standing !== "member" } : said);
  }
  return { people, renamed };
};

/**
 * Why a reading marks no missing person as left. `shrunk`: it lacks more than half of the team or shows them as guests, who then stay members. `cut`: it did
 * not come to its end. `unread`: it has an entry that Gnist cannot read, and that may be any of the missing people.
 */
export type Disbelief = "shrunk" | "cut" | "unread";

type Verdict = {
  readonly disbelief?: Disbelief;
  /** Members who have left the team. */
  readonly left: readonly Member[];
  readonly leads: readonly PersonId[];
  readonly doubts: Doubts;
};

/**
 * Judges who has left and who leads. A member who is missing from one reading has left, and comes back with the next one that shows them. A lead has left when
 * two readings at least an hour apart lack them or show a guest, or when an event said so. A reading that lacks more than half of the team, or makes guests of
 * them, takes out only people whose leaving an event has announced, until a later round still finds it so.
 */
export const judge = (known: readonly Member[], leads: readonly PersonId[], doubts: Doubts, reading: Reading): Verdict => {
  const { people, isWhole, unread, at, isForRound } = reading;
  const onRoster = known.filter(({ standing }) => standing !== "left");
  const missing = onRoster.filter(({ person }) => !people.has(person));
  const isAnnounced = ({ saidLeftAt }: Member) => saidLeftAt !== undefined && at - saidLeftAt < eventLastsMs;
  const announced = missing.filter(isAnnounced);
  const unexplained = missing.filter((member) => !isAnnounced(member));
  const demoted = onRoster.filter(({ person, standing }) => standing === "member" && people.get(person)?.isGuest);
  const isShrunk = (unexplained.length + demoted.length) * 2 > onRoster.length - announced.length;
  const isConfirmed = isForRound && doubts.shrunkAt !== undefined && at - doubts.shrunkAt >= hourApart;
  // A team in Teams always has people, so an empty reading is wrong.
  const isEmpty = people.size === 0 && onRoster.length > 0;
  const isUnclear = unread > 0 && unexplained.length > 0;
  const disbelief = !isWhole ? "cut" : isEmpty || (isShrunk && !isConfirmed) ? "shrunk" : isUnclear ? "unread" : undefined;

  const gone = new Set(isWhole && !isEmpty ? announced.map(({ person }) => person) : []);
  // A lead whom the reading shows as a guest is as doubtful as one whom it lacks.
  const isMember = (lead: PersonId) => people.get(lead)?.isGuest === false;
  const since = new Map((doubts.missingLeads ?? []).map((one) => [one.person, one.since]));
  const missingLeads = leads
    .filter((lead) => !isMember(lead) && !gone.has(lead))
    .flatMap((person): readonly MissingLead[] => {
      const first = since.get(person) ?? (isWhole || people.has(person) ? at : undefined);
      return first === undefined ? [] : [{ person, since: first }];
    });
  const waiting = missingLeads.filter((one) => disbelief !== undefined || at - one.since < hourApart);
  const isWaiting = new Set(waiting.map(({ person }) => person));
  if (disbelief === undefined) for (const { person } of unexplained) if (!isWaiting.has(person)) gone.add(person);

  const stays = (lead: PersonId) => isMember(lead) || isWaiting.has(lead) || (disbelief === "cut" && !people.has(lead));
  return {
    ...(disbelief ? { disbelief } : {}),
    left: onRoster.filter(({ person }) => gone.has(person)),
    leads: leads.filter((lead) => !gone.has(lead) && stays(lead)),
    doubts: {
      ...(disbelief === "shrunk" ? { shrunkAt: doubts.shrunkAt ?? at } : {}),
      ...(disbelief === "cut" && doubts.shrunkAt !== undefined ? { shrunkAt: doubts.shrunkAt } : {}),
      ...(waiting.length > 0 ? { missingLeads: waiting } : {}),
    },
  };
};
