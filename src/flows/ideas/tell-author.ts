import type { Idea } from "../../domain/idea/idea.ts";
import type { Step } from "../../domain/idea/life.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Job } from "../../domain/job.ts";
import type { NewsReader } from "../../domain/message/ideas.ts";
import type { Message } from "../../domain/message/index.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readRequest } from "../../store/request.ts";
import { guardOf, readSend, sendKey } from "../../store/send.ts";
import { readStep } from "../../store/step.ts";
import { teamPartition } from "../../store/team.ts";
import { readVoices } from "../../store/voice.ts";
import type { JobFlow } from "../flow.ts";
import { afterSend, sayTo } from "../sending/say-to.ts";
import { readForJob, viewOfIdea } from "./about-idea.ts";
import { viewOfFinal } from "./same-thing.ts";

type News = Extract<Job, { job: "tell-author" }>;

export const newsKey = (person: PersonId, step: string) => sendKey("news", person, step);

/**
 * Tells the author, the people behind an idea and its owner of one written step. There is nothing to tell where the step does not exist, because somebody else
 * was quicker, or where another step has followed it, because that one is told.
 */
export const tellAuthor: JobFlow<"tell-author"> = async (job, ports) => {
  const [found, step] = await Promise.all([readForJob(job, ports), readStep(ports.rows, job.team, job.step)]);
  if (!found || !step || !isNews(job, step, found.stored.idea)) return undefined;
  const { team } = found;
  const { idea } = found.stored;
  const [seen, into] = await Promise.all([viewOfIdea(found), viewOfFinal(ports, team, found.stored, found.now)]);
  let laterMs = 0;
  for (const { person, reader } of await readersOf(job, idea, ports)) {
    // The person who did it knows already. A step that was taken back is told only to people who were told of it.
    if (
      person === step.who ||
      (person === idea.author && isAuthorsOwn(job, step)) ||
      (job.undoes && !(await wasTold(person, job.undoes, team, ports)))
    )
      continue;
    const message: Message =
      job.news === "withdrawn"
        ? { say: "idea-withdrawn", team: teamView(team), ...(idea.number === undefined ? {} : { number: idea.number }), reader }
        : {
            say: "author-news",
            news: job.news,
            team: teamView(team),
            idea: seen,
            ...(into ? { into } : {}),
            reader,
            ...(person === idea.owner ? { owns: true as const } : {}),
          };
    const result = await sayTo(ports, team, person, {
      key: newsKey(person, job.step),
      message: () => message,
      ...(reader === "author" || job.news === "withdrawn" ? {} : { keep: idea }),
    });
    laterMs = Math.max(laterMs, afterSend(result)?.laterMs ?? 0);
  }
  return laterMs > 0 ? { laterMs } : undefined;
};

/** Does an idea still stand as a step left it? A step that was undone meanwhile is no news. */
const isNews = ({ news, step: key }: News, step: Step, { stage, last, owner, withdrawnStep, mergedStep }: Idea): boolean => {
  if (news === "withdrawn") return withdrawnStep === key;
  if (news === "merged") return stage === "merged" && mergedStep === key;
  if (news === "unmerged") return stage === step.stage;
  if (news === "restored") return stage === step.stage && owner !== undefined;
  return stage === step.stage && last?.step === key;
};

/** Has the author merged the idea, or undone a merge? Those steps name nobody. */
const isAuthorsOwn = ({ news, undoes }: News, { who }: Step): boolean =>
  who === undefined && (news === "merged" || (news === "unmerged" && undoes !== undefined));

type Concerned = readonly { readonly person: PersonId; readonly reader: NewsReader }[];

/** Everybody whom a step concerns, each once: the author first. */
const readersOf = async ({ news, team }: News, { id, author, owner, withdrawnRequest }: Idea, { rows }: Ports): Promise<Concerned> => {
  const asked = withdrawnRequest === undefined ? undefined : (await readRequest(rows, team, id, withdrawnRequest))?.person;
  const others = (people: readonly (PersonId | undefined)[], reader: NewsReader) =>
    people.flatMap((person) => (person === undefined || person === author ? [] : [{ person, reader }]));
  if (news === "withdrawn") return [...others([owner], "owner"), ...others([asked], "asked")];
  if (news === "restored") return others([owner], "owner");
  const all: Concerned = [{ person: author, reader: "author" }];
  if (news === "declined") return all;
  const voices = await readVoices(rows, team, id);
  const behind = others(
    voices.filter((person) => person !== owner),
    "voice",
  );
  return [...all, ...others([owner], "owner"), ...behind];
};

export const wasTold = (person: PersonId, step: string, team: Team, ports: Ports): Promise<boolean> =>
  isSent(newsKey(person, step), team, ports);

/** Has a message gone out, as far as Gnist knows? One that may be there counts. */
export const isSent = async (key: string, { id }: Team, { rows }: Ports): Promise<boolean> => {
  const sent = await readSend(rows, teamPartition(id), guardOf(key));
  return ["sent", "doubtful", "intent"].includes(sent?.delivery ?? "");
};
