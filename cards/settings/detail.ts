/** All people whom a form can add: a list names no more. */
export const mostAdded = 1_000;

/**
 * Lengths of the lists: zones, channels, people, and characters of a person's name. Present choices are always listed. For a value that a shortened list lacks,
 * the lead types the zone, searches for the person, or writes *digest here* in the channel. Of people whom the form
 * has added but not saved, each list keeps `added`.
 */
export const settingsDetails: readonly [SettingsDetail, ...SettingsDetail[]] = [
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
  { zones: 1, channels: 1, people: 6, name: 6, added: 1, substitutes: 1, others: 3 },
];
export type SettingsDetail = {
  readonly zones: number;
  readonly channels: number;
  readonly people: number;
  /** People in the list of those not asked, where it is shorter than that of leads. */
  readonly excepted?: number;
  readonly name: number;
  readonly added: number;
  /** Settings that another lead has changed and that are named, where not all are; further ones are counted. */
  readonly others?: number;
  /** Members listed as substitutes, in a team that is too large to list all. */
  readonly substitutes?: number;
};
