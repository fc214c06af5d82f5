import { z } from "zod";
import type { IdeaView } from "../../src/domain/idea/view.ts";
import { type AgendaPoint, type AgendaView, meetingMinutes } from "../../src/domain/review/agenda.ts";
import { monthShape } from "../../src/domain/review/month.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { button, rowsOf } from "../parts/buttons.ts";
import { type AdaptiveCard, box, card, type Element, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { kicker, ownerRuns, titleRuns } from "../parts/idea.ts";
import { teamId } from "../parts/shapes.ts";
import { heading, line, run, small } from "../parts/text.ts";

/** Longest title and longest other text (characters). */
type AgendaDetail = { readonly title: number; readonly text: number };

const detailLevels: readonly [AgendaDetail, ...AgendaDetail[]] = [
  { title: 140, text: 400 },
  { title: 100, text: 160 },
  { title: 40, text: 60 },
];

/** The sentence that a point asks the team, and the lines below it. */
const saidAt = (point: AgendaPoint, { question }: AgendaView, words: Words, detail: AgendaDetail): readonly Element[] => {
  const own = words.agenda;
  const idea = (one: IdeaView): Element => line(titleRuns({ ...one, title: cut(one.title, detail.title) }), { spacing: "None" });
  const ask = (text: string): Element => line(text, { isSubtle: true, spacing: "None" });
  switch (point.what) {
    case "check-in":
      return [ask(own.checkIn[question] ?? "")];
    case "check-out":
      return [ask(own.checkOut[question] ?? "")];
    case "served":
      return [...point.ideas.map(idea), ask(own.servedAsk)];
    case "hard": {
      const owner = ownerRuns(point.idea, words, false);
      return [idea(point.idea), ...(owner.length > 0 ? [line(owner, { spacing: "None" })] : []), ask(own.hardAsk)];
    }
    case "actions":
      return [ask(own.actionsAsk(point.count))];
    case "worked":
      return [...point.ideas.map(idea), ask(own.workedAsk)];
    case "example":
      return [
        line(cut(point.example.title, detail.title), { weight: "Bolder", spacing: "None" }),
        line(cut(point.example.result, detail.text), { spacing: "None" }),
        small(point.example.isOther ? own.other : own.own, { spacing: "None" }),
      ];
  }
};

const pointBox = (point: AgendaPoint, agenda: AgendaView, words: Words, detail: AgendaDetail): Element =>
  box(
    [
      line(
        [run(words.agenda.points[point.what], { weight: "Bolder" }), run(` · ${words.agenda.minutes(point.minutes)}`, { isSubtle: true })],
        {
          spacing: "None",
        },
      ),
      ...saidAt(point, agenda, words, detail),
    ],
    { spacing: "Medium" },
  );

const agendaCard = (agenda: AgendaView, words: Words, detail: AgendaDetail): AdaptiveCard => {
  const { team, month, minutes, leader, points } = agenda;
  const own = words.agenda;
  const others = meetingMinutes.filter((one) => one !== minutes);
  return card([
    kicker(team, words.review.buttons.minutes(minutes)),
    heading(own.heading(words.format.month(month)), { spacing: "None" }),
    leader === undefined ? undefined : line(own.leads(cut(leader, 60)), { spacing: "Small" }),
    ...points.map((point) => pointBox(point, agenda, words, detail)),
    points.some(({ what }) => what === "hard") ? small(own.rule, { spacing: "Medium" }) : undefined,
    ...rowsOf(others.map((one) => button(words.review.buttons.minutes(one), { verb: "show-agenda", team: team.id, month, minutes: one }))),
  ]);
};

export const render: Renderers<"agenda"> = {
  agenda: ({ agenda }, words) => ({
    summary: words.agenda.heading(words.format.month(agenda.month)),
    card: fitting(detailLevels, (detail) => agendaCard(agenda, words, detail)),
  }),
};

export const read: Readers<"show-agenda"> = {
  "show-agenda": z.object({
    verb: z.literal("show-agenda"),
    team: teamId,
    month: monthShape,
    minutes: z.literal(meetingMinutes).exactOptional(),
  }),
};
