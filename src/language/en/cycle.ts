import type { JobName } from "../../domain/job.ts";

/** Jobs of the clock. */
const due = {
  "start-round": "the question",
  "ask-again": "the question again, for who asked for it",
  "remind-round": "the reminder",
  "send-draft": "the draft to the leads",
  "post-digest": "the digest",
  "forget-typed": "forgetting which message became an idea",
  "end-request": "nobody has said yes yet: an idea needs an owner again",
  "remind-doubtful": "the reminder to someone who may not have got the question",
  "ask-left-out": "the question to those another team has not asked",
  "free-ideas": "ideas whose owner has left",
  "read-team": "reading who is in a team",
};

const jobs: Record<JobName, string> = {
  ...due,
  "welcome-team": "the welcome to a team",
  "catch-up": "what changed while a team rested",
  "find-lead": "looking for a new lead",
  "tell-claim": "asking who leads a team",
  "ask-members": "asking everybody",
  "send-test": "a lead’s test",
  "answered-elsewhere": "an answer for another team",
  "draft-to-lead": "the draft to a lead",
  "renew-posts": "an idea in the posts",
  "renew-post": "a posted digest",
  "ask-owner": "asking someone to own an idea",
  "plan-with-owner": "the plan with an owner",
  "tell-author": "news of an idea",
  "tell-held": "news of what was held back",
  "take-words-back": "taking a withdrawn idea out of messages",
  "renew-drafts": "a draft in a lead’s chat",
  "tell-leads": "news to the leads",
  "tell-lead": "news to a lead",
  "tell-status": "the status of all teams",
};

export const cycle = { due, jobs };

export type CycleWords = typeof cycle;
