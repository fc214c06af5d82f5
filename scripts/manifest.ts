import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { AppManifestUtils } from "@microsoft/app-manifest";
import { zipSync } from "fflate";
import { isOwnUrl, isUuid } from "../src/config.ts";
import { brokenRules } from "./store-rules.ts";

/**
 * `npm run manifest`: validates the Teams app packages without the network, and zips them: two of one source, for two schemas.
 *
 * Schema 1.24 of autumn 2025 is a year old, so that slow tenants and clouds accept it. Schema 1.29 of June 2026 is the first with slash commands and targeted
 * messages. From 1.25 on, uploads with team scope are reported to fail without `supportsChannelFeatures`, which says that an app works in private and shared
 * channels: Gnist answers there, members of the team alone, and takes what happens to such a channel for no news of its team.
 */

const root = join(import.meta.dirname, "..");
const folder = join(root, "manifest");
const dist = join(root, "dist");

/** The schemas of the packages, each with the name of its zip. */
export const packages = { "1.24": "gnist-teams-app.zip", "1.29": "gnist-teams-app-1.29.zip" } as const;
type SchemaVersion = keyof typeof packages;

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

const jsonIn = (text: string, name: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (fault) {
    throw new Error(`manifest/${name} is no JSON: ${fault instanceof Error ? fault.message : fault}`);
  }
};

/** A file of `manifest/`. @throws Error that names the file where it is no JSON */
export const parse = (text: string, name: string): Json => {
  const value = jsonIn(text, name);
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
  const [appId, home] = [env.MicrosoftAppId?.trim(), env.GNIST_HOME?.trim()];
  const problems: string[] = [];
  const hints: string[] = [];
  if (!appId)
    hints.push(
      "MicrosoftAppId is not set: this package is for looking at, Teams cannot reach a bot with it. Set MicrosoftAppId to the bot's app id and run it again.",
    );
  else if (!isUuid(appId))
    problems.push("MicrosoftAppId is not an id of the form 00000000-0000-0000-0000-000000000000: copy it from the bot's registration.");
  if (!home)
    hints.push(
      `GNIST_HOME is not set: the links to help, privacy and terms lead to ${nowhere}. Set it to the https address of your own pages about Gnist.`,
    );
  else if (!isOwnUrl(home, false))
    problems.push("GNIST_HOME is not the https address of your pages: give one such as https://example.org/gnist, without ? and # in it.");
  // In lower case, as in tokens. No sign of `href` breaks the JSON.
  const MicrosoftAppId = (appId || nobody).toLowerCase();
  const GNIST_HOME = problems.length > 0 ? nowhere : new URL(home || nowhere).href.replace(/\/+$/, "");
  return { values: { MicrosoftAppId, GNIST_HOME }, problems, hints };
};

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

/**
 * The manifest of schema 1.29: people reach Gnist with a slash in a channel, and nobody else sees it. The commands of a channel are listed there too, and *Save as
 * friction*, which opens its form without a message. Its version is higher, because Teams replaces an app only by a higher one.
 */
const withSlash = ({ bots, composeExtensions, ...manifest }: Json): Json => ({
  ...manifest,
  version: String(manifest.version).replace(/\d+$/, (patch) => String(Number(patch) + 1)),
  supportsChannelFeatures: "tier1",
  bots: list(bots).map(({ commandLists, ...bot }) => ({
    ...bot,
    supportsTargetedMessages: true,
    commandLists: list(commandLists).map((one) =>
      JSON.stringify(one.scopes) === '["team"]' ? { ...one, triggers: ["mention", "slash"] } : one,
    ),
  })),
  composeExtensions: list(composeExtensions).map(({ commands, ...extension }) => ({
    ...extension,
    commands: list(commands).map((command) => ({ ...command, context: ["compose", "message"], triggers: ["slash"] })),
  })),
});

/** A file of `manifest/` in the schema of the package. */
const readIn = async (schema: SchemaVersion, name: string): Promise<string> =>
  (await readFile(join(folder, name), "utf8")).replace(/(\/v|"manifestVersion": ")1\.24(?=[/"])/g, `$1${schema}`);

/** Reads the files of `manifest/`, fills in the placeholders, and validates the result. */
export const readPackage = async (
  env: Readonly<Record<string, string | undefined>>,
  schema: SchemaVersion = "1.24",
): Promise<AppPackage> => {
  const { values, problems, hints } = settingsOf(env);
  if (problems.length > 0) return { files: {}, problems, hints };
  const source = (await readIn(schema, "manifest.json")).replace(/\$\{(\w+)\}/g, (all, name: string) => values[name] ?? all);
  const text = schema === "1.24" ? source : JSON.stringify(withSlash(parse(source, "manifest.json")), undefined, 2);
  const manifest = parse(text, "manifest.json");
  const icons = isJson(manifest.icons) ? manifest.icons : {};
  const files: Record<string, Uint8Array> = { "manifest.json": Buffer.from(text) };
  const found = [...(await check(manifest, "manifest.json"))];
  for (const name of languageFiles(manifest)) {
    const translated = await readIn(schema, name);
    files[name] = Buffer.from(translated);
    found.push(...(await check(parse(translated, name), name)));
  }
  for (const name of [icons.color, icons.outline].map(String)) files[name] = await readFile(join(folder, name));
  // A manifest that its schema refuses may lack what the rules read.
  return { files, problems: found.length > 0 ? found : brokenRules(files), hints };
};

/** Deterministic: equal files give equal zips. */
export const zipped = (files: AppPackage["files"]): Uint8Array => zipSync({ ...files }, { level: 9, mtime: new Date(2026, 0, 1) });

/** Both packages, and each of their problems once, with the package that has it where the other has not. */
export const readPackages = async (env: Readonly<Record<string, string | undefined>>) => {
  const schemas = Object.keys(packages) as SchemaVersion[];
  const made = await Promise.all(schemas.map(async (schema) => ({ zip: packages[schema], ...(await readPackage(env, schema)) })));
  const problems = made.flatMap(({ zip, problems }) =>
    problems.map((problem) => (made.every((one) => one.problems.includes(problem)) ? problem : `${zip}: ${problem}`)),
  );
  return { made, problems: [...new Set(problems)] };
};

const main = async (): Promise<void> => {
  const { made, problems } = await readPackages(process.env);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) {
    process.exitCode = 1;
    return;
  }
  await mkdir(dist, { recursive: true });
  for (const { zip, files } of made) {
    await writeFile(join(dist, zip), zipped(files));
    console.log(`dist/${zip} is ready: ${Object.keys(files).join(", ")}`);
  }
  for (const hint of made[0]?.hints ?? []) console.log(hint);
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await main().catch((fault: unknown) => {
    console.error(fault instanceof Error ? fault.message : fault);
    process.exitCode = 1;
  });
