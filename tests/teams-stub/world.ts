import { createHash } from "node:crypto";
import type { Card, Plain } from "../world/cards.ts";

/** The organisation that Teams shows: people, teams, channels, chats, and what has been posted in them. */

export type Person = {
  /** Their name in tests: their own, or another where two people share it. */
  readonly key: string;
  readonly name: string;
  readonly tenantId: string;
  /** `29:…` for people, `28:…` for bots. */
  readonly teamsId: string;
  readonly entraId: string;
  readonly locale: string;
  readonly zone: string;
  readonly guest: Guest;
  readonly bot: boolean;
  readonly chatId: string;
  /** The chat has been opened, by the bot or by the person. */
  hasChat: boolean;
  /** The app is installed in personal scope. */
  hasApp: boolean;
};

/**
 * Guests show by `#EXT#` in their user name. Whether Teams also says so in `userRole` is not documented (`user` and `anonymous` are),
 * so `true` says `user`, and `"by-role"` has no `#EXT#` and says `guest`.
 */
type Guest = boolean | "by-role";

export type NewPerson = {
  readonly name: string;
  readonly key?: string;
  readonly locale?: string;
  readonly zone?: string;
  readonly guest?: Guest;
  readonly bot?: boolean;
  readonly tenant?: string;
};

export type Channel = { readonly id: string; name: string; readonly type: "standard" | "private" | "shared" };

export type Team = {
  readonly id: string;
  name: string;
  readonly tenantId: string;
  readonly aadGroupId: string;
  /** General first; its id is the team's. */
  readonly channels: Channel[];
  readonly members: Person[];
  hasApp: boolean;
};

type NewTeam = {
  readonly name: string;
  readonly tenant?: string;
  readonly channels?: readonly string[];
  readonly members?: readonly (string | NewPerson | Person)[];
};

/** A chat, or a channel; `root` is the thread where the id names one. */
export type Place =
  | { readonly kind: "chat"; readonly id: string; readonly person: Person }
  | { readonly kind: "channel"; readonly id: string; readonly team: Team; readonly channel: Channel; readonly root?: string };

export type Post = {
  readonly id: string;
  /** The chat or channel. */
  readonly place: Place;
  /** The first post of its thread, in a channel. */
  readonly root: string;
  /** The bot's, where no person wrote it. */
  readonly writer?: Person;
  /** The one person who sees it, where it is a targeted message. */
  readonly only?: Person;
  readonly at: number;
  activity: Plain;
  /** The card as one person sees it, after an answer or a toggle that was theirs alone. */
  readonly views: Map<Person, Card>;
  edits: number;
  deleted: boolean;
};

const hash = (...parts: readonly string[]): Buffer => createHash("sha512").update(parts.join("\n")).digest();

/** Equal words always give the same GUID. */
export const guid = (...parts: readonly string[]): string => {
  const hex = hash(...parts).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const isGuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
const asTenant = (name: string): string => (isGuid(name) ? name : guid("tenant", name));

export type World = ReturnType<typeof buildWorld>;

export const buildWorld = (now: () => number, bot: { readonly id: string; readonly name: string }) => {
  const people: Person[] = [];
  const teams: Team[] = [];
  const posts: Post[] = [];
  // Beside the lists, so that ten thousand people and their posts are found at once.
  const chats = new Map<string, Person>();
  const postsById = new Map<string, Post>();
  let lastId = 0;

  /** Message ids in Teams are milliseconds since 1970; two are never the same. */
  const newMessageId = (): string => {
    lastId = Math.max(lastId + 1, now());
    return String(lastId);
  };

  const addPerson = (asked: NewPerson): Person => {
    const tenantId = asTenant(asked.tenant ?? "default");
    const key = asked.key ?? asked.name;
    if (people.some((each) => each.key === key && each.tenantId === tenantId))
      throw new Error(`There is a "${key}" already; give the other one a key.`);
    const person: Person = {
      key,
      name: asked.name,
      tenantId,
      teamsId: asked.bot ? `28:${guid("bot", tenantId, key)}` : `29:1${hash("person", tenantId, key).toString("base64url")}`,
      entraId: guid("entra", tenantId, key),
      locale: asked.locale ?? "en-US",
      zone: asked.zone ?? "Europe/Stockholm",
      guest: asked.guest ?? false,
      bot: asked.bot ?? false,
      chatId: `a:1${hash("chat", tenantId, key, bot.id).toString("base64url")}`,
      hasChat: false,
      hasApp: false,
    };
    people.push(person);
    chats.set(person.chatId, person);
    return person;
  };

  const find = (who: string | Person, tenantId?: string): Person => {
    if (typeof who !== "string") return who;
    const found = people.filter(
      (each) => (tenantId === undefined || each.tenantId === tenantId) && [each.key, each.teamsId, each.entraId].includes(who),
    );
    const [person, second] = found;
    if (!person) throw new Error(`There is no "${who}". There is: ${people.map((each) => each.key).join(", ") || "nobody"}`);
    if (second) throw new Error(`There is more than one "${who}": give them keys, or hand over the person itself.`);
    return person;
  };

  const known = (asked: string | NewPerson | Person, tenantId: string): Person => {
    if (typeof asked !== "string" && "teamsId" in asked) return asked;
    const wanted = typeof asked === "string" ? { name: asked } : asked;
    const key = wanted.key ?? wanted.name;
    return people.find((each) => each.key === key && each.tenantId === tenantId) ?? addPerson({ tenant: tenantId, ...wanted });
  };

  const addChannel = (team: Team, name: string, type: Channel["type"] = "standard"): Channel => {
    const channel: Channel = { id: `19:${hash("channel", team.id, name).toString("hex").slice(0, 32)}@thread.tacv2`, name, type };
    team.channels.push(channel);
    return channel;
  };

  const addTeam = (asked: NewTeam): Team => {
    const tenantId = asTenant(asked.tenant ?? "default");
    const id = `19:${hash("team", tenantId, asked.name, String(teams.length)).toString("base64url").slice(0, 44)}1@thread.tacv2`;
    const team: Team = {
      id,
      name: asked.name,
      tenantId,
      aadGroupId: guid("group", id),
      channels: [{ id, name: "General", type: "standard" }],
      members: (asked.members ?? []).map((each) => known(each, tenantId)),
      hasApp: false,
    };
    for (const name of asked.channels ?? []) if (name !== "General") addChannel(team, name);
    teams.push(team);
    return team;
  };

  /** The conversation with this id; undefined where Teams would answer `ConversationNotFound`. */
  const placeOf = (conversationId: string): Place | undefined => {
    const [id = "", root] = conversationId.split(";messageid=");
    const person = chats.get(id);
    if (person?.hasChat) return { kind: "chat", id, person };
    for (const team of teams) {
      const channel = team.channels.find((each) => each.id === id);
      if (channel) return { kind: "channel", id, team, channel, ...(root ? { root } : {}) };
    }
    return undefined;
  };

  const chatOf = (person: Person): Place => ({ kind: "chat", id: person.chatId, person });

  const channelNamed = (where: string | Channel | Team, person?: Person): Extract<Place, { kind: "channel" }> => {
    const mine = teams.filter((team) => person === undefined || team.members.includes(person));
    const all = mine.flatMap((team) => team.channels.map((channel) => ({ team, channel })));
    const found = all.filter(({ team, channel }) =>
      typeof where === "string" ? [channel.name, channel.id, `${team.name} / ${channel.name}`].includes(where) : channel.id === where.id,
    );
    const [first, second] = found;
    const names = all.map(({ team, channel }) => `${team.name} / ${channel.name}`).join(", ");
    const wanted = typeof where === "string" ? where : where.name;
    if (!first) throw new Error(`There is no channel "${wanted}"${person ? ` for ${person.key}` : ""}. There is: ${names || "none"}`);
    if (second) throw new Error(`"${wanted}" is more than one channel: say one of ${names}`);
    return { kind: "channel", id: first.channel.id, ...first };
  };

  const addPost = (
    place: Place,
    activity: Plain,
    from: { readonly writer?: Person; readonly only?: Person; readonly id?: string } = {},
  ): Post => {
    const id = from.id ?? newMessageId();
    const root = place.kind === "channel" ? (place.root ?? id) : id;
    const post: Post = {
      ...(from.writer ? { writer: from.writer } : {}),
      ...(from.only ? { only: from.only } : {}),
      id,
      place,
      root,
      at: now(),
      activity,
      views: new Map(),
      edits: 0,
      deleted: false,
    };
    posts.push(post);
    postsById.set(id, post);
    return post;
  };

  const postOf = (place: Place, id: string): Post | undefined => {
    const post = postsById.get(id);
    return post?.place.id === place.id ? post : undefined;
  };

  return {
    postOf,
    bot,
    people,
    teams,
    posts,
    now,
    newMessageId,
    addPerson,
    addTeam,
    addChannel,
    known,
    find,
    placeOf,
    chatOf,
    channelNamed,
    addPost,
  };
};

/** May the bot reach this person: installed for them, or in a team of theirs. */
export const isReachable = (world: Pick<World, "teams">, person: Person): boolean =>
  person.hasApp || world.teams.some((team) => team.hasApp && team.members.includes(person));

/** A targeted message leaves Teams after 24 hours. */
export const isGone = ({ now }: Pick<World, "now">, { only, at }: Post): boolean => only !== undefined && now() - at >= 24 * 3_600_000;

/** A place as people call it, for messages about failed tests. */
export const placeName = (place: Place): string =>
  place.kind === "chat" ? `${place.person.key}'s chat` : `${place.team.name} / ${place.channel.name}`;
