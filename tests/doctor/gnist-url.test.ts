import { createServer, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { checkDoor, checkUrl } from "../../src/doctor/gnist-url.ts";
import { openDoor } from "../../src/http/open-door.ts";
import { routesTo } from "../../src/http/routes.ts";
import { openTestLog } from "../world/log.ts";
import { makeCertificate, startHttps } from "./certificates.ts";

const day = 86_400_000;
const now = Date.now();
const good = makeCertificate("127.0.0.1", now - day, now + 90 * day);

const signal = () => AbortSignal.timeout(10_000);
const never = () => new Error("nobody waits here");

/** Answers as a server that the doctor meets under GNIST_URL. */
const serve = async (answer: RequestListener, certificate = good) => {
  const server = await startHttps(certificate, answer);
  onTestFinished(server.stop);
  return server.url;
};
const says = (response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}) =>
  response.writeHead(status, headers).end(body);
const gnist: RequestListener = (request, response) =>
  request.url === "/health/live" ? says(response, 200, '{"alive":true}') : says(response, 404, "");

const address = (url: string | undefined, ca: string | undefined = good.cert, local = false) =>
  checkUrl({ local, ...(url === undefined ? {} : { url }), ...(ca === undefined ? {} : { ca }) }, now, signal());
const door = (url: string | undefined, local = false) =>
  checkDoor({ local, ...(url === undefined ? {} : { url }), ca: good.cert }, signal());

test("Gnist's own door behind https is right, as far as this machine sees, and lets nobody in without a token", async () => {
  const { log } = openTestLog();
  const own = await openDoor({
    port: 0,
    host: "127.0.0.1",
    local: false,
    routes: routesTo({
      admit: async () => ({ status: 401, body: { code: "Refused", message: "no" } }),
      messages: async () => Promise.reject(never()),
      live: () => ({}),
      ready: async () => Promise.reject(never()),
    }),
    log,
  });
  onTestFinished(own.close);
  // The proxy of an operator, which takes the path of GNIST_URL away.
  const url = await serve(async (request, response) => {
    const { method = "GET", headers } = request;
    const passed = await fetch(`http://127.0.0.1:${own.port}${request.url?.replace(/^\/gnist/, "")}`, {
      method,
      ...(method === "POST" ? { body: "{}", headers: { "content-type": headers["content-type"] ?? "" } } : {}),
    });
    says(response, passed.status, await passed.text());
  });
  expect(await address(`${url}/gnist`)).toEqual({
    is: "ok",
    say: expect.stringMatching(
      /^Gnist answers under GNIST_URL, certificate valid to \d{4}-\d\d-\d\d \(seen from this machine, which is not quite outside\)$/,
    ),
  });
  expect(await door(`${url}/gnist`)).toEqual({ is: "ok", say: "a request without a token of Teams is refused" });
});

test("a certificate that is self-signed, has expired, is not valid yet, is for another name, or ends soon is told of in words", async () => {
  const between = async (name: string, from: number, to: number, trusted = true) => {
    const made = makeCertificate(name, now + from * day, now + to * day);
    return address(await serve(gnist, made), trusted ? made.cert : undefined);
  };
  expect(await checkUrl({ local: false, url: await serve(gnist) }, now, signal())).toMatchObject({
    is: "broken",
    say: expect.stringContaining("the certificate is self-signed"),
    mend: [expect.stringContaining("Get a certificate of a public authority")],
  });
  expect(await between("127.0.0.1", -90, -1)).toMatchObject({
    is: "broken",
    say: expect.stringContaining("the certificate has expired"),
    mend: [expect.stringContaining("Renew the certificate")],
  });
  expect(await between("127.0.0.1", 1, 90)).toMatchObject({ is: "broken", say: expect.stringContaining("is not valid yet") });
  expect(await between("gnist.example.org", -1, 90)).toMatchObject({
    is: "broken",
    say: expect.stringContaining("for another name"),
    mend: [expect.stringContaining("Get a certificate for the host of GNIST_URL")],
  });
  expect(await between("127.0.0.1", -80, 10)).toMatchObject({
    is: "warning",
    say: expect.stringMatching(/^the certificate of GNIST_URL ends on /),
    mend: [expect.stringContaining("Renew the certificate")],
  });
});

test("a closed port, http in place of https, and silence are told apart", async () => {
  const plain = createServer(gnist);
  await new Promise<void>((resolve) => plain.listen(0, "127.0.0.1", resolve));
  const { port } = plain.address() as AddressInfo;
  const silent = await serve(() => undefined);
  expect(await address(`https://127.0.0.1:${port}`)).toMatchObject({
    is: "broken",
    say: expect.stringContaining("no https is spoken there"),
    mend: [expect.stringContaining("Put a proxy with a certificate before Gnist")],
  });
  await new Promise((resolve) => plain.close(resolve));
  expect(await address(`https://127.0.0.1:${port}`)).toMatchObject({
    is: "broken",
    say: expect.stringContaining("nothing listens there"),
    mend: [expect.stringContaining("Start Gnist and its proxy")],
  });
  const stop = new AbortController();
  const waiting = checkUrl({ local: false, url: silent, ca: good.cert }, now, stop.signal);
  stop.abort();
  expect(await waiting).toMatchObject({
    is: "warning",
    say: "this machine got no answer under GNIST_URL",
    mend: [expect.stringContaining("from a phone that is not in this network")],
  });
});

test("another program, a redirect, a proxy without Gnist behind it, and one that keeps the path are told apart", async () => {
  const seen = async (answer: RequestListener, path = "") => address(`${await serve(answer)}${path}`);
  expect(await seen((_, response) => says(response, 200, "<h1>Welcome to nginx</h1>"))).toMatchObject({
    is: "broken",
    say: "another program than Gnist answers under GNIST_URL",
    mend: [expect.stringContaining("See that the name leads to this Gnist's proxy")],
  });
  expect(await seen((_, response) => says(response, 302, "", { location: "https://login.example.org/?session=secret" }))).toMatchObject({
    is: "broken",
    say: "GNIST_URL sends on to login.example.org (302)",
    mend: [expect.stringContaining("A page to sign in must not stand before Gnist")],
  });
  expect(await seen((_, response) => says(response, 308, "", { location: "/gnist/health/live" }))).toMatchObject({
    say: "GNIST_URL sends on to another path (308)",
  });
  expect(await seen((_, response) => says(response, 502, ""))).toMatchObject({
    is: "broken",
    say: expect.stringContaining("does not reach Gnist (502)"),
    mend: [expect.stringContaining("See that Gnist runs")],
  });
  expect(await seen(gnist, "/gnist")).toMatchObject({
    is: "broken",
    say: expect.stringContaining("not under its path (404)"),
    mend: [expect.stringContaining("Take the path out of GNIST_URL")],
  });
  expect(await seen((_, response) => says(response, 404, ""), "/gnist")).toMatchObject({ say: "GNIST_URL answers 404 at /health/live" });
});

test("without GNIST_URL a warning says how files come; a local Gnist has no address", async () => {
  expect(await address(undefined)).toMatchObject({ is: "warning", mend: [expect.stringContaining("Set GNIST_URL")] });
  expect(await address(undefined, undefined, true)).toMatchObject({ is: "not checked" });
});

test("a door that takes everybody, asks Teams to sign in at a proxy, or is not there is broken", async () => {
  const seen = async (status: number, body = "") => door(await serve((_, response) => says(response, status, body)));
  expect(await seen(200)).toMatchObject({
    is: "broken",
    say: "a request without a token was taken (200)",
    mend: [expect.stringContaining("its settings have MicrosoftAppId")],
  });
  expect(await seen(401, "Sign in, please")).toMatchObject({
    is: "broken",
    say: expect.stringContaining("it is not Gnist who asks"),
    mend: [expect.stringContaining("Let POST /api/messages through to Gnist")],
  });
  expect(await seen(404)).toMatchObject({
    is: "broken",
    mend: [expect.stringContaining("Let the proxy pass POST /api/messages on to Gnist")],
  });
  expect(await seen(503)).toMatchObject({
    is: "broken",
    say: "a proxy answers POST /api/messages under GNIST_URL, but does not reach Gnist (503)",
    mend: [expect.stringContaining("See that Gnist runs")],
  });
  expect(await door(undefined)).toMatchObject({ is: "not checked" });
  expect(await door("https://127.0.0.1:1")).toMatchObject({ is: "not checked" });
  expect(await door(await serve((_, response) => says(response, 400, "")), true)).toMatchObject({ is: "ok" });
  expect(await door(await serve((_, response) => says(response, 404, "")), true)).toMatchObject({ is: "broken" });
});
