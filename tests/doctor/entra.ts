import { Agent } from "node:https";
import { connect } from "node:tls";
import { makeCertificate, startHttps } from "./certificates.ts";

const host = "login.microsoftonline.com";
const day = 86_400_000;

/**
 * Plays Microsoft Entra on this machine: every https connection of this process leads to it, whatever the name. The library that asks for tokens takes no other
 * address without asking Microsoft itself whether that is one of Entra's.
 */
export const startEntra = async () => {
  const certificate = makeCertificate(host, Date.now() - day, Date.now() + day);
  const entra = {
    /** The error that Entra answers with, as it words it; a token where it is undefined. */
    refuses: undefined as string | undefined,
    /** It cuts every connection. */
    cuts: false,
    /** A proxy answers in its place, with this status and a page. */
    page: undefined as number | undefined,
    asked: [] as string[],
    stop: async () => {
      Agent.prototype.createConnection = original;
      await server.stop();
    },
  };
  const server = await startHttps(certificate, (request, response) => {
    const { pathname } = new URL(request.url ?? "/", `https://${host}`);
    entra.asked.push(pathname);
    if (entra.cuts) {
      request.socket.destroy();
      return;
    }
    if (entra.page !== undefined) {
      response.writeHead(entra.page, { "content-type": "text/html", connection: "close" }).end("<html>Sign in, Sara</html>");
      return;
    }
    const json = (status: number, body: object) =>
      response.writeHead(status, { "content-type": "application/json", connection: "close" }).end(JSON.stringify(body));
    if (!pathname.endsWith("/oauth2/v2.0/token")) {
      const base = `https://${host}${pathname.split("/v2.0/")[0]}`;
      json(200, {
        token_endpoint: `${base}/oauth2/v2.0/token`,
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        issuer: `${base}/v2.0`,
      });
      return;
    }
    request.resume();
    if (entra.refuses === undefined) json(200, { token_type: "Bearer", expires_in: 3_599, access_token: "a-token-that-nobody-may-read" });
    else
      json(401, {
        error: "invalid_client",
        error_description: entra.refuses,
        error_codes: [1],
        timestamp: "",
        trace_id: "t",
        correlation_id: "c",
      });
  });
  const original = Agent.prototype.createConnection;
  Agent.prototype.createConnection = () => connect({ host: "127.0.0.1", port: server.port, servername: host, ca: certificate.cert });
  return entra;
};
