import type { WrittenSettings } from "../../src/domain/action/settings.ts";
import type { Words } from "../../src/language/index.ts";
import type { Element } from "../parts/card.ts";
import { choiceInput, dayChoices, sideBySide, textInput, timeInput, toggleInput } from "../parts/inputs.ts";
import type { SettingsDetail } from "./detail.ts";
import { zoneName } from "./values.ts";

const draftSteps = [0, 1, 2, 4, 8, 24];

/** `asksWeekly` is missing for new teams: whether a team is asked weekly is its own affair. */
type Moments = Pick<
  WrittenSettings,
  | "zone"
  | "promptWeekday"
  | "promptTime"
  | "everyWeeks"
  | "reminderWeekday"
  | "reminderTime"
  | "digestWeekday"
  | "digestTime"
  | "draftHours"
> &
  Partial<Pick<WrittenSettings, "asksWeekly">>;

/** The moments at which Gnist asks, reminds and posts, of one team or of new teams. */
export const whenInputs = (
  { written, zones }: { readonly written: Moments; readonly zones: readonly string[] },
  detail: Pick<SettingsDetail, "zones">,
  words: Words,
): readonly Element[] => {
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
  ];
};
