import { z } from "zod";
import { isFinished, isLiving, isOpen } from "../../src/domain/idea/idea.ts";
import type { WithdrawnView } from "../../src/domain/idea/view.ts";
import { type BoardLine, type BoardPart, type BoardView, boardParts } from "../../src/domain/review/board.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { listedIdea } from "../digest/body.ts";
import { checkButton } from "../owning/owner-buttons.ts";
import { button, rowsOf } from "../parts/buttons.ts";
import { type Button, box, card, type Element, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { kicker } from "../parts/idea.ts";
import { teamName } from "../parts/names.ts";
import { boardId, teamId } from "../parts/shapes.ts";
import { capital, heading, line, small, subheading } from "../parts/text.ts";

/** The most withdrawn ideas that a post names. */
const mostWithdrawn = 5;

/** Ideas that stood in the post, of which no word is left. */
export const withdrawnLines = (withdrawn: readonly WithdrawnView[] = [], zone: string, words: Words): readonly Element[] => [
  ...withdrawn.slice(0, mostWithdrawn).map(({ number, at }, place) =>
    small(`#${number ?? ""} ${words.digest.withdrawn(at === undefined ? undefined : words.format.day(at, zone, true))}`, {
      spacing: place === 0 ? "Medium" : "None",
    }),
  ),
  ...(withdrawn.length > mostWithdrawn ? [small(words.andMore(withdrawn.length - mostWithdrawn), { spacing: "None" })] : []),
];

/** Detail of a board: rows in each part; the longest title and text, in characters. `isBrief`: an owner finds *Need help* on their other cards alone. */
type BoardDetail = { readonly rows: number; readonly title: number; readonly text: number; readonly isBrief?: true };

const detailLevels: readonly [BoardDetail, ...BoardDetail[]] = [
  { rows: 5, title: 140, text: 160 },
  { rows: 5, title: 100, text: 100 },
  { rows: 5, title: 80, text: 60, isBrief: true },
  { rows: 3, title: 80, text: 60, isBrief: true },
  { rows: 2, title: 60, text: 40, isBrief: true },
];

/** Buttons for the owner of an idea: the next step, whose form comes to their own chat, and a sign of how it goes. */
const ownersButtons = (sent: { readonly team: string; readonly idea: string; readonly board: string }, idea: BoardLine, words: Words) => {
  const { team, idea: id, board } = sent;
  const beside = { team, idea: id, beside: true } as const;
  const step =
    idea.stage === "planned"
      ? button(words.buttons.started, { verb: "start", ...beside })
      : idea.stage === "testing"
        ? button(words.buttons.testDone, { verb: "test-done", ...beside })
        : checkButton(beside, words);
  return [step, idea.onTrack ? undefined : button(words.buttons.onTrack, { verb: "on-track", team, idea: id, board })];
};

/** Buttons beside an idea, in rows. A phone has no room for *Need help* beside another in each language. */
const buttonRows = (board: BoardView, idea: BoardLine, { isBrief }: BoardDetail, words: Words): readonly Element[] => {
  const sent = { team: board.team.id, idea: idea.id, board: board.id };
  const rows = (all: readonly (Button | undefined)[]) => rowsOf(all, { spacing: "Small" });
  if (isFinished(idea)) return rows([button(words.buttons.thanks, { verb: "thank", ...sent })]);
  if (idea.owner && isOpen(idea)) {
    const help = button(words.buttons.needHelp, { verb: "need-help", team: sent.team, idea: sent.idea });
    return [...rows(ownersButtons(sent, idea, words)), ...(isBrief ? [] : rows([help]))];
  }
  if (!isLiving(idea)) return [];
  const meToo = button(words.buttons.meToo, { verb: "add-voice", ...sent });
  return rows(isOpen(idea) ? [meToo, button(words.buttons.takeOrAsk, { verb: "take-or-ask", ...sent }, { dialog: true })] : [meToo]);
};

const shortened = ({ title, result, lesson, ...idea }: BoardLine, detail: BoardDetail): BoardLine => ({
  ...idea,
  title: cut(title, detail.title),
  ...(result ? { result: cut(result, detail.text) } : {}),
  ...(lesson ? { lesson: cut(lesson, detail.text) } : {}),
});

const lineOf = (board: BoardView, idea: BoardLine, detail: BoardDetail, words: Words): Element =>
  box(
    [
      ...listedIdea(shortened(idea, detail), words, true),
      idea.onTrack ? line(`✓ ${words.board.onTrack}`, { size: "Small", color: "Good", weight: "Bolder", spacing: "None" }) : undefined,
      ...buttonRows(board, idea, detail, words),
    ],
    { spacing: "Default" },
  );

const moreIn = (board: BoardView, part: BoardPart): number =>
  part === "check" ? board.moreCheck : part === "waiting" ? board.moreWaiting : part === "done" ? board.moreDone : 0;

const partOf = (board: BoardView, part: BoardPart, detail: BoardDetail, words: Words): readonly Element[] => {
  const lines = board[part].slice(0, detail.rows).map((idea) => lineOf(board, idea, detail, words));
  const more = moreIn(board, part) + board[part].length - lines.length;
  if (lines.length === 0) return [];
  return [subheading(words.board.parts[part]), ...lines, ...(more > 0 ? [small(capital(words.andMore(more)), { spacing: "Small" })] : [])];
};

export const render: Renderers<"board"> = {
  board: (board, words) => {
    const { team, id, openedAt, withdrawn } = board;
    const day = words.format.day(openedAt, team.zone);
    return {
      summary: words.board.summary(teamName(team, words), day),
      card: fitting(detailLevels, (detail) => {
        const parts = boardParts.flatMap((part) => partOf(board, part, detail, words));
        return card(
          [
            box([kicker(team, words.format.at(openedAt, team.zone)), heading(words.board.title, { spacing: "None" })], {
              style: "emphasis",
              bleed: true,
            }),
            small(words.board.rule, { spacing: "Small" }),
            ...(parts.length > 0 ? parts : [line(words.board.empty, { spacing: "Medium" })]),
            ...withdrawnLines(withdrawn, team.zone, words),
          ],
          [button(words.buttons.close, { verb: "close-board", team: team.id, board: id })],
          true,
        );
      }),
    };
  },
};

export const read: Readers<"show-board" | "close-board"> = {
  "show-board": z.object({ verb: z.literal("show-board"), team: teamId, board: boardId }),
  "close-board": z.object({ verb: z.literal("close-board"), team: teamId, board: boardId }),
};
