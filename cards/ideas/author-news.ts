import { isOpen } from "../../src/domain/idea/idea.ts";
import { life } from "../../src/domain/idea/life.ts";
import type { MessageOf } from "../../src/domain/message/index.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { ownerButtons } from "../owning/owner-buttons.ts";
import { button, rowsOf } from "../parts/buttons.ts";
import { box, card, type Element, type Renderers } from "../parts/card.ts";
import { kicker, ownerRuns, reasonBox, storyButton, titleRuns } from "../parts/idea.ts";
import { personName } from "../parts/names.ts";
import { capital, fact, heading, line } from "../parts/text.ts";
import { partLine } from "./same-thing.ts";

/** The headline. News of an owner names a person, and `heading` is Markdown, which must never hold a name: that news uses `line`. */
const headline = ({ news, idea, reader }: MessageOf<"author-news">, words: Words): Element =>
  news === "owned"
    ? line(words.news.owned(reader, cut(idea.owner?.name ?? "", 60)), { spacing: "None", size: "Large", weight: "Bolder" })
    : heading(words.news[news](reader), { spacing: "None", ...(news === "done" ? { color: "Good" } : {}) });

/** The reason, or the result of a finished idea. */
const because = ({ news, idea, reason }: MessageOf<"author-news">, words: Words): Element | undefined => {
  if (news === "done") return idea.result ? reasonBox(words.finish.result, idea.result, "good") : undefined;
  return reason ? reasonBox(words.news.why, reason) : undefined;
};

const ownerLine = ({ news, idea }: MessageOf<"author-news">, words: Words): Element | undefined => {
  if (!idea.owner) return undefined;
  return news === "done"
    ? fact(words.news.owner, capital(personName(idea.owner.name, words)))
    : line(ownerRuns(idea, words, true), { spacing: "Small" });
};

const meaning = ({ news }: MessageOf<"author-news">, words: Words): string | undefined => {
  const { heldWhat, declinedWhat, undoneWhat, checkingWhat, mergedWhat, putBackWhat, restoredWhat } = words.news;
  const meanings: Partial<Record<typeof news, string>> = {
    held: heldWhat,
    declined: declinedWhat,
    undone: undoneWhat,
    checking: checkingWhat,
    merged: mergedWhat,
    "put-back": putBackWhat,
    restored: restoredWhat,
  };
  return meanings[news];
};

export const render: Renderers<"author-news"> = {
  "author-news": (message, words) => {
    const { team, idea, into, reader, owns } = message;
    const what = meaning(message, words);
    const sent = { team: team.id, idea: idea.id };
    const isAuthor = reader === "author";
    return {
      summary: words.news.summary,
      card: card([
        kicker(team),
        headline(message, words),
        because(message, words),
        box([line(titleRuns(idea)), ownerLine(message, words)], { style: "emphasis", spacing: "Medium" }),
        into ? partLine(into, words) : undefined,
        what ? line(what, { spacing: "Medium" }) : undefined,
        ...rowsOf([
          isAuthor && life.edit.from.includes(idea.stage) ? button(words.buttons.edit, { verb: "edit-idea", ...sent }) : undefined,
          isAuthor && life.withdraw.from.includes(idea.stage)
            ? button(words.buttons.withdraw, { verb: "withdraw-idea", ...sent })
            : undefined,
          ...(owns && isOpen(idea) ? ownerButtons(team, idea, words) : []),
          storyButton(team, into ?? idea, words),
        ]),
      ]),
    };
  },
};
