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
  normalise(unescaped(withoutTags(withoutBot(withoutQuotes(text), mentions.slice(0, mostMentions), bot))));

/** Mentions read per message, more than anybody writes. */
const mostMentions = 200;

const tagsOfQuotes = /<(\/?)(quoted|blockquote)\b((?:[^<>"]|"[^"<]*")*)>/gi;

/** Removes quoted messages, which are another person's words and may be nested. A quote without an end tag stays. */
const withoutQuotes = (text: string): string => {
  let kept = "";
  let from = 0;
  let quote = "";
  let depth = 0;
  for (const { 0: whole, 1: slash, 2: tag = "", 3: attributes = "", index } of text.matchAll(tagsOfQuotes)) {
    const name = tag.toLowerCase();
    const isWhole = attributes.endsWith("/");
    const isQuote = name === "quoted" || attributes.includes("schema.skype.com/Reply");
    if (depth === 0 && isQuote && !slash) {
      kept += `${text.slice(from, index)} `;
      from = isWhole ? index + whole.length : index;
      depth = isWhole ? 0 : 1;
      quote = name;
    } else if (depth > 0 && name === quote && !isWhole) {
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

/** Replaces Teams' tags by line ends, spaces, the `alt` text of a picture, or nothing. Text that only looks like a tag stays. */
const withoutTags = (markup: string): string =>
  markup.includes("<")
    ? markup
        .replace(/(?:<\/?(?:p|div|li|ul|ol|tr|table|pre|blockquote|h[1-6])(?![\w-])[^<>]*>\s*)+/gi, "\n")
        .replace(/<\/?([a-z]+)(?![\w-])([^<>]*)>/gi, (tag, name: string, attributes: string) => {
          const kind = name.toLowerCase();
          if (kind === "br" || kind === "hr") return "\n";
          if (kind === "td" || kind === "th") return " ";
          if (kind === "img" || kind === "emoji" || kind === "customemoji") return /\balt="([^"]*)"/i.exec(attributes)?.[1] ?? "";
          return looks.has(kind) ? "" : tag;
        })
    : markup;

const namedCharacters: Readonly<Record<string, string>> = { nbsp: " ", amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const unescaped = (text: string): string =>
  text.replace(/&(nbsp|amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});/gi, (whole, name: string) => characterOf(name.toLowerCase()) ?? whole);

const characterOf = (name: string): string | undefined => {
  if (!name.startsWith("#")) return namedCharacters[name];
  const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
};
