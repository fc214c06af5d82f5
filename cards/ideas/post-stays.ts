import { cut } from "../../src/domain/words.ts";
import { card, type Renderers } from "../parts/card.ts";
import { kicker } from "../parts/idea.ts";
import { heading, line } from "../parts/text.ts";

export const render: Renderers<"post-stays"> = {
  "post-stays": ({ team, channel, week, month, number }, words) => ({
    summary: words.digest.staysTitle,
    card: card([
      kicker(team),
      heading(words.digest.staysTitle, { spacing: "None" }),
      line(
        month === undefined
          ? words.digest.stays(number, words.week(week ?? ""), cut(channel, 60))
          : words.review.stays(number, words.format.month(month), cut(channel, 60)),
        { spacing: "Small" },
      ),
    ]),
  }),
};
