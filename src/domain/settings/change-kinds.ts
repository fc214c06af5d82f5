import { type Kind, kinds as known, longestKind } from "../idea/idea.ts";
import type { PersonId } from "../people/person.ts";
import { kindsOf, type Settings, type Team } from "../teams/team.ts";
import { fits } from "../words.ts";

/** The most kinds of one team: more would make a list that nobody reads on a phone. */
const mostKinds = 20;

export const problemInKinds = (kinds: readonly Kind[]): "too-many-kinds" | "long-kind" | undefined => {
  if (kinds.length > mostKinds) return "too-many-kinds";
  return kinds.every((kind) => fits(kind, longestKind)) ? undefined : "long-kind";
};

const without = ({ kinds: _kinds, ...settings }: Settings): Settings => settings;

/**
 * The team with the kinds that a form added, and without those that it took away: what another lead has changed meanwhile stays. `other` is always among them.
 * A kind that is gone has no proposed owner any more.
 */
export const withKinds = (team: Team, written: readonly Kind[], before: readonly Kind[]): Team => {
  const stored = kindsOf(team);
  const isKept = (kind: Kind) => written.includes(kind) || (stored.includes(kind) && !before.includes(kind));
  const all = new Set([...written.filter((kind) => stored.includes(kind) || !before.includes(kind)), ...stored.filter(isKept), "other"]);
  const kinds = [...all];
  const settings = kinds.join("\n") === known.join("\n") ? without(team.settings) : { ...team.settings, kinds };
  const { kindOwners } = team.settings;
  if (!kindOwners) return { ...team, settings };
  return {
    ...team,
    settings: { ...settings, kindOwners: Object.fromEntries(Object.entries(kindOwners).filter(([kind]) => all.has(kind))) },
  };
};

/** The team with another person proposed as owner of ideas of a kind. */
export const withKindOwner = (team: Team, kind: Kind, person: PersonId | undefined): Team => {
  const { [kind]: _old, ...others } = team.settings.kindOwners ?? {};
  return { ...team, settings: { ...team.settings, kindOwners: { ...others, ...(person ? { [kind]: person } : {}) } } };
};
