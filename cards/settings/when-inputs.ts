import type { WrittenSettings } from "../../src/domain/action/settings.ts";
import { holidayChoices } from "../../src/domain/asking/calendar.ts";
import type { Words } from "../../src/language/index.ts";
import type { Element } from "../parts/card.ts";
import { choiceInput, dayChoices, sideBySide, textInput, timeInput, toggleInput } from "../parts/inputs.ts";
import { small } from "../parts/text.ts";
import type { SettingsDetail } from "./detail.ts";
import { quietInputs, quietInWords } from "./quiet-inputs.ts";
import { zoneName } from "./values.ts";

const draftSteps = [0, 1, 2, 4, 8, 24];

/** `asksWeekly` and `quiet` are missing for new teams: these are a team's own affair. */
type Moments = Pick<
  WrittenSettings,
  | "zone"
  | "holidays"
  | "quietForAll"
  | "promptWeekday"
  | "promptTime"
  | "everyWeeks"
  | "reminderWeekday"
  | "reminderTime"
  | "digestWeekday"
  | "digestTime"
  | "draftHours"
> &
  Partial<Pick<WrittenSettings, "asksWeekly" | "quiet">>;

/** A team's own quiet periods, with those of all teams above them as a sentence; for new teams, those of all teams. */
const quietLines = ({ quiet, quietForAll }: Moments, words: Words): readonly (Element | undefined)[] =>
  quiet === undefined
    ? quietInputs("quietForAll", quietForAll, words)
    : [
        ...quietInputs("quiet", quiet, words),
        quietForAll === "" ? undefined : small(words.settings.quietSet(quietInWords(quietForAll, words)), { spacing: "Small" }),
      ];

/** The moments at which Gnist asks, reminds and posts, of one team or of new teams. */
export const whenInputs = (
  { written, zones }: { readonly written: Moments; readonly zones: readonly string[] },
  detail: Pick<SettingsDetail, "zones">,
  words: Words,
): readonly (Element | undefined)[] => {
  const own = words.settings;
  const drafts = [...new Set([...draftSteps, written.draftHours])].sort((a, b) => a - b);
  return [
    sideBySide(
      choiceInput("promptWeekday", own.promptDay, dayChoices(words), { value: String(written.promptWeekday) }),
      timeInput("promptTime", own.promptTime, written.promptTime, own.required),
    ),
    sideBySide(
      choiceInput("digestWeekday", own.digestDay, dayChoices(words), { value: String(written.digestWeekday) }),
      timeInput("digestTime", own.digestTime, written.digestTime, own.required),
    ),
    sideBySide(
      choiceInput("reminderWeekday", own.reminderDay, [{ id: "0", name: own.noReminder }, ...dayChoices(words)], {
        value: String(written.reminderWeekday),
      }),
      timeInput("reminderTime", own.reminderTime, written.reminderTime, own.required),
    ),
    choiceInput(
      "everyWeeks",
      own.every,
      ([1, 2, 4] as const).map((weeks) => ({ id: String(weeks), name: own.everyWeeks[weeks] })),
      { value: String(written.everyWeeks) },
    ),
    choiceInput(
      "draftHours",
      own.draft,
      drafts.map((hours) => ({ id: String(hours), name: own.draftHours(hours) })),
      { value: String(written.draftHours) },
    ),
    ...(written.asksWeekly === undefined ? [] : [toggleInput("asksWeekly", own.asksWeekly, written.asksWeekly)]),
    choiceInput(
      "zone",
      own.zone,
      [...new Set([written.zone, ...zones])].slice(0, detail.zones).map((zone) => ({ id: zone, name: zoneName(zone) })),
      { value: written.zone },
    ),
    textInput("otherZone", own.otherZone, { longest: 60, oneLine: true, hint: own.otherZoneHint }),
    choiceInput(
      "holidays",
      own.holidays,
      holidayChoices.map((country) => ({ id: country, name: own.countries[country] })),
      { value: written.holidays },
    ),
    ...quietLines(written, words),
  ];
};
