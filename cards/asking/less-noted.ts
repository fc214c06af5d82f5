import { z } from "zod";
import { button } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { fact, heading } from "../parts/text.ts";

export const render: Renderers<"less-noted"> = {
  "less-noted": ({ every, next }, words) => {
    const text = words.less.noted[every];
    return {
      summary: text,
      card: card(
        [
          heading(text, { spacing: "None", size: "Medium" }),
          next ? fact(words.settings.nextPrompt, words.format.at(next.at, next.zone)) : undefined,
        ],
        [button(words.buttons.mySettings, { verb: "show-my-settings" })],
      ),
    };
  },
};

export const read: Readers<"ask-less"> = {
  "ask-less": z.object({ verb: z.literal("ask-less"), every: z.literal([1, 2, 4]) }),
};
