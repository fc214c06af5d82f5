import type { TeamView } from "../idea/view.ts";
import type { FileKind, FileProblem } from "../records/file.ts";

/** A file as messages name it. `teamName`: its team's name; empty where it is about all teams. */
type NamesFile = { readonly kind: FileKind; readonly teamName: string };

export type RecordsMessage =
  /** A file that its reader asked for, and what is in it. `link`: the address of its page; without one, Teams asks in a message of its own. `mayLookAcross`: the reader may have the measures of all teams too. */
  | (NamesFile & { readonly say: "file-offered"; readonly link?: string; readonly mayLookAcross?: true })
  /** Teams' own question whether Gnist may put the file into its reader's OneDrive. `bytes`: about as many as it will have. */
  | (NamesFile & { readonly say: "file-consent"; readonly file: string; readonly name: string; readonly bytes: number })
  | (NamesFile & { readonly say: "file-coming" })
  | (NamesFile & { readonly say: "file-declined" })
  | { readonly say: "file-failed"; readonly why: FileProblem }
  /** Teams' own card of a file that lies in its reader's OneDrive. */
  | { readonly say: "file-sent"; readonly name: string; readonly contentUrl: string; readonly uniqueId: string; readonly fileType: string }
  /** The address at which other systems read the team's posted results. `madeAt`: the instant (ms) at which the present one was made; missing where there is none. */
  | {
      readonly say: "results-address";
      readonly team: TeamView;
      readonly madeAt?: number;
      /** The secret in it, which is shown to the lead who makes it, and never again. */
      readonly token?: string;
      /** The address of this server, where it is set. */
      readonly url?: string;
      /** It has ended the one before it. */
      readonly replaces?: true;
      /** There is none from now on. */
      readonly revoked?: true;
    };
