import { setTimeout as wait } from "node:timers/promises";
import { type AdaptiveCard, inDialog, sentenceCard } from "../../cards/index.ts";
import type { Address } from "../domain/address.ts";
import type { Place, Reply, Who } from "../domain/incoming.ts";
import type { Spoken } from "../domain/language.ts";
import { audience } from "../domain/message/audience.ts";
import type { Message } from "../domain/message/index.ts";
import type { Answered, Channel, Delivery } from "../ports.ts";
import { cardType, type Render, type Targeting } from "./channel.ts";
import type { Way } from "./read-activity.ts";

/** The HTTP answer to an activity. */
export type HttpAnswer = { readonly status: number; readonly body?: object };

/** The HTTP answer to an activity and, where the reply was a message of its own, the outcome of sending it. */
type ReplyOutcome = { readonly http: HttpAnswer; readonly delivery?: Delivery };

/** Longest wait (ms) before a reply that Teams has not taken is sent once more: a person is waiting for it. */
const patienceMs = 3_000;

/** The answer to a pressed Action.Execute, https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards */
const executeAnswer = (card: object | undefined, text: string): HttpAnswer => ({
  status: 200,
  body: card
    ? { statusCode: 200, type: cardType, value: card }
    : { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: text },
});

/**
 * The answer in a dialog of the message extension,
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module#respond-to-the-fetchtask
 * A sentence is a card too: clients have answered `message` with an error (https://github.com/MicrosoftDocs/msteams-docs/issues/617).
 */
const extensionAnswer = (card: AdaptiveCard | undefined, text: string, title: string): HttpAnswer =>
  card ? dialogAnswer(card, text, title) : dialogAnswer(sentenceCard(text), text, "Gnist");

/** The answer to a dialog, https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots */
const dialogAnswer = (card: AdaptiveCard | undefined, text: string, title: string): HttpAnswer => ({
  status: 200,
  body: card
    ? {
        task: {
          type: "continue",
          value: { title, width: "medium", height: "large", card: { contentType: cardType, content: inDialog(card) } },
        },
      }
    : { task: { type: "message", value: text } },
});

/** `pressLeftMs`: the time left for a new message that is sent before its press is answered. */
type Addressee = { readonly way: Way; readonly who?: Who; readonly place: Place; readonly pressLeftMs: number };

type World = { readonly channel: Channel & Targeting; readonly render: Render };

/** Delivers the reply by the way that its activity came: in the HTTP answer, by replacing the pressed post, or as a message. */
export const say = (reply: Reply, to: Addressee, world: World): Promise<ReplyOutcome> => {
  const within = reply.sent ? { ...world, channel: telling(world.channel, to.place, reply.sent) } : world;
  return reply.beside === undefined ? sayInPlace(reply, to, within) : sayBeside(reply, reply.beside, to, within);
};

/**
 * Tells of each message that Teams has taken where people go on reading it. A press in a channel changes a post that is known already, and Teams itself removes a
 * targeted message.
 */
const telling = (channel: World["channel"], place: Place, sent: NonNullable<Reply["sent"]>): World["channel"] => {
  const tell = (message: Message, delivery: Delivery, where: { readonly channel?: string }): Delivery => {
    if (delivery.outcome === "sent" && delivery.messageId !== "") sent({ message, messageId: delivery.messageId, ...where });
    return delivery;
  };
  return {
    ...channel,
    post: async (to, message, language) => {
      const isHere = place.kind === "channel" && to.conversationId === place.address.conversationId;
      return tell(message, await channel.post(to, message, language), isHere ? { channel: to.conversationId } : {});
    },
    update: async (to, messageId, message, language) => {
      const updated = await channel.update(to, messageId, message, language);
      return place.kind === "chat" ? tell(message, updated, {}) : updated;
    },
  };
};

/** Sends the new message before it answers the press, because that answer says that the message was sent. */
const sayBeside = async ({ message, language }: Reply, beside: Message, to: Addressee, world: World): Promise<ReplyOutcome> => {
  if ("isTargeted" in to.way) return sayInPlace({ message: beside, language }, to, world);
  if (to.way.by === "submit" || to.way.by === "message") {
    // Older clients show no answer to a press, and a sentence as a second message would repeat the first.
    const turned = world.render(message, language).card && (await sayInPlace({ message, language }, to, world));
    const told = await toReader(beside, language, to, world.channel);
    return turned?.delivery && isRefused(turned.delivery) ? turned : told;
  }
  const delivery = await Promise.race([toOwnChat(beside, language, to, world.channel, justOnce), tooLate(to.pressLeftMs)]);
  const told: Message = delivery.outcome === "sent" ? message : { say: "refusal", why: "not-sent" };
  return { ...(await sayInPlace({ message: told, language }, to, world)), delivery };
};

/** A message that Teams has not answered yet when its time is over. It may still arrive. */
const tooLate = (leftMs: number): Promise<Delivery> =>
  wait(Math.max(0, leftMs), { outcome: "doubtful", detail: "no answer in time" }, { ref: false });

/** Posts to the person's own chat, and opens that chat first if they wrote or pressed in a channel. For messages that only they may read. */
const toOwnChat = async (
  message: Message,
  language: Spoken,
  { who, place }: Addressee,
  channel: Channel,
  call: typeof onceMore = onceMore,
): Promise<Delivery> => {
  const { address } = place;
  const post = (to: Address) => call(() => channel.post(to, message, language));
  if (place.kind === "chat") return post(address);
  if (!who) return { outcome: "refused", why: "gone", detail: "nobody to open a chat with" };
  const there = place.kind === "channel" ? { ...address, conversationId: place.teamsTeamId } : address;
  const chat = await call(() => channel.openChat({ address: there, teamsId: who.teamsId }));
  return "got" in chat ? post({ ...address, conversationId: chat.got }) : chat.no;
};

/** Says a message in the person's own chat. Where a channel's person cannot be reached there, the channel reads `instead`. */
const toReader = async (
  message: Message,
  language: Spoken,
  to: Addressee,
  channel: Channel,
  instead: Message = { say: "refusal", why: "chat-only" },
): Promise<ReplyOutcome> => {
  const sent = await toOwnChat(message, language, to, channel);
  const isOver = sent.outcome === "sent" || sent.outcome === "doubtful" || to.place.kind === "chat";
  return {
    http: { status: 200 },
    delivery: isOver ? sent : await onceMore(() => channel.post(to.place.address, instead, language)),
  };
};

/** Is this a post of a channel, which a press changes for everybody? */
const isPost = ({ say }: Message): boolean =>
  say === "digest" || say === "board" || say === "minutes" || say === "passed-post" || say === "passed-gone";

/**
 * Answers somebody who wrote or pressed unseen by others, and never so that others see it. A message for one reader goes to their own chat, as from any channel,
 * because it must outlive the day after which Teams removes a targeted one; a targeted sentence says so. Where Teams takes no targeted message, the answer goes
 * there too.
 */
const sayUnseen = async ({ message, language }: Reply, who: Who, to: Addressee, { channel, render }: World): Promise<ReplyOutcome> => {
  const { way, place } = to;
  const post = (said: Message) => onceMore(() => channel.postTargeted(place.address, who.teamsId, said, language));
  if (audience[message.say] === "one") {
    const delivery = await toOwnChat(message, language, to, channel);
    const isThere = delivery.outcome === "sent" || delivery.outcome === "doubtful";
    await post(isThere ? { say: "sent-beside", where: "chat" } : { say: "refusal", why: "chat-only" });
    return { http: { status: 200 }, delivery };
  }
  const pressed = way.by === "submit" && render(message, language).card ? way.pressed : undefined;
  const updated = pressed && (await onceMore(() => channel.updateTargeted(place.address, pressed, message, language)));
  const sent = updated && !isRefused(updated) ? updated : await post(message);
  return { http: { status: 200 }, delivery: isRefused(sent) ? await toOwnChat(message, language, to, channel) : sent };
};

/** Is this a "no" that tells nothing of a team? */
const isBare = (message: Message): boolean => message.say === "refusal" && message.about === undefined;

const isRefused = ({ outcome }: Delivery): boolean => outcome === "refused";

const sayInPlace = async (reply: Reply, to: Addressee, world: World): Promise<ReplyOutcome> => {
  const { way, who, place } = to;
  if ("isTargeted" in way && who) return sayUnseen(reply, who, to, world);
  const { message, language } = reply;
  const { channel, render } = world;
  const { card, text, summary } = render(message, language);
  if (way.by === "execute") {
    if (card && way.pressed !== undefined && place.kind === "chat") reply.sent?.({ message, messageId: way.pressed });
    return { http: executeAnswer(card, text ?? summary) };
  }
  if (way.by === "extension") return { http: extensionAnswer(card, text ?? summary, summary) };
  // The channel shows the post already, and a job renews it: the dialog only closes.
  if (way.by === "dialog" && isPost(message)) return { http: { status: 200, body: {} } };
  if (way.by === "dialog") return { http: dialogAnswer(card, text ?? summary, summary) };

  const post = (address: Address) => onceMore(() => channel.post(address, message, language));
  const done = (delivery: Delivery): ReplyOutcome => ({ http: { status: 200 }, delivery });

  const replace = async (pressed: string): Promise<Delivery> => {
    const updated = await onceMore(() => channel.update(place.address, pressed, message, language));
    // Somebody has deleted the pressed post.
    return updated.outcome === "refused" && updated.why === "gone" ? post(place.address) : updated;
  };

  if (place.kind === "chat")
    return done(way.by === "submit" && way.pressed && card ? await replace(way.pressed) : await post(place.address));

  // In a channel, a message for one reader, or a sentence that answers a press, goes to that person's own chat. So does everything about the team where people
  // of other teams read too.
  const forOne = audience[message.say] === "one" || (place.kind === "channel" && place.ownMembers === "shared" && !isBare(message));
  if (way.by === "submit" && way.pressed && card && !forOne) return done(await replace(way.pressed));
  // The channel may read a sentence that answers a press, but nothing meant for one reader.
  if (who && (forOne || (way.by === "submit" && !card))) return toReader(message, language, to, channel, forOne ? undefined : message);
  return done(await post(place.address));
};

/** Makes a call without a repetition, for which a press leaves no time. */
const justOnce: typeof onceMore = (call) => call();

async function onceMore<T extends Delivery | Answered<string>>(call: () => Promise<T>): Promise<T> {
  const first = await call();
  const afterMs = "no" in first ? waitOf(first.no) : "outcome" in first ? waitOf(first) : undefined;
  if (afterMs === undefined || afterMs > patienceMs) return first;
  await wait(afterMs);
  return call();
}

const waitOf = (delivery: Delivery): number | undefined => (delivery.outcome === "later" ? delivery.afterMs : undefined);
