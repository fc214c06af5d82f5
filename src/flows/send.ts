import type { Message } from "../domain/message.ts";
import { isPresent, type Member, type PersonId } from "../domain/person.ts";
import type { Team } from "../domain/team.ts";
import type { Delivery, Ports } from "../ports.ts";
import { languageOfPerson, mergeMember, readMember, readPerson, saveProfile } from "../store/people.ts";
import { insertSend, mergeIntent, mergeOutcome, readSend } from "../store/sends.ts";
import { teamPartition } from "../store/teams.ts";

/** How a send ended for the job that wanted it: `over` means there is nothing left to do. */
export type SendResult = Delivery | { readonly outcome: "over" };

/** An intent without an outcome belongs to a send in flight, or to an instance that died; after this long (ms) it is the latter. */
const longestSendMs = 60_000;

/**
 * Posts one message at most once. The guard row is written as `intent` before the message is posted, and the outcome after it.
 * An intent without an outcome is doubtful: it is never posted again.
 * @param make whether the guard row is made here; otherwise a missing row means that nothing is to be sent.
 */
export const sendOnce = async (
  { rows, clock, chance, log }: Ports,
  team: Team,
  key: string,
  make: boolean,
  post: () => Promise<Delivery>,
): Promise<SendResult> => {
  const partition = teamPartition(team.id);
  if (make) await rows.commit(partition, [insertSend(key)]);
  const send = await readSend(rows, partition, key);
  if (!send || send.delivery === "sent" || send.delivery === "refused" || send.delivery === "doubtful") return { outcome: "over" };
  if (send.delivery === "intent") {
    const age = clock.now() - (send.sentAt ?? 0);
    if (age < longestSendMs) return { outcome: "later", afterMs: longestSendMs - age, detail: "another send of this message is in flight" };
    const doubtful: Delivery = { outcome: "doubtful", detail: "the instance that posted it left no outcome" };
    await rows.commit(partition, [mergeOutcome(key, doubtful)]);
    log.warn("send-doubtful", { team: team.id, key: key.split("|")[0], detail: doubtful.detail });
    return doubtful;
  }
  const nonce = chance.id();
  const intent = await rows.commit(partition, [mergeIntent(key, send.tag, nonce, clock.now())]).catch(() => "lost" as const);
  // A refusal may be the echo of our own write, and a lost answer may hide that it was made: the nonce tells.
  if (intent !== "done" && (await readSend(rows, partition, key))?.sendNonce !== nonce) {
    return { outcome: "later", afterMs: 5_000, detail: "the intent could not be written, or another send was quicker" };
  }
  const delivery = await post();
  await stored(() => rows.commit(partition, [mergeOutcome(key, delivery)]));
  if (delivery.outcome !== "sent") log.warn(`send-${delivery.outcome}`, { team: team.id, key: key.split("|")[0], detail: delivery.detail });
  return delivery;
};

/** Tries a few times: an outcome that is lost makes a message doubtful that is not. @throws StoreFault when none is taken */
const stored = async (write: () => Promise<unknown>): Promise<void> => {
  for (let tries = 1; ; tries++) {
    try {
      await write();
      return;
    } catch (fault) {
      if (tries === 3) throw fault;
    }
  }
};

/** Opens a person's chat where that has not been done, and remembers it. */
const openedChat = async (ports: Ports, team: Team, member: Member): Promise<string | Exclude<Delivery, { outcome: "sent" }>> => {
  if (member.chatId) return member.chatId;
  const opened = await ports.channel.openChat({ address: addressOf(team, team.teamsId), teamsId: member.teamsId });
  if ("not" in opened) return opened.not;
  await ports.rows.commit(teamPartition(team.id), [mergeMember(member.person, { chatId: opened.got })]);
  return opened.got;
};

export const addressOf = (team: Team, conversationId: string) => ({ tenantId: team.tenantId, serviceUrl: team.serviceUrl, conversationId });

/**
 * Says something to a member in their own chat and language, at most once under the guard `key`.
 * A person who has blocked Gnist is left alone until they write again.
 */
export const sayTo = async (
  ports: Ports,
  team: Team,
  person: PersonId,
  key: string,
  make: boolean,
  message: (member: Member) => Promise<Message> | Message,
): Promise<SendResult> => {
  const member = await readMember(ports.rows, team.id, person);
  if (!member || !isPresent(member) || member.unreachable) return { outcome: "over" };
  const chat = await openedChat(ports, team, member);
  const say = await message(member);
  const delivery = await sendOnce(ports, team, key, make, async () =>
    typeof chat === "string" ? ports.channel.post(addressOf(team, chat), say, languageOfPerson(member) ?? team.settings.language) : chat,
  );
  if (delivery.outcome === "refused" && (delivery.why === "blocked" || delivery.why === "not-installed")) {
    const known = await readPerson(ports.rows, person);
    await saveProfile(ports.rows, person, known, { unreachable: delivery.why });
  }
  return delivery;
};

/** What a job does after a send: it comes back where Teams has not taken the message. */
export const afterSend = (result: SendResult): undefined | { readonly laterMs: number } =>
  result.outcome === "later" ? { laterMs: result.afterMs } : undefined;
