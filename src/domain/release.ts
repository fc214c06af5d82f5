/** The release of this Gnist, as package.json and CHANGELOG.md have it (tests/upgrade/upgrade.test.ts compares them). */
export const release = "0.1.0";

/**
 * The form of everything in a store. It is raised in a release whose rows or jobs the release before could not read, or would spoil (CONTRIBUTING.md).
 */
export const storeForm = 1;

/** The row in which a store says its form, and which release wrote that: in every form, so that every release can read it. */
export const formPlace = { partition: "release", key: "release" } as const;

/** Says that a store is of a later release, and how to go on. @param store its name for operators @param by the release that wrote it, where it can be read */
export const sayLater = (store: string, by: string | undefined): string =>
  `${store} was written by ${by === undefined ? "a later Gnist" : `Gnist ${by}`}, in a form that this Gnist, ${release}, does not know. Nothing in it was changed. ` +
  `To resolve, start ${by === undefined ? "the Gnist that wrote it" : `Gnist ${by}`} or a later one. To go back to ${release}, restore a backup from before the upgrade: ` +
  "docs/guides/operator.md has the steps.";
