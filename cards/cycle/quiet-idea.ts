import { z } from "zod";
import { passOnButton } from "../owning/pass-on.ts";
import { button, rowsOf } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker, storyButton } from "../parts/idea.ts";
import { personName } from "../parts/names.ts";
import { ideaInTeam } from "../parts/shapes.ts";
import { capital, line } from "../parts/text.ts";
import { newOwnerButton } from "./new-owner.ts";

export const render: Renderers<"quiet-idea"> = {
  "quiet-idea": ({ team, idea, name, how }, words) => {
    const who = personName(name, words);
    const title = capital((how === "answered" ? words.quiet.answered : words.quiet.title)(who));
    return {
      summary: words.quiet.summary,
      card: card([
        kicker(team),
        line(title, { spacing: "None", size: "Large", weight: "Bolder" }),
        how === "answered" ? undefined : line(how === "asked-again" ? words.quiet.askedAgain(who) : words.quiet.what, { spacing: "Small" }),
        ideaBox(idea, words, { owner: true }),
        ...rowsOf([
          how === undefined ? button(words.buttons.askAgain, { verb: "ask-again", team: team.id, idea: idea.id }) : undefined,
          newOwnerButton(team, idea, words),
          passOnButton({ team: team.id, idea: idea.id }, words),
          button(words.buttons.stop, { verb: "stop-idea", team: team.id, idea: idea.id, beside: true }),
          storyButton(team, idea, words),
        ]),
      ]),
    };
  },
};

export const read: Readers<"ask-again" | "show-quiet"> = {
  "show-quiet": z.object({ verb: z.literal("show-quiet"), ...ideaInTeam, help: z.literal(true).exactOptional() }),
  "ask-again": z.object({ verb: z.literal("ask-again"), ...ideaInTeam }),
};
