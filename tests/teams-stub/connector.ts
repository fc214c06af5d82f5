import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { isPlain, type Plain } from "../world/cards.ts";
import type { Ledger } from "./ledger.ts";
import { type Answer, type Call, type CallKind, fault, type Troubles } from "./trouble.ts";
import { guid, isGone, isReachable, type Person, type Place, type Team, type World } from "./world.ts";

/** The Bot Connector's published interface: a bot's requests, and Teams' refusals. */

const largestBytes = 100 * 1024;

const noConversation = fault(404, "ConversationNotFound", "Conversation not found.");
const noActivity = fault(404, "ActivityNotFoundInConversation", "Activity not found in conversation.");
const notInRoster = fault(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
const notAllowed = fault(403, "ForbiddenOperationException", "Failed to create the conversation: the app is not installed for the person.");
const bad = (message: string): Answer => fault(400, "Bad Argument", message);
const done = (body: unknown, status = 200): Answer => ({ status, body });

const memberOf = (person: Person): Plain => {
  const [given = person.name, ...rest] = person.name.split(" ");
  const mail = `${person.key.toLowerCase().replace(/[^\p{L}\d]+/gu, ".")}@example.org`;
  const external = person.guest === true;
  return {
    id: person.teamsId,
    objectId: person.entraId,
    aadObjectId: person.entraId,
    name: person.name,
    givenName: given,
    surname: rest.join(" "),
    email: mail,
    userPrincipalName: external ? `${mail.replace("@", "_")}#EXT#@example.onmicrosoft.com` : mail,
    tenantId: person.tenantId,
    userRole: person.guest === "by-role" ? "guest" : person.bot ? "bot" : "user",
  };
};

/** A request with its route read: what it wants, from which place, and what it does when nothing is in the way. */
type Wish = { readonly call: Call; readonly conversation: string; readonly act: () => Answer };

export const buildConnector = (
  world: World,
  ledger: Ledger,
  trouble: Troubles,
  options: { readonly serviceUrl: () => string; readonly admits: (authorization: string | undefined) => boolean },
) => {
  const anyTenant = (): string => world.teams[0]?.tenantId ?? world.people[0]?.tenantId ?? guid("tenant", "default");
  const tenantOf = (place: Place): string => (place.kind === "chat" ? place.person.tenantId : place.team.tenantId);
  const callTo = (kind: CallKind, place: Place): Call => ({ kind, tenantId: tenantOf(place), place });

  const mayWrite = (place: Place): Answer | undefined => {
    if (place.kind === "chat") return isReachable(world, place.person) ? undefined : notInRoster;
    return place.team.hasApp ? undefined : notInRoster;
  };

  /** The member who alone is to see a message; nobody in a person's chat, where there is no such message. */
  const readerOf = (place: Place, { recipient }: Plain): Person | undefined => {
    const id = isPlain(recipient) ? recipient.id : undefined;
    return place.kind === "channel" ? place.team.members.find(({ teamsId }) => teamsId === id) : undefined;
  };

  const post = (place: Place, conversation: string, activity: Plain, isTargeted = false): Answer => {
    const refused = mayWrite(place);
    if (refused) return refused;
    const reader = isTargeted ? readerOf(place, activity) : undefined;
    if (isTargeted && !reader) return bad("A targeted message names one member of a channel or group chat.");
    if (place.kind === "channel" && place.root && !world.postOf(place, place.root)) return noConversation;
    if (typeof activity.type !== "string") return bad("The activity has no type.");
    if (place.kind === "channel" && JSON.stringify(activity.attachments ?? []).includes("teams.card.file"))
      return bad("Files of a bot go to a person's chat alone.");
    const posted = world.addPost(place, activity, reader ? { only: reader } : {});
    if (activity.type !== "message") posted.deleted = true;
    ledger.take("post", conversation, posted, activity);
    return done({ id: posted.id }, 201);
  };

  const open = (body: Plain): Wish => {
    const tenant = [
      body.tenantId,
      isPlain(body.channelData) && isPlain(body.channelData.tenant) ? body.channelData.tenant.id : undefined,
    ].find((each): each is string => typeof each === "string" && each !== "");
    const channelId = isPlain(body.channelData) && isPlain(body.channelData.channel) ? body.channelData.channel.id : undefined;
    const wrong = (kind: CallKind, answer: Answer): Wish => ({
      call: { kind, tenantId: tenant ?? anyTenant() },
      conversation: "",
      act: () => answer,
    });
    if (typeof channelId === "string") {
      const place = world.placeOf(channelId);
      if (place?.kind !== "channel") return wrong("post", noConversation);
      const { activity } = body;
      if (!isPlain(activity)) return wrong("post", bad("A new thread needs an activity."));
      const root: Place = { kind: "channel", id: place.id, team: place.team, channel: place.channel };
      const act = (): Answer => {
        const answer = post(root, place.id, activity);
        const id = isPlain(answer.body) ? String(answer.body.id) : "";
        return answer.status === 201
          ? done({ id: `${place.id};messageid=${id}`, activityId: id, serviceUrl: options.serviceUrl() }, 201)
          : answer;
      };
      return { call: callTo("post", root), conversation: place.id, act };
    }
    const members = Array.isArray(body.members) ? body.members.filter(isPlain) : [];
    const id = members[0]?.id;
    if (typeof id !== "string" || members.length !== 1) return wrong("open", bad("A bot can open a chat with one member."));
    if (!tenant) return wrong("open", bad("The tenant is missing."));
    const person = world.people.find((each) => each.tenantId === tenant && (each.teamsId === id || each.entraId === id));
    if (!person || person.bot) return wrong("open", bad("Failed to decrypt pairwise id."));
    const act = (): Answer => {
      if (id === person.entraId ? !person.hasApp : !isReachable(world, person)) return notAllowed;
      person.hasChat = true;
      if (isPlain(body.activity)) post(world.chatOf(person), person.chatId, body.activity);
      return done({ id: person.chatId, serviceUrl: options.serviceUrl() }, 201);
    };
    return { call: callTo("open", world.chatOf(person)), conversation: person.chatId, act };
  };

  const change = (place: Place, conversation: string, id: string, body: Plain | undefined, isTargeted: boolean): Answer => {
    const refused = mayWrite(place);
    if (refused) return refused;
    if (isTargeted && body?.recipient !== undefined) return bad("A change of a targeted message names no reader.");
    const found = world.postOf(place, id);
    if (!found || found.deleted || found.writer || isTargeted !== (found.only !== undefined) || isGone(world, found)) return noActivity;
    if (body) {
      found.activity = body;
      found.views.clear();
      found.edits += 1;
    } else found.deleted = true;
    ledger.take(body ? "put" : "delete", conversation, found, body ?? {});
    return body ? done({ id }) : done(undefined);
  };

  /** General's name is given as null, as Teams does. */
  const channelsOf = (team: Team): Answer =>
    done({ conversations: team.channels.map((each) => ({ id: each.id, name: each.id === team.id ? null : each.name, type: each.type })) });

  const roster = (place: Place): readonly Person[] => (place.kind === "chat" ? [place.person] : place.team.members);

  const page = (place: Place, query: URLSearchParams): Answer => {
    const size = Math.min(500, Math.max(50, Number(query.get("pageSize") ?? 500) || 500));
    const token = query.get("continuationToken");
    const start = token ? Number(/^after (\d+)$/.exec(Buffer.from(token, "base64").toString())?.[1] ?? Number.NaN) : 0;
    if (Number.isNaN(start)) return bad("The continuation token is not valid.");
    const all = roster(place);
    const next = start + size < all.length ? { continuationToken: Buffer.from(`after ${start + size}`).toString("base64") } : {};
    return done({ members: all.slice(start, start + size).map(memberOf), ...next });
  };

  const read = (place: Place, what: string, detail: string | undefined, query: URLSearchParams): Answer => {
    const refused = mayWrite(place);
    if (refused) return refused;
    if (what === "pagedmembers") return page(place, query);
    if (!detail) return done(roster(place).map(memberOf));
    const member = roster(place).find((each) => [each.teamsId, each.entraId, memberOf(each).userPrincipalName].includes(detail));
    return member ? done(memberOf(member)) : fault(404, "MemberNotFoundInConversation", "Member not found in conversation.");
  };

  const readTeam = (id: string, channels: boolean): Wish | Answer => {
    const team = world.teams.find((each) => each.id === id);
    if (!team) return noConversation;
    const facts = {
      id,
      name: team.name,
      aadGroupId: team.aadGroupId,
      type: "standard",
      channelCount: team.channels.length,
      memberCount: team.members.length,
    };
    const act = (): Answer => (!team.hasApp ? notInRoster : channels ? channelsOf(team) : done({ ...facts, tenantId: team.tenantId }));
    return { call: { kind: "read", tenantId: team.tenantId }, conversation: id, act };
  };

  const wishOf = (method: string, url: URL, body: unknown): Wish | Answer => {
    const [, room, id = "", what, detail] = url.pathname
      .replace(/^.*?(?=\/v3\/)/, "")
      .split("/")
      .filter((part) => part !== "")
      .map(decodeURIComponent);
    if (method !== "GET" && method !== "DELETE" && !isPlain(body)) return bad("The body is not a JSON object.");
    const sent: Plain = isPlain(body) ? body : {};
    if (room === "teams" && method === "GET") return readTeam(id, what === "conversations");
    if (room !== "conversations") return fault(404, "NotFound", `The stub has no ${method} ${url.pathname}`);
    if (id === "" && method === "POST") return open(sent);
    const place = world.placeOf(id);
    if (!place) return noConversation;
    const wish = (kind: CallKind, act: () => Answer): Wish => ({ call: callTo(kind, place), conversation: id, act });
    if (method === "GET" && (what === "members" || what === "pagedmembers"))
      return wish("read", () => read(place, what, detail, url.searchParams));
    if (what !== "activities") return fault(404, "NotFound", `The stub has no ${method} ${url.pathname}`);
    const isTargeted = url.searchParams.get("isTargetedActivity") === "true";
    if (method === "PUT" && detail) return wish("put", () => change(place, id, detail, sent, isTargeted));
    if (method === "DELETE" && detail) return wish("delete", () => change(place, id, detail, undefined, isTargeted));
    if (method !== "POST") return fault(405, "MethodNotAllowed", `The stub has no ${method} ${url.pathname}`);
    // A reply names the post it answers; in a channel that is its thread, and an id that Teams does not know is ignored.
    const root = place.kind === "channel" && !place.root && detail ? world.postOf(place, detail)?.root : undefined;
    return wish("post", () => post(root && place.kind === "channel" ? { ...place, root } : place, id, sent, isTargeted));
  };

  const answer = async (request: IncomingMessage, raw: string, wants: (call: Call) => void): Promise<Answer | "drop" | "silence"> => {
    const url = new URL(request.url ?? "/", "http://stub");
    if (!options.admits(request.headers.authorization))
      return fault(401, "Unauthorized", "Authorization has been denied for this request.");
    if (trouble.latencyMs() > 0) await pause(trouble.latencyMs());
    if (raw.length * 2 > largestBytes) return fault(413, "MessageSizeTooBig", "Message size too large.");
    let body: unknown;
    try {
      body = raw === "" ? undefined : JSON.parse(raw);
    } catch {
      return bad("The body is not JSON.");
    }
    const wish = wishOf(request.method ?? "GET", url, body);
    if ("status" in wish) return wish;
    wants(wish.call);
    const tooFast = trouble.limit(wish.call);
    if (tooFast) return tooFast;
    const met = trouble.meeting(wish.call);
    if (!met) return wish.act();
    if (typeof met === "function") return met(wish.act);
    if (met.taken) wish.act();
    return met.hears;
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    const made = { at: world.now(), method: request.method ?? "", path: decodeURIComponent(request.url ?? "") };
    const { authorization } = request.headers;
    let call: Call | undefined;
    const note = (status?: number): void => {
      ledger.calls.push({ ...made, ...(authorization ? { authorization } : {}), ...(status ? { status } : {}), ...(call ? { call } : {}) });
      ledger.changed();
    };
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const said = await answer(request, Buffer.concat(chunks).toString("utf8"), (wanted) => {
        call = wanted;
      });
      if (said === "silence") return note();
      if (said === "drop") {
        note();
        request.socket.destroy();
        return;
      }
      note(said.status);
      const text = said.raw ?? (said.body === undefined ? undefined : JSON.stringify(said.body));
      const headers = text === undefined ? said.headers : { "content-type": "application/json; charset=utf-8", ...said.headers };
      response.writeHead(said.status, headers).end(text);
    } catch (error) {
      ledger.faults.push(`The stub itself failed at ${made.method} ${made.path}: ${String(error)}`);
      note(500);
      response.writeHead(500).end();
    }
  };
};
