import type { Element } from "./card.ts";

/** Size of letters and height of a line (px) in Teams. */
const letters = {
  Small: [12, 15],
  Default: [14, 18],
  Medium: [16, 22],
  Large: [18, 24],
  ExtraLarge: [24, 32],
} as const;

const spacings: Readonly<Record<string, number>> = { None: 0, ExtraSmall: 4, Small: 8, Default: 12, Medium: 16, Large: 20, ExtraLarge: 24 };
const padding = 16;
const buttonHeight = 32;
/** Width (px) of a column that is as wide as its text, and the gap beside it. */
const autoWidth = 60;
/** Width of an average letter, as a part of its size. A line breaks at a word, so that it is not quite full. */
const letterWidth = 0.5;
const boldWidth = 0.56;

/** Width (px) of the text on the narrowest phone, 340 px. */
const phoneText = 340 - 2 * padding;

type Text = { readonly text: string; readonly size?: string; readonly weight?: string };

const textHeight = (runs: readonly Text[], width: number): number => {
  const sizeOf = ({ size }: Text) => letters[(size ?? "Default") as keyof typeof letters] ?? letters.Default;
  const wide = runs.reduce((sum, run) => sum + run.text.length * sizeOf(run)[0] * (run.weight === "Bolder" ? boldWidth : letterWidth), 0);
  return Math.max(1, Math.ceil(wide / width)) * Math.max(0, ...runs.map((run) => sizeOf(run)[1]));
};

/** Estimates the height (px) of an element on a phone. It counts the elements of a digest; tests/browser measures the same with Microsoft's renderer. */
const heightOf = (element: Element, width: number): number => {
  switch (element.type) {
    case "TextBlock":
      return textHeight([element as Text], width);
    case "RichTextBlock":
      return textHeight(element.inlines as readonly Text[], width);
    case "ActionSet":
      return buttonHeight;
    case "Container":
      return heightOfAll(element.items, width) + (element.style ? 2 * padding : 0);
    case "ColumnSet": {
      const columns = element.columns ?? [];
      const autos = columns.filter((column) => column.width === "auto").length;
      const rest = (width - autos * autoWidth) / Math.max(1, columns.length - autos);
      return Math.max(...columns.map((column) => heightOfAll(column.items, column.width === "auto" ? autoWidth : rest)));
    }
    default:
      return 0;
  }
};

/** The space (px) above an element that stands below another. */
const spaceAbove = ({ spacing }: Element): number => spacings[spacing ?? "Default"] ?? 0;

/** Estimates the height (px) of elements below one another. @param isBelow another one stands above the first */
export const heightOfAll = (elements: readonly Element[], width = phoneText, isBelow = false): number =>
  elements.reduce((sum, element, at) => sum + (at > 0 || isBelow ? spaceAbove(element) : 0) + heightOf(element, width), 0);

/** Estimates the height (px) that elements add to a card below others. */
export const heightBelow = (elements: readonly Element[]): number => heightOfAll(elements, phoneText, true);
