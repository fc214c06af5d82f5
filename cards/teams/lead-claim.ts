import { z } from "zod";
import { button } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { kicker, noted } from "../parts/idea.ts";
import { personName, teamName } from "../parts/names.ts";
import { sentence } from "../parts/sentence.ts";
import { longId, teamId } from "../parts/shapes.ts";
import { capital, heading, line, small } from "../parts/text.ts";

export const render: Renderers<"lead-asked" | "lead-half" | "lead-claim" | "lead-wanted" | "you-lead" | "lead-now" | "lead-not"> = {
  "lead-asked": ({ team, asksAt }, words) => {
    const name = teamName(team, words);
    return sentence(asksAt === undefined ? words.lead.asked(name) : words.lead.willAsk(name, words.format.weekday(asksAt, team.zone)));
  },

  "lead-half": ({ team, name, more }, words) => sentence(capital(words.lead.half(personName(name, words), teamName(team, words), more))),

  "lead-claim": ({ team, person, name, openly }, words) => ({
    summary: words.lead.claimTitle,
    card: card(
      [
        kicker(team),
        heading(words.lead.claimTitle, { spacing: "None" }),
        line(capital(words.lead.claim(personName(name, words), teamName(team, words))), { spacing: "Small" }),
        openly ? line(words.lead.claimOpenly, { spacing: "Small" }) : undefined,
        small(words.lead.what),
      ],
      [
        button(words.buttons.leadYes, { verb: "confirm-lead", team: team.id, person }, { style: "positive" }),
        openly ? undefined : button(words.buttons.leadNo, { verb: "refuse-lead", team: team.id, person }),
      ],
    ),
  }),

  "lead-wanted": ({ team, owns }, words) => ({
    summary: words.lead.claimTitle,
    card: card(
      [
        kicker(team),
        heading(words.lead.claimTitle, { spacing: "None" }),
        line((owns ? words.lead.wantedOwner : words.lead.wanted)(teamName(team, words)), { spacing: "Small" }),
        small(words.lead.what),
      ],
      [button(words.buttons.leadThis, { verb: "claim-lead", team: team.id })],
    ),
  }),

  "you-lead": ({ team, already }, words) => noted((already ? words.lead.youAlready : words.lead.youNow)(teamName(team, words)), team),

  "lead-now": ({ team, name, already }, words) => {
    const say = already ? words.lead.already : words.lead.now;
    return noted(capital(say(personName(name, words), teamName(team, words))), team);
  },

  "lead-not": ({ team, name }, words) => noted(capital(words.lead.not(personName(name, words), teamName(team, words))), team),
};

export const read: Readers<"claim-lead" | "confirm-lead" | "refuse-lead"> = {
  "claim-lead": z.object({ verb: z.literal("claim-lead"), team: teamId }),

  "confirm-lead": z.object({ verb: z.literal("confirm-lead"), team: teamId, person: longId }),

  "refuse-lead": z.object({ verb: z.literal("refuse-lead"), team: teamId, person: longId }),
};
