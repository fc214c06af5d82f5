import { z } from "zod";
import { longestReason, longestTitle } from "../src/domain/idea.ts";
import type { IdeaView, MessageOf, RefusalReason, TeamView } from "../src/domain/message.ts";
import { cut } from "../src/domain/words.ts";
import type { Words } from "../src/language/index.ts";
import {
  aLine,
  aText,
  box,
  button,
  buttons,
  card,
  choice,
  choiceInput,
  dateInput,
  digestId,
  type Element,
  fitting,
  heading,
  line,
  longId,
  problemLine,
  type Readers,
  type Renderers,
  rowsOf,
  small,
  subheading,
  teamId,
  textInput,
  wholeNumber,
} from "./blocks.ts";
import { digestCard, type Room } from "./digest.ts";
import { kicker, titleRuns } from "./idea-lines.ts";
import { mostListed, peopleInput } from "./people.ts";

const problemOf = (problem: RefusalReason | undefined, words: Words) => problemLine(problem && words.refusals[problem]());

type FormMessage = MessageOf<"hold-form" | "propose-form" | "title-form">;

/** The ideas of the draft to choose from, side by side when they are few; many are turned over page by page. */
const whichIdea = ({ say: verb, team, ideas, idea, page, pages }: FormMessage, words: Words): (Element | undefined)[] => [
  choiceInput(
    "idea",
    words.draft.idea,
    ideas.map(({ id, name }) => ({ id, name: cut(name, 100) })),
    {
      expanded: ideas.length <= 5,
      hint: words.draft.chooseIdea,
      missing: words.draft.chooseIdea,
      value: idea ?? (ideas.length === 1 && pages === 1 ? ideas[0]?.id : undefined),
    },
  ),
  pages > 1 ? small(words.digest.page(page + 1, pages), { spacing: "Small" }) : undefined,
  pages > 1
    ? buttons(
        [
          page > 0 ? button(words.buttons.newer, { verb, team: team.id, page: page - 1 }, { inputs: "none" }) : undefined,
          page < pages - 1 ? button(words.buttons.older, { verb, team: team.id, page: page + 1 }, { inputs: "none" }) : undefined,
        ],
        { spacing: "Small" },
      )
    : undefined,
];

/** Ideas that are held back, each with its button; of many, one is chosen in a list. */
const heldIdeas = (
  team: TeamView,
  held: readonly IdeaView[],
  { rows, title: longest }: Room,
  words: Words,
): readonly (Element | undefined)[] => {
  if (held.length === 0) return [];
  const title = subheading(words.draft.held);
  if (held.length <= Math.min(6, rows)) {
    const release = (idea: IdeaView) => button(words.buttons.release, { verb: "release-idea", team: team.id, idea: idea.id });
    return [
      title,
      ...held.map((idea) =>
        box([line(titleRuns({ ...idea, title: cut(idea.title, longest) }, "Default")), buttons([release(idea)], { spacing: "Small" })], {
          spacing: "Small",
        }),
      ),
    ];
  }
  const listed = held.slice(0, 5 * rows);
  return [
    title,
    choiceInput(
      "idea",
      words.draft.idea,
      listed.map(({ id, number, title }) => ({ id, name: `${number === undefined ? "" : `#${number} `}${cut(title, longest)}` })),
      { hint: words.draft.chooseIdea, missing: words.draft.chooseIdea },
    ),
    held.length > listed.length ? small(words.andMore(held.length - listed.length), { spacing: "None" }) : undefined,
    buttons([button(words.buttons.release, { verb: "release-idea", team: team.id })], { spacing: "Small" }),
  ];
};

const form = (message: FormMessage, title: string, what: string, words: Words, inputs: Element[]): (Element | undefined)[] => [
  kicker(message.team),
  heading(title, { spacing: "None" }),
  line(what, { spacing: "Small", isSubtle: true }),
  problemOf(message.problem, words),
  ...whichIdea(message, words),
  ...inputs,
];

export const render: Renderers<"draft" | "hold-form" | "propose-form" | "title-form" | "draft-posted" | "posting"> = {
  draft: ({ digest, held, postsAt, rests, nonce }, words) => {
    const { team } = digest;
    const posts = postsAt === undefined ? words.draft.waits : words.draft.posts(words.format.at(postsAt, team.zone));
    return {
      summary: words.draft.title,
      card: digestCard(
        digest,
        words,
        {
          pressable: false,
          title: words.draft.title,
          intro: [line(rests ? words.status.archived : posts, { spacing: "Small" }), small(words.draft.only, { spacing: "None" })],
          below: (room) => [
            ...heldIdeas(team, held, room, words),
            ...rowsOf([
              rests
                ? undefined
                : button(words.buttons.postNow, { verb: "post-now", team: team.id, nonce }, { style: "positive", inputs: "none" }),
              button(words.buttons.proposeOwner, { verb: "propose-form", team: team.id }, { inputs: "none" }),
              button(words.buttons.editTitle, { verb: "title-form", team: team.id }, { inputs: "none" }),
              button(words.buttons.holdBack, { verb: "hold-form", team: team.id }, { inputs: "none" }),
            ]),
          ],
        },
        [],
      ),
    };
  },

  "hold-form": (message, words) => ({
    summary: words.draft.holdTitle,
    card: card(
      form(message, words.draft.holdTitle, words.draft.holdWhat, words, [
        textInput("reason", words.draft.holdReason, { longest: longestReason, missing: words.refusals["reason-needed"]() }),
      ]),
      [
        button(words.buttons.holdBack, { verb: "hold-idea", team: message.team.id }, { style: "positive" }),
        button(words.buttons.back, { verb: "show-draft", team: message.team.id }, { inputs: "none" }),
      ],
    ),
  }),

  // The draft stands in a lead's own chat, and so does this.
  "propose-form": (message, words) => ({
    summary: words.draft.proposeTitle,
    card: fitting(mostListed, (most) =>
      card(
        form(message, words.draft.proposeTitle, words.draft.proposeWhat, words, [
          ...peopleInput(
            "person",
            words.own.who,
            { others: message.members, most },
            { search: "organisation", hint: words.own.chooseWho, missing: words.own.chooseWho },
            words,
          ),
          dateInput("due", words.own.due, message.due, words.own.badDate),
        ]),
        [
          button(words.buttons.proposeOwner, { verb: "propose-owner", team: message.team.id }, { style: "positive" }),
          button(words.buttons.back, { verb: "show-draft", team: message.team.id }, { inputs: "none" }),
        ],
      ),
    ),
  }),

  "title-form": (message, words) => ({
    summary: words.draft.titleTitle,
    card: card(
      form(message, words.draft.titleTitle, words.draft.titleWhat, words, [
        textInput("title", words.draft.newTitle, {
          longest: longestTitle,
          oneLine: true,
          value: message.title,
          missing: words.refusals["title-needed"](),
        }),
      ]),
      [
        button(words.buttons.editTitle, { verb: "edit-title", team: message.team.id }, { style: "positive" }),
        button(words.buttons.back, { verb: "show-draft", team: message.team.id }, { inputs: "none" }),
      ],
    ),
  }),

  "draft-posted": ({ team, at }, words) => {
    const text = words.draft.posted(words.format.at(at, team.zone));
    return {
      summary: text,
      card: card([kicker(team), heading(words.draft.title, { spacing: "None" }), line(text, { spacing: "Small" })]),
    };
  },

  posting: ({ team, channelName }, words) => {
    const text = words.draft.posting(channelName && cut(channelName, 60));
    return { summary: text, card: card([kicker(team), line(text, { spacing: "Small" })]) };
  },
};

const one = { team: teamId, idea: longId };
const page = wholeNumber.refine((page) => page >= 0 && page <= 1000).exactOptional();

export const read: Readers<
  "show-draft" | "hold-form" | "hold-idea" | "release-idea" | "propose-form" | "propose-owner" | "title-form" | "edit-title" | "post-now"
> = {
  "show-draft": z.object({ verb: z.literal("show-draft"), team: teamId }),
  "hold-form": z.object({ verb: z.literal("hold-form"), team: teamId, page }),
  "hold-idea": z.object({ verb: z.literal("hold-idea"), ...one, reason: aText(longestReason) }),
  "release-idea": z.object({ verb: z.literal("release-idea"), ...one }),
  "propose-form": z.object({ verb: z.literal("propose-form"), team: teamId, page }),
  "propose-owner": z.object({ verb: z.literal("propose-owner"), ...one, person: choice, due: choice }),
  "title-form": z.object({ verb: z.literal("title-form"), team: teamId, idea: longId.exactOptional(), page }),
  "edit-title": z.object({ verb: z.literal("edit-title"), ...one, title: aLine(longestTitle) }),
  "post-now": z.object({ verb: z.literal("post-now"), team: teamId, nonce: digestId }),
};
