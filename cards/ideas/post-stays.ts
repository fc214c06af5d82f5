import { cut } from "../../src/domain/words.ts";
import { card, type Renderers } from "../parts/card.ts";
import { kicker } from "../parts/idea.ts";
import { heading, line } from "../parts/text.ts";

export const render: Renderers<"post-stays"> = {
  "post-stays": (message, words) => {
    const { team, number } = message;
    const channel = cut(message.channel, 60);
    const text =
      "week" in message
        ? words.digest.stays(number, words.week(message.week), channel)
        : "month" in message
          ? words.review.stays(number, words.format.month(message.month), channel)
          : words.board.stays(number, words.format.day(message.openedAt, team.zone), channel);
    return {
      summary: words.digest.staysTitle,
      card: card([kicker(team), heading(words.digest.staysTitle, { spacing: "None" }), line(text, { spacing: "Small" })]),
    };
  },
};
