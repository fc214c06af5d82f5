import { day } from "../world/moments.ts";

/**
 * The ledger of a play: what people did, as the play itself notes it when they do it, and what they were shown, as they read it. It knows nothing of Gnist's
 * code and reads nothing of the store, so that all that Gnist tells can be compared with it.
 */

/** A deed of somebody, or (`asked`, `shown`) a thing that came to them. */
type Did =
  | "asked"
  | "wrote"
  | "nothing"
  | "shown"
  | "joined a voice"
  | "took"
  | "gave back"
  | "asked an owner"
  | "declined"
  | "started"
  | "tested"
  | "adopted"
  | "stopped"
  | "passed on"
  | "promised"
  | "sent back"
  | "answered"
  | "held back"
  | "withdrew"
  | "reopened"
  | "thanked"
  | "on track"
  | "closed a board"
  | "was erased";

/** One deed. `at` (ms). `idea`: the words by which the play knows it. */
export type Deed = {
  readonly at: number;
  readonly team: string;
  readonly who: string;
  readonly did: Did;
  readonly idea?: string;
  /** The text beside it: a reason, a result or a lesson. */
  readonly said?: string;
  /** Of an idea that is written. */
  readonly kind?: "tools" | "information";
  readonly showsName?: true;
  /** Of an idea that is shown. */
  readonly number?: number;
  readonly whom?: string;
  readonly test?: string;
  /** Of an adopted idea: minutes a week for one person, and how many people. */
  readonly saves?: { readonly minutes: number; readonly people?: number };
  /** Of an answer: something is done about it. */
  readonly solves?: true;
};

/** Where an idea is, by what was done with it. `gone`: withdrawn or held back. */
type Place = "unshown" | "open" | "owned" | "passed on" | "adopted" | "stopped" | "gone";

/** An idea of the ledger, as it is at an instant. */
export type Known = {
  readonly idea: string;
  readonly team: string;
  readonly author: string;
  readonly number?: number;
  readonly shownAt?: number;
  readonly place: Place;
  readonly owner?: string;
  readonly kind?: Deed["kind"];
  readonly showsName?: true;
  /** Its deeds up to then, the oldest first, without its writing and showing. */
  readonly deeds: readonly Deed[];
};

const after = (known: Known, deed: Deed): Known => {
  const { owner: _owner, ...unowned } = known;
  switch (deed.did) {
    case "shown":
      return { ...known, place: known.place === "unshown" ? "open" : known.place, shownAt: deed.at, number: deed.number ?? 0 };
    case "took":
      return { ...known, place: "owned", owner: deed.who };
    case "gave back":
    case "sent back":
      return { ...unowned, place: "open" };
    case "passed on":
      return { ...unowned, place: "passed on" };
    case "adopted":
    case "stopped":
      return { ...known, place: deed.did };
    case "answered":
      return { ...known, place: deed.solves ? "adopted" : "stopped" };
    case "held back":
    case "withdrew":
      return { ...known, place: "gone" };
    case "reopened":
      return { ...known, place: known.owner === undefined ? "open" : "owned" };
    default:
      return known;
  }
};

export type Ledger = ReturnType<typeof openLedger>;

/** @param now the play's clock (ms) */
export const openLedger = (now: () => number) => {
  const deeds: Deed[] = [];
  const ideas = new Map<string, Known>();
  const note = (deed: Omit<Deed, "at"> & { readonly at?: number }): Deed => {
    const whole = { ...deed, at: deed.at ?? now() };
    deeds.push(whole);
    const { idea, team, who, kind, showsName } = whole;
    if (idea === undefined) return whole;
    if (whole.did === "wrote")
      ideas.set(idea, {
        idea,
        team,
        author: who,
        place: "unshown",
        ...(kind ? { kind } : {}),
        ...(showsName ? { showsName } : {}),
        deeds: [],
      });
    else {
      const known = ideas.get(idea);
      if (!known) throw new Error(`nobody wrote "${idea}"`);
      const moved = after(known, whole);
      ideas.set(idea, whole.did === "shown" ? moved : { ...moved, deeds: [...known.deeds, whole] });
    }
    return whole;
  };
  return {
    deeds: deeds as readonly Deed[],
    note,
    /** The ideas of a team as they are now. */
    ideas: (team: string): readonly Known[] => [...ideas.values()].filter((one) => one.team === team),
    idea: (idea: string): Known | undefined => ideas.get(idea),
    /** The deeds of a team after an instant, up to another (ms). */
    between: (team: string, from: number, until: number): readonly Deed[] =>
      deeds.filter((one) => one.team === team && one.at > from && one.at <= until),
  };
};

/** An idea as it was at an instant (ms). */
export const asAt = (known: Known, instant: number): Known => {
  const { idea, team, author, kind, showsName, shownAt, number } = known;
  const unshown: Known = {
    idea,
    team,
    author,
    place: "unshown",
    deeds: [],
    ...(kind ? { kind } : {}),
    ...(showsName ? { showsName } : {}),
  };
  const before = known.deeds.filter(({ at }) => at <= instant);
  const isShown = shownAt !== undefined && shownAt <= instant;
  const first: Known = isShown ? { ...unshown, place: "open", shownAt, number: number ?? 0 } : unshown;
  return before.reduce((one, deed) => ({ ...after(one, deed), deeds: [...one.deeds, deed] }), first);
};

/** The days on the calendar of Stockholm, in winter, from one instant to another. */
export const daysFrom = (from: number, to: number): number => {
  const date = (at: number) => Math.floor((at + 3_600_000) / day);
  return date(to) - date(from);
};
