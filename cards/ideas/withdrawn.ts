import { z } from "zod";
import { keptQuestion } from "../../src/domain/asking/question.ts";
import { cut } from "../../src/domain/words.ts";
import { button } from "../parts/buttons.ts";
import { card, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { kicker } from "../parts/idea.ts";
import { ideaInTeam } from "../parts/shapes.ts";
import { heading, line } from "../parts/text.ts";
import { keptIdea } from "./idea-form.ts";
import { mostShown } from "./receipt.ts";

export const render: Renderers<"withdrawn"> = {
  withdrawn: ({ team, idea, written, post, untilExported, secret, withoutTrace, question, waits }, words) => {
    const { withdrawnPosted, withdrawnRecorded, recordKeeps, withdrawn } = words.receipt;
    const posted =
      post && (untilExported ? (post === "gone" ? withdrawnRecorded : `${withdrawnPosted[post]} ${recordKeeps}`) : withdrawnPosted[post]);
    const said = posted ?? withdrawn;
    const restores = (kept: NonNullable<typeof written>) =>
      secret === undefined
        ? ({ verb: "restore-idea", team: team.id, idea, written: kept } as const)
        : withoutTrace
          ? ({
              verb: "restore-without-trace",
              team: team.id,
              secret,
              ...keptQuestion(question),
              written: kept,
              ...(waits ? { waits } : {}),
            } as const)
          : ({ verb: "restore-for-colleague", team: team.id, secret, written: kept } as const);
    const [title = "", ...more] = said.split(/(?<=\.) /);
    return {
      summary: said,
      card: fitting(mostShown, (most) =>
        card(
          [
            kicker(team),
            heading(title, { spacing: "None", size: "Medium" }),
            line(more.join(" "), { spacing: "Small" }),
            written ? line(cut(written.friction, most), { isSubtle: true }) : undefined,
          ],
          [
            written ? button(words.buttons.undo, restores(written)) : undefined,
            secret === undefined ? button(words.buttons.addAnother, { verb: "add-another", team: team.id }) : undefined,
          ],
        ),
      ),
    };
  },
};

export const read: Readers<"restore-idea"> = {
  "restore-idea": z.object({ verb: z.literal("restore-idea"), ...ideaInTeam, written: keptIdea }),
};
