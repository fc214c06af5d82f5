import { fileIdOf } from "../../domain/ids.ts";
import { leadsTeam } from "../../domain/teams/substitute.ts";
import { isOffice } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { beginUpload, dropFileOffer, type FileOffer, readFileOffer, type StoredFile } from "../../store/file.ts";
import { readMember } from "../../store/member.ts";
import { readPerson } from "../../store/person.ts";
import { readTeam } from "../../store/team.ts";
import { type ActionFlow, afterStoringMs } from "../flow.ts";
import { isMember } from "../who.ts";

/** A file at the moment at which it is made. */
export type MadeFile = {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Runs once, when its reader has the whole file. */
  taken(): Promise<void>;
};

/** Makes a file for the person who asked for it; undefined where they may not have it (any more). */
export type MakeFile = (offer: FileOffer, ports: Ports) => Promise<MadeFile | undefined>;

/** An offer that can still be taken. */
export const readLiveFile = async (id: string, { rows, clock }: Pick<Ports, "rows" | "clock">): Promise<StoredFile | undefined> => {
  const found = await readFileOffer(rows, id);
  return found && clock.now() < found.offer.until ? found : undefined;
};

/** The name of the team that a file is about; empty for one about all teams. */
export const teamNameOf = async ({ team }: FileOffer, { rows }: Pick<Ports, "rows">): Promise<string> =>
  team === undefined ? "" : ((await readTeam(rows, team))?.team.name ?? "");

/** Does the person who asked still lead the team that the file is about? */
export const stillLeads = async ({ team: id, person }: FileOffer, { rows, clock }: Pick<Ports, "rows" | "clock">): Promise<boolean> => {
  if (id === undefined) return false;
  const [stored, member] = await Promise.all([readTeam(rows, id), readMember(rows, id, person)]);
  if (!stored || stored.team.removedAt !== undefined) return false;
  return isMember(stored.team, person, member) && leadsTeam(stored.team, person, clock.now());
};

/** Is the person who asked still in a team of coordinators? The configuration, which names admins, does not change while Gnist runs. */
export const stillLooksAcross = async ({ asAdmin, person }: FileOffer, { rows }: Pick<Ports, "rows">): Promise<boolean> => {
  if (asAdmin) return true;
  for (const id of (await readPerson(rows, person)).teams) {
    const [stored, member] = await Promise.all([readTeam(rows, id), readMember(rows, id, person)]);
    if (stored && stored.team.removedAt === undefined && isOffice(stored.team) && isMember(stored.team, person, member)) return true;
  }
  return false;
};

/** *Accept* on Teams' question: a job makes the file and puts it where Teams says. */
export const takeFile: ActionFlow<"take-file"> = async ({ file, verb: _verb, ...upload }, { who }, ports) => {
  const { rows, jobs } = ports;
  const found = await readLiveFile(fileIdOf(file), ports);
  if (!found || found.offer.person !== who.person) return { say: "file-failed", why: "over" };
  const { kind } = found.offer;
  const teamName = await teamNameOf(found.offer, ports);
  await jobs.put({ job: "send-file", file: found.id }, afterStoringMs);
  // Teams delivers a press again whose answer was lost: the first one counts.
  if (!found.offer.upload) await beginUpload(rows, found, upload);
  return { say: "file-coming", kind, teamName };
};

/** *Decline* on Teams' question. */
export const declineFile: ActionFlow<"decline-file"> = async ({ file }, { who }, ports) => {
  const found = await readLiveFile(fileIdOf(file), ports);
  if (!found || found.offer.person !== who.person) return { say: "file-failed", why: "over" };
  const teamName = await teamNameOf(found.offer, ports);
  await dropFileOffer(ports.rows, found.id);
  return { say: "file-declined", kind: found.offer.kind, teamName };
};
