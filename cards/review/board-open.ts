import { cut } from "../../src/domain/words.ts";
import { button } from "../parts/buttons.ts";
import { card, type Renderers } from "../parts/card.ts";
import { kicker, noted } from "../parts/idea.ts";
import { heading, line } from "../parts/text.ts";

export const render: Renderers<"board-opening" | "board-open" | "board-trouble"> = {
  "board-opening": ({ team, channelName }, words) => noted(words.board.opening(cut(channelName, 60)), team),

  "board-open": ({ team, board, openedAt, channelName }, words) => ({
    summary: words.board.openTitle,
    card: card(
      [
        kicker(team),
        heading(words.board.openTitle, { spacing: "None" }),
        line(words.board.isOpen(cut(channelName, 60), words.format.time(openedAt, team.zone)), { spacing: "Small" }),
      ],
      [
        button(words.board.show, { verb: "show-board", team: team.id, board }),
        button(words.buttons.close, { verb: "close-board", team: team.id, board }),
      ],
    ),
  }),

  "board-trouble": ({ team, channelName, isDoubtful }, words) => {
    const [title, what] = isDoubtful ? [words.board.doubtfulTitle, words.board.doubtful] : [words.board.troubleTitle, words.board.trouble];
    return {
      summary: title,
      card: card([kicker(team), heading(title, { spacing: "None" }), line(what(cut(channelName, 60)), { spacing: "Small" })]),
    };
  },
};
