import { AdaptiveCard, SerializationContext } from "adaptivecards/dist/adaptivecards.js";

export type Plain = { readonly [key: string]: unknown };
const isPlain = (value: unknown): value is Plain => typeof value === "object" && value !== null && !Array.isArray(value);

/** Everything inside a card, itself included. */
export const all = (value: unknown): Plain[] => {
  if (Array.isArray(value)) return value.flatMap(all);
  return isPlain(value) ? [value, ...Object.values(value).flatMap(all)] : [];
};

export const typed = (card: unknown, type: string): Plain[] => all(card).filter((one) => String(one.type).startsWith(type));

/** What Microsoft's own reader says against a card. */
export const complaintsOf = (card: unknown): string[] => {
  const context = new SerializationContext();
  const parsed = new AdaptiveCard();
  parsed.parse(JSON.parse(JSON.stringify(card)), context);
  const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
  const failures = parsed.validateProperties().validationEvents.map((event) => event.message);
  return [...events, ...failures];
};

/** As Teams counts it: UTF-16. */
export const sizeOf = (card: unknown): number => JSON.stringify(card).length * 2;
