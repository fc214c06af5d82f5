import { startOfDate, weekOf } from "../domain/cadence.ts";
import { byVoices, defaultDue, digestView, hasNews, ideaView, planDigest, teamView } from "../domain/digest.ts";
import { type Idea, isOpen, longestReason, longestTitle, titleOf } from "../domain/idea.ts";
import type { Choice, Message, RefusalReason } from "../domain/message.ts";
import type { Team } from "../domain/team.ts";
import type { Ports } from "../ports.ts";
import { mergeDigest, readDigest, type StoredDigest } from "../store/digests.ts";
import { readRound } from "../store/rounds.ts";
import { sendKey } from "../store/sends.ts";
import { readTeam, teamPartition } from "../store/teams.ts";
import { without } from "./add-team.ts";
import { freeDigestId, type Gathered, gather, lastDigestAt, memberChoices, nextDigestId, turnout, viewOf } from "./digest.ts";
import { type ActionFlow, type Answer, afterStoringMs, begun, type CommandFlow, type JobFlow, refuse, type Scene } from "./flow.ts";
import { askToOwn } from "./own-idea.ts";
import { refreshEveryDigest } from "./refresh-digest.ts";
import { reviseIdea } from "./revise-idea.ts";
import { afterSend, sayTo } from "./send.ts";
import { knownTeam, leadsTeam, ledTeam } from "./who.ts";

/** The draft goes to each lead, some hours before the digest. */
export const sendDraft: JobFlow<"send-draft"> = async (job, ports) => {
  const stored = await readTeam(ports.rows, job.team);
  const round = await readRound(ports.rows, job.team, job.round);
  if (!stored || stored.team.removedAt !== undefined || round?.draftAt !== job.at || round.state === "closed") return undefined;
  for (const lead of stored.team.leads)
    await ports.jobs.put({ job: "draft-to-lead", team: job.team, round: job.round, person: lead, at: job.at });
  return undefined;
};

export const draftToLead: JobFlow<"draft-to-lead"> = async (job, ports) => {
  const stored = await readTeam(ports.rows, job.team);
  const round = await readRound(ports.rows, job.team, job.round);
  if (!stored || !round || round.state === "closed" || !leadsTeam(stored.team, job.person)) return undefined;
  const { team } = stored;
  const [gathered, facts] = await Promise.all([gather(ports, team.id), factsOf(team, ports)]);
  const draft = draftOf(team, gathered, facts, ports);
  if (!draft) return undefined;
  return afterSend(await sayTo(ports, team, job.person, sendKey("draft", job.person, job.round, job.at), () => draft));
};

/** What a draft says beside its ideas. */
type DraftFacts = {
  readonly since: number;
  readonly counts: { readonly asked: number; readonly answered: number };
  readonly postsAt?: number;
};

const factsOf = async (team: Team, ports: Ports): Promise<DraftFacts> => {
  const [open] = team.openRounds;
  const [since, counts, round] = await Promise.all([
    lastDigestAt(ports, team),
    turnout(ports, team, open ? [open] : []),
    open ? readRound(ports.rows, team.id, open) : undefined,
  ]);
  return { since, counts, ...(round ? { postsAt: round.digestAt } : {}) };
};

/** The draft as it stands now, or nothing where there is nothing to say. */
const draftOf = (team: Team, gathered: Gathered, { since, counts, postsAt }: DraftFacts, ports: Ports): Message | undefined => {
  const ideas = gathered.ideas.map(({ idea }) => idea);
  const plan = planDigest(ideas, since);
  const held = ideas.filter((idea) => idea.stage === "held" && idea.digest === undefined);
  if (!hasNews(plan) && held.length === 0) return undefined;
  const now = ports.clock.now();
  const id = nextDigestId(team, ports.chance.id());
  const week = team.openRounds[0] ?? weekOf(now, team.settings.zone);
  return {
    say: "draft",
    digest: digestView({ id, week, plan, ...(counts.asked > 0 ? counts : {}) }, ideas, gathered.names, team, now),
    held: held.map((idea) => ideaView(idea, gathered.names, team, now)),
    nonce: id,
    ...(postsAt !== undefined ? { postsAt } : {}),
  };
};

/** `digest`: for a lead, in their own chat, the draft; for everybody else the last one that was posted. */
export const writeDigest: CommandFlow<"digest"> = async (_command, scene, ports) => {
  const found = await knownTeam(scene, ports, "member");
  if ("refusal" in found) return found.refusal;
  const led = scene.place.kind === "chat" ? [found.team, ...found.others].find((one) => leadsTeam(one, scene.who.person)) : undefined;
  const team = led ?? found.team;
  const reading = team.lastDigest ? readDigest(ports.rows, team.id, team.lastDigest) : undefined;
  const [gathered, facts, last] = await Promise.all([gather(ports, team.id, reading), factsOf(team, ports), reading]);
  const draft = led && draftOf(team, gathered, facts, ports);
  if (draft) return draft;
  return last ? { say: "digest", digest: viewOf(last, gathered, team, ports.clock.now()) } : refuse("no-digest");
};

/** What a flow that changes the draft begins with, read side by side. */
const ledDraft = async (
  id: string,
  scene: Scene,
  ports: Ports,
): Promise<{ readonly team: Team; readonly gathered: Gathered; readonly facts: Promise<DraftFacts> } | { readonly refusal: Message }> => {
  const [found, gathered] = await Promise.all([ledTeam(id, scene, ports), gather(ports, id)]);
  return "refusal" in found ? found : { team: found.team, gathered, facts: begun(factsOf(found.team, ports)) };
};

/** The draft after an idea in it changed. */
const draftWith = (team: Team, { ideas, ...gathered }: Gathered, facts: DraftFacts, changed: Idea, ports: Ports): Message =>
  draftOf(
    team,
    { ...gathered, ideas: ideas.map((stored) => (stored.idea.id === changed.id ? { ...stored, idea: changed } : stored)) },
    facts,
    ports,
  ) ?? refuse("nothing-to-post");

export const showDraft: ActionFlow<"show-draft"> = async (action, scene, ports) => {
  const found = await ledDraft(action.team, scene, ports);
  return "refusal" in found ? found.refusal : (draftOf(found.team, found.gathered, await found.facts, ports) ?? refuse("nothing-to-post"));
};

/** What a lead may still change before the digest: the ideas that it will show. */
const draftIdeas = ({ ideas }: Gathered): readonly Idea[] =>
  ideas
    .map(({ idea }) => idea)
    .filter((idea) => idea.digest === undefined && isOpen(idea))
    .sort(byVoices);

const choicesOf = (ideas: readonly Idea[]): readonly Choice[] => ideas.map((idea) => ({ id: idea.id, name: titleOf(idea) }));

type FormName = "hold-form" | "propose-form" | "title-form";

const formOf = async (
  say: FormName,
  id: string,
  scene: Scene,
  ports: Ports,
  chosen?: string,
  problem?: RefusalReason,
): Promise<Message> => {
  const [found, gathered] = await Promise.all([ledTeam(id, scene, ports), gather(ports, id)]);
  if ("refusal" in found) return found.refusal;
  const { team } = found;
  const open = draftIdeas(gathered);
  if (open.length === 0) return refuse("nothing-to-post");
  const idea = open.find(({ id }) => id === chosen);
  const base = { team: teamView(team), ideas: choicesOf(open), ...(idea ? { idea: idea.id } : {}), ...(problem ? { problem } : {}) };
  if (say === "hold-form") return { say, ...base };
  if (say === "propose-form") return { say, ...base, members: memberChoices(gathered), due: defaultDue(team, ports.clock.now()) };
  return { say, ...base, ...(idea ? { title: titleOf(idea) } : {}) };
};

export const holdForm: ActionFlow<"hold-form"> = (action, scene, ports) => formOf("hold-form", action.team, scene, ports);
export const proposeForm: ActionFlow<"propose-form"> = (action, scene, ports) => formOf("propose-form", action.team, scene, ports);
export const titleForm: ActionFlow<"title-form"> = (action, scene, ports) => formOf("title-form", action.team, scene, ports, action.idea);

/** Holding back needs a reason, and its author hears it. */
export const holdIdea: ActionFlow<"hold-idea"> = async (action, scene, ports) => {
  const reason = action.reason.trim().slice(0, longestReason);
  if (reason === "") return formOf("hold-form", action.team, scene, ports, action.idea, "reason-needed");
  const once = ports.chance.id();
  return changeDraft(
    action.team,
    action.idea,
    scene,
    ports,
    (idea) => (isOpen(idea) ? { ...idea, stage: "held", reason } : undefined),
    async (idea, team) => {
      await Promise.all([
        ports.jobs.put({ job: "tell-author", team: team.id, idea: idea.id, news: "held", once }, afterStoringMs),
        refreshEveryDigest(ports, team, idea),
      ]);
    },
  );
};

export const releaseIdea: ActionFlow<"release-idea"> = (action, scene, ports) =>
  changeDraft(
    action.team,
    action.idea,
    scene,
    ports,
    (idea) => (idea.stage === "held" ? { ...without(idea, "reason"), stage: idea.owner ? "planned" : "new" } : undefined),
    (idea, team) => refreshEveryDigest(ports, team, idea),
  );

/** A lead's shorter or clearer wording; the author's own text stays as it was. */
export const editTitle: ActionFlow<"edit-title"> = async (action, scene, ports) => {
  const title = action.title.trim().replace(/\s+/g, " ").slice(0, longestTitle);
  if (title === "") return formOf("title-form", action.team, scene, ports, action.idea, "title-needed");
  return changeDraft(
    action.team,
    action.idea,
    scene,
    ports,
    (idea) => (isOpen(idea) ? { ...idea, editedTitle: title } : undefined),
    (idea, team) => refreshEveryDigest(ports, team, idea),
  );
};

const changeDraft = async (
  id: string,
  ideaId: string,
  scene: Scene,
  ports: Ports,
  change: (idea: Idea) => Idea | undefined,
  before: (idea: Idea, team: Team) => Promise<void>,
): Promise<Answer> => {
  const found = await ledDraft(id, scene, ports);
  if ("refusal" in found) return found.refusal;
  const { team, gathered } = found;
  const known = gathered.ideas.find(({ idea }) => idea.id === ideaId);
  if (!known) return refuse("no-such-idea");
  const [changed, facts] = await Promise.all([
    reviseIdea(
      ports,
      id,
      ideaId,
      (idea) => {
        const after = change(idea);
        if (!after) return { instead: refuse("idea-closed") };
        const step = { stage: after.stage, at: ports.clock.now(), who: scene.who.person, ...(after.reason ? { why: after.reason } : {}) };
        return { idea: after, ...(after.stage !== idea.stage ? { step } : {}) };
      },
      (idea) => before(idea, team),
      known,
    ),
    found.facts,
  ]);
  return "refusal" in changed ? changed.refusal : draftWith(team, gathered, facts, changed.idea, ports);
};

export const proposeOwner: ActionFlow<"propose-owner"> = async (action, scene, ports) => {
  const found = await ledDraft(action.team, scene, ports);
  if ("refusal" in found) return found.refusal;
  const { team, gathered } = found;
  if (startOfDate(action.due, team.settings.zone) === undefined)
    return formOf("propose-form", action.team, scene, ports, action.idea, "bad-date");
  const stored = gathered.ideas.find(({ idea }) => idea.id === action.idea);
  if (!stored) return refuse("no-such-idea");
  const [asked, facts] = await Promise.all([askToOwn({ team, gathered, stored }, action.person, action.due, scene, ports), found.facts]);
  return "refusal" in asked ? asked.refusal : draftWith(team, gathered, facts, asked.idea, ports);
};

/** *Post now*, from the draft. */
export const postNow: ActionFlow<"post-now"> = async (action, scene, ports) => {
  const found = await ledTeam(action.team, scene, ports);
  return "refusal" in found ? found.refusal : postByLead(found.team, action.nonce, scene, ports);
};

export const digestNow: CommandFlow<"digest-now"> = async (_command, scene, ports) => {
  const found = await knownTeam(scene, ports, "leads");
  if ("refusal" in found) return found.refusal;
  if (!leadsTeam(found.team, scene.who.person)) return refuse("not-a-lead");
  return postByLead(found.team, nextDigestId(found.team, ports.chance.id()), scene, ports);
};

const postByLead = async (team: Team, wanted: string, scene: Scene, ports: Ports): Promise<Message> => {
  const [{ ideas }, since, last, same] = await Promise.all([
    gather(ports, team.id),
    lastDigestAt(ports, team),
    team.lastDigest ? readDigest(ports.rows, team.id, team.lastDigest) : undefined,
    readDigest(ports.rows, team.id, wanted),
  ]);
  if (isMissed(last)) {
    await postAgain(team, last, scene, ports);
    return posting(team);
  }
  const plan = planDigest(
    ideas.map(({ idea }) => idea),
    since,
  );
  if (!hasNews(plan)) return refuse("nothing-to-post");
  // An old draft names a digest that has long been posted: what is new since then goes into one of its own.
  const digest = same ? await freeDigestId(ports, team, nextDigestId(team, ports.chance.id())) : wanted;
  await ports.jobs.put({ job: "post-digest", team: team.id, digest, by: scene.who.person });
  return posting(team);
};

const channelNamed = (team: Team, id: string): string => team.channels.find((channel) => channel.id === id)?.name ?? "";

const posting = (team: Team): Message => {
  const channelName = channelNamed(team, team.channelId);
  return { say: "posting", team: teamView(team), ...(channelName ? { channelName } : {}) };
};

/** A digest that did not arrive, or that a lead may not find in the channel. */
const isMissed = (digest: StoredDigest | undefined): digest is StoredDigest =>
  digest?.delivery === "refused" || digest?.delivery === "doubtful";

/** Such a digest is posted again, in the channel that is set now. False where it no longer stands as it was read. */
const postAgain = async (team: Team, { id, tag }: StoredDigest, scene: Scene, ports: Ports): Promise<boolean> => {
  await ports.jobs.put({ job: "post-digest", team: team.id, digest: id, by: scene.who.person }, afterStoringMs);
  const again = mergeDigest(id, { delivery: "again", channelId: team.channelId }, tag);
  return (await ports.rows.commit(teamPartition(team.id), [again])) === "done";
};

/** *Post it*: a lead does not find the digest in the channel. */
export const postDigestAgain: ActionFlow<"post-digest-again"> = (action, scene, ports) =>
  settleDigest(action, scene, ports, async (team, digest) => ((await postAgain(team, digest, scene, ports)) ? posting(team) : undefined));

/** *It is there*: a lead found it. Its message is not known to Gnist, so it is not renewed. */
export const digestIsThere: ActionFlow<"digest-is-there"> = (action, scene, ports) =>
  settleDigest(action, scene, ports, async (team, { id, tag, channelId }) => {
    const there = await ports.rows.commit(teamPartition(team.id), [mergeDigest(id, { delivery: "sent" }, tag)]);
    return there === "done"
      ? { say: "digest-settled", team: teamView(team), how: "there", already: false, channel: channelNamed(team, channelId) }
      : undefined;
  });

/** What a lead decides of a digest of which nobody knows whether it is there; once, whoever presses first. */
const settleDigest = async (
  { team: id, digest: name }: { readonly team: string; readonly digest: string },
  scene: Scene,
  ports: Ports,
  decide: (team: Team, digest: StoredDigest) => Promise<Message | undefined>,
): Promise<Message> => {
  const [found, digest] = await Promise.all([ledTeam(id, scene, ports), readDigest(ports.rows, id, name)]);
  if ("refusal" in found) return found.refusal;
  if (!digest) return refuse("no-digest");
  const { team } = found;
  const decided = isMissed(digest) ? await decide(team, digest) : undefined;
  if (decided) return decided;
  const settled = isMissed(digest) ? ((await readDigest(ports.rows, id, name)) ?? digest) : digest;
  const how = settled.delivery !== "sent" ? "posting" : settled.messageId ? "posted" : "there";
  return { say: "digest-settled", team: teamView(team), how, already: true, channel: channelNamed(team, settled.channelId) };
};
