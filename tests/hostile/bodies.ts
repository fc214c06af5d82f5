import { cardsOf } from "../teams-stub/ledger.ts";
import { fileQuestionOf } from "../teams-stub/people.ts";
import type { Person, Place, Team } from "../teams-stub/world.ts";
import { type Button, buttonsOf, type Card, gather, inputsOf, isPlain, type Plain } from "../world/cards.ts";
import { dataOf } from "../world/press.ts";
import type { HostileWorld } from "./world.ts";

/** Bodies as Teams sends them: activities of people and of teams, and the forms behind the buttons of cards. */

type Where =
  | Extract<Place, { kind: "chat" }>
  | { readonly kind: "channel"; readonly id: string; readonly team: Team }
  | { readonly kind: "group-chat"; readonly id: string };

export const chatOf = (person: Person): Where => ({ kind: "chat", id: person.chatId, person });
/** A chat of several people, in which Gnist does not work. */
export const groupChat: Where = { kind: "group-chat", id: "19:several@thread.v2" };
export const generalOf = (team: Team): Where => ({ kind: "channel", id: team.id, team });

let sent = 0;

/** Any activity of a person. */
const from = ({ stub, now }: HostileWorld, person: Person, where: Where, what: Plain): Plain => {
  sent += 1;
  const tenant = { id: person.tenantId };
  const place =
    where.kind === "channel" ? { team: { id: where.team.id, name: where.team.name }, channel: { id: where.id, type: "standard" } } : {};
  const conversations = {
    chat: { conversationType: "personal", id: where.id },
    channel: { isGroup: true, conversationType: "channel", id: `${where.id};messageid=1700` },
    "group-chat": { isGroup: true, conversationType: "groupChat", id: where.id },
  };
  return {
    channelId: "msteams",
    serviceUrl: stub.serviceUrl,
    id: `f:${sent}`,
    timestamp: new Date(now()).toISOString(),
    locale: person.locale,
    from: { id: person.teamsId, name: person.name, aadObjectId: person.entraId },
    recipient: stub.bot,
    conversation: { tenantId: person.tenantId, ...conversations[where.kind] },
    entities: [{ type: "clientInfo", locale: person.locale, country: "SE", platform: "Web" }],
    channelData: { tenant, ...place },
    ...what,
  };
};

const eventTypes = [
  "teamMemberAdded",
  "teamMemberRemoved",
  "teamRenamed",
  "teamArchived",
  "teamUnarchived",
  "teamRestored",
  "teamDeleted",
  "teamHardDeleted",
  "channelCreated",
  "channelRenamed",
  "channelDeleted",
];

type Draw = { pick<T>(from: readonly T[]): T };
type Make = (world: HostileWorld, person: Person, where: Where, draw: Draw) => Plain;

const event: Make = (world, person, where, { pick }) => {
  const { teamsId: id, entraId: aadObjectId } = pick(world.north.members);
  const base = from(world, person, where, { type: "conversationUpdate", membersAdded: [{ id, aadObjectId }] });
  const [left, moved] = [{ membersRemoved: [{ id, aadObjectId }] }, { membersAdded: [{ id: world.stub.bot.id }] }];
  const channelData = { ...(base.channelData as object), eventType: pick(eventTypes) };
  return { ...base, ...pick([left, moved, {}]), channelData };
};

/** The event that an archived team is restored. */
export const unarchived = (world: HostileWorld, team: Team, person: Person): Plain => {
  const base = from(world, person, generalOf(team), { type: "conversationUpdate" });
  return { ...base, channelData: { ...(base.channelData as object), eventType: "teamUnarchived" } };
};

/** Every kind of activity, as Teams sends it. */
export const activities: Readonly<Record<string, Make>> = {
  message: (world, person, where, { pick }) => from(world, person, where, { type: "message", text: pick(words) }),
  "message with mentions": (world, person, where, { pick }) => {
    const mention = { type: "mention", text: "<at>Gnist</at>", mentioned: world.stub.bot };
    const other = { type: "mention", text: "<at>Pia Holm</at>", mentioned: { id: "29:pia", name: "Pia Holm" } };
    return from(world, person, where, {
      type: "message",
      text: `<at>Gnist</at> ${pick(words)} <at>Pia Holm</at>`,
      textFormat: "plain",
      attachments: [{ contentType: "text/html", content: "<p>x</p>" }],
      entities: [mention, other],
    });
  },
  "message unseen by others": (world, person, where, { pick }) =>
    from(world, person, where, { type: "message", text: pick(words), recipient: { ...world.stub.bot, isTargeted: true } }),
  event,
  installation: (world, person, where, { pick }) =>
    from(world, person, where, {
      type: "installationUpdate",
      action: pick(["add", "add-upgrade", "remove", "remove-upgrade", "odd"]),
      channelData: {
        tenant: { id: person.tenantId },
        ...(where.kind === "channel"
          ? { team: { id: where.team.id, name: where.team.name }, settings: { selectedChannel: { id: where.id } } }
          : {}),
      },
    }),
  "message extension": (world, person, where, { pick }) =>
    from(world, person, where, {
      type: "invoke",
      name: "composeExtension/fetchTask",
      value: {
        commandId: "save-as-friction",
        commandContext: "message",
        messagePayload: {
          id: "1",
          from: { user: { id: "u", displayName: "Pia Holm" } },
          body: { contentType: pick(["html", "text"]), content: `<p>${pick(words)} <at id="0">Pia</at></p><blockquote>x</blockquote>` },
        },
      },
    }),
  "press of an old card": (world, person, where, { pick }) =>
    from(world, person, where, { type: "message", value: { verb: pick(["add-voice", "idea-form", "odd"]), idea: "i" }, replyToId: "1700" }),
  "answer about a file": (world, person, where, { pick }) => {
    const asked = world.stub.world.posts.findLast(({ place, activity }) => place.kind === "chat" && fileQuestionOf(activity));
    const isAsked = asked?.place.kind === "chat" && pick([true, true, false]);
    const [context, who, there] = isAsked
      ? [fileQuestionOf(asked.activity)?.content.acceptContext, asked.place.person, chatOf(asked.place.person)]
      : [pick([{ file: "a".repeat(22) }, { file: "no token" }, {}]), person, where];
    const uploadInfo = pick([
      world.stub.drive.opens("record.zip"),
      { ...world.stub.drive.opens("record.zip"), uploadUrl: pick([`${world.stub.serviceUrl}upload/none`, "odd"]) },
      // A local Gnist uploads to this machine alone, so that this one is refused.
      { ...world.stub.drive.opens("record.zip"), uploadUrl: "https://contoso-my.sharepoint.com/upload" },
    ]);
    const value = { type: "fileUpload", action: pick(["accept", "accept", "decline", "odd"]), context, uploadInfo };
    return from(world, who, there, { type: "invoke", name: "fileConsent/invoke", value });
  },
  "unknown invoke": (world, person, where) => from(world, person, where, { type: "invoke", name: "odd/invoke", value: { a: 1 } }),
  unknown: (world, person, where, { pick }) =>
    from(world, person, where, { type: pick(["typing", "messageReaction", "endOfConversation", "event", "trace", "odd"]), name: "x" }),
};

const words = [
  "help",
  "ideas",
  "my ideas",
  "my actions",
  "my data",
  "settings",
  "my settings",
  "status",
  "teams",
  "audit",
  "defaults",
  "pause 2 weeks",
  "resume",
  "prompt",
  "prompt now",
  "digest",
  "digest now",
  "who sees this",
  "board",
  "review",
  "export",
  "numbers",
  "#1",
  "#2 ask",
  "#99999999999999999999",
  "thanks #1",
  "idea the lamps are dark",
  "for a colleague the lamps are dark",
  "language svenska",
  "coordinators here",
  "substitute Omar until Friday",
  "paus",
  "hjälp",
  "The corridor is cold in the morning",
  "my number is 19811218-9876, call 070-123 45 67",
];

/** One button: its data, the inputs beside it, and its shape for clients that know no Action.Execute. */
export type Form = { readonly verb: string; readonly data: Plain; readonly inputs: Readonly<Record<string, string>> };

const filledIn: Readonly<Record<string, string>> = {
  "Input.Text": "The cupboard is locked at night",
  "Input.Date": "2026-12-18",
  "Input.Time": "10:00",
  "Input.Toggle": "true",
  "Input.Number": "7",
};

const formOf = (button: Button): Form => {
  const inputs = Object.fromEntries(
    button.cards.flatMap(inputsOf).map(({ id, type, value, choices }) => [id, value || choices[0]?.value || (filledIn[type] ?? "")]),
  );
  const { values } = gather(button, {}, () => undefined);
  return { verb: button.verb ?? "", data: dataOf(button.action), inputs: { ...inputs, ...values } };
};

/** The form of every button of a card that sends something. */
export const formsOf = (card: Card): readonly Form[] =>
  buttonsOf(card)
    .filter(({ type }) => type === "Action.Execute" || type === "Action.Submit")
    .map(formOf);

/** The cards that a person sees now, in their chat and in their team's channels, the newest last. */
export const cardsBefore = ({ stub }: HostileWorld, person: Person): readonly { readonly card: Card; readonly where: Where }[] =>
  stub.world.posts
    .filter(({ writer, deleted }) => !writer && !deleted)
    .flatMap(({ place, activity, views }) => {
      const isTheirs = place.kind === "chat" ? place.person === person : place.team.members.includes(person);
      const [card] = cardsOf(activity);
      const shown = views.get(person) ?? card;
      return isTheirs && shown ? [{ card: shown, where: place.kind === "chat" ? chatOf(person) : generalOf(place.team) }] : [];
    })
    .slice(-60);

/** The ways in which a press reaches Gnist. */
export const ways = ["execute", "submit", "task-fetch", "task-submit", "extension"] as const;

/** A press, as it was drawn: who, where, how, and what it sends. */
type Press = {
  readonly person: Person;
  readonly where: Where;
  readonly way: (typeof ways)[number];
  readonly verb: unknown;
  readonly data: unknown;
};

export const pressOf = (world: HostileWorld, { person, where, way, verb, data }: Press): Plain => {
  const invoke = (name: string, value: Plain) => from(world, person, where, { type: "invoke", name, value });
  const press = {
    execute: () => invoke("adaptiveCard/action", { action: { type: "Action.Execute", verb, data }, trigger: "manual" }),
    submit: () => from(world, person, where, { type: "message", value: data, replyToId: "1700" }),
    "task-fetch": () => invoke("task/fetch", { data, context: { theme: "default" } }),
    "task-submit": () => invoke("task/submit", { data, context: { theme: "default" } }),
    extension: () => invoke("composeExtension/submitAction", { commandId: "save-as-friction", data }),
  };
  return press[way]();
};

/** The card in the answer to a press, or in a dialog. */
export const cardIn = (text: string): Card | undefined => {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isPlain(body)) return undefined;
  if (isPlain(body.value) && body.value.type === "AdaptiveCard") return body.value;
  const value = isPlain(body.task) ? body.task.value : undefined;
  const card = isPlain(value) && isPlain(value.card) ? value.card.content : undefined;
  return isPlain(card) ? card : undefined;
};
