import { z } from "zod";
import { parseCommand } from "../src/domain/commands.ts";
import { everyPhrase } from "../src/language/index.ts";
import { type Pixels, pixelsOf } from "./png.ts";

/**
 * Rules of Microsoft's store and of Teams for an app package that the published schemas do not hold, and that need no network: the schemas already limit lengths,
 * ids and colours. `npm run manifest` and tests/manifest/store-rules.test.ts run them.
 */

const learn = "https://learn.microsoft.com/en-us/microsoftteams/platform";
const store = `${learn}/concepts/deploy-and-publish/appsource/prepare/teams-store-validation-guidelines`;
const icons = `${learn}/concepts/build-and-test/apps-package#app-icons`;
const schema = `${learn}/resources/schema/manifest-schema`;

const manifestShape = z.looseObject({
  version: z.string(),
  manifestVersion: z.string(),
  developer: z.looseObject({ websiteUrl: z.string(), privacyUrl: z.string(), termsOfUseUrl: z.string() }),
  name: z.looseObject({ short: z.string(), full: z.string() }),
  description: z.looseObject({ short: z.string(), full: z.string() }),
  icons: z.looseObject({ color: z.string(), outline: z.string() }),
  localizationInfo: z.looseObject({
    defaultLanguageTag: z.string(),
    additionalLanguages: z.array(z.looseObject({ languageTag: z.string(), file: z.string() })),
  }),
  bots: z.array(
    z.looseObject({
      commandLists: z.array(z.looseObject({ commands: z.array(z.looseObject({ title: z.string(), description: z.string() })) })),
    }),
  ),
  composeExtensions: z.array(z.looseObject({ commands: z.array(z.looseObject({ title: z.string(), description: z.string() })) })),
  validDomains: z.array(z.string()),
});

/** The texts of one language, by their paths in the manifest, such as `name.short`. */
type Texts = Readonly<Record<string, string>>;

/** A package as the rules read it. */
type Judged = {
  readonly manifest: z.infer<typeof manifestShape>;
  /** By language tag; the default language first. */
  readonly texts: ReadonlyMap<string, Texts>;
  readonly files: Readonly<Record<string, Uint8Array>>;
};

/** A rule, its address at Microsoft, and the sentences that name each breach. */
type StoreRule = { readonly rule: string; readonly source: string; readonly breaches: (judged: Judged) => readonly string[] };

const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString();

/** The texts of a manifest that Teams translates. */
const textsOf = ({ name, description, bots, composeExtensions }: Judged["manifest"]): Texts => {
  const commands = (at: string, list: readonly { readonly title: string; readonly description: string }[]) =>
    list.flatMap(({ title, description: does }, each) => [
      [`${at}.commands[${each}].title`, title],
      [`${at}.commands[${each}].description`, does],
    ]);
  return {
    "name.short": name.short,
    "name.full": name.full,
    "description.short": description.short,
    "description.full": description.full,
    ...Object.fromEntries(
      bots.flatMap((bot, at) => bot.commandLists.flatMap((list, each) => commands(`bots[${at}].commandLists[${each}]`, list.commands))),
    ),
    ...Object.fromEntries(composeExtensions.flatMap((extension, at) => commands(`composeExtensions[${at}]`, extension.commands))),
  };
};

/** Texts at these paths, in each language, of which `isWrong` holds. */
const wrongTexts = (judged: Judged, paths: readonly string[], isWrong: (text: string, texts: Texts) => boolean): readonly string[] =>
  [...judged.texts].flatMap(([language, texts]) =>
    paths.flatMap((path) => {
      const text = texts[path] ?? "";
      return isWrong(text, texts) ? [`${language} ${path}: "${text.slice(0, 80)}"`] : [];
    }),
  );

/** The titles of each list of the bot's commands in each language. */
const commandTitles = (judged: Judged): readonly { readonly list: string; readonly titles: readonly string[] }[] =>
  [...judged.texts].flatMap(([language, texts]) =>
    judged.manifest.bots.flatMap((bot, at) =>
      bot.commandLists.map(({ commands }, each) => {
        const list = `bots[${at}].commandLists[${each}]`;
        return { list: `${language} ${list}`, titles: commands.map((_, which) => texts[`${list}.commands[${which}].title`] ?? "") };
      }),
    ),
  );

const commandOf = (title: string): string | undefined => parseCommand(title, everyPhrase)?.command;

/** The breach of an icon with its name, or none. */
const iconBreaches = (
  { manifest, files }: Judged,
  which: "color" | "outline",
  breachOf: (pixels: Pixels) => string | undefined,
): readonly string[] => {
  const name = manifest.icons[which];
  const breach = (found: string) => [`${name} (${found})`];
  try {
    const found = breachOf(pixelsOf(files[name] ?? new Uint8Array()));
    return found === undefined ? [] : breach(found);
  } catch (fault) {
    return breach(fault instanceof Error ? fault.message : String(fault));
  }
};

const colorBreach = ({ width, height, rgba }: Pixels): string | undefined => {
  if (width !== 192 || height !== 192) return `it has ${width} × ${height} pixels`;
  const corners = [0, width - 1, width * (height - 1), width * height - 1].map((at) => rgba.subarray(at * 4, at * 4 + 4).join());
  return new Set(corners).size === 1 && /,(?:0|255)$/.test(corners[0] ?? "") ? undefined : "its corners differ, or are half transparent";
};

const outlineBreach = ({ width, height, rgba }: Pixels): string | undefined => {
  if (width !== 32 || height !== 32) return `it has ${width} × ${height} pixels`;
  const drawn = Array.from({ length: 1024 }, (_, at) => at).filter((at) => (rgba[at * 4 + 3] ?? 0) > 0);
  if (drawn.length === 1024) return "nothing of it is transparent";
  if (drawn.some((at) => rgba.subarray(at * 4, at * 4 + 3).some((part) => part !== 255))) return "it has a colour that is not white";
  const edges = [drawn.map((at) => at % 32), drawn.map((at) => Math.floor(at / 32))].flatMap((all) => [Math.min(...all), Math.max(...all)]);
  return edges.join() === "0,31,0,31" ? undefined : "it has padding";
};

const products = /\b(?:teams|microsoft|office|excel|powerpoint|word|outlook|onedrive|onenote|sharepoint|azure|surface|xbox|windows)\b/i;
const features = /\b(?:chat|contacts|calendar|calls|files|activity|apps|help)\b/i;
const names = ["name.short", "name.full"];

export const storeRules: readonly StoreRule[] = [
  {
    rule: "the manifest names a released schema",
    source: `${store}#app-manifest`,
    breaches: ({ manifest }) => (/^1\.\d+$/.test(manifest.manifestVersion) ? [] : [manifest.manifestVersion]),
  },
  {
    rule: "the version is three plain numbers",
    source: `${schema}#version`,
    breaches: ({ manifest }) => (/^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/.test(manifest.version) ? [] : [manifest.version]),
  },
  {
    rule: "a name has no product of Microsoft and no feature of Teams in it",
    source: `${store}#app-name`,
    breaches: (judged) => wrongTexts(judged, names, (text) => products.test(text) || features.test(text)),
  },
  {
    rule: "the full name says more than the short one",
    source: `${schema}#name`,
    breaches: (judged) => wrongTexts(judged, ["name.full"], (text, texts) => text.trim() === texts["name.short"]?.trim()),
  },
  {
    rule: "the short description is one sentence",
    source: `${store}#short-description`,
    breaches: (judged) => wrongTexts(judged, ["description.short"], (text) => !/^[^.?!]+[.?!]?$/.test(text)),
  },
  {
    rule: "the short description repeats neither the name nor the word app",
    source: `${store}#short-description`,
    breaches: (judged) =>
      wrongTexts(
        judged,
        ["description.short"],
        (text, texts) => /(?<!\p{L})(?:app(?:en|ar|er|s)?|sovellus)(?!\p{L})/iu.test(text) || text.includes(texts["name.short"] ?? ""),
      ),
  },
  {
    rule: "the full description does not repeat the short one",
    source: `${schema}#description`,
    breaches: (judged) => wrongTexts(judged, ["description.full"], (text, texts) => text.includes(texts["description.short"] ?? "")),
  },
  {
    rule: "the full description has at most 500 words",
    source: `${store}#long-description`,
    breaches: (judged) => wrongTexts(judged, ["description.full"], (text) => text.split(/\s+/).length > 500),
  },
  {
    rule: "the full description first says Microsoft Teams, not Teams alone, and abbreviates neither it nor Microsoft 365",
    source: `${store}#long-description`,
    breaches: (judged) =>
      wrongTexts(
        judged,
        ["description.full"],
        (text) => /^(?:(?!Microsoft Teams)[\s\S])*(?<!Microsoft )\bTeams\b/.test(text) || /\b(?:MS|MSFT|Office 365)\b/.test(text),
      ),
  },
  {
    rule: "the full description names no shop and claims no certificate and no rank",
    source: `${store}#long-description`,
    breaches: (judged) =>
      wrongTexts(judged, ["description.full"], (text) =>
        /\bAppSource\b|\bcertified for\b|\bpowered by\b|\b(?:best|top|ranked)\b/i.test(text),
      ),
  },
  {
    rule: "the pages for help, privacy and terms have https addresses that differ",
    source: `${store}#privacy-policy`,
    breaches: ({ manifest: { developer } }) => {
      const all = [developer.websiteUrl, developer.privacyUrl, developer.termsOfUseUrl];
      return all.filter((address, at) => !URL.canParse(address) || !address.startsWith("https://") || all.indexOf(address) !== at);
    },
  },
  {
    rule: "the colour icon is a PNG of 192 × 192 pixels on a solid or a transparent square",
    source: icons,
    breaches: (judged) => iconBreaches(judged, "color", colorBreach),
  },
  {
    rule: "the outline icon is a PNG of 32 × 32 pixels, pure white on nothing, without padding",
    source: icons,
    breaches: (judged) => iconBreaches(judged, "outline", outlineBreach),
  },
  {
    rule: "a valid domain has no wildcard, is no tunnel, and is a bare host",
    source: `${store}#external-domains`,
    breaches: ({ manifest }) =>
      manifest.validDomains.filter((domain) =>
        /\*|[/:]|(?:^|\.)(?:ngrok(?:-free)?\.\w+|devtunnels\.ms|loca\.lt|trycloudflare\.com)$/.test(domain),
      ),
  },
  {
    rule: "a list has at most ten commands, and no two with one title",
    source: `${schema}#botscommandlists`,
    breaches: (judged) =>
      commandTitles(judged)
        .filter(({ titles }) => titles.length > 10 || new Set(titles).size < titles.length)
        .map(({ list, titles }) => `${list}: ${titles.join(", ")}`),
  },
  {
    rule: "help is among the commands of each list",
    source: `${store}#bot-commands`,
    breaches: (judged) =>
      commandTitles(judged)
        .filter(({ titles }) => !titles.some((title) => commandOf(title) === "help"))
        .map(({ list }) => list),
  },
  {
    rule: "each command works, and means one thing in all languages",
    source: `${store}#bot-commands`,
    breaches: (judged) => {
      const [first] = judged.texts.keys();
      const all = commandTitles(judged);
      const meant = new Map(
        all.filter(({ list }) => list.startsWith(`${first} `)).map((one) => [one.list.replace(/^\S+ /, ""), one.titles]),
      );
      return all.flatMap(({ list, titles }) =>
        titles
          .filter((title, at) => {
            const command = commandOf(title);
            return command === undefined || command !== commandOf(meant.get(list.replace(/^\S+ /, ""))?.[at] ?? "");
          })
          .map((title) => `${list}: ${title}`),
      );
    },
  },
  {
    rule: "each language has every text that is translated, and no other",
    source: `${store}#localization`,
    breaches: ({ texts }) => {
      const [wanted = {}] = texts.values();
      return [...texts].flatMap(([language, all]) => [
        ...Object.keys(wanted)
          .filter((path) => !all[path]?.trim())
          .map((path) => `${language} lacks ${path}`),
        ...Object.keys(all)
          .filter((path) => wanted[path] === undefined)
          .map((path) => `${language} has ${path}, which the manifest lacks`),
      ]);
    },
  },
  {
    rule: "no placeholder is left",
    source: `${store}#app-package-and-store-listing`,
    breaches: ({ files }) =>
      Object.entries(files)
        .filter(([name, bytes]) => name.endsWith(".json") && /\$\{|\{\{|⟨|\bTODO\b|\blorem\b/i.test(textOf(bytes)))
        .map(([name]) => name),
  },
];

/**
 * Sentences about the rules that a package breaks; none if it keeps all of them.
 * @throws ZodError where the manifest lacks a part that its schema requires: validate it first
 */
export const brokenRules = (files: Judged["files"]): readonly string[] => {
  const manifest = manifestShape.parse(JSON.parse(textOf(files["manifest.json"])));
  const { defaultLanguageTag, additionalLanguages } = manifest.localizationInfo;
  const texts = new Map<string, Texts>([[defaultLanguageTag, textsOf(manifest)]]);
  for (const { languageTag, file } of additionalLanguages) {
    const { $schema, ...all } = z.record(z.string(), z.string()).parse(JSON.parse(textOf(files[file])));
    texts.set(languageTag, all);
  }
  return storeRules.flatMap(({ rule, source, breaches }) =>
    breaches({ manifest, texts, files }).map((breach) => `${breach} breaks a rule of the store: ${rule} (${source})`),
  );
};
