import { weekOf } from "../domain/cadence.ts";
import { byVoices, defaultDue, digestView, hasNews, ideaView, idsIn, type Names, planDigest, readDue, teamView } from "../domain/digest.ts";
import { type Idea, isOpen, titleOf } from "../domain/idea.ts";
import type { IdeaEvent } from "../domain/life.ts";
import type { Message, RefusalReason } from "../domain/message.ts";
import type { Member, PersonId } from "../domain/person.ts";
import { rests, type Team } from "../domain/team.ts";
import type { Ports } from "../ports.ts";
import { mergeDigest, readDigest, type StoredDigest } from "../store/digests.ts";
import { draftKey } from "../store/drafts.ts";
import { readIdeas, type StoredIdea } from "../store/ideas.ts";
import { readMembers } from "../store/people.ts";
import { readRound } from "../store/rounds.ts";
import { readTeam, teamPartition } from "../store/teams.ts";
import { freeDigestId, nextDigestId, readTold, turnout } from "./digest.ts";
import { type Answer, afterStoringMs, begun, type JobFlow, refuse } from "./flow.ts";
import { type Happened, happen } from "./live.ts";
import { memberChoices, namedBy, readNames } from "./names.ts";
import { askToOwn } from "./own-idea.ts";
import { askToDelete, readPost, viewOf } from "./post.ts";
import type { IdeaTurn, Turn } from "./right.ts";
import { afterSend, sayTo } from "./send.ts";
import { leadsTeam } from "./who.ts";

/** The draft goes to each lead, some hours before the digest. */
export const sendDraft: JobFlow<"send-draft"> = async (job, ports) => {
  const stored = await readTeam(ports.rows, job.team);
  const round = await readRound(ports.rows, job.team, job.round);
  if (!stored || rests(stored.team) || round?.draftAt !== job.at || round.state === "closed") return undefined;
  for (const lead of stored.team.leads)
    await ports.jobs.put({ job: "draft-to-lead", team: job.team, round: job.round, person: lead, at: job.at });
  return undefined;
};

export const draftToLead: JobFlow<"draft-to-lead"> = async (job, ports) => {
  const stored = await readTeam(ports.rows, job.team);
  const round = await readRound(ports.rows, job.team, job.round);
  if (!stored || rests(stored.team) || !round || round.state === "closed" || !leadsTeam(stored.team, job.person)) return undefined;
  const { team } = stored;
  const draft = await currentDraft(team, ports);
  if (!draft) return undefined;
  return afterSend(await sayTo(ports, team, job.person, draftKey(job.round, job.person, job.at), () => draft, "id"));
};

/** The draft as it stands now, or nothing where there is nothing to say. */
export const currentDraft = async (team: Team, ports: Ports): Promise<Message | undefined> =>
  draftIfAny(team, await readDraft(team, ports), ports);

/** A draft's facts beside its ideas. */
type DraftFacts = {
  readonly told: ReadonlySet<string>;
  readonly counts: { readonly asked: number; readonly answered: number };
  readonly postsAt?: number;
};

const factsOf = async (team: Team, ports: Ports): Promise<DraftFacts> => {
  const [open] = team.openRounds;
  const [told, counts, round] = await Promise.all([
    readTold(ports, team),
    turnout(ports, team, open ? [open] : []),
    open ? readRound(ports.rows, team.id, open) : undefined,
  ]);
  return { told, counts, ...(round ? { postsAt: round.digestAt } : {}) };
};

/** A team's ideas in a draft: those of the next digest, and those that are held back from it. */
const shownIn = (ideas: readonly Idea[], told: ReadonlySet<string>) => {
  const plan = planDigest(ideas, told);
  const planned = new Set(idsIn(plan));
  const held = ideas.filter(({ stage }) => stage === "held");
  return { plan, held, shown: ideas.filter((idea) => planned.has(idea.id)) };
};

/** Everything that a draft is made of. */
type DraftParts = { readonly ideas: readonly Idea[]; readonly facts: DraftFacts; readonly names: Names };

/** @param reading the team's lists, where they are being read already */
const readDraft = async (team: Team, ports: Ports, reading = readIdeas(ports.rows, team.id)): Promise<DraftParts> => {
  const [listed, facts] = await Promise.all([reading, factsOf(team, ports)]);
  const ideas = listed.map(({ idea }) => idea);
  const { shown, held } = shownIn(ideas, facts.told);
  return { ideas, facts, names: await readNames(ports.rows, team.id, [...shown, ...held].flatMap(namedBy)) };
};

const draftIfAny = (team: Team, parts: DraftParts, ports: Ports): Message | undefined => {
  const { plan, held } = shownIn(parts.ideas, parts.facts.told);
  return hasNews(plan) || held.length > 0 ? draftOf(team, parts, ports) : undefined;
};

/** The draft as it stands now, be it empty. */
const draftOf = (team: Team, { ideas, facts, names }: DraftParts, ports: Ports): Message => {
  const { told, counts, postsAt } = facts;
  const { plan, held, shown } = shownIn(ideas, told);
  const now = ports.clock.now();
  const id = nextDigestId(team, ports.chance.id());
  const week = team.openRounds[0] ?? weekOf(now, team.settings.zone);
  return {
    say: "draft",
    digest: digestView({ id, week, plan, ...(counts.asked > 0 ? counts : {}) }, shown, names, team, now),
    held: held.map((idea) => ideaView(idea, names, team, now)),
    nonce: id,
    ...(postsAt !== undefined ? { postsAt } : {}),
    ...(rests(team) ? { rests: true } : {}),
  };
};

/** `digest`: for a lead, in their own chat, the draft; for everybody else the last one that was posted. */
export const writeDigest = async (_command: unknown, { team, leads, scene, now, ports }: Turn): Promise<Answer> => {
  const seesDraft = leads && scene.place.kind === "chat";
  const lastPost = async () => {
    const last = team.lastDigest ? await readDigest(ports.rows, team.id, team.lastDigest) : undefined;
    return last && readPost(ports, team, last);
  };
  const [parts, post] = await Promise.all([seesDraft ? readDraft(team, ports) : undefined, lastPost()]);
  const draft = parts && draftIfAny(team, parts, ports);
  if (draft) return draft;
  return post ? { say: "digest", digest: viewOf(post, team, now) } : refuse("no-digest");
};

export const showDraft = async (_action: unknown, { team, ports }: Turn, listed: readonly StoredIdea[]): Promise<Answer> =>
  draftIfAny(team, await readDraft(team, ports, Promise.resolve(listed)), ports) ?? refuse("nothing-to-post");

/** The draft after an idea in it changed. What else it is made of is read while the change is stored. */
const draftAfter = async ({ team, ports, names }: IdeaTurn, change: () => Promise<Happened>): Promise<Answer> => {
  const reading = begun(readDraft(team, ports));
  const changed = await change();
  if ("no" in changed) return changed.no;
  const parts = await reading;
  const ideas = parts.ideas.map((idea) => (idea.id === changed.got.idea.id ? changed.got.idea : idea));
  // Where an idea has come into the draft only now, its people are not among the names yet.
  const { shown, held } = shownIn(ideas, parts.facts.told);
  const known = new Map([...parts.names, ...(await names)]);
  const all = await readNames(ports.rows, team.id, [...shown, ...held].flatMap(namedBy), known);
  return draftOf(team, { ...parts, ideas, names: all }, ports);
};

/** Ideas that a lead may still change before the digest: those it will show. */
const draftIdeas = (listed: readonly StoredIdea[]): readonly Idea[] =>
  listed
    .map(({ idea }) => idea)
    .filter((idea) => idea.digest === undefined && isOpen(idea))
    .sort(byVoices);

type FormName = "hold-form" | "propose-form" | "title-form";

/** The beginning of a form: a page of the ideas, that of the chosen one where there is one, and why it is back; the members, where an owner can be chosen. */
type FormLook = {
  readonly page?: number | undefined;
  readonly chosen?: string | undefined;
  readonly problem?: RefusalReason;
  readonly members?: readonly Member[];
};

/** So many ideas stand on a page of a form. */
const ideasOnPage = 25;

const formOf = (
  say: FormName,
  { team, now }: Turn,
  listed: readonly StoredIdea[],
  { page: wanted = 0, members = [], chosen, problem }: FormLook,
): Message => {
  const open = draftIdeas(listed);
  if (open.length === 0) return refuse("nothing-to-post");
  const at = open.findIndex(({ id }) => id === chosen);
  const idea = open[at];
  const pages = Math.ceil(open.length / ideasOnPage);
  const page = idea ? Math.floor(at / ideasOnPage) : Math.min(wanted, pages - 1);
  const ideas = open.slice(page * ideasOnPage, (page + 1) * ideasOnPage).map((one) => ({ id: one.id, name: titleOf(one) }));
  const base = { team: teamView(team), ideas, page, pages, ...(idea ? { idea: idea.id } : {}), ...(problem ? { problem } : {}) };
  if (say === "hold-form") return { say, ...base };
  if (say === "propose-form") return { say, ...base, members: memberChoices(members), due: defaultDue(team, now) };
  return { say, ...base, ...(idea ? { title: titleOf(idea) } : {}) };
};

type Page = { readonly page?: number };

export const holdForm = async ({ page }: Page, turn: Turn, listed: readonly StoredIdea[]): Promise<Answer> =>
  formOf("hold-form", turn, listed, { page });
export const proposeForm = async ({ page }: Page, turn: Turn, listed: readonly StoredIdea[]): Promise<Answer> =>
  formOf("propose-form", turn, listed, { page, members: await readMembers(turn.ports.rows, turn.team.id) });
export const titleForm = async (
  { idea, page }: Page & { readonly idea?: string },
  turn: Turn,
  listed: readonly StoredIdea[],
): Promise<Answer> => formOf("title-form", turn, listed, { page, chosen: idea });

/** A form that comes back with what is wrong on it. */
const formAgain = async (say: FormName, turn: IdeaTurn, problem: RefusalReason): Promise<Message> => {
  const { rows } = turn.ports;
  const [listed, members] = await Promise.all([
    readIdeas(rows, turn.team.id),
    say === "propose-form" ? readMembers(rows, turn.team.id) : [],
  ]);
  return formOf(say, turn, listed, { members, chosen: turn.stored.idea.id, problem });
};

/** Holding back needs a reason, and its author hears it. */
export const holdIdea = async ({ reason: why }: { readonly reason: string }, turn: IdeaTurn): Promise<Answer> => {
  if (why === "") return formAgain("hold-form", turn, "reason-needed");
  return changeDraft(turn, { event: "hold", who: turn.who, why });
};

export const releaseIdea = (_action: unknown, turn: IdeaTurn): Promise<Answer> => changeDraft(turn, { event: "put-back", who: turn.who });

/** A lead's shorter or clearer wording; the author's own text stays as it was. */
export const editTitle = async ({ title }: { readonly title: string }, turn: IdeaTurn): Promise<Answer> => {
  if (title === "") return formAgain("title-form", turn, "title-needed");
  return changeDraft(turn, { event: "title", title });
};

const changeDraft = (turn: IdeaTurn, event: IdeaEvent): Promise<Answer> => draftAfter(turn, () => happen(turn, turn, event));

export const proposeOwner = async (action: { readonly due: string }, turn: IdeaTurn, chosen: Member | undefined): Promise<Answer> => {
  const due = readDue(action.due, turn.team, turn.now);
  if ("no" in due) return formAgain("propose-form", turn, due.no);
  return chosen ? draftAfter(turn, () => askToOwn(turn, chosen, due.got)) : formAgain("propose-form", turn, "no-such-member");
};

/** *Post now*, from the draft. */
export const postNow = ({ nonce }: { readonly nonce: string }, turn: Turn): Promise<Answer> => postByLead(turn, nonce);

export const digestNow = (_command: unknown, turn: Turn): Promise<Answer> =>
  postByLead(turn, nextDigestId(turn.team, turn.ports.chance.id()));

const postByLead = async ({ team, who, ports }: Turn, wanted: string): Promise<Message> => {
  if (team.archivedAt !== undefined) return refuse("team-archived", team.name);
  const [listed, told, last, same] = await Promise.all([
    readIdeas(ports.rows, team.id),
    readTold(ports, team),
    team.lastDigest ? readDigest(ports.rows, team.id, team.lastDigest) : undefined,
    readDigest(ports.rows, team.id, wanted),
  ]);
  if (isMissed(last)) {
    await postAgain(team, last, who, ports);
    return posting(team);
  }
  const plan = planDigest(
    listed.map(({ idea }) => idea),
    told,
  );
  if (!hasNews(plan)) return refuse("nothing-to-post");
  // An old draft names a digest that has long been posted: what is new since then goes into one of its own.
  const digest = same ? await freeDigestId(ports, team, nextDigestId(team, ports.chance.id())) : wanted;
  await ports.jobs.put({ job: "post-digest", team: team.id, digest, by: who });
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
const postAgain = async (team: Team, { id, tag }: StoredDigest, who: PersonId, ports: Ports): Promise<boolean> => {
  await ports.jobs.put({ job: "post-digest", team: team.id, digest: id, by: who }, afterStoringMs);
  const again = mergeDigest(id, { delivery: "again", channelId: team.channelId }, tag);
  return (await ports.rows.commit(teamPartition(team.id), [again])) === "done";
};

type Posted = { readonly team: string; readonly digest: string };

/** The digest that is to be settled. */
export const readToSettle = ({ team, digest }: Posted, ports: Ports): Promise<StoredDigest | undefined> =>
  readDigest(ports.rows, team, digest);

/** *Post it*: a lead does not find the digest in the channel. */
export const postDigestAgain = async (_action: unknown, turn: Turn, found: StoredDigest | undefined): Promise<Answer> => {
  const { team, who, ports } = turn;
  if (team.archivedAt !== undefined) return refuse("team-archived", team.name);
  return settleDigest(turn, found, async (digest) => ((await postAgain(team, digest, who, ports)) ? posting(team) : undefined));
};

/** *It is there*: a lead found it. Its message is not known to Gnist, so it is not renewed. */
export const digestIsThere = (_action: unknown, turn: Turn, found: StoredDigest | undefined): Promise<Answer> =>
  settleDigest(turn, found, async (digest) => {
    const { id, tag, channelId } = digest;
    const { team, ports } = turn;
    await Promise.all([
      ports.jobs.put({ job: "refresh-drafts", team: team.id, changed: false }, afterStoringMs),
      ports.jobs.put({ job: "tell-held", team: team.id }, afterStoringMs),
      askToDelete(ports, team, digest),
    ]);
    const there = await ports.rows.commit(teamPartition(team.id), [mergeDigest(id, { delivery: "sent" }, tag)]);
    return there === "done"
      ? { say: "digest-settled", team: teamView(team), how: "there", already: false, channel: channelNamed(team, channelId) }
      : undefined;
  });

/** A lead's decision on a digest of which nobody knows whether it is there; once, whoever presses first. */
const settleDigest = async (
  { team, ports }: Turn,
  digest: StoredDigest | undefined,
  decide: (digest: StoredDigest) => Promise<Message | undefined>,
): Promise<Message> => {
  if (!digest) return refuse("no-digest");
  const decided = isMissed(digest) ? await decide(digest) : undefined;
  if (decided) return decided;
  const settled = isMissed(digest) ? ((await readDigest(ports.rows, team.id, digest.id)) ?? digest) : digest;
  const how = settled.delivery !== "sent" ? "posting" : settled.messageId ? "posted" : "there";
  return { say: "digest-settled", team: teamView(team), how, already: true, channel: channelNamed(team, settled.channelId) };
};
