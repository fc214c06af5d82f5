import { render } from "../../cards/index.ts";
import type { ChannelPlace, Incoming, Place, Reply, SentAnswer } from "../../src/domain/incoming.ts";
import type { NewsKind } from "../../src/domain/job.ts";
import type { Spoken } from "../../src/domain/language.ts";
import { audience } from "../../src/domain/message/audience.ts";
import type { NewsReader } from "../../src/domain/message/ideas.ts";
import type { Message, MessageOf, Say } from "../../src/domain/message/index.ts";
import type { Delivery } from "../../src/ports.ts";
import { buttonsOf, type Card, type Filled, inputsOf, type Plain, toggled } from "./cards.ts";
import { chatWith, type Someone, whoOf } from "./places.ts";
import { find, sentBy } from "./press.ts";
import { line } from "./words.ts";

/** One message of a chat or channel, as it is seen. */
type View = { readonly message: Message; readonly language: Spoken; readonly card?: Card };

/** One step, as news told it. */
type Told = {
  readonly news: NewsKind;
  readonly reader: NewsReader;
  readonly number: number | undefined;
  readonly reason?: string | undefined;
};

/** A message of Gnist, in its latest version. */
export type Post = {
  readonly messageId: string;
  /** The chat or channel. */
  readonly to: string;
  /** Whether it answers a word; otherwise Gnist sent it unasked. */
  readonly isAnswer: boolean;
  message: Message;
  language: Spoken;
  /** How often Gnist has replaced it. */
  updated: number;
  /** Views on some screens: the answer to a press replaces the card only for the person who pressed. */
  readonly views: Map<Screen, View>;
};

/** Stands for the screen of a device. */
type Screen = { readonly of: string };

const drawn = new WeakMap<Message, Map<Spoken, View>>();

/** A message with its card, drawn once. */
export const viewOf = (message: Message, language: Spoken): View => {
  const known = drawn.get(message) ?? new Map<Spoken, View>();
  drawn.set(message, known);
  const before = known.get(language);
  if (before) return before;
  const { card } = render(message, language);
  const view = { message, language, ...(card ? { card: card as unknown as Card } : {}) };
  known.set(language, view);
  return view;
};

/** The world's functions for its people. */
type Stage = {
  /** All that has been said, the oldest first. */
  readonly posts: readonly Post[];
  readonly now: () => number;
  /** The channel of a team that the person is in; the first team's where it is called `channel`. */
  channelFor(someone: Someone, name: string): ChannelPlace;
  hear(incoming: Incoming): Promise<Reply | undefined>;
  /** Tells Gnist, in spare time, where an answer of its stands. */
  tell(reply: Reply, sent: SentAnswer): void;
  /** Runs the jobs that the flows have queued. */
  settle(): Promise<void>;
  /** Adds the answer to a word to its chat or channel. */
  keep(to: string, reply: Reply): Post;
  /** Teams opens an upload session in somebody's OneDrive. @returns its address */
  opensUpload(url: string): string;
  /** A new message beside the answer to a press. */
  post(chat: Place, message: Message, language: Spoken): Promise<Delivery>;
  /** Teams' people picker. @returns an Entra id */
  findPerson(name: string): string | undefined;
};

/** `chat`, `channel` (the first team's), the name of another team, or `dialog`: the one they opened on a message. */
type Where = { readonly in?: string };

/** The place of a press, words on the post (beside the button, if the post has several of that title), and inputs by label. */
type How = Where & { readonly on?: string } & Filled;

/** Somebody at a device of theirs: reads, writes, fills in and presses. */
const openDevice = (someone: Someone, stage: Stage) => {
  const { name } = someone;
  const screen: Screen = { of: name };
  const who = whoOf(someone);
  const chat = chatWith(someone);
  let dialog: Place = { ...chat, kind: "elsewhere", address: { ...chat.address, conversationId: `dialog of ${name}` } };
  const placeOf = (where = "chat"): Place => (where === "chat" ? chat : where === "dialog" ? dialog : stage.channelFor(someone, where));
  const seenOf = (post: Post): View => post.views.get(screen) ?? viewOf(post.message, post.language);
  const postsIn = (place: Place): readonly Post[] => stage.posts.filter(({ to }) => to === place.address.conversationId);

  const choose = (title: string, { in: where, on, ...filled }: How) => {
    const place = placeOf(where);
    const found = find(postsIn(place), (post) => seenOf(post).card, title, { who: name, on });
    return { ...found, place, data: () => sentBy(found.button, filled, stage.findPerson) };
  };

  const hear = async (incoming: Incoming): Promise<Reply> => {
    const reply = await stage.hear(incoming);
    if (!reply) throw new Error(`${name} was not answered`);
    return reply;
  };
  const send = async (place: Place, data: unknown): Promise<Reply> => {
    const reply = await hear({ happened: "pressed", who, place, data });
    if (!reply.beside) return reply;
    const sent = await stage.post(chat, reply.beside, reply.language);
    if (sent.outcome === "sent") stage.tell(reply, { message: reply.beside, messageId: sent.messageId });
    return reply;
  };

  const press = async (title: string, how: How = {}): Promise<Message> => {
    const { post, card, button, place, data } = choose(title, how);
    if (button.type === "Action.ToggleVisibility") {
      post.views.set(screen, { ...seenOf(post), card: toggled(card, button.action) });
      return seenOf(post).message;
    }
    const reply = await send(place, data());
    const { message, language } = reply;
    const view = viewOf(message, language);
    if (view.card) post.views.set(screen, view);
    if (view.card && place.kind === "chat") stage.tell(reply, { message, messageId: post.messageId });
    return message;
  };

  const write = async (text: string, { in: where }: Where = {}): Promise<Message> => {
    const place = placeOf(where);
    const reply = await hear({ happened: "wrote", who, place, text, activity: String(stage.now()) });
    const { address } = audience[reply.message.say] === "one" ? chat : place;
    const { messageId } = stage.keep(address.conversationId, reply);
    const { conversationId: channel } = address;
    stage.tell(reply, { message: reply.message, messageId, ...(address === chat.address ? {} : { channel }) });
    if (reply.beside) await stage.post(chat, reply.beside, reply.language);
    return reply.message;
  };

  const save = async (text: string, { in: where }: Where = {}): Promise<Message> => {
    dialog = {
      kind: "elsewhere",
      address: dialog.address,
      ...(where === undefined ? {} : { near: stage.channelFor(someone, where).team }),
    };
    const reply = await hear({ happened: "pressed", who, place: dialog, data: { verb: "save-as-friction", text } });
    stage.keep(dialog.address.conversationId, reply);
    return reply.message;
  };

  /** Answers Teams' newest question about a file. @returns what Gnist says instead of it */
  const answerFile = async (how: "accept" | "decline"): Promise<Message> => {
    const post = postsIn(chat).findLast(({ message }) => message.say === "file-consent");
    if (post?.message.say !== "file-consent") throw new Error(`Teams has not asked ${someone.name} about a file`);
    const { file } = post.message;
    const url = `https://contoso-my.sharepoint.com/personal/file`;
    const data =
      how === "accept"
        ? {
            verb: "take-file",
            file,
            uploadUrl: stage.opensUpload(`${url}/${post.messageId}`),
            contentUrl: url,
            uniqueId: "u",
            fileType: "zip",
          }
        : { verb: "decline-file", file };
    const { message, language } = await send(chat, data);
    post.views.set(screen, viewOf(message, language));
    return message;
  };

  const settled = async (acting: Promise<Message>): Promise<Message> => {
    const message = await acting;
    await stage.settle();
    return message;
  };
  const presses = (title: string, how?: How) => settled(press(title, how));
  const writes = (text: string, where?: Where) => settled(write(text, where));

  const sees = (where: Where = {}): readonly View[] => postsIn(placeOf(where.in)).map(seenOf);

  return {
    ...someone,
    who,
    chat,
    /** The id of their chat. */
    chatId: chat.address.conversationId,
    /** All messages that they see in their chat or in a channel, oldest first. */
    sees,
    /** The titles of the buttons on the newest card there. */
    buttons: (where?: Where): readonly string[] => {
      const { card } = sees(where).findLast((view) => view.card) ?? {};
      return card ? buttonsOf(card).map(({ title }) => title) : [];
    },
    /** Messages of one kind that Gnist has sent to their chat of its own accord. */
    got: <S extends Say>(say: S): readonly MessageOf<S>[] =>
      postsIn(chat).flatMap(({ isAnswer, message }) => (!isAnswer && message.say === say ? [message as MessageOf<S>] : [])),
    /** All that they were told in their bundles of news, step by step. */
    news: (): readonly Told[] =>
      postsIn(chat)
        .flatMap(({ message }) => (message.say === "news" ? message.ideas : []))
        .flatMap((one): readonly Told[] =>
          "withdrawn" in one
            ? [{ news: "withdrawn", reader: one.reader, number: one.number }]
            : one.lines.map(({ news, reason }) => ({ news, reason, reader: one.reader, number: one.idea.number })),
        ),
    presses,
    writes,
    answersFile: (how: "accept" | "decline") => settled(answerFile(how)),
    /** *Save as friction* on a message, which stands in a channel or anywhere else. */
    saves: (text: string, where?: Where) => settled(save(text, where)),
    /** Presses without running jobs, as while a person waits. */
    press,
    write,
    save,
    /** Sends an idea on the newest form. @param more what else is filled in, once *Add details* shows it */
    answers: (friction: string, more: Filled = {}) => presses("Send", { [line]: friction, ...more }),
    /** A lead changes one idea of their draft: with *Save*, or *Hold back*. */
    changes: async (idea: string, title: "Save" | "Hold back", filled: Filled) => {
      await presses("Change", { on: idea });
      return presses(title, filled);
    },
    /** A lead posts the digest now, however few have answered. */
    posts: async () => {
      const said = await writes("digest now");
      return said.say === "post-early" ? presses("Post now") : said;
    },
    /** A lead saves settings, in the form of each group that asks for one of those that change; the first group as it is, where none does. */
    sets: async (changed: Filled) => {
      let said = await writes("settings");
      const left = new Map(Object.entries(changed));
      for (const group of ["When", "Where", "Who", "What"]) {
        const { card = {} } = viewOf(await presses(group), "en");
        const asked = inputsOf(card).map(({ label }) => label);
        const here = [...left].filter(([label]) => asked.includes(label));
        for (const [label] of here) left.delete(label);
        const saves = here.length > 0 || left.size === 0;
        said = saves ? await presses("Save", Object.fromEntries(here)) : await presses("Back");
        if (left.size === 0 || said.say !== "settings" || said.problem) return said;
      }
      throw new Error(`No group of settings asks for ${[...left.keys()].join(", ")}`);
    },
    /** All that a press would send. */
    wouldSend: (title: string, how: How = {}): Plain => choose(title, how).data(),
    /** Sends data that no card in their view sends: hostile, from an older card, or another person's. */
    sendsByHand: (data: unknown, { in: where }: Where = {}) => settled(send(placeOf(where), data).then(({ message }) => message)),
    takesGnistAway: () => stage.hear({ happened: "removed-from-person", who, place: chat }),
  };
};

/** A person at one of their devices; another device shows every card as it was sent. */
export type Person = ReturnType<typeof openDevice> & { readonly onAnotherDevice: () => Person };

export const openPerson = (someone: Someone, stage: Stage): Person => ({
  ...openDevice(someone, stage),
  onAnotherDevice: () => openPerson(someone, stage),
});
