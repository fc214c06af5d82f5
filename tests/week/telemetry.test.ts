import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../sqlite/folders.ts";
import { startTeamsStub } from "../teams-stub/stub.ts";
import { attributes, metricUnits } from "../world/exported.ts";
import { tracesIn } from "../world/traces.ts";
import { line, question } from "../world/words.ts";
import { startInstance } from "./gnist-process.ts";
import { startReceiver } from "./otlp-receiver.ts";

const root = resolve(import.meta.dirname, "../..");
const names = ["Sara", "Omar", "Pia", "Jonas"];

/** A Gnist with otel.mjs, and a team of four in it that has been asked. */
const startWatched = async (env: Readonly<Record<string, string>>) => {
  const { folder, remove } = await makeFolder();
  const stub = await startTeamsStub();
  const instance = await startInstance({ GNIST_DATA_DIR: folder, ...env }, { flags: ["--import", "./otel.mjs"] });
  stub.bots([instance.url]);
  const team = stub.addTeam({ name: "North clinic", members: names });
  await stub.installs(team, { by: "Sara", atOnce: true });
  const seen = (words: string, name?: string) =>
    stub.until((ledger) => ledger.some((entry) => entry.words.includes(words) && entry.person?.key === name), 30_000);
  await seen("Hello, I am Gnist");
  /** Sara moves the clock on until a day of the week, and somebody sees what comes on it. */
  const nextUntil = async (day: string, words: string, name?: string) => {
    const sara = stub.person("Sara");
    const now = () => sara.sees().findLast((post) => post.words.startsWith("It is now"))?.words ?? "";
    for (let tries = 0; tries < 6 && (tries === 0 || !now().includes(day)); tries++) await sara.writes("next");
    await seen(words, name);
  };
  return {
    instance,
    stub,
    nextUntil,
    answers: async (name: string, words: string) => {
      await seen(question, name);
      await stub.person(name).presses("Send", { inputs: { [line]: words }, as: "execute" });
    },
    stop: async () => {
      const code = await instance.stop();
      await stub.stop();
      await remove();
      return code;
    },
  };
};

test.concurrent("a Gnist started with otel.mjs sends spans of each kind, its metrics and the round lag by OTLP, the last of them at SIGTERM, with no text and no name", async () => {
  const receiver = await startReceiver();
  try {
    const { instance, answers, nextUntil, stop } = await startWatched({
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
      OTEL_RESOURCE_ATTRIBUTES: "deployment.environment.name=pilot",
      // The metrics of this short life come at its end alone.
      OTEL_METRIC_EXPORT_INTERVAL: "3600000",
      OTEL_BSP_SCHEDULE_DELAY: "500",
    });
    await nextUntil("Thursday", question, "Omar");
    for (const name of ["Omar", "Pia"]) await answers(name, "The printer is slow, says Zacharias");
    await nextUntil("Tuesday", "Draft of the digest", "Sara");
    await nextUntil("Tuesday", "what we do about it");
    // A job whose question waits for the pace ends some seconds later.
    for (const job of ["ask-members", "draft-to-lead"]) await receiver.hasSpan(`job ${job}`, "gnist.outcome", "done");
    expect(receiver.points()).toEqual([]);
    expect(await stop()).toBe(0);

    const spans = receiver.spans();
    const points = receiver.points();
    const named = (name: RegExp) => spans.filter((span) => name.test(span.name));
    for (const name of [/^POST \/api\/messages$/, /^tick$/, /^job post-digest$/])
      expect(named(name)).toContainEqual(expect.objectContaining({ isRoot: true }));
    for (const name of [/^send post$/, /^commit$/]) expect(named(name)).toContainEqual(expect.objectContaining({ isRoot: false }));
    expect([...new Set(points.map(({ name }) => name))].sort()).toEqual(
      Object.keys(metricUnits)
        .filter((name) => name !== "gnist.log.lines")
        .sort(),
    );
    const lags = points.filter(({ name }) => name === "gnist.round.lag").map((one) => one.attributes["gnist.round.moment"]);
    expect(lags.sort()).toEqual(["digest", "draft", "question"]);

    const all = [...spans, ...points];
    expect(all.flatMap((one) => Object.entries(one.attributes)).filter(([key, value]) => !attributes[key]?.(value))).toEqual([]);
    for (const { resource } of all)
      expect(resource).toEqual({ "service.name": "gnist", "service.version": "0.1.0", "deployment.environment.name": "pilot" });
    const words = [...names, "printer", "Zacharias", "North clinic"];
    expect(
      tracesIn(
        all.map((one) => JSON.stringify(one)),
        words,
      ),
    ).toEqual([]);
    const sent = receiver.bodies.map(({ body }) => body.toString("latin1")).join();
    expect(words.filter((word) => sent.includes(word))).toEqual([]);
    expect(instance.lines.filter((written) => written.startsWith("Telemetry"))).toEqual([]);
  } finally {
    await receiver.stop();
  }
});

test.concurrent("receivers that are down or never answer disturb nobody: people are answered, and Gnist stops in order", async () => {
  const [down, silent] = [await startReceiver(), await startReceiver(false)];
  await down.stop();
  const { instance, answers, stop, stub } = await startWatched({
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${down.url}/v1/traces`,
    OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: `${silent.url}/v1/metrics`,
    OTEL_METRIC_EXPORT_INTERVAL: "200",
    OTEL_BSP_SCHEDULE_DELAY: "100",
  });
  try {
    await stub.person("Sara").writes("prompt now");
    await stub.until((ledger) => ledger.some((entry) => entry.words.includes(question) && entry.person?.key === "Omar"), 30_000);
    await answers("Omar", "The printer is slow");
    const isSaved = () =>
      stub
        .person("Omar")
        .sees()
        .some((post) => post.words.includes("Saved"));
    await stub.until(isSaved, 10_000);
    expect(await stop()).toBe(0);
    expect(silent.bodies.length).toBeGreaterThan(0);
    expect(instance.lines.filter((written) => written.startsWith("Telemetry"))).toHaveLength(1);
  } finally {
    await silent.stop();
  }
});

test("without its packages otel.mjs says in one sentence what to install, and so it does about settings that it cannot follow", async () => {
  const { folder, remove } = await makeFolder();
  try {
    for (const file of ["otel.mjs", "package.json"]) cpSync(join(root, file), join(folder, file));
    mkdirSync(join(folder, "node_modules/@opentelemetry"), { recursive: true });
    symlinkSync(join(root, "node_modules/@opentelemetry/api"), join(folder, "node_modules/@opentelemetry/api"));
    const run = (env: Readonly<Record<string, string>>) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "./otel.mjs", "-e", "console.log('started')"], {
        cwd: folder,
        env: { PATH: process.env.PATH, ...env },
        encoding: "utf8",
      });
      return { status, stdout, stderr };
    };
    const says = (sentence: RegExp) => ({ status: 1, stdout: "", stderr: expect.stringMatching(sentence) });
    expect(run({})).toEqual(
      says(
        /^Gnist does not start with telemetry: install its packages with: npm install --no-save --save-prod --omit=dev( @opentelemetry\/[\w-]+@\d+\.\d+\.\d+){5}\n$/,
      ),
    );
    expect(run({ OTEL_EXPORTER_OTLP_PROTOCOL: "grpc" })).toEqual(
      says(/set OTEL_EXPORTER_OTLP_PROTOCOL to http\/protobuf, or leave it out\.\n$/),
    );
    expect(run({ OTEL_TRACES_EXPORTER: "zipkin" })).toEqual(says(/set OTEL_TRACES_EXPORTER to otlp or none\.\n$/));
    for (const interval of ["60s", "-1", "0"])
      expect(run({ OTEL_METRIC_EXPORT_INTERVAL: interval })).toEqual(
        says(/set OTEL_METRIC_EXPORT_INTERVAL to a number of milliseconds, such as 60000\.\n$/),
      );
    for (const name of ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"])
      for (const address of ["127.0.0.1:4318", "localhost:4318", "http://"])
        expect(run({ [name]: address })).toEqual(says(new RegExp(`set ${name} to an address such as http://127\\.0\\.0\\.1:4318\\.\n$`)));
    expect(run({ OTEL_SDK_DISABLED: "true" })).toEqual({ status: 0, stdout: "started\n", stderr: "" });
  } finally {
    await remove();
  }
});
