import { z } from "zod";
import { languages } from "../language.ts";
import { ownTimesShape } from "./own-times.ts";

/** A person across teams: 22 characters, derived from tenant and Entra object id, so the same person is found again without a look-up. */
export type PersonId = string;

/** A person's standing in a team: on its roster, on it as a guest, or no longer on it. Only members are asked and have a say. */
export const standings = ["member", "guest", "left"] as const;
export type Standing = (typeof standings)[number];

/** Facts that a person chose or that Gnist learned of them, which are equal in all their teams. */
export const chosenAndLearned = {
  /** The one-to-one chat, once it has been opened. */
  chatId: z.string().exactOptional(),
  /** The language that the person chose with `language`. */
  language: z.enum(languages).exactOptional(),
  /** The language of their Teams client, as last seen. */
  seenLanguage: z.enum(languages).exactOptional(),
  /** The clock does not ask them before this instant. `untilResumed`: the pause has no end. 0: there is no pause any more. */
  pausedUntil: z.number().exactOptional(),
  /** Why Teams refuses messages to the person, until they write again; empty when it no longer does. */
  unreachable: z.string().exactOptional(),
  /** The question, by team and round, that asks them whether to ask less often. One such question reaches them in their life. */
  offeredLess: z.string().exactOptional(),
  ...ownTimesShape,
};

/** Facts that a team keeps of a person: what a send needs, and nothing more. Their id and their standing are the row's key. */
export const memberShape = z.object({
  teamsId: z.string(),
  name: z.string(),
  /** Member of several teams with Gnist, so they are asked once a week for all of them. Missing until Gnist has read their teams. */
  inSeveralTeams: z.boolean().exactOptional(),
  ...chosenAndLearned,
  /** The round in which they were asked for the first time. */
  askedSince: z.string().exactOptional(),
  /** The instant (ms UTC) at which an event said that the person had left the team. They have left when a roster confirms it within a day. */
  saidLeftAt: z.number().exactOptional(),
});

/** A person as a team knows them. */
export type Member = Readonly<z.infer<typeof memberShape>> & {
  readonly person: PersonId;
  readonly standing: Standing;
  /** The instant (ms) of the reading of the roster by which a person had left. */
  readonly leftAt?: number;
};

/** The longest pause that ends by itself: two years. */
export const mostPauseWeeks = 104;

/** A pause without an end date. */
export const untilResumed = Number.MAX_SAFE_INTEGER;

/** The time (ms) after which Gnist erases a person who has left a team, or a team that it was removed from. */
export const keptAfterLeavingMs = 30 * 86_400_000;

/** Is this person a member of the team, and neither a guest nor gone? */
export const isPresent = (member: Pick<Member, "standing">): boolean => member.standing === "member";

/** Why Gnist does not ask a person at this instant. `excepted` is a lead's choice; the others are the person's own, or come from Teams. */
type NotAsked = "left" | "paused" | "excepted" | "blocked" | "not-installed";

export const whyNotAsked = (member: Member | undefined, excepted: readonly PersonId[], now: number): NotAsked | undefined => {
  if (!member || !isPresent(member)) return "left";
  if (excepted.includes(member.person)) return "excepted";
  if (member.unreachable) return member.unreachable === "not-installed" ? "not-installed" : "blocked";
  return (member.pausedUntil ?? 0) > now ? "paused" : undefined;
};
