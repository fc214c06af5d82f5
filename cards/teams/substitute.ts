import { z } from "zod";
import { button } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { kicker, noted } from "../parts/idea.ts";
import { personName, teamName } from "../parts/names.ts";
import { longId, teamId } from "../parts/shapes.ts";
import { capital, line, small } from "../parts/text.ts";

export const render: Renderers<"substitute-set" | "substitute-ended" | "substitute-left" | "substitute" | "substitute-over"> = {
  "substitute-set": ({ team, person, name, until, otherYear, substitution, before, notReached, tellsAt }, words) => {
    const own = words.substitute;
    const tells = tellsAt === undefined ? own.tells : capital(own.tellsOn(words.format.weekday(tellsAt, team.zone)));
    const set = capital(own.set(personName(name, words), words.format.date(until, otherYear)));
    return {
      summary: set,
      card: card(
        [
          kicker(team),
          line(set, { spacing: "Small", weight: "Bolder" }),
          line(notReached ? own.notReached(personName(name, words)) : `${tells} ${own.setWhat}`, { spacing: "Small" }),
          small(own.keeps),
        ],
        [button(words.buttons.undo, { verb: "undo-substitute", team: team.id, substitution, person, ...(before ? { before } : {}) })],
      ),
    };
  },

  "substitute-ended": ({ team, name }, words) => noted(capital(words.substitute.ended(personName(name, words))), team),

  "substitute-left": ({ team, name }, words) => noted(capital(words.substitute.left(personName(name, words), teamName(team, words))), team),

  substitute: ({ team, name, until, otherYear }, words) => {
    const own = words.substitute;
    const title = own.title(personName(name, words));
    return {
      summary: title,
      card: card([
        kicker(team),
        line(title, { spacing: "None", size: "Large", weight: "Bolder" }),
        line(own.until(words.format.date(until, otherYear)), { spacing: "Small" }),
        line(own.what, { spacing: "Small" }),
        small(own.cannot(personName(name, words))),
      ]),
    };
  },

  "substitute-over": ({ team, name }, words) => noted(words.substitute.over(personName(name, words)), team),
};

const standIn = z.object({ person: longId, until: z.iso.date() });

export const read: Readers<"undo-substitute"> = {
  "undo-substitute": z.object({
    verb: z.literal("undo-substitute"),
    team: teamId,
    substitution: longId,
    person: longId,
    before: standIn.exactOptional(),
  }),
};
