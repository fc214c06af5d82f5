/** The facts of an export, as rows of tables: what the team was shown, apart from what is only written. */
import { dateOf } from "../asking/local-time.ts";
import type { Idea, Stage } from "../idea/idea.ts";
import { titleOf } from "../idea/idea.ts";
import type { PublicStep } from "../idea/story.ts";
import { ideaView, type Names } from "../idea/view.ts";
import type { ActRole } from "../settings/act.ts";
import type { Team } from "../teams/team.ts";
import type { PostKind } from "./posted.ts";

/** One row: texts and numbers by the name of their column. */
export type ExportRow = Readonly<Record<string, string | number | undefined>>;

/** The columns of each table, in their order. The read-me file explains each by its name. */
export const exportColumns = {
  ideas: [
    "number",
    "title",
    "proposal",
    "kind",
    "stage",
    "voices",
    "author",
    "owner",
    "shown",
    "due",
    "test",
    "effort",
    "effect",
    "reach",
    "result",
    "lesson",
    "minutes",
    "people",
    "contact",
    "answer_by",
  ],
  steps: ["number", "date", "stage", "event", "owner", "reason"],
  measures: ["week", "asked", "answered", "answered_is", "ideas", "ended"],
  written: ["number", "title", "proposal", "kind", "stage", "reason"],
  allTeams: ["teams", "until", "asked", "answered", "answered_is", "ideas", "adopted", "stopped", "solved", "passed_on", "minutes"],
  eachTeam: ["team", "until", "asked", "answered", "answered_is", "ideas", "adopted", "stopped", "solved", "passed_on", "minutes"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type ExportTable = keyof typeof exportColumns;
export type ExportColumn = (typeof exportColumns)[ExportTable][number];

/** Has a post shown this idea, and has its author not withdrawn it? */
export const isPosted = ({ digest, stage }: Pick<Idea, "digest" | "stage">): boolean => digest !== undefined && stage !== "withdrawn";

/** Is it written, and seen by leads alone: no post has shown it, or they have taken it out of what the team reads? */
export const isOnlyWritten = ({ digest, stage }: Pick<Idea, "digest" | "stage">): boolean =>
  stage === "held" || (digest === undefined && stage !== "withdrawn");

/** The stage in which the team knows an idea: leads alone know that it is held back. */
const knownStage = ({ stage, heldFrom }: Idea): Stage => (stage === "held" ? (heldFrom ?? "new") : stage);

/** An idea as the team may read it. @param kind its kind in words */
export const postedRow = (idea: Idea, names: Names, team: Team, kind: string | undefined, now: number): ExportRow => {
  const { number, title, proposal, voices, authorName, owner, effort, effect, reach, result, lesson, minutes, people, passed } = ideaView(
    idea,
    names,
    team,
    now,
  );
  return {
    number,
    title,
    proposal,
    kind,
    stage: knownStage(idea),
    voices,
    author: authorName,
    owner: owner?.name,
    shown: idea.shownAt === undefined ? undefined : dateOf(idea.shownAt, team.settings.zone),
    due: owner?.due,
    test: owner?.test,
    effort,
    effect,
    reach,
    result,
    lesson,
    minutes,
    people,
    contact: passed?.contact,
    answer_by: passed?.answerBy,
  };
};

/**
 * A step as everybody may read it. Its date is a day, and none before the digest that showed the idea: an earlier one would tell when it was written.
 */
export const stepRow = (
  { number, shownAt = 0 }: Idea,
  { stage, event, at, who, why }: PublicStep,
  names: Names,
  zone: string,
): ExportRow => ({
  number,
  date: dateOf(Math.max(at, shownAt), zone),
  stage,
  event,
  owner: who && names.get(who),
  reason: why,
});

/** An idea that is only written: without its author, its voices and any time. @param reason why it is held back */
export const writtenRow = (idea: Idea, kind: string | undefined, reason: string | undefined): ExportRow => ({
  number: idea.number,
  title: titleOf(idea),
  proposal: idea.proposal,
  kind,
  stage: idea.stage,
  reason,
});

/** A version of a post: its day, because the instant of a change would tell when somebody pressed. */
export type ExportedPost = {
  readonly kind: PostKind;
  readonly post: string;
  readonly version: number;
  readonly date: string;
  readonly text: string;
};

/**
 * The team's rule, as an export tells it: the months kept, and the role of the person who chose them; missing where they are Gnist's own, and unknown where the
 * note of the choice is older than the team keeps notes.
 */
export type ExportRule = { readonly months: number; readonly untilExported: boolean; readonly by?: ActRole | "unknown" };
