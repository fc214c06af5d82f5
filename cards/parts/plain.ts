import type { AdaptiveCard } from "./card.ts";

type CardPart = Readonly<Record<string, unknown>>;

const isPart = (value: unknown): value is CardPart => typeof value === "object" && value !== null && !Array.isArray(value);
const partsOf = (value: unknown): readonly CardPart[] => (Array.isArray(value) ? value.filter(isPart) : []);

const linesOf = (part: CardPart): readonly string[] => {
  if (part.isVisible === false) return [];
  if (part.type === "TextBlock") return [String(part.text)];
  if (part.type === "RichTextBlock")
    return [
      partsOf(part.inlines)
        .map(({ text }) => String(text))
        .join(""),
    ];
  if (part.type === "FactSet") return partsOf(part.facts).map(({ title, value }) => `${title}: ${value}`);
  if (part.type === "ColumnSet")
    return [
      partsOf(part.columns)
        .flatMap(linesOf)
        .filter((line) => line !== "")
        .join("  "),
    ];
  return [...partsOf(part.items), ...partsOf(part.body)].flatMap(linesOf);
};

/** The texts of a card, line by line, as somebody reads them who looks at it: without its buttons, and without what a press would show. */
export const plainText = (card: AdaptiveCard): string =>
  linesOf(card as unknown as CardPart)
    .filter((line) => line.trim() !== "")
    .join("\n");
