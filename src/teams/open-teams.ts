import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type TurnContext,
} from "botbuilder";
import {
  AuthenticationConfiguration,
  AuthenticationConstants,
  AuthenticationError,
  ClaimsIdentity,
  ToBotFromBotOrEmulatorTokenValidationParameters as emulatorTokens,
} from "botframework-connector";
import type { Incoming, Reply } from "../domain/incoming.ts";
import type { Channel, Log } from "../ports.ts";
import { openChannel, type Render } from "./channel.ts";
import { connectors } from "./connectors.ts";
import { type Envelope, type Read, readActivity, readEnvelope, type Way } from "./read-activity.ts";
import { type Heard, say } from "./reply.ts";
import { type CredentialsFactory, sharedTokens } from "./tokens.ts";
import { claimedIssuer, issuerOf, mayReach } from "./trust.ts";

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
  /** Where the credentials come from, if not from the settings. */
  readonly credentials?: CredentialsFactory;
};

/** The flows' end of the line: what happened goes in, what the person gets to see comes out. */
export type Answering = (incoming: Incoming) => Promise<Reply | undefined>;

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

/** botbuilder's adapter without its own way of answering, which prints every failed sign-in to the console, stack and all. */
class Adapter extends CloudAdapter {
  /** Runs the turn when the activity is believed. @throws AuthenticationError, among others, when it is not. */
  async take(authorization: string, activity: Activity, turn: (context: TurnContext) => Promise<void>): Promise<void> {
    await this.processActivity(authorization, activity, turn);
  }
}

/**
 * Opens the line to Teams. Nothing is sent and nothing fetched before it is needed.
 * @throws Error when the settings do not make a bot that may be spoken to.
 */
export const openTeams = ({ settings, serviceHosts, local, render, log, limitMs = jobLimitMs, credentials }: TeamsSettings): Teams => {
  const given = wholeCloud(settings);
  const appId = given.MicrosoftAppId ?? "";
  if (!local && appId === "") {
    throw new Error(
      "MicrosoftAppId is missing, and without it botbuilder would believe everybody. To resolve, set it, or run locally without it.",
    );
  }
  // botbuilder takes tokens of its desktop emulator too, without looking at their service URL, and remembers every tenant that any token names, for ever
  // (emulatorValidation.ts). With a single issuer that nobody has, it does neither.
  emulatorTokens.issuer = "urn:gnist:no-emulator";

  const issuer = issuerOf(given);
  const onlyTeams = (claims: readonly { readonly type: string; readonly value: string }[]): Promise<void> => {
    const claimed = claims.find(({ type }) => type === AuthenticationConstants.IssuerClaim)?.value;
    return claimed === issuer ? Promise.resolve() : Promise.reject(new AuthenticationError("The token is not Teams' own.", 401));
  };
  const tokens = sharedTokens(credentials ?? new ConfigurationServiceClientCredentialFactory(given));
  const authentication = new ConfigurationBotFrameworkAuthentication(
    given,
    tokens.factory,
    new AuthenticationConfiguration(undefined, onlyTeams),
  );
  const adapter = new Adapter(authentication);
  const own = new ClaimsIdentity([
    { type: AuthenticationConstants.AudienceClaim, value: appId },
    { type: AuthenticationConstants.AppIdClaim, value: appId },
  ]);
  const { asking, close } = connectors(() => authentication.createConnectorFactory(own), local);
  const reach = mayReach(local, serviceHosts);
  const channelWithin = (ms: number): Channel =>
    openChannel({ ask: asking(ms), render, mayReach: reach, onUnauthorized: tokens.renew, ...(appId ? { botId: `28:${appId}` } : {}) });
  const channel = channelWithin(limitMs);
  const world = { channel: channelWithin(Math.min(limitMs, replyLimitMs)), render };

  /** Why an activity is refused before its token is even looked at. */
  const refusal = (from: Envelope, authorization: string | undefined): (Heard & { readonly why: string }) | undefined => {
    if (appId !== "" && claimedIssuer(authorization) !== issuer) return { status: 401, why: "issuer" };
    if (!local && from.channelId !== "msteams") return { status: 403, why: "channel" };
    if (!reach(from.serviceUrl)) return { status: 403, why: "service-url" };
    return undefined;
  };

  /** One turn: what happened, its answer, and how it is said. The one place where the faults of a turn end. */
  const turn = async (read: Read, answer: Answering): Promise<Heard> => {
    if (read.kind === "malformed") return { status: 400 };
    if (read.kind === "ignored") return { status: read.invoke ? 501 : 200 };
    try {
      const reply = await replyTo(read, answer);
      if (!reply) return { status: 200 };
      const { heard, delivery } = await say(reply, addresseeOf(read), world);
      if (delivery && delivery.outcome !== "sent") {
        log.warn("reply-not-sent", { say: reply.message.say, outcome: delivery.outcome, detail: delivery.detail });
      }
      return heard;
    } catch (fault) {
      log.error("turn-failed", { what: read.kind === "incoming" ? read.incoming.happened : read.kind, ...traceOf(fault) });
      return afterFault(read);
    }
  };

  /** A person who waits is told that nothing was saved; Teams is told that it failed. */
  const afterFault = async (read: Exclude<Read, { kind: "ignored" | "malformed" }>): Promise<Heard> => {
    const to = addresseeOf(read);
    const sorry: Reply = { message: { say: "refusal", why: "not-saved" }, language: to.who?.language ?? "en" };
    try {
      if (to.way.by === "execute") {
        const { text, summary } = render(sorry.message, sorry.language);
        const message = text ?? summary;
        return { status: 500, body: { statusCode: 500, type: "application/vnd.microsoft.error", value: { code: "turn-failed", message } } };
      }
      const waits = read.kind === "group-chat" || read.incoming.happened === "pressed" || read.incoming.happened === "wrote";
      const { heard } = waits ? await say(sorry, to, world) : { heard: { status: 500 } };
      return { ...heard, status: 500 };
    } catch {
      return { status: 500 };
    }
  };

  const heardBy = async (headers: IncomingHttpHeaders, body: unknown, answer: Answering): Promise<Heard> => {
    const from = readEnvelope(body);
    if (!from) return { status: 400, body: { code: "BadRequest", message: "This is not an activity." } };
    const refused = refusal(from, headers.authorization);
    if (refused) {
      log.warn("activity-refused", { why: refused.why, status: refused.status });
      return { status: refused.status, body: { code: "Refused", message: `The activity is refused: ${refused.why}.` } };
    }
    let heard: Heard | undefined;
    let late: NodeJS.Timeout | undefined;
    try {
      // botbuilder has no time limit for fetching the keys.
      const tooLate = new Promise<never>((_, reject) => {
        late = setTimeout(() => reject(new KeysNotReached()), Math.min(limitMs, replyLimitMs));
      });
      const taken = adapter.take(headers.authorization ?? "", body as Activity, async () => {
        if (late === undefined) return;
        clearTimeout(late);
        heard = await turn(readActivity(body, local), answer);
      });
      await Promise.race([taken, tooLate]);
    } catch (fault) {
      const status = isOutage(fault) ? 503 : 401;
      log.warn("activity-refused", { why: status === 401 ? "token" : "keys-not-reached", status, ...traceOf(fault) });
      return { status, body: { code: "Refused", message: "The activity's token could not be verified." } };
    } finally {
      clearTimeout(late);
      late = undefined;
    }
    return heard ?? { status: 500 };
  };

  return {
    channel,
    close,
    async handle(request, response, answer) {
      const { status, body } = await heardBy(request.headers, request.body, answer);
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

type Spoken = Exclude<Read, { kind: "ignored" | "malformed" }>;

const replyTo = async (read: Spoken, answer: Answering): Promise<Reply | undefined> => {
  if (read.kind === "incoming") return answer(read.incoming);
  return { message: { say: "refusal", why: "chat-only" }, language: read.who.language ?? "en" };
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

class KeysNotReached extends Error {
  override readonly name = "KeysNotReached";
}

/** The keys that tokens are checked with could not be fetched: not the sender's fault. */
const isOutage = (fault: unknown): boolean => {
  if (fault instanceof AuthenticationError) return fault.statusCode >= 500;
  return fault instanceof KeysNotReached || (fault instanceof Error && fault.name === "FetchError");
};

/** Where it went wrong, for operators; the fault's own words may hold what a person wrote. */
const traceOf = (fault: unknown): Record<string, unknown> =>
  fault instanceof Error
    ? {
        fault: fault.name,
        at: (fault.stack ?? "")
          .split("\n")
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 6)
          .map((line) => line.trim()),
      }
    : { fault: typeof fault };
