import { hash } from "node:crypto";
import { z } from "zod";
import type { IdeaId } from "./idea/idea.ts";
import type { PersonId } from "./people/person.ts";

/** An ISO week, such as `2026-W48`: a team is asked at most once in each. */
export type RoundId = string;

/** A team's own short id: 8 characters, derived from tenant and Teams' id of the team. */
export type TeamId = string;

/** The first characters of a SHA-256 in base64url; 22 of them are 132 bits. */
const sha256 = (length: number, text: string) => hash("sha256", text, "base64url").slice(0, length);

/** 22 characters of base64url: persons, ideas, and the secrets of forms. */
export const longIdShape = z.string().regex(/^[\w-]{22}$/);
export const teamIdShape = z.string().regex(/^[\w-]{8}$/);
export const roundIdShape = z.string().regex(/^\d{4}-W\d{2}$/);
/** A round's id, `extra-` and a hash, or (in old drafts) a nonce alone; `~2` after it marks the second digest of that name. */
export const digestIdShape = z.string().regex(/^[\w-]{1,80}(~\d{1,4})*$/);

/**
 * The id of a person, the same in every team and chat of a tenant, whether Teams writes GUIDs in lower or upper case. Where Teams gives no Entra id, its own id
 * (`29:…`, case-sensitive) takes its place.
 */
export const personIdOf = (tenantId: string, who: { readonly entraId?: string; readonly teamsId: string }): PersonId =>
  sha256(22, ["person", tenantId.toLowerCase(), who.entraId?.toLowerCase() ?? who.teamsId].join("\n"));

/**
 * The one form in which Gnist keeps an Entra id, of a person or a tenant, whether the GUID was written in lower or upper case, in braces or without dashes.
 * Undefined where it is the id of nobody: all zeros, or a word such as `null`.
 */
export const entraIdIn = (written: string | null | undefined): string | undefined => {
  const id = (written ?? "").replace(/[\s{}()]/g, "").toLowerCase();
  if (/^([0-]*|null|undefined)$/.test(id)) return undefined;
  const digits = id.replaceAll("-", "");
  return /^[0-9a-f]{32}$/.test(digits) ? digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-") : id;
};

/** Stands for a person who had everything deleted: nobody gets from it to them, and Gnist knows them by it where a roster shows them. */
export const erasedMarkOf = (person: PersonId): string => sha256(22, `erased${person}`);

/** All that Gnist keeps of the secret in the address of a team's posted results. */
export const addressHashOf = (token: string): string => sha256(22, `address${token}`);

/** The name under which the voice of such a person still counts in an idea. @param secret random, and kept nowhere once everything is deleted */
export const namelessOf = (secret: string, idea: IdeaId): string => sha256(22, `nameless${secret}${idea}`);

/** The id of a team. It stays when Gnist is removed and added again, so the team keeps its history. */
export const teamIdOf = (tenantId: string, teamsId: string): TeamId => sha256(8, ["team", tenantId.toLowerCase(), teamsId].join("\n"));

/**
 * Names a form in the store. Its secret (128 random bits) stands only on the posted card, so only somebody with that card can link this name to the idea
 * (`ideaIdOf` of the secret).
 */
export const formIdOf = (secret: string): string => sha256(22, `asked${secret}`);

/** Names the idea that a person sends on a form. *Send* is idempotent: a second press on that card finds the first idea. */
export const ideaIdOf = (secret: string): IdeaId => sha256(22, `idea${secret}`);

/**
 * The secret of a form in the team that its idea is sent to. A card that offers several teams has one for each, so that what it sends to two of them has no id in
 * common: one text may be without a trace, and the other has an author.
 */
export const secretIn = (secret: string, team: TeamId, cardTeam: TeamId = team): string =>
  team === cardTeam ? secret : sha256(22, ["secret", secret, team].join("\n"));

/** Names a message that a person wrote, by Teams' ids of the conversation and the activity, which stay when Teams delivers the message again. */
export const typedIdOf = (conversationId: string, activityId: string): string =>
  sha256(22, ["typed", conversationId, activityId].join("\n"));

/** Names an answer of Gnist, by Teams' ids of the conversation and the message: Teams' own ids may have characters that no key of a row can have. */
export const answerIdOf = (conversationId: string, messageId: string): string =>
  sha256(22, ["answer", conversationId, messageId].join("\n"));

/** Names an offer of a file in the store. Its token (128 random bits) stands only in the link, or on the card, so that nobody gets a file from the store's rows. */
export const fileIdOf = (token: string): string => sha256(22, `file${token}`);

/** The id of a job that was set aside, from its text. */
export const asideIdOf = (job: string): string => sha256(22, `aside${job}`);

/** Names an ISO week, whose year and number Temporal gives; it has both for every day of the ISO calendar. */
export const roundIdOf = ({
  yearOfWeek,
  weekOfYear,
}: {
  readonly yearOfWeek: number | undefined;
  readonly weekOfYear: number | undefined;
}): RoundId => `${yearOfWeek}-W${String(weekOfYear).padStart(2, "0")}`;

/**
 * Names a digest that a lead posts between two rounds; the digest of a round has the round's name. Two leads who look at the same draft post one digest.
 * @param last the id of the digest before it, if any
 */
export const extraDigestId = (team: TeamId, last: string | undefined): string =>
  `extra-${sha256(22, ["extra", team, last ?? ""].join("\n"))}`;

/** Names the nth digest of a round: a round that is opened once more has a second one. @param name the name of any of them */
export const nthDigestId = (name: string, which: number): string => {
  const first = firstDigestId(name);
  return which === 1 ? first : `${first}~${which}`;
};

/** The name of the first digest in a series: the name of their round, where they close one. */
export const firstDigestId = (name: string): string => name.replace(/~.*$/, "");

/** A board's id: it counts down from the instant at which it opened, so that the newest stands first, and ends with a nonce. */
export const boardIdShape = z.string().regex(/^\d{13}-[\w-]{1,22}$/);

/** A hash that stands for a title on a form, by which Gnist recognises a changed title: no button holds words of people. */
export const titleMarkOf = (title: string): string => sha256(8, `title${title}`);

/** A hash that stands for a line of a team's focus, for the same reason. */
export const focusMarkOf = (text: string): string => sha256(8, `focus${text}`);

/** A hash that stands for a cause on a card, as that of a title does. */
export const whyMarkOf = (why: string): string => sha256(8, `why${why}`);

/** A stable hash of a text, from 0 to `below` − 1. */
export const shardOf = (text: string, below: number): number => hash("sha256", text, "buffer").readUInt32BE(0) % below;
