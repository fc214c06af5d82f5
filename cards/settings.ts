import { z } from "zod";
import type { WrittenSettings } from "../src/domain/action.ts";
import type { Weekday } from "../src/domain/cadence.ts";
import { type Language, languages } from "../src/domain/language.ts";
import type { Choice } from "../src/domain/message.ts";
import { cut } from "../src/domain/words.ts";
import { readTime } from "../src/domain/written-time.ts";
import { type Words, wordsOf } from "../src/language/words.ts";
import {
  box,
  button,
  buttons,
  capital,
  card,
  choice,
  choiceInput,
  type Element,
  fitting,
  goodLine,
  heading,
  longId,
  problemLine,
  type Readers,
  type Renderers,
  teamId,
  textInput,
  timeInput,
  toggle,
  toldAs,
  wholeNumber,
} from "./blocks.ts";
import { kicker } from "./idea-lines.ts";
import { fact } from "./welcome.ts";

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const draftSteps = [0, 1, 2, 4, 8, 24];
/** How much there is to choose from: zones, channels, and people, of whom those chosen already are always among them. */
const rooms: readonly [Room, ...Room[]] = [
  { zones: 60, channels: 50, people: 120 },
  { zones: 12, channels: 20, people: 120 },
  { zones: 12, channels: 20, people: 80 },
  { zones: 12, channels: 20, people: 55 },
  { zones: 12, channels: 20, people: 35 },
];
type Room = { readonly zones: number; readonly channels: number; readonly people: number };

const days = (words: Words): Choice[] => weekdays.map((day) => ({ id: String(day), name: capital(words.format.nameOf(day)) }));

const peopleFor = (members: readonly Choice[], chosen: readonly string[], most: number): Choice[] => {
  const picked = members.filter(({ id }) => chosen.includes(id));
  const others = members.filter(({ id }) => !chosen.includes(id));
  return [...picked, ...others].slice(0, Math.max(most, picked.length)).map(({ id, name }) => ({ id, name: cut(name, 32) }));
};

/** A day and its time, side by side. */
const beside = (...inputs: readonly Element[]): Element => ({
  type: "ColumnSet",
  columns: inputs.map((input) => ({ type: "Column", width: "stretch", verticalContentAlignment: "Bottom", items: [input] })),
});

export const render: Renderers<"settings"> = {
  settings: ({ team, written, channels, members, zones, nextPromptAt, nextDigestAt, saved, testSent, problem }, words) => {
    const own = words.settings;
    const when = (at: number | undefined) => (at === undefined ? own.none : words.format.at(at, team.zone));
    const drafts = [...new Set([...draftSteps, written.draftHours])].sort((a, b) => a - b);
    const said = problem && own.problems[problem];
    return {
      summary: own.title,
      card: fitting(rooms, (room) =>
        card(
          [
            kicker(team),
            heading(own.title, { spacing: "None" }),
            saved ? goodLine(own.saved) : undefined,
            testSent ? goodLine(own.testSent) : undefined,
            problemLine(said),
            box([fact(own.nextPrompt, when(nextPromptAt)), fact(own.nextDigest, when(nextDigestAt))], {
              style: "emphasis",
              spacing: "Medium",
            }),
            beside(
              choiceInput("promptWeekday", own.promptDay, days(words), { value: String(written.promptWeekday) }),
              timeInput("promptTime", own.promptTime, written.promptTime, own.required),
            ),
            beside(
              choiceInput("digestWeekday", own.digestDay, days(words), { value: String(written.digestWeekday) }),
              timeInput("digestTime", own.digestTime, written.digestTime, own.required),
            ),
            choiceInput(
              "everyWeeks",
              own.every,
              ([1, 2, 4] as const).map((weeks) => ({ id: String(weeks), name: own.everyWeeks[weeks] })),
              { value: String(written.everyWeeks) },
            ),
            buttons([toggle(words.buttons.more, ["more"])]),
            box(
              [
                beside(
                  choiceInput("reminderWeekday", own.reminderDay, [{ id: "0", name: own.noReminder }, ...days(words)], {
                    value: String(written.reminderWeekday),
                  }),
                  timeInput("reminderTime", own.reminderTime, written.reminderTime, own.required),
                ),
                choiceInput(
                  "draftHours",
                  own.draft,
                  drafts.map((hours) => ({ id: String(hours), name: own.draftHours(hours) })),
                  { value: String(written.draftHours) },
                ),
                textInput("daysToDue", own.daysToDue, {
                  longest: 3,
                  oneLine: true,
                  value: String(written.daysToDue),
                  missing: own.badDays,
                }),
                choiceInput(
                  "language",
                  own.language,
                  languages.map((language) => ({ id: language, name: capital(wordsOf(language).commands.self[0] ?? language) })),
                  { value: written.language },
                ),
                choiceInput(
                  "zone",
                  own.zone,
                  [...new Set([written.zone, ...zones])]
                    .slice(0, room.zones)
                    .map((zone) => ({ id: zone, name: zone.replaceAll("_", " ") })),
                  { value: written.zone },
                ),
                choiceInput(
                  "channelId",
                  own.channel,
                  [...channels.filter(({ id }) => id === written.channelId), ...channels.filter(({ id }) => id !== written.channelId)]
                    .slice(0, room.channels)
                    .map(({ id, name }) => ({ id, name: cut(name, 60) || own.presentChannel })),
                  { value: written.channelId },
                ),
                choiceInput("leads", own.leads, peopleFor(members, written.leads, room.people), {
                  several: true,
                  value: written.leads.join(","),
                  hint: own.required,
                }),
                choiceInput("notAsked", own.notAsked, peopleFor(members, written.notAsked, room.people), {
                  several: true,
                  value: written.notAsked.join(","),
                  hint: words.dash,
                }),
              ],
              { id: "more", isVisible: problem === "bad-settings" || problem === "no-lead" },
            ),
          ],
          [
            button(words.buttons.save, { verb: "save-settings", team: team.id }, { style: "positive" }),
            button(words.buttons.sendTest, { verb: "send-test", team: team.id }, { inputs: "none" }),
          ],
        ),
      ),
    };
  },
};

/** A time as a client sends it, in the one form that is kept; what is none is the flow's to refuse. */
const aTime = choice.transform((text) => readTime(text) ?? text);
const wrong = toldAs("bad-settings");
const isDay = (day: number): day is Weekday => weekdays.some((one) => one === day);
const weekday = wholeNumber.refine(isDay, wrong);
const reminderDay = wholeNumber.refine((day): day is Weekday | 0 => day === 0 || isDay(day), wrong);
const everyWeeks = wholeNumber.refine((weeks): weeks is 1 | 2 | 4 => weeks === 1 || weeks === 2 || weeks === 4, wrong);
const isLanguage = (language: string): language is Language => languages.some((one) => one === language);
const people = z
  .union([z.string().transform((list) => list.split(",")), z.array(z.string())])
  .default([])
  .transform((ids) => [...new Set(ids.map((id) => id.trim()))].filter((id) => longId.safeParse(id).success));

const inputs = z.object({
  language: choice.refine(isLanguage, wrong),
  zone: choice,
  promptWeekday: weekday,
  promptTime: aTime,
  everyWeeks,
  reminderWeekday: reminderDay,
  reminderTime: aTime,
  digestWeekday: weekday,
  digestTime: aTime,
  draftHours: wholeNumber,
  daysToDue: wholeNumber,
  channelId: choice,
  leads: people,
  notAsked: people,
});

export const read: Readers<"show-settings" | "save-settings" | "send-test"> = {
  "show-settings": z.object({ verb: z.literal("show-settings"), team: teamId }),
  "save-settings": inputs
    .extend({ verb: z.literal("save-settings"), team: teamId })
    .transform(({ verb, team, ...written }) => ({ verb, team, written: written satisfies WrittenSettings })),
  "send-test": z.object({ verb: z.literal("send-test"), team: teamId }),
};
