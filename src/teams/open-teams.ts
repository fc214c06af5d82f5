import type { IncomingHttpHeaders, ServerResponse } from "node:http";
// Imports the constants alone, because loading the whole package takes as long as loading all of Gnist.
import { AuthenticationConstants } from "botframework-connector/lib/auth/authenticationConstants.js";
import type { Incoming, Reply } from "../domain/incoming.ts";
import { defaultLanguage } from "../domain/language.ts";
import type { RefusalReason } from "../domain/message/refusal.ts";
import { type Channel, type Log, traceOf } from "../ports.ts";
import { openCalls } from "./calls.ts";
import { openChannel, type Render } from "./channel.ts";
import type { BotCredentials } from "./credentials.ts";
import { incomingTokens } from "./incoming-tokens.ts";
import { KeysNotReached, signingKeys } from "./keys.ts";
import { type Envelope, readActivity, readEnvelope, type Understood, type Way } from "./read-activity.ts";
import { type HttpAnswer, say } from "./reply.ts";
import type { CredentialsFactory } from "./tokens.ts";
import { claimedIssuer, mayReach, mayUpload, signerOf } from "./trust.ts";
import { openUploads } from "./uploads.ts";

export type TeamsSettings = {
  /** botbuilder's own settings by their own names (`MicrosoftAppId`, `ToBotFromChannelTokenIssuer`, …); empty ones count as missing. */
  readonly settings: Readonly<Record<string, string | undefined>>;
  /** The client id of a managed identity that the bot's registration trusts (a federated credential), in place of a password. */
  readonly identity?: string;
  /** Hosts that a service URL may name in addition to Microsoft's. */
  readonly serviceHosts: readonly string[];
  /** Runs on a local machine: Gnist accepts and calls loopback service URLs only. When false, `MicrosoftAppId` is required. */
  readonly local: boolean;
  readonly render: Render;
  readonly log: Log;
  /** Longest duration of a call, ms. */
  readonly limitMs?: number;
  /** Longest duration from a press to its answer, ms. */
  readonly pressLimitMs?: number;
  /** The service URL for tenants whose Teams answers that they are on another host; GCC's if missing. */
  readonly otherUrl?: string;
  /** Replaces the factory that botbuilder makes from the settings. */
  readonly credentials?: CredentialsFactory;
  /** The clock by which tokens expire; the real one if missing. */
  readonly now?: () => number;
  /** Watches the calls to Teams; if missing, nobody does. */
  readonly watched?: <C extends Channel>(channel: C) => C;
};

/** Runs the flow of an incoming happening and returns the reply, if the person gets one. */
type Answering = (incoming: Incoming) => Promise<Reply | undefined>;

export type Teams = {
  /** The port to Teams. */
  readonly channel: Channel;
  /** Checks by the headers alone whether Teams sends an activity, before its body is read. A refusal is the HTTP answer. Never rejects. */
  admit(headers: IncomingHttpHeaders): Promise<HttpAnswer | undefined>;
  /** Takes one activity over HTTP, its JSON body parsed, and answers it. Never rejects. */
  handle(
    request: { readonly headers: IncomingHttpHeaders; readonly body?: unknown },
    response: ServerResponse,
    answer: Answering,
  ): Promise<void>;
  /** How far this machine's clock is ahead of Teams' (ms), where Teams has answered. */
  offMs(): number | undefined;
  /** Drops the connections to Teams. */
  close(): void;
};

/** Longest duration of a call made by a job, ms. */
const jobLimitMs = 15_000;

/** A part of a file has 3 MB. */
const uploadTimes = { limitMs: 60_000, longestWaitMs: 10_000 };

/** Longest duration (ms) of a call made while Teams waits for the answer to an activity; Teams waits 10 to 15 s. */
const replyLimitMs = 5_000;

/**
 * Longest duration (ms) from a press to its answer where a new message is sent before it: Teams waits 5 s, and half a second is left for the network. The
 * flow takes its part of it (`answerWithinMs` in entry/answer.ts).
 */
const pressLimitMs = 4_500;

/**
 * Defaults of the public cloud. Setting any one of these makes botbuilder drop its defaults for all the others (4.23.3, botFrameworkAuthenticationFactory.ts);
 * Gnist fills them in, so that each can be set alone.
 */
const cloud = {
  ToBotFromChannelOpenIdMetadataUrl: AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
  ToBotFromChannelTokenIssuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
  ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
  ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
  ToBotFromEmulatorOpenIdMetadataUrl: AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
  OAuthUrl: AuthenticationConstants.OAuthUrl,
  CallerId: "urn:botframework:azure",
};

/** Older names of two of these settings. */
const aliases = { BotOpenIdMetadata: "ToBotFromChannelOpenIdMetadataUrl", OAuthApiEndpoint: "OAuthUrl" } as const;

/** All settings of the cloud: those given, and defaults for the others where any of them is given. */
export const wholeCloud = (given: Readonly<Record<string, string | undefined>>): Record<string, string> => {
  const settings: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) if (value) settings[name] = value;
  for (const [old, name] of Object.entries(aliases)) if (settings[old]) settings[name] ??= settings[old];
  return Object.keys(cloud).some((name) => settings[name]) ? { ...cloud, ...settings } : settings;
};

const ofOneTenant = new Set(["SingleTenant", "UserAssignedMSI"]);

/** Credentials of a bot without an app id, on a local machine: its calls are not signed. */
const withoutCredentials: BotCredentials = {
  credentials: async () => ({ signRequest: async (request) => request }),
  renew: () => undefined,
};

/**
 * Connects Gnist to Teams, in both directions. It makes no request until one is needed.
 * @throws Error when the app id is missing although Gnist is not local, or when botbuilder refuses the settings
 */
export const openTeams = async (how: TeamsSettings): Promise<Teams> => {
  const {
    settings,
    serviceHosts,
    local,
    render,
    log,
    limitMs = jobLimitMs,
    pressLimitMs: pressLimit = pressLimitMs,
    credentials: factory,
    identity,
    otherUrl,
    now = Date.now,
    watched = (channel) => channel,
  } = how;
  const given = wholeCloud(settings);
  const appId = given.MicrosoftAppId ?? "";
  if (!local && appId === "") {
    throw new Error(
      "MicrosoftAppId is missing, and without it everybody would be believed. To resolve, set it, or run locally without it.",
    );
  }
  // A single-tenant bot, as every managed identity is, serves its own tenant alone. Others can install it all the same, and Teams delivers their activities.
  const ownTenant = ofOneTenant.has(given.MicrosoftAppType ?? "") ? given.MicrosoftAppTenantId?.toLowerCase() : undefined;
  const { issuer, metadataUrl } = signerOf(given);
  const keys = signingKeys(metadataUrl, { now, limitMs: Math.min(limitMs, replyLimitMs), log });
  const verify = incomingTokens({ appId, issuer, keys, now });
  const signIn = { settings: given, log, now, ...(factory ? { factory } : {}), ...(identity ? { identity } : {}) };
  const { credentials, renew } = appId === "" ? withoutCredentials : (await import("./credentials.ts")).openCredentials(appId, signIn);
  const { within, offMs, close } = openCalls(credentials, local);
  const reach = mayReach(local, serviceHosts);
  const uploads = openUploads(mayUpload(local, serviceHosts), uploadTimes, local);
  const channelWithin = (ms: number) =>
    watched(
      openChannel({
        call: within(ms),
        render,
        mayReach: reach,
        onUnauthorized: renew,
        fraction: Math.random,
        uploads,
        ...(appId ? { botId: `28:${appId}` } : {}),
        ...(otherUrl ? { otherUrl } : {}),
      }),
    );
  const channel = channelWithin(limitMs);
  const world = { channel: channelWithin(Math.min(limitMs, replyLimitMs)), render };

  /** Logs a refusal for operators with its reason, and with nothing that the sender wrote. */
  const refused = (status: number, why: string, trace: Partial<ReturnType<typeof traceOf>> = {}): HttpAnswer => {
    log.warn("activity-refused", { why, status, ...trace });
    return { status };
  };

  const refusedFor = (status: number, why: string): HttpAnswer => ({
    ...refused(status, why),
    body: { code: "Refused", message: `The activity is refused: ${why}.` },
  });

  /** Checks the token of an activity; with the activity, also whether the token vouches for it. */
  const tokenRefusal = async ({ authorization }: IncomingHttpHeaders, from?: Envelope): Promise<HttpAnswer | undefined> => {
    if (appId === "") return undefined;
    if (claimedIssuer(authorization) !== issuer) return refusedFor(401, "issuer");
    try {
      const { vouch } = await verify(tokenIn(authorization));
      if (from) vouch(from);
      return undefined;
    } catch (fault) {
      const [status, why] = fault instanceof KeysNotReached ? ([503, "keys-not-reached"] as const) : ([401, "token"] as const);
      return { ...refused(status, why, traceOf(fault)), body: { code: "Refused", message: "The activity's token could not be verified." } };
    }
  };

  /** Checks where an activity comes from and where its answer would go. */
  const originRefusal = (from: Envelope): HttpAnswer | undefined => {
    if (!local && from.channelId !== "msteams") return refusedFor(403, "channel");
    return reach(from.serviceUrl) ? undefined : refusedFor(403, "service-url");
  };

  /** Handles one activity from its meaning to the HTTP answer. All faults of a turn are caught here. */
  const turn = async (read: Understood, answer: Answering, began: number): Promise<HttpAnswer> => {
    if (read.kind === "malformed") return refused(400, "malformed");
    if (read.kind === "ignored") return read.invoke ? refused(501, "unknown-invoke") : { status: 200 };
    try {
      const reply = await replyTo(read, answer);
      if (!reply) return { status: 200 };
      const { http, delivery } = await say(reply, addresseeOf(read, began + pressLimit - performance.now()), world);
      if (delivery && delivery.outcome !== "sent") {
        log.warn("reply-not-sent", { outcome: delivery.outcome, detail: delivery.detail });
      }
      return http;
    } catch (fault) {
      log.error("turn-failed", { what: read.kind === "incoming" ? read.incoming.happened : read.kind, ...traceOf(fault) });
      return afterFault(read);
    }
  };

  /** Says a "no" in a dialog of the message extension. */
  const inExtension = async (why: RefusalReason, read: Heard): Promise<HttpAnswer> => {
    const to = addresseeOf(read, 0);
    return (await say({ message: { say: "refusal", why }, language: to.who?.language ?? defaultLanguage }, to, world)).http;
  };

  /** Tells a waiting person that nothing was saved, and answers Teams with status 500. */
  const afterFault = async (read: Heard): Promise<HttpAnswer> => {
    const to = addresseeOf(read, 0);
    const sorry: Reply = { message: { say: "refusal", why: "not-saved" }, language: to.who?.language ?? defaultLanguage };
    try {
      if (to.way.by === "execute") {
        const { text, summary } = render(sorry.message, sorry.language);
        const message = text ?? summary;
        return { status: 500, body: { statusCode: 500, type: "application/vnd.microsoft.error", value: { code: "turn-failed", message } } };
      }
      // The dialog is open: with another status it would say that it cannot reach Gnist.
      if (to.way.by === "extension") return await inExtension("not-saved", read);
      const waits = read.kind === "group-chat" || read.incoming.happened === "pressed" || read.incoming.happened === "wrote";
      const { http } = waits ? await say(sorry, to, world) : { http: { status: 500 } };
      return { ...http, status: 500 };
    } catch {
      return { status: 500 };
    }
  };

  const httpAnswerTo = async (headers: IncomingHttpHeaders, body: unknown, answer: Answering): Promise<HttpAnswer> => {
    const began = performance.now();
    const from = readEnvelope(body);
    if (!from) return { ...refused(400, "not-an-activity"), body: { code: "BadRequest", message: "This is not an activity." } };
    const no = originRefusal(from) ?? (await tokenRefusal(headers, from));
    if (no) return no;
    const read = readActivity(body, local);
    const tenant = senderTenant(read);
    if (ownTenant !== undefined && tenant !== undefined && tenant !== ownTenant) {
      const no = refusedFor(403, "tenant");
      return isInExtension(read) ? inExtension("not-in-team", read) : no;
    }
    return turn(read, answer, began);
  };

  return {
    channel,
    offMs,
    close,
    admit: (headers) => tokenRefusal(headers),
    async handle(request, response, answer) {
      const { status, body } = await httpAnswerTo(request.headers, request.body, answer);
      if (response.headersSent || response.destroyed) return;
      const json = body === undefined ? undefined : JSON.stringify(body);
      response.writeHead(
        status,
        json === undefined
          ? { "content-length": 0 }
          : { "content-type": "application/json; charset=utf-8", "content-length": Buffer.byteLength(json) },
      );
      response.end(json);
    },
  };
};

type Heard = Exclude<Understood, { kind: "ignored" | "malformed" }>;

const isInExtension = (read: Understood): read is Extract<Understood, { kind: "incoming" }> =>
  read.kind === "incoming" && read.way.by === "extension";

const replyTo = async (read: Heard, answer: Answering): Promise<Reply | undefined> => {
  if (read.kind === "incoming") return answer(read.incoming);
  return { message: { say: "refusal", why: "chat-only" }, language: read.who.language ?? defaultLanguage };
};

/** The person and place that the reply goes to. The reply to an installation is a message in its conversation; in a team, a new post in its channel. */
const addresseeOf = (read: Heard, pressLeftMs: number): Parameters<typeof say>[1] => {
  if (read.kind === "group-chat") {
    // A press in a group chat is answered by a message: the pressed card stays.
    const way: Way = read.way.by === "submit" ? { ...read.way, by: "message" } : read.way;
    // Where Teams takes no targeted answer, the person reads it in their own chat, and the group reads nothing.
    const kind = "isTargeted" in way ? "elsewhere" : "chat";
    return { way, who: read.who, place: { kind, address: read.address }, pressLeftMs };
  }
  const { incoming, way } = read;
  return { way, place: incoming.place, ...("who" in incoming ? { who: incoming.who } : {}), pressLeftMs };
};

/** The tenant that an activity comes from; undefined for activities that Gnist ignores. */
const senderTenant = (read: Understood): string | undefined => {
  if (read.kind === "ignored" || read.kind === "malformed") return undefined;
  return (read.kind === "group-chat" ? read.address : read.incoming.place.address).tenantId;
};

const tokenIn = (authorization: string | undefined): string => (authorization ?? "").replace(/^Bearer /, "");
