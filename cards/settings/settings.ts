import { z } from "zod";
import type { NamedPeople, WrittenSettings } from "../../src/domain/action/settings.ts";
import { type Weekday, zoneNamed } from "../../src/domain/asking/cadence.ts";
import type { Choice } from "../../src/domain/idea/view.ts";
import { type Language, languages } from "../../src/domain/language.ts";
import type { MessageOf } from "../../src/domain/message/index.ts";
import type { OneSettings } from "../../src/domain/settings/merge-settings.ts";
import { cut } from "../../src/domain/words.ts";
import { readTime } from "../../src/domain/written-time.ts";
import { type Words, wordsOf } from "../../src/language/index.ts";
import { button, buttons, toggle } from "../parts/buttons.ts";
import { box, card, type Element, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { kicker } from "../parts/idea.ts";
import { choiceInput, textInput, timeInput, toggleInput } from "../parts/inputs.ts";
import { peopleInput } from "../parts/people-input.ts";
import { choice, longId, pageUpTo, teamId, toldAs, wholeNumber } from "../parts/shapes.ts";
import { capital, fact, goodLine, heading, line, problemLine, small } from "../parts/text.ts";
import { office, officeInput, officeName } from "./office-input.ts";
import { aStandIn, standInInput } from "./stand-in-input.ts";

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];
const draftSteps = [0, 1, 2, 4, 8, 24];
/** All people whom a form can add: a list names no more. */
const mostAdded = 1_000;

/**
 * Lengths of the lists: zones, channels, people, and characters of a person's name. Present choices are always listed. For a value that a shortened list lacks,
 * the lead types the zone, searches for the person, or writes *digest here* in the channel. Of people whom the form
 * has added but not saved, each list keeps `added`.
 */
const detailLevels: readonly [SettingsDetail, ...SettingsDetail[]] = [
  { zones: 60, channels: 50, people: 120, name: 32, added: mostAdded },
  { zones: 12, channels: 20, people: 120, name: 32, added: mostAdded },
  { zones: 4, channels: 8, people: 120, name: 24, added: mostAdded },
  { zones: 4, channels: 8, people: 120, excepted: 60, name: 24, added: mostAdded, substitutes: 2 },
  { zones: 4, channels: 4, people: 105, excepted: 30, name: 18, added: mostAdded, substitutes: 2 },
  { zones: 60, channels: 20, people: 60, name: 32, added: mostAdded },
  { zones: 60, channels: 20, people: 30, name: 32, added: mostAdded },
  { zones: 12, channels: 8, people: 20, name: 24, added: mostAdded },
  { zones: 12, channels: 8, people: 20, name: 24, added: 60 },
  { zones: 4, channels: 4, people: 20, name: 20, added: 40 },
  { zones: 4, channels: 4, people: 20, name: 20, added: 20 },
  { zones: 4, channels: 4, people: 20, name: 16, added: 10 },
  { zones: 4, channels: 4, people: 20, name: 16, added: 4 },
  { zones: 2, channels: 2, people: 10, name: 10, added: 4, substitutes: 2 },
];
type SettingsDetail = {
  readonly zones: number;
  readonly channels: number;
  readonly people: number;
  /** People in the list of those not asked, where it is shorter than that of leads. */
  readonly excepted?: number;
  readonly name: number;
  readonly added: number;
  /** Members listed as substitutes, in a team that is too large to list all. */
  readonly substitutes?: number;
};

/** Named people (leads, or people not asked) per page of the form. */
const namedOnPage = 20;

const days = (words: Words): Choice[] => weekdays.map((day) => ({ id: String(day), name: capital(words.format.nameOf(day)) }));

/**
 * One page of the people that a setting names, in the roster's order, and the members it does not name. People whom the form has added but not saved yet are
 * on every page, `room` of them at most.
 */
const pageOf = (members: readonly Choice[], named: readonly string[], stored: readonly string[], wanted: number, room: number) => {
  const [isNamed, isStored] = [new Set(named), new Set(stored)];
  const kept = members.filter(({ id }) => isNamed.has(id) && isStored.has(id));
  const added = members.filter(({ id }) => isNamed.has(id) && !isStored.has(id));
  const pages = Math.max(1, Math.ceil(kept.length / namedOnPage));
  const page = Math.min(wanted, pages - 1);
  const onPage = kept.slice(page * namedOnPage, (page + 1) * namedOnPage);
  const left = added.slice(room);
  const isLeft = new Set(left.map(({ id }) => id));
  const chosen = [...added.slice(0, room), ...onPage];
  const shown = new Set(onPage.map(({ id }) => id));
  return {
    pages,
    chosen,
    ids: chosen.map(({ id }) => id),
    others: members.filter(({ id }) => !isNamed.has(id) || isLeft.has(id)),
    /** Added people for whom the form has no room. */
    left: left.length,
    /** Stored people whom a save of this page may remove: those on the page, and those whom the form has removed already. */
    before: stored.filter((id) => shown.has(id) || !isNamed.has(id)),
  };
};

/** Inputs side by side, such as a day and its time. */
const beside = (...inputs: readonly Element[]): Element => ({
  type: "ColumnSet",
  columns: inputs.map((input) => ({ type: "Column", width: "stretch", verticalContentAlignment: "Bottom", items: [input] })),
});

/** A time as `HH:mm`. Text that is no time passes unchanged, and the flow refuses it. */
const aTime = choice.transform((text) => readTime(text) ?? text);
const wrong = toldAs("bad-settings");
const isDay = (day: number): day is Weekday => weekdays.some((one) => one === day);
const weekday = wholeNumber.refine(isDay, wrong);
const reminderDay = wholeNumber.refine((day): day is Weekday | 0 => day === 0 || isDay(day), wrong);
const everyWeeks = wholeNumber.refine((weeks): weeks is 1 | 2 | 4 => weeks === 1 || weeks === 2 || weeks === 4, wrong);
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
  leads: people,
  notAsked: people,
  ...aStandIn.inputs,
});

const zoneName = (zone: string): string => zone.replaceAll("_", " ");

type Every = Required<OneSettings>;

/** A box with another person's values for settings that this form changed too, and a line on which of the two count. */
const othersBox = ({ saved, problem, channels, offices }: MessageOf<"settings">, others: Partial<Every>, words: Words): Element => {
  const own = words.settings;
  const dayName = (day: Weekday | 0) => (day === 0 ? own.noReminder : capital(words.format.nameOf(day)));
  const told: {
    readonly [S in keyof Every]: readonly [label: string, value: (chosen: Every[S]) => string];
  } = {
    promptWeekday: [own.promptDay, dayName],
    promptTime: [own.promptTime, (time) => time],
    digestWeekday: [own.digestDay, dayName],
    digestTime: [own.digestTime, (time) => time],
    everyWeeks: [own.every, (weeks) => own.everyWeeks[weeks]],
    reminderWeekday: [own.reminderDay, dayName],
    reminderTime: [own.reminderTime, (time) => time],
    draftHours: [own.draft, own.draftHours],
    daysToDue: [own.daysToDue, String],
    language: [own.language, languageName],
    zone: [own.zone, zoneName],
    channelId: [own.channel, (channel) => channels.find(({ id }) => id === channel)?.name || own.presentChannel],
    asksWeekly: [own.asksWeekly, (weekly) => (weekly ? own.yes : own.no)],
    coordinators: [
      own.coordinators,
      (team) =>
        officeName(
          offices.find(({ id }) => id === team),
          words,
        ),
    ],
  };
  const chosenAs = <S extends keyof Every>(setting: S) => {
    const chosen = others[setting];
    const [label, value] = told[setting];
    return chosen === undefined ? undefined : fact(label, value(chosen));
  };
  return box(
    [
      small(problem === "old-form" ? own.yourForm : saved ? own.replaced : own.chosenByAnother),
      ...(Object.keys(told) as (keyof Every)[]).map(chosenAs),
    ],
    {
      style: "warning",
      spacing: "Medium",
    },
  );
};

const languageName = (language: Language): string => capital(wordsOf(language).commands.self[0] ?? language);

export const render: Renderers<"settings"> = {
  settings: (message, words) => {
    const {
      team,
      written,
      channels,
      members,
      zones,
      nextPromptAt,
      nextDigestAt,
      saved,
      testSent,
      problem,
      before,
      others,
      inChannel,
      standIn,
    } = message;
    const own = words.settings;
    const when = (at: number | undefined) => (at === undefined ? own.none : words.format.at(at, team.zone));
    const drafts = [...new Set([...draftSteps, written.draftHours])].sort((a, b) => a - b);
    const said = problem && own.problems[problem];
    const pageIn = (id: keyof NamedPeople, added = mostAdded) => pageOf(members, written[id], before[id], message.page, added);
    const [leads, notAsked] = [pageIn("leads"), pageIn("notAsked")];
    const pages = Math.max(leads.pages, notAsked.pages);
    const page = Math.min(message.page, pages - 1);
    const onPage = page > 0 ? { page } : {};
    /** A list of people that a lead can extend and shorten. @param hint the text of an empty list */
    const peopleOf = (id: keyof NamedPeople, { people: most, name, added }: SettingsDetail, hint: string) => {
      const { chosen, others, ids, left } = pageIn(id, added);
      const look = { isMulti: true, value: ids.join(","), hint, search: inChannel ? "channel" : "organisation" } as const;
      return [
        ...peopleInput(id, own[id], { chosen, others, most, longestName: name }, look, words),
        left > 0 ? line(own.noRoom(left), { spacing: "None", weight: "Bolder" }) : undefined,
      ];
    };
    const turn = (title: string, to: number) => button(title, { verb: "show-settings", team: team.id, page: to }, { inputs: "none" });
    return {
      summary: own.title,
      card: fitting(detailLevels, (detail) =>
        card(
          [
            kicker(team),
            heading(own.title, { spacing: "None" }),
            saved ? goodLine(own.saved) : undefined,
            testSent ? goodLine(own.testSent) : undefined,
            problemLine(said),
            others ? othersBox(message, others, words) : undefined,
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
                  languages.map((language) => ({ id: language, name: languageName(language) })),
                  { value: written.language },
                ),
                choiceInput(
                  "zone",
                  own.zone,
                  [...new Set([written.zone, ...zones])].slice(0, detail.zones).map((zone) => ({ id: zone, name: zoneName(zone) })),
                  { value: written.zone },
                ),
                textInput("otherZone", own.otherZone, { longest: 60, oneLine: true, hint: own.otherZoneHint }),
                choiceInput(
                  "channelId",
                  own.channel,
                  [...channels.filter(({ id }) => id === written.channelId), ...channels.filter(({ id }) => id !== written.channelId)]
                    .slice(0, detail.channels)
                    .map(({ id, name }) => ({ id, name: cut(name, 2 * detail.name) || own.presentChannel })),
                  { value: written.channelId },
                ),
                channels.length > detail.channels ? small(own.moreChannels, { spacing: "None" }) : undefined,
                toggleInput("asksWeekly", own.asksWeekly, written.asksWeekly !== false),
                ...officeInput(message, words, detail.channels),
                ...standInInput(message, detail, words),
                ...peopleOf("leads", detail, own.required),
                ...peopleOf("notAsked", { ...detail, people: detail.excepted ?? detail.people }, words.dash),
                ...(pages > 1
                  ? [
                      small(own.peoplePage(page + 1, pages)),
                      buttons(
                        [
                          page > 0 ? turn(words.buttons.newer, page - 1) : undefined,
                          page < pages - 1 ? turn(words.buttons.older, page + 1) : undefined,
                        ],
                        { spacing: "Small" },
                      ),
                    ]
                  : []),
              ],
              { id: "more", isVisible: problem !== undefined || page > 0 },
            ),
          ],
          [
            button(
              words.buttons.save,
              {
                verb: "save-settings",
                team: team.id,
                ...onPage,
                before: { ...before, leads: leads.before, notAsked: notAsked.before },
                ...(standIn ? { standInBefore: standIn.before } : {}),
              },
              { style: "positive" },
            ),
            button(words.buttons.sendTest, { verb: "send-test", team: team.id }, { inputs: "none" }),
            button(words.ownKinds.open, { verb: "show-kinds", team: team.id }, { inputs: "none" }),
            button(words.buttons.mySettings, { verb: "show-my-settings" }, { inputs: "none" }),
          ],
        ),
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
      written: (otherZone === "" ? written : { ...written, zone: zoneNamed(otherZone) }) satisfies WrittenSettings,
      ...(before ? { before } : {}),
      ...(page === undefined ? {} : { page }),
      ...aStandIn.of(substitute, until, standInBefore),
    })),

  "send-test": z.object({ verb: z.literal("send-test"), team: teamId }),
};
