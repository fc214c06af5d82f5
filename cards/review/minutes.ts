import type { Decided, DecidedIdea, MinutesView } from "../../src/domain/review/minutes.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { box, card, type Element, fitting, type Renderers } from "../parts/card.ts";
import { kicker, titleRuns } from "../parts/idea.ts";
import { personName, teamName } from "../parts/names.ts";
import { capital, heading, line, small, subheading } from "../parts/text.ts";
import { withdrawnLines } from "./board.ts";

/** Detail of minutes: the longest title and text, in characters. */
type MinutesDetail = { readonly title: number; readonly text: number };

const detailLevels: readonly [MinutesDetail, ...MinutesDetail[]] = [
  { title: 140, text: 600 },
  { title: 140, text: 200 },
  { title: 60, text: 60 },
];

const decidedText = ({ what, who, due, otherYear }: Decided, words: Words): string => {
  const { decided } = words.board;
  if (what !== "taken") return decided[what];
  return decided.taken(personName(who ?? "", words), due === undefined ? undefined : words.by(due, otherYear));
};

const decidedLine = ({ idea, decided, text }: DecidedIdea, detail: MinutesDetail, words: Words): Element => {
  const all = decided.map((one) => decidedText(one, words)).join(" · ");
  return box(
    [
      line(titleRuns({ ...idea, title: cut(idea.title, detail.title) }, "Default")),
      line(capital(all), { weight: "Bolder", spacing: "None" }),
      text === undefined ? undefined : line(cut(text, detail.text), { spacing: "None" }),
    ],
    { spacing: "Default" },
  );
};

const counts = ({ voices, onTrack, thanks }: MinutesView, words: Words): string =>
  [
    ...(voices > 0 ? [words.board.voices(voices)] : []),
    ...(onTrack > 0 ? [words.board.tracked(onTrack)] : []),
    ...(thanks === undefined ? [] : [words.board.thanks(thanks)]),
  ].join(" · ");

export const render: Renderers<"minutes"> = {
  minutes: (minutes, words) => {
    const { team, openedAt, closedAt, closedHow, closedBy, decided, others, withdrawn } = minutes;
    const at = (ms: number) => words.format.at(ms, team.zone);
    const day = words.format.day(openedAt, team.zone);
    const isOfOneDay = words.format.day(closedAt, team.zone) === day;
    const closed = isOfOneDay ? words.format.time(closedAt, team.zone) : at(closedAt);
    const pressed = counts(minutes, words);
    return {
      summary: words.board.minutesSummary(teamName(team, words), day),
      card: fitting(detailLevels, (detail) =>
        card(
          [
            box([kicker(team, words.format.day(openedAt, team.zone, true)), heading(words.board.minutesTitle, { spacing: "None" })], {
              style: "emphasis",
              bleed: true,
            }),
            line(words.board.wasOpen(at(openedAt), closed), { spacing: "Small" }),
            line(words.board.closed[closedHow](closedBy && personName(closedBy, words)), { spacing: "None" }),
            subheading(words.board.decisions),
            ...(decided.length > 0
              ? decided.map((one) => decidedLine(one, detail, words))
              : [line(words.board.noDecisions, { spacing: "Small" })]),
            ...(others.length > 0
              ? [small(words.board.others(others.map((number) => `#${number}`).join(", ")), { spacing: "Medium" })]
              : []),
            ...(pressed === "" ? [] : [small(pressed, { spacing: "Small" })]),
            ...withdrawnLines(withdrawn, team.zone, words),
          ],
          [],
          true,
        ),
      ),
    };
  },
};
