import type { IdeaId } from "../../domain/idea/idea.ts";
import { ownedStages } from "../../domain/idea/idea.ts";
import type { TeamId } from "../../domain/ids.ts";
import { keepsUntilExported } from "../../domain/teams/months-kept.ts";
import type { Team } from "../../domain/teams/team.ts";
import { teamWithout } from "../../domain/teams/without-person.ts";
import type { Ports } from "../../ports.ts";
import { noteErasure } from "../../store/act.ts";
import { erasePage, partitionAfter, type WalkPlace } from "../../store/erase.ts";
import { type Erasing, endErasing, keepErasing, readErasing } from "../../store/erasing.ts";
import { readIdea } from "../../store/idea.ts";
import { deleteQuestion } from "../../store/question.ts";
import { sendKey } from "../../store/send.ts";
import { changeTeam, readTeam, teamPartition } from "../../store/team.ts";
import { readListedTeams } from "../../store/tenant.ts";
import { renewEveryPostOf } from "../digest/renew-posts.ts";
import { afterStoringMs, type JobEnd, type JobFlow } from "../flow.ts";
import { happen } from "../ideas/happen.ts";
import { takeAway } from "../ideas/withdraw-idea.ts";
import { firstListed } from "../overview/tell-admin.ts";
import { forgetOnBoard } from "../review/forget-on-board.ts";
import { addressIn } from "../sending/in-turn.ts";
import { afterSend } from "../sending/say-to.ts";
import { sendGuarded } from "../sending/send-once.ts";
import { substitutesChange } from "../teams/substitutes-change.ts";

/** Pages of rows that one run of the job looks through. */
const pagesInRun = 20;

/** The time (ms) between two walks: what was under way when one began has ended when the next begins. */
const walkAgainMs = 60_000;

/** A walk that finds nothing is the last one; with something that comes back again and again, this one is. */
const mostWalks = 10;

/**
 * Deletes what is kept of a person, in walks through all rows that may name them, until a walk finds none: what was under way when one began may have written
 * another. The row `erasing|…` says how far it has come, so that a run after a crash goes on there. At its end the person is told.
 */
export const erasePerson: JobFlow<"erase-person"> = async ({ tenant, person }, ports) => {
  const { rows, jobs, clock, log } = ports;
  const stored = await readErasing(rows, tenant, person);
  if (!stored) {
    await jobs.put({ job: "clear-erased" }, afterStoringMs);
    return undefined;
  }
  const { at: begun, ...erasing } = stored.erasing;
  if (!begun) await begin(erasing, ports);
  let at = begun ?? (await placeAfter(tenant, erasing, ports));
  let { erased } = erasing;
  for (let pages = 0; at && pages < pagesInRun; pages += 1) {
    const page = await erasePage(rows, at, erasing, {
      idea: (team, id) => forgetIdea(team, id, erasing, ports),
      board: (team, id) => forgetOnBoard(team, id, erasing, ports),
    });
    erased += page.erased;
    at = page.next === undefined ? await placeAfter(tenant, erasing, ports, at.partition) : { ...at, key: page.next };
  }
  const isLast = !at && erasing.walk > 1 && (erased === erasing.before || erasing.walk === mostWalks);
  if (isLast) {
    const told = await tellEnd(tenant, erasing, ports);
    if (told) return told;
    await jobs.put({ job: "clear-erased" }, afterStoringMs);
    await noteErasure(rows, tenant, { at: clock.now(), count: erased }, erasing.once);
    if (!(await endErasing(rows, tenant, person, stored))) return { laterMs: 1_000 };
    log.info("person-erased", { tenant, rows: erased, walks: erasing.walk });
    return undefined;
  }
  const after: Erasing = at ? { ...erasing, erased, at } : { ...erasing, erased, before: erased, walk: erasing.walk + 1 };
  const isKept = await keepErasing(rows, tenant, person, { ...stored, erasing: after });
  // Another run of the job was quicker, or this is the echo of its own write: the next look tells.
  return { laterMs: isKept ? (at ? 0 : walkAgainMs) : 1_000 };
};

/** Clears the rest of an erasing: in a store that is a file, the row and the job that led to the person. */
export const clearErased: JobFlow<"clear-erased"> = async (_job, { rows }) => {
  await rows.forget();
  return undefined;
};

const placeAfter = async (tenant: string, erasing: Erasing, { rows }: Ports, after?: string): Promise<WalkPlace | undefined> => {
  const partition = await partitionAfter(rows, tenant, erasing, after);
  return partition === undefined ? undefined : { partition, key: "" };
};

/** Takes the person out of the queue, and out of the rows of their teams, where somebody else may have to lead now. */
const begin = async ({ ids, teams, once, reach }: Erasing, ports: Ports): Promise<void> => {
  const { rows, jobs } = ports;
  // Of a team alone that they have left, jobs about them find nobody; those of their other teams go on.
  if (reach !== "team") await jobs.forget(ids);
  for (const id of teams)
    await changeTeam(rows, id, async (team) => {
      const after = teamWithout(team, ids);
      if (JSON.stringify(after) === JSON.stringify(team)) return undefined;
      await substitutesChange(team, after, ports);
      if (after.leads.length < team.leads.length) {
        await jobs.put({ job: "renew-drafts", team: id, changed: false }, afterStoringMs);
        if (after.leads.length === 0) await jobs.put({ job: "find-lead", team: id, once }, afterStoringMs);
      }
      return { team: after };
    });
};

/**
 * Takes the person out of an idea. One that they wrote goes with its words where they want it, or where the team has never seen it; an idea that they own is
 * free again.
 */
const forgetIdea = async (teamId: TeamId, id: IdeaId, erasing: Erasing, ports: Ports): Promise<void> => {
  const { rows, clock } = ports;
  const [known, stored] = await Promise.all([readTeam(rows, teamId), readIdea(rows, teamId, id)]);
  if (!known || !stored) return;
  const place: { readonly team: Team; readonly ports: Ports; readonly now: number } = { team: known.team, ports, now: clock.now() };
  const { author, owner, stage, digest } = stored.idea;
  if (author !== undefined && erasing.ids.includes(author)) {
    if (stage !== "withdrawn" && (erasing.ideas === "deleted" || digest === undefined))
      await takeAway(place, stored, { event: "withdraw", isErased: true });
    // A team that keeps until exported may have words of theirs in its copies; also those of an idea that they withdrew before.
    if (keepsUntilExported(known.team)) await ports.jobs.put({ job: "blank-copies", team: teamId }, afterStoringMs);
    const question = await deleteQuestion(rows, teamId, id);
    if (question.length > 0) await rows.commit(teamPartition(teamId), question);
  }
  await happen(place, { stored }, { event: "forget", person: erasing });
  const left = await readIdea(rows, teamId, id);
  if (left && owner !== undefined && left.idea.owner === owner && erasing.ids.includes(owner) && ownedStages.includes(left.idea.stage))
    await happen(place, { stored: left }, { event: "owner-left", person: owner }, undefined, ({ idea }) =>
      renewEveryPostOf(ports, known.team, idea),
    );
};

/** Tells the person that everything is deleted, at most once, under a guard that does not name them. */
const tellEnd = async (tenant: string, { chatId, language, teams, once, ideas }: Erasing, ports: Ports): Promise<JobEnd> => {
  const team = await teamToTell(tenant, teams, ports);
  if (!team || chatId === undefined) return undefined;
  return afterSend(
    await sendGuarded(ports, team, sendKey("data-deleted", undefined, once), {
      calls: 1,
      urgent: true,
      post: async () => ({
        delivery: await ports.channel.post(addressIn(team, chatId), { say: "data-deleted", ideas }, language ?? team.settings.language),
      }),
    }),
  );
};

/** The team whose address and guards the last message uses: one of the person's, or any of the tenant. */
export const teamToTell = async (tenant: string, teams: readonly TeamId[], ports: Ports): Promise<Team | undefined> => {
  const own = await firstListed(
    teams.map((id) => ({ id, name: "" })),
    ports,
  );
  return own ?? firstListed(await readListedTeams(ports.rows, tenant), ports);
};
