import { type Button, buttonsOf, type Card, type Filled, type FindPerson, gather, inputsOf, isPlain, type Plain, textOf } from "./cards.ts";

/** Presses as people make them: a button is found by its title, and sends what the card says and what has been filled in. */

/** The buttons of a card with this title: those that show, where any does. */
export const buttonsNamed = (card: Card, title: string): readonly Button[] => {
  const all = buttonsOf(card).filter((button) => button.title === title);
  const shown = all.filter((button) => !button.hidden);
  return shown.length > 0 ? shown : all;
};

/** The buttons that words stand beside: in the box or row that a button stands in, or, where none has such a box, anywhere on the card. */
const besideWords = (buttons: readonly Button[], card: Card, words: string): readonly Button[] => {
  const boxOf = ({ around }: Button) => around.findLast(({ type }) => type !== "ActionSet" && type !== "Column");
  const beside = buttons.filter((button) => textOf(boxOf(button) ?? {}).includes(words));
  const inBox = beside.filter((button) => boxOf(button) !== card);
  return inBox.length > 0 ? inBox : beside;
};

/** The buttons and inputs of a card, for messages about failed tests. */
const contentsOf = (card: Card): string => {
  const named = (name: string, hidden: boolean) => (hidden ? `${name} (hidden)` : name);
  const buttons = buttonsOf(card).map(({ title, hidden }) => named(title, hidden));
  const inputs = inputsOf(card).map(({ label, hidden }) => named(label, hidden));
  return `buttons: ${buttons.join(" · ") || "none"}; inputs: ${inputs.join(" · ") || "none"}`;
};

export const dataOf = (action: Plain): Plain => (isPlain(action.data) ? action.data : {});

type Found<P> = { readonly post: P; readonly card: Card; readonly buttons: readonly Button[] };

/** The newest post with such a button, and its buttons of that title: those beside the words, if there are any. */
const newestWith = <P>(
  posts: readonly P[],
  cardOf: (post: P) => Card | undefined,
  title: string,
  on: string | undefined,
): Found<P> | undefined => {
  let onlyOnPost: Found<P> | undefined;
  for (const post of posts.toReversed()) {
    const card = cardOf(post);
    if (!card || (on !== undefined && !textOf(card).includes(on))) continue;
    const buttons = buttonsNamed(card, title);
    const beside = on === undefined ? buttons : besideWords(buttons, card, on);
    if (beside.length > 0) return { post, card, buttons: beside };
    if (buttons.length > 0) onlyOnPost ??= { post, card, buttons };
  }
  return onlyOnPost;
};

/**
 * The newest post with such a button, and the button.
 * @param on words beside the button, or at least on its post
 * @throws where there is none, where it is hidden, or where several could be meant
 */
export const find = <P>(
  posts: readonly P[],
  cardOf: (post: P) => Card | undefined,
  title: string,
  { who, on }: { readonly who: string; readonly on?: string | undefined },
): { readonly post: P; readonly card: Card; readonly button: Button } => {
  const { post, card, buttons = [] } = newestWith(posts, cardOf, title, on) ?? {};
  const [button, second] = buttons;
  if (post === undefined || !card || !button) {
    const cards = posts.slice(-3).map(cardOf);
    const there = cards.flatMap((one) => (one ? [contentsOf(one)] : [])).join(" | ") || "no cards";
    throw new Error(
      `${who} sees no button "${title}"${on === undefined ? "" : ` on a post with "${on}"`}. On the last posts there are ${there}`,
    );
  }
  if (button.hidden) throw new Error(`The button "${title}" is hidden: press what shows it first. There are ${contentsOf(card)}`);
  const isElsewhere = second && JSON.stringify(dataOf(second.action)) !== JSON.stringify(dataOf(button.action));
  if (isElsewhere) throw new Error(`${who} sees several buttons "${title}": say which words stand beside it.\n${textOf(card)}`);
  return { post, card, button };
};

/** @returns all that a press sends. @throws where an input is not there, is hidden, or the client would not send the form as it is */
export const sentBy = (button: Button, filled: Filled = {}, findPerson: FindPerson = () => undefined): Plain => {
  const { values, refused } = gather(button, filled, findPerson);
  if (refused.length > 0)
    throw new Error(`"${button.title}" was not sent: ${refused.join(" ")} There are ${button.cards.map(contentsOf).join(" | ")}`);
  return { ...dataOf(button.action), ...values };
};
