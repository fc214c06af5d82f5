import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { ownCertificate } from "./certificate.ts";

/**
 * A token server that plays both sides of a federated credential. The managed identity of App Service and Container Apps gives a token that vouches for the bot,
 * https://learn.microsoft.com/azure/app-service/overview-managed-identity (REST endpoint reference). Entra takes it in place of a secret,
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow (third case: a federated credential).
 */
export const startEntra = async (bot: { readonly appId: string; readonly tenantId: string; readonly identity: string }) => {
  const { key, cert } = ownCertificate();
  const header = randomBytes(16).toString("hex");

  const identity = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://identity");
    entra.asked.push({ resource: searchParams.get("resource"), client: searchParams.get("client_id") });
    const allowed = pathname === "/msi/token" && request.headers["x-identity-header"] === header;
    if (!allowed || searchParams.get("client_id") !== bot.identity)
      return json(response, 400, { statusCode: 400, message: "No such identity" });
    entra.vouching = `assertion-${randomBytes(16).toString("hex")}`;
    const expires_on = String(Math.floor(Date.now() / 1_000) + entra.vouchingS);
    json(response, 200, { access_token: entra.vouching, expires_on, resource: searchParams.get("resource"), token_type: "Bearer" });
  });

  const login = createTlsServer({ key, cert }, async (request, response) => {
    const { pathname } = new URL(request.url ?? "", origin);
    if (pathname === `/${bot.tenantId}/v2.0/.well-known/openid-configuration`)
      return json(response, 200, {
        issuer: `${origin}/${bot.tenantId}/v2.0`,
        authorization_endpoint: `${origin}/${bot.tenantId}/oauth2/v2.0/authorize`,
        token_endpoint: `${origin}/${bot.tenantId}/oauth2/v2.0/token`,
        jwks_uri: `${origin}/keys`,
      });
    if (request.method !== "POST" || pathname !== `/${bot.tenantId}/oauth2/v2.0/token`) return json(response, 404, {});
    const form = Object.fromEntries(new URLSearchParams(await bodyOf(request)));
    entra.signIns.push(form);
    const rightful = {
      grant_type: "client_credentials",
      client_id: bot.appId,
      scope: "https://api.botframework.com/.default",
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: entra.vouching,
    };
    const wrong = Object.entries(rightful).find(([name, value]) => !(form[name] ?? "").split(" ").includes(value))?.[0];
    if (wrong !== undefined || !entra.trusts) {
      // The words of a refusal name the identity, as Entra's do.
      const error_description = `AADSTS700213: No matching federated identity record found for presented assertion subject '${bot.identity}'. (${wrong})`;
      return json(response, 401, { error: "invalid_client", error_description, error_codes: [700213] });
    }
    const access_token = `bot-${entra.signIns.length}`;
    json(response, 200, { token_type: "Bearer", expires_in: 3_599, ext_expires_in: 3_599, access_token });
  });

  const [identityPort, loginPort] = await Promise.all(
    [identity, login].map(
      (server) => new Promise<number>((go) => server.listen(0, "127.0.0.1", () => go((server.address() as AddressInfo).port))),
    ),
  );
  const origin = `https://127.0.0.1:${loginPort}`;
  const entra = {
    /** The certificate that its callers have to trust. */
    cert,
    /** The settings of a bot that signs in here. */
    settings: {
      MicrosoftAppType: "SingleTenant",
      MicrosoftAppId: bot.appId,
      MicrosoftAppTenantId: bot.tenantId,
      AZURE_CLIENT_ID: bot.identity,
      IDENTITY_ENDPOINT: `http://127.0.0.1:${identityPort}/msi/token`,
      IDENTITY_HEADER: header,
      ToChannelFromBotLoginUrl: `${origin}/botframework.com`,
    },
    /** Whether the bot's registration has the federated credential. */
    trusts: true,
    /** For how many seconds the coming assertions are good. */
    vouchingS: 86_400,
    /** The newest assertion: Entra takes no other. */
    vouching: "",
    asked: [] as { readonly resource: string | null; readonly client: string | null }[],
    signIns: [] as Record<string, string>[],
    stop: async () => {
      await Promise.all([identity, login].map((server) => new Promise((gone) => server.close(gone) && server.closeAllConnections())));
    },
  };
  return entra;
};

const json = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};
