import { z } from "zod";
import { isWorth } from "../../src/domain/idea/idea.ts";
import type { Readers, Renderers } from "../parts/card.ts";
import { sentence } from "../parts/sentence.ts";
import { ideaInPost } from "../parts/shapes.ts";

export const render: Renderers<"thanks-noted"> = {
  "thanks-noted": ({ already, idea }, words) =>
    sentence(already ? words.thanks.already : isWorth(idea) ? words.thanks.notedWorth : words.thanks.noted),
};

export const read: Readers<"thank"> = {
  thank: z.object({ verb: z.literal("thank"), ...ideaInPost }),
};
