import { nextNews } from "../../domain/asking/calendar.ts";
import type { MadeStep } from "../../domain/idea/event.ts";
import type { Idea, IdeaId } from "../../domain/idea/idea.ts";
import { ownerBefore, undoneSteps } from "../../domain/idea/story.ts";
import type { TeamId } from "../../domain/ids.ts";
import type { Job } from "../../domain/job.ts";
import type { NewsReader } from "../../domain/message/ideas.ts";
import type { OwnTimes } from "../../domain/people/own-times.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { putDue } from "../../store/due.ts";
import { readIdea } from "../../store/idea.ts";
import { readMember } from "../../store/member.ts";
import { type News, putNews, wantsNews } from "../../store/news.ts";
import { readPerson } from "../../store/person.ts";
import { readRequest } from "../../store/request.ts";
import { readSteps } from "../../store/step.ts";
import { readTeam } from "../../store/team.ts";
import { readVoices } from "../../store/voice.ts";
import { fewAtOnce } from "../few-at-once.ts";
import type { JobFlow } from "../flow.ts";
import { readForJob } from "./about-idea.ts";
import { wasTold } from "./was-told.ts";

/** Steps of an idea that are looked through for its news. */
export const newestSteps = 100;

/**
 * Notes a written step as news for the author, the people behind the idea and its owner. They are told in their next bundle (send-news.ts). There is nothing to
 * note where the step does not exist, because somebody else was quicker.
 */
export const noteNews: JobFlow<"note-news"> = async (job, ports) => {
  const [found, steps] = await Promise.all([readForJob(job, ports), readSteps(ports.rows, job.team, job.idea, newestSteps)]);
  const at = steps.findIndex(({ key }) => key === job.step);
  const step = steps[at];
  if (!found || !step) return undefined;
  const { team } = found;
  const { idea } = found.stored;
  const concerned = await readersOf(job, idea, ownerBefore(steps.slice(0, at + 1)), ports);
  const by = step.who ?? job.by;
  const others = concerned.filter(({ person }) => person !== by);
  await fewAtOnce(others, ({ person, reader }) =>
    noteFor(ports, team, person, { team: team.id, idea: idea.id, news: job.news, reader, step: job.step, at: step.at }),
  );
  const change = { step, by, told: concerned };
  if (job.news === "merged") await noteForOther(ports, team, { ...change, other: idea.mergedInto, news: "joined" });
  const undone = undoneSteps(steps).get(step.key);
  if (job.news === "unmerged" && undone) await noteForOther(ports, team, { ...change, other: job.from, news: "parted", undone });
  return undefined;
};

/** A merge, or the end of one. `other`: the idea that this one was merged into; `undone`: the step that merged them. */
type Merge = {
  readonly other: IdeaId | undefined;
  readonly news: "joined" | "parted";
  readonly step: MadeStep;
  readonly undone?: MadeStep;
  readonly by: PersonId | undefined;
  readonly told: readonly Concerned[];
};

/**
 * Notes for the author of the other idea that this one was merged into it, or that it stands on its own again; not for somebody who hears of this one itself,
 * nor of the end of a merge that they never heard of.
 */
const noteForOther = async (ports: Ports, team: Team, { other, news, step, undone, by, told }: Merge): Promise<void> => {
  const target = other === undefined ? undefined : (await readIdea(ports.rows, team.id, other))?.idea;
  const author = target?.author;
  if (!target || author === undefined || author === by || told.some(({ person }) => person === author)) return;
  if (undone && !(await wasTold(ports, author, undone))) return;
  await noteFor(ports, team, author, { team: team.id, idea: target.id, news, reader: "author", step: step.key, at: step.at });
};

type Concerned = { readonly person: PersonId; readonly reader: NewsReader };

/** Everybody whom a step concerns, each once: the author first. @param before the owner before the step */
const readersOf = async (
  { news, team }: Extract<Job, { job: "note-news" }>,
  { id, author, owner = undefined, joined = [], withdrawnRequest }: Idea,
  before: PersonId | undefined,
  { rows }: Ports,
): Promise<readonly Concerned[]> => {
  const as = (reader: NewsReader, people: readonly (PersonId | undefined)[]) =>
    people.flatMap((person) => (person === undefined ? [] : [{ person, reader }]));
  const asked = withdrawnRequest === undefined ? undefined : (await readRequest(rows, team, id, withdrawnRequest))?.person;
  const behind = async () => (await Promise.all([id, ...joined].map((one) => readVoices(rows, team, one)))).flat();
  // The author knows, and those behind a withdrawn idea hear nothing of it.
  const isAuthors = news === "withdrawn" || news === "restored";
  const all = isAuthors
    ? [...as("owner", [owner]), ...as("asked", news === "withdrawn" ? [asked] : [])].filter(({ person }) => person !== author)
    : [...as("author", [author]), ...as("owner", [owner, before]), ...as("voice", await behind())];
  return all.filter(({ person }, at) => all.findIndex((one) => one.person === person) === at);
};

/** Notes one piece of news for one person who wants it. False where they are no member, or Gnist cannot reach them. */
export const noteFor = async (ports: Ports, team: Team, person: PersonId, news: News): Promise<boolean> => {
  const { rows } = ports;
  const [member, known] = await Promise.all([readMember(rows, team.id, person), readPerson(rows, person)]);
  if (!member || member.unreachable) return false;
  if (!(await wantsNews(rows, person, news.idea))) return true;
  const first = known.teams[0] === team.id ? team : ((await firstTeam(ports, known.teams)) ?? team);
  const reader = { person, workingDays: known.profile.workingDays };
  const at = await oweNews(ports, first, reader);
  await putNews(rows, person, news);
  // The bundle of that moment may have been made before this row was there.
  if (ports.clock.now() >= at) await oweNews(ports, first, reader);
  return true;
};

/** The team whose zone a person's day follows: the first that Gnist is in. */
export const firstTeam = async ({ rows }: Pick<Ports, "rows">, teams: readonly TeamId[]): Promise<Team | undefined> => {
  for (const id of teams) {
    const team = (await readTeam(rows, id))?.team;
    if (team && team.removedAt === undefined) return team;
  }
  return undefined;
};

/** A person who gets news, on their own working days where they have chosen some. */
export type NewsTo = { readonly person: PersonId; readonly workingDays: OwnTimes["workingDays"] | undefined };

/**
 * Writes that a person's next bundle is due.
 * @param after a moment (ms) after which it is due; the clock of the instance that wrote it may be ahead of ours
 * @returns its moment (ms)
 */
export const oweNews = async ({ rows, clock }: Ports, team: Team, { person, workingDays }: NewsTo, after = 0): Promise<number> => {
  const at = nextNews(Math.max(clock.now(), after), team.settings, workingDays);
  await putDue(rows, { at, team: team.id, job: { job: "send-news", team: team.id, person, at } });
  return at;
};
