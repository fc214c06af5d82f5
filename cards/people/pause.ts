import { z } from "zod";
import { mostPauseWeeks, untilResumed } from "../../src/domain/people/person.ts";
import { button, buttons } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { toldAs, wholeNumber } from "../parts/shapes.ts";
import { heading, line } from "../parts/text.ts";

const pauseWeeks = wholeNumber.refine((weeks) => weeks >= 1 && weeks <= mostPauseWeeks, toldAs("bad-pause"));

export const render: Renderers<"paused" | "resumed"> = {
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

export const read: Readers<"pause" | "resume"> = {
  pause: z.object({ verb: z.literal("pause"), weeks: pauseWeeks.exactOptional() }),

  resume: z.object({ verb: z.literal("resume") }),
};
