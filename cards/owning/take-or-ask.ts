import { z } from "zod";
import { backToPost, postOf } from "../parts/back-to-post.ts";
import { button, buttons } from "../parts/buttons.ts";
import { card, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker } from "../parts/idea.ts";
import { dateInput } from "../parts/inputs.ts";
import { personName } from "../parts/names.ts";
import { mostListed, peopleInput } from "../parts/people-input.ts";
import { choice, ideaInPost } from "../parts/shapes.ts";
import { heading, line, refusalLine, small, subheading } from "../parts/text.ts";
import { passOnButton } from "./pass-on.ts";

export const render: Renderers<"take-or-ask" | "owner-asked"> = {
  "take-or-ask": ({ team, idea, members, usual, due, mayAsk, mayAnswer, mayPassOn, problem, inChannel, ...message }, words) => {
    const post = postOf(message);
    const sent = { team: team.id, idea: idea.id, ...post };
    const ask = (most: number) => [
      subheading(words.own.askTitle, { size: "Default" }),
      refusalLine(problem, words),
      ...peopleInput(
        "person",
        words.own.who,
        { chosen: usual ? [usual] : [], others: usual ? members.filter(({ id }) => id !== usual.id) : members, most },
        { search: inChannel ? "channel" : "organisation", hint: words.own.chooseWho, missing: words.own.chooseWho, value: usual?.id },
        words,
      ),
      usual ? small(words.ownKinds.usual(personName(usual.name, words)), { spacing: "None" }) : undefined,
      dateInput("due", words.own.due, due, words.own.badDate),
      small(words.own.askWhat),
    ];
    return {
      summary: words.own.takeOrAskTitle,
      card: fitting(mostListed, (most) =>
        card(
          [
            kicker(team),
            heading(words.own.takeOrAskTitle, { spacing: "None" }),
            ideaBox(idea, words),
            buttons([button(words.buttons.take, { verb: "take-idea", ...sent }, { style: "positive", inputs: "none" })], {
              spacing: "Medium",
            }),
            small(words.own.takeWhat, { spacing: "Small" }),
            ...(mayAsk ? ask(most) : [line(words.refusals["already-asked"](), { spacing: "Medium" })]),
          ],
          [
            mayAsk ? button(words.buttons.ask, { verb: "ask-owner", ...sent }) : undefined,
            mayAnswer ? button(words.buttons.answer, { verb: "answer-idea", team: team.id, idea: idea.id }, { inputs: "none" }) : undefined,
            mayPassOn ? passOnButton(sent, words) : undefined,
            backToPost(team.id, post, words),
          ],
        ),
      ),
    };
  },

  "owner-asked": ({ team, idea, name, notReached, asksAt }, words) => {
    const asked = (who: string) =>
      asksAt === undefined ? words.own.asked(who) : words.own.willAsk(who, words.format.weekday(asksAt, team.zone));
    const said = (notReached ? words.own.notReached : asked)(personName(name, words));
    return { summary: said, card: card([kicker(team), line(said, { spacing: "Small", weight: "Bolder" }), ideaBox(idea, words)]) };
  },
};

export const read: Readers<"take-or-ask" | "ask-owner"> = {
  "take-or-ask": z.object({ verb: z.literal("take-or-ask"), ...ideaInPost }),

  "ask-owner": z.object({
    verb: z.literal("ask-owner"),
    ...ideaInPost,
    person: choice,
    due: choice,
  }),
};
