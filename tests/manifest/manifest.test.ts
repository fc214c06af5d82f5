import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { type AppPackage, parse, readPackage, readPackages, zipped } from "../../scripts/manifest.ts";
import { pixelsOf } from "../../scripts/png.ts";
import { type CommandName, parseCommand } from "../../src/domain/commands.ts";
import { defaultLanguage, type Language } from "../../src/domain/language.ts";
import { wholeLanguages } from "../language/whole-languages.ts";

const folder = join(import.meta.dirname, "../../manifest");
const appId = "6f1c9f0e-2f4b-4c0e-9a51-0b6d1f0c1a2b";
const env = { MicrosoftAppId: appId, GNIST_HOME: "https://gnist.region.example/" };

type Texts = Readonly<Record<string, string>>;
type Command = { readonly title: string; readonly description: string };
type Manifest = {
  readonly id: string;
  readonly manifestVersion: string;
  readonly name: { readonly short: string; readonly full: string };
  readonly description: { readonly short: string; readonly full: string };
  readonly developer: Texts;
  readonly accentColor: string;
  readonly localizationInfo: {
    readonly defaultLanguageTag: string;
    readonly additionalLanguages: readonly { readonly languageTag: string; readonly file: string }[];
  };
  readonly version: string;
  readonly composeExtensions: readonly {
    readonly commands: readonly (Command & { readonly id: string; readonly context: readonly string[] })[];
  }[];
  readonly bots: readonly {
    readonly botId: string;
    readonly scopes: readonly string[];
    readonly commandLists: readonly { readonly scopes: readonly string[]; readonly commands: readonly Command[] }[];
  }[];
};

/** Commands of the lists, in the manifest's order: every language must offer them. */
const offered: readonly (readonly CommandName[])[] = [
  ["help", "idea", "my-ideas", "my-actions", "prompt", "digest", "pause", "resume", "draft", "who-sees-this"],
  ["digest", "draft", "prompt-now", "digest-here", "board", "settings", "status", "numbers", "help"],
];

let app: AppPackage;
let manifest: Manifest;
const texts = new Map<Language, Texts>();

beforeAll(async () => {
  app = await readPackage(env);
  manifest = JSON.parse(Buffer.from(app.files["manifest.json"] ?? []).toString()) as Manifest;
  const { name, description, bots, composeExtensions, localizationInfo } = manifest;
  const lists = bots[0]?.commandLists ?? [];
  const commands = lists.flatMap((list, at) =>
    list.commands.flatMap((command, each) =>
      Object.entries(command).map(([key, text]) => [`bots[0].commandLists[${at}].commands[${each}].${key}`, text]),
    ),
  );
  texts.set(defaultLanguage, {
    "name.short": name.short,
    "name.full": name.full,
    "description.short": description.short,
    "description.full": description.full,
    ...Object.fromEntries(commands),
    "composeExtensions[0].commands[0].title": composeExtensions[0]?.commands[0]?.title ?? "",
    "composeExtensions[0].commands[0].description": composeExtensions[0]?.commands[0]?.description ?? "",
  });
  for (const { languageTag, file } of localizationInfo.additionalLanguages) {
    const { $schema, ...rest } = JSON.parse(await readFile(join(folder, file), "utf8")) as Texts;
    texts.set(languageTag as Language, rest);
  }
});

test("Teams takes the manifest and every language file, as far as its published schemas tell", () => {
  expect(app.problems).toEqual([]);
  expect(app.hints).toEqual([]);
});

test("any message can be saved as friction, under the title that the form has in that language", async () => {
  const { wordsOf } = await import("../../src/language/index.ts");
  expect(manifest.composeExtensions).toMatchObject([{ botId: appId, commands: [{ id: "save-as-friction", context: ["message"] }] }]);
  for (const [language, all] of texts)
    expect(all["composeExtensions[0].commands[0].title"], language).toBe(wordsOf(language).form.saveAsFriction);
});

test("the app asks Teams for no right to read messages, files or calendars", () => {
  const asked = manifest as unknown as Readonly<Record<string, unknown>>;
  // `identity` says who writes to Gnist, `messageTeamMembers` lets it write to them.
  expect(asked.permissions).toEqual(["identity", "messageTeamMembers"]);
  expect([asked.authorization, asked.webApplicationInfo, asked.devicePermissions]).toEqual([undefined, undefined, undefined]);
});

test("the package of schema 1.29 is the same app with a higher version, which also listens to a slash in a channel", async () => {
  const newer = await readPackage(env, "1.29");
  expect([newer.problems, newer.hints]).toEqual([[], []]);
  expect(Object.keys(newer.files)).toEqual(Object.keys(app.files));
  const { bots, composeExtensions, ...read } = JSON.parse(Buffer.from(newer.files["manifest.json"] ?? []).toString()) as Manifest;
  expect(read).toMatchObject({ id: appId, manifestVersion: "1.29", supportsChannelFeatures: "tier1", name: manifest.name });
  expect(read.version.localeCompare(manifest.version, undefined, { numeric: true })).toBe(1);
  const [personal, team] = manifest.bots[0]?.commandLists ?? [];
  expect(bots).toMatchObject([{ supportsTargetedMessages: true, commandLists: [personal, { ...team, triggers: ["mention", "slash"] }] }]);
  expect(composeExtensions).toMatchObject([
    { commands: [{ id: "save-as-friction", context: ["compose", "message"], triggers: ["slash"] }] },
  ]);
  for (const bytes of Object.values(newer.files)) expect(Buffer.from(bytes).toString("latin1")).not.toContain("1.24");
});

test("the app id and the addresses come from the settings", () => {
  expect(manifest).toMatchObject({
    id: appId,
    bots: [{ botId: appId, scopes: ["personal", "team"] }],
    composeExtensions: [{ botId: appId }],
    developer: { privacyUrl: "https://gnist.region.example/privacy" },
  });
});

test("without an app id there is a package to look at, and a sentence that says what to do", async () => {
  const { problems, hints, files } = await readPackage({});
  expect(problems).toEqual([]);
  expect(hints.join(" ")).toContain("Set MicrosoftAppId");
  expect(Object.keys(files)).toContain("manifest.json");
});

test("a wrong app id or address is refused in one sentence for both packages, which does not show it, because it may be a secret", async () => {
  const wrongIds = ["gnist", `{${appId}}`, `"${appId}"`];
  for (const MicrosoftAppId of wrongIds)
    expect((await readPackages({ ...env, MicrosoftAppId })).problems).toEqual([
      expect.stringMatching(/^MicrosoftAppId is not an id of the form/),
    ]);
  const wrongHomes = [
    "http://gnist.example.net",
    "gnist.example.net",
    "https://",
    "https:// gnist.example.net",
    "https://<your pages>",
    '"https://gnist.example.net"',
    "https://gnist.example.net?a=1",
    "https://gnist.example.net/#a",
    "https://a:b@gnist.example.net",
  ];
  for (const GNIST_HOME of wrongHomes)
    expect((await readPackages({ ...env, GNIST_HOME })).problems).toEqual([expect.stringMatching(/^GNIST_HOME is not the https address/)]);
  expect((await readPackages({ MicrosoftAppId: "gnist", GNIST_HOME: "gnist" })).problems).toHaveLength(2);
});

test("capitals, blanks, a port, a path and slashes at the end are taken, and stand in the package in one form", async () => {
  const { problems, files } = await readPackage({
    MicrosoftAppId: ` ${appId.toUpperCase()} `,
    GNIST_HOME: " HTTPS://Gnist.Region.example:8443/hjälp// ",
  });
  expect(problems).toEqual([]);
  expect(JSON.parse(Buffer.from(files["manifest.json"] ?? []).toString())).toMatchObject({
    id: appId,
    bots: [{ botId: appId }],
    developer: { privacyUrl: "https://gnist.region.example:8443/hj%C3%A4lp/privacy" },
  });
});

test("a file that somebody has broken is named in one sentence", () => {
  expect(() => parse("{,", "sv.json")).toThrow(/^manifest\/sv\.json is no JSON: .+$/);
});

test("every language that Gnist speaks has the same texts, none empty and none too long", () => {
  expect(manifest.localizationInfo.defaultLanguageTag).toBe(defaultLanguage);
  expect([...texts.keys()].sort()).toEqual([...wholeLanguages].sort());
  const paths = Object.keys(texts.get(defaultLanguage) ?? {}).sort();
  for (const [language, all] of texts) {
    expect(Object.keys(all).sort(), language).toEqual(paths);
    for (const [path, text] of Object.entries(all)) {
      const most =
        path === "name.short"
          ? 30
          : path === "name.full"
            ? 100
            : path === "description.short"
              ? 80
              : path === "description.full"
                ? 4000
                : path.endsWith("title")
                  ? 32
                  : 64;
      expect(text.trim().length, `${language} ${path}`).toBeGreaterThan(0);
      expect(text.length, `${language} ${path}`).toBeLessThanOrEqual(most);
    }
  }
});

test("every listed command is understood, and means the same in every language", async () => {
  const { everyPhrase } = await import("../../src/language/index.ts");
  for (const [language, all] of texts) {
    const understood = offered.map((list, at) =>
      list.map((_, each) => parseCommand(all[`bots[0].commandLists[${at}].commands[${each}].title`] ?? "", everyPhrase)?.command),
    );
    expect(understood, language).toEqual(offered);
  }
});

test("every listed command is the one that help shows in that language", async () => {
  const { wordsOf } = await import("../../src/language/index.ts");
  for (const [language, all] of texts) {
    const { commands } = wordsOf(language);
    const listed = offered.map((list, at) => list.map((_, each) => all[`bots[0].commandLists[${at}].commands[${each}].title`]));
    expect(listed, language).toEqual(offered.map((list) => list.map((name) => commands[name][0])));
  }
});

test("the colour icon is full to its edges in the accent colour", () => {
  const { rgba } = pixelsOf(app.files["color.png"] ?? new Uint8Array());
  expect(rgba.filter((_, at) => at % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
  expect(`#${Buffer.from(rgba.subarray(0, 3)).toString("hex").toUpperCase()}`).toBe(manifest.accentColor);
});

test("the zip holds its files at the root, and is the same every time", () => {
  const zip = zipped(app.files);
  const translated = wholeLanguages.filter((language) => language !== defaultLanguage);
  expect(Object.keys(unzipSync(zip)).sort()).toEqual(
    ["color.png", "manifest.json", "outline.png", ...translated.map((language) => `${language}.json`)].sort(),
  );
  expect(Buffer.from(unzipSync(zip)["manifest.json"] ?? []).toString()).toContain(appId);
  expect(Buffer.compare(zip, zipped(app.files))).toBe(0);
});
