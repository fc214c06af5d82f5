import { isOpen } from "../../src/domain/idea/idea.ts";
import type { MessageOf } from "../../src/domain/message/index.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { ownerButtons } from "../owning/owner-buttons.ts";
import { box, card, type Element, type Renderers } from "../parts/card.ts";
import { kicker, ownerRuns, titleRuns } from "../parts/idea.ts";
import { heading, line } from "../parts/text.ts";

const newsText = ({ news, idea, reason }: MessageOf<"author-news">, words: Words): Element | undefined => {
  const why = reason ? words.own.reason(cut(reason, 500)) : "";
  if (news === "owned") return undefined;
  if (news === "done") return idea.result ? line(cut(idea.result, 600), { spacing: "Medium" }) : undefined;
  const { heldWhat, declinedWhat, reopenedWhat, putBackWhat, restoredWhat } = words.news;
  const what = { held: heldWhat, declined: declinedWhat, reopened: reopenedWhat, "put-back": putBackWhat, restored: restoredWhat }[news];
  return line([what, why].filter(Boolean).join(" "), { spacing: "Medium" });
};

export const render: Renderers<"author-news"> = {
  "author-news": (message, words) => {
    const { team, idea, news, reader, owns } = message;
    const owner = news === "owned" ? ownerRuns(idea, words, true) : [];
    return {
      summary: words.news.summary,
      card: card(
        [
          kicker(team),
          heading(words.news[news](reader), { spacing: "None", ...(news === "done" ? { color: "Good" } : {}) }),
          box([line(titleRuns(idea)), owner.length > 0 ? line(owner, { spacing: "Small" }) : undefined], {
            style: news === "done" ? "good" : "emphasis",
            spacing: "Medium",
          }),
          newsText(message, words),
        ],
        owns && isOpen(idea) ? ownerButtons({ team: team.id, idea: idea.id }, words) : [],
      ),
    };
  },
};
