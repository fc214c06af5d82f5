import type { IncomingHttpHeaders, ServerResponse } from "node:http";
// The constants alone: the package as a whole takes as long to load as all of Gnist.
import { AuthenticationConstants } from "botframework-connector/lib/auth/authenticationConstants.js";
import type { Incoming, Reply } from "../domain/incoming.ts";
import { defaultLanguage } from "../domain/language.ts";
import { type Channel, type Log, traceOf } from "../ports.ts";
import { openCalls } from "./calls.ts";
import { openChannel, type Render } from "./channel.ts";
import type { BotCredentials } from "./credentials.ts";
import { incomingTokens } from "./incoming-tokens.ts";
import { KeysNotReached, signingKeys } from "./keys.ts";
import { type Envelope, readActivity, readEnvelope, type Understood, type Way } from "./read-activity.ts";
import { type HttpAnswer, say } from "./reply.ts";
import type { CredentialsFactory } from "./tokens.ts";
import { claimedIssuer, mayReach, signerOf } from "./trust.ts";

export type TeamsSettings = {
  /** botbuilder's own settings by their own names (`MicrosoftAppId`, `ToBotFromChannelTokenIssuer`, …); empty ones count as missing. */
  readonly settings: Readonly<Record<string, string | undefined>>;
  /** Hosts that a service URL may name beside Microsoft's own. */
  readonly serviceHosts: readonly string[];
  /** Runs on a local machine: only loopback service URLs are believed and spoken to. Without this, `MicrosoftAppId` is required. */
  readonly local: boolean;
  readonly render: Render;
  readonly log: Log;
  /** The longest a call may take, ms. */
  readonly limitMs?: number;
  /** The host of tenants that say they are elsewhere, if not GCC's. */
  readonly otherUrl?: string;
  /** Where the credentials come from, if not from the settings. */
  readonly credentials?: CredentialsFactory;
  /** The time by which tokens expire, if not the real one. */
  readonly now?: () => number;
};

/** The flows' end of the line: what happened goes in, what the person gets to see comes out. */
type Answering = (incoming: Incoming) => Promise<Reply | undefined>;

export type Teams = {
  /** The port to Teams. */
  readonly channel: Channel;
  /** Takes one activity over HTTP, its JSON body parsed, and answers it. Never rejects. */
  handle(
    request: { readonly headers: IncomingHttpHeaders; readonly body?: unknown },
    response: ServerResponse,
    answer: Answering,
  ): Promise<void>;
  /** Drops the connections to Teams. */
  close(): void;
};

/** The longest a call for a job may take, ms. */
const jobLimitMs = 15_000;

/** The longest a call may take while Teams waits for the answer to an activity (10 to 15 s), ms. */
const replyLimitMs = 5_000;

/**
 * The settings of which any one switches botbuilder's defaults for all the others off (botbuilder 4.23.3, botFrameworkAuthenticationFactory.ts);
 * so that each can be set alone, the public cloud's values stand in for the rest.
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

/** The older names of two of them. */
const aliases = { BotOpenIdMetadata: "ToBotFromChannelOpenIdMetadataUrl", OAuthApiEndpoint: "OAuthUrl" } as const;

const wholeCloud = (given: Readonly<Record<string, string | undefined>>): Record<string, string> => {
  const settings: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) if (value) settings[name] = value;
  for (const [old, name] of Object.entries(aliases)) if (settings[old]) settings[name] ??= settings[old];
  return Object.keys(cloud).some((name) => settings[name]) ? { ...cloud, ...settings } : settings;
};

const ofOneTenant = new Set(["SingleTenant", "UserAssignedMSI"]);

/** A bot without an app id, on a local machine: its calls go out as they are. */
const withoutCredentials: BotCredentials = {
  credentials: async () => ({ signRequest: async (request) => request }),
  renew: () => undefined,
};

/**
 * Opens the line to Teams. Nothing is sent and nothing fetched before it is needed.
 * @throws Error when the settings do not make a bot that may be spoken to.
 */
export const openTeams = async (how: TeamsSettings): Promise<Teams> => {
  const { settings, serviceHosts, local, render, log, limitMs = jobLimitMs, credentials: factory, otherUrl, now = Date.now } = how;
  const given = wholeCloud(settings);
  const appId = given.MicrosoftAppId ?? "";
  if (!local && appId === "") {
    throw new Error(
      "MicrosoftAppId is missing, and without it everybody would be believed. To resolve, set it, or run locally without it.",
    );
  }
  // A bot that belongs to one tenant, as a managed identity always does, serves no other, though any tenant can install it and Teams passes that on.
  const ownTenant = ofOneTenant.has(given.MicrosoftAppType ?? "") ? given.MicrosoftAppTenantId?.toLowerCase() : undefined;
  const { issuer, metadataUrl } = signerOf(given);
  const keys = signingKeys(metadataUrl, { now, limitMs: Math.min(limitMs, replyLimitMs), log });
  const believe = incomingTokens({ appId, issuer, keys, now });
  const { credentials, renew } =
    appId === "" ? withoutCredentials : (await import("./credentials.ts")).openCredentials(appId, given, factory);
  const { within, close } = openCalls(credentials, local);
  const reach = mayReach(local, serviceHosts);
  const channelWithin = (ms: number): Channel =>
    openChannel({
      call: within(ms),
      render,
      mayReach: reach,
      onUnauthorized: renew,
      fraction: Math.random,
      ...(appId ? { botId: `28:${appId}` } : {}),
      ...(otherUrl ? { otherUrl } : {}),
    });
  const channel = channelWithin(limitMs);
  const world = { channel: channelWithin(Math.min(limitMs, replyLimitMs)), render };

  /** Each refusal leaves a line for operators: why, and nothing that the sender wrote. */
  const refused = (status: number, why: string, trace: Partial<ReturnType<typeof traceOf>> = {}): HttpAnswer => {
    log.warn("activity-refused", { why, status, ...trace });
    return { status };
  };

  /** Why an activity is refused before its token is even looked at. */
  const doorRefusal = (from: Envelope, authorization: string | undefined): (HttpAnswer & { readonly why: string }) | undefined => {
    if (appId !== "" && claimedIssuer(authorization) !== issuer) return { status: 401, why: "issuer" };
    if (!local && from.channelId !== "msteams") return { status: 403, why: "channel" };
    if (!reach(from.serviceUrl)) return { status: 403, why: "service-url" };
    return undefined;
  };

  /** One turn: what happened, its answer, and how it is said. The one place where the faults of a turn end. */
  const turn = async (read: Understood, answer: Answering): Promise<HttpAnswer> => {
    if (read.kind === "malformed") return refused(400, "malformed");
    if (read.kind === "ignored") return read.invoke ? refused(501, "unknown-invoke") : { status: 200 };
    try {
      const reply = await replyTo(read, answer);
      if (!reply) return { status: 200 };
      const { http, delivery } = await say(reply, addresseeOf(read), world);
      if (delivery && delivery.outcome !== "sent") {
        log.warn("reply-not-sent", { said: reply.message.say, outcome: delivery.outcome, detail: delivery.detail });
      }
      return http;
    } catch (fault) {
      log.error("turn-failed", { what: read.kind === "incoming" ? read.incoming.happened : read.kind, ...traceOf(fault) });
      return afterFault(read);
    }
  };

  /** A person who waits is told that nothing was saved; Teams is told that it failed. */
  const afterFault = async (read: Exclude<Understood, { kind: "ignored" | "malformed" }>): Promise<HttpAnswer> => {
    const to = addresseeOf(read);
    const sorry: Reply = { message: { say: "refusal", why: "not-saved" }, language: to.who?.language ?? defaultLanguage };
    try {
      if (to.way.by === "execute") {
        const { text, summary } = render(sorry.message, sorry.language);
        const message = text ?? summary;
        return { status: 500, body: { statusCode: 500, type: "application/vnd.microsoft.error", value: { code: "turn-failed", message } } };
      }
      const waits = read.kind === "group-chat" || read.incoming.happened === "pressed" || read.incoming.happened === "wrote";
      const { http } = waits ? await say(sorry, to, world) : { http: { status: 500 } };
      return { ...http, status: 500 };
    } catch {
      return { status: 500 };
    }
  };

  const httpAnswerTo = async (headers: IncomingHttpHeaders, body: unknown, answer: Answering): Promise<HttpAnswer> => {
    const from = readEnvelope(body);
    if (!from) return { ...refused(400, "not-an-activity"), body: { code: "BadRequest", message: "This is not an activity." } };
    const no = doorRefusal(from, headers.authorization);
    if (no) return { ...refused(no.status, no.why), body: { code: "Refused", message: `The activity is refused: ${no.why}.` } };
    try {
      if (appId !== "") await believe(tokenIn(headers.authorization), from);
    } catch (fault) {
      const status = fault instanceof KeysNotReached ? 503 : 401;
      const why = status === 401 ? "token" : "keys-not-reached";
      return { ...refused(status, why, traceOf(fault)), body: { code: "Refused", message: "The activity's token could not be verified." } };
    }
    const read = readActivity(body, local);
    const tenant = senderTenant(read);
    if (ownTenant !== undefined && tenant !== undefined && tenant !== ownTenant)
      return { ...refused(403, "tenant"), body: { code: "Refused", message: "The activity is refused: tenant." } };
    return turn(read, answer);
  };

  return {
    channel,
    close,
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

type Spoken = Exclude<Understood, { kind: "ignored" | "malformed" }>;

const replyTo = async (read: Spoken, answer: Answering): Promise<Reply | undefined> => {
  if (read.kind === "incoming") return answer(read.incoming);
  return { message: { say: "refusal", why: "chat-only" }, language: read.who.language ?? defaultLanguage };
};

/** Where and to whom the reply goes. An installation's is a message in its conversation, a team's a new post in its channel. */
const addresseeOf = (read: Spoken): Parameters<typeof say>[1] => {
  if (read.kind === "group-chat") {
    // A press in a group chat is answered by a message: the pressed card stays.
    const way: Way = read.way.by === "submit" ? { by: "message" } : read.way;
    return { way, who: read.who, place: { kind: "chat", address: read.address } };
  }
  const { incoming, way } = read;
  return { way, place: incoming.place, ...("who" in incoming ? { who: incoming.who } : {}) };
};

/** The tenant an activity comes from; none where it means nothing to Gnist. */
const senderTenant = (read: Understood): string | undefined => {
  if (read.kind === "ignored" || read.kind === "malformed") return undefined;
  return (read.kind === "group-chat" ? read.address : read.incoming.place.address).tenantId;
};

const tokenIn = (authorization: string | undefined): string => (authorization ?? "").replace(/^Bearer /, "");
