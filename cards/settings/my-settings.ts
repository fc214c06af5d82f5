import { z } from "zod";
import type { PersonSettings } from "../../src/domain/action/settings.ts";
import type { Pause } from "../../src/domain/message/people.ts";
import { weekdays } from "../../src/domain/people/own-times.ts";
import { readTime } from "../../src/domain/written-time.ts";
import type { Words } from "../../src/language/index.ts";
import { button, toggle } from "../parts/buttons.ts";
import { box, card, type Readers, type Renderers } from "../parts/card.ts";
import { choiceInput, dayChoices, sideBySide, toggleInput } from "../parts/inputs.ts";
import { choice, onOff } from "../parts/shapes.ts";
import { clockTime, fact, goodLine, heading, line, problemLine, small } from "../parts/text.ts";
import { pausedLine } from "../people/pause.ts";

const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`);

/** The choice of the team's own time: a choice needs an id. */
const teams = "team";

export const render: Renderers<"my-settings"> = {
  "my-settings": ({ written, before, next, pause, saved, problem }, words) => {
    const own = words.mySettings;
    const { askDay, askTime, workingDays, askEvery, news } = written;
    const times = [...new Set([...hours, askTime].filter((time) => time !== ""))].sort();
    return {
      summary: own.title,
      card: card(
        [
          heading(own.title, { spacing: "None" }),
          problemLine(problem && own.problems[problem]),
          saved ? goodLine(saved === "times" ? own.saved : news ? own.savedOn : own.savedOff) : undefined,
          next ? fact(words.settings.nextPrompt, words.format.at(next.at, next.zone)) : undefined,
          sideBySide(
            choiceInput("askDay", own.askDay, [{ id: "0", name: own.asTeam }, ...dayChoices(words)], { value: String(askDay) }),
            choiceInput(
              "askTime",
              own.askTime,
              [{ id: teams, name: own.asTeam }, ...times.map((time) => ({ id: time, name: clockTime(time, words) }))],
              {
                value: askTime || teams,
              },
            ),
          ),
          choiceInput(
            "askEvery",
            own.askEvery,
            ([1, 2, 4] as const).map((weeks) => ({ id: String(weeks), name: own.everyWeeks[weeks] })),
            { value: String(askEvery) },
          ),
          workingDays.length > 0 && !problem
            ? fact(own.workingDays, workingDays.map((day) => words.format.nameOf(day)).join(", "))
            : undefined,
          box(
            [
              choiceInput("workingDays", own.workingDays, dayChoices(words), {
                isMulti: true,
                expanded: true,
                value: (workingDays.length === 0 ? weekdays : workingDays).join(","),
              }),
              small(own.workingDaysWhat, { spacing: "None" }),
            ],
            { id: "days", isVisible: problem !== undefined },
          ),
          toggleInput("news", own.news, news),
          small(own.newsWhat, { spacing: "None" }),
          line(pause ? pausedFor(pause, words) : own.toPause(askedHow(before, words, next !== undefined)), { spacing: "Medium" }),
          line(own.language, { spacing: "Small" }),
        ],
        [button(words.buttons.save, { verb: "save-my-settings", before }, { style: "positive" }), toggle(own.workingDays, ["days"])],
      ),
    };
  },
};

/** When the person is asked, in words; nothing where the card says when that is. */
const askedHow = ({ askDay, askTime, workingDays, askEvery }: PersonSettings, words: Words, isTold: boolean): string | undefined => {
  if (isTold) return undefined;
  const isAsTeam = askDay === 0 && askTime === "" && workingDays.length === 0 && askEvery === 1;
  return isAsTeam ? words.mySettings.withTeam : words.mySettings.atOwnTimes;
};

/** A pause without an end names the word that ends it already. */
const pausedFor = (pause: Pause, words: Words): string =>
  pause.until === undefined ? pausedLine(pause, words) : `${pausedLine(pause, words)} ${words.mySettings.toResume}`;

const day = z.literal([0, ...weekdays]);
const every = z.literal([1, 2, 4]);
const days = z.array(z.literal(weekdays)).readonly();

/** A week of working days is no choice of days. */
const chosenDays = choice
  .transform((list) => weekdays.filter((one) => list.split(",").includes(String(one))))
  .transform((chosen) => (chosen.length === weekdays.length ? [] : chosen));

export const read: Readers<"show-my-settings" | "save-my-settings"> = {
  "show-my-settings": z.object({ verb: z.literal("show-my-settings") }),
  "save-my-settings": z.object({
    verb: z.literal("save-my-settings"),
    news: onOff,
    askDay: choice.transform(Number).pipe(day).exactOptional(),
    askTime: choice.transform((time) => (time === teams ? "" : (readTime(time) ?? ""))).exactOptional(),
    askEvery: choice.transform(Number).pipe(every).exactOptional(),
    workingDays: chosenDays.exactOptional(),
    before: z.object({ askDay: day, askTime: z.string().max(5), workingDays: days, askEvery: every, news: z.boolean() }).exactOptional(),
  }),
};
