import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Browser } from "playwright-core";
import { z } from "zod";
import { PlaygroundPage } from "./playground-page.ts";

interface PlaygroundOptions {
  botEndpoint: string;
  /** The service URL that activities name; the Playground's own if missing. */
  serviceUrl?: string;
  /** Path of a `.m365agentsplayground.yml` with exactly five users besides `currentUser`, and at most one channel besides General. */
  configPath: string;
  /** A free port when left out or taken. */
  port?: number;
}

export interface Playground {
  url: string;
  config: Config;
  /** Sends the bot a message of any member from the team's General channel. */
  writeAs(user: Person, text: string): Promise<void>;
  openPage(browser: Browser, viewport?: { width: number; height: number }): Promise<PlaygroundPage>;
  stop(): Promise<void>;
}

const named = z.object({ id: z.string(), name: z.string() });
const person = named.extend({ aadObjectId: z.string() });
const configSchema = z.object({
  config: z.object({
    tenantId: z.string(),
    bot: named,
    currentUser: person,
    users: z.array(person),
    personalChat: z.object({ id: z.string() }),
    teams: z.tuple([named.extend({ aadGroupId: z.string() })]),
  }),
});

/** The people and places of the configuration file. */
export type Config = z.infer<typeof configSchema>["config"];
export type Person = z.infer<typeof person>;

/** Starts the Agents Playground as a child process and waits until it answers. */
export async function startPlayground({ botEndpoint, serviceUrl, configPath, port = 0 }: PlaygroundOptions): Promise<Playground> {
  const cli = join(dirname(createRequire(import.meta.url).resolve("@microsoft/m365agentsplayground/package.json")), "cli.js");
  const logFolder = await mkdtemp(join(tmpdir(), "playground-"));
  const logFile = join(logFolder, "playground.log");
  const child = spawn(
    process.execPath,
    [
      ...[cli, "start", "--app-endpoint", botEndpoint, "--channel-id", "msteams", "--port", String(port), "--disable-telemetry"],
      ...(serviceUrl === undefined ? [] : ["--service-url", serviceUrl]),
    ],
    {
      env: {
        ...process.env,
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: resolve(configPath),
        M365_AGENTS_PLAYGROUND_LOGFILE: logFile,
        TEAMSAPPTESTER_BROWSER: "none",
      },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  // The Playground starts no child processes, so killing this one ends all of it.
  const end = () => child.kill();
  process.once("exit", end);
  const stop = async () => {
    process.off("exit", end);
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, "exit");
      end();
      await exited;
    }
    await rm(logFolder, { recursive: true, force: true });
  };
  try {
    const url = `http://localhost:${await listeningPort(child)}`;
    await request(`${url}/_debug/ping`);
    const { config } = configSchema.parse(await request(`${url}/_internal/v1/config`));
    return {
      url,
      config,
      stop,
      writeAs: async (user, text) => {
        const query = new URLSearchParams({ type: "install", conversationId: config.teams[0].id });
        const template = z.looseObject({}).parse(await request(`${url}/_internal/v1/customActivities/template?${query}`));
        const stamp = { id: randomUUID(), timestamp: new Date().toISOString() };
        await request(`${url}/_internal/v1/customActivities`, {
          ...template,
          ...stamp,
          type: "message",
          action: undefined,
          from: user,
          text,
        });
      },
      openPage: async (browser, viewport = { width: 1280, height: 900 }) => {
        const page = await browser.newPage({ viewport });
        page.setDefaultTimeout(10_000);
        await page.route(
          (address) => address.hostname !== "localhost",
          (route) => route.abort(),
        );
        // The Playground draws a card anew, and forgets typed text, each time the mouse enters or leaves its message.
        await page.addInitScript(() => {
          for (const type of ["mouseover", "mouseout", "pointerover", "pointerout"]) {
            window.addEventListener(type, (event) => event.isTrusted && event.stopImmediatePropagation(), true);
          }
        });
        await page.goto(url);
        await page.getByText("Connected.", { exact: true }).first().waitFor({ timeout: 20_000 });
        // The log repeats every message, so waitForText would find a text there before its card is shown.
        await page.getByTitle("Hide log panel").click();
        return new PlaygroundPage(page);
      },
    };
  } catch (error) {
    const log = await readFile(logFile, "utf8").catch(() => "");
    await stop();
    throw new Error(`The Playground did not start: ${String(error)}\n${log}`);
  }
}

async function listeningPort(child: ChildProcess): Promise<string> {
  if (child.stdout) {
    for await (const line of createInterface({ input: child.stdout })) {
      const port = /^Listening on (\d+)/.exec(line)?.[1];
      if (port) return port;
    }
  }
  throw new Error("it ended early");
}

async function request(url: string, body?: unknown): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, body === undefined ? {} : { method: "POST", headers, body: JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : text;
}
