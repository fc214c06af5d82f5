import { newsLateMs } from "../../domain/asking/calendar.ts";
import { dateOf } from "../../domain/asking/local-time.ts";
import { isDayOff } from "../../domain/asking/own-moment.ts";
import type { MadeStep } from "../../domain/idea/event.ts";
import type { IdeaId } from "../../domain/idea/idea.ts";
import { undoneSteps } from "../../domain/idea/story.ts";
import type { TeamId } from "../../domain/ids.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readIdea } from "../../store/idea.ts";
import { readMember } from "../../store/member.ts";
import {
  bundleGuard,
  dropNews,
  makeBundle,
  mostNews,
  type News,
  readBundle,
  readNews,
  type StoredBundle,
  unmakeBundle,
  wantsNews,
} from "../../store/news.ts";
import { readPerson } from "../../store/person.ts";
import { putSaid } from "../../store/said.ts";
import { guardOf, insertCancelled, mergeCancelled, readSend } from "../../store/send.ts";
import { readSteps } from "../../store/step.ts";
import { readTeam, teamPartition } from "../../store/team.ts";
import type { JobEnd, JobFlow } from "../flow.ts";
import { afterSend, sayTo } from "../sending/say-to.ts";
import { byIdea, newsMessage, type OfOneIdea, stillJoined } from "./news-message.ts";
import { firstTeam, type NewsTo, newestSteps, oweNews } from "./note-news.ts";
import { bundlesAfter, mayBeSent } from "./was-told.ts";

/**
 * Sends a person the news of a day, in one message. The news first moves into the row of that day's bundle, in one transaction, so that it is told once and on
 * one day, however often this job runs. News that could not go out at its time waits for the next working day.
 */
export const sendNews: JobFlow<"send-news"> = async ({ person, at }, ports) => {
  const { rows, clock } = ports;
  const { teams, profile } = await readPerson(rows, person);
  const team = await firstTeam(ports, teams);
  if (!team) return forget(ports, person);
  const to = { person, workingDays: profile.workingDays };
  const date = dateOf(at, team.settings.zone);
  const known = await readBundle(rows, person, date);
  const isLate = clock.now() >= at + newsLateMs;
  // The person may have chosen their working days since.
  const isOff = !known && isDayOff(profile, at, team.settings);
  // A date has one bundle; what came after it waits for the next working day, also where the team's time zone is another one since.
  if (known || isLate || isOff) await oweIfAny(ports, team, to, at);
  if (isOff) return undefined;
  if (isLate) return known && moveOn(ports, team, to, known);
  const bundle = known ?? (await bundleOf(ports, team, to, { date, at }));
  if (bundle === "again") return { laterMs: 1_000 };
  return bundle && tell(ports, person, bundle);
};

const forget = async ({ rows }: Ports, person: PersonId): Promise<JobEnd> => {
  await dropNews(rows, person, await readNews(rows, person));
  return undefined;
};

const oweIfAny = async (ports: Ports, team: Team, to: NewsTo, after: number): Promise<void> => {
  if ((await readNews(ports.rows, to.person)).length > 0) await oweNews(ports, team, to, after);
};

/** Makes the bundle of a day out of all that waits and is still to be told. */
const bundleOf = async (
  ports: Ports,
  team: Team,
  to: NewsTo,
  { date, at }: { readonly date: string; readonly at: number },
): Promise<StoredBundle | "again" | undefined> => {
  const { rows } = ports;
  const { person } = to;
  const waiting = await readNews(rows, person);
  const told = await stillNews(ports, person, waiting);
  const ideas = byIdea(told);
  const now = ideas.slice(0, mostIdeas).flat();
  const untold = waiting.filter((one) => !told.includes(one));
  // Put first: what does not fit is owed to the next working day.
  if (ideas.length > mostIdeas || waiting.length === mostNews) await oweNews(ports, team, to, at);
  const isMade = await makeBundle(rows, person, { date, team: team.id, told: now, untold });
  // Another run of this job may have been quicker.
  return (await readBundle(rows, person, date)) ?? (isMade ? undefined : "again");
};

/** Ideas in one bundle. */
const mostIdeas = 6;

/**
 * The news that is still to be told. Out falls what was told in an earlier bundle, what was undone, the undoing of what the person never heard of, everything
 * but the withdrawal of a withdrawn idea, news of a team that the person has left, and news that they have muted.
 */
const stillNews = async (ports: Ports, person: PersonId, waiting: readonly News[]): Promise<readonly News[]> => {
  const ideas = await Promise.all(byIdea(waiting).map((news) => readAbout(ports, person, news)));
  const instants = ideas.flatMap(({ steps, news }) => [...undoneSteps(steps).values(), ...news].map(({ at }) => at));
  if (instants.length === 0) return [];
  const bundles = await bundlesAfter(ports, person, Math.min(...instants));
  const bundleWith = (step: string) => bundles.find(({ news }) => news.some((one) => one.step === step));
  /** Of a merge that names nobody its author knows: it is their own. */
  const hasHeard = async (step: MadeStep, isAuthor: boolean): Promise<boolean> => {
    const bundle = bundleWith(step.key);
    const isOwn = step.who === person || (step.event === "merge" && step.who === undefined && isAuthor);
    return isOwn || (bundle !== undefined && (await mayBeSent(ports, person, bundle)));
  };
  const kept = ideas.map(async ({ news, steps }) => {
    const undone = undoneSteps(steps);
    const isUndone = new Set([...undone.values()].map(({ key }) => key));
    const told = await Promise.all(
      news.map(async (one) => {
        const before = undone.get(one.step);
        const isKnown = bundleWith(one.step) !== undefined || isUndone.has(one.step);
        return !isKnown && (before === undefined || (await hasHeard(before, one.reader === "author"))) ? [one] : [];
      }),
    );
    return told.flat();
  });
  return (await Promise.all(kept)).flat();
};

/** The news of one idea that its reader may have and that still holds, and the latest steps of the idea. */
const readAbout = async (ports: Ports, person: PersonId, news: OfOneIdea) => {
  const { rows } = ports;
  const [{ team, idea }] = news;
  const [found, stored, member, steps, isWanted] = await Promise.all([
    readTeam(rows, team),
    readIdea(rows, team, idea),
    readMember(rows, team, person),
    readSteps(rows, team, idea, newestSteps),
    wantsNews(rows, person, idea),
  ]);
  if (!stored || !member || !isWanted || found === undefined || found.team.removedAt !== undefined) return { news: [], steps };
  if (stored.idea.stage === "withdrawn") return { news: news.filter((one) => one.news === "withdrawn"), steps };
  const holds = await Promise.all(
    news.map((one) => {
      // A lead has held it back once more since the digest: its reader hears of that after the next one.
      if (one.news === "put-back") return stored.idea.stage !== "held";
      return one.news !== "joined" || stillJoined(ports, team, stored.idea, one.step);
    }),
  );
  return { news: news.filter((_one, at) => holds[at]), steps };
};

const tell = async (ports: Ports, person: PersonId, { team: id, date, news }: StoredBundle): Promise<JobEnd> => {
  const { rows } = ports;
  const team = (await readTeam(rows, id))?.team;
  const message = team && (await newsMessage(ports, person, news));
  if (!message) return undefined;
  const key = bundleGuard(person, date);
  const keepSaid = (of: TeamId, idea: IdeaId) => rows.commit(teamPartition(of), [putSaid(idea, key, of === id ? undefined : id)]);
  // Stored first, so that a withdrawal finds every message that may hold the idea's words.
  for (const [{ team: of, idea, reader }] of byIdea(news)) if (reader !== "author") await keepSaid(of, idea);
  for (const one of message.ideas) if ("into" in one && one.into) await keepSaid(one.team.id, one.into.id);
  return afterSend(await sayTo(ports, team, person, { key, message: () => message, keep: "id" }));
};

/** Lets the news of a bundle that did not go out in time wait for the next one. */
const moveOn = async (ports: Ports, team: Team, to: NewsTo, bundle: StoredBundle): Promise<JobEnd> => {
  const { rows } = ports;
  const { person } = to;
  const partition = teamPartition(bundle.team);
  const guard = guardOf(bundleGuard(person, bundle.date));
  const send = await readSend(rows, partition, guard);
  if (send?.delivery !== undefined && send.delivery !== "again" && send.delivery !== "cancelled") return undefined;
  if (send?.delivery !== "cancelled") {
    const cancel = send ? mergeCancelled(guard, "late", send.tag) : insertCancelled(guard, "late");
    if ((await rows.commit(partition, [cancel])) !== "done") return { laterMs: 1_000 };
  }
  await oweNews(ports, team, to);
  await unmakeBundle(rows, person, bundle);
  return undefined;
};
