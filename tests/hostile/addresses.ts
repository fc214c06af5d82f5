import { expect } from "vitest";
import { linkMs } from "../../src/domain/records/file.ts";
import { fileDoor } from "../../src/entry/files.ts";
import { postedResults } from "../../src/flows/records/posted-results.ts";
import { said } from "../http/door.ts";
import { textsInZip } from "../world/zip.ts";
import { chatOf, pressOf } from "./bodies.ts";
import { bytesOf, type DrawnRequest, hasIt, refusalsOf, targetOf } from "./requests.ts";
import type { HostileWorld } from "./world.ts";

/** The addresses of a world that anybody may call, and the answers that may come from them: the flow says what there is, and this says how the door may tell it. */

/** Ways to make a token, or to end one. */
export const deedsWithTokens = ["export", "export-by-question", "export-across", "make-address", "revoke-address"] as const;

type Answered = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Latin-1, one character for a byte. */
  readonly body: string;
};

const unchunked = (body: string): string => {
  let [whole, rest] = ["", body];
  for (;;) {
    const [line = ""] = rest.split("\r\n", 1);
    const size = Number.parseInt(line, 16);
    if (!(size >= 0)) throw new Error("A chunk of the answer has no size: it broke off.");
    if (size === 0) return whole;
    whole += rest.slice(line.length + 2, line.length + 2 + size);
    rest = rest.slice(line.length + 4 + size);
  }
};

const answerIn = (heard: string): Answered | undefined => {
  if (heard === "") return undefined;
  const [head = "", ...rest] = heard.replace("HTTP/1.1 100 Continue\r\n\r\n", "").split("\r\n\r\n");
  const [first = "", ...lines] = head.split("\r\n");
  const headers = Object.fromEntries(lines.map((line) => [line.split(":", 1)[0]?.toLowerCase(), line.slice(line.indexOf(":") + 2)]));
  const body = rest.join("\r\n\r\n");
  return {
    status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1]),
    headers,
    body: headers["transfer-encoding"] === "chunked" ? unchunked(body) : body,
  };
};

const decoded = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
};

/** restify's router takes no part of an address that is longer, once it is decoded. */
const longestPart = 100;

type Meaning = { readonly at: DrawnRequest["place"]; readonly token: string };

/** The address that a target means: one of Gnist's, with its token, or none. */
const meaningOf = (target: string): Meaning => {
  const url = target.startsWith("/") ? `http://localhost${target}` : target;
  const parts = URL.canParse(url) ? new URL(url).pathname.split("/").slice(1) : [];
  const [first, token = "", last] = parts.map(decoded);
  const isWhole = parts.every((part) => (decoded(part)?.length ?? longestPart + 1) <= longestPart);
  if (isWhole && parts.length === 2) {
    if (first === "files") return { at: "page", token };
    if (first === "health" && token === "live") return { at: "health", token: "" };
    if (first === "api" && token === "messages") return { at: "messages", token: "" };
  }
  if (isWhole && parts.length === 3) {
    if (first === "files") return { at: "file", token };
    if (first === "teams" && last === "posted.json") return { at: "results", token };
  }
  return { at: "nowhere", token: "" };
};

/** Headers of every answer about a file, as src/http/files.ts promises them. */
const guards = {
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex",
  "cross-origin-resource-policy": "same-origin",
};

/** Words of the ideas of both teams. Nobody reads them by a token that is not the right one. */
const words = /printer|door is heavy|finds the keys|south stairs/;

/** The word of the flows on an address, at this moment. */
type Truth = {
  readonly isThere: boolean;
  readonly json?: string;
  /** The results are those that were told with the tag. */
  readonly isTagged?: boolean;
};

/** A question to the server itself (RFC 9110, 9.3.7), which restify answers before it looks for an address. */
const isPing = ({ method }: DrawnRequest, target: string): boolean => method === "OPTIONS" && target === "*";

/** The statuses that may come. */
const statusesOf = (drawn: DrawnRequest, target: string, { at }: Meaning, { isThere, isTagged }: Truth): readonly number[] => {
  const { method } = drawn;
  const refused = [...refusalsOf(drawn)];
  if (/[^!-~]/.test(target) || !/^(\/|\*$|https?:)/.test(target) || method === "FOO" || method === "get") refused.push(400);
  if (target.includes(":99999")) refused.push(400);
  if (target.length > 15_000) refused.push(431);
  if (refused.length > 0) return refused;
  if (isPing(drawn, target)) return [200];
  // None of these bodies is an activity.
  if (at === "messages" && method === "POST") return [400, 413, 415];
  if (method !== "GET" && method !== "HEAD") return [at === "nowhere" ? 404 : 405];
  if (at === "messages") return [405];
  if (!isThere) return at === "results" ? [404, 429] : [404];
  if (at !== "results") return [200];
  const has = hasIt(drawn);
  if (has === undefined) return [200, 304, 429];
  return [has === "anything" || (has === "the tag" && isTagged) ? 304 : 200, 429];
};

/** Node makes no answer to a request that it cannot read: Gnist writes one by hand, whatever the method, and the connection ends. */
const isRaw = (headers: Answered["headers"]): boolean => headers.date === undefined;

/** The headers that an answer must have. */
const headersOf = ({ status, headers, body }: Answered, { at }: Meaning, isFile: boolean): Readonly<Record<string, unknown>> => {
  if (isFile) {
    const isBytes = at === "file" && status === 200;
    return {
      ...guards,
      "content-type": isBytes ? expect.stringMatching(/^application\/(zip|octet-stream)$/) : "text/html; charset=utf-8",
      "content-security-policy": expect.stringContaining("default-src 'none'"),
      ...(isBytes
        ? {
            "content-disposition": expect.stringMatching(/^attachment; filename="gnist-[\w.-]+\.zip"; filename\*=UTF-8''gnist-/),
            "accept-ranges": "none",
          }
        : {}),
    };
  }
  const isResults = at === "results" && (status === 200 || status === 304);
  return {
    ...(body === "" ? {} : { "content-type": expect.stringMatching(/^application\/json(; charset=utf-8)?$/) }),
    ...(isRaw(headers) ? { connection: "close" } : { "cache-control": isResults ? "private, max-age=60" : "no-store" }),
    ...(isResults ? { etag: expect.stringMatching(/^"[\w-]{22}"$/) } : {}),
    ...(status === 405 ? { allow: expect.stringMatching(/^[A-Z, ]+$/) } : {}),
  };
};

/** @param heard gets the place and the status of each answer */
export const openAddresses = (world: HostileWorld, heard: Set<string>) => {
  const { stub, door, ada } = world;
  const sara = stub.world.find("Sara Lind");
  /** The newest first. */
  const links: { readonly token: string; readonly until: number; taken: boolean }[] = [];
  const addresses: { readonly token: string; ended: boolean }[] = [];
  const files = fileDoor(world.ports);
  let [tag, tagged] = ['"none"', ""];

  const isLed = async () => addresses[0] !== undefined && (await postedResults(addresses[0].token, world.ports)) !== undefined;

  /** Presses or writes, and keeps the tokens that the answer shows. */
  const does = async (deed: (typeof deedsWithTokens)[number]): Promise<void> => {
    const from = stub.world.posts.length;
    const wasLed = await isLed();
    const [person, about] = deed === "export-across" ? [ada, {}] : [sara, { team: world.ids.north }];
    const press = pressOf(world, { person, where: chatOf(person), way: "execute", verb: deed, data: { verb: deed, ...about } });
    world.givesLinks(deed !== "export-by-question");
    const answer =
      deed === "export" || deed === "export-by-question"
        ? await stub.person(sara).writes("export")
        : await door.send(JSON.stringify(press));
    await world.settle();
    world.givesLinks(false);
    const shown = JSON.stringify([answer, stub.world.posts.slice(from).map(({ activity }) => activity)]);
    for (const [, token = ""] of shown.matchAll(/\/files\/([\w-]{22})/g))
      if (!links.some((one) => one.token === token)) links.unshift({ token, until: world.now() + linkMs, taken: false });
    const made = new Set([...shown.matchAll(/\/teams\/([\w-]{22})\/posted\.json/g)].map(([, token = ""]) => token));
    if (made.size > 0 || (deed === "revoke-address" && wasLed && !(await isLed()))) for (const one of addresses) one.ended = true;
    for (const token of made) addresses.unshift({ token, ended: false });
  };

  const truthOf = async ({ at, token }: Meaning): Promise<Truth> => {
    if (at === "health") return { isThere: true };
    if (at === "page" || at === "file") {
      const isThere = (await files.name(token)) !== undefined;
      const mayBe = links.some((one) => one.token === token && !one.taken && world.now() < one.until);
      if (isThere && !mayBe) throw new Error("A link that was taken, has ended or was never made leads to a file.");
      return { isThere };
    }
    if (at !== "results") return { isThere: false };
    const results = await postedResults(token, world.ports);
    if (results && !addresses.some((one) => one.token === token && !one.ended))
      throw new Error("An address that has ended leads to results.");
    if (!results) return { isThere: false };
    const json = JSON.stringify(results);
    return { isThere: true, json, isTagged: json === tagged };
  };

  /** A taken file is gone once its bytes are out, which the reader may see a moment before Gnist. */
  const isGone = async (token: string): Promise<boolean> => {
    for (let turn = 0; turn < 200; turn += 1) {
      if ((await files.name(token)) === undefined) return true;
      await new Promise(setImmediate);
    }
    return false;
  };

  const asks = async (drawn: DrawnRequest): Promise<void> => {
    const pool = drawn.place === "results" ? addresses : links;
    const own = pool[drawn.of % Math.max(1, pool.length)]?.token ?? "A".repeat(22);
    const target = targetOf(drawn, own);
    const meaning = meaningOf(target);
    const truth = await truthOf(meaning);
    const bytes = bytesOf(drawn, own, tag);
    const answer = answerIn(await said(door.url, bytes));
    if (!answer) return expect(drawn.method, `not answered: ${JSON.stringify(bytes.slice(0, 300))}`).toBe("CONNECT");
    const { status, headers, body } = answer;
    const may = statusesOf(drawn, target, meaning, truth);
    expect(may, `may come for ${JSON.stringify(bytes.slice(0, 300))}`).toContain(status);
    if (isPing(drawn, target) && status === 200) return expect(body).toBe("");
    const isFile =
      (meaning.at === "page" || meaning.at === "file") && (status === 200 || headers["content-type"] === "text/html; charset=utf-8");
    expect(headers, `headers of the ${status} to ${JSON.stringify(bytes.slice(0, 300))}`).toMatchObject(headersOf(answer, meaning, isFile));
    expect([headers.server, headers["x-powered-by"], headers.location]).toEqual([undefined, undefined, undefined]);
    heard.add(`${drawn.method === "HEAD" ? "head of " : ""}${meaning.at} ${status}`);
    if ((drawn.method === "HEAD" && !isRaw(headers)) || status === 304) expect(body).toBe("");
    else if (headers["content-length"] !== undefined) expect(body).toHaveLength(Number(headers["content-length"]));
    const isRight = status === 200 && drawn.method === "GET";
    if (isRight && meaning.at === "results") {
      expect(Buffer.from(body, "latin1").toString()).toBe(truth.json);
      [tag, tagged] = [headers.etag ?? "", truth.json ?? ""];
    } else if (isRight && meaning.at === "file") {
      const texts = textsInZip(Buffer.from(body, "latin1")).join("\n");
      expect(texts).not.toContain("south stairs");
      expect(await isGone(meaning.token), "the file is gone once it was taken").toBe(true);
      for (const one of links) if (one.token === meaning.token) one.taken = true;
    } else {
      expect(body).not.toMatch(words);
      for (const { token } of [...links, ...addresses]) if (!isRight || token !== meaning.token) expect(body).not.toContain(token);
      if (!isFile && body !== "")
        expect(JSON.parse(body)).toMatchObject(isRight ? { alive: true } : { code: expect.any(String), message: expect.any(String) });
    }
    const lines = JSON.stringify(door.logged);
    for (const { token } of [...links, ...addresses]) expect(lines).not.toContain(token);
  };

  let begun = false;
  return {
    asks: async (requests: readonly DrawnRequest[], deed: (typeof deedsWithTokens)[number] | undefined): Promise<void> => {
      // Every world has one that was replaced, one that leads somewhere, and both kinds of files.
      const first = ["export", "export-by-question", "export-across", "make-address", "make-address"] as const;
      if (!begun) for (const one of first) await does(one);
      begun = true;
      if (deed) await does(deed);
      for (const one of requests) await asks(one);
    },
  };
};
