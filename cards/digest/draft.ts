import { z } from "zod";
import { type Effect, effects } from "../../src/domain/idea/idea.ts";
import type { DigestView, IdeaView, NamedIdea } from "../../src/domain/idea/view.ts";
import type { LookAlikes } from "../../src/domain/message/digest.ts";
import type { MessageOf } from "../../src/domain/message/index.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { button, buttons } from "../parts/buttons.ts";
import { type Button, box, card, type Element, type Readers, type Renderers } from "../parts/card.ts";
import { kicker, sharedLine, titleRuns } from "../parts/idea.ts";
import { choiceInput } from "../parts/inputs.ts";
import { personName } from "../parts/names.ts";
import { digestId, ideaInTeam, teamId, wholeNumber } from "../parts/shapes.ts";
import { heading, line, small, subheading } from "../parts/text.ts";
import { type DigestDetail, digestCard } from "./body.ts";

/** Most held-back ideas that have a button of their own. */
const mostHeld = 6;

const heldShown = ({ held }: Draft, { rows }: DigestDetail) => held.slice(0, Math.min(mostHeld, rows));

/** The held-back ideas, each with *Put back*. */
const heldIdeas = (draft: Draft, detail: DigestDetail, words: Words): readonly (Element | undefined)[] => {
  const { digest, held } = draft;
  const shown = heldShown(draft, detail);
  if (shown.length === 0) return [];
  const sent = { team: digest.team.id, draft: digest.id };
  return [
    subheading(words.draft.held),
    ...shown.map((idea) =>
      box(
        [
          line(titleRuns({ ...idea, title: cut(idea.title, detail.title) }, "Default")),
          buttons([button(words.buttons.release, { verb: "release-idea", ...sent, idea: idea.id }, { inputs: "none" })], {
            spacing: "Small",
          }),
        ],
        { spacing: "Small" },
      ),
    ),
    held.length > shown.length ? small(words.andMore(held.length - shown.length), { spacing: "Small" }) : undefined,
  ];
};

/** Ids of the ideas with a *Change* button of their own: the first `detail.pressable` shown. */
const pressable = ({ quick, top, alsoNew, worth, open }: DigestView, { rows, pressable: most }: DigestDetail): ReadonlySet<string> => {
  const shown = [
    ...quick.slice(0, rows),
    ...top,
    ...alsoNew.flatMap(({ ideas }) => ideas).slice(0, rows),
    ...worth,
    ...open.slice(0, rows),
  ];
  return new Set(shown.slice(0, most).map(({ id }) => id));
};

/**
 * *Change*, and for an idea that is still to be taken the two presses that make it a quick win: *Small effort*, and then how much it will help. All else of
 * effort and effect is on its form.
 */
const ideaFoot = ({ team, id }: DigestView, idea: IdeaView, { isBrief }: DigestDetail, words: Words): readonly Element[] => {
  const sent = { team: team.id, idea: idea.id, draft: id };
  const quiet = { inputs: "none" } as const;
  const change = button(words.buttons.change, { verb: "change-form", ...sent }, quiet);
  const isWeighed = idea.effort !== undefined && (idea.effort !== "small" || idea.effect !== undefined);
  if (idea.stage !== "new" || isWeighed || isBrief) return [buttons([change], { spacing: "Small" })];
  if (idea.effort === undefined) {
    const smallEffort = button(words.draft.smallEffort, { verb: "weigh-in-draft", ...sent, effort: "small" }, quiet);
    return [buttons([change, smallEffort], { spacing: "Small" })];
  }
  const asEffect = (effect: Effect) => button(words.weight.effects[effect], { verb: "weigh-in-draft", ...sent, effect }, quiet);
  return [
    line(words.draft.howMuch, { spacing: "Small", weight: "Bolder" }),
    buttons(effects.map(asEffect), { spacing: "Small" }),
    buttons([change], { spacing: "Small" }),
  ];
};

/** A choice among all ideas, page by page, in a draft where some ideas have no button of their own. */
const anyIdea = (draft: Draft, detail: DigestDetail, words: Words): readonly (Element | undefined)[] => {
  const { digest, ideas, page, pages, changeable } = draft;
  const [first] = ideas;
  if (!first || changeable <= pressable(digest, detail).size + heldShown(draft, detail).length) return [];
  const sent = { team: digest.team.id, draft: digest.id };
  return [
    subheading(words.draft.others),
    choiceInput(
      "idea",
      words.draft.idea,
      ideas.map(({ id, name }) => ({ id, name: cut(name, detail.choice) })),
      // The first idea is preselected: an empty required choice would make the client refuse every other button.
      { value: first.id },
    ),
    pages > 1 ? small(words.digest.page(page + 1, pages), { spacing: "Small" }) : undefined,
    buttons(
      [
        button(words.buttons.change, { verb: "change-form", ...sent }),
        pages > 1
          ? button(words.buttons.older, { verb: "show-draft", team: digest.team.id, page: (page + 1) % pages }, { inputs: "none" })
          : undefined,
      ],
      { spacing: "Small" },
    ),
  ];
};

/** A draft with more ideas than this is longer than a phone's screen. */
const onOneScreen = 2;

const isLong = ({ digest, held }: Draft): boolean =>
  digest.quick.length +
    digest.top.length +
    digest.alsoNew.length +
    digest.worth.length +
    digest.open.length +
    digest.passed.length +
    digest.finished.length +
    held.length >
  onOneScreen;

/** The button that opens what the coach's line is about, beside the draft. */
const coachButton = (team: string, { about, idea }: NonNullable<Draft["coach"]>, words: Words): Button => {
  const sent = { team, idea: idea.id };
  const quiet = { inputs: "none" } as const;
  switch (about) {
    case "first-answer":
      return button(words.buttons.answerNow, { verb: "answer-idea", ...sent, beside: true }, quiet);
    case "quiet":
      return button(words.buttons.open, { verb: "show-quiet", ...sent }, quiet);
    case "help":
      return button(words.buttons.open, { verb: "show-quiet", ...sent, help: true }, quiet);
    case "late":
      return button(words.buttons.open, { verb: "show-story", ...sent }, quiet);
  }
};

/** The coach's line: what has waited longest for the leads, and the press that opens it. */
const coachBox = ({ digest, coach }: Draft, words: Words): Element | undefined =>
  coach &&
  box(
    [
      line(words.draft.coach[coach.about](coach.count, coach.weeks), { weight: "Bolder" }),
      line(titleRuns(coach.idea, "Default"), { spacing: "Small" }),
      buttons([coachButton(digest.team.id, coach, words)], { spacing: "Small" }),
    ],
    { style: "accent", bleed: true, spacing: "None" },
  );

/** Longest title of an idea that looks like another, in characters. */
const longestAlike = 60;

const brief = (idea: NamedIdea): NamedIdea => ({ ...idea, title: cut(idea.title, longestAlike) });

/** Two ideas that look alike, with *Same thing* and *Not the same*. */
const coupleBox = ({ idea, into, shared }: LookAlikes, sent: { readonly team: string; readonly draft: string }, words: Words): Element => {
  const look = { inputs: "none", tooltip: brief(into).title } as const;
  return box(
    [
      line(titleRuns(brief(idea), "Default")),
      line(titleRuns(brief(into), "Default"), { spacing: "Small" }),
      sharedLine(shared, words.same.shared),
      buttons(
        [
          button(words.buttons.sameThing, { verb: "merge-idea", ...sent, idea: idea.id, into: into.id }, look),
          button(words.draft.notAlike, { verb: "tell-apart", ...sent, idea: idea.id, other: into.id }, look),
        ],
        { spacing: "Small" },
      ),
    ],
    { spacing: "Medium" },
  );
};

const alikeBox = ({ digest, alike = [] }: Draft, words: Words): Element | undefined => {
  const sent = { team: digest.team.id, draft: digest.id };
  return alike.length === 0
    ? undefined
    : box([line(words.draft.alike, { weight: "Bolder" }), ...alike.map((couple) => coupleBox(couple, sent, words))], {
        style: "emphasis",
        bleed: true,
        spacing: "None",
      });
};

type Draft = MessageOf<"draft">;

export const render: Renderers<"draft" | "draft-posted"> = {
  draft: (draft, words) => {
    const { digest, postsAt, rests, notReached, asks } = draft;
    const willAsk = ({ name, at }: NonNullable<typeof asks>) =>
      words.own.willAsk(cut(personName(name, words), 60), words.format.weekday(at, digest.team.zone));
    const { team } = digest;
    const posts = postsAt === undefined ? words.draft.waits : words.draft.posts(words.format.at(postsAt, team.zone));
    const postNow = (spacing: "Small" | "Large") =>
      buttons(
        [button(words.buttons.postNow, { verb: "post-now", team: team.id, draft: digest.id }, { style: "positive", inputs: "none" })],
        { spacing },
      );
    return {
      summary: words.draft.title,
      card: digestCard(
        digest,
        words,
        {
          isPost: false,
          footOf: (idea, detail) => (pressable(digest, detail).has(idea.id) ? ideaFoot(digest, idea, detail, words) : []),
          title: words.draft.title,
          intro: [
            line(rests ? words.status.archived : posts, { spacing: "Small" }),
            small(words.draft.only, { spacing: "None" }),
            ...(asks === undefined ? [] : [line(willAsk(asks), { spacing: "Small", weight: "Bolder" })]),
            ...(notReached === undefined ? [] : [line(words.own.notReached(cut(notReached, 60)), { spacing: "Small", weight: "Bolder" })]),
          ],
          above: ({ isBrief }) => [
            coachBox(draft, words),
            isBrief ? undefined : alikeBox(draft, words),
            rests || !isLong(draft) ? undefined : postNow("Small"),
          ],
          below: (detail) => [...heldIdeas(draft, detail, words), ...anyIdea(draft, detail, words), rests ? undefined : postNow("Large")],
        },
        [],
      ),
    };
  },

  "draft-posted": ({ team, at, isPressed, hasNewer }, words) => {
    const { posted, already, over, nothing } = words.draft;
    const when = at === undefined ? undefined : words.format.at(at, team.zone);
    const text = when === undefined ? (isPressed ? over : nothing) : isPressed ? already(when) : posted(when);
    return {
      summary: text,
      card: card(
        [kicker(team), heading(words.draft.title, { spacing: "None" }), line(text, { spacing: "Small" })],
        hasNewer ? [button(words.buttons.showDraft, { verb: "show-draft", team: team.id })] : [],
      ),
    };
  },
};

export const read: Readers<"show-draft" | "release-idea" | "tell-apart" | "weigh-in-draft"> = {
  "show-draft": z.object({
    verb: z.literal("show-draft"),
    team: teamId,
    page: wholeNumber.refine((page) => page >= 0 && page <= 1000).exactOptional(),
  }),

  "release-idea": z.object({ verb: z.literal("release-idea"), ...ideaInTeam, draft: digestId.exactOptional() }),

  "tell-apart": z.object({ verb: z.literal("tell-apart"), ...ideaInTeam, draft: digestId.exactOptional(), other: ideaInTeam.idea }),

  "weigh-in-draft": z.object({
    verb: z.literal("weigh-in-draft"),
    ...ideaInTeam,
    draft: digestId.exactOptional(),
    effort: z.literal("small").exactOptional(),
    effect: z.enum(effects).exactOptional(),
  }),
};
