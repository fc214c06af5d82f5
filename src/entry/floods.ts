import type { PersonId } from "../domain/people/person.ts";

/**
 * Limits what one person sends. `taken`: within the limit. `told`: the first beyond it, whose sender is told that a pause begins. `dropped`: sent during the
 * pause, which ends by itself however much is sent.
 */
export type Floods = (person: PersonId, now: number) => "taken" | "told" | "dropped";

/** The window of the count, and the pause, in ms. */
const windowMs = 60_000;

/**
 * A person's messages and presses are counted on this instance alone, so that a flood costs the store nothing.
 * @param most how many are taken in a minute. @param people how many people are counted; beyond them the longest counted is dropped
 */
export const limitFloods = (most: number, people: number): Floods => {
  const counted = new Map<PersonId, { readonly since: number; count: number }>();
  const countFrom = (person: PersonId, since: number, count: number): void => {
    counted.delete(person);
    counted.set(person, { since, count });
    const [oldest] = counted.keys();
    if (counted.size > people && oldest !== undefined) counted.delete(oldest);
  };
  return (person, now) => {
    const known = counted.get(person);
    if (!known || now - known.since >= windowMs || now < known.since) {
      countFrom(person, now, 1);
      return "taken";
    }
    known.count += 1;
    if (known.count <= most) return "taken";
    if (known.count > most + 1) return "dropped";
    countFrom(person, now, known.count);
    return "told";
  };
};
