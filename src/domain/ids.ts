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
/** A round's id, `extra-` and a hash, or (in old drafts) a nonce alone; `~2` behind it is the second of that name. */
export const digestIdShape = z.string().regex(/^[\w-]{1,80}(~\d{1,4})*$/);

/**
 * A person has one id in every team and chat of a tenant, whether Teams writes GUIDs small or in capitals. Teams' own id (`29:…`, whose letters' size counts)
 * serves where Teams gives no Entra id.
 */
export const personIdOf = (tenantId: string, who: { readonly entraId?: string; readonly teamsId: string }): PersonId =>
  sha256(22, ["person", tenantId.toLowerCase(), who.entraId?.toLowerCase() ?? who.teamsId].join("\n"));

/**
 * An Entra id, of a person or a tenant, in the one form that is kept, whether a GUID was written small, in capitals, in braces or without dashes. None where it is the id of nobody: all
 * zeros, or a word such as `null`.
 */
export const entraIdIn = (written: string | null | undefined): string | undefined => {
  const id = (written ?? "").replace(/[\s{}()]/g, "").toLowerCase();
  if (/^([0-]*|null|undefined)$/.test(id)) return undefined;
  const digits = id.replaceAll("-", "");
  return /^[0-9a-f]{32}$/.test(digits) ? digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-") : id;
};

/** A Teams team keeps its id when Gnist is removed and added again, so its history is kept. */
export const teamIdOf = (tenantId: string, teamsId: string): TeamId => sha256(8, ["team", tenantId.toLowerCase(), teamsId].join("\n"));

/**
 * Names a form in the store. Its secret (128 random bits) stands on the posted card and nowhere else, so nobody can join this name with `ideaIdOf` of that
 * secret, except with the card in hand.
 */
export const formIdOf = (secret: string): string => sha256(22, `asked${secret}`);

/** Names the idea that is sent on a form: a second *Send* of that card finds the first idea. */
export const ideaIdOf = (secret: string): IdeaId => sha256(22, `idea${secret}`);

/** Names a message that somebody wrote, by Teams' ids of the conversation and the activity, which stay when Teams delivers it again. */
export const typedIdOf = (conversationId: string, activityId: string): string =>
  sha256(22, ["typed", conversationId, activityId].join("\n"));

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
 * Names a digest that a lead posts between two rounds; that of a round has the round's name. Two leads who look at the same draft post one digest.
 * @param last the digest after which it comes, if any
 */
export const extraDigestId = (team: TeamId, last: string | undefined): string =>
  `extra-${sha256(22, ["extra", team, last ?? ""].join("\n"))}`;

/** Names the digest that comes as the nth under one name: a round that is opened once more has a second one. @param name of any of them */
export const nthDigestId = (name: string, which: number): string => {
  const first = firstDigestId(name);
  return which === 1 ? first : `${first}~${which}`;
};

/** The name under which a digest and those after it come: that of their round, where they close one. */
export const firstDigestId = (name: string): string => name.replace(/~.*$/, "");

/** Stands for a title on a form, so that one that was changed is known from one that was not: words of people are sent in no button. */
export const titleMarkOf = (title: string): string => sha256(8, `title${title}`);

/** A short stable number from 0 to `below` − 1. */
export const shardOf = (text: string, below: number): number => hash("sha256", text, "buffer").readUInt32BE(0) % below;
