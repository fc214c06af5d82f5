import pLimit from "p-limit";
import type { Message } from "../../domain/message/index.ts";
import type { FileProblem, Upload } from "../../domain/records/file.ts";
import type { Ports } from "../../ports.ts";
import { dropFileOffer, type StoredFile } from "../../store/file.ts";
import { languageOfPerson, readPerson } from "../../store/person.ts";
import { sendKey } from "../../store/send.ts";
import type { JobEnd, JobFlow } from "../flow.ts";
import { teamToTell } from "../people/erase-person.ts";
import { addressIn } from "../sending/in-turn.ts";
import { afterSend } from "../sending/say-to.ts";
import { sendGuarded } from "../sending/send-once.ts";
import { type MadeFile, type MakeFile, readLiveFile } from "./take-file.ts";

/** The largest file (bytes) that goes by Teams' own way: its size must be known before its first byte goes, so it is made in memory. */
const mostBytes = 32 * 1024 * 1024;

/**
 * Makes the file that a person has said yes to, and puts it into their OneDrive. One file at a time is in memory. A job that comes again, because its instance
 * died in the middle, cannot go on: a file made now would have other bytes. It says so, and the person asks again.
 */
export const sendFile = (make: MakeFile): JobFlow<"send-file"> => {
  const alone = pLimit(1);
  return async ({ file: id }, ports) => {
    const found = await readLiveFile(id, ports);
    const upload = found?.offer.upload;
    if (!found || !upload) return undefined;
    const { offer } = found;
    const sent = await alone(() => put(upload, () => make(offer, ports), ports));
    return "no" in sent ? tell(found, { say: "file-failed", why: sent.no }, ports) : tellTaken(found, upload, sent.got, ports);
  };
};

const tellTaken = async (found: StoredFile, upload: Upload, made: MadeFile, ports: Ports): Promise<JobEnd> => {
  const { uploadUrl: _secret, ...file } = upload;
  const isFirst = await dropFileOffer(ports.rows, found.id);
  if (isFirst) await made.taken();
  return tell(found, { say: "file-sent", name: found.offer.name, ...file }, ports);
};

/** Writes to the person in their own chat, at most once for an offer. */
const tell = async ({ id, offer }: StoredFile, message: Message, ports: Ports): Promise<JobEnd> => {
  const { tenant, person, language } = offer;
  const { profile, teams, left } = await readPerson(ports.rows, person);
  const team = await teamToTell(tenant, [...teams, ...left], ports);
  const { chatId } = profile;
  if (team && chatId !== undefined) {
    const sent = await sendGuarded(ports, team, sendKey("file", person, id), {
      calls: 1,
      urgent: true,
      post: async () => ({
        delivery: await ports.channel.post(addressIn(team, chatId), message, languageOfPerson(profile) ?? language),
      }),
    });
    const later = afterSend(sent);
    if (later) return later;
  }
  await dropFileOffer(ports.rows, id);
  return undefined;
};

type Put = { readonly got: MadeFile } | { readonly no: FileProblem };

const put = async ({ uploadUrl }: Upload, make: () => ReturnType<MakeFile>, { channel }: Pick<Ports, "channel">): Promise<Put> => {
  const made = await make();
  if (!made) return { no: "over" };
  const bytes = await wholeOf(made.bytes);
  if (!bytes) return { no: "too-large" };
  const uploaded = await channel.upload(uploadUrl, bytes);
  return "got" in uploaded ? { got: made } : { no: "not-taken" };
};

const wholeOf = async (pieces: AsyncIterable<Uint8Array>): Promise<Buffer | undefined> => {
  const kept: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > mostBytes) return undefined;
    kept.push(piece);
  }
  return Buffer.concat(kept, bytes);
};
