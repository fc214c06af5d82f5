import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { chmod, chown, mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenId, startOpenId, teamsIssuer } from "../connector/open-id.ts";
import { buildImage, type Image, imageUser } from "./dockerfile.ts";

/*
 * The steps of deploy/Dockerfile in folders instead of an image, with what git holds and what ships in production. The one install of all tests. Real processes then
 * run there as a user who may write to the volume alone.
 */

const appId = "33333333-3333-4333-8333-333333333333";
const tenantId = "11111111-1111-4111-8111-111111111111";
const serviceUrl = "https://smba.trafficmanager.net/emea/";

let scratch = "";
let image: Image;
let openId: OpenId;
/** The folder of the volume, a writable folder beside it, and the folder of the program. */
let [data, beside, program] = ["", "", ""];

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "gnist-image-"));
  await chmod(scratch, 0o755);
  [image, openId] = await Promise.all([buildImage(scratch), startOpenId()]);
  [data, beside, program] = [join(image.at, image.volumes[0] ?? ""), join(scratch, "beside"), join(image.at, image.workdir)];
  await mkdir(beside);
  await chown(beside, imageUser.uid, imageUser.gid);
  await changeModes("a-w", image.at);
  await changeModes("u+w", data);
}, 300_000);

afterAll(async () => {
  // Only after a failure does one of them still run.
  for (const child of children) if (child.exitCode === null) child.kill("SIGTERM");
  await openId?.stop();
  // A folder that may not be written cannot be emptied.
  await changeModes("u+w", scratch);
  await rm(scratch, { recursive: true, force: true });
});

const changeModes = (mode: string, folder: string) => promisify(execFile)("chmod", ["-R", mode, folder]);

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
};

/** Environment in the image: no home, and a /tmp that cannot be written. A Node that needs tsx needs a place for its cache, which the image's own does not. */
const envOf = (port: number) => ({
  PATH: process.env.PATH ?? "",
  HOME: "/nowhere",
  TMPDIR: (process.features as { typescript?: unknown }).typescript ? join(image.at, "tmp") : beside,
  ...image.env,
  PORT: String(port),
  GNIST_DATA_DIR: data,
  MicrosoftAppType: "SingleTenant",
  MicrosoftAppId: appId,
  MicrosoftAppPassword: "never used, since nothing is sent",
  MicrosoftAppTenantId: tenantId,
  ToBotFromChannelOpenIdMetadataUrl: openId.url,
});

const children: ChildProcess[] = [];
const inImage = (command: readonly string[], env: NodeJS.ProcessEnv): ChildProcess => {
  const child = spawn(command[0] ?? "", command.slice(1), { cwd: program, env, stdio: ["ignore", "pipe", "pipe"], ...imageUser.spawn });
  children.push(child);
  return child;
};

/** Runs a command to its end. */
const ended = async (command: readonly string[], env: NodeJS.ProcessEnv) => {
  const child = inImage(command, env);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text: Buffer) => said.push(text.toString()));
  await once(child, "close");
  return { code: child.exitCode, said: said.join("") };
};

/** Starts a server by a command, and waits until it says that it has started. */
const started = async (command: readonly string[], env: NodeJS.ProcessEnv) => {
  const child = inImage(command, env);
  const lines: string[] = [];
  child.stderr?.on("data", (text: Buffer) => lines.push(text.toString()));
  const exited = once(child, "exit");
  await new Promise<void>((go, fail) => {
    if (!child.stdout) return fail(new Error("no output to read"));
    createInterface({ input: child.stdout }).on("line", (line) => {
      lines.push(line);
      if (line.includes('"event":"started"')) go();
    });
    exited.then(() => fail(new Error(`It ended before it started:\n${lines.join("\n")}`)));
  });
  return {
    lines,
    stop: async () => {
      child.kill("SIGTERM");
      await exited;
      return child.exitCode;
    },
  };
};

/** A press of a button that no card has any more, as Teams sends it: it is answered in the press itself, and nothing is sent. */
const press = async (port: number) => {
  const now = Math.floor(Date.now() / 1_000);
  const token = { serviceurl: serviceUrl, nbf: now - 60, exp: now + 3_600, iss: teamsIssuer, aud: appId, jti: randomUUID() };
  const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${openId.signed(token)}` },
    body: JSON.stringify({
      type: "invoke",
      name: "adaptiveCard/action",
      channelId: "msteams",
      serviceUrl,
      id: "1",
      from: { id: "29:sara", name: "Sara Lind", aadObjectId: "20000000-0000-4000-8000-000000000001" },
      recipient: { id: `28:${appId}`, name: "Gnist" },
      conversation: { id: "a:sara-chat", conversationType: "personal", tenantId },
      channelData: { tenant: { id: tenantId } },
      value: { action: { type: "Action.Execute", verb: "of-old", data: {} } },
    }),
  });
  return { status: response.status, body: await response.text() };
};

describe("the image", () => {
  test("is of the official Node, runs as its user, and has one volume", () => {
    expect(image).toMatchObject({ base: "node:24-slim", user: "node", volumes: ["/data"], env: { NODE_ENV: "production" } });
  });

  test("holds what runs in production and nothing of a machine or a test", async () => {
    expect((await readdir(program)).sort()).toEqual(
      ["cards", "manifest", "node_modules", "otel.mjs", "package-lock.json", "package.json", "scripts", "src", "start.js"].sort(),
    );
    for (const one of ["vitest", "typescript", "azurite", "@opentelemetry/sdk-metrics"])
      await expect(stat(join(program, "node_modules", one))).rejects.toThrow("ENOENT");
  });

  test("can be written in its volume alone", async () => {
    for (const folder of [program, join(program, "node_modules"), join(image.at, "tmp"), image.at])
      expect((await ended(["touch", join(folder, "x")], envOf(0))).code, folder).toBe(1);
  });

  test("starts Gnist, is healthy and answers a press, and after SIGTERM ends with 0 and is healthy no more", async () => {
    const port = await freePort();
    const env = envOf(port);
    expect((await ended(image.health, env)).code).toBe(1);
    const gnist = await started(image.command, env);
    expect((await ended(image.health, env)).code).toBe(0);
    const answer = await press(port);
    expect([answer.status, answer.body]).toEqual([200, expect.stringContaining("statusCode")]);
    expect((await readdir(data)).sort()).toEqual(["gnist.sqlite", "gnist.sqlite-shm", "gnist.sqlite-wal"]);
    expect(await gnist.stop()).toBe(0);
    expect(gnist.lines.at(-1)).toContain('"event":"stopped"');
    expect((await ended(image.health, env)).code).toBe(1);
  });
});

describe("a folder with the packages of production alone", () => {
  test("is enough for npm start, which hands SIGTERM on", async () => {
    const env = envOf(await freePort());
    const npm = await started(["npm", "start"], { ...env, npm_config_cache: join(beside, "npm"), npm_config_update_notifier: "false" });
    expect(await npm.stop()).toBe(0);
    expect(npm.lines.join("\n")).toContain('"event":"stopped"');
  });

  const runs = async (name: string, args: readonly string[], env: NodeJS.ProcessEnv) => {
    const { [name]: line = "" } = (await import("../../package.json", { with: { type: "json" } })).default.scripts as Record<
      string,
      string
    >;
    return ended([...line.replace(/^exec /, "").split(" "), ...args], { ...env, TMPDIR: beside });
  };
  const scripts = (name: string, ...args: string[]) => runs(name, args, envOf(0));

  test("is enough for the doctor, and for telemetry to say what it needs more", async () => {
    const local = { PATH: process.env.PATH, HOME: "/nowhere", GNIST_DATA_DIR: data };
    expect(await runs("doctor", [], local)).toEqual({ code: 0, said: expect.stringMatching(/ok +store +it opens, can be read/) });
    const watched = await ended([process.execPath, "--import", "./otel.mjs", "start.js"], envOf(0));
    expect(watched).toEqual({
      code: 1,
      said: expect.stringMatching(/install its packages with: npm install .*@opentelemetry\/sdk-metrics@/),
    });
  });

  test("is enough for backup and move-store, and not for the manifest, whose validator is a package of development", async () => {
    const copy = join(beside, "copy.sqlite");
    expect(await scripts("backup", copy)).toEqual({ code: 0, said: expect.stringContaining("is a backup of") });
    expect((await stat(copy)).mode & 0o777).toBe(0o600);
    expect(await scripts("move-store", "nowhere")).toEqual({ code: 1, said: expect.stringContaining("Say where everything goes") });
    expect(await scripts("manifest")).toEqual({ code: 1, said: expect.stringContaining("@microsoft/app-manifest") });
  });
});
