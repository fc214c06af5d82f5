import { z } from "zod";
import type { SettingsOnForm } from "../../src/domain/action/settings.ts";
import { holidayChoices } from "../../src/domain/asking/calendar.ts";
import { type Weekday, zoneNamed } from "../../src/domain/asking/local-time.ts";
import { languages } from "../../src/domain/language.ts";
import type { MessageOf } from "../../src/domain/message/index.ts";
import { omit } from "../../src/domain/omit.ts";
import { weekdays } from "../../src/domain/people/own-times.ts";
import { catalogue, settingNames } from "../../src/domain/settings/catalogue.ts";
import { type SettingGroup, settingGroups } from "../../src/domain/settings/group.ts";
import { marked, type OneSettings } from "../../src/domain/settings/merge-settings.ts";
import { traceChoices } from "../../src/domain/teams/team.ts";
import { cut } from "../../src/domain/words.ts";
import { readTime } from "../../src/domain/written-time.ts";
import type { Words } from "../../src/language/index.ts";
import { button, buttons, rowsOf } from "../parts/buttons.ts";
import { type AdaptiveCard, box, card, type Element, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { kicker } from "../parts/idea.ts";
import { personName } from "../parts/names.ts";
import { choice, longId, onOff, pageUpTo, teamId, toldAs, wholeNumber } from "../parts/shapes.ts";
import { capital, clockTime, fact, goodLine, heading, line, problemLine, small } from "../parts/text.ts";
import { changeLines } from "./change-line.ts";
import { type SettingsDetail, settingsDetails } from "./detail.ts";
import { languageName, languageShapes } from "./language-inputs.ts";
import { monthsShapes } from "./months-input.ts";
import { office } from "./office-input.ts";
import { aboutQuestions } from "./questions-input.ts";
import { quietIds, quietOf, quietShapes } from "./quiet-inputs.ts";
import { aStandIn } from "./stand-in-input.ts";
import { traceShapes } from "./trace-inputs.ts";
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
/** Ids of people: our own, or the Entra ids that Teams' people picker sends. */
const people = z
  .union([z.string().transform((list) => list.split(",")), z.array(z.string())])
  .transform((ids) => [...new Set(ids.map((id) => id.trim()))].filter((id) => id !== ""));
export const holidays = z.enum(holidayChoices);

/** The settings of its group that a form showed, which its *Save* button sends back: the flow finds out which ones the lead has changed. */
const before = z.object({
  language: z.enum(languages).exactOptional(),
  secondLanguage: z.enum(["", ...languages]).exactOptional(),
  zone: z.string().exactOptional(),
  holidays: z.enum(holidayChoices).exactOptional(),
  quiet: z.string().exactOptional(),
  quietForAll: z.string().exactOptional(),
  promptWeekday: z.literal(weekdays).exactOptional(),
  promptTime: z.string().exactOptional(),
  everyWeeks: z.literal([1, 2, 4]).exactOptional(),
  reminderWeekday: z.literal([0, ...weekdays]).exactOptional(),
  reminderTime: z.string().exactOptional(),
  digestWeekday: z.literal(weekdays).exactOptional(),
  digestTime: z.string().exactOptional(),
  draftHours: z.number().exactOptional(),
  daysToDue: z.number().exactOptional(),
  channelId: z.string().exactOptional(),
  asksWeekly: z.boolean().exactOptional(),
  coordinators: z.string().exactOptional(),
  ...aboutQuestions.before,
  spread: z.boolean().exactOptional(),
  withoutTrace: z.enum(traceChoices).exactOptional(),
  smallestGroup: z.number().exactOptional(),
  monthsKept: z.number().exactOptional(),
  keepUntilExported: z.boolean().exactOptional(),
  leads: z.array(longId).exactOptional(),
  notAsked: z.array(longId).exactOptional(),
});

/** The inputs of all groups: a form has those of one, and one of an earlier version has those that there were. */
const inputs = z.object({
  ...languageShapes,
  zone: choice.exactOptional(),
  holidays: holidays.exactOptional(),
  ...quietShapes.quiet,
  promptWeekday: weekday.exactOptional(),
  promptTime: aTime.exactOptional(),
  everyWeeks: everyWeeks.exactOptional(),
  reminderWeekday: reminderDay.exactOptional(),
  reminderTime: aTime.exactOptional(),
  digestWeekday: weekday.exactOptional(),
  digestTime: aTime.exactOptional(),
  draftHours: wholeNumber.exactOptional(),
  daysToDue: wholeNumber.exactOptional(),
  channelId: choice.exactOptional(),
  asksWeekly: onOff,
  coordinators: office.exactOptional(),
  ...aboutQuestions.inputs,
  spread: onOff,
  ...traceShapes,
  ...monthsShapes,
  leads: people.exactOptional(),
  notAsked: people.exactOptional(),
});

/** Values for inputs that a lead has emptied: Teams leaves an empty input out. The flow refuses those that must not be empty. */
const emptied = {
  promptTime: "",
  reminderTime: "",
  digestTime: "",
  draftHours: -1,
  daysToDue: -1,
  leads: [],
  notAsked: [],
} satisfies SettingsOnForm;

/** The oldest forms had no input for it. */
const emptiedLater = { smallestGroup: -1 } satisfies SettingsOnForm;

/** Adds the settings that a form asked for and that were emptied: it tells what it showed. The oldest forms tell nothing, and asked for all of these. */
const withEmptied = (written: SettingsOnForm, before: SettingsOnForm | undefined): SettingsOnForm => ({
  ...(before === undefined
    ? emptied
    : Object.fromEntries(Object.entries({ ...emptied, ...emptiedLater }).filter(([name]) => name in before))),
  ...written,
});

/** A box with another person's values for settings that this form changed too, and a line on which of the two count. */
const othersBox = (message: MessageOf<"settings">, words: Words): Element | undefined => {
  const own = words.settings;
  const { problem, saved, others = {} } = message;
  if (Object.keys(others).length === 0) return undefined;
  const values = valuesOf(message, words);
  const chosen = (Object.keys(values) as (keyof OneSettings)[]).map((setting) => {
    const found = settingWithValue(setting, others, values);
    return found && fact(...found);
  });
  return box([small(problem === "old-form" ? own.yourForm : saved ? own.replaced : own.chosenByAnother), ...chosen], {
    style: "warning",
    spacing: "Medium",
  });
};

/** Names in a summary; further ones are counted. */
const mostNamed = 3;

/** The present settings of a group in one line. */
const summaryOf = (group: SettingGroup, message: MessageOf<"settings">, words: Words): string => {
  const { before: now, members } = message;
  const own = words.settings;
  const { channelId, coordinators, everyWeeks } = valuesOf(message, words);
  const moment = (day: Weekday, time: string) => `${words.format.nameOf(day)} ${clockTime(time, words)}`;
  const leads = members.filter(({ id }) => now.leads.includes(id)).map(({ name }) => personName(name, words));
  const more = leads.length > mostNamed ? [words.andMore(leads.length - mostNamed)] : [];
  const lines: { readonly [G in SettingGroup]: () => readonly string[] } = {
    when: () => [
      now.asksWeekly ? own.asks(everyWeeks[1](now.everyWeeks), moment(now.promptWeekday, now.promptTime)) : own.notWeekly,
      own.posts(moment(now.digestWeekday, now.digestTime)),
    ],
    where: () => [cut(channelId[1](now.channelId), 60), ...(now.coordinators ? [own.passesTo(coordinators[1](now.coordinators))] : [])],
    who: () => [
      capital([leads.slice(0, mostNamed).join(", ") || words.dash, ...more].join(" ")),
      ...(now.notAsked.length > 0 ? [own.excepts(now.notAsked.length)] : []),
    ],
    what: () => [
      [now.language, ...(now.secondLanguage ? [now.secondLanguage] : [])].map(languageName).join(", "),
      own.dueIn(now.daysToDue),
      ...(now.rotates ? [own.turns] : []),
      ...(now.spread ? [] : [own.noSpread]),
      ...(now.withoutTrace === "choose" ? [] : [own.traceSummary[now.withoutTrace]]),
      (now.keepUntilExported ? own.keepsAfterExport : own.keeps)(now.monthsKept),
    ],
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

/** A group in the first view: its values in a line, and the button that opens its form. */
const groupRow = (group: SettingGroup, message: MessageOf<"settings">, words: Words): Element => ({
  type: "ColumnSet",
  spacing: "Medium",
  separator: true,
  columns: [
    {
      type: "Column",
      width: "stretch",
      verticalContentAlignment: "Center",
      items: [line(summaryOf(group, message, words), { size: "Small" })],
    },
    {
      type: "Column",
      width: "auto",
      verticalContentAlignment: "Center",
      items: [buttons([button(words.settings.groups[group], { verb: "show-settings", team: message.team.id, group }, { inputs: "none" })])],
    },
  ],
});

/** The settings that an admin gave the team. @param group only those of this group */
const fromTenantLine = (message: MessageOf<"settings">, words: Words, group?: SettingGroup): Element | undefined => {
  const values = valuesOf(message, words);
  const { fromTenant = [] } = message;
  const told = fromTenant.filter((name) => group === undefined || catalogue[name].group === group);
  return told.length > 0 ? small(`${words.fromTenant}: ${told.map((name) => values[name][0]).join(" · ")}`) : undefined;
};

const problemText = ({ problem, leastGroup = 0 }: MessageOf<"settings">, { settings: own }: Words): string | undefined =>
  problem === "small-group" ? own.groupTooSmall(leastGroup) : problem && own.problems[problem];

/** @param most changed settings that are told one by one */
const overview = (message: MessageOf<"settings">, words: Words, most: number): AdaptiveCard => {
  const { team, nextPromptAt, nextDigestAt, saved, changed = [], testSent } = message;
  const own = words.settings;
  const when = (at: number | undefined) => (at === undefined ? own.none : words.format.at(at, team.zone));
  return card([
    kicker(team),
    heading(own.title, { spacing: "None" }),
    saved ? goodLine(changed.length > 0 ? own.saved : own.unchanged) : undefined,
    ...changed.slice(0, most).map(changeLines([...message.members, ...message.channels, ...message.offices], words)),
    changed.length > most ? small(words.andMore(changed.length - most)) : undefined,
    testSent ? goodLine(own.testSent) : undefined,
    problemLine(problemText(message, words)),
    othersBox(message, words),
    box([fact(own.nextPrompt, when(nextPromptAt)), fact(own.nextDigest, when(nextDigestAt))], {
      style: "emphasis",
      spacing: "Medium",
    }),
    ...settingGroups.map((group) => groupRow(group, message, words)),
    fromTenantLine(message, words),
    // A phone cuts these titles side by side.
    ...rowsOf(
      [
        button(words.buttons.sendTest, { verb: "send-test", team: team.id }, { inputs: "none" }),
        button(words.defaults.latest, { verb: "show-settings-changes", team: team.id }, { inputs: "none" }),
        button(words.buttons.mySettings, { verb: "show-my-settings" }, { inputs: "none" }),
      ],
      { perRow: 1 },
    ),
  ]);
};

/** The settings of a group as its form shows them, with only the people on its page. */
const shownIn = (group: SettingGroup, message: MessageOf<"settings">): SettingsOnForm => {
  if (group === "who") return peoplePage(message).before;
  const now = marked(message.before);
  const names = settingNames.filter((name) => catalogue[name].group === group);
  return Object.fromEntries(names.map((name) => [name, now[name]]));
};

/** The form of one group, which saves its own settings alone. */
const groupForm = (group: SettingGroup, message: MessageOf<"settings">, words: Words): AdaptiveCard => {
  const { team, standIn } = message;
  const own = words.settings;
  const { page } = peoplePage(message);
  const ofPeople = group === "who" ? { ...(page > 0 ? { page } : {}), ...(standIn ? { standInBefore: standIn.before } : {}) } : {};
  const before = shownIn(group, message);
  return fitting(settingsDetails, (detail) =>
    card(
      [
        kicker(team, own.title),
        heading(own.groups[group], { spacing: "None" }),
        problemLine(problemText(message, words)),
        othersBox(message, words),
        fromTenantLine(message, words, group),
        ...inputsOf[group](message, detail, words),
      ],
      [
        button(words.buttons.save, { verb: "save-settings", team: team.id, group, before, ...ofPeople }, { style: "positive" }),
        button(words.buttons.back, { verb: "show-settings", team: team.id }, { inputs: "none" }),
      ],
    ),
  );
};

export const render: Renderers<"settings"> = {
  settings: (message, words) => ({
    summary: words.settings.title,
    card: message.group ? groupForm(message.group, message, words) : fitting([100, 8, 4], (most) => overview(message, words, most)),
  }),
};

const pageOfNames = pageUpTo(1000).exactOptional();
const oneGroup = z.enum(settingGroups).exactOptional();

export const read: Readers<"show-settings" | "save-settings" | "send-test"> = {
  "show-settings": z.object({ verb: z.literal("show-settings"), team: teamId, group: oneGroup, page: pageOfNames }),

  "save-settings": inputs
    .extend({
      verb: z.literal("save-settings"),
      team: teamId,
      group: oneGroup,
      before: before.exactOptional(),
      page: pageOfNames,
      otherZone: choice,
      ...aStandIn.inputs,
      standInBefore: aStandIn.before,
    })
    .transform(({ verb, team, group, before, page, otherZone, standInBefore, substitute, until, ...filled }) => ({
      verb,
      team,
      written: aboutQuestions.emptied(
        {
          ...withEmptied(omit(filled, ...quietIds.quiet), before),
          ...(before?.quiet === undefined ? {} : { quiet: quietOf("quiet", filled) }),
          ...(otherZone === "" ? {} : { zone: zoneNamed(otherZone) }),
        },
        before,
      ),
      ...(group === undefined ? {} : { group }),
      ...(before ? { before } : {}),
      ...(page === undefined ? {} : { page }),
      ...aStandIn.of(substitute, until, standInBefore),
    })),

  "send-test": z.object({ verb: z.literal("send-test"), team: teamId }),
};
