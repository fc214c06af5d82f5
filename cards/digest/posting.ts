import { cut } from "../../src/domain/words.ts";
import { card, type Renderers } from "../parts/card.ts";
import { kicker } from "../parts/idea.ts";
import { line } from "../parts/text.ts";

export const render: Renderers<"posting"> = {
  posting: ({ team, channelName }, words) => {
    const text = words.draft.posting(channelName && cut(channelName, 60));
    return { summary: text, card: card([kicker(team), line(text, { spacing: "Small" })]) };
  },
};
