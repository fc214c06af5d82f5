import { z } from "zod";
import type { Pause } from "../../src/domain/message/people.ts";
import type { Words } from "../../src/language/index.ts";
import { button } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { toggleInput } from "../parts/inputs.ts";
import { goodLine, heading, line, small } from "../parts/text.ts";
import { pausedLine } from "../people/pause.ts";

export const render: Renderers<"my-settings"> = {
  "my-settings": ({ news, pause, saved }, words) => {
    const own = words.mySettings;
    return {
      summary: own.title,
      card: card(
        [
          heading(own.title, { spacing: "None" }),
          saved ? goodLine(news ? own.savedOn : own.savedOff) : undefined,
          toggleInput("news", own.news, news),
          small(own.newsWhat, { spacing: "None" }),
          line(pause ? pausedFor(pause, words) : own.toPause, { spacing: "Medium" }),
          line(own.language, { spacing: "Small" }),
        ],
        [button(words.buttons.save, { verb: "save-my-settings" }, { style: "positive" })],
      ),
    };
  },
};

/** A pause without an end names the word that ends it already. */
const pausedFor = (pause: Pause, words: Words): string =>
  pause.until === undefined ? pausedLine(pause, words) : `${pausedLine(pause, words)} ${words.mySettings.toResume}`;

/** A switch as the client sends it; a card without it changes nothing. */
const onOff = z
  .enum(["true", "false"])
  .transform((value) => value === "true")
  .exactOptional();

export const read: Readers<"show-my-settings" | "save-my-settings"> = {
  "show-my-settings": z.object({ verb: z.literal("show-my-settings") }),
  "save-my-settings": z.object({ verb: z.literal("save-my-settings"), news: onOff }),
};
