import type { Upload } from "../records/file.ts";

/** Answers to Teams' question about a file. `file`: the token of the offer. */
export type RecordsAction =
  | ({ readonly verb: "take-file"; readonly file: string } & Upload)
  | { readonly verb: "decline-file"; readonly file: string }
  | { readonly verb: "export-across" };
