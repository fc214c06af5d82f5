import { type Idea, isFinished } from "../../domain/idea/idea.ts";
import { type IdeaView, teamView, withdrawnView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import { omit } from "../../domain/omit.ts";
import { roleIn } from "../../domain/settings/act.ts";
import { isOffice, rests, spokenIn, type Team } from "../../domain/teams/team.ts";
import type { Delivery, Ports } from "../../ports.ts";
import { noteAct } from "../../store/act.ts";
import { mergePassed, passedGuard, passedIdOf, passedStepOf, putPassedHere, readPassed, type StoredPassed } from "../../store/passed.ts";
import { isOver } from "../../store/send.ts";
import { readStep } from "../../store/step.ts";
import { readTeam, teamPartition } from "../../store/team.ts";
import { hashOf } from "../digest/post.ts";
import { afterStoringMs, type JobEnd, type JobFlow } from "../flow.ts";
import { type IdeaInTeam, readForJob, viewOfIdea } from "../ideas/about-idea.ts";
import { addressIn } from "../sending/in-turn.ts";
import { type Renewable, renewInChannel } from "../sending/renew.ts";
import { afterSend } from "../sending/say-to.ts";
import { sendOnce } from "../sending/send-once.ts";
import { restTeam } from "../teams/rest-team.ts";

/** Puts a job for each coordinators' post about an idea that a change concerns: that of the idea as it was, and as it is now. */
export const renewPassedOf = async ({ jobs }: Pick<Ports, "jobs">, team: Team, ...ideas: readonly Idea[]): Promise<void> => {
  const steps = new Map(ideas.flatMap(({ id, passedStep }) => (passedStep === undefined ? [] : [[passedStep, id] as const])));
  await Promise.all(
    [...steps].map(([step, idea]) => jobs.put({ job: "show-passed", team: team.id, idea, passed: passedIdOf(step) }, afterStoringMs)),
  );
};

/** The idea as coordinators may see it: never its author, who has shown their name to their own team alone. */
export const viewForOffice = async (found: IdeaInTeam): Promise<IdeaView> => omit(await viewOfIdea(found), "authorName");

/** The coordinators' post of an idea as it now stands. It has the idea's words only while the idea is with the coordinators, or ended there. */
export const passedPost = async (found: IdeaInTeam, { id: passed }: Pick<StoredPassed, "id">, ports: Ports): Promise<Message> => {
  const { team, stored } = found;
  const { id, stage, passedStep, last } = stored.idea;
  const step = passedStepOf(id, passed);
  if (stage === "withdrawn" || passedStep !== step) {
    const why = stage === "withdrawn" && passedStep === step ? "withdrawn" : "back";
    return { say: "passed-gone", team: teamView(team), why, ...withdrawnView(stored.idea) };
  }
  const reason = (await readStep(ports.rows, team.id, step))?.why;
  return {
    say: "passed-post",
    team: teamView(team),
    idea: await viewForOffice(found),
    passed,
    ...(reason ? { reason } : {}),
    ...(isFinished(stored.idea) && last ? { step: last.step } : {}),
  };
};

/** Does the idea wait for coordinators that take no ideas now? Its own team's leads can take it back then. */
export const isLeftBehind = async ({ stage, passedTo }: Idea, { rows }: Pick<Ports, "rows">): Promise<boolean> => {
  if (stage !== "passed-on" || passedTo === undefined) return false;
  const office = (await readTeam(rows, passedTo))?.team;
  return !office || !isOffice(office);
};

/** Posts an idea in the coordinators' channel, at most once; afterwards renews that post for everybody, where it would look otherwise. */
export const showPassed: JobFlow<"show-passed"> = async (job, ports) => {
  const { team, idea, passed: id } = job;
  const [found, passed] = await Promise.all([readForJob(job, ports, true), readPassed(ports.rows, team, idea, id)]);
  if (!found || !passed) return undefined;
  const office = (await readTeam(ports.rows, passed.to))?.team;
  if (!office) return undefined;
  if (!isOver(passed)) await noteForAdmins(found, passed, ports);
  // Kept first, so that a coordinators' team that rests finds it when it wakes.
  await putPassedHere(ports.rows, office.id, { team, idea, passed: id });
  if ((office.removedAt !== undefined || office.coordinatorsIn === undefined) && passedStepOf(idea, id) === found.stored.idea.passedStep)
    await tellLeads(found, `${id}|gone`, ports);
  if (rests(office)) return undefined;
  const message = await passedPost(found, passed, ports);
  if (!isOver(passed)) return message.say === "passed-gone" ? undefined : post(found, office, passed, message, ports);
  if (!passed.messageId) return isTroubled(passed) ? tellLeads(found, postedOf(passed), ports) : undefined;
  const hash = hashOf(message, office);
  if (hash === (passed.shownHash ?? job.shown)) return undefined;
  const { messageId, channelId, renewedAt } = passed;
  const merge: Renewable["merge"] = (facts, isUnchanged) => mergePassed(idea, id, facts, isUnchanged ? passed.tag : undefined);
  return renewInChannel(ports, office, { channelId, messageId, renewedAt, partition: teamPartition(team), merge }, message, hash);
};

/** Notes for admins that a lead passed the idea on. */
const noteForAdmins = async ({ team, stored }: IdeaInTeam, { id, to }: StoredPassed, { rows }: Ports): Promise<void> => {
  const step = await readStep(rows, team.id, passedStepOf(stored.idea.id, id));
  if (!step) return;
  const { at, who } = step;
  const { number } = stored.idea;
  const about = { team: team.id, to, ...(number === undefined ? {} : { number }) };
  const role = who === undefined ? "lead" : roleIn(team, who, false, at);
  await noteAct(
    rows,
    team.tenantId,
    { at, did: "passed-on", ...(who === undefined ? {} : { who }), role, ...about },
    id.split("|")[1] ?? "",
  );
};

/** Teams refused the post, or nobody knows whether Teams has it. */
export const isTroubled = ({ delivery }: StoredPassed): boolean => delivery === "refused" || delivery === "doubtful";

const post = async (found: IdeaInTeam, office: Team, passed: StoredPassed, message: Message, ports: Ports): Promise<JobEnd> => {
  const { team, stored } = found;
  const { id } = stored.idea;
  let isArchived = false;
  // The guard is a row of the idea's own team, which is not the team that Teams may call archived.
  const asOther = (delivery: Delivery): Delivery => {
    isArchived = delivery.outcome === "refused" && delivery.why === "archived";
    return isArchived ? { outcome: "refused", why: "refused", detail: "the coordinators' team is archived" } : delivery;
  };
  const sent = await sendOnce(ports, team, passedGuard(id, passed.id), passed, {
    calls: 1,
    urgent: true,
    post: async () => ({
      delivery: asOther(await ports.channel.post(addressIn(office, passed.channelId), message, spokenIn(office))),
      keepId: true,
    }),
  });
  if (isArchived) await restTeam(office.id, ports);
  if (sent.outcome === "sent") {
    // The idea may have changed during the post.
    const job = { job: "show-passed", team: team.id, idea: id, passed: passed.id, shown: hashOf(message, office) } as const;
    await ports.jobs.put(job, afterStoringMs);
  }
  const after =
    sent.outcome === "refused" || sent.outcome === "doubtful" ? await readPassed(ports.rows, team.id, id, passed.id) : undefined;
  if (after) await tellLeads(found, postedOf(after), ports);
  return afterSend(sent);
};

/** Names one posting of a post, so that the leads hear of each once. */
const postedOf = ({ id, sentAt }: StoredPassed): string => `${id}|${sentAt ?? 0}`;

/** Tells the leads of the idea's team. */
const tellLeads = async ({ team, stored }: IdeaInTeam, once: string, { jobs }: Ports): Promise<undefined> => {
  await jobs.put({ job: "tell-leads", team: team.id, news: "passed-trouble", idea: stored.idea.id, once });
  return undefined;
};
