import { z } from "zod";
import type { Pause } from "../../src/domain/message/people.ts";
import { mostPauseWeeks } from "../../src/domain/people/person.ts";
import type { Words } from "../../src/language/index.ts";
import { button, buttons } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { secret, teamId, toldAs, wholeNumber } from "../parts/shapes.ts";
import { heading, line } from "../parts/text.ts";

const pauseWeeks = wholeNumber.refine((weeks) => weeks >= 1 && weeks <= mostPauseWeeks, toldAs("bad-pause"));

/** "Gnist is paused", with the last day where there is one. */
export const pausedLine = ({ until, otherYear, zone }: Pause, words: Words): string =>
  until === undefined ? words.pause.open : words.pause.until(words.format.day(until, zone, otherYear));

export const render: Renderers<"paused" | "resumed" | "stop-which"> = {
  paused: ({ written, before, stops, ...pause }, words) => {
    const text = pausedLine(pause, words);
    return {
      summary: text,
      card: card(
        [
          heading(text, { size: "Medium" }),
          line(pause.until === undefined ? words.pause.howLong : words.pause.stillNews, { spacing: "Small" }),
          buttons([1, 2, 4].map((weeks) => button(words.buttons.weeks(weeks), { verb: "pause", weeks }))),
        ],
        [
          written
            ? button(words.buttons.undo, { verb: "resume", ...(before === undefined ? {} : { until: before }) })
            : button(words.buttons.resume, { verb: "resume" }),
          // The pause stays as it is until *Undo*, so this card does.
          stops
            ? button(words.buttons.stopIdea(stops.number), { verb: "stop-idea", team: stops.team, idea: stops.idea, beside: true })
            : undefined,
        ],
      ),
    };
  },

  "stop-which": ({ number, team }, words) => ({
    summary: words.stopWhich.title(number),
    card: card(
      [heading(words.stopWhich.title(number), { size: "Medium" }), line(words.stopWhich.what, { spacing: "Small" })],
      [
        button(words.buttons.pause, { verb: "pause" }),
        button(words.buttons.stopIdea(number), {
          verb: "say-words",
          text: `${words.commands.stops[0]} #${number}`,
          ...(team === undefined ? {} : { team }),
        }),
      ],
    ),
  }),

  resumed: ({ next }, words) => ({
    summary: words.pause.resumed,
    card: card([
      heading(words.pause.resumed, { size: "Medium" }),
      line(next ? words.noted.nextPrompt(words.format.at(next.at, next.zone)) : words.noted.anyTime, {
        spacing: "Small",
      }),
    ]),
  }),
};

export const read: Readers<"pause" | "resume"> = {
  pause: z.object({
    verb: z.literal("pause"),
    weeks: pauseWeeks.exactOptional(),
    team: teamId.exactOptional(),
    secret: secret.exactOptional(),
  }),

  resume: z.object({ verb: z.literal("resume"), until: z.int().nonnegative().exactOptional() }),
};
