import { hourMs } from "../../domain/asking/local-time.ts";
import { isOpen } from "../../domain/idea/idea.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Spoken } from "../../domain/language.ts";
import type { Message } from "../../domain/message/index.ts";
import type { Member, PersonId } from "../../domain/people/person.ts";
import { rests, spokenIn, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readIdeas } from "../../store/idea.ts";
import { readMember, readMembers } from "../../store/member.ts";
import { languageOfPerson, readPerson } from "../../store/person.ts";
import { sendKey } from "../../store/send.ts";
import { changeTeam, readTeam } from "../../store/team.ts";
import type { JobFlow } from "../flow.ts";
import { addressIn } from "../sending/in-turn.ts";
import { afterSend, sayTo } from "../sending/say-to.ts";
import { type SendResult, sendGuarded } from "../sending/send-once.ts";

/** Posts once in the team's channel, or in a chat. */
const postOnce = (
  ports: Ports,
  team: Team,
  key: string,
  message: Message,
  to: { readonly id: string; readonly language?: Spoken | undefined } = { id: team.channelId, language: spokenIn(team) },
): Promise<SendResult> =>
  sendGuarded(ports, team, key, {
    calls: 1,
    urgent: true,
    post: async () => ({ delivery: await ports.channel.post(addressIn(team, to.id), message, to.language ?? team.settings.language) }),
  });

/** Gnist asks the channel for a lead at most once in this time (ms), however often a search starts. */
const leastBetweenMs = 4 * 7 * 24 * hourMs;

/** Lets one of several searches ask the channel (compare-and-set). A search that was cut off before it asked goes on. */
const mayAskChannel = async (team: Team, once: string, { rows, clock }: Ports): Promise<boolean> => {
  const at = clock.now();
  const after = await changeTeam(rows, team.id, (stored) => {
    const { leadWanted } = stored;
    return leadWanted && (leadWanted.once === once || at - leadWanted.at < leastBetweenMs)
      ? undefined
      : { team: { ...stored, leadWanted: { at, once } } };
  });
  return after?.leadWanted?.once === once;
};

/**
 * Searches for a lead after the last one has left. Gnist asks the longest-standing member who owns an idea, in their own chat. Where there is none, where Teams
 * refuses that message, or where the search is `openly`, Gnist asks everybody in the channel.
 */
export const findLead: JobFlow<"find-lead"> = async (job, ports) => {
  const { rows } = ports;
  const stored = await readTeam(rows, job.team);
  if (!stored || rests(stored.team) || stored.team.leads.length > 0) return undefined;
  const { team } = stored;
  const owner = job.openly ? undefined : await longestOwner(team, ports);
  if (owner) {
    const key = sendKey("lead-wanted", owner.person, job.once);
    const sent = await sayTo(ports, team, owner.person, { key, message: () => ({ say: "lead-wanted", team: teamView(team), owns: true }) });
    if (sent.outcome !== "refused") return afterSend(sent);
  }
  if (!(await mayAskChannel(team, job.once, ports))) return undefined;
  const message: Message = { say: "lead-wanted", team: teamView(team), owns: false };
  return afterSend(await postOnce(ports, team, sendKey("lead-wanted", undefined, job.once), message));
};

/** Finds the owner who was first asked in the earliest round; ids break ties, so that a second run finds the same person. */
const longestOwner = async ({ id }: Team, { rows }: Ports): Promise<Member | undefined> => {
  const [ideas, members] = await Promise.all([readIdeas(rows, id), readMembers(rows, id)]);
  const owners = new Set(ideas.flatMap(({ idea }) => (isOpen(idea) && idea.owner ? [idea.owner] : [])));
  const since = ({ askedSince = "~", person }: Member) => `${askedSince} ${person}`;
  return members
    .filter(({ person, unreachable }) => owners.has(person) && !unreachable)
    .sort((a, b) => (since(a) < since(b) ? -1 : 1))
    .at(0);
};

/** Shows a claim to one person who can confirm it, or in the channel, where two members can. */
export const tellClaim: JobFlow<"tell-claim"> = async (job, ports) => {
  const { rows } = ports;
  const [stored, claimer] = await Promise.all([readTeam(rows, job.team), readMember(rows, job.team, job.person)]);
  if (!stored || stored.team.removedAt !== undefined || !claimer || stored.team.leads.includes(job.person)) return undefined;
  const { team } = stored;
  const about = { say: "lead-claim", team: teamView(team), person: job.person, name: claimer.name } as const;
  const key = sendKey("lead-claim", job.to, job.once);
  if (job.to === undefined) return afterSend(await postOnce(ports, team, key, { ...about, openly: true }));
  if (await readMember(rows, team.id, job.to)) return afterSend(await sayTo(ports, team, job.to, { key, message: () => about }));
  const chat = await chatOf(job.to, ports);
  return chat && afterSend(await postOnce(ports, team, key, about, chat));
};

/** The chat of an admin, who need not be in any team. */
const chatOf = async (person: PersonId, { rows }: Ports) => {
  const { profile } = await readPerson(rows, person);
  return profile.chatId === undefined || profile.unreachable ? undefined : { id: profile.chatId, language: languageOfPerson(profile) };
};
