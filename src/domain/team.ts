import type { Cadence, RoundId } from "./cadence.ts";
import type { Language } from "./language.ts";
import type { PersonId } from "./person.ts";

/** A team's own short id: 8 characters, derived from tenant and Teams' id of the team. */
export type TeamId = string;

/** What leads decide for their team. */
export type Settings = Cadence & {
  readonly language: Language;
  /** People who are never asked, though they may write. */
  readonly notAsked: readonly PersonId[];
  /** Days from taking an idea to its due date where nobody chose one. */
  readonly daysToDue: number;
};

export type Team = {
  readonly id: TeamId;
  readonly tenantId: string;
  readonly serviceUrl: string;
  /** Teams' own id of the team; also the id of its General channel. */
  readonly teamsId: string;
  readonly name: string;
  /** Where the digest is posted. */
  readonly channelId: string;
  readonly channels: readonly { readonly id: string; readonly name: string }[];
  readonly addedAt: number;
  readonly addedBy?: PersonId;
  readonly leads: readonly PersonId[];
  readonly settings: Settings;
  /** When the clock asks next; a due row that says otherwise is dropped. Missing once Gnist was removed. */
  readonly nextPromptAt?: number;
  readonly lastRound?: RoundId;
  /** Rounds whose digest has not been posted; one, or two when a lead brought the next one forward. */
  readonly openRounds: readonly RoundId[];
  /** Members at the last reading of the roster. */
  readonly size?: number;
  /** A lead has agreed that everybody in this large team is asked. */
  readonly largeTeamAgreed: boolean;
  /** The lead has been told that there was nothing to post, and nothing has been posted since. */
  readonly toldNothing: boolean;
  /** The latest digest, by its key. */
  readonly lastDigest?: string;
  readonly removedAt?: number;
};

/** Above this many members the clock waits for a lead's OK before the first round. */
export const largeTeam = 100;

/** Nobody is asked by the clock this soon after Gnist was added (ms). */
export const quietAfterAdding = 24 * 3_600_000;
