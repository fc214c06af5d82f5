import { teamView } from "../domain/digest.ts";
import type { IdeaId, Stage } from "../domain/idea.ts";
import type { NewsKind } from "../domain/job.ts";
import type { Message } from "../domain/message.ts";
import type { Team } from "../domain/team.ts";
import type { Ports } from "../ports.ts";
import { readDigest } from "../store/digests.ts";
import { readRequest, readStep, readVoices } from "../store/ideas.ts";
import { readMember } from "../store/people.ts";
import { sendKey } from "../store/sends.ts";
import { readTeam } from "../store/teams.ts";
import { readForJob, view } from "./about-idea.ts";
import type { JobFlow } from "./flow.ts";
import { readNames } from "./names.ts";
import { afterSend, sayTo } from "./send.ts";

const newsOf: Partial<Record<Stage, NewsKind>> = { planned: "owned", held: "held", adopted: "done", new: "declined" };

/**
 * The author, and on a result everybody who added a voice, hears what happened and why: what the step says that was written. Where there is no such step,
 * somebody else was quicker, and there is nothing to tell.
 */
export const tellAuthor: JobFlow<"tell-author"> = async (job, ports) => {
  const [found, voices, step] = await Promise.all([
    readForJob(job, ports),
    readVoices(ports.rows, job.team, job.idea),
    readStep(ports.rows, job.team, job.step),
  ]);
  const news = step && newsOf[step.stage];
  // What was undone meanwhile is no news.
  if (!found || !news || found.stored.idea.stage !== step.stage) return undefined;
  const { team } = found;
  const { idea } = found.stored;
  const seen = await view(found);
  const others = news === "owned" || news === "done" ? voices.filter((person) => person !== idea.author) : [];
  let laterMs = 0;
  // Whoever did it knows already.
  for (const person of [idea.author, ...others].filter((one) => one !== step.who)) {
    const mine = person === idea.author;
    const result = await sayTo(ports, team, person, sendKey("news", person, job.step), () => ({
      say: "author-news",
      news,
      team: teamView(team),
      idea: seen,
      mine,
      ...(news === "held" && step.why ? { reason: step.why } : {}),
    }));
    laterMs = Math.max(laterMs, afterSend(result)?.laterMs ?? 0);
  }
  return laterMs > 0 ? { laterMs } : undefined;
};

/** What leads hear goes to each of them in their own chat. */
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
  return afterSend(await sayTo(ports, stored.team, job.lead, sendKey("lead", job.lead, job.news, job.once), () => message));
};

const leadNews = async (job: Parameters<typeof tellLead>[0], team: Team, ports: Ports): Promise<Message | undefined> => {
  switch (job.news) {
    case "declined": {
      const { idea } = job;
      const [found, said] = await Promise.all([
        idea && readForJob({ team: team.id, idea }, ports),
        idea && saidNo(job.once, idea, team, ports),
      ]);
      if (!found || !said) return undefined;
      const name = (await readNames(ports.rows, team.id, [said.who])).get(said.who) ?? "";
      return { say: "owner-refused", team: teamView(team), idea: await view(found), name, reason: said.why };
    }
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
