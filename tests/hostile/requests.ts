import fc from "fast-check";

/** Requests to the addresses that anybody may call, as no browser makes them. A request is drawn apart from the tokens of a world. */

export type DrawnRequest = typeof aRequest extends fc.Arbitrary<infer One> ? One : never;

/** The address that a request is about, before anything in it is changed. */
const places = ["page", "file", "results", "health", "messages", "nowhere"] as const;

/** A token that a world has made, whether it still leads somewhere or not, and changes of it. */
const tokens: Readonly<Record<string, (token: string) => string>> = {
  whole: (token) => token,
  cut: (token) => token.slice(0, -1),
  longer: (token) => `${token}A`,
  doubled: (token) => token + token,
  "in other case": (token) => token.replace(/[a-z]/gi, (sign) => (sign === sign.toLowerCase() ? sign.toUpperCase() : sign.toLowerCase())),
  encoded: (token) => token.replace(/./g, (sign) => `%${sign.charCodeAt(0).toString(16)}`),
  "encoded twice": (token) => token.replace(/./g, (sign) => `%25${sign.charCodeAt(0).toString(16)}`),
  "oddly encoded": (token) => `${token}%zz`,
  "half a character after it": (token) => `${token}%e2%82`,
  "a NUL after it": (token) => `${token}%00`,
  "a raw NUL after it": (token) => `${token}\u0000`,
  "a raw character after it": (token) => `${token}å`,
  "a slash before it": (token) => `%2F${token}`,
  "a slash after it": (token) => `${token}%2f`,
  "a space around it": (token) => `%20${token}+`,
  "dots before it": (token) => `../files/${token}`,
  "a parameter after it": (token) => `${token};a=b`,
  "another's name": () => "__proto__",
  none: () => "",
  "all that were ever made": () => "*",
  long: (token) => token.repeat(60),
  "too long": (token) => token.repeat(900),
};

/** Changes of a whole address. */
const targets: Readonly<Record<string, (path: string) => string>> = {
  whole: (path) => path,
  "with a question": (path) => `${path}?token=AAAAAAAAAAAAAAAAAAAAAA&%zz&name=a`,
  "with a fragment": (path) => `${path}#a`,
  "in capitals": (path) => path.replace(/^\/\w+/, (name) => name.toUpperCase()),
  "with a slash at its end": (path) => `${path}/`,
  "with two slashes": (path) => `/${path}`,
  "with two slashes inside": (path) => path.replace(/(.)\//, "$1//"),
  "with dots": (path) => `/a/../.${path}`,
  "with encoded dots": (path) => `/a/%2e%2e${path}`,
  "with backslashes": (path) => path.replaceAll("/", "\\"),
  "with its name encoded": (path) => path.replace(".json", "%2Ejson").replace("/f", "/%66"),
  "with a host": (path) => `http://gnist.example${path}`,
  "with another host": (path) => `https://sara@evil.example:1${path}`,
  "with a host that cannot be": (path) => `http://gnist.example:99999${path}`,
  "without a beginning": (path) => path.slice(1),
  "a star": () => "*",
  "a pattern": () => "/files/:token",
};

/** A header or a host. `status`: the one that it brings by itself. `TAG` stands for the tag of the answer before. */
type Odd = { readonly line: string; readonly status?: number };

const headers: Readonly<Record<string, Odd>> = {
  "the tag": { line: "If-None-Match: TAG" },
  "the tag among others": { line: 'If-None-Match: "older",, W/TAG' },
  "any tag": { line: "If-None-Match: *" },
  "half a tag": { line: 'If-None-Match: W/, "x, TAG' },
  "a date to come": { line: "If-Modified-Since: Fri, 27 Nov 2099 00:00:00 GMT" },
  "a range": { line: "Range: bytes=0-1" },
  "odd ranges": { line: "Range: bytes=9-0,-1,x" },
  XML: { line: "Accept: application/xml" },
  "odd types": { line: "Accept: ;;q=x,*/" },
  "a version": { line: "Accept-Version: ^9.9.9" },
  "a compression": { line: "Accept-Encoding: gzip, br;q=0" },
  "odd languages": { line: "Accept-Language: sv;q=0.5,,*-x,__proto__" },
  "long languages": { line: `Accept-Language: ${"a-".repeat(3_000)}` },
  "another type": { line: "Content-Type: multipart/form-data" },
  "another method": { line: "X-HTTP-Method-Override: DELETE" },
  "a host of a proxy": { line: "X-Forwarded-Host: evil.example" },
  "a page": { line: "Origin: https://evil.example" },
  "a sender": { line: "Authorization: Bearer x" },
  "a name of the language": { line: "__proto__: x" },
  "HTTP/2": { line: "Upgrade: h2c" },
  "a connection": { line: "Connection: Upgrade, HTTP2-Settings" },
  "to go on": { line: "Expect: 100-continue" },
  "a miracle": { line: "Expect: a miracle", status: 417 },
  "a compressed body": { line: "Content-Encoding: gzip", status: 415 },
  "two hosts": { line: "Host: gnist.example", status: 400 },
  "a length without a number": { line: "Content-Length: x", status: 400 },
  "no header": { line: "no header", status: 400 },
  "a control character": { line: "A: \u0001", status: 400 },
  "too long": { line: `A: ${"x".repeat(20_000)}`, status: 431 },
};

const hosts: Readonly<Record<string, Odd>> = {
  usual: { line: "localhost" },
  "an address": { line: "127.0.0.1" },
  none: { line: "" },
  "with a port": { line: "gnist.example:8080" },
  IPv6: { line: "[::1]" },
  "half of IPv6": { line: "[", status: 400 },
  "with a gap": { line: "a b", status: 400 },
  "oddly encoded": { line: "%zz", status: 400 },
  "with a port that cannot be": { line: "gnist.example:99999", status: 400 },
  "with a name": { line: "sara@gnist.example", status: 400 },
  "with a path": { line: "gnist.example/files", status: 400 },
  "with a question": { line: "gnist.example?", status: 400 },
};

/** The statuses that the headers of a request bring, wherever it goes. */
export const refusalsOf = ({ headers: some, host, body }: DrawnRequest): readonly number[] => [
  ...[...some.map((name) => headers[name]), hosts[host]].flatMap((one) => one?.status ?? []),
  ...(some.includes("to go on") && body === tooLong ? [413] : []),
];

const methods = ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "PROPFIND", "CONNECT", "FOO", "get"] as const;
const names = ["record.zip", "", "a", "%00", "..%2f..%2fetc", "%zz", "å", "x".repeat(200), "a/b", "%E2%80%AE.zip"] as const;
const tooLong = "Content-Length: 500000\r\n\r\n{";
const bodies = ["Content-Length: 5\r\n\r\nhello", tooLong, "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"] as const;

/** Mostly the first, so that what is changed elsewhere is met alone. */
const mostly = <T>(usual: T, weight: number, others: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: others });

export const aRequest = fc.record({
  place: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<(typeof places)[number]>("page", "file", "results") },
    { weight: 1, arbitrary: fc.constantFrom(...places) },
  ),
  /** A number that chooses among the tokens, the newest for 0. */
  of: mostly(0, 3, fc.nat(100)),
  token: mostly("whole", 2, fc.constantFrom(...Object.keys(tokens))),
  name: mostly<(typeof names)[number]>("record.zip", 3, fc.constantFrom(...names)),
  target: mostly("whole", 3, fc.constantFrom(...Object.keys(targets))),
  method: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom("GET", "GET", "GET", "HEAD") },
    { weight: 2, arbitrary: fc.constantFrom<string>(...methods) },
  ),
  headers: fc.oneof(
    { weight: 2, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.constantFrom<string[]>(["the tag"], ["any tag"]) },
    { weight: 3, arbitrary: fc.uniqueArray(fc.constantFrom(...Object.keys(headers)), { minLength: 1, maxLength: 3 }) },
  ),
  host: mostly("usual", 6, fc.constantFrom(...Object.keys(hosts))),
  version: mostly("1.1", 8, fc.constant("1.0")),
  body: mostly("\r\n", 8, fc.constantFrom<string>(...bodies)),
});

/** Does the asker say that it has the answer with the tag already? Undefined where its headers say so and do not. */
export const hasIt = ({ headers: some }: DrawnRequest): "the tag" | "anything" | "nothing" | undefined => {
  const tags = some.filter((name) => headers[name]?.line.startsWith("If-None-Match"));
  if (tags.length === 0) return "nothing";
  if (!tags.includes("any tag")) return "the tag";
  return tags.length === 1 ? "anything" : undefined;
};

/** The address that is asked for. */
export const targetOf = ({ place, token: how, name, target }: DrawnRequest, token: string): string => {
  const changed = tokens[how]?.(token) ?? "";
  const paths: Readonly<Record<(typeof places)[number], string>> = {
    page: `/files/${changed}`,
    file: `/files/${changed}/${name}`,
    results: `/teams/${changed}/posted.json`,
    health: "/health/live",
    messages: "/api/messages",
    nowhere: `/${changed}/files`,
  };
  return targets[target]?.(paths[place]) ?? "";
};

/** The bytes of a request on a connection of its own. @param tag of the answer before */
export const bytesOf = (drawn: DrawnRequest, token: string, tag: string): string => {
  const { method, host, version, headers: some, body } = drawn;
  const lines = some.map((name) => `${headers[name]?.line.replaceAll("TAG", tag)}\r\n`).join("");
  return `${method} ${targetOf(drawn, token)} HTTP/${version}\r\nHost: ${hosts[host]?.line}\r\nConnection: close\r\n${lines}${body}`;
};
