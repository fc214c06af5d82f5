import { type Button, buttonsOf, type Card, type Filled, gather, isPlain, type Plain, toggled } from "../world/cards.ts";
import { dataOf, find } from "../world/press.ts";
import type { Client, Courier, Delivered, Redelivery } from "./activities.ts";
import { cardsOf, type Ledger, wordsOf } from "./ledger.ts";
import type { OneDrive } from "./onedrive.ts";
import { type Channel, isGone, type Person, type Place, type Post, type Team, type World } from "./world.ts";

/** People at their screens: they write, look, fill in and press, and see Teams' own messages. */

/** A post of the bot as one person sees it. */
type SeenPost = {
  readonly id: string;
  readonly at: number;
  readonly text?: string;
  /** Text of the notification and the lock screen. */
  readonly summary?: string;
  readonly card?: Card;
  /** All text of it. */
  readonly words: string;
  /** The titles of the buttons that show. */
  readonly buttons: readonly string[];
  /** How often the bot has replaced it. */
  readonly edits: number;
  /** The first post of its thread; its own id where it is the first. */
  readonly root: string;
  readonly activity: Plain;
};

/** A dialog that is open before a person. */
type Dialog = {
  readonly title: string;
  readonly card: Card;
  readonly words: string;
  presses(title: string, how?: { readonly inputs?: Filled; readonly redeliver?: Redelivery }): Promise<Outcome>;
};

/** The outcome of a press. */
export type Outcome = {
  /** The client kept it: the error messages beside the inputs. Nothing was sent. */
  readonly refused?: readonly string[];
  /** The data sent; missing where the client did it all by itself. */
  readonly activity?: Plain;
  readonly status?: number;
  /** The body of the bot's answer. */
  readonly answer?: unknown;
  /** The card that took the old one's place, for this person. */
  readonly card?: Card;
  /** A line that shows for a moment. */
  readonly toast?: string;
  readonly dialog?: Dialog;
  /** The fault that a person sees. */
  readonly failed?: string;
  /** The address of an `Action.OpenUrl`. */
  readonly opened?: string;
  /** The answer to the redelivery. */
  readonly again?: { readonly status: number; readonly body: unknown };
};

type Where = "chat" | string | Channel | Team;

type PressOptions = {
  /** The post, or words in it (beside the button, if the post has several of that title). Default: the newest post with such a button. */
  readonly on?: Pick<SeenPost, "id"> | string;
  readonly in?: Where;
  readonly inputs?: Filled;
  /** `execute` and the clients send what they support; `submit` is an old client that takes the fallback. */
  readonly as?: "execute" | "submit" | Client;
  readonly redeliver?: Redelivery;
};

const wrong = "Something went wrong. Please try again.";
const asString = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** The question of a post about a file, in a card of Teams' own. */
export const fileQuestionOf = ({ attachments }: Plain): { readonly name: string; readonly content: Plain } | undefined => {
  const found = (Array.isArray(attachments) ? attachments : []).find(
    (one) => isPlain(one) && one.contentType === "application/vnd.microsoft.teams.card.file.consent",
  );
  return isPlain(found) && typeof found.name === "string" && isPlain(found.content)
    ? { name: found.name, content: found.content }
    : undefined;
};

export const buildPeople = (world: World, ledger: Ledger, courier: Courier, drive: OneDrive) => (person: Person) => {
  const placeAt = (where: Where): Place => {
    if (where === "chat") return world.chatOf(person);
    return world.channelNamed(where, person);
  };

  const unseenBot = { id: world.bot.id, name: world.bot.name, isTargeted: true };

  const cardFor = (post: Post): Card | undefined => post.views.get(person) ?? cardsOf(post.activity)[0];

  const seen = (post: Post): SeenPost => {
    const own = post.views.get(person);
    const card = cardFor(post);
    const text = asString(post.activity.text);
    const summary = asString(post.activity.summary);
    return {
      id: post.id,
      at: post.at,
      ...(text === undefined ? {} : { text }),
      ...(summary === undefined ? {} : { summary }),
      ...(card ? { card } : {}),
      words: wordsOf(post.activity, own ? [own] : cardsOf(post.activity)),
      buttons: card
        ? buttonsOf(card)
            .filter((button) => !button.hidden)
            .map((button) => button.title)
        : [],
      edits: post.edits,
      root: post.root,
      activity: post.activity,
    };
  };

  const postsIn = (place: Place): readonly Post[] =>
    world.posts.filter(
      (post) => post.place.id === place.id && !post.writer && !post.deleted && !isGone(world, post) && (post.only ?? person) === person,
    );

  const findPerson = (name: string): string | undefined =>
    world.people.find((each) => each.tenantId === person.tenantId && each.key === name)?.entraId;

  const answered = ({ activity, answer, again }: Delivered): Outcome => ({
    activity,
    status: answer.status,
    answer: answer.body,
    ...(again ? { again } : {}),
    ...(answer.status >= 200 && answer.status < 300 ? {} : { failed: wrong }),
  });

  const fail = (outcome: Outcome, what: string): Outcome => {
    if (!outcome.failed) ledger.faults.push(what);
    return { ...outcome, failed: what };
  };

  const applyExecute = (post: Post, outcome: Outcome): Outcome => {
    if (outcome.failed) return outcome;
    const body = isPlain(outcome.answer) ? outcome.answer : {};
    const { type, value } = body;
    if (type === "application/vnd.microsoft.card.adaptive" && isPlain(value) && body.statusCode === 200) {
      post.views.set(person, value);
      ledger.changed();
      return { ...outcome, card: value };
    }
    if (type === "application/vnd.microsoft.activity.message" && typeof value === "string") return { ...outcome, toast: value };
    if (type === "application/vnd.microsoft.error" && isPlain(value))
      return fail(outcome, `${asString(value.code) ?? ""}: ${asString(value.message) ?? wrong}`);
    return fail(outcome, `${wrong} (the answer to Action.Execute was ${JSON.stringify(outcome.answer)?.slice(0, 200) ?? "empty"})`);
  };

  /** The answer to `task/fetch` and `task/submit`: a dialog, a line, or nothing. */
  const applyTask = (post: Post, client: Client, outcome: Outcome): Outcome => {
    if (outcome.failed || !isPlain(outcome.answer) || !isPlain(outcome.answer.task)) return outcome;
    const { type, value } = outcome.answer.task;
    if (type === "message" && typeof value === "string") return { ...outcome, toast: value };
    if (type !== "continue" || !isPlain(value)) return fail(outcome, wrong);
    const card = isPlain(value.card) && isPlain(value.card.content) ? value.card.content : undefined;
    if (!card) return fail(outcome, "The dialog has no card.");
    const dialog: Dialog = {
      title: asString(value.title) ?? "",
      card,
      words: wordsOf({}, [card]),
      presses: async (title, how = {}) => {
        const { button } = find([card], (one) => one, title, { who: person.key });
        if (button.type !== "Action.Submit") throw new Error(`A dialog sends by Action.Submit, not by ${button.type}.`);
        const form = gather(button, how.inputs ?? {}, findPerson);
        if (form.refused.length > 0) return { refused: form.refused };
        const value = { data: { ...dataOf(button.action), ...form.values }, context: { theme: "default" } };
        return applyTask(post, client, answered(await invoke("task/submit", post, client, value, how.redeliver)));
      },
    };
    return { ...outcome, dialog };
  };

  const fromPost = (post: Post, client: Client): Plain => {
    const activity = courier.byPerson(person, post.place, client, post.place.kind === "channel" ? post.root : undefined);
    const channelData = {
      ...(isPlain(activity.channelData) ? activity.channelData : {}),
      source: { name: "message" },
      legacy: { replyToId: post.id },
    };
    return { ...activity, ...(post.only ? { recipient: unseenBot } : {}), replyToId: post.id, channelData };
  };

  const invoke = (name: string, post: Post, client: Client, value: Plain, redeliver?: Redelivery): Promise<Delivered> =>
    courier.deliver({ ...fromPost(post, client), type: "invoke", name, id: courier.newId(), value }, redeliver);

  const submit = async (action: Plain, values: Plain, post: Post, client: Client, redeliver?: Redelivery): Promise<Outcome> => {
    const data = { ...dataOf(action), ...values };
    const teams = isPlain(data.msteams) ? data.msteams : {};
    if (teams.type === "task/fetch") {
      const value = { data, context: { theme: "default" } };
      return applyTask(post, client, answered(await invoke("task/fetch", post, client, value, redeliver)));
    }
    const message = { ...fromPost(post, client), type: "message", id: world.newMessageId() };
    if (teams.type === "imBack") return answered(await courier.deliver({ ...message, text: teams.value }, redeliver));
    if (teams.type === "messageBack")
      return answered(await courier.deliver({ ...message, text: teams.text, value: teams.value }, redeliver));
    return answered(await courier.deliver({ ...message, value: data }, redeliver));
  };

  const pick = (title: string, how: PressOptions): { readonly post: Post; readonly card: Card; readonly button: Button } => {
    const { on } = how;
    const one = typeof on === "object" ? world.posts.filter(({ id }) => id === on.id) : undefined;
    const posts = one && how.in === undefined ? one : postsIn(placeAt(how.in ?? "chat")).filter((post) => one?.includes(post) ?? true);
    try {
      return find(posts, cardFor, title, { who: person.key, on: typeof on === "string" ? on : undefined });
    } catch (fault) {
      throw new Error(`${fault instanceof Error ? fault.message : fault}\n${ledger.dump()}`);
    }
  };

  return {
    person,
    /** The posts of the bot in the person's chat, or in a channel of theirs; newest last. */
    sees: (where: { readonly in?: Where } = {}): readonly SeenPost[] => postsIn(placeAt(where.in ?? "chat")).map(seen),

    /** Writes to the bot: in the chat, or in a channel by mentioning it, or behind a slash, unseen by others. Resolves when the bot has answered the request. */
    writes: async (
      text: string,
      how: {
        readonly in?: Where;
        readonly thread?: Pick<SeenPost, "root">;
        readonly unseen?: true;
        readonly as?: Client;
        readonly redeliver?: Redelivery;
      } = {},
    ): Promise<Outcome> => {
      const place = placeAt(how.in ?? "chat");
      if (place.kind === "chat") person.hasChat = true;
      const id = world.newMessageId();
      const root = how.thread?.root ?? id;
      const activity = courier.byPerson(person, place, how.as ?? "desktop", root);
      const mention = `<at>${world.bot.name}</at>`;
      const mentioned = { type: "mention", mentioned: { id: world.bot.id, name: world.bot.name }, text: mention };
      const said =
        place.kind === "chat" || how.unseen
          ? { text, ...(how.unseen ? { recipient: unseenBot } : {}) }
          : {
              text: `${mention} ${text}\n`,
              attachments: [
                { contentType: "text/html", content: `<p>${mention}&nbsp;${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>` },
              ],
              entities: [mentioned, ...(Array.isArray(activity.entities) ? activity.entities : [])],
            };
      const whole = { ...activity, type: "message", id, textFormat: "plain", ...said };
      world.addPost(place.kind === "channel" ? { ...place, root } : place, whole, {
        writer: person,
        id,
        ...(how.unseen ? { only: person } : {}),
      });
      return answered(await courier.deliver(whole, how.redeliver));
    },

    /** Answers the newest question whether the bot may put a file into their OneDrive. Teams opens the upload session. */
    answersFile: async (action: "accept" | "decline", redeliver?: Redelivery): Promise<Outcome> => {
      const asks = (post: Post) => fileQuestionOf(post.activity);
      const post = postsIn(world.chatOf(person)).findLast(asks);
      const question = post && asks(post);
      if (!post || !question) throw new Error(`${person.key} is asked about no file.\n${ledger.dump()}`);
      const { name, content } = question;
      const accepted = { context: content.acceptContext, uploadInfo: drive.opens(name) };
      const value = { type: "fileUpload", action, ...(action === "accept" ? accepted : { context: content.declineContext }) };
      return answered(await invoke("fileConsent/invoke", post, "desktop", value, redeliver));
    },

    /** Presses the button with this title. @throws where there is no such button, or an input that is filled in does not show. */
    presses: async (title: string, how: PressOptions = {}): Promise<Outcome> => {
      const { post, card, button } = pick(title, how);
      const client: Client = how.as === undefined || how.as === "execute" || how.as === "submit" ? "desktop" : how.as;
      if (button.type === "Action.ToggleVisibility") {
        post.views.set(person, toggled(card, button.action));
        return {};
      }
      if (button.type === "Action.OpenUrl") return { opened: asString(button.action.url) ?? "" };
      if (button.type === "Action.ShowCard") return {};
      const old = button.type === "Action.Execute" && how.as === "submit";
      const action = old ? button.action.fallback : button.action;
      if (!isPlain(action) || (old && action.type !== "Action.Submit"))
        throw new Error(`An old client shows no "${title}": it has no Action.Submit to fall back on.`);
      const form = gather({ ...button, action }, how.inputs ?? {}, findPerson);
      if (form.refused.length > 0) return { refused: form.refused };
      if (action.type === "Action.Submit") return submit(action, form.values, post, client, how.redeliver);
      if (action.type !== "Action.Execute") throw new Error(`The stub cannot press ${String(action.type)}.`);
      const sent = {
        type: action.type,
        title,
        ...(action.id ? { id: action.id } : {}),
        verb: action.verb ?? "",
        data: { ...dataOf(action), ...form.values },
      };
      return applyExecute(
        post,
        answered(await invoke("adaptiveCard/action", post, client, { action: sent, trigger: "manual" }, how.redeliver)),
      );
    },
  };
};
