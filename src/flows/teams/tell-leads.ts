import type { Idea, IdeaId } from "../../domain/idea/idea.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readDigest } from "../../store/digest.ts";
import { readMember } from "../../store/member.ts";
import { readPassed } from "../../store/passed.ts";
import { readQuestion } from "../../store/question.ts";
import { readRequest } from "../../store/request.ts";
import { sendKey } from "../../store/send.ts";
import { readStep } from "../../store/step.ts";
import { readTeam } from "../../store/team.ts";
import { readAllWaiting } from "../../store/waiting.ts";
import { cardOnOwner } from "../cycle/show-quiet.ts";
import { channelNamed } from "../digest/posting.ts";
import { readUnrenewed } from "../digest/renew-posts.ts";
import { isMissed, unsettled } from "../digest/settle-digest.ts";
import type { JobFlow } from "../flow.ts";
import { type IdeaInTeam, readForJob, viewOfIdea } from "../ideas/about-idea.ts";
import { askedView } from "../ideas/ask-author.ts";
import { isLeftBehind, isTroubled } from "../owning/show-passed.ts";
import { readNames } from "../people/names.ts";
import { afterSend, sayTo } from "../sending/say-to.ts";
import { sayTip } from "../spread/say-tip.ts";
import { readToldTip, tipNews } from "../spread/tip.ts";
import { cardsGoTo } from "./cards-go-to.ts";

/** Puts one job for each lead; the news comes to their own chat, or to their substitute's. */
export const tellLeads: JobFlow<"tell-leads"> = async (job, ports) => {
  const stored = await readTeam(ports.rows, job.team);
  if (!stored || stored.team.removedAt !== undefined) return undefined;
  for (const lead of stored.team.leads) await ports.jobs.put({ ...job, job: "tell-lead", lead });
  return undefined;
};

export const tellLead: JobFlow<"tell-lead"> = async (job, ports) => {
  const stored = await readTeam(ports.rows, job.team);
  if (!stored || stored.team.removedAt !== undefined || !stored.team.leads.includes(job.lead)) return undefined;
  const reader = await cardsGoTo(stored.team, job.lead, ports);
  const forReader = await leadNews({ ...job, lead: reader }, stored.team, ports);
  // A substitute gets no news of their own words: the lead does.
  const message = forReader ?? (reader === job.lead ? undefined : await leadNews(job, stored.team, ports));
  if (!message) return undefined;
  const to = forReader ? reader : job.lead;
  const about = job.idea === undefined ? undefined : { id: job.idea };
  const said = { key: sendKey("lead", to, job.news, job.once), message: () => message, ...(about ? { keep: about } : {}) };
  const tip = job.news === "tip" && job.idea !== undefined ? await readToldTip({ ...job, idea: job.idea }, ports) : undefined;
  return afterSend(await (tip ? sayTip(ports, stored.team, to, said, tip) : sayTo(ports, stored.team, to, said)));
};

/** @param job `lead` is the reader of the news */
const leadNews = async (job: Parameters<typeof tellLead>[0], team: Team, ports: Ports): Promise<Message | undefined> => {
  switch (job.news) {
    case "declined":
    case "owner-left":
    case "needs-help":
    case "quiet":
    case "post-stays":
      return job.idea === undefined ? undefined : ideaNews({ ...job, news: job.news, idea: job.idea }, ports);
    case "tip":
      return job.idea === undefined ? undefined : tipNews({ ...job, idea: job.idea }, ports);
    case "author-answered":
      return job.idea === undefined ? undefined : authorAnswer({ team: team.id, idea: job.idea }, job.once, ports);
    case "passed-trouble":
      return job.idea === undefined ? undefined : passedTrouble({ team: team.id, idea: job.idea }, job.once, ports);
    case "nothing-to-post":
      return {
        say: "nothing-to-post",
        team: teamView(team),
        // Those that were written since then are not told: that would tell who writes.
        ...((await readAllWaiting(ports.rows, team.id)).some(({ waited }) => waited > 0) ? { textsWait: true } : {}),
        ...(team.nextPromptAt !== undefined ? { nextPromptAt: team.nextPromptAt } : {}),
      };
    case "large-team":
      return team.nextPromptAt === undefined
        ? undefined
        : { say: "large-team", team: teamView(team), size: team.size ?? 0, nextPromptAt: team.nextPromptAt };
    case "lead-claimed": {
      const name = job.person && (await readMember(ports.rows, team.id, job.person))?.name;
      return job.person && name !== undefined && job.person !== job.lead && !team.leads.includes(job.person)
        ? { say: "lead-claim", team: teamView(team), person: job.person, name }
        : undefined;
    }
    case "digest-refused":
    case "digest-doubtful": {
      const [id = ""] = job.once.split("|");
      const digest = await readDigest(ports.rows, team.id, id);
      if (!isMissed(digest) || digest.delivery !== (job.news === "digest-doubtful" ? "doubtful" : "refused")) return undefined;
      // `catchUp` posts it when the team is unarchived.
      if (digest.delivery === "refused" && digest.why === "archived") return undefined;
      return unsettled(team, digest);
    }
  }
};

/** An author's answer to the question `once`, which ends when they withdraw the idea. */
const authorAnswer = async (
  job: { readonly team: string; readonly idea: IdeaId },
  once: string,
  ports: Ports,
): Promise<Message | undefined> => {
  const [found, question] = await Promise.all([readForJob(job, ports), readQuestion(ports.rows, job.team, job.idea)]);
  if (!found || question?.id !== once) return undefined;
  const { text, answer } = await askedView(ports, job.team, found.stored.idea, question);
  return answer && { say: "author-answer", team: teamView(found.team), idea: await viewOfIdea(found), asked: { text, answer } };
};

/** A coordinators' post that Teams has refused, or may not have, or whose coordinators take no ideas any more; while the idea waits for it. */
const passedTrouble = async (
  job: { readonly team: string; readonly idea: IdeaId },
  once: string,
  ports: Ports,
): Promise<Message | undefined> => {
  const [time, nonce, what] = once.split("|");
  const passed = `${time}|${nonce}`;
  const [found, post] = await Promise.all([readForJob(job, ports), readPassed(ports.rows, job.team, job.idea, passed)]);
  if (!found || !post || found.stored.idea.stage !== "passed-on") return undefined;
  const isGone = what === "gone";
  if (!(isGone ? await isLeftBehind(found.stored.idea, ports) : isTroubled(post))) return undefined;
  const to = (await readTeam(ports.rows, post.to))?.team.name ?? "";
  const about = { team: teamView(found.team), idea: await viewOfIdea(found) };
  return { say: "passed-trouble", ...about, passed, to, isDoubtful: post.delivery === "doubtful", ...(isGone ? { isGone } : {}) };
};

type IdeaNews = {
  readonly news: "declined" | "owner-left" | "needs-help" | "quiet" | "post-stays";
  readonly team: string;
  readonly idea: IdeaId;
  readonly once: string;
  readonly lead: PersonId;
};

/**
 * News about one idea for a lead: a person declined it or gave it back, and why; its owner has left, needs help or has given no sign of work; or a post stays
 * that shows it though it was withdrawn.
 */
const ideaNews = async ({ news, team: id, idea: which, once, lead }: IdeaNews, ports: Ports): Promise<Message | undefined> => {
  const found = await readForJob({ team: id, idea: which }, ports);
  if (!found) return undefined;
  const { team, stored } = found;
  if (news === "post-stays") return stayingPost(team, stored.idea, ports);
  if (stored.idea.stage === "withdrawn") return undefined;
  const about = { team: teamView(team), idea: await viewOfIdea(found) };
  // Where a person has taken the idea or was asked for it since, the leads need not look for an owner.
  if (news === "owner-left") {
    const { last, stage, request, openThen } = stored.idea;
    const isAskedSince = request !== undefined && request !== openThen;
    return last?.step === once && stage === "new" && !isAskedSince ? { say: "owner-left", ...about } : undefined;
  }
  if (news === "needs-help" || news === "quiet") return ownerNews(news, once, lead, found);
  const said = await saidNo(once, which, team, ports);
  if (!said || said.who === lead) return undefined;
  const { who, why, owned } = said;
  // That person has taken it again, or somebody else has. Where the reason came later, the news that has it is told in place of one that still waits.
  const { last, gaveWhy } = stored.idea;
  if (owned && (gaveWhy ?? last?.step) !== once) return undefined;
  const name = (await readNames(ports.rows, team.id, [who])).get(who) ?? "";
  return { say: "owner-refused", ...about, name, ...(why ? { reason: why } : {}), ...(owned ? { owned } : {}) };
};

/** News of an owner for the other leads, while it is true: they need help, or have given no sign of work. */
const ownerNews = async (news: "needs-help" | "quiet", once: string, lead: PersonId, found: IdeaInTeam): Promise<Message | undefined> => {
  const { id, owner, help } = found.stored.idea;
  if (owner === lead) return undefined;
  if (news === "quiet") return cardOnOwner("quiet", found);
  return once === `${id}|${help?.at}` ? cardOnOwner("help", found) : undefined;
};

/** The latest post that shows a withdrawn idea and that Gnist cannot change: a lead can delete it. */
const stayingPost = async (team: Team, idea: Idea, ports: Ports): Promise<Message | undefined> => {
  const fixed = idea.stage === "withdrawn" ? (await readUnrenewed(ports, team, idea)).fixed : [];
  const post = fixed.at(-1);
  if (!post) return undefined;
  return {
    say: "post-stays",
    team: teamView(team),
    channel: channelNamed(team, post.channelId),
    ...("week" in post ? { week: post.week } : "month" in post ? { month: post.month } : { openedAt: post.at }),
    ...(idea.number === undefined ? {} : { number: idea.number }),
  };
};

type SaidNo = { readonly who: PersonId; readonly why?: string | undefined; readonly owned?: true };

/** Finds the person who said no, and why: an owner in the step that gave the idea back, an asked person in their request. */
const saidNo = async (row: string, idea: IdeaId, team: Team, { rows }: Ports): Promise<SaidNo | undefined> => {
  const [kind, , ...rest] = row.split("|");
  if (kind === "step") {
    const step = await readStep(rows, team.id, row);
    return step?.who ? { who: step.who, why: step.why, owned: true } : undefined;
  }
  const request = await readRequest(rows, team.id, idea, rest.join("|"));
  return request?.why ? { who: request.person, why: request.why } : undefined;
};
