import type { MessageOf } from "../../src/domain/message/index.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { button, buttons } from "../parts/buttons.ts";
import type { Element } from "../parts/card.ts";
import { kicker } from "../parts/idea.ts";
import { choiceInput } from "../parts/inputs.ts";
import { pageUpTo } from "../parts/shapes.ts";
import { heading, line, refusalLine, small } from "../parts/text.ts";

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

export const whichIdeaForm = (
  message: FormMessage,
  title: string,
  what: string,
  words: Words,
  inputs: Element[],
): (Element | undefined)[] => [
  kicker(message.team),
  heading(title, { spacing: "None" }),
  line(what, { spacing: "Small", isSubtle: true }),
  refusalLine(message.problem, words),
  ...whichIdea(message, words),
  ...inputs,
];

export const pageOfIdeas = pageUpTo(1000).exactOptional();
