import { normalise, oneLine } from "../domain/words.ts";

/** A mention's entity. Teams sometimes omits parts of the account, and `text` (https://github.com/microsoft/botbuilder-js/issues/2083). */
type Mention = {
  readonly text?: string | null | undefined;
  readonly mentioned?: { readonly id?: string | null | undefined; readonly name?: string | null | undefined } | null | undefined;
};

type Bot = { readonly id: string; readonly name?: string | null | undefined };

/**
 * Plain text of a message: without mentions of Gnist, with other people's mentions as the written names, and without quoted messages. Teams escapes typed
 * text, so every tag is Teams' own. Identities come from entities, because a writer can alter the text of a mention:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations
 */
export const wordsOfMessage = (text: string, mentions: readonly Mention[], bot: Bot): string =>
  withoutSlashName(normalise(unescaped(withoutTags(withoutBot(withoutQuotes(text), mentions.slice(0, mostMentions), bot)))), bot);

/** People write to a bot with its name behind a slash: `/Gnist idea no paper`. Clients may keep the name in the text. */
const withoutSlashName = (words: string, bot: Bot): string => {
  const name = nameOf(bot.name || "Gnist");
  const behind = words.replace(/^\/+\s*/, "");
  if (behind === words || !behind.toLowerCase().startsWith(name)) return words;
  const rest = behind.slice(name.length);
  return /^[\s,:]|^$/.test(rest) ? rest.replace(/^[\s,:]+/, "") : words;
};

/**
 * Plain text of a message that somebody saves: the writer's own words and line ends, and of links the text that shows. Mentions, quotations, pictures and attached
 * cards are left out, because they name people or are other people's words.
 */
export const wordsOfSaved = (content: string, isMarkup: boolean): string => {
  const written = withoutElements(isMarkup ? content : escaped(content), namesOrQuotes, isNameOrQuote);
  // A name at the beginning leaves its comma behind.
  return normalise(unescaped(withoutTags(written, true)))
    .replace(/^[,:;]\s*/, "")
    .replace(/\n{3,}/g, "\n\n");
};

/** Mentions read per message, more than anybody writes. */
const mostMentions = 200;

/** Attributes of a tag. The value of one may have the sign that ends a tag in it. */
const inTag = '(?:[^<>"]|"[^"<]*")*';

const tagsNamed = (names: string) => new RegExp(`<(\\/?)(${names})\\b(${inTag})>`, "gi");

type IsOut = (name: string, attributes: string) => boolean;

const quotes = tagsNamed("quoted|blockquote");
const isQuote: IsOut = (name, attributes) => name === "quoted" || attributes.includes("schema.skype.com/Reply");

/** Mentions and quotations, as Teams writes them in the body of a message; older clients mention people in a span. */
const namesOrQuotes = tagsNamed("quoted|blockquote|at|span|attachment");
const isNameOrQuote: IsOut = (name, attributes) => name !== "span" || attributes.includes("schema.skype.com/Mention");

/** Removes quoted messages, which are another person's words. */
const withoutQuotes = (text: string): string => withoutElements(text, quotes, isQuote);

/** Removes elements with all that is in them; they may be nested. One without an end tag stays. */
const withoutElements = (text: string, tags: RegExp, isOut: IsOut): string => {
  let kept = "";
  let from = 0;
  let out = "";
  let depth = 0;
  for (const { 0: whole, 1: slash, 2: tag = "", 3: attributes = "", index } of text.matchAll(tags)) {
    const name = tag.toLowerCase();
    const isWhole = attributes.endsWith("/");
    if (depth === 0 && !slash && isOut(name, attributes)) {
      kept += `${text.slice(from, index)} `;
      from = isWhole ? index + whole.length : index;
      depth = isWhole ? 0 : 1;
      out = name;
    } else if (depth > 0 && name === out && !isWhole) {
      depth += slash ? -1 : 1;
      if (depth === 0) from = index + whole.length;
    }
  }
  return kept + text.slice(from);
};

/** Matches mentions, such as `<at>Gnist</at>` and `<at id="0">Gnist</at>`. */
const mentionsIn = /<at\b[^<>]*>((?:(?!<\/?at\b)[\s\S])*)<\/at\s*>/gi;

const withoutBot = (text: string, mentions: readonly Mention[], bot: Bot): string => {
  const botName = nameOf(bot.name ?? "");
  const written = [...text.matchAll(mentionsIn)].map(([whole, shown = ""]) => ({ whole, name: nameOf(shown) }));
  const told = mentions.flatMap(({ text, mentioned }) => {
    const id = mentioned?.id;
    const shown = mentioned?.name ?? "";
    if (!id && !shown && !text) return [];
    const name = nameOf(shown || (text ?? ""));
    return [{ text: text ?? "", shown, name, isBot: id ? id === bot.id || `28:${id}` === bot.id : name === botName }];
  });
  type Told = (typeof told)[number];
  // Entities and mentions are paired by text, then by name, then by order.
  const found = new Map<number, Told>();
  const left = new Set(told);
  const pair = (belongs: (entity: Told, mention: (typeof written)[number]) => boolean) => {
    for (const entity of left) {
      const at = written.findIndex((mention, at) => !found.has(at) && belongs(entity, mention));
      if (at < 0) continue;
      found.set(at, entity);
      left.delete(entity);
    }
  };
  pair((entity, mention) => entity.text === mention.whole);
  pair((entity, mention) => mention.name === entity.name || (entity.isBot && mention.name === botName));
  pair(() => true);
  let at = -1;
  const rest = text.replace(mentionsIn, (_whole, shown: string) => {
    at += 1;
    const entity = found.get(at);
    const isBot = entity ? entity.isBot : botName !== "" && written[at]?.name === botName;
    return isBot ? " " : shown || escaped(entity?.shown ?? "");
  });
  // A mention of Gnist may also come without a tag.
  return [...left].reduce((rest, { isBot, text }) => (isBot && text !== "" ? rest.replace(text, () => " ") : rest), rest);
};

/** A name normalised for comparison. */
const nameOf = (shown: string): string => oneLine(unescaped(withoutTags(shown))).toLowerCase();

/** Tags that carry no words and are removed. */
const looks = new Set(
  "at quoted attachment systemeventmessage span a b i u s em strong strike del ins sub sup small big mark code font tbody thead".split(" "),
);

const blocks = new RegExp(`(?:</?(?:p|div|li|ul|ol|tr|table|pre|codeblock|blockquote|h[1-6])(?![\\w-])${inTag}>\\s*)+`, "gi");
const tags = new RegExp(`</?([a-z]+)(?![\\w-])(${inTag})>`, "gi");

/**
 * Replaces Teams' tags by line ends, spaces, the `alt` text of a picture, or nothing. Text that only looks like a tag stays.
 * @param isMarkup every tag is one, and of pictures only the emoji has a text that its writer chose
 */
const withoutTags = (markup: string, isMarkup = false): string =>
  markup.includes("<")
    ? markup.replace(blocks, "\n").replace(tags, (tag, name: string, attributes: string) => {
        const kind = name.toLowerCase();
        if (kind === "br" || kind === "hr") return "\n";
        if (kind === "td" || kind === "th") return " ";
        const isPicture = kind === "img" || kind === "emoji" || kind === "customemoji";
        const isSeen = !isMarkup || kind === "emoji" || attributes.includes("schema.skype.com/Emoji");
        if (isPicture) return isSeen ? (/\balt="([^"]*)"/i.exec(attributes)?.[1] ?? "") : "";
        return isMarkup || looks.has(kind) ? "" : tag;
      })
    : markup;

/** Characters that mark-up names: its own signs, and the letters and signs of Nordic texts. */
const namedCharacters: Readonly<Record<string, string>> = {
  ...{ nbsp: " ", amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" },
  ...{ aring: "\u00E5", auml: "\u00E4", ouml: "\u00F6", aelig: "\u00E6", oslash: "\u00F8", eacute: "\u00E9", uuml: "\u00FC" },
  ...{ Aring: "\u00C5", Auml: "\u00C4", Ouml: "\u00D6", AElig: "\u00C6", Oslash: "\u00D8", Eacute: "\u00C9", Uuml: "\u00DC" },
  ...{ ndash: "\u2013", mdash: "\u2014", hellip: "\u2026", lsquo: "\u2018", rsquo: "\u2019", ldquo: "\u201C", rdquo: "\u201D" },
  ...{ bdquo: "\u201E", laquo: "\u00AB", raquo: "\u00BB", euro: "\u20AC", sect: "\u00A7", deg: "\u00B0", middot: "\u00B7", bull: "\u2022" },
};

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const unescaped = (text: string): string =>
  text.replace(/&([a-z]{2,6}|#\d{1,7}|#x[\da-f]{1,6});/gi, (whole, name: string) => characterOf(name) ?? whole);

const characterOf = (name: string): string | undefined => {
  if (!name.startsWith("#")) return namedCharacters[name] ?? namedCharacters[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
};
