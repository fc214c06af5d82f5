import type { RoundId } from "./cadence.ts";
import type { Language } from "./language.ts";

/** A person across teams: 22 characters, derived from tenant and Entra object id, so the same person is found again without a look-up. */
export type PersonId = string;

/** A person as a team knows them: what a send needs, and nothing more. */
export type Member = {
  readonly person: PersonId;
  readonly teamsId: string;
  readonly name: string;
  readonly isGuest: boolean;
  /** In other teams of Gnist too: then they are asked once a week for all of them. Missing until their teams have been looked at. */
  readonly several?: boolean;
  /** The one-to-one chat, once it has been opened. */
  readonly chatId?: string;
  /** Chosen by themselves. */
  readonly language?: Language;
  /** The one their Teams used last. */
  readonly seenLanguage?: Language;
  /** Not asked before this instant; `untilResumed` means until they say so. */
  readonly pausedUntil?: number;
  /** The round in which they were asked for the first time. */
  readonly askedSince?: RoundId;
  /** The instant they were seen to have left the team; 0 or missing while they are in it. */
  readonly leftAt?: number;
  /** Why Teams refuses messages to them, until they write again; empty when it no longer does. */
  readonly unreachable?: string;
};

/** A pause without an end date. */
export const untilResumed = Number.MAX_SAFE_INTEGER;

/** Is this one of the team's people: on the roster, and no guest? */
export const isPresent = (member: Pick<Member, "leftAt" | "isGuest">): boolean => !member.leftAt && !member.isGuest;

/** Why somebody is not asked at this instant, if so: `excepted` is the lead's doing, the others the person's or Teams'. */
export type NotAsked = "left" | "paused" | "excepted" | "blocked" | "not-installed";

export const whyNotAsked = (member: Member | undefined, excepted: readonly PersonId[], now: number): NotAsked | undefined => {
  if (!member || !isPresent(member)) return "left";
  if (excepted.includes(member.person)) return "excepted";
  if (member.unreachable) return member.unreachable === "not-installed" ? "not-installed" : "blocked";
  return (member.pausedUntil ?? 0) > now ? "paused" : undefined;
};
