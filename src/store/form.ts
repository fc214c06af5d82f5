import { formPlace, release, sayLater, storeForm } from "../domain/release.ts";
import { type Rows, StoreFault } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { encode } from "./record.ts";

/** The store is of a later release. It is an outage for whoever waits: nothing was saved, and nothing is set aside. */
export class LaterStore extends StoreFault {}

const { partition, key } = formPlace;

/** The form of a store, and the release that wrote it. Read without its kind, because a later release may have given the row more. */
const readForm = async (rows: Pick<Rows, "get">): Promise<{ readonly form: number; readonly by?: string }> => {
  const { form, by } = (await rows.get(partition, key))?.values ?? {};
  return { form: typeof form === "number" ? form : 0, ...(typeof by === "string" ? { by } : {}) };
};

/** Says why this Gnist may not use a store of a later release; undefined where it may. @throws StoreFault */
export const sayIfLater = async (rows: Pick<Rows, "get">): Promise<string | undefined> => {
  const { form, by } = await readForm(rows);
  return form > storeForm ? sayLater("The store", by) : undefined;
};

/** Keeps this Gnist from a store of a later release. @throws LaterStore with a sentence that says what to do */
export const refuseLater = async (rows: Pick<Rows, "get">): Promise<void> => {
  const say = await sayIfLater(rows);
  if (say !== undefined) throw new LaterStore(say);
};

/** Writes into a store that it has this release's form, unless it says so. Several instances may do it at once. @throws StoreFault */
export const markRelease = async (rows: Rows): Promise<void> => {
  if ((await readForm(rows)).form >= storeForm) return;
  await rows.commit(partition, [{ do: "put", key, values: encode(rowKinds.release, { form: storeForm, by: release }) }]);
};
