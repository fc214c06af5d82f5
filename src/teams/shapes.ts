import { z } from "zod";

/** A part that Gnist can do without: where it is something else than expected, the rest is read all the same. */
export const text = z.string().nullish().catch(undefined);

/** An id that can be stored, and stand in an address. */
export const anId = z
  .string()
  .min(1)
  .max(1024)
  .refine((id) => id.isWellFormed());
export const idOrNone = anId.nullish().catch(undefined);
