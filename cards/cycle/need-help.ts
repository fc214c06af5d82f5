import { z } from "zod";
import { longestReason } from "../../src/domain/idea/idea.ts";
import { passOnButton } from "../owning/pass-on.ts";
import { button, rowsOf } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker, reasonBox, storyButton } from "../parts/idea.ts";
import { textInput } from "../parts/inputs.ts";
import { personName } from "../parts/names.ts";
import { aTextIfAny, ideaInTeam } from "../parts/shapes.ts";
import { capital, heading, line } from "../parts/text.ts";
import { whysBox } from "../parts/whys.ts";
import { newOwnerButton } from "./new-owner.ts";

export const render: Renderers<"need-help-form" | "help-asked" | "needs-help"> = {
  "need-help-form": ({ team, idea }, words) => ({
    summary: words.callForHelp.title,
    card: card(
      [
        kicker(team),
        heading(words.callForHelp.title, { spacing: "None" }),
        ideaBox(idea, words, { owner: true }),
        line(words.callForHelp.what, { spacing: "Medium" }),
        textInput("line", words.callForHelp.line, { longest: longestReason, hint: words.callForHelp.lineHint, oneLine: true }),
      ],
      [button(words.buttons.needHelp, { verb: "need-help", team: team.id, idea: idea.id, isSent: true }, { style: "positive" })],
    ),
  }),

  "help-asked": ({ team, idea, unheard, tellsAt }, words) => {
    const own = words.callForHelp;
    const asked = tellsAt === undefined ? own.asked : own.willTell(words.format.weekday(tellsAt, team.zone));
    const said = unheard === undefined ? asked : { alone: own.alone, "no-lead": own.noLead }[unheard];
    return {
      summary: said,
      card: card(
        [kicker(team), line(said, { spacing: "Small", weight: "Bolder" }), ideaBox(idea, words)],
        [unheard === "alone" ? newOwnerButton(team, idea, words) : undefined],
      ),
    };
  },

  "needs-help": ({ team, idea, name, line: why, ...more }, words) => ({
    summary: words.callForHelp.summary,
    card: card([
      kicker(team),
      line(capital(words.callForHelp.needs(personName(name, words))), { spacing: "None", size: "Large", weight: "Bolder" }),
      why ? reasonBox(words.callForHelp.line, why) : undefined,
      ideaBox(idea, words, { owner: true }),
      whysBox(more, words),
      line(words.callForHelp.whatLeads, { spacing: "Medium" }),
      ...rowsOf([newOwnerButton(team, idea, words), passOnButton({ team: team.id, idea: idea.id }, words), storyButton(team, idea, words)]),
    ]),
  }),
};

export const read: Readers<"need-help"> = {
  // Teams leaves an empty line out.
  "need-help": z.object({
    verb: z.literal("need-help"),
    ...ideaInTeam,
    line: aTextIfAny(longestReason),
    isSent: z.literal(true).exactOptional(),
  }),
};
