import type { Choice } from "../../src/domain/idea/view.ts";
import { type ChangedSetting, mostInLine, type SettingChange, type SettingValue } from "../../src/domain/settings/changes.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import type { Element } from "../parts/card.ts";
import { kindName, personName } from "../parts/names.ts";
import { fact } from "../parts/text.ts";
import { settingWithValue, valuesOf } from "./values.ts";

/** Longest name of a person, channel or team in a line. */
const longestName = 40;

/** Lines about changed settings. @param named the people, channels and teams that the changes name */
export const changeLines = (named: readonly Choice[], words: Words) => {
  const own = words.settings;
  const names = new Map(named.map(({ id, name }) => [id, cut(name, longestName)]));
  const person = (id: SettingValue) => (id === "" ? words.dash : personName(names.get(String(id)) ?? "", words));
  const place = (id: SettingValue, unknown: string) => ({ id: String(id), name: names.get(String(id)) || unknown });

  const one = (setting: ChangedSetting, value: SettingValue): readonly [label: string, value: string] => {
    if (setting === "substitute" || setting === "leads" || setting === "notAsked") return [own[setting], person(value)];
    if (setting === "kinds") return [words.ownKinds.title, kindName(String(value), words)];
    if (setting === "kindOwners") return [words.ownKinds.owners, person(value)];
    const known = { channels: [place(value, own.anotherChannel)], offices: value === "" ? [] : [place(value, own.anotherTeam)] };
    return settingWithValue(setting, { [setting]: value }, valuesOf(known, words)) ?? ["", ""];
  };

  const some = (setting: ChangedSetting, values: readonly SettingValue[]) => {
    const more = values.length - mostInLine;
    const told = values.slice(0, mostInLine).map((value) => one(setting, value)[1]);
    return [told.join(", "), ...(more > 0 ? [words.andMore(more)] : [])].join(" ");
  };

  /** "Question: day: Thursday → Wednesday", or "Team leads: added Omar Haddad". */
  return ({ setting, ...change }: SettingChange): Element => {
    if ("from" in change) {
      const { about, from, to, until } = change;
      const [label, was] = one(setting, from);
      const end = until === undefined ? "" : `, ${own.untilDay(words.format.date(until))}`;
      return fact(about === undefined ? label : `${label}, ${kindName(about, words)}`, `${was} → ${one(setting, to)[1]}${end}`);
    }
    const { added, removed, more = 0 } = change;
    const parts = [
      ...(added.length > 0 ? [own.added(some(setting, added))] : []),
      ...(removed.length > 0 ? [own.removed(some(setting, removed))] : []),
      ...(more > 0 ? [words.andMore(more)] : []),
    ];
    return fact(one(setting, "")[0], parts.join("; "));
  };
};
