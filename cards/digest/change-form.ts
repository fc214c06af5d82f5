import { z } from "zod";
import { isWorth, longestReason, longestTitle } from "../../src/domain/idea/idea.ts";
import { askAuthorButton, askedBox } from "../ideas/ask-author.ts";
import { sameThingInput } from "../ideas/same-thing.ts";
import { button, buttons } from "../parts/buttons.ts";
import { card, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker } from "../parts/idea.ts";
import { dateInput, textInput } from "../parts/inputs.ts";
import { personName } from "../parts/names.ts";
import { peopleInput } from "../parts/people-input.ts";
import { aLine, aLineIfAny, aText, aTextIfAny, choice, digestId, ideaInTeam, longId, teamId, weight } from "../parts/shapes.ts";
import { heading, line, problemLine, refusalLine, small, subheading } from "../parts/text.ts";
import { weightInputs } from "../parts/weight.ts";
import { whysBox } from "../parts/whys.ts";

/** Members in the list, and characters of each cause: the story has all of them. */
type ChangeDetail = { readonly most: number; readonly cause: number };
const details: readonly [ChangeDetail, ...ChangeDetail[]] = [
  { most: 100, cause: 300 },
  { most: 60, cause: 300 },
  { most: 30, cause: 100 },
  { most: 10, cause: 60 },
  { most: 10, cause: 0 },
  { most: 3, cause: 0 },
];

export const render: Renderers<"change-form"> = {
  // This form is shown in the lead's own chat, as the draft is, where the people picker searches the organisation.
  "change-form": ({ team, draft, idea, was, written, members, usual, asked, same = [], problem, ...more }, words) => {
    const { change } = words.draft;
    const sent = { team: team.id, idea: idea.id, ...(draft ? { draft } : {}) };
    const back = button(words.buttons.back, { verb: "show-draft", team: team.id }, { inputs: "none" });
    const isRead = "stage" in idea;
    const question = asked ? askedBox(asked, words) : buttons([askAuthorButton(sent, words)], { separator: true, spacing: "Large" });
    const isKept = isRead && isWorth(idea);
    const top = [
      kicker(team, ...(isKept ? [words.stages.worth] : [])),
      heading(change.title, { spacing: "None" }),
      isRead ? ideaBox(idea, words, { owner: true }) : undefined,
    ];
    if (isRead && idea.stage === "held") {
      const putBack = button(words.buttons.release, { verb: "release-idea", ...sent });
      // Nothing that was typed can be saved until it is put back.
      const unsaved = problemLine(problem && change.unsaved);
      return { summary: change.title, card: card([...top, whysBox(more, words), unsaved, line(change.isHeld), question], [putBack, back]) };
    }
    return {
      summary: change.title,
      card: fitting(details, ({ most, cause }) =>
        card([
          ...top,
          cause > 0 ? whysBox(more, words, cause) : undefined,
          refusalLine(problem, words),
          textInput("title", change.newTitle, {
            longest: longestTitle,
            oneLine: true,
            value: written.title,
            missing: words.refusals["title-needed"](),
          }),
          small(change.titleWhat, { spacing: "None" }),
          weightInputs(written, was, words),
          ...(members.length > 0
            ? [
                subheading(change.owner),
                ...peopleInput(
                  "person",
                  change.person,
                  { chosen: usual ? [usual] : [], others: usual ? members.filter(({ id }) => id !== usual.id) : members, most },
                  { search: "organisation", hint: words.own.chooseWho, value: written.person },
                  words,
                ),
                usual ? small(words.ownKinds.usual(personName(usual.name, words)), { spacing: "None" }) : undefined,
                dateInput("due", change.date, written.due),
                small(change.ownerWhat, { spacing: "None" }),
              ]
            : []),
          buttons([button(words.buttons.save, { verb: "save-change", ...sent, was }, { style: "positive" }), back]),
          ...(same.length > 0
            ? [
                subheading(words.buttons.sameThing, { separator: true }),
                sameThingInput(same, words),
                small(words.same.whatForLeads, { spacing: "None" }),
                buttons([button(words.buttons.sameThing, { verb: "merge-idea", ...sent, was })]),
              ]
            : []),
          question,
          subheading(words.buttons.holdBack, { separator: true }),
          textInput("reason", change.reason, { longest: longestReason, value: written.reason }),
          small(change.holdWhat, { spacing: "None" }),
          buttons([button(words.buttons.holdBack, { verb: "hold-idea", ...sent, was })]),
        ]),
      ),
    };
  },
};

const was = z.object({ mark: choice, due: choice, ...weight });

const written = { title: aLine(longestTitle), person: choice, due: choice, ...weight };

/** All that a lead may have left on the form when they press another button of it. */
const left = {
  title: aLineIfAny(longestTitle),
  person: choice.exactOptional(),
  due: choice.exactOptional(),
  ...weight,
  was: was.exactOptional(),
};

const inDraft = { ...ideaInTeam, draft: digestId.exactOptional() };

const oldForm = <V extends string>(verb: V) => z.object({ verb: z.literal(verb), team: teamId });

export const read: Readers<
  "change-form" | "save-change" | "hold-idea" | "merge-idea" | "hold-form" | "propose-form" | "title-form" | "propose-owner" | "edit-title"
> = {
  "change-form": z.object({ verb: z.literal("change-form"), ...inDraft }),

  "save-change": z.object({ verb: z.literal("save-change"), ...inDraft, ...written, reason: aTextIfAny(longestReason), was }),

  "hold-idea": z.object({ verb: z.literal("hold-idea"), ...inDraft, ...left, reason: aText(longestReason) }),

  "merge-idea": z.object({
    verb: z.literal("merge-idea"),
    ...inDraft,
    ...left,
    reason: aTextIfAny(longestReason),
    into: longId.exactOptional(),
  }),

  // Verbs of older drafts, and of the forms that these opened.
  "hold-form": oldForm("hold-form"),
  "propose-form": oldForm("propose-form"),
  "title-form": oldForm("title-form"),
  "propose-owner": z.object({ verb: z.literal("propose-owner"), ...ideaInTeam, person: choice, due: choice }),
  "edit-title": z.object({ verb: z.literal("edit-title"), ...ideaInTeam, title: aLine(longestTitle) }),
};
