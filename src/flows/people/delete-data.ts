import { personIdOf } from "../../domain/ids.ts";
import type { Message } from "../../domain/message/index.ts";
import type { Ports } from "../../ports.ts";
import { beginErasing, dropErased, dropMember, readErased, readErasing } from "../../store/erasing.ts";
import { readAnybody } from "../../store/member.ts";
import { languageOfPerson, readPerson } from "../../store/person.ts";
import { type ActionFlow, afterStoringMs, type CommandFlow, type Scene } from "../flow.ts";
import { readTeamSoon } from "../teams/read-roster.ts";
import { teamToTell } from "./erase-person.ts";

/** How the deletion stands that a person asked for, where it has begun or is done. One that began because they left a team may concern that team alone. */
const begun = async ({ who, tenant }: Scene, { rows }: Ports): Promise<Message | undefined> => {
  const [stored, erased] = await Promise.all([readErasing(rows, tenant, who.person), readErased(rows, tenant, who.person)]);
  if (!erased) return undefined;
  if (!stored) return { say: "data-deleted" };
  return { say: "data-deleting", ideas: stored.erasing.ideas, isTold: stored.erasing.chatId !== undefined };
};

/** `delete my data`: what becomes of the person's ideas is theirs to say. */
export const writeDeleteData: CommandFlow<"delete-my-data"> = async (_command, scene, ports) =>
  (await begun(scene, ports)) ?? { say: "delete-data" };

/** *Delete my ideas too*, or *Keep them without my name*: nothing more is sent to the person, and a job deletes the rest. */
export const deleteData: ActionFlow<"delete-data"> = async ({ ideas }, scene, ports) => {
  const { rows, jobs, chance } = ports;
  const { who, tenant } = scene;
  const already = await begun(scene, ports);
  if (already) return already;
  const { teams: now, left, profile } = await readPerson(rows, who.person);
  const teams = [...now, ...left];
  const known = (await Promise.all(teams.map((team) => readAnybody(rows, team, who.person)))).filter((one) => one !== undefined);
  const alone = [who, ...known].map(({ teamsId }) => personIdOf(tenant, { teamsId }));
  const { chatId } = profile;
  const language = languageOfPerson(profile) ?? who.language;
  const isTold = chatId !== undefined && (await teamToTell(tenant, teams, ports)) !== undefined;
  await jobs.put({ job: "erase-person", tenant, person: who.person }, afterStoringMs);
  await beginErasing(
    rows,
    tenant,
    who.person,
    {
      ideas,
      ids: [...new Set([who.person, ...alone])],
      names: [...new Set([who.name, ...known.map(({ name }) => name)])],
      teams,
      secret: chance.id(),
      ...(isTold ? { chatId } : {}),
      ...(language ? { language } : {}),
      once: chance.id(),
      walk: 1,
      erased: 0,
      before: 0,
    },
    true,
  );
  await Promise.all(teams.map((team) => dropMember(rows, team, who)));
  scene.forgetPerson();
  return { say: "data-deleting", ideas, isTold };
};

/** Takes a person in again who had everything deleted, and now wants to take part. */
export const takeInAgain = async ({ who, tenant }: Pick<Scene, "who" | "tenant">, ports: Ports): Promise<void> => {
  const teams = await readErased(ports.rows, tenant, who.person);
  if (!teams) return;
  for (const id of [who.person, personIdOf(tenant, { teamsId: who.teamsId })]) await dropErased(ports.rows, tenant, id);
  for (const team of teams) await readTeamSoon(ports, team);
};
