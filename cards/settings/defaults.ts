import { z } from "zod";
import { zoneNamed } from "../../src/domain/asking/local-time.ts";
import type { Choice } from "../../src/domain/idea/view.ts";
import type { DefaultsEdit } from "../../src/domain/message/defaults.ts";
import { omit } from "../../src/domain/omit.ts";
import { settingsIn } from "../../src/domain/settings/teams-change.ts";
import { type TenantSettings, tenantSettingNames, tenantSettingsShape } from "../../src/domain/settings/tenant-settings.ts";
import { longestLink } from "../../src/domain/settings/web-link.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { button, buttons, toggle } from "../parts/buttons.ts";
import { box, card, type Element, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { textInput } from "../parts/inputs.ts";
import { aText, choice, onOff, wholeNumber } from "../parts/shapes.ts";
import { capital, clockTime, fact, goodLine, heading, line, problemLine, run, small, subheading } from "../parts/text.ts";
import { monthsInputs, monthsShapes } from "./months-input.ts";
import { office, officeInput } from "./office-input.ts";
import { aboutQuestions, rotatesInput } from "./questions-input.ts";
import { quietIds, quietOf, quietShapes } from "./quiet-inputs.ts";
import { aTime, everyWeeks, holidays, reminderDay, weekday } from "./settings.ts";
import { traceInputs, traceShapes } from "./trace-inputs.ts";
import { settingWithValue, valuesOf } from "./values.ts";
import { spreadInput } from "./what-inputs.ts";
import { whenInputs } from "./when-inputs.ts";

/** Lengths of the lists: zones, teams that take ideas, and lines of *Latest changes*. */
const detailLevels: readonly [DefaultsDetail, ...DefaultsDetail[]] = [
  { zones: 60, offices: 50, latest: 10, name: 60 },
  { zones: 12, offices: 20, latest: 5, name: 40 },
  { zones: 4, offices: 8, latest: 2, name: 30 },
];
type DefaultsDetail = { readonly zones: number; readonly offices: number; readonly latest: number; readonly name: number };

/** An act of an admin: when and who, and each setting with its old and its new value. */
export const editLines = (edit: DefaultsEdit, zone: string, offices: readonly Choice[], words: Words): Element[] => {
  const own = words.defaults;
  const told = valuesOf({ channels: [], offices }, words);
  const where = edit.did === "saved" ? own.did.saved : own.did[edit.did](edit.teams ?? 0);
  const hasSettings = Object.keys(edit.after).length > 0;
  const head = [words.format.at(edit.at, zone), edit.name ?? own.anAdmin, ...(hasSettings ? [where] : [])].join(" · ");
  return [
    small(capital(head)),
    ...tenantSettingNames.flatMap((name) => {
      const [now, was] = [settingWithValue(name, edit.after, told), settingWithValue(name, edit.before, told)];
      if (!now || now[1] === was?.[1]) return [];
      return [line([run(`${now[0]}: `, { isSubtle: true }), run(was ? `${was[1]} → ${now[1]}` : now[1])], { spacing: "None" })];
    }),
    ...(edit.link ? [line(own.link[edit.link], { spacing: "None" })] : []),
  ];
};

export const render: Renderers<"defaults"> = {
  defaults: (message, words) => {
    const { written, before, whistle, whistleBefore, offices, set, saved, problem, latest } = message;
    const [own, labels] = [words.defaults, words.settings];
    const form = (detail: DefaultsDetail): (Element | undefined)[] => [
      subheading(labels.groups.when),
      ...whenInputs(message, detail, words),
      subheading(labels.groups.where),
      ...officeInput(message, words, detail.offices),
      subheading(labels.groups.what),
      rotatesInput(written, words),
      spreadInput(written, words),
      ...traceInputs(written, words),
      ...monthsInputs(written, own.monthsWhat, words),
      textInput("daysToDue", labels.daysToDue, { longest: 3, oneLine: true, value: String(written.daysToDue), missing: labels.badDays }),
      textInput("whistle", own.whistle, { longest: longestLink, oneLine: true, value: whistle }),
      small(own.whistleWhat, { spacing: "None" }),
    ];
    const known = (most: number) => offices.map(({ id, name }) => ({ id, name: cut(name, most) }));
    return {
      summary: own.title,
      card: fitting(detailLevels, (detail) =>
        card(
          [
            heading(own.title),
            line(own.what, { spacing: "Small" }),
            saved ? goodLine(own.saved) : undefined,
            problemLine(problem && { ...labels.problems, ...own.problems }[problem]),
            ...form(detail),
            buttons([button(words.audit.title, { verb: "show-audit", page: 0 }, { inputs: "none" })], { spacing: "Large" }),
            buttons([toggle(own.latest, ["latest"])], { spacing: "Small" }),
            box(
              latest.length === 0
                ? [small(own.none)]
                : latest.slice(0, detail.latest).flatMap((edit) => editLines(edit, before.zone, known(detail.name), words)),
              { id: "latest", isVisible: false, style: "emphasis", spacing: "Small" },
            ),
          ],
          [
            button(words.buttons.save, { verb: "save-defaults", before, whistleBefore }, { style: "positive" }),
            set.length > 0
              ? button(words.defaultsButtons.changeTeams, { verb: "change-teams-form", settings: saved ?? [] }, { inputs: "none" })
              : undefined,
          ],
        ),
      ),
    };
  },
};

/** The settings of a change, each with its value, for cards about it. */
export const givenLines = (
  { given, offices }: { readonly given: TenantSettings; readonly offices: readonly Choice[] },
  words: Words,
): Element[] => {
  const told = valuesOf({ channels: [], offices }, words);
  return settingsIn(given).flatMap((setting) => {
    const found = settingWithValue(setting, given, told);
    return found ? [fact(found[0], withTime(setting, found[1], given, words))] : [];
  });
};

/** A reminder is told as one: its day with its time. */
export const withTime = (
  setting: keyof TenantSettings,
  value: string,
  { reminderWeekday, reminderTime }: TenantSettings,
  words: Words,
): string =>
  setting === "reminderWeekday" && reminderWeekday !== 0 && reminderTime !== undefined
    ? `${value} ${clockTime(reminderTime, words)}`
    : value;

export const read: Readers<"show-defaults" | "save-defaults"> = {
  "show-defaults": z.object({ verb: z.literal("show-defaults") }),

  "save-defaults": z
    .object({
      verb: z.literal("save-defaults"),
      before: tenantSettingsShape,
      whistleBefore: z.string().default(""),
      whistle: aText(longestLink),
      zone: choice,
      holidays: holidays.exactOptional(),
      ...quietShapes.quietForAll,
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
      rotates: aboutQuestions.inputs.rotates,
      spread: onOff,
      ...traceShapes,
      ...monthsShapes,
      coordinators: office.exactOptional(),
    })
    .transform(({ verb, before, whistleBefore, whistle, otherZone, ...filled }) => ({
      verb,
      before,
      whistleBefore,
      whistle,
      written: {
        ...omit(filled, ...quietIds.quietForAll),
        ...(before.quietForAll === undefined ? {} : { quietForAll: quietOf("quietForAll", filled) }),
        ...(otherZone === "" ? {} : { zone: zoneNamed(otherZone) }),
      },
    })),
};
