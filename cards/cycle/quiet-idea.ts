import { z } from "zod";
import type { MessageOf } from "../../src/domain/message/index.ts";
import type { Words } from "../../src/language/index.ts";
import { passOnButton } from "../owning/pass-on.ts";
import { button, rowsOf } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker, storyButton } from "../parts/idea.ts";
import { personName } from "../parts/names.ts";
import { choice, ideaInTeam } from "../parts/shapes.ts";
import { capital, line } from "../parts/text.ts";
import { whysBox } from "../parts/whys.ts";
import { newOwnerButton } from "./new-owner.ts";

type Quiet = MessageOf<"quiet-idea">;

const titleOf = (how: Quiet["how"], words: Words) => {
  if (how === "answered") return words.quiet.answered;
  return how === "other-owner" ? words.quiet.otherOwner : words.quiet.title;
};

/** The line below the title, while the owner gives no sign. */
const whatToDo = ({ team, name, how, asksAt }: Quiet, words: Words): string | undefined => {
  const who = personName(name, words);
  switch (how) {
    case "answered":
    case "other-owner":
      return undefined;
    case "not-reached":
      return words.quiet.notReached(who);
    case "asked-again":
      return asksAt === undefined ? words.quiet.askedAgain(who) : words.quiet.willAsk(who, words.format.weekday(asksAt, team.zone));
    default:
      return words.quiet.what;
  }
};

export const render: Renderers<"quiet-idea"> = {
  "quiet-idea": (message, words) => {
    const { team, idea, owner, name, how } = message;
    const title = capital(titleOf(how, words)(personName(name, words)));
    const what = whatToDo(message, words);
    return {
      summary: words.quiet.summary,
      card: card([
        kicker(team),
        line(title, { spacing: "None", size: "Large", weight: "Bolder" }),
        what === undefined ? undefined : line(what, { spacing: "Small" }),
        ideaBox(idea, words, { owner: true }),
        whysBox(message, words),
        ...rowsOf([
          how === undefined || how === "not-reached"
            ? button(words.buttons.askAgain, { verb: "ask-again", team: team.id, idea: idea.id, person: owner })
            : undefined,
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
  "ask-again": z.object({ verb: z.literal("ask-again"), ...ideaInTeam, person: choice.exactOptional() }),
};
