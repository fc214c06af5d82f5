import { z } from "zod";
import type { InPost } from "../../src/domain/action/digest.ts";
import { longestReason } from "../../src/domain/idea/idea.ts";
import type { Words } from "../../src/language/index.ts";
import { backToPost, postOf } from "../parts/back-to-post.ts";
import { button, rowsOf } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker, storyButton } from "../parts/idea.ts";
import { textInput } from "../parts/inputs.ts";
import { teamName } from "../parts/names.ts";
import { aTextIfAny, ideaInPost, ideaInTeam, passedId } from "../parts/shapes.ts";
import { capital, heading, line, refusalLine, small } from "../parts/text.ts";

/** The button *Pass on*, which asks for the reason. */
export const passOnButton = (sent: { readonly team: string; readonly idea: string } & InPost, words: Words) =>
  button(words.buttons.passOn, { verb: "pass-on", ...sent }, { inputs: "none" });

/** *Send back*, for leads whose idea waits for coordinators that take no ideas any more. */
export const takeBackButton = (sent: { readonly team: string; readonly idea: string }, words: Words) =>
  button(words.buttons.sendBack, { verb: "take-back", ...sent });

export const render: Renderers<"pass-on-form" | "passed-on" | "no-coordinators" | "passed-trouble"> = {
  "pass-on-form": ({ team, idea, to, problem, ...message }, words) => {
    const post = postOf(message);
    const own = words.passing;
    const sent = { team: team.id, idea: idea.id, ...post };
    return {
      summary: own.passOnTitle,
      card: card(
        [
          kicker(team),
          heading(own.passOnTitle, { spacing: "None" }),
          ideaBox(idea, words, { owner: true }),
          refusalLine(problem, words),
          textInput("reason", own.reason, {
            longest: longestReason,
            hint: own.passOnHint,
            missing: words.refusals["reason-needed"](),
          }),
          small(own.passOnWhat(teamName({ name: to }, words))),
        ],
        [button(words.buttons.passOn, { verb: "pass-on", ...sent }), backToPost(team.id, post, words)],
      ),
    };
  },

  "passed-on": ({ team, idea, to }, words) => {
    const said = words.passing.passedOn(teamName({ name: to }, words));
    return {
      summary: said,
      card: card(
        [kicker(team), line(said, { spacing: "Small", weight: "Bolder" }), ideaBox(idea, words, { owner: true })],
        [storyButton(team, idea, words)],
      ),
    };
  },

  "no-coordinators": ({ team }, words) => ({
    summary: words.passing.nobodyTitle,
    card: card(
      [kicker(team), heading(words.passing.nobodyTitle, { spacing: "None" }), line(words.passing.nobody, { spacing: "Small" })],
      [button(words.buttons.settings, { verb: "show-settings", team: team.id, group: "where" })],
    ),
  }),

  "passed-trouble": ({ team, idea, passed, to, isDoubtful, isGone }, words) => {
    const own = words.passing;
    const [title, what] = isGone
      ? [own.goneTitle, own.gone]
      : isDoubtful
        ? [own.doubtfulTitle, own.doubtful]
        : [own.troubleTitle, own.trouble];
    const sent = { team: team.id, idea: idea.id };
    return {
      summary: title,
      card: card([
        kicker(team),
        heading(title, { spacing: "None" }),
        line(capital(what(teamName({ name: to }, words))), { spacing: "Small" }),
        ideaBox(idea, words),
        ...rowsOf([
          isGone ? takeBackButton(sent, words) : button(words.buttons.postIt, { verb: "post-passed-again", ...sent, passed }),
          storyButton(team, idea, words),
        ]),
      ]),
    };
  },
};

export const read: Readers<"pass-on" | "post-passed-again" | "take-back"> = {
  "take-back": z.object({ verb: z.literal("take-back"), ...ideaInTeam }),
  "pass-on": z.object({ verb: z.literal("pass-on"), ...ideaInPost, reason: aTextIfAny(longestReason) }),
  "post-passed-again": z.object({ verb: z.literal("post-passed-again"), ...ideaInTeam, passed: passedId }),
};
