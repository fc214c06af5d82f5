import { release, storeForm } from "../../src/domain/release.ts";
import type { Storage } from "../../src/ports.ts";

const later = { form: storeForm + 1, by: "9.8.7" };

/** The sentence by which this Gnist refuses a store that `useLater` has marked. */
export const laterSays = new RegExp(
  `was written by Gnist 9\\.8\\.7, in a form that this Gnist, ${release}, does not know\\. Nothing in it was changed\\. ` +
    `To resolve, start Gnist 9\\.8\\.7 or a later one\\. To go back to ${release}, restore a backup`,
);

/** Leaves the mark of a later release, with a column that nobody here knows, and a row of that release. */
export const useLater = async ({ rows }: Pick<Storage, "rows">) => {
  await rows.commit("release", [{ do: "put", key: "release", values: { v: 2, ...later, since: "2027" } }]);
  await rows.commit("team|t", [{ do: "put", key: "team", values: { v: 2, name: "North clinic" } }]);
};

/** All that a Gnist leaves in an empty store by starting on it. */
export const marks = [{ partition: "release", key: "release", values: { v: 1, form: storeForm, by: release } }];
