import { fileDoor } from "../../src/entry/files.ts";
import { postedResults } from "../../src/flows/records/posted-results.ts";
import { fileRoutes } from "../../src/http/files.ts";
import { resultsRoute } from "../../src/http/results.ts";
import { open } from "../http/door.ts";
import { textOf } from "../world/cards.ts";
import type { Person } from "../world/people.ts";
import { expectSay, teamId, type World } from "../world/world.ts";
import { textsInZip } from "../world/zip.ts";
import { takes } from "./links.ts";

/** Everything that a lead can take out of a team, as its readers get it: the review, its agenda and its Word file, the record, and the posted results. */

/** The pages, files and results of a world behind a real HTTP door. Close it with `forget` of tests/http/door.ts. @returns its address */
export const openEveryDoor = async (world: World): Promise<string> => {
  const url = await open({
    more: [...fileRoutes(fileDoor(world.ports)), resultsRoute((token) => postedResults(token, world.ports))],
  });
  world.hasUrl(url);
  return url;
};

/** All that a lead gave out. `tokens`: the secrets of its links. */
export type Given = { readonly texts: readonly string[]; readonly tokens: readonly string[] };

const tokenIn = (link: string): string => link.split("/").at(-1) ?? "";

/** A lead takes everything, by the door at `url`. */
export const takeEverything = async (lead: Person, url: string): Promise<Given> => {
  const from = lead.sees().length;
  await lead.writes("review");
  await lead.presses("Agenda");
  await lead.presses("Word");
  const word = expectSay(lead.sees().at(-1)?.message, "file-offered").link ?? "";
  const record = expectSay(await lead.writes("export"), "file-offered").link ?? "";
  const cards = lead
    .sees()
    .slice(from)
    .map(({ card }) => (card ? textOf(card) : ""));
  const { token = "" } = expectSay(await lead.sendsByHand({ verb: "make-address", team: teamId }), "results-address");
  const results = await (await fetch(`${url}/teams/${token}/posted.json`)).text();
  const zips = [word, record].map(async (link) => textsInZip(await (await takes(link)).arrayBuffer()));
  return { texts: [...cards, ...(await Promise.all(zips)).flat(), results], tokens: [tokenIn(word), tokenIn(record), token] };
};
