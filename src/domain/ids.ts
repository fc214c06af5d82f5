import { createHash } from "node:crypto";
import type { IdeaId } from "./idea.ts";
import type { PersonId } from "./person.ts";
import type { TeamId } from "./team.ts";

const digest = (length: number, ...parts: readonly string[]) =>
  createHash("sha256").update(parts.join("\n")).digest("base64url").slice(0, length);

/** The same person is the same id in every team and chat. Teams' own id serves where it gives no Entra id. */
export const personIdOf = (tenantId: string, who: { readonly entraId?: string; readonly teamsId: string }): PersonId =>
  digest(22, "person", tenantId, who.entraId ?? who.teamsId);

/** The same Teams team is the same id, also when Gnist is removed and added again: its history is kept. */
export const teamIdOf = (tenantId: string, teamsId: string): TeamId => digest(8, "team", tenantId, teamsId);

/** An idea that was typed has no form: person, text and the instant it was sent name it, so a repeated delivery saves nothing twice. */
export const typedIdeaId = (person: PersonId, text: string, sentAt: string): IdeaId => digest(22, "idea", person, text, sentAt);

/** A short stable number from 0 to `below` − 1. */
export const shardOf = (text: string, below: number): number => createHash("sha256").update(text).digest().readUInt32BE(0) % below;
