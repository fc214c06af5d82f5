import { z } from "zod";
import type { WrittenSettings } from "../../src/domain/action/settings.ts";
import { type Weekday, zoneNamed } from "../../src/domain/asking/cadence.ts";
import { type Language, languages } from "../../src/domain/language.ts";
import type { MessageOf } from "../../src/domain/message/index.ts";
import { weekdays } from "../../src/domain/people/own-times.ts";
import { type SettingGroup, settingGroups, settingNames } from "../../src/domain/settings/catalogue.ts";
import { marked, type OneSettings } from "../../src/domain/settings/merge-settings.ts";
import { cut } from "../../src/domain/words.ts";
import { readTime } from "../../src/domain/written-time.ts";
import type { Words } from "../../src/language/index.ts";
import { button, buttons, toggle } from "../parts/buttons.ts";
import { box, card, type Element, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { kicker } from "../parts/idea.ts";
import { personName } from "../parts/names.ts";
import { choice, longId, pageUpTo, teamId, toldAs, wholeNumber } from "../parts/shapes.ts";
import { capital, fact, goodLine, heading, problemLine, small } from "../parts/text.ts";
import { type SettingsDetail, settingsDetails } from "./detail.ts";
import { office } from "./office-input.ts";
import { aboutQuestions } from "./questions-input.ts";
import { aStandIn } from "./stand-in-input.ts";
import { settingWithValue, valuesOf } from "./values.ts";
import { whatInputs } from "./what-inputs.ts";
import { whenInputs } from "./when-inputs.ts";
import { whereInputs } from "./where-inputs.ts";
import { peoplePage, whoInputs } from "./who-inputs.ts";

/** A time as `HH:mm`. Text that is no time passes unchanged, and the flow refuses it. */
export const aTime = choice.transform((text) => readTime(text) ?? text);
const wrong = toldAs("bad-settings");
const isDay = (day: number): day is Weekday => weekdays.some((one) => one === day);
export const weekday = wholeNumber.refine(isDay, wrong);
export const reminderDay = wholeNumber.refine((day): day is Weekday | 0 => day === 0 || isDay(day), wrong);
export const everyWeeks = wholeNumber.refine((weeks): weeks is 1 | 2 | 4 => weeks === 1 || weeks === 2 || weeks === 4, wrong);
const isLanguage = (language: string): language is Language => languages.some((one) => one === language);
/** Ids of people: our own, or the Entra ids that Teams' people picker sends. */
const people = z
  .union([z.string().transform((list) => list.split(",")), z.array(z.string())])
  .default([])
  .transform((ids) => [...new Set(ids.map((id) => id.trim()))].filter((id) => id !== ""));
const pageOfNames = pageUpTo(1000).exactOptional();
const named = { leads: z.array(longId), notAsked: z.array(longId) };

/** The settings that the form showed, which its *Save* button sends back: the flow finds out which ones the lead has changed. */
const before = z
  .union([
    z.object({
      language: z.enum(languages),
      zone: z.string(),
      promptWeekday: z.literal(weekdays),
      promptTime: z.string(),
      everyWeeks: z.literal([1, 2, 4]),
      reminderWeekday: z.literal([0, ...weekdays]),
      reminderTime: z.string(),
      digestWeekday: z.literal(weekdays),
      digestTime: z.string(),
      draftHours: z.number(),
      daysToDue: z.number(),
      channelId: z.string(),
      asksWeekly: z.boolean().exactOptional(),
      coordinators: z.string().exactOptional(),
      ...aboutQuestions.before,
      ...named,
    }),
    z.object(named),
  ])
  .exactOptional();

const inputs = z.object({
  language: choice.refine(isLanguage, wrong),
  zone: choice,
  otherZone: choice,
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
  asksWeekly: z
    .enum(["true", "false"])
    .transform((answer) => answer === "true")
    .exactOptional(),
  coordinators: office.exactOptional(),
  ...aboutQuestions.inputs,
  leads: people,
  notAsked: people,
  ...aStandIn.inputs,
});

/** A box with another person's values for settings that this form changed too, and a line on which of the two count. */
const othersBox = (message: MessageOf<"settings">, others: Partial<OneSettings>, words: Words, most = settingNames.length): Element => {
  const own = words.settings;
  const { problem, saved } = message;
  const values = valuesOf(message, words);
  const chosen = (Object.keys(values) as (keyof OneSettings)[]).flatMap((setting) => {
    const found = settingWithValue(setting, others, values);
    return found ? [fact(...found)] : [];
  });
  return box(
    [
      small(problem === "old-form" ? own.yourForm : saved ? own.replaced : own.chosenByAnother),
      ...chosen.slice(0, most),
      chosen.length > most ? small(words.andMore(chosen.length - most), { spacing: "Small" }) : undefined,
    ],
    { style: "warning", spacing: "Medium" },
  );
};

/** Names in a summary; further ones are counted. */
const mostNamed = 3;

/** The present settings of a group in one line. */
const summaryOf = (group: SettingGroup, message: MessageOf<"settings">, words: Words): string => {
  const { before: now, members } = message;
  const own = words.settings;
  const { channelId, coordinators, language, everyWeeks } = valuesOf(message, words);
  const moment = (day: Weekday, time: string) => `${words.format.nameOf(day)} ${time}`;
  const leads = members.filter(({ id }) => now.leads.includes(id)).map(({ name }) => personName(name, words));
  const more = leads.length > mostNamed ? [words.andMore(leads.length - mostNamed)] : [];
  const lines: { readonly [G in SettingGroup]: () => readonly string[] } = {
    when: () => [
      own.asks(everyWeeks[1](now.everyWeeks), moment(now.promptWeekday, now.promptTime)),
      own.posts(moment(now.digestWeekday, now.digestTime)),
    ],
    where: () => [cut(channelId[1](now.channelId), 60), ...(now.coordinators ? [own.passesTo(coordinators[1](now.coordinators))] : [])],
    who: () => [
      capital([leads.slice(0, mostNamed).join(", ") || words.dash, ...more].join(" ")),
      ...(now.notAsked.length > 0 ? [own.excepts(now.notAsked.length)] : []),
    ],
    what: () => [language[1](now.language), own.dueIn(now.daysToDue), ...(now.rotates ? [own.turns] : [])],
  };
  return lines[group]().join(" · ");
};

const inputsOf: {
  readonly [G in SettingGroup]: (message: MessageOf<"settings">, detail: SettingsDetail, words: Words) => readonly (Element | undefined)[];
} = {
  when: whenInputs,
  where: whereInputs,
  who: whoInputs,
  what: (message, _detail, words) => whatInputs(message, words),
};

/** The groups whose inputs the form shows at once: it does not know which of them were open when it was sent. */
const opened = ({ problem, page }: MessageOf<"settings">): readonly SettingGroup[] => {
  if (problem !== undefined) return settingGroups;
  return page > 0 ? ["who"] : [];
};

export const render: Renderers<"settings"> = {
  settings: (message, words) => {
    const { team, nextPromptAt, nextDigestAt, saved, testSent, problem, before, others, standIn, fromTenant = [] } = message;
    const own = words.settings;
    const when = (at: number | undefined) => (at === undefined ? own.none : words.format.at(at, team.zone));
    const { page, before: people } = peoplePage(message);
    const isOpen = opened(message);
    return {
      summary: own.title,
      card: fitting(settingsDetails, (detail) =>
        card([
          kicker(team),
          heading(own.title, { spacing: "None" }),
          saved ? goodLine(own.saved) : undefined,
          testSent ? goodLine(own.testSent) : undefined,
          problemLine(problem && own.problems[problem]),
          others ? othersBox(message, others, words, detail.others) : undefined,
          box([fact(own.nextPrompt, when(nextPromptAt)), fact(own.nextDigest, when(nextDigestAt))], {
            style: "emphasis",
            spacing: "Medium",
          }),
          ...settingGroups.map((group) => fact(own.groups[group], summaryOf(group, message, words))),
          fromTenant.length > 0
            ? small(`${words.fromTenant}: ${fromTenant.map((name) => valuesOf(message, words)[name][0]).join(" · ")}`)
            : undefined,
          buttons(settingGroups.map((group) => toggle(own.groups[group], [group]))),
          ...settingGroups.map((group) =>
            box(inputsOf[group](message, detail, words), { id: group, isVisible: isOpen.includes(group), spacing: "Medium" }),
          ),
          buttons(
            [
              button(
                words.buttons.save,
                {
                  verb: "save-settings",
                  team: team.id,
                  ...(page > 0 ? { page } : {}),
                  before: { ...marked(before), ...people },
                  ...(standIn ? { standInBefore: standIn.before } : {}),
                },
                { style: "positive" },
              ),
            ],
            { spacing: "Large" },
          ),
          buttons([
            button(words.buttons.sendTest, { verb: "send-test", team: team.id }, { inputs: "none" }),
            button(words.buttons.mySettings, { verb: "show-my-settings" }, { inputs: "none" }),
          ]),
        ]),
      ),
    };
  },
};

export const read: Readers<"show-settings" | "save-settings" | "send-test"> = {
  "show-settings": z.object({ verb: z.literal("show-settings"), team: teamId, page: pageOfNames }),

  "save-settings": inputs
    .extend({ verb: z.literal("save-settings"), team: teamId, before, page: pageOfNames, standInBefore: aStandIn.before })
    .transform(({ verb, team, before, page, otherZone, standInBefore, substitute, until, ...written }) => ({
      verb,
      team,
      written: aboutQuestions.emptied(
        (otherZone === "" ? written : { ...written, zone: zoneNamed(otherZone) }) satisfies WrittenSettings,
        before,
      ),
      ...(before ? { before } : {}),
      ...(page === undefined ? {} : { page }),
      ...aStandIn.of(substitute, until, standInBefore),
    })),

  "send-test": z.object({ verb: z.literal("send-test"), team: teamId }),
};
