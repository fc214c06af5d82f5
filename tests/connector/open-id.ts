import { createSign, generateKeyPairSync, type KeyObject, type KeyPairKeyObjectResult } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A fake OpenID server of a few lines that publishes the keys of Teams' tokens, signs tokens, and can be shut down by a test. */

export const teamsIssuer = "https://api.botframework.com";

/** The behaviour of the key server. */
export type KeyServer = "up" | "drop" | "silence" | "nonsense" | { readonly status: number };

/** A key, and the channels that it vouches for, if not Teams alone. */
type Key = KeyPairKeyObjectResult & { readonly channels?: readonly string[] };

export const startOpenId = async () => {
  const keys = new Map<string, Key>([["key-1", firstKey()]]);
  const held: (() => void)[] = [];
  const published = () =>
    [...keys].map(([kid, { publicKey, channels = ["msteams"] }]) => ({
      ...publicKey.export({ format: "jwk" }),
      use: "sig",
      kid,
      endorsements: channels,
    }));

  const server = createServer((request, response) => {
    const path = request.url ?? "";
    openId.asked.push(path);
    const answer = (status: number, what: unknown) => {
      response.writeHead(status, { "content-type": "application/json", connection: "close" });
      response.end(JSON.stringify(what));
    };
    const asEver = () => answer(200, path === "/keys" ? { keys: published() } : { issuer: teamsIssuer, jwks_uri: `${origin}/keys` });
    if (openId.is === "up") asEver();
    else if (openId.is === "silence") held.push(asEver);
    else if (openId.is === "nonsense") answer(200, { keys: "to follow" });
    else if (openId.is === "drop") request.socket.destroy();
    else answer(openId.is.status, {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const openId = {
    url: `${origin}/metadata`,
    is: "up" as KeyServer,
    /** The paths that were asked for, in order. */
    asked: [] as string[],
    /** The keys it publishes, by their ids; a test adds and removes them. */
    keys,
    signed: (payload: object, kid = "key-1"): string => {
      const key = keys.get(kid);
      if (!key) throw new Error(`There is no ${kid}.`);
      return signedWith(key.privateKey, payload, kid);
    },
    /** Answers all that was never answered. */
    letGo: () => {
      openId.is = "up";
      for (const answer of held.splice(0)) answer();
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return openId;
};

export type OpenId = Awaited<ReturnType<typeof startOpenId>>;

export const newKey = () => generateKeyPairSync("rsa", { modulusLength: 2048 });

let first: KeyPairKeyObjectResult | undefined;
/** The first key of every server, made once: making a key takes a third of a second of CPU. */
const firstKey = (): KeyPairKeyObjectResult => {
  first ??= newKey();
  return first;
};

/** Signs a token with any key. */
export const signedWith = (key: KeyObject, payload: object, kid = "key-1"): string => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const content = `${part({ alg: "RS256", typ: "JWT", kid })}.${part(payload)}`;
  return `${content}.${createSign("RSA-SHA256").update(content).sign(key, "base64url")}`;
};
