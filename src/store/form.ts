import { formPlace, release, sayLater, storeForm } from "../domain/release.ts";
import { type Row, type Rows, StoreFault } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { encode } from "./record.ts";

/** The store is of a later release. It is an outage for whoever waits: nothing was saved, and nothing is set aside. */
export class LaterStore extends StoreFault {}

const { partition, key } = formPlace;

/** The form of a store, and the release that wrote it. Read without its kind, because a later release may have given the row more. */
const formOf = (row: Row | undefined): { readonly form: number; readonly by?: string } => {
  const { form, by } = row?.values ?? {};
  return { form: typeof form === "number" ? form : 0, ...(typeof by === "string" ? { by } : {}) };
};

/** Says why this Gnist may not use a store of a later release; undefined where it may. @throws StoreFault */
export const sayIfLater = async (rows: Pick<Rows, "get">): Promise<string | undefined> => sayOf(await rows.get(partition, key));

const sayOf = (row: Row | undefined): string | undefined => {
  const { form, by } = formOf(row);
  return form > storeForm ? sayLater("The store", by) : undefined;
};

/** Keeps this Gnist from a store of a later release. @throws LaterStore with a sentence that says what to do */
export const refuseLater = async (rows: Pick<Rows, "get">): Promise<void> => {
  const say = await sayIfLater(rows);
  if (say !== undefined) throw new LaterStore(say);
};

/**
 * Writes into a store that it has this release's form, unless it says so. Several instances may do it at once, one of a later release among them, whose mark stays.
 * @throws StoreFault, and LaterStore
 */
export const markRelease = async (rows: Rows): Promise<void> => {
  const found = await rows.get(partition, key);
  const say = sayOf(found);
  if (say !== undefined) throw new LaterStore(say);
  if (formOf(found).form === storeForm) return;
  const values = encode(rowKinds.release, { form: storeForm, by: release });
  const end = await rows.commit(partition, [found ? { do: "put", key, values, tag: found.tag } : { do: "insert", key, values }]);
  // Another instance has marked it meanwhile, or this one, and the answer was lost.
  if (end !== "done") await markRelease(rows);
};
