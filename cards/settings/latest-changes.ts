import { z } from "zod";
import type { MessageOf } from "../../src/domain/message/index.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { button } from "../parts/buttons.ts";
import { card, type Element, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { kicker } from "../parts/idea.ts";
import { teamId } from "../parts/shapes.ts";
import { capital, heading, line, small } from "../parts/text.ts";
import { changeLines } from "./change-line.ts";

/** Changes told, by detail level. */
const mostTold: readonly [number, ...number[]] = [10, 5, 2, 1];

const longestName = 60;

export const render: Renderers<"settings-changes"> = {
  "settings-changes": (message, words) => {
    const { team, edits } = message;
    return {
      summary: words.defaults.latest,
      card: fitting(mostTold, (most) =>
        card(
          [
            kicker(team, words.settings.title),
            heading(words.defaults.latest, { spacing: "None" }),
            ...(edits.length === 0
              ? [line(words.defaults.none, { spacing: "Small" })]
              : edits.slice(0, most).flatMap(editLines(message, words))),
          ],
          [button(words.buttons.back, { verb: "show-settings", team: team.id })],
        ),
      ),
    };
  },
};

type ChangesTold = MessageOf<"settings-changes">;

/** "Sara Lind, Thursday 26 November", and a line for each setting that changed. */
const editLines = ({ team, named }: ChangesTold, words: Words) => {
  const changeLine = changeLines(named, words);
  return ({ at, otherYear, name = "", role, changes }: ChangesTold["edits"][number]): readonly Element[] => {
    const who = capital(cut(name, longestName) || (role ? words.audit.roles[role] : words.settings.somebody));
    return [small(`${who}, ${words.format.day(at, team.zone, otherYear)}`, { spacing: "Medium" }), ...changes.map(changeLine)];
  };
};

export const read: Readers<"show-settings-changes"> = {
  "show-settings-changes": z.object({ verb: z.literal("show-settings-changes"), team: teamId }),
};
