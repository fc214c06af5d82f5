import { kindName, plainText, render } from "../../cards/index.ts";
import { fileIdOf } from "../domain/ids.ts";
import { defaultLanguage } from "../domain/language.ts";
import type { FileKind } from "../domain/records/file.ts";
import { withWithdrawn } from "../domain/records/posted.ts";
import { acrossEntries, teamEntries } from "../files/export.ts";
import { type FilePage, offerPage, otherPage } from "../files/page.ts";
import { zipOf } from "../files/zip.ts";
import { noteExport, noteTaking } from "../flows/records/note-export.ts";
import { readAcrossExport, readTeamExport } from "../flows/records/read-export.ts";
import { type MadeFile, type MakeFile, readLiveFile, stillLeads, stillLooksAcross, teamNameOf } from "../flows/records/take-file.ts";
import { wordsOf } from "../language/index.ts";
import type { Ports } from "../ports.ts";
import { setRowsAside } from "../store/aside.ts";
import { dropFileOffer, type FileOffer } from "../store/file.ts";
import type { PostedCopy } from "../store/posted.ts";
import { BadRow } from "../store/record.ts";
import { readTeam } from "../store/team.ts";
import { makeReview } from "./review-file.ts";

type FileMaker = {
  /** Its media type. */
  readonly type: string;
  /** May the person who asked for it still have it at the moment at which they take it? */
  readonly may: (offer: FileOffer, ports: Ports) => Promise<boolean>;
  /** Undefined where there is nothing to make it from any more. */
  readonly make: (offer: FileOffer, ports: Ports) => Promise<MadeFile | undefined>;
};

const zip = "application/zip";
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A post as text, in the language or the languages in which it stood; in place of words that were taken back it says so. */
const textOf = ({ message, spoken }: PostedCopy): string => {
  const { card, text, summary } = render(
    withWithdrawn(message, wordsOf([spoken].flat()[0] ?? defaultLanguage).digest.withdrawn(undefined)),
    spoken,
  );
  return card ? plainText(card) : (text ?? summary);
};

const makeTeamExport = async (offer: FileOffer, ports: Ports): Promise<MadeFile> => {
  const stored = await readTeam(ports.rows, offer.team ?? "");
  if (!stored) throw new Error("the team of a file has gone");
  const { team } = stored;
  const words = wordsOf(team.settings.language);
  const at = ports.clock.now();
  const record = await readTeamExport(team, { kind: (kind) => kindName(kind, words), text: textOf }, ports);
  await noteTaking({ ...offer, team }, ports);
  return {
    bytes: zipOf(teamEntries({ ...record, name: team.name, zone: team.settings.zone }, words, at), at),
    taken: () => noteExport(ports, team.id, at),
  };
};

const makeMeasuresExport = async (offer: FileOffer, ports: Ports): Promise<MadeFile> => {
  const { tenant, person, asAdmin, language } = offer;
  const at = ports.clock.now();
  const measures = await readAcrossExport(tenant, ports);
  await noteTaking({ tenant, person, ...(asAdmin ? { asAdmin } : {}) }, ports);
  return { bytes: zipOf(acrossEntries(measures, wordsOf(language), at), at), taken: async () => undefined };
};

/** Every kind of file, the right to it, and its maker. Start here to add one. */
export const files: { readonly [K in FileKind]: FileMaker } = {
  "team-export": { type: zip, may: stillLeads, make: makeTeamExport },
  "measures-export": { type: zip, may: stillLooksAcross, make: makeMeasuresExport },
  "review-word": { type: word, may: stillLeads, make: makeReview },
};

export const makeFile: MakeFile = async (offer, ports) => {
  const { may, make } = files[offer.kind];
  return (await may(offer, ports)) ? make(offer, ports) : undefined;
};

/** A token as `Chance` makes it: anything else is no look into the store. */
const isToken = (token: string): boolean => /^[\w-]{22}$/.test(token);

const tokenedFile = async (token: string, ports: Ports) => {
  const found = isToken(token) ? await readLiveFile(fileIdOf(token), ports) : undefined;
  return found?.offer.isLinked && (await files[found.offer.kind].may(found.offer, ports)) ? found : undefined;
};

/** A file's name as part of an address: short, because routers limit its length. */
const plainName = (name: string): string => name.normalize("NFKD").replace(/[^\w.-]/g, "");

/**
 * The bytes of a file. Where a row of its team cannot be read, it is set aside and the file breaks off, because part of it has gone out: the next try has all the others.
 */
async function* pieces(bytes: AsyncIterable<Uint8Array>, ports: Ports): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (fault) {
    if (fault instanceof BadRow) await setRowsAside(ports, fault);
    throw fault;
  }
}

type AnsweredPage = FilePage & { readonly status: number };

/** Answers the door about files, by the token of a link. */
export const fileDoor = (ports: Ports) => ({
  look: async (token: string, accepted: string | undefined): Promise<AnsweredPage> => {
    const found = await tokenedFile(token, ports);
    if (!found) return { status: 404, ...otherPage("gone", accepted) };
    const { offer } = found;
    const stored = offer.team === undefined ? undefined : await readTeam(ports.rows, offer.team);
    const action = `${token}/${plainName(offer.name)}`;
    const until = { at: offer.until, zone: stored?.team.settings.zone ?? "UTC" };
    return { status: 200, ...offerPage({ ...offer, teamName: await teamNameOf(offer, ports) }, action, until) };
  },
  name: async (token: string): Promise<string | undefined> => (await tokenedFile(token, ports))?.offer.name,
  take: async (token: string) => {
    const found = await tokenedFile(token, ports);
    if (!found) return undefined;
    const { id, offer } = found;
    const { type, make } = files[offer.kind];
    const made = await make(offer, ports);
    if (!made) return undefined;
    const taken = async (): Promise<void> => {
      // Of two who take it at once, the first to have it whole counts.
      if (await dropFileOffer(ports.rows, id)) await made.taken();
    };
    return { name: offer.name, type, bytes: pieces(made.bytes, ports), taken };
  },
  busy: (accepted: string | undefined): AnsweredPage => ({ status: 503, ...otherPage("busy", accepted) }),
});
