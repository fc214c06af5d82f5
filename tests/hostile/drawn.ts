import adaptiveCards from "adaptivecards/dist/adaptivecards.js";
import { type Drawn, inDocument } from "./dom.ts";

/**
 * A card as Microsoft's renderer draws it. Teams reads Markdown in text blocks and facts alone, and not in the titles of choices
 * (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format, and https://github.com/MicrosoftDocs/msteams-docs/issues/12228 on
 * choices), so that the renderer is set like that.
 */

/** Where a text stands: to be read, in a field that its reader may change, as a choice, or on a button. */
export type Part = "card" | "field" | "choice" | "button";

type Look = {
  /** Every text that shows or is read aloud, and where. */
  readonly texts: readonly (readonly [part: Part, text: string])[];
  /** Texts that are read as Markdown. */
  readonly markdown: readonly string[];
  /** The names of all elements that were made. */
  readonly tags: ReadonlySet<string>;
};

const partOf = ({ tag }: Drawn, around: Part): Part => {
  if (tag === "button") return "button";
  if (tag === "option") return "choice";
  return tag === "textarea" || tag === "input" ? "field" : around;
};

const own = ["innerText", "textContent", "innerHTML", "value", "placeholder", "title", "label", "text"] as const;

const textsIn = (element: Drawn, around: Part): Look["texts"] => {
  const part = partOf(element, around);
  const shown = own.flatMap((name) => {
    const text: unknown = Reflect.get(element, name);
    return typeof text === "string" && text !== "" ? [text] : [];
  });
  // A radio button or a tick box stands beside its label in one box.
  const isChoice = element.children.some(({ tag, type }) => tag === "input" && (type === "radio" || type === "checkbox"));
  const inside = isChoice ? "choice" : part;
  return [
    ...[...shown, ...Object.values(element.attributes)].map((text) => [part, text] as const),
    ...element.children.flatMap((child) => textsIn(child, inside)),
  ];
};

const tagsIn = (element: Drawn): readonly string[] => [element.tag, ...element.children.flatMap(tagsIn)];

const { AdaptiveCard, GlobalSettings, SerializationContext } = adaptiveCards;

export const draw = (card: object): Look => {
  const markdown: string[] = [];
  const before = [AdaptiveCard.onProcessMarkdown, GlobalSettings.useMarkdownInRadioButtonAndCheckbox] as const;
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    markdown.push(text);
    Object.assign(result, { outputHtml: text, didProcess: true });
  };
  GlobalSettings.useMarkdownInRadioButtonAndCheckbox = false;
  try {
    const made = new AdaptiveCard();
    made.parse(card, new SerializationContext());
    const root = inDocument(() => made.render()) as unknown as Drawn | undefined;
    if (!root) throw new Error("The card was not drawn.");
    return { texts: textsIn(root, "card"), markdown, tags: new Set(tagsIn(root)) };
  } finally {
    Object.assign(AdaptiveCard, { onProcessMarkdown: before[0] });
    GlobalSettings.useMarkdownInRadioButtonAndCheckbox = before[1];
  }
};
