import type { NoDay } from "../written-time.ts";

/** Why a person's wish cannot be met; an answer, never an error. */
export type RefusalReason =
  | "not-in-team"
  | "not-a-lead"
  | "not-an-admin"
  | "not-the-owner"
  | "request-over"
  | "not-your-idea"
  | "not-asked"
  | "no-team"
  | "no-such-idea"
  | "no-such-member"
  | "several-members"
  | "already-owned"
  | "already-asked"
  | "needs-owner"
  | "idea-closed"
  | "reason-needed"
  | "title-needed"
  | "person-needed"
  | "result-needed"
  | NoDay
  | "bad-pause"
  | "nothing-to-undo"
  | "undo-on-card"
  | "bad-settings"
  | "stale-form"
  | "foreign-card"
  | "too-long"
  | "unknown-command"
  | "not-saved"
  | "not-sent"
  | "not-storable"
  | "unreadable"
  | "chat-only"
  | "channel-only"
  | "nothing-to-post"
  | "no-digest"
  | "team-archived"
  | "team-removed";

export type RefusalMessage = { readonly say: "refusal"; readonly why: RefusalReason; readonly about?: string };
