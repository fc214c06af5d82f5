import type { Language } from "../../src/domain/language.ts";
import type { Message, MessageOf, Say } from "../../src/domain/message/index.ts";
import { collect } from "./collect.ts";
import { derived } from "./derived.ts";
import { says } from "./variants.ts";

/** `isDerived`: no journey says it; it is one of their messages with a named change. */
type Fixture = { readonly name: string; readonly message: Message; readonly isDerived: boolean };

const bySay = (one: Fixture, other: Fixture): number =>
  says.indexOf(one.message.say) - says.indexOf(other.message.say) || (one.name < other.name ? -1 : 1);

const listed = async (language: Language): Promise<readonly Fixture[]> => {
  const collected = await collect(language);
  const asFixtures = (some: Iterable<readonly [string, Message]>, isDerived: boolean): Fixture[] =>
    [...some].map(([name, message]) => ({ name, message, isDerived }));
  return [...asFixtures(collected, false), ...asFixtures(derived(collected), true)].sort(bySay);
};

/** Cache: a language's journeys take one to two seconds, so they are played once, at the first use. */
const known = new Map<Language, Promise<readonly Fixture[]>>();

/** Every message of the flows that looks different in that language, each with its snapshot's name. */
export const fixturesIn = (language: Language): Promise<readonly Fixture[]> => {
  const before = known.get(language) ?? listed(language);
  known.set(language, before);
  return before;
};

/** One of these messages. */
export const fixture = <S extends Say>(fixtures: readonly Fixture[], name: string, say: S): MessageOf<S> => {
  const found = fixtures.find((one) => one.name === name)?.message;
  if (found?.say !== say) throw new Error(`no fixture ${name}`);
  return found as MessageOf<S>;
};

/** Well-formed ids, for data that no card sends. */
export const ids = {
  team: "nQ7_x-2a",
  other: "Zt90abC_",
  secret: "S3cret_Abcdefghijklmno",
  person: (at: number) => `person${String(at).padStart(16, "0")}`,
};
