import { expect, test } from "vitest";
import type { Message, Say } from "../../src/domain/message/index.ts";
import { shownIdeas } from "../../src/domain/message/shown-ideas.ts";
import { largest } from "../cards/largest.ts";
import { outputs } from "../hostile/outputs.ts";

/** Messages with words of people that show no idea of a colleague. */
const withoutIdeas: readonly Say[] = [
  // Names of people, teams and channels, and settings.
  "welcome-team",
  "results-address",
  "lead-claim",
  "lead-wanted",
  "large-team",
  "lead-asked",
  "you-lead",
  "lead-now",
  "lead-half",
  "lead-not",
  "substitute-set",
  "substitute-ended",
  "substitute-left",
  "substitute",
  "substitute-over",
  "large-agreed",
  "welcome-person",
  "which-team",
  "nothing-noted",
  "later-noted",
  "asking-now",
  "post-stays",
  "draft-posted",
  "post-early",
  "posting",
  "digest-here",
  "nothing-to-post",
  "digest-trouble",
  "digest-doubtful",
  "digest-settled",
  "board-opening",
  "board-open",
  "board-trouble",
  "coordinators-here",
  "coordinators-ended",
  "no-coordinators",
  "passed-gone",
  "tip-over",
  "team-status",
  "tenant-status",
  "teams",
  "numbers",
  "file-offered",
  "file-coming",
  "file-declined",
  "numbers-teams",
  "idea-withdrawn",
  "kinds",
  "settings",
  "settings-changes",
  "defaults",
  "audit",
  "change-teams-form",
  "choose-teams",
  "change-running",
  "change-ended",
  // The reader's own words. Nothing but a card in their hand may lead to a text without a trace.
  "did-you-mean",
  "question-or-idea",
  "personal-details",
  "idea-form",
  "colleague-form",
  "kept-for-colleague",
  "kept-without-trace",
  "withdrawn",
  "refusal",
  // The titles of ideas that the reader owns or has answered stand in it without their ids.
  "my-data",
];

const messages: Readonly<Record<Say, readonly Message[]>> = largest((longest) => "x".repeat(longest), "en");

test("every message with words of people leads to the ideas that it shows, or is listed as one that shows none", () => {
  const says = Object.keys(outputs) as readonly Say[];
  const silent = says.filter((say) => outputs[say].length > 0 && !messages[say].some((message) => shownIdeas(message).length > 0));
  expect(silent.toSorted()).toEqual(withoutIdeas.toSorted());
});
