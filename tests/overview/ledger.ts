import { day } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { expectSay, type World } from "../world/world.ts";

/** One thing that somebody did, as the test itself notes it. `at` (ms). */
type Deed = {
  readonly did: "wrote" | "nothing" | "took" | "gave back" | "adopted" | "stopped" | "shown";
  readonly who: string;
  readonly at: number;
  readonly idea: string;
  readonly saves?: number;
};

/** People who do things, and a ledger of what they did, from which numbers are counted by hand. It reads nothing of the store. */
export const openLedger = (world: World) => {
  const deeds: Deed[] = [];
  const note = (did: Deed["did"], who: Person | undefined, idea = "", saves?: number) =>
    void deeds.push({ did, who: who?.name ?? "", at: world.now(), idea, ...(saves === undefined ? {} : { saves }) });
  const numbers = new Map<string, number>();
  const numberOf = (idea: string): number => {
    const number = numbers.get(idea);
    if (number === undefined) throw new Error(`no digest has shown "${idea}"`);
    return number;
  };
  /** Reads the posts, as everybody in the channel can. */
  const readPosts = () => {
    for (const { digest } of world.inTeam("digest")) {
      const shown = [...digest.quick, ...digest.top, ...digest.alsoNew.flatMap(({ ideas }) => ideas), ...digest.worth, ...digest.open];
      for (const { number, title } of shown) {
        if (number === undefined || numbers.has(title)) continue;
        numbers.set(title, number);
        note("shown", undefined, title);
      }
    }
  };
  return {
    deeds: deeds as readonly Deed[],
    numberOf,
    moveTo: async (at: number) => {
      await world.moveTo(at);
      readPosts();
    },
    wrote: async (who: Person, idea: string) => {
      note("wrote", who, idea);
      expectSay(await who.answers(idea), "receipt");
    },
    nothing: async (who: Person) => {
      note("nothing", who);
      await who.presses("Nothing this week");
    },
    took: async (who: Person, idea: string) => {
      note("took", who, idea);
      expectSay(await who.writes(`take #${numberOf(idea)}`), "owned");
    },
    gaveBack: async (who: Person, idea: string) => {
      note("gave back", who, idea);
      expectSay(await who.writes(`not me #${numberOf(idea)} no time for it`), "given-back");
    },
    adopted: async (who: Person, idea: string, minutes: number, people: number) => {
      note("adopted", who, idea, minutes * people);
      expectSay(await who.writes(`test done #${numberOf(idea)}`), "checking");
      const filled = { "Did it help?": "Yes", "Minutes a week, per person": String(minutes), "How many people": String(people) };
      expectSay(await who.presses("Adopt", filled), "finished");
    },
    stopped: async (who: Person, idea: string) => {
      note("stopped", who, idea);
      expectSay(await who.writes(`stop #${numberOf(idea)} nobody used it`), "finished");
    },
    /** The days of people in Stockholm from the digest that showed each idea to the first deed of a kind, where there was one. */
    daysTo: (...kinds: readonly Deed["did"][]): readonly number[] =>
      deeds
        .filter(({ did }) => did === "shown")
        .flatMap((shown) => {
          const first = deeds.find(({ did, idea }) => idea === shown.idea && kinds.includes(did));
          const date = (at: number) => Math.floor((at + 3_600_000) / day);
          return first ? [date(first.at) - date(shown.at)] : [];
        }),
    count: (did: Deed["did"]): number => deeds.filter((deed) => deed.did === did).length,
  };
};

/** The middle one, or the middle between the two in the middle. */
export const middle = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  const half = sorted.length / 2;
  return sorted.length % 2 === 1 ? (sorted[Math.floor(half)] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
};
