import { deflateSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { packages, readPackage } from "../../scripts/manifest.ts";
import { brokenRules, storeRules } from "../../scripts/store-rules.ts";

const env = { MicrosoftAppId: "6f1c9f0e-2f4b-4c0e-9a51-0b6d1f0c1a2b", GNIST_HOME: "https://gnist.region.example/" };

type Files = Readonly<Record<string, Uint8Array>>;
let files: Files;

beforeAll(async () => {
  ({ files } = await readPackage(env));
});

/** The package, with other words in one of its files. */
const said = (name: string, from: string | RegExp, to: string): Files => {
  const before = Buffer.from(files[name] ?? []).toString();
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${name} does not hold ${from}`);
  return { ...files, [name]: Buffer.from(after) };
};
const manifest = (from: string | RegExp, to: string): Files => said("manifest.json", from, to);
const swedish = (path: string, text: string): Files =>
  said("sv.json", new RegExp(`"${path.replace(/[.[\]]/g, "\\$&")}": ".*"`), `"${path}": "${text}"`);

type Colour = readonly [number, number, number, number];
const white: Colour = [255, 255, 255, 255];
const nothing: Colour = [0, 0, 0, 0];

/** A square PNG, of which `colourAt` tells each pixel. */
const png = (size: number, colourAt: (x: number, y: number) => Colour): Uint8Array => {
  const part = (name: string, bytes: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, Buffer.from(name), bytes, Buffer.alloc(4)]);
  };
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 6, 0, 0, 0]);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  const rows = Array.from({ length: size }, (_, y) => [0, ...Array.from({ length: size }, (_, x) => colourAt(x, y)).flat()]).flat();
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), part("IHDR", head), part("IDAT", deflateSync(Buffer.from(rows)))]);
};

const longest = "word ".repeat(501).trim();

/** Packages that break one rule each, by the rule. */
const breaking: Readonly<Record<string, () => readonly Files[]>> = {
  "the manifest names a released schema": () => [manifest('"manifestVersion": "1.24"', '"manifestVersion": "devPreview"')],
  "the version is three plain numbers": () => [manifest('"version": "1.2.0"', '"version": "1.2"'), manifest('"1.2.0"', '"1.2.0-beta"')],
  "a name has no product of Microsoft and no feature of Teams in it": () => [
    manifest('"short": "Gnist"', '"short": "Gnist for Teams"'),
    swedish("name.full", "Gnist: Activity"),
  ],
  "the full name says more than the short one": () => [swedish("name.full", "Gnist")],
  "the short description is one sentence": () => [swedish("description.short", "Vad gnisslar? Teamet löser det.")],
  "the short description repeats neither the name nor the word app": () => [
    swedish("description.short", "Gnist frågar en gång i veckan vad som gnisslar."),
    swedish("description.short", "En app som frågar vad som gnisslar."),
  ],
  "the full description does not repeat the short one": () => [swedish("description.short", "En rad räcker")],
  "the full description has at most 500 words": () => [swedish("description.full", longest)],
  "the full description first says Microsoft Teams, not Teams alone, and abbreviates neither it nor Microsoft 365": () => [
    swedish("description.full", "Frågar i Teams, och svarar i Microsoft Teams."),
    swedish("description.full", "Frågar i Office 365."),
  ],
  "the full description names no shop and claims no certificate and no rank": () => [
    swedish("description.full", "The best way to be asked."),
    swedish("description.full", "Powered by good will."),
  ],
  "the pages for help, privacy and terms have https addresses that differ": () => [
    manifest("https://gnist.region.example/privacy", "http://gnist.region.example/privacy"),
    manifest("https://gnist.region.example/privacy", "https://gnist.region.example/terms"),
  ],
  "the colour icon is a PNG of 192 × 192 pixels on a solid or a transparent square": () => [
    { ...files, "color.png": png(96, () => white) },
    { ...files, "color.png": png(192, (x, y) => (x === 0 && y === 0 ? nothing : white)) },
    { ...files, "color.png": png(192, () => [20, 60, 68, 128]) },
    { ...files, "color.png": Buffer.from("GIF89a") },
  ],
  "the outline icon is a PNG of 32 × 32 pixels, pure white on nothing, without padding": () => [
    { ...files, "outline.png": png(16, (x) => (x % 2 === 0 ? white : nothing)) },
    { ...files, "outline.png": png(32, () => white) },
    { ...files, "outline.png": png(32, (x) => (x % 2 === 0 ? [255, 0, 0, 255] : nothing)) },
    { ...files, "outline.png": png(32, (x, y) => (x > 3 && y > 3 ? white : nothing)) },
  ],
  "a valid domain has no wildcard, is no tunnel, and is a bare host": () =>
    ["*.onmicrosoft.com", "gnist.ngrok.io", "a-3978.euw.devtunnels.ms", "https://region.example"].map((domain) =>
      manifest('"validDomains": []', `"validDomains": ["${domain}"]`),
    ),
  "a list has at most ten commands, and no two with one title": () => [
    swedish("bots[0].commandLists[0].commands[9].title", "hjälp"),
    manifest('{ "title": "help"', '{ "title": "hello", "description": "Help" }, { "title": "help"'),
  ],
  "help is among the commands of each list": () => [swedish("bots[0].commandLists[1].commands[8].title", "tavla")],
  "each command works, and means one thing in all languages": () => [
    swedish("bots[0].commandLists[0].commands[1].title", "idéer"),
    swedish("bots[0].commandLists[0].commands[1].title", "status"),
  ],
  "each language has every text that is translated, and no other": () => [
    said("sv.json", /\n {2}"composeExtensions\[0\]\.commands\[0\]\.description".*\n/, '\n  "name.long": "Gnist"\n'),
    swedish("name.full", " "),
  ],
  "no placeholder is left": () => [manifest("https://gnist.region.example/privacy", "https://gnist.region.example/$" + "{PRIVACY}")],
};

describe("the store's rules that need no network", () => {
  test("are kept by both packages", async () => {
    for (const schema of Object.keys(packages) as (keyof typeof packages)[]) {
      const { problems, files: made } = await readPackage(env, schema);
      expect(problems, schema).toEqual([]);
      expect(brokenRules(made), schema).toEqual([]);
    }
  });

  test("each have an address at Microsoft, and are each seen broken", () => {
    for (const { source } of storeRules) expect(source).toMatch(/^https:\/\/learn\.microsoft\.com\/en-us\/microsoftteams\/platform\//);
    expect(Object.keys(breaking)).toEqual(storeRules.map(({ rule }) => rule));
  });

  test.each(Object.keys(breaking))("refuse a package where not %s", (rule) => {
    for (const bad of breaking[rule]?.() ?? [])
      expect(brokenRules(bad).join("\n")).toContain(`breaks a rule of the store: ${rule} (https://`);
  });
});
