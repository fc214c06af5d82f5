import { fileDoor } from "../../src/entry/files.ts";
import { postedResults } from "../../src/flows/records/posted-results.ts";
import type { Person } from "../world/people.ts";
import { expectSay, teamId, type World } from "../world/world.ts";
import { textsInZip } from "../world/zip.ts";

/** Files and results that somebody takes out of a team, line by line, as an archivist would compare them with those taken before. */

const linesOf = (texts: readonly string[]): readonly string[] => texts.flatMap((text) => text.split("\n"));

/** The lines of the file that `export` gives somebody. */
export const linesOfExport = async (world: World, person: Person): Promise<readonly string[]> => {
  const { link = "" } = expectSay(await person.writes("export"), "file-offered");
  const made = await fileDoor(world.ports).take(link.split("/").at(-1) ?? "");
  const pieces: Uint8Array[] = [];
  for await (const piece of made?.bytes ?? []) pieces.push(piece);
  return linesOf(textsInZip(Buffer.concat(pieces)));
};

/** A lead makes an address of the team's posted results. @returns a reader of them, as other systems have it */
export const resultsOf = async (world: World, lead: Person): Promise<() => Promise<readonly string[]>> => {
  const { token = "" } = expectSay(await lead.sendsByHand({ verb: "make-address", team: teamId }), "results-address");
  return async () => linesOf([JSON.stringify(await postedResults(token, world.ports), null, 1)]);
};
