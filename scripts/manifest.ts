import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { AppManifestUtils } from "@microsoft/app-manifest";
import { zipSync } from "fflate";

/**
 * `npm run manifest`: validates the Teams app package without the network, and zips it.
 *
 * The manifest follows schema 1.24 of autumn 2025. It is a year old, so that slow tenants and clouds accept it, and the last before 1.25: from 1.25 on, uploads
 * with team scope are reported to fail without `supportsChannelFeatures`, a promise about private and shared channels that Gnist does not make yet.
 */

const root = join(import.meta.dirname, "..");
const folder = join(root, "manifest");
const target = join(root, "dist", "gnist-teams-app.zip");

type Json = Readonly<Record<string, unknown>>;
type Checkable = Parameters<typeof AppManifestUtils.validateAgainstSchema>[0];
type Schema = NonNullable<Parameters<typeof AppManifestUtils.validateAgainstSchema>[1]>;

export type AppPackage = {
  /** The files of the zip, all at its root. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** Faults of the package; empty if Teams will accept it. */
  readonly problems: readonly string[];
  /** Sentences about missing settings and the stand-ins used for them. */
  readonly hints: readonly string[];
};

const nobody = "00000000-0000-0000-0000-000000000000";
const nowhere = "https://gnist.example.org";

const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

const parse = (text: string, name: string): Json => {
  const value: unknown = JSON.parse(text);
  if (!isJson(value)) throw new Error(`manifest/${name} is not a JSON object.`);
  return value;
};

/** The schema that a file names, read from the validator's folder: the validator would fetch a missing schema from the network. */
const schemaOf = async (file: Json, name: string): Promise<Schema> => {
  const path = new URL(String(file.$schema)).pathname;
  const validator = dirname(createRequire(import.meta.url).resolve("@microsoft/app-manifest"));
  const text = await readFile(join(validator, path), "utf8").catch(() => {
    throw new Error(
      `@microsoft/app-manifest does not hold ${String(file.$schema)}, named in manifest/${name}. Name one that it holds, or update it.`,
    );
  });
  // The published schema for languages has an unescaped bracket, which a Unicode pattern must escape.
  return JSON.parse(text.replaceAll("\\\\b]", "\\\\b\\\\]")) as Schema;
};

const check = async (file: Json, name: string): Promise<readonly string[]> => {
  const found = await AppManifestUtils.validateAgainstSchema(file as unknown as Checkable, await schemaOf(file, name));
  return found.map((problem) => `manifest/${name}: ${problem}`);
};

const languageFiles = (manifest: Json): readonly string[] => {
  const more = isJson(manifest.localizationInfo) ? manifest.localizationInfo.additionalLanguages : [];
  return (Array.isArray(more) ? more : []).filter(isJson).map((each) => String(each.file));
};

/** Values of the manifest's placeholders. A missing setting gets a stand-in and a hint. */
const settingsOf = (
  env: Readonly<Record<string, string | undefined>>,
): { values: Readonly<Record<string, string>>; problems: string[]; hints: string[] } => {
  const { MicrosoftAppId: appId, GNIST_HOME: home } = env;
  const problems: string[] = [];
  const hints: string[] = [];
  if (!appId)
    hints.push(
      "MicrosoftAppId is not set: this package is for looking at, Teams cannot reach a bot with it. Set MicrosoftAppId to the bot's app id and run it again.",
    );
  else if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(appId))
    problems.push(`MicrosoftAppId is "${appId}": it must be a GUID, the app id of the bot.`);
  if (!home)
    hints.push(
      `GNIST_HOME is not set: the links to help, privacy and terms lead to ${nowhere}. Set it to the https address of your own pages about Gnist.`,
    );
  else if (!home.startsWith("https://")) problems.push(`GNIST_HOME is "${home}": it must begin with https://.`);
  return { values: { MicrosoftAppId: appId || nobody, GNIST_HOME: (home || nowhere).replace(/\/$/, "") }, problems, hints };
};

/** Reads the files of `manifest/`, fills in the placeholders, and validates the result. */
export const readPackage = async (env: Readonly<Record<string, string | undefined>>): Promise<AppPackage> => {
  const { values, problems, hints } = settingsOf(env);
  const text = (await readFile(join(folder, "manifest.json"), "utf8")).replace(/\$\{(\w+)\}/g, (all, name: string) => values[name] ?? all);
  const manifest = parse(text, "manifest.json");
  const icons = isJson(manifest.icons) ? manifest.icons : {};
  const files: Record<string, Uint8Array> = { "manifest.json": Buffer.from(text) };
  const found = problems.length > 0 ? problems : [...(await check(manifest, "manifest.json"))];
  for (const name of languageFiles(manifest)) {
    const bytes = await readFile(join(folder, name));
    files[name] = bytes;
    found.push(...(await check(parse(bytes.toString("utf8"), name), name)));
  }
  for (const name of [icons.color, icons.outline].map(String)) files[name] = await readFile(join(folder, name));
  return { files, problems: found, hints };
};

/** Deterministic: equal files give equal zips. */
export const zipped = (files: AppPackage["files"]): Uint8Array => zipSync({ ...files }, { level: 9, mtime: new Date(2026, 0, 1) });

const main = async (): Promise<void> => {
  const { files, problems, hints } = await readPackage(process.env);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) {
    process.exitCode = 1;
    return;
  }
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, zipped(files));
  console.log(`dist/gnist-teams-app.zip is ready: ${Object.keys(files).join(", ")}`);
  for (const hint of hints) console.log(hint);
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
