import { z } from "zod";
import type { Cadence } from "../asking/cadence.ts";
import { holidayChoices, quietPeriodShape } from "../asking/calendar.ts";
import { questionAfter, questions, type RoundQuestion } from "../asking/question.ts";
import { type Kind, kinds } from "../idea/idea.ts";
import { languages, type Spoken } from "../language.ts";

export const weekdayShape = z.literal([1, 2, 3, 4, 5, 6, 7]);
const weekTime = z.object({ weekday: weekdayShape, time: z.string().regex(/^\d\d:\d\d$/) });

const focusShape = z.object({ now: z.string().exactOptional(), goal: z.string().exactOptional() }).readonly();

/** The place where the team is, and the one where it wants to be, in a lead's words: one line each, and one of them at least. */
export type Focus = z.infer<typeof focusShape>;

/** Longest line of a focus, in characters as people see them. */
export const longestFocus = 120;

/** Settings that leads choose. */
const settingsShape = z.object({
  zone: z.string(),
  holidays: z.enum(holidayChoices).exactOptional(),
  quiet: z.array(quietPeriodShape).readonly().exactOptional(),
  quietForAll: z.array(quietPeriodShape).readonly().exactOptional(),
  prompt: weekTime,
  everyWeeks: z.literal([1, 2, 4]),
  reminder: weekTime.exactOptional(),
  digest: weekTime,
  draftHours: z.number().exactOptional(),
  language: z.enum(languages),
  /** The second language of a bilingual team's posts. */
  secondLanguage: z.enum(languages).exactOptional(),
  /** People who are never asked, though they may write. */
  notAsked: z.array(z.string()).readonly(),
  /** Days from taking an idea to its due date where nobody chose one. */
  daysToDue: z.number(),
  /** The kinds of ideas that members choose from, where the leads have chosen them; `other` is always among them. */
  kinds: z.array(z.string()).readonly().exactOptional(),
  /** The person whom Gnist proposes as owner of ideas of a kind. */
  kindOwners: z.record(z.string(), z.string()).exactOptional(),
  /** The clock asks this team. Missing: it does. */
  asksWeekly: z.boolean().exactOptional(),
  /** The team whose coordinators get what this team passes on. */
  coordinators: z.string().exactOptional(),
  /** The questions take turns. Missing: each round has the usual one. */
  rotates: z.literal(true).exactOptional(),
  /** Results of this team go to no other team, and those of others not to this one. Missing: they do. */
  spread: z.literal(false).exactOptional(),
  /** May people write without a trace? Missing: each chooses. */
  withoutTrace: z.enum(["not", "always"]).exactOptional(),
  /** The fewest people whose texts without a trace are shown together. Missing: `usualGroup`. */
  smallestGroup: z.number().exactOptional(),
  /** Months after its last step for which an idea is kept. Missing: the usual number (domain/teams/months-kept.ts). */
  monthsKept: z.number().exactOptional(),
  /** The months begin with the first export after the last change of a thing. Missing: with that change. */
  keepUntilExported: z.literal(true).exactOptional(),
  focus: focusShape.exactOptional(),
});

export type Settings = Cadence & Readonly<z.infer<typeof settingsShape>>;

const substitutionShape = z.object({ id: z.string(), lead: z.string(), person: z.string(), until: z.string() });

/** A member (`person`) who stands in for a lead until the end of a local date. `id` tells it from an earlier one of these two people. */
export type Substitution = Readonly<z.infer<typeof substitutionShape>>;

/** A stored team. Instants are ms UTC; a person is a `PersonId`. */
export const teamShape = z.object({
  id: z.string(),
  tenantId: z.string(),
  serviceUrl: z.string(),
  /** Teams' own id of the team; also the id of its General channel. */
  teamsId: z.string(),
  name: z.string(),
  /** Where the digest is posted. */
  channelId: z.string(),
  channels: z.array(z.object({ id: z.string(), name: z.string() }).readonly()).readonly(),
  /** The channel of its coordinators, where the team takes ideas that other teams pass on. */
  coordinatorsIn: z.string().exactOptional(),
  /** Its leads had switched the weekly question off before it took ideas: it stays off when the team takes no more. */
  wasNotWeekly: z.literal(true).exactOptional(),
  addedAt: z.number(),
  addedBy: z.string().exactOptional(),
  leads: z.array(z.string()).readonly(),
  substitutes: z.array(substitutionShape.readonly()).readonly().exactOptional(),
  /** Leads whom the roster lacked, and since which reading: they stay leads until another reading, an hour later, lacks them too. */
  missingLeads: z
    .array(z.object({ person: z.string(), since: z.number() }).readonly())
    .readonly()
    .exactOptional(),
  /** The first reading of the roster in a row that lacked more than half of the team. */
  shrunkAt: z.number().exactOptional(),
  /** Members who say that they lead a team without a lead, and the people who have confirmed it. */
  claims: z
    .array(z.object({ person: z.string(), confirmedBy: z.array(z.string()).readonly() }).readonly())
    .readonly()
    .exactOptional(),
  /** When Gnist last asked the channel who leads the team, and for which search (`once` of its job). */
  leadWanted: z.object({ at: z.number(), once: z.string() }).readonly().exactOptional(),
  settings: settingsShape.readonly(),
  /** Names of the settings that an admin gave this team (domain/settings/tenant-settings.ts), until somebody changes them for it alone. */
  fromTenant: z.array(z.string()).readonly().exactOptional(),
  /** The instant at which the clock asks next; it drops a due row that says otherwise. Missing while the team rests, and where its leads want no weekly question. */
  nextPromptAt: z.number().exactOptional(),
  lastRound: z.string().exactOptional(),
  /** The question of that round. Missing: the usual one, as in teams of an earlier version. */
  lastQuestion: z.enum(questions).exactOptional(),
  /** Rounds whose digest has not been posted; one, or two when a lead brought the next one forward. */
  openRounds: z.array(z.string()).readonly(),
  /** Members at the last reading of the roster. */
  size: z.number().exactOptional(),
  /** A lead has agreed that everybody in this large team is asked. */
  largeTeamAgreed: z.boolean(),
  /** Gnist has told a lead that there was nothing to post, and has posted nothing since. */
  toldNothing: z.boolean(),
  /** The latest digest, by its key. */
  lastDigest: z.string().exactOptional(),
  /** The board that is open in its channel, by its key. */
  openBoard: z.string().exactOptional(),
  removedAt: z.number().exactOptional(),
  /** The instant at which the team was archived in Teams: its people are there, and nobody can write in it. The team rests until it is restored. */
  archivedAt: z.number().exactOptional(),
});

export type Team = Readonly<z.infer<typeof teamShape>>;

/** A team rests while it is archived or Gnist is removed from it: Gnist asks nobody for it, posts nothing in it, and its clock stands still. */
export const rests = ({ removedAt, archivedAt }: Pick<Team, "removedAt" | "archivedAt">): boolean =>
  removedAt !== undefined || archivedAt !== undefined;

/** The language of the team's posts, or the two of a bilingual team. */
export const spokenIn = ({ settings: { language, secondLanguage } }: Pick<Team, "settings">): Spoken =>
  secondLanguage === undefined || secondLanguage === language ? language : [language, secondLanguage];

/** The kinds that its members choose from. */
export const kindsOf = ({ settings }: Pick<Team, "settings">): readonly Kind[] => settings.kinds ?? kinds;

/** The kinds as a form of the team offers them, where its leads have chosen them. */
export const ownKinds = ({ settings: { kinds } }: Pick<Team, "settings">): { readonly kinds?: readonly Kind[] } => (kinds ? { kinds } : {});

/** Does the clock ask this team, while it does not rest? */
export const asksWeekly = ({ settings }: Pick<Team, "settings">): boolean => settings.asksWeekly !== false;

/** Whether people may write without a trace: nobody, each as they choose, or everybody. */
export const traceChoices = ["not", "choose", "always"] as const;
export type TraceChoice = (typeof traceChoices)[number];
export const traceChoiceOf = ({ settings }: Pick<Team, "settings">): TraceChoice => settings.withoutTrace ?? "choose";

/** The fewest people whose texts without a trace are shown together, where nobody has chosen another number; and the bounds of what they can choose. */
const usualGroup = 5;
const groupBounds = [3, 100] as const;
export const isGroup = (people: number): boolean => people >= groupBounds[0] && people <= groupBounds[1];
export const smallestGroupOf = ({ settings }: Pick<Team, "settings">): number => settings.smallestGroup ?? usualGroup;

/** The offer of a form to write without a trace, where the team has it. */
export const traceOffer = (
  team: Pick<Team, "settings">,
): { readonly trace?: { readonly isAlways: boolean; readonly smallestGroup: number } } => {
  const choice = traceChoiceOf(team);
  return choice === "not" ? {} : { trace: { isAlways: choice === "always", smallestGroup: smallestGroupOf(team) } };
};

/** May its leads offer results to other teams, and get those of others? */
export const spreads = ({ settings }: Pick<Team, "settings">): boolean => settings.spread !== false;

/** The question of the team's next round. A team begins with the usual one. */
export const questionInTurn = ({
  settings,
  lastRound,
  lastQuestion = "friction",
}: Pick<Team, "settings" | "lastRound" | "lastQuestion">): RoundQuestion =>
  settings.rotates && lastRound !== undefined ? questionAfter(lastQuestion) : "friction";

/** A coordinators' team that takes ideas now, and the channel to which they are posted. */
export type Office = Team & { readonly coordinatorsIn: string };

export const isOffice = (team: Team): team is Office => team.coordinatorsIn !== undefined && !rests(team);

/** Is this the team's digest channel, or one that its lead can choose? */
export const isChannelOf = ({ channelId, channels }: Pick<Team, "channelId" | "channels">, id: string): boolean =>
  id === channelId || channels.some((one) => one.id === id);

/**
 * The team with leads: the search for one, and what was claimed while nobody could confirm a lead, have come to their end, and so have the substitutions of
 * people who lead it no more.
 */
export const withLeads = ({ claims: _claims, leadWanted: _search, ...team }: Team, leads: Team["leads"]): Team => ({
  ...team,
  leads,
  ...(team.substitutes ? { substitutes: team.substitutes.filter(({ lead }) => leads.includes(lead)) } : {}),
});

/** Above this many members the clock waits for a lead's OK before the first round. */
const largeTeam = 100;

/** Does the clock wait for a lead's OK before it asks a team of this size? A team that grows after its first round goes on being asked. */
export const waitsForLead = ({ largeTeamAgreed, lastRound }: Pick<Team, "largeTeamAgreed" | "lastRound">, size: number): boolean =>
  size > largeTeam && !largeTeamAgreed && lastRound === undefined;

/** The clock asks nobody this soon after Gnist was added (ms). */
export const quietAfterAdding = 24 * 3_600_000;
