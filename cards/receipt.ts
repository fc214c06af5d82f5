import { z } from "zod";
import type { WrittenIdea } from "../src/domain/action.ts";
import { longestFriction } from "../src/domain/idea.ts";
import { cut } from "../src/domain/words.ts";
import type { Words } from "../src/language/index.ts";
import { box, button, card, type Element, fitting, heading, line, longId, type Readers, type Renderers, small, teamId } from "./blocks.ts";
import { keptIdea } from "./idea-form.ts";
import { kicker } from "./idea-lines.ts";

/** How much of a text is shown; the buttons hold all of it. */
const mostShown = [2 * longestFriction, 600, 200, 40] as const;

const textBox = (written: WrittenIdea, words: Words, most: number): Element =>
  box(
    [
      line(cut(written.friction, most), { weight: "Bolder" }),
      written.proposal ? small(words.receipt.proposal, { spacing: "Medium" }) : undefined,
      written.proposal ? line(cut(written.proposal, most), { spacing: "None" }) : undefined,
      written.kind || written.cost
        ? small([...(written.kind ? [words.kinds[written.kind]] : []), ...(written.cost ? [words.costs[written.cost]] : [])].join(" · "), {
            spacing: "Medium",
          })
        : undefined,
    ],
    { style: "emphasis", spacing: "Medium" },
  );

export const render: Renderers<"receipt" | "withdrawn"> = {
  receipt: ({ team, idea, number, written, stage, isFixed, digestAt, rests, shown, edited, offered }, words) => {
    const title = edited ? words.receipt.changed : words.receipt.saved;
    const { day } = words.format;
    return {
      summary: title,
      card: fitting(mostShown, (most) =>
        card(
          [
            kicker(team, ...(number === undefined ? [] : [`#${number}`])),
            heading(title, { spacing: "None", color: "Good" }),
            textBox(written, words, most),
            shown && stage !== "new" ? line(words.receipt.stands(words.stages[stage]), { spacing: "Medium" }) : undefined,
            shown ? line(words.receipt.shown(number, isFixed), { spacing: "Medium" }) : undefined,
            !shown && rests ? line(words.receipt.rests(written.showName), { spacing: "Medium" }) : undefined,
            !shown && digestAt !== undefined
              ? line(words.receipt.next(day(digestAt, team.zone), written.showName), { spacing: "Medium" })
              : undefined,
            offered ? line(words.receipt.second, { spacing: "Large", separator: true, weight: "Bolder" }) : undefined,
            offered ? textBox(offered, words, most) : undefined,
          ],
          [
            button(words.buttons.edit, { verb: "edit-idea", team: team.id, idea }),
            button(words.buttons.withdraw, { verb: "withdraw-idea", team: team.id, idea }),
            button(
              words.buttons.addAnother,
              { verb: "add-another", team: team.id, ...(offered ? { kept: offered } : {}) },
              offered ? { style: "positive" } : {},
            ),
          ],
        ),
      ),
    };
  },

  withdrawn: ({ team, idea, written, post }, words) => {
    const title = post ? words.receipt.withdrawnBut[post] : words.receipt.withdrawn;
    return {
      summary: title,
      card: fitting(mostShown, (most) =>
        card(
          [
            kicker(team),
            heading(title, { spacing: "None", size: "Medium" }),
            written ? line(cut(written.friction, most), { isSubtle: true }) : undefined,
          ],
          [
            written ? button(words.buttons.undo, { verb: "restore-idea", team: team.id, idea, written }) : undefined,
            button(words.buttons.addAnother, { verb: "add-another", team: team.id }),
          ],
        ),
      ),
    };
  },
};

const one = { team: teamId, idea: longId };

export const read: Readers<"edit-idea" | "withdraw-idea" | "restore-idea" | "add-another" | "show-receipt"> = {
  "edit-idea": z.object({ verb: z.literal("edit-idea"), ...one }),
  "withdraw-idea": z.object({ verb: z.literal("withdraw-idea"), ...one }),
  "restore-idea": z.object({ verb: z.literal("restore-idea"), ...one, written: keptIdea }),
  "show-receipt": z.object({ verb: z.literal("show-receipt"), ...one }),
  "add-another": z.object({ verb: z.literal("add-another"), team: teamId, kept: keptIdea.exactOptional() }),
};
