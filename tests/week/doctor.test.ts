import { execFile } from "node:child_process";
import { readdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { zipSync } from "fflate";
import { expect, onTestFinished, test } from "vitest";
import { personIdOf, teamIdOf } from "../../src/domain/ids.ts";
import { defaultSettings } from "../../src/domain/settings/default-settings.ts";
import { openSqlite } from "../../src/sqlite/open-sqlite.ts";
import { saveProfile } from "../../src/store/person.ts";
import { insertTeam, teamPartition } from "../../src/store/team.ts";
import { listTeam } from "../../src/store/tenant.ts";
import { startConnector } from "../connector/connector.ts";
import { startOpenId } from "../connector/open-id.ts";
import { makeCertificate, startHttps } from "../doctor/certificates.ts";
import { makeFolder } from "../sqlite/folders.ts";
import { startInstance } from "./gnist-process.ts";

/** The doctor as operators run it. */
const doctor = (args: readonly string[], env: Readonly<Record<string, string>>) =>
  new Promise<{ readonly code: number; readonly out: string; readonly err: string }>((done) => {
    execFile(
      process.execPath,
      ["--import", "tsx", "scripts/doctor.ts", ...args],
      { cwd: resolve(import.meta.dirname, "../.."), env: { PATH: process.env.PATH, ...env } },
      (fault, out, err) => done({ code: fault ? Number(fault.code) : 0, out, err }),
    );
  });

const secret = "a-secret-that-nobody-may-read";

test("before the first start the doctor makes nothing, and its exit code tells scripts what it found", async () => {
  const empty = await makeFolder();
  onTestFinished(empty.remove);
  const [before, wrong, strange] = await Promise.all([
    doctor([], { GNIST_DATA_DIR: empty.folder }),
    doctor([], { NODE_ENV: "production", PORT: "http", MicrosoftAppPassword: secret, GNIST_ADMINS: "sara@example.org" }),
    doctor(["--fix"], {}),
  ]);
  expect(before.out).toMatch(/^ {2}ok {11}store {9}there is none yet/m);
  expect([before.code, await readdir(empty.folder)]).toEqual([0, []]);

  expect(wrong.code).toBe(1);
  expect(wrong.out).toMatch(/^ {2}broken {7}settings {6}5 settings are wrong or missing/m);
  for (const setting of ["PORT is", "MicrosoftAppId is missing", "MicrosoftAppPassword is set", "No store is chosen", "GNIST_ADMINS holds"])
    expect(wrong.out).toContain(`to mend: ${setting}`);
  expect([strange.code, strange.out]).toEqual([2, ""]);
  expect(strange.err).toContain("npm run doctor");
  for (const { out, err } of [before, wrong, strange]) {
    expect(out + err).not.toContain(secret);
    expect(out + err).not.toContain("sara@example.org");
    expect(out.split("\n").filter((line) => line.length > 80 && !/https?:|\/tmp\//.test(line))).toEqual([]);
  }
});

const appId = "33333333-3333-4333-8333-333333333333";
const tenantId = "11111111-1111-4111-8111-111111111111";
const admin = "20000000-0000-4000-8000-000000000001";
const teamsId = "19:team@thread.tacv2";
const hour = 3_600_000;

/** Writes one team and an admin's chat into a new store. */
const fillStore = async (folder: string, serviceUrl: string): Promise<void> => {
  const { rows, close } = await openSqlite(folder);
  const team = {
    id: teamIdOf(tenantId, teamsId),
    tenantId,
    serviceUrl,
    teamsId,
    name: "North clinic",
    channelId: teamsId,
    channels: [],
    addedAt: 0,
    leads: [],
    settings: defaultSettings("Europe/Stockholm", "en"),
    openRounds: [],
    largeTeamAgreed: false,
    toldNothing: false,
  };
  await rows.commit(teamPartition(team.id), [insertTeam(team)]);
  await listTeam(rows, team);
  const person = personIdOf(tenantId, { entraId: admin, teamsId: "" });
  await saveProfile(rows, person, { profile: {}, teams: [], left: [], isNew: true }, { chatId: "a:ada", seenLanguage: "fi" });
  await close();
};

test("beside a running Gnist all of an installation is right as the doctor sees it, a message reaches an admin, and no line holds a secret, a name or an id", async () => {
  const certificate = makeCertificate("127.0.0.1", Date.now() - hour, Date.now() + 90 * 24 * hour);
  const [store, openId, connector] = await Promise.all([makeFolder(), startOpenId(), startConnector()]);
  const identity = createServer((_request, response) => {
    const expires_on = String(Math.floor(Date.now() / 1_000) + 7_200);
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ access_token: secret, expires_on, resource: "x", token_type: "Bearer" }));
  });
  await new Promise<void>((go) => identity.listen(0, "127.0.0.1", go));
  await fillStore(store.folder, connector.url);
  const [authority, zip] = [join(store.folder, "authority.pem"), join(store.folder, "app.zip")];
  await writeFile(authority, certificate.cert);
  const env = {
    NODE_ENV: "production",
    NODE_EXTRA_CA_CERTS: authority,
    GNIST_DATA_DIR: store.folder,
    GNIST_ADMINS: admin,
    GNIST_SERVICE_HOSTS: "127.0.0.1",
    MicrosoftAppType: "UserAssignedMSI",
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
    IDENTITY_ENDPOINT: `http://127.0.0.1:${(identity.address() as AddressInfo).port}/token`,
    IDENTITY_HEADER: "header",
    ToBotFromChannelOpenIdMetadataUrl: openId.url,
  };
  const instance = await startInstance(env);
  const inner = new URL(instance.url).origin;
  // The proxy with TLS that an operator puts before Gnist; it has the pages about Gnist too.
  const proxy = await startHttps(certificate, async (request, response) => {
    if (request.url?.startsWith("/pages")) return void response.end();
    const body = await text(request);
    const { method = "GET", headers } = request;
    const more = method === "POST" ? { body, headers: { "content-type": headers["content-type"] ?? "" } } : {};
    const passed = await fetch(`${inner}${request.url}`, { method, ...more });
    response.writeHead(passed.status).end(await passed.text());
  });
  onTestFinished(async () => {
    await instance.kill();
    identity.close();
    await Promise.all([proxy.stop(), openId.stop(), connector.stop(), store.remove()]);
  });
  const [websiteUrl, privacyUrl, termsOfUseUrl] = ["", "/privacy", "/terms"].map((path) => `${proxy.url}/pages${path}`);
  const manifest = { id: appId, bots: [{ botId: appId }], developer: { websiteUrl, privacyUrl, termsOfUseUrl } };
  await writeFile(zip, zipSync({ "manifest.json": Buffer.from(JSON.stringify(manifest)) }));

  const { code, out } = await doctor(["--message", zip], { ...env, GNIST_URL: proxy.url });
  expect(out.match(/^ {2}(ok|warning|broken|not checked) +[\w-]+/gm)?.map((line) => line.trim().replace(/ +/, " "))).toEqual(
    ["settings", "node", "sqlite", "clock", "days-off", "store", "rights", "disk", "network-disk"]
      .concat(["keys", "credential", "gnist-url", "door", "app-package", "message"])
      .map((id) => `ok ${id}`),
  );
  expect(code).toBe(0);
  expect(connector.calls.map(({ path, body }) => [path, body.text])).toEqual([
    ["/v3/conversations/a:ada/activities", expect.stringMatching(/^Tämä on IT:n testi/)],
  ]);
  for (const hidden of [secret, appId, tenantId, admin, "North", "a:ada"]) expect(out).not.toContain(hidden);
});
