import type { Config } from "../config.ts";
import { ask, type HttpReply } from "./ask.ts";
import { broken, type CheckEnd, notChecked, ok, warning } from "./check-end.ts";
import { findingSaid } from "./say.ts";

/** The address under which people and Teams reach Gnist, asked from this machine. `ca`: a further authority whose certificates are trusted. */
type OwnUrl = Pick<Config, "local" | "url"> & { readonly ca?: string };

/** A certificate that ends within this time (ms) is told of. */
const soonMs = 14 * 86_400_000;

const fromHere = "seen from this machine, which is not quite outside";
const notReached = "Teams cannot reach Gnist there: no message, no press and no file arrives.";

const behindProxy = "See that Gnist runs, and that the proxy passes on to its machine and its PORT.";

/** Whether Gnist answers under GNIST_URL, over https, with a certificate that others trust. */
export const checkUrl = async ({ local, url, ca }: OwnUrl, now: number, signal: AbortSignal): Promise<CheckEnd> => {
  if (url === undefined)
    return local
      ? notChecked("Gnist runs locally, and is reached by this machine alone")
      : findingSaid(
          { finding: "no-url" },
          "warning",
          "The doctor cannot try the way to Gnist either. Files of more than 32 MB do not come at all.",
        );
  const how = { method: "GET", signal, ...(ca === undefined ? {} : { ca }) } as const;
  const answer = await ask(`${url}/health/live`, how).catch((fault: unknown) => fault);
  if (!isAnswer(answer)) return unreached(answer);
  if (!isGnist(answer)) return otherAnswer(url, answer, await ask(`${new URL(url).origin}/health/live`, how).catch(() => undefined));
  const { validTo } = answer;
  if (validTo !== undefined && validTo - now < soonMs)
    return warning(
      `the certificate of GNIST_URL ends on ${dateOf(validTo)}`,
      "From then on Teams does not reach Gnist.",
      "Renew the certificate, or see why it is not renewed by itself.",
    );
  return ok(`Gnist answers under GNIST_URL${validTo === undefined ? "" : `, certificate valid to ${dateOf(validTo)}`} (${fromHere})`);
};

/** Whether the door for Teams lets nobody in without a token of Teams. */
export const checkDoor = async ({ local, url, ca }: OwnUrl, signal: AbortSignal): Promise<CheckEnd> => {
  if (url === undefined) return notChecked(local ? "Gnist runs locally" : "GNIST_URL is missing, see the line above");
  const answer = await ask(`${url}/api/messages`, { method: "POST", signal, ...(ca === undefined ? {} : { ca }) }).catch(() => undefined);
  if (!answer) return notChecked("GNIST_URL does not answer, see the line above");
  const { status, body } = answer;
  if (local && (status === 400 || (status >= 200 && status < 300)))
    return ok(`a request without a token got ${status}, which is as it should be while Gnist runs locally`);
  if (status === 401 || status === 403)
    return /"code":"Refused"/.test(body)
      ? ok("a request without a token of Teams is refused")
      : broken(
          `/api/messages asks everybody to sign in (${status}), and it is not Gnist who asks`,
          "Teams does not sign in at a proxy, so no message arrives.",
          "Let POST /api/messages through to Gnist without a sign-in of the proxy: Gnist checks Teams' token itself.",
        );
  if (status >= 200 && status < 300)
    return broken(
      `a request without a token was taken (${status})`,
      "Anybody who knows the address could speak as anybody.",
      "See that GNIST_URL leads to this Gnist, and that its settings have MicrosoftAppId: without it Gnist checks no token.",
    );
  if (status >= 502 && status <= 504)
    return broken(
      `a proxy answers POST /api/messages under GNIST_URL, but does not reach Gnist (${status})`,
      "No message arrives.",
      behindProxy,
    );
  return broken(
    `POST /api/messages under GNIST_URL got ${status}`,
    "Messages of Teams go there. No message arrives.",
    "Let the proxy pass POST /api/messages on to Gnist, without changing the path or the method.",
  );
};

const isAnswer = (what: unknown): what is HttpReply => typeof what === "object" && what !== null && "status" in what;

const isGnist = ({ status, body }: HttpReply): boolean => status === 200 && /^\s*\{"alive":true\b/.test(body);

const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

const otherAnswer = (url: string, { status, headers }: HttpReply, atRoot: HttpReply | undefined): CheckEnd => {
  if (status >= 300 && status < 400) {
    const to = headers.location;
    const target = to !== undefined && URL.canParse(to, url) ? new URL(to, url) : undefined;
    const where = target === undefined ? "elsewhere" : target.origin === new URL(url).origin ? "another path" : target.host;
    return broken(
      `GNIST_URL sends on to ${where} (${status})`,
      "Teams does not follow that with a message.",
      "Set GNIST_URL and the bot's messaging endpoint to the last address, or let the proxy answer itself. A page to sign in must not stand before Gnist.",
    );
  }
  if (status >= 502 && status <= 504)
    return broken(`a proxy answers under GNIST_URL, but does not reach Gnist (${status})`, notReached, behindProxy);
  if (atRoot && isGnist(atRoot) && new URL(url).pathname !== "/")
    return broken(
      `Gnist answers at the host of GNIST_URL, but not under its path (${status})`,
      "The proxy passes the path on, and Gnist knows no such path.",
      "Take the path out of GNIST_URL and the messaging endpoint, or let the proxy take it away before it passes a request on.",
    );
  return broken(
    status === 200 ? "another program than Gnist answers under GNIST_URL" : `GNIST_URL answers ${status} at /health/live`,
    notReached,
    "See that the name leads to this Gnist's proxy, and that the proxy passes /health/live on without changing its path.",
  );
};

/** Node's codes for a certificate that is not trusted, https://nodejs.org/api/tls.html#x509-certificate-error-codes, and for a connection that was not made. */
const faults: Readonly<Record<string, readonly [say: string, mend: string]>> = {
  CERT_HAS_EXPIRED: ["the certificate has expired", "Renew the certificate, and see why it was not renewed by itself."],
  CERT_NOT_YET_VALID: ["the certificate is not valid yet", "Look at the clock of this machine; or wait until the certificate begins."],
  DEPTH_ZERO_SELF_SIGNED_CERT: selfSigned(),
  SELF_SIGNED_CERT_IN_CHAIN: selfSigned(),
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: incomplete(),
  UNABLE_TO_GET_ISSUER_CERT: incomplete(),
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: incomplete(),
  ERR_TLS_CERT_ALTNAME_INVALID: [
    "the certificate is for another name",
    "Get a certificate for the host of GNIST_URL, or set GNIST_URL to the name for which there is one.",
  ],
  EPROTO: noHttps(),
  ERR_SSL_WRONG_VERSION_NUMBER: noHttps(),
  ENOTFOUND: ["nobody knows the host's name", "Check GNIST_URL, and the name's entry in the DNS."],
  EAI_AGAIN: ["nobody knows the host's name", "Check GNIST_URL, and the name's entry in the DNS."],
  ECONNREFUSED: ["nothing listens there", "Start Gnist and its proxy, and check the port in GNIST_URL."],
  ECONNRESET: ["the connection was cut", "Look into the proxy's log, and at the firewall before it."],
};

function selfSigned(): readonly [say: string, mend: string] {
  return [
    "the certificate is self-signed, or of an authority that this machine does not know",
    "Get a certificate of a public authority: Teams trusts no other.",
  ];
}

function incomplete(): readonly [say: string, mend: string] {
  return [
    "the certificate's chain is incomplete, or its authority unknown",
    "Let the proxy send the intermediate certificates too (the full chain), of a public authority.",
  ];
}

function noHttps(): readonly [say: string, mend: string] {
  return ["no https is spoken there", "Put a proxy with a certificate before Gnist: Gnist itself speaks http alone."];
}

/** Nothing came back, as where a network lets no machine out to its own outer address; others may then reach it all the same. */
const silences = /^(ABORT_ERR|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/;

const unreached = (fault: unknown): CheckEnd => {
  const code = fault instanceof Error && "code" in fault ? String(fault.code) : "";
  if (silences.test(code))
    return warning(
      "this machine got no answer under GNIST_URL",
      "Many networks let no machine out to its own outer address. Where others get no answer either, no message, no press and no file arrives.",
      "Open GNIST_URL with /health/live at its end from a phone that is not in this network. If nothing comes there either, let Teams in through the firewall, and see that the proxy runs.",
    );
  const [say, mend] = faults[code] ?? [`no answer came (${code || "unknown"})`, "See that this machine may reach GNIST_URL."];
  return broken(`GNIST_URL cannot be used: ${say} (${fromHere})`, notReached, mend);
};
