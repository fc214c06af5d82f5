import { z } from "zod";
import { button, rowsOf } from "../parts/buttons.ts";
import { box, card, type Readers, type Renderers } from "../parts/card.ts";
import { kicker } from "../parts/idea.ts";
import { teamId } from "../parts/shapes.ts";
import { goodLine, heading, line, ownAddress, small } from "../parts/text.ts";

export const render: Renderers<"results-address"> = {
  "results-address": ({ team, madeAt, token, url, replaces, revoked }, words) => {
    const own = words.resultsAddress;
    return {
      summary: own.title,
      card: card([
        kicker(team, words.settings.title),
        heading(own.title, { spacing: "None" }),
        line(own.what, { spacing: "Small" }),
        revoked ? goodLine(own.revoked) : undefined,
        token
          ? box(
              [line(own.once), ownAddress(`${url ?? ""}/teams/${token}/posted.json`), url === undefined ? small(own.before) : undefined],
              { style: "emphasis" },
            )
          : undefined,
        replaces ? line(own.replaces) : undefined,
        token || revoked ? undefined : line(madeAt === undefined ? own.none : own.made(words.format.day(madeAt, team.zone))),
        ...rowsOf(
          [
            token ? undefined : button(own.make, { verb: "make-address", team: team.id }),
            madeAt === undefined ? undefined : button(own.revoke, { verb: "revoke-address", team: team.id }),
            button(words.buttons.back, { verb: "show-settings", team: team.id }),
          ],
          { perRow: 1 },
        ),
      ]),
    };
  },
};

export const read: Readers<"show-address" | "make-address" | "revoke-address"> = {
  "show-address": z.object({ verb: z.literal("show-address"), team: teamId }),
  "make-address": z.object({ verb: z.literal("make-address"), team: teamId }),
  "revoke-address": z.object({ verb: z.literal("revoke-address"), team: teamId }),
};
