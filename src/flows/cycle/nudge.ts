import { nextWorkingMorning, workingDaysLater } from "../../domain/asking/calendar.ts";
import { isDayOff } from "../../domain/asking/own-moment.ts";
import type { Idea } from "../../domain/idea/idea.ts";
import type { PersonId } from "../../domain/people/person.ts";
import { rests, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { putDue } from "../../store/due.ts";
import { readIdea } from "../../store/idea.ts";
import { readMember } from "../../store/member.ts";
import { sendKey } from "../../store/send.ts";
import { readTeam } from "../../store/team.ts";
import { afterStoringMs, type JobFlow } from "../flow.ts";
import { readForJob } from "../ideas/about-idea.ts";
import { happen } from "../ideas/happen.ts";
import { afterSend, sayTo } from "../sending/say-to.ts";
import { checkInMessage, isOwnedBy, listedWith, readOwned, teamsChecked } from "./check-in.ts";

/** Working days from a check-in to its nudge, and from the nudge to the leads' card. */
const patience = 2;

/** A check-in of a person: its team, and its instant (ms). */
type CheckedIn = { readonly team: Team; readonly person: PersonId; readonly since: number };

/** Owes the nudge of a check-in. */
export const oweNudge = ({ rows }: Ports, { team, person, since }: CheckedIn): Promise<void> => {
  const at = workingDaysLater(since, patience, team.settings);
  return putDue(rows, { at, team: team.id, job: { job: "nudge", team: team.id, person, since, at } });
};

/** Owes the leads' card about an idea whose owner was asked at `askedAt` (ms) and has given no sign after `since`. */
export const oweTelling = (
  { rows }: Ports,
  team: Team,
  { id, owner }: Pick<Idea, "id" | "owner">,
  { since, askedAt }: { readonly since: number; readonly askedAt: number },
): Promise<void> => {
  const at = workingDaysLater(askedAt, patience, team.settings);
  const job = { job: "tell-quiet", team: team.id, idea: id, person: owner ?? "", since, at } as const;
  return putDue(rows, { at, team: team.id, job });
};

/** Is the idea without a sign of its owner after `since`, and do the leads not know it yet? */
export const isQuiet = ({ heardAt = 0, toldQuietAt }: Idea, since: number): boolean => heardAt <= since && toldQuietAt === undefined;

/**
 * Asks an owner once more who has given no sign since the check-in: one message for all their quiet ideas. In one quiet spell of an idea they get one nudge;
 * two working days later the leads learn it, also where no message reaches the owner. To an owner who has paused since, Gnist says nothing. On a day off of
 * theirs it waits.
 */
export const nudge: JobFlow<"nudge"> = async (job, ports) => {
  const { team: id, person, since, at } = job;
  const { rows, clock } = ports;
  const [stored, member] = await Promise.all([readTeam(rows, id), readMember(rows, id, person)]);
  const now = clock.now();
  if (!stored || rests(stored.team) || !member || (member.pausedUntil ?? 0) > now) return undefined;
  const { settings } = stored.team;
  if (isDayOff(member, now, settings)) {
    const later = nextWorkingMorning(now, settings, member.workingDays);
    await putDue(rows, { at: later, team: id, job: { ...job, at: later } });
    return undefined;
  }
  const owned = await readOwned(ports, person, await teamsChecked(ports, stored.team.id, member));
  const quiet = owned.filter(({ idea }) => isQuiet(idea, since));
  const fresh = quiet.filter(({ idea }) => idea.nudgedAt === undefined);
  if (fresh.length > 0) {
    const key = sendKey("nudge", person, since);
    const sent = await sayTo(ports, stored.team, person, {
      key,
      message: () => checkInMessage(ports, "nudge", fresh, since),
      keep: await listedWith(ports, stored.team, key, fresh),
    });
    const later = afterSend(sent);
    if (later) return later;
  }
  for (const { team, idea } of quiet) {
    await oweTelling(ports, team, idea, { since, askedAt: at });
    const read = await readIdea(rows, team.id, idea.id);
    if (read) await happen({ team, ports, now }, { stored: read }, { event: "nudge", person, since });
  }
  return undefined;
};

/** Tells the leads that an owner has given no sign, also after the nudge: once in a quiet spell. */
export const tellQuiet: JobFlow<"tell-quiet"> = async ({ team: id, idea, person, since }, ports) => {
  const found = await readForJob({ team: id, idea }, ports);
  if (!found || rests(found.team) || !isOwnedBy(found.stored.idea, person)) return undefined;
  await happen({ ...found, ports }, found, { event: "tell-quiet", person, since }, undefined, () =>
    ports.jobs.put({ job: "tell-leads", team: id, news: "quiet", idea, person, once: `${idea}|${since}` }, afterStoringMs),
  );
  return undefined;
};
