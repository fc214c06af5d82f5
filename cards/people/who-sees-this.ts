import { z } from "zod";
import type { TraceOffer } from "../../src/domain/message/ideas.ts";
import { webLinkIn } from "../../src/domain/settings/web-link.ts";
import { button, buttons, link } from "../parts/buttons.ts";
import { box, card, type Readers, type Renderers } from "../parts/card.ts";
import { teamId } from "../parts/shapes.ts";
import { heading, line, run } from "../parts/text.ts";

const order = ["team", "leads", "moment", "admins", "record", "kept", "trace", "owner", "channel", "back"] as const;

/** Rows that hold for the team: where all texts are without a trace, nobody shows their name, no draft has a text on its own, and Gnist soon knows no author. */
const rowsFor = (trace: TraceOffer | undefined): readonly (typeof order)[number][] =>
  order.filter((row) => (row === "trace" ? trace : !(trace?.isAlways && ["team", "moment", "kept"].includes(row))));

export const render: Renderers<"who-sees-this"> = {
  "who-sees-this": ({ team, digestAt, rests, trace, untilExported, whistle = "" }, words) => {
    const own = words.whoSees;
    const address = webLinkIn(whistle);
    const when = team && digestAt !== undefined ? words.format.day(digestAt, team.zone) : undefined;
    const rows = {
      ...own.rows,
      ...(trace?.isAlways ? own.always : {}),
      team: rests ? own.rests : own.team(when),
      record: untilExported ? `${own.rows.record} ${own.untilExported}` : own.rows.record,
      trace: trace ? own.rows.trace(trace.smallestGroup) : "",
    };
    return {
      summary: own.title,
      card: card(
        [
          heading(own.title),
          line(own.promise, { spacing: "Small", weight: "Bolder" }),
          box(
            [...rowsFor(trace), ...(address ? (["whistle"] as const) : [])].map((row) =>
              line([run(`${own.names[row]} `, { weight: "Bolder" }), run(rows[row])], { spacing: "Small" }),
            ),
            { style: "emphasis", spacing: "Medium" },
          ),
          address ? buttons([link(words.defaultsButtons.whistle, address)], { spacing: "Small" }) : undefined,
          line(words.form.noNames),
        ],
        [
          team ? button(words.buttons.writeIdea, { verb: "add-another", team: team.id }) : undefined,
          button(words.buttons.pause, { verb: "pause" }),
        ],
      ),
    };
  },
};

export const read: Readers<"who-sees-this"> = {
  "who-sees-this": z.object({ verb: z.literal("who-sees-this"), team: teamId.exactOptional() }),
};
