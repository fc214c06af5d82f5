/** All people whom a form can add: a list names no more. */
export const mostAdded = 1_000;

/**
 * Lengths of the lists: zones, channels, people, and characters of a person's name. Present choices are always listed. For a value that a shortened list lacks,
 * the lead types the zone, searches for the person, or writes *digest here* in the channel. Of people whom the form
 * has added but not saved, each list keeps `added`.
 */
export const settingsDetails: readonly [SettingsDetail, ...SettingsDetail[]] = [
  { zones: 60, channels: 50, people: 120, name: 32, added: mostAdded },
  { zones: 60, channels: 20, people: 120, name: 24, added: mostAdded },
  { zones: 60, channels: 8, people: 120, excepted: 60, name: 24, added: mostAdded, substitutes: 2 },
  { zones: 12, channels: 4, people: 60, name: 32, added: mostAdded },
  { zones: 12, channels: 4, people: 30, name: 32, added: mostAdded },
  { zones: 12, channels: 4, people: 20, name: 24, added: 60 },
  { zones: 12, channels: 4, people: 20, name: 20, added: 20 },
  { zones: 12, channels: 4, people: 20, name: 16, added: 4 },
  { zones: 4, channels: 2, people: 10, name: 10, added: 4, substitutes: 2 },
  { zones: 2, channels: 1, people: 4, name: 8, added: 2, substitutes: 1 },
];
export type SettingsDetail = {
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
