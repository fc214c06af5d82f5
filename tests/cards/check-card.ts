import adaptiveCards from "adaptivecards/dist/adaptivecards.js";
import { readAction } from "../../cards/index.ts";

export type Plain = { readonly [key: string]: unknown };
const isPlain = (value: unknown): value is Plain => typeof value === "object" && value !== null && !Array.isArray(value);

/** Everything inside a card, itself included. */
export const all = (value: unknown): Plain[] => {
  if (Array.isArray(value)) return value.flatMap(all);
  return isPlain(value) ? [value, ...Object.values(value).flatMap(all)] : [];
};

export const typed = (card: unknown, type: string): Plain[] => all(card).filter((one) => String(one.type).startsWith(type));

/** Complaints of Microsoft's own reader about a card. */
export const complaintsOf = (card: unknown): string[] => {
  const context = new adaptiveCards.SerializationContext();
  const parsed = new adaptiveCards.AdaptiveCard();
  parsed.parse(JSON.parse(JSON.stringify(card)), context);
  // It is older than charts, and leaves one out that says so.
  const leftOut = typed(card, "Chart.").filter(({ fallback }) => fallback === "drop");
  const known = leftOut.map(({ type }) => `Unknown element type "${type}". Fallback will be used if present.`);
  const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message).filter(
    (message) => !known.includes(message),
  );
  const failures = parsed.validateProperties().validationEvents.map((event) => event.message);
  return [...events, ...failures];
};

/** Size in bytes of UTF-16, as Teams counts. */
export const sizeOf = (card: unknown): number => JSON.stringify(card).length * 2;

/** A value that a person leaves in an input, or the first that they can choose. */
const filled = (input: Plain): string => {
  if (typeof input.value === "string") return input.value;
  const first = Array.isArray(input.choices) ? input.choices.find(isPlain) : undefined;
  return input.isRequired && first ? String(first.value) : input.isRequired ? "something" : "";
};

/** A press of a button as the bot gets it, in the new form and in the old. */
type Press = { readonly verb: unknown; readonly title: unknown; readonly sent: Plain; readonly sentByOlder: Plain };

/** A press of each button of a card, with its inputs as they stand. */
const pressesOf = (card: unknown): Press[] => {
  const inputs = Object.fromEntries(typed(card, "Input.").map((input) => [String(input.id), filled(input)]));
  return typed(card, "Action.Execute").map(({ verb, title, data, fallback, associatedInputs }) => {
    const form = associatedInputs === "none" ? {} : inputs;
    const older = isPlain(fallback) && isPlain(fallback.data) ? fallback.data : {};
    return { verb, title, sent: { ...(isPlain(data) ? data : {}), ...form }, sentByOlder: { ...older, ...form } };
  });
};

/** The buttons of a card that Gnist itself would not understand when they are pressed. */
export const deadButtonsOf = (card: unknown): string[] =>
  pressesOf(card)
    .filter(({ verb, sent, sentByOlder }) => [sent, sentByOlder].some((data) => readAction(data)?.verb !== verb))
    .map(({ title, sent }) => `${title}: ${JSON.stringify(sent)}`);
