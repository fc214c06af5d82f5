import { type Language, languages } from "../../src/domain/language.ts";
import type { Message, MessageOf, Say } from "../../src/domain/message.ts";
import { collect } from "./collect.ts";
import { derived } from "./derived.ts";
import { says } from "./variants.ts";

export type Fixture = { readonly name: string; readonly message: Message };

const bySay = (one: Fixture, other: Fixture): number =>
  says.indexOf(one.message.say) - says.indexOf(other.message.say) || (one.name < other.name ? -1 : 1);

const listed = async (language: Language): Promise<readonly Fixture[]> => {
  const collected = await collect(language);
  return [...collected, ...derived(collected)].map(([name, message]) => ({ name, message })).sort(bySay);
};

const all = new Map(await Promise.all(languages.map(async (language) => [language, await listed(language)] as const)));

/** Every message that looks different, as flows say it in that language, each with the name that its snapshot has. */
export const fixturesIn = (language: Language): readonly Fixture[] => all.get(language) ?? [];

export const fixture = <S extends Say>(language: Language, name: string, say: S): MessageOf<S> => {
  const found = fixturesIn(language).find((one) => one.name === name)?.message;
  if (found?.say !== say) throw new Error(`no fixture ${name}`);
  return found as MessageOf<S>;
};

/** Ids of the right shape, for what no card sends. */
export const ids = {
  team: "nQ7_x-2a",
  other: "Zt90abC_",
  secret: "S3cret_Abcdefghijklmno",
  person: (at: number) => `person${String(at).padStart(16, "0")}`,
};
