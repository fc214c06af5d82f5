import type { Idea } from "../../domain/idea/idea.ts";
import { formIdOf } from "../../domain/ids.ts";
import type { Spoken } from "../../domain/language.ts";
import type { Message } from "../../domain/message/index.ts";
import { isPresent, type Member, type PersonId } from "../../domain/people/person.ts";
import { spokenIn, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { mergeMember, readAnybody, readMember } from "../../store/member.ts";
import { languageOfPerson, readPerson, saveProfile } from "../../store/person.ts";
import { putSaid } from "../../store/said.ts";
import type { JobEnd } from "../flow.ts";
import { addressIn, inTurn } from "./in-turn.ts";
import { type Attempt, longestSendMs, type Posted, type SendResult, sendGuarded } from "./send-once.ts";

/**
 * Says something to a member in their own chat and language, at most once under the guard `key`.
 * @param said `keep` stores the message's id, because Gnist will change it one day: `id` does only that, an idea lists the message among those from which
 *   flows/ideas/take-words-back.ts takes its words.
 */
export const sayTo = async (
  ports: Ports,
  team: Team,
  person: PersonId,
  said: {
    readonly key: string;
    readonly message: (member: Member) => Promise<Message> | Message;
    readonly keep?: Pick<Idea, "id"> | readonly Pick<Idea, "id">[] | "id";
  },
): Promise<SendResult> => {
  const { key, keep } = said;
  const member = await readMember(ports.rows, team.id, person);
  if (!member || !isPresent(member) || member.unreachable) return { outcome: "over" };
  const attempt = toMember(ports, team, member, await said.message(member), true);
  const about = keep === undefined || keep === "id" ? [] : [keep].flat();
  return sendGuarded(ports, team, key, keep ? keepingId(attempt, key, about) : attempt);
};

/** An attempt that stores the id of its message, and lists the message with the ideas that it is `about`. @param key the key of its guard */
export const keepingId = (attempt: Attempt, key: string, about: readonly Pick<Idea, "id">[]): Attempt => ({
  ...attempt,
  post: async (): Promise<Posted> => {
    const posted = await attempt.post();
    const also = posted.delivery.outcome === "sent" ? about.map(({ id }) => putSaid(id, key)) : [];
    return { ...posted, keepId: true, also: [...(posted.also ?? []), ...also] };
  },
});

/** Replaces a message in a person's own chat, also after they have left the team. A message that is no longer there is left alone. */
export const sayInstead = async (ports: Ports, team: Team, person: PersonId, messageId: string, message: Message): Promise<JobEnd> => {
  const known = await readAnybody(ports.rows, team.id, person);
  const chat = known?.chatId;
  if (!known || chat === undefined) return undefined;
  return replace(ports, team, { conversation: chat, messageId }, message, languageOfPerson(known) ?? team.settings.language);
};

/** Replaces an answer that everybody in a channel reads, in the same way. */
export const sayInsteadInChannel = (ports: Ports, team: Team, channel: string, messageId: string, message: Message): Promise<JobEnd> =>
  replace(ports, team, { conversation: channel, messageId }, message, spokenIn(team));

const replace = async (
  ports: Ports,
  team: Team,
  { conversation, messageId }: { readonly conversation: string; readonly messageId: string },
  message: Message,
  language: Spoken,
): Promise<JobEnd> => {
  const updated = await inTurn(ports, team, async () => {
    const delivery = await ports.channel.update(addressIn(team, conversation), messageId, message, language);
    return delivery.outcome === "sent" ? { got: true } : { no: delivery };
  });
  if ("got" in updated || updated.no.outcome === "refused") return undefined;
  return { laterMs: updated.no.outcome === "later" ? updated.no.afterMs : tryAgainMs };
};

/** Delay (ms) after which a repeatable call is made again that got no clear answer. */
const tryAgainMs = 5_000;

/**
 * A message to a member's own chat. Gnist opens the chat where it knows none, or Teams no longer knows it. A person who has blocked Gnist or has not installed
 * it is left alone until they write or install it again.
 */
export const toMember = (ports: Ports, team: Team, member: Member, message: Message, urgent: boolean): Attempt => {
  const { channel, rows } = ports;
  const language = languageOfPerson(member) ?? team.settings.language;
  const open = () => channel.openChat({ address: addressIn(team, team.teamsId), teamsId: member.teamsId });
  const opened = async (): Promise<Posted> => {
    const chat = member.chatId === undefined ? await open() : { got: member.chatId };
    if ("no" in chat) return { delivery: chat.no };
    const delivery = await channel.post(addressIn(team, chat.got), message, language);
    const isKnown = chat.got === member.chatId;
    if (!isKnown || delivery.outcome !== "refused" || delivery.why !== "gone")
      return { delivery, also: isKnown ? [] : [mergeMember(member.person, { chatId: chat.got })] };
    // Teams no longer knows the chat, so it has not taken the message: Gnist opens the chat again and posts once more.
    const again = await open();
    if ("no" in again) return { delivery: again.no };
    return {
      delivery: await channel.post(addressIn(team, again.got), message, language),
      also: [mergeMember(member.person, { chatId: again.got })],
    };
  };
  const form = message.say === "check-in" ? message.question : message;
  const secret = form?.say === "idea-form" ? form.secret : undefined;
  return {
    calls: member.chatId === undefined ? 2 : 1,
    urgent,
    ...(secret ? { form: formIdOf(secret) } : {}),
    post: async () => {
      const posted = await opened();
      const { delivery } = posted;
      if (delivery.outcome !== "refused" || (delivery.why !== "blocked" && delivery.why !== "not-installed")) return posted;
      const unreachable = delivery.why;
      return { delivery, after: async () => saveProfile(rows, member.person, await readPerson(rows, member.person), { unreachable }) };
    },
  };
};

/** The end of a job after a send: it is tried again only where Teams has not taken the message yet. */
export const afterSend = (result: SendResult): JobEnd => {
  if (result.outcome === "later" || result.outcome === "held") return { laterMs: result.afterMs };
  return result.outcome === "stopped" ? { laterMs: longestSendMs } : undefined;
};
