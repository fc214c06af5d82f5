import { z } from "zod";
import { keptIdeas } from "../../src/domain/action/people.ts";
import { button, buttons } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { heading, line, small } from "../parts/text.ts";

export const render: Renderers<"delete-data" | "data-deleting" | "data-deleted"> = {
  "delete-data": (_message, words) => ({
    summary: words.deleteData.title,
    card: card([
      heading(words.deleteData.title, { size: "Medium" }),
      line(words.deleteData.what, { spacing: "Small" }),
      line(words.deleteData.ideas, { weight: "Bolder" }),
      // Each on a line of its own, since a phone cuts two beside each other.
      buttons([button(words.buttons.deleteIdeasToo, { verb: "delete-data", ideas: "deleted" })], { spacing: "Small" }),
      buttons([button(words.buttons.keepIdeas, { verb: "delete-data", ideas: "kept" })], { spacing: "Small" }),
      small(words.deleteData.forGood),
    ]),
  }),

  "data-deleting": ({ ideas, isTold }, words) => ({
    summary: words.deleteData.deleting,
    card: card([
      heading(words.deleteData.deleting, { size: "Medium" }),
      line(words.deleteData.becomes[ideas], { spacing: "Small" }),
      line(isTold ? words.deleteData.soon : words.deleteData.untold, { spacing: "Small" }),
    ]),
  }),

  "data-deleted": ({ ideas }, words) => ({
    summary: words.deleteData.deleted,
    card: card([
      heading(words.deleteData.deleted, { size: "Medium" }),
      ideas ? line(words.deleteData.became[ideas], { spacing: "Small" }) : undefined,
      line(words.deleteData.left, { spacing: "Small" }),
      line(words.deleteData.again, { spacing: "Small" }),
    ]),
  }),
};

export const read: Readers<"delete-data"> = {
  "delete-data": z.object({ verb: z.literal("delete-data"), ideas: z.enum(keptIdeas) }),
};
