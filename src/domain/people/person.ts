import { z } from "zod";
import { languages } from "../language.ts";

/** A person across teams: 22 characters, derived from tenant and Entra object id, so the same person is found again without a look-up. */
export type PersonId = string;

/** A person's standing in a team: on its roster, on it as a guest, or no longer on it. Only members are asked and have a say. */
export const standings = ["member", "guest", "left"] as const;
export type Standing = (typeof standings)[number];

/** Facts that a team keeps of a person: what a send needs, and nothing more. Their id and their standing are the row's key. */
export const memberShape = z.object({
  teamsId: z.string(),
  name: z.string(),
  /** A member of other teams of Gnist too: then they are asked once a week for all of them. Missing until their teams have been looked at. */
  inSeveralTeams: z.boolean().exactOptional(),
  /** The one-to-one chat, once it has been opened. */
  chatId: z.string().exactOptional(),
  /** Chosen by themselves. */
  language: z.enum(languages).exactOptional(),
  /** The one their Teams used last. */
  seenLanguage: z.enum(languages).exactOptional(),
  /** Not asked before this instant; `untilResumed` means until they say so, 0 that they are asked again. */
  pausedUntil: z.number().exactOptional(),
  /** The round in which they were asked for the first time. */
  askedSince: z.string().exactOptional(),
  /** Why Teams refuses messages to them, until they write again; empty when it no longer does. */
  unreachable: z.string().exactOptional(),
  /** When (ms UTC) an event said that they had left the team. They have, when a roster confirms it within a day. */
  saidLeftAt: z.number().exactOptional(),
});

/** A person as a team knows them. */
export type Member = Readonly<z.infer<typeof memberShape>> & { readonly person: PersonId; readonly standing: Standing };

/** The longest pause that ends by itself: two years. */
export const mostPauseWeeks = 104;

/** A pause without an end date. */
export const untilResumed = Number.MAX_SAFE_INTEGER;

/** Is this one of the team's people: on the roster, and no guest? */
export const isPresent = (member: Pick<Member, "standing">): boolean => member.standing === "member";

/** Why somebody is not asked at this instant, if so: `excepted` is the lead's doing, the others the person's or Teams'. */
type NotAsked = "left" | "paused" | "excepted" | "blocked" | "not-installed";

export const whyNotAsked = (member: Member | undefined, excepted: readonly PersonId[], now: number): NotAsked | undefined => {
  if (!member || !isPresent(member)) return "left";
  if (excepted.includes(member.person)) return "excepted";
  if (member.unreachable) return member.unreachable === "not-installed" ? "not-installed" : "blocked";
  return (member.pausedUntil ?? 0) > now ? "paused" : undefined;
};
