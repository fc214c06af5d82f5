import { z } from "zod";
import { mostPauseWeeks, untilResumed } from "../src/domain/person.ts";
import { button, buttons, card, heading, line, type Readers, type Renderers, toldAs, wholeNumber } from "./blocks.ts";
import { kicker } from "./idea-lines.ts";

/** Small cards that take the place of a form when a person has answered without an idea. */
export const render: Renderers<"nothing-noted" | "later-noted" | "paused" | "resumed"> = {
  "nothing-noted": ({ team, nextPromptAt }, words) => ({
    summary: words.noted.nothing,
    card: card(
      [
        kicker(team),
        heading(words.noted.nothing, { spacing: "None", size: "Medium" }),
        line(
          [
            ...(nextPromptAt === undefined ? [] : [words.noted.nextPrompt(words.format.at(nextPromptAt, team.zone))]),
            words.noted.anyTime,
          ].join(" "),
          { spacing: "Small" },
        ),
      ],
      [button(words.buttons.writeIdea, { verb: "add-another", team: team.id })],
    ),
  }),

  "later-noted": ({ team, at }, words) => {
    const text = words.noted.later(words.format.at(at, team.zone));
    return {
      summary: text,
      card: card(
        [kicker(team), heading(text, { spacing: "None", size: "Medium" })],
        [button(words.buttons.writeIdea, { verb: "add-another", team: team.id })],
      ),
    };
  },

  paused: ({ until, otherYear, zone }, words) => {
    const ends = until !== undefined && until < untilResumed ? until : undefined;
    const text = ends === undefined ? words.noted.paused : words.noted.pausedUntil(words.format.day(ends, zone, otherYear));
    return {
      summary: text,
      card: card(
        [
          heading(text, { size: "Medium" }),
          line(ends === undefined ? words.noted.howLong : words.noted.anyTime, { spacing: "Small" }),
          buttons([1, 2, 4].map((weeks) => button(words.buttons.weeks(weeks), { verb: "pause", weeks }))),
        ],
        [button(words.buttons.resume, { verb: "resume" })],
      ),
    };
  },

  resumed: ({ team, nextPromptAt }, words) => ({
    summary: words.noted.resumed,
    card: card([
      heading(words.noted.resumed, { size: "Medium" }),
      line(team && nextPromptAt !== undefined ? words.noted.nextPrompt(words.format.at(nextPromptAt, team.zone)) : words.noted.anyTime, {
        spacing: "Small",
      }),
    ]),
  }),
};

const pauseWeeks = wholeNumber.refine((weeks) => weeks >= 1 && weeks <= mostPauseWeeks, toldAs("bad-pause"));

export const read: Readers<"pause" | "resume"> = {
  pause: z.object({ verb: z.literal("pause"), weeks: pauseWeeks.exactOptional() }),
  resume: z.object({ verb: z.literal("resume") }),
};
