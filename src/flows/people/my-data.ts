import { titleOf } from "../../domain/idea/idea.ts";
import { personIdOf } from "../../domain/ids.ts";
import { type DataLine, dataGroups } from "../../domain/message/people.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Ports } from "../../ports.ts";
import { namesInTenant, partitionAfter } from "../../store/erase.ts";
import { readErased } from "../../store/erasing.ts";
import { readHeld } from "../../store/held.ts";
import { readIdea } from "../../store/idea.ts";
import { readAnybody } from "../../store/member.ts";
import { languageOfPerson, readPerson } from "../../store/person.ts";
import { sendKey } from "../../store/send.ts";
import { readTeam } from "../../store/team.ts";
import { afterStoringMs, type CommandFlow, type JobFlow } from "../flow.ts";
import { addressIn } from "../sending/in-turn.ts";
import { ownChatOf } from "../sending/own-chat.ts";
import { afterSend } from "../sending/say-to.ts";
import { sendGuarded } from "../sending/send-once.ts";
import { teamsActedIn } from "./erase-left.ts";
import { teamToTell } from "./erase-person.ts";

/** `my data`: a job gathers it, since it reads many rows, and writes it in the person's own chat. */
export const writeMyData: CommandFlow<"my-data"> = async (_command, { who, tenant }, { rows, jobs, chance }) => {
  if (await readErased(rows, tenant, who.person)) return { say: "data-deleted" };
  await jobs.put({ job: "tell-my-data", tenant, person: who.person, once: chance.id() }, afterStoringMs);
  return { say: "my-data-soon" };
};

/** The most bytes of the lines of one message, which leave room for its labels; a longer line stands alone. */
const bytesOnPage = 5_000;

/** Writes everything that is kept of a person in their own chat, in as many messages as it takes, each at most once. */
export const tellMyData: JobFlow<"tell-my-data"> = async ({ tenant, person, once }, ports) => {
  const known = await readPerson(ports.rows, person);
  const { profile, teams, left } = known;
  const team = await teamToTell(tenant, [...teams, ...left], ports);
  if (!team) return undefined;
  const chat = await ownChatOf(person, known, ports);
  if ("no" in chat) return chat.no;
  const pages = pagesOf(await gather(tenant, person, [...teams, ...left], ports));
  const language = languageOfPerson(profile) ?? team.settings.language;
  const { zone } = team.settings;
  for (const [page, lines] of pages.entries()) {
    const sent = await sendGuarded(ports, team, sendKey("my-data", person, once, page), {
      calls: 1,
      urgent: true,
      post: async () => ({
        delivery: await ports.channel.post(addressIn(team, chat.got), { say: "my-data", lines, page, pages: pages.length, zone }, language),
      }),
    });
    const later = afterSend(sent);
    if (later) return later;
  }
  return undefined;
};

/** Reads all that is kept: of what is only counted, one line for each group. */
const gather = async (tenant: string, person: PersonId, ever: readonly string[], ports: Ports): Promise<readonly DataLine[]> => {
  const { rows } = ports;
  const known = (await Promise.all(ever.map((team) => readAnybody(rows, team, person)))).filter((one) => one !== undefined);
  const ids = [...new Set([person, ...known.map(({ teamsId }) => personIdOf(tenant, { teamsId }))])];
  const isAdmin = await namesInTenant(rows, tenant, ids);
  const reach = { teams: await teamsActedIn(ever, ports), ids, ...(isAdmin ? {} : { reach: "known" as const }) };
  const lines: DataLine[] = [];
  const counts = new Map<DataLine["group"], number>();
  const names = new Map<string, string>();
  for (let at = await partitionAfter(rows, tenant, reach); at !== undefined; at = await partitionAfter(rows, tenant, reach, at)) {
    for (const { group, team, idea, at: when, texts = [], facts } of await readHeld(rows, at, ids)) {
      if (when === undefined && idea === undefined && texts.length === 0 && !facts) {
        counts.set(group, (counts.get(group) ?? 0) + 1);
        continue;
      }
      if (team !== undefined && !names.has(team)) names.set(team, (await readTeam(rows, team))?.team.name ?? "");
      const stored = team === undefined || idea === undefined ? undefined : (await readIdea(rows, team, idea))?.idea;
      const name = team === undefined ? undefined : names.get(team);
      lines.push({
        group,
        ...(name ? { team: name } : {}),
        ...(when === undefined ? {} : { at: when }),
        ...(stored?.number === undefined ? {} : { number: stored.number }),
        texts: texts.length > 0 || !stored ? texts : [titleOf(stored)],
        ...(facts ? { facts } : {}),
      });
    }
  }
  const counted = [...counts].map(([group, count]): DataLine => ({ group, count, texts: [] }));
  const inOrder = (one: DataLine, other: DataLine) =>
    dataGroups.indexOf(one.group) - dataGroups.indexOf(other.group) || (one.at ?? 0) - (other.at ?? 0);
  return [...lines, ...counted].sort(inOrder);
};

const pagesOf = (lines: readonly DataLine[]): readonly (readonly DataLine[])[] => {
  const pages: DataLine[][] = [[]];
  let bytes = 0;
  for (const line of lines) {
    const size = Buffer.byteLength(JSON.stringify(line)) + 100;
    if (bytes > 0 && bytes + size > bytesOnPage) {
      pages.push([]);
      bytes = 0;
    }
    pages.at(-1)?.push(line);
    bytes += size;
  }
  return pages;
};
