import { z } from "zod";

/** An optional field: a value that is no text counts as missing, so that the rest is still read. */
export const text = z.string().nullish().catch(undefined);

/** An id that can be stored and be part of a URL. */
export const anId = z
  .string()
  .min(1)
  .max(1024)
  .refine((id) => id.isWellFormed());
export const idOrNone = anId.nullish().catch(undefined);
