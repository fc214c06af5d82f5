import type { Storage } from "../../src/ports.ts";

/** Whether each half of a store works, once both have said so. */
export const halvesOf = async (storage: Pick<Storage, "check">): Promise<{ readonly store: boolean; readonly queue: boolean }> => {
  const asked = storage.check();
  const [store, queue] = await Promise.all([asked.store, asked.queue]);
  return { store, queue };
};
