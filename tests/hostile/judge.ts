import type { Rendered } from "../../cards/index.ts";
import { normalise, oneLine } from "../../src/domain/words.ts";
import { isPlain, type Plain } from "../world/cards.ts";
import { draw } from "./drawn.ts";
import type { Shown } from "./outputs.ts";

/** Judges what a message does with hostile texts: Microsoft's renderer draws each element that holds one. */

/** The word by which a hostile text is found. */
export const mark = "EVIL";

/** Elements that hold a text of their own. */
const leaves = /^(TextBlock|RichTextBlock|FactSet|Input\..*|Action\..*)$/;

/** The elements with text of a card, and its other strings. */
const taken = (value: unknown, key = ""): { readonly leaves: readonly Plain[]; readonly rest: readonly string[] } => {
  if (typeof value === "string") return { leaves: [], rest: [`${key}: ${value}`] };
  if (isPlain(value) && leaves.test(String(value.type))) return { leaves: [value], rest: [] };
  const inside = typeof value === "object" && value !== null ? Object.entries(value).map(([name, one]) => taken(one, name)) : [];
  return { leaves: inside.flatMap((one) => one.leaves), rest: inside.flatMap((one) => one.rest) };
};

const isAction = ({ type }: Plain) => String(type).startsWith("Action.");

/** Draws an element alone on a card. Elements that are equal are drawn once. */
export const drawnAlone = () => {
  const known = new Map<string, ReturnType<typeof draw>>();
  return (element: Plain) => {
    const name = JSON.stringify(element);
    const look =
      known.get(name) ??
      draw({ type: "AdaptiveCard", version: "1.5", body: [isAction(element) ? { type: "ActionSet", actions: [element] } : element] });
    known.set(name, look);
    return look;
  };
};

/** Elements that Gnist's own cards are made of. An address, a picture or a mark of Markdown would add others. */
const ours = ["div", "span", "button", "label", "input", "textarea", "select", "option", "datalist", "br"];

/** Something that a client could take for more than text, in places that show it as it is. */
const active = /<\/?at\b|\$\{|\{\{|\]\(|:\/\/|[\u202A-\u202E\u2066-\u2069]|(?![\n\t])\p{Cc}/iu;

/** Does this show the text as it was written, or its beginning where it is cut? The zero-width spaces of `harmless` are not seen. */
const isAsWritten = (shown: string, text: string): boolean => {
  const seen = shown.replaceAll("\u200B", "");
  return [normalise(text), oneLine(text)].some((whole) => {
    if (seen.includes(whole)) return true;
    const at = seen.indexOf(whole.slice(0, whole.indexOf(mark) + mark.length));
    const here = at < 0 ? "" : seen.slice(at);
    let same = 0;
    while (same < whole.length && here[same] === whole[same]) same += 1;
    // A cut text ends with an ellipsis, or with the room that its place has.
    return at >= 0 && (/^\s*…/.test(here.slice(same)) || same === here.length || here[same] === '"' || same >= 40);
  });
};

/** All that a message shows of hostile texts, and what is wrong with it. @param written the text, where it is one */
export const judged = (
  name: string,
  { card, text = "", summary }: Rendered,
  written: string | undefined,
  drawn: ReturnType<typeof drawnAlone>,
) => {
  const found = new Set<Shown>();
  const wrong: string[] = [];
  const look = (where: Shown, shown: string) => {
    if (!shown.includes(mark)) return;
    found.add(where);
    if (where !== "field" && active.test(shown)) wrong.push(`${name}: ${where} is not harmless: ${shown}`);
    if (written !== undefined && !isAsWritten(shown, written)) wrong.push(`${name}: ${where} is not as written: ${shown}`);
  };
  look("text", text);
  look("lock screen", summary);
  const { leaves, rest } = taken(card);
  for (const element of leaves) {
    if (!JSON.stringify(element).includes(mark)) continue;
    if (element.type === "Action.OpenUrl") wrong.push(`${name}: a link has words of people`);
    const { texts, markdown, tags } = drawn(element);
    for (const [where, shown] of texts) look(where, shown);
    for (const one of markdown) if (one.includes(mark)) wrong.push(`${name}: read as Markdown: ${one}`);
    for (const tag of tags) if (!ours.includes(tag)) wrong.push(`${name}: has the element ${tag}`);
  }
  for (const one of rest) {
    if (!one.includes(mark)) continue;
    // Microsoft's renderer is older than charts, so that our own rule judges their titles.
    if (one.startsWith("title: ")) look("chart", one);
    else wrong.push(`${name}: has it in ${one}`);
  }
  return { found, wrong };
};
