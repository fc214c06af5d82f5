import { dateOf } from "../../domain/asking/local-time.ts";
import { fileIdOf } from "../../domain/ids.ts";
import type { Message } from "../../domain/message/index.ts";
import { consentMs, type FileKind, fileNameOf, linkMs } from "../../domain/records/file.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { putDue } from "../../store/due.ts";
import { dropFileOffer, putFile } from "../../store/file.ts";
import { type Answer, asNewMessage, type JobFlow, type Scene } from "../flow.ts";
import { languageFor } from "../who.ts";

/** A file that a person asks for. */
export type WantedFile = {
  readonly kind: FileKind;
  /** Missing for a file about all teams. */
  readonly team?: Team;
  /** The thing in the team that the file is made from, where there are several. */
  readonly of?: string;
  readonly ending: "zip" | "docx";
  /** About as many bytes as the file will have. Teams wants a size before there is a file. */
  readonly bytes: number;
  /** The person may have it as an admin by the configuration. */
  readonly asAdmin?: true;
  readonly mayLookAcross?: true;
  /** The pressed card is still needed, so that the offer comes as a new message. */
  readonly beside?: true;
};

/** Stands in the due row of an offer for its team, because the row need not have one. */
const noTeam = "-";

/**
 * Offers a file to a person in their own chat. Gnist makes it when they take it, and never stores it: by a link to a page of Gnist's own where the configuration
 * names its address, or else by Teams' question whether Gnist may put it into their OneDrive.
 */
export const offerFile = async (wanted: WantedFile, scene: Scene, ports: Ports): Promise<Answer> => {
  const { kind, team, of, asAdmin, mayLookAcross } = wanted;
  const { who, tenant, zone, url } = scene;
  const { rows, clock, chance } = ports;
  const token = chance.id();
  const until = clock.now() + (url === undefined ? consentMs : linkMs);
  const teamName = team?.name ?? "";
  const name = fileNameOf(teamName, dateOf(clock.now(), team?.settings.zone ?? zone), wanted.ending);
  const language = await languageFor(scene, ports);
  // The due row comes first: an offer without one would stay.
  await putDue(rows, { at: until, team: noTeam, job: { job: "drop-file", team: noTeam, file: fileIdOf(token), at: until } });
  await putFile(rows, token, {
    tenant,
    person: who.person,
    kind,
    ...(team ? { team: team.id } : {}),
    ...(of === undefined ? {} : { of }),
    ...(asAdmin ? { asAdmin } : {}),
    language,
    name,
    until,
    ...(url === undefined ? {} : { isLinked: true }),
  });
  const offered = { say: "file-offered", kind, teamName, ...(mayLookAcross ? { mayLookAcross } : {}) } as const;
  const { beside } = wanted;
  if (url !== undefined) {
    const linked: Message = { ...offered, link: `${url}/files/${token}` };
    return beside ? asNewMessage(linked, scene) : linked;
  }
  const consent: Message = { say: "file-consent", kind, teamName, file: token, name, bytes: wanted.bytes };
  return beside ? asNewMessage(consent, scene) : { message: offered, beside: consent };
};

/** Forgets the offer of a file that nobody has taken in its time. */
export const dropFile: JobFlow<"drop-file"> = async ({ file }, { rows }) => {
  await dropFileOffer(rows, file);
  return undefined;
};
