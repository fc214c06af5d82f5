import type { TeamId } from "../ids.ts";
import type { Upload } from "../records/file.ts";

export type RecordsAction =
  /** Answers to Teams' question about a file. `file`: the token of the offer. */
  | ({ readonly verb: "take-file"; readonly file: string } & Upload)
  | { readonly verb: "decline-file"; readonly file: string }
  | { readonly verb: "export-across" }
  /** A lead looks at the address of the team's posted results, makes one, or ends it. */
  | { readonly verb: "show-address"; readonly team: TeamId }
  | { readonly verb: "make-address"; readonly team: TeamId }
  | { readonly verb: "revoke-address"; readonly team: TeamId };
