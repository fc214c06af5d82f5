import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { unzipSync } from "fflate";
import type { Config } from "../config.ts";
import { ask, type HttpReply } from "./ask.ts";
import { broken, type CheckEnd, notChecked, ok, warning } from "./check-end.ts";

/** The packages of the Teams app in a folder, as `npm run manifest` writes them. */
export const packagesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => /^gnist-teams-app.*\.zip$/.test(name)).map((name) => join(folder, name));

type ReadPackage = { readonly name: string; readonly ids: readonly string[]; readonly pages: readonly string[] };

/** Whether the packages name this bot, and whether the pages that they name answer. @param files zips @param ca a further trusted authority */
export const checkPackages = async (
  files: readonly string[],
  { local, bot }: Pick<Config, "local" | "bot">,
  signal: AbortSignal,
  ca?: string,
): Promise<CheckEnd> => {
  if (files.length === 0) return notChecked("no dist/gnist-teams-app*.zip; npm run manifest makes one, or give a zip's path");
  const looked = await Promise.all(files.map(look));
  const unread = looked.find((one) => typeof one === "string");
  if (unread !== undefined)
    return broken(`${unread} is no package of a Teams app`, "Teams takes no such file.", "Make it anew with npm run manifest.");
  const read = looked.filter((one) => typeof one !== "string");
  const [strange] = read.filter(({ ids }) => new Set(ids).size !== 1);
  if (strange)
    return broken(
      `the ids in ${strange.name} differ from each other`,
      "Teams would reach another bot than the app says.",
      "Make it anew with npm run manifest, and upload it again.",
    );
  const appId = bot.MicrosoftAppId;
  if (local || appId === undefined) return notChecked("Gnist runs locally, so there is no bot to compare the package with");
  const [other] = read.filter(({ ids }) => ids[0] !== appId);
  if (other)
    return broken(
      `${other.name} is for another bot than MicrosoftAppId names`,
      "People who install the app would write to another bot, and Gnist would hear nothing.",
      "Set MicrosoftAppId to the id of the bot, run npm run manifest, and upload the package again.",
    );
  const pages = [...new Set(read.flatMap(({ pages }) => pages))];
  if (pages.some((page) => new URL(page).hostname.endsWith("gnist.example.org")))
    return broken(
      "the package names gnist.example.org as the home of your pages",
      "Privacy and terms lead nowhere. Teams' admins and the store's checks look at them.",
      "Set GNIST_HOME to the https address of your pages, run npm run manifest, and upload the package again.",
    );
  const how = { method: "GET", signal, ...(ca === undefined ? {} : { ca }) } as const;
  const answers = await Promise.all(pages.map(async (page) => ({ page, answer: await ask(page, how).catch((fault: unknown) => fault) })));
  const silent = answers.filter(({ answer }) => !isThere(answer));
  if (silent.length > 0)
    return warning(
      `${silent.length} of ${pages.length} pages of GNIST_HOME do not answer: ${silent.map(({ page }) => new URL(page).pathname).join(", ")}`,
      "People and Teams' admins find no help, privacy or terms.",
      "Publish these pages, or set GNIST_HOME to where they are, run npm run manifest, and upload the package again.",
    );
  return ok(`${read.map(({ name }) => name).join(", ")}: this bot's id, and its pages answer`);
};

/** A page that answers, or that leads to another page or to a sign-in. */
const isThere = (answer: unknown): boolean => {
  const { status } = (answer ?? {}) as Partial<HttpReply>;
  return status !== undefined && (status < 400 || status === 401 || status === 403);
};

const look = async (file: string): Promise<ReadPackage | string> => {
  const name = basename(file);
  try {
    const { "manifest.json": bytes } = unzipSync(await readFile(file), { filter: ({ name }) => name === "manifest.json" });
    const manifest = JSON.parse(Buffer.from(bytes ?? []).toString("utf8")) as Manifest;
    const { id, bots = [], composeExtensions = [], developer = {} } = manifest;
    const ids = [id, ...bots.map(({ botId }) => botId), ...composeExtensions.map(({ botId }) => botId)].map((one) =>
      String(one).toLowerCase(),
    );
    const { websiteUrl, privacyUrl, termsOfUseUrl } = developer;
    return {
      name,
      ids,
      pages: [websiteUrl, privacyUrl, termsOfUseUrl].filter((page) => page !== undefined && URL.canParse(page)) as string[],
    };
  } catch {
    return name;
  }
};

type Manifest = {
  readonly id?: string;
  readonly bots?: readonly { readonly botId?: string }[];
  readonly composeExtensions?: readonly { readonly botId?: string }[];
  readonly developer?: { readonly websiteUrl?: string; readonly privacyUrl?: string; readonly termsOfUseUrl?: string };
};
