import { teamView } from "../domain/digest.ts";
import type { Idea, IdeaId } from "../domain/idea.ts";
import type { Job } from "../domain/job.ts";
import { heldNews, type Step } from "../domain/life.ts";
import type { Message, NewsReader } from "../domain/message.ts";
import type { PersonId } from "../domain/person.ts";
import type { Team } from "../domain/team.ts";
import type { Ports } from "../ports.ts";
import { readDigest } from "../store/digests.ts";
import { changeIdea, readIdeas, readRequest, readStep, readVoices, type StoredIdea } from "../store/ideas.ts";
import { readMember } from "../store/people.ts";
import { guardOf, readSend, sendKey } from "../store/sends.ts";
import { readTeam, teamPartition } from "../store/teams.ts";
import { readForJob, view } from "./about-idea.ts";
import type { JobFlow } from "./flow.ts";
import { readNames } from "./names.ts";
import { readUnrenewed } from "./post.ts";
import { afterSend, sayTo } from "./send.ts";

type News = Extract<Job, { job: "tell-author" }>;

const newsKey = (person: PersonId, step: string) => sendKey("news", person, step);

/**
 * The author, the people behind an idea and its owner hear what happened to it: what the step says that was written. Where there is no such step, somebody else
 * was quicker; where another has followed it, that one is told. In both cases there is nothing to tell.
 */
export const tellAuthor: JobFlow<"tell-author"> = async (job, ports) => {
  const [found, step] = await Promise.all([readForJob(job, ports), readStep(ports.rows, job.team, job.step)]);
  if (!found || !step || !isNews(job, step, found.stored.idea)) return undefined;
  const { team } = found;
  const { idea } = found.stored;
  const seen = await view(found);
  let laterMs = 0;
  for (const { person, reader } of await readersOf(job, idea, ports)) {
    // The one who did it knows already; that something was taken back is told to those alone who have heard of it.
    if (person === step.who || (job.undoes && !(await hasHeard(person, job.undoes, team, ports)))) continue;
    const message: Message =
      job.news === "withdrawn"
        ? { say: "idea-withdrawn", team: teamView(team), ...(idea.number === undefined ? {} : { number: idea.number }), reader }
        : { say: "author-news", news: job.news, team: teamView(team), idea: seen, reader };
    const result = await sayTo(
      ports,
      team,
      person,
      newsKey(person, job.step),
      () => message,
      reader === "author" || job.news === "withdrawn" ? undefined : idea,
    );
    laterMs = Math.max(laterMs, afterSend(result)?.laterMs ?? 0);
  }
  return laterMs > 0 ? { laterMs } : undefined;
};

/** Does an idea still stand as a step left it? What was undone meanwhile is no news. */
const isNews = ({ news, step: key }: News, step: Step, { stage, last, owner, withdrawnStep }: Idea): boolean => {
  if (news === "withdrawn") return withdrawnStep === key;
  if (news === "restored") return stage === step.stage && owner !== undefined;
  return stage === step.stage && last?.step === key;
};

type Readers = readonly { readonly person: PersonId; readonly reader: NewsReader }[];

/** Everybody whom a step concerns, each once: the author first. */
const readersOf = async ({ news, team }: News, { id, author, owner, withdrawnRequest }: Idea, { rows }: Ports): Promise<Readers> => {
  const asked = withdrawnRequest === undefined ? undefined : (await readRequest(rows, team, id, withdrawnRequest))?.person;
  const others = (people: readonly (PersonId | undefined)[], reader: NewsReader) =>
    people.flatMap((person) => (person === undefined || person === author ? [] : [{ person, reader }]));
  if (news === "withdrawn") return [...others([owner], "owner"), ...others([asked], "asked")];
  if (news === "restored") return others([owner], "owner");
  const all: Readers = [{ person: author, reader: "author" }];
  if (news === "declined") return all;
  const voices = await readVoices(rows, team, id);
  const behind = others(
    voices.filter((person) => person !== owner),
    "voice",
  );
  return [...all, ...others([owner], "owner"), ...behind];
};

const hasHeard = (person: PersonId, step: string, team: Team, ports: Ports): Promise<boolean> => isSent(newsKey(person, step), team, ports);

/** Has a message gone out, as far as anybody knows? */
const isSent = async (key: string, { id }: Team, { rows }: Ports): Promise<boolean> => {
  const sent = await readSend(rows, teamPartition(id), guardOf(key));
  return ["sent", "doubtful", "intent"].includes(sent?.delivery ?? "");
};

/**
 * An idea held back from a digest, or put back into one, is told to its author, with the reason, and to its owner when that digest has gone out. What an author
 * has heard is kept with the idea: one that was put back before they heard is no news.
 */
export const tellHeld: JobFlow<"tell-held"> = async ({ team: id, idea: which }, ports) => {
  if (which === undefined) {
    for (const { idea } of await readIdeas(ports.rows, id))
      if (heldNews(idea)) await ports.jobs.put({ job: "tell-held", team: id, idea: idea.id });
    return undefined;
  }
  const found = await readForJob({ team: id, idea: which }, ports);
  const news = found && heldNews(found.stored.idea);
  if (!found || !news) return undefined;
  const { team, stored } = found;
  const { author, owner, heldStep = "", toldHeld = "" } = stored.idea;
  const step = news === "held" ? await readStep(ports.rows, team.id, heldStep) : undefined;
  const seen = await view(found);
  const keyFor = (person: PersonId) => (news === "held" ? newsKey(person, heldStep) : sendKey("news", person, "put-back", toldHeld));
  const message = { say: "author-news", news, team: teamView(team), idea: seen } as const;
  const told = await sayTo(ports, team, author, keyFor(author), () => ({
    ...message,
    reader: "author",
    ...(step?.why ? { reason: step.why } : {}),
  }));
  const ends = [afterSend(told)];
  const isOwners =
    owner !== undefined && owner !== author && owner !== step?.who && (news === "held" || (await hasHeard(owner, toldHeld, team, ports)));
  if (isOwners) ends.push(afterSend(await sayTo(ports, team, owner, keyFor(owner), () => ({ ...message, reader: "owner" }), stored.idea)));
  const laterMs = Math.max(0, ...ends.map((end) => end?.laterMs ?? 0));
  if (laterMs > 0) return { laterMs };
  // Somebody who cannot be reached has not heard.
  if (await isSent(keyFor(author), team, ports)) await noteHeard(team, stored, news === "held" ? heldStep : undefined, ports);
  return undefined;
};

/** Keeps what the author of an idea has heard of its being held. */
const noteHeard = async (team: Team, stored: StoredIdea, step: string | undefined, { rows }: Ports): Promise<void> => {
  const note = ({ toldHeld: _before, ...idea }: Idea) => ({ got: { idea: { ...idea, ...(step ? { toldHeld: step } : {}) }, steps: [] } });
  await changeIdea(rows, team.id, stored, note, async () => undefined);
};

/** News for leads goes to each of them in their own chat. */
export const tellLeads: JobFlow<"tell-leads"> = async (job, ports) => {
  const stored = await readTeam(ports.rows, job.team);
  if (!stored || stored.team.removedAt !== undefined) return undefined;
  for (const lead of stored.team.leads) await ports.jobs.put({ ...job, job: "tell-lead", lead });
  return undefined;
};

export const tellLead: JobFlow<"tell-lead"> = async (job, ports) => {
  const stored = await readTeam(ports.rows, job.team);
  if (!stored || stored.team.removedAt !== undefined || !stored.team.leads.includes(job.lead)) return undefined;
  const message = await leadNews(job, stored.team, ports);
  if (!message) return undefined;
  const about = job.idea === undefined ? undefined : { id: job.idea };
  return afterSend(await sayTo(ports, stored.team, job.lead, sendKey("lead", job.lead, job.news, job.once), () => message, about));
};

const leadNews = async (job: Parameters<typeof tellLead>[0], team: Team, ports: Ports): Promise<Message | undefined> => {
  switch (job.news) {
    case "declined":
    case "owner-left":
    case "post-stays":
      return job.idea === undefined ? undefined : ideaNews({ ...job, news: job.news, idea: job.idea }, ports);
    case "nothing-to-post":
      return {
        say: "nothing-to-post",
        team: teamView(team),
        ...(team.nextPromptAt !== undefined ? { nextPromptAt: team.nextPromptAt } : {}),
      };
    case "large-team":
      return team.nextPromptAt === undefined
        ? undefined
        : { say: "large-team", team: teamView(team), size: team.size ?? 0, nextPromptAt: team.nextPromptAt };
    case "lead-claimed": {
      const name = job.person && (await readMember(ports.rows, team.id, job.person))?.name;
      return job.person && name !== undefined && !team.leads.includes(job.person)
        ? { say: "lead-claim", team: teamView(team), person: job.person, name }
        : undefined;
    }
    case "digest-refused":
    case "digest-doubtful": {
      const digest = team.lastDigest ? await readDigest(ports.rows, team.id, team.lastDigest) : undefined;
      if (!digest || digest.delivery !== (job.news === "digest-doubtful" ? "doubtful" : "refused")) return undefined;
      // It is posted when the team is restored.
      if (digest.delivery === "refused" && digest.why === "archived") return undefined;
      const channel = team.channels.find(({ id }) => id === digest.channelId)?.name ?? "";
      return job.news === "digest-doubtful"
        ? { say: "digest-doubtful", team: teamView(team), digest: digest.id, channel }
        : { say: "digest-trouble", team: teamView(team), channel };
    }
  }
};

type IdeaNews = {
  readonly news: "declined" | "owner-left" | "post-stays";
  readonly team: string;
  readonly idea: IdeaId;
  readonly once: string;
  readonly lead: PersonId;
};

/** News for leads of one idea: who said no, and why; or that its owner has left. */
const ideaNews = async ({ news, team: id, idea: which, once, lead }: IdeaNews, ports: Ports): Promise<Message | undefined> => {
  const found = await readForJob({ team: id, idea: which }, ports);
  if (!found) return undefined;
  const { team, stored } = found;
  if (news === "post-stays") return stayingPost(team, stored.idea, ports);
  if (stored.idea.stage === "withdrawn") return undefined;
  const about = { team: teamView(team), idea: await view(found) };
  // Where it was taken or asked for since, nobody has to look for an owner.
  if (news === "owner-left") {
    const { last, stage, request } = stored.idea;
    return last?.step === once && stage === "new" && request === undefined ? { say: "owner-left", ...about } : undefined;
  }
  const said = await saidNo(once, which, team, ports);
  if (!said || said.who === lead) return undefined;
  const name = (await readNames(ports.rows, team.id, [said.who])).get(said.who) ?? "";
  return { say: "owner-refused", ...about, name, reason: said.why };
};

/** A post that shows a withdrawn idea and cannot be changed, the latest of several: a lead can delete it. */
const stayingPost = async (team: Team, idea: Idea, ports: Ports): Promise<Message | undefined> => {
  const fixed = idea.stage === "withdrawn" ? (await readUnrenewed(ports, team, idea)).fixed : [];
  const post = fixed.at(-1);
  if (!post) return undefined;
  const channel = team.channels.find(({ id }) => id === post.channelId)?.name ?? "";
  return {
    say: "post-stays",
    team: teamView(team),
    channel,
    week: post.week,
    ...(idea.number === undefined ? {} : { number: idea.number }),
  };
};

/** The person who said no, and why: an owner in the step that gave the idea back, the one who was asked in their request. */
const saidNo = async (row: string, idea: IdeaId, team: Team, { rows }: Ports) => {
  const [kind, , ...rest] = row.split("|");
  if (kind === "step") {
    const step = await readStep(rows, team.id, row);
    return step?.who && step.why ? { who: step.who, why: step.why } : undefined;
  }
  const request = await readRequest(rows, team.id, idea, rest.join("|"));
  return request?.why ? { who: request.person, why: request.why } : undefined;
};
