import { ideaView, teamView } from "../domain/digest.ts";
import { isFinished, isOpen } from "../domain/idea.ts";
import type { Message } from "../domain/message.ts";
import type { PersonId } from "../domain/person.ts";
import type { Team } from "../domain/team.ts";
import type { Ports } from "../ports.ts";
import { readDigest } from "../store/digests.ts";
import { readVoices } from "../store/ideas.ts";
import { readMember } from "../store/people.ts";
import { sendKey } from "../store/sends.ts";
import { readTeam } from "../store/teams.ts";
import { ideaIn } from "./about-idea.ts";
import { gather } from "./digest.ts";
import type { JobFlow } from "./flow.ts";
import { afterSend, sayTo } from "./send.ts";

/** The author, and on a result everybody who added a voice, hears what happened and why. One job a person would be the way at scale; voices of one team are few. */
export const tellAuthor: JobFlow<"tell-author"> = async (job, ports) => {
  const [stored, gathered, voices] = await Promise.all([
    readTeam(ports.rows, job.team),
    gather(ports, job.team),
    readVoices(ports.rows, job.team, job.idea),
  ]);
  const idea = (await ideaIn(gathered, job.team, job.idea, ports))?.idea;
  if (!stored || stored.team.removedAt !== undefined || !idea) return undefined;
  const { team } = stored;
  const still =
    (job.news === "owned" && idea.owner !== undefined && isOpen(idea)) ||
    (job.news === "held" && idea.stage === "held") ||
    (job.news === "done" && isFinished(idea)) ||
    (job.news === "declined" && idea.owner === undefined && idea.askedOwner === undefined && isOpen(idea));
  if (!still) return undefined;
  const view = ideaView(idea, gathered.names, team, ports.clock.now());
  // Whoever did it knows already.
  const doer = job.news === "owned" || job.news === "done" ? idea.owner : undefined;
  const others = job.news === "owned" || job.news === "done" ? voices.filter((person) => person !== idea.author) : [];
  let laterMs = 0;
  for (const person of [idea.author, ...others].filter((one) => one !== doer)) {
    const mine = person === idea.author;
    const result = await sayTo(ports, team, person, sendKey("news", person, idea.id, job.news, job.once), () => ({
      say: "author-news",
      news: job.news,
      team: teamView(team),
      idea: view,
      mine,
      ...(job.news === "held" && idea.reason ? { reason: idea.reason } : {}),
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
      const gathered = await gather(ports, team.id);
      const idea = job.idea ? (await ideaIn(gathered, team.id, job.idea, ports))?.idea : undefined;
      if (!idea?.reason || !job.person) return undefined;
      return {
        say: "owner-refused",
        team: teamView(team),
        idea: ideaView(idea, gathered.names, team, ports.clock.now()),
        name: gathered.names.get(job.person) ?? "",
        reason: idea.reason,
      };
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
      const name = job.person ? await nameOf(job.person, team, ports) : undefined;
      return job.person && name !== undefined && !team.leads.includes(job.person)
        ? { say: "lead-claim", team: teamView(team), person: job.person, name }
        : undefined;
    }
    case "digest-refused":
    case "digest-doubtful": {
      const digest = team.lastDigest ? await readDigest(ports.rows, team.id, team.lastDigest) : undefined;
      if (!digest || digest.delivery !== (job.news === "digest-doubtful" ? "doubtful" : "refused")) return undefined;
      const channel = team.channels.find(({ id }) => id === digest.channelId)?.name ?? "";
      return job.news === "digest-doubtful"
        ? { say: "digest-doubtful", team: teamView(team), digest: digest.id, channel }
        : { say: "digest-trouble", team: teamView(team), channel };
    }
  }
};

const nameOf = async (person: PersonId, team: Team, ports: Ports) => (await readMember(ports.rows, team.id, person))?.name;
