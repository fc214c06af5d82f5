import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { zipSync } from "fflate";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { checkPackages, packagesIn } from "../../src/doctor/app-package.ts";
import { makeFolder } from "../sqlite/folders.ts";
import { makeCertificate, startHttps } from "./certificates.ts";

const bot = "33333333-3333-4333-8333-333333333333";
const other = "44444444-4444-4444-8444-444444444444";
const good = makeCertificate("127.0.0.1", Date.now() - 86_400_000, Date.now() + 86_400_000);

let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ folder, remove } = await makeFolder());
});
afterEach(() => remove());

/** Both packages with the manifest of this repository. */
const make = async (MicrosoftAppId: string, GNIST_HOME = "https://gnist.example.org") => {
  const source = await readFile(resolve(import.meta.dirname, "../../manifest/manifest.json"), "utf8");
  const values: Readonly<Record<string, string>> = { MicrosoftAppId, GNIST_HOME };
  const manifest = source.replace(/\$\{(\w+)\}/g, (all, name: string) => values[name] ?? all);
  const zip = zipSync({ "manifest.json": Buffer.from(manifest), "color.png": Buffer.from("a picture") });
  for (const name of ["gnist-teams-app.zip", "gnist-teams-app-1.29.zip"]) await writeFile(join(folder, name), zip);
};
const check = async (
  files?: readonly string[],
  config: Parameters<typeof checkPackages>[1] = { local: false, bot: { MicrosoftAppId: bot } },
) => checkPackages(files ?? (await packagesIn(folder)), config, AbortSignal.timeout(10_000), good.cert);

test("both packages of this bot, whose pages answer, are right; pages that do not are a warning", async () => {
  let missing = "";
  const pages = await startHttps(good, (request, response) => response.writeHead(request.url === missing ? 404 : 200).end());
  onTestFinished(pages.stop);
  await make(bot, pages.url);
  expect(await check()).toEqual({ is: "ok", say: expect.stringContaining("this bot's id, and its pages answer") });
  missing = "/privacy";
  expect(await check()).toMatchObject({
    is: "warning",
    say: "1 of 3 pages of GNIST_HOME do not answer: /privacy",
    mend: [expect.stringContaining("Publish these pages")],
  });
});

test("a package for another bot, with ids that differ, or without pages is broken", async () => {
  await make(other, "https://gnist.example.org");
  expect(await check()).toMatchObject({
    is: "broken",
    say: expect.stringContaining("is for another bot than MicrosoftAppId names"),
    mend: [expect.stringContaining("run npm run manifest, and upload the package again")],
  });
  await make(bot);
  expect(await check()).toMatchObject({ is: "broken", mend: [expect.stringContaining("Set GNIST_HOME")] });
  const manifest = { id: bot, bots: [{ botId: other }] };
  const mixed = join(folder, "mixed.zip");
  await writeFile(mixed, zipSync({ "manifest.json": Buffer.from(JSON.stringify(manifest)) }));
  expect(await check([mixed])).toMatchObject({ is: "broken", say: "the ids in mixed.zip differ from each other" });
});

test("a file that is no package is broken; without one, or locally, nothing is checked", async () => {
  const wrong = join(folder, "gnist-teams-app.zip");
  expect(await check()).toMatchObject({ is: "not checked", say: expect.stringContaining("npm run manifest makes one") });
  await writeFile(wrong, "no zip");
  await mkdir(join(folder, "empty"));
  expect(await check()).toMatchObject({ is: "broken", say: "gnist-teams-app.zip is no package of a Teams app" });
  expect(await check([join(folder, "nowhere.zip")])).toMatchObject({ is: "broken" });
  expect(await check(await packagesIn(join(folder, "empty")))).toMatchObject({ is: "not checked" });
  await make(bot);
  expect(await check(undefined, { local: true, bot: {} })).toMatchObject({ is: "not checked" });
});
