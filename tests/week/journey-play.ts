import type { Temporal } from "temporal-polyfill";
import type { Language } from "../../src/domain/language.ts";
import type { Outcome } from "../teams-stub/people.ts";
import type { Filled } from "../world/cards.ts";
import type { Promises } from "./journey-promises.ts";
import { type Got, gotOf } from "./journey-record.ts";
import { inLanguage } from "./journey-words.ts";
import type { JourneyWorld } from "./journey-world.ts";

type How = {
  readonly on?: string;
  /** A channel; without it the person's own chat. */
  readonly in?: string;
  readonly inputs?: Filled;
};

/** A form that a press shows: the button that sends it, and what is filled in. */
type Form = How & { readonly next: string };

/** People of the script at their screens: they press English titles, which each finds in their own language, and every message is kept. */
export const openPlay = (
  world: JourneyWorld,
  promises: () => Promises,
  people: ReadonlyMap<string, { readonly language: Language; readonly as: "execute" | "submit" }>,
) => {
  const { stub } = world;
  const answers = new Set<number>();

  const playerOf = (name: string) => {
    const found = people.get(name);
    if (!found) throw new Error(`The script has no ${name}.`);
    return found;
  };

  /** All ways to say a form's labels and values in a language. */
  const filledIn = (language: Language, inputs: Filled = {}): Filled =>
    Object.fromEntries(
      Object.entries(inputs).map(([label, value]) => [
        inLanguage(language, label)[0] ?? label,
        typeof value === "string" ? (inLanguage(language, value)[0] ?? value) : value,
      ]),
    );

  const act = async (name: string, channel: string | undefined, does: () => Promise<Outcome>): Promise<Outcome> => {
    const from = stub.ledger.length;
    promises().sees(name);
    const outcome = await does();
    if (outcome.failed) throw new Error(`${name} sees a fault: ${outcome.failed}\n${stub.dump()}`);
    if (outcome.refused) throw new Error(`${name}'s form is not sent: ${outcome.refused.join(" ")}`);
    for (const entry of stub.ledger.slice(from)) {
      const isOwn = entry.person
        ? entry.person.key === name
        : channel !== undefined && entry.place.kind === "channel" && entry.place.channel.name === channel;
      if (isOwn) answers.add(entry.n);
    }
    return outcome;
  };

  /** Does it with a title in the language that the card is in: the person's own, or the channel's. */
  const inTheirWords = async (
    name: string,
    title: string,
    inputs: Filled | undefined,
    does: (said: string, inputs: Filled) => Promise<Outcome>,
  ) => {
    const faults: string[] = [];
    for (const tongue of new Set<Language>([playerOf(name).language, "en"]))
      for (const said of inLanguage(tongue, title))
        try {
          return await does(said, filledIn(tongue, inputs));
        } catch (fault) {
          if (!/sees no button|There is no input/.test(String(fault))) throw fault;
          faults.push(String(fault).split("\n")[0] ?? "");
        }
    throw new Error(`${faults.join("\n")}\n${stub.dump()}`);
  };

  const presses = (name: string, title: string, { inputs, ...how }: How = {}): Promise<Outcome> =>
    inTheirWords(name, title, inputs, async (said, filled) => {
      const press = () => act(name, how.in, () => stub.person(name).presses(said, { ...how, as: playerOf(name).as, inputs: filled }));
      const outcome = await press();
      // A press that only shows more of the card sends nothing; the button that then stands there has the same title.
      return outcome.activity || !inputs ? outcome : press();
    });

  return {
    presses,
    writes: (name: string, text: string, channel?: string): Promise<Outcome> =>
      act(name, channel, () => stub.person(name).writes(text, channel === undefined ? {} : { in: channel })),
    /** A press that shows a form, in a dialog, in the card's place or as a new message; it is filled in and sent. */
    fills: async (name: string, title: string, { next, inputs, ...how }: Form): Promise<Outcome> => {
      const { dialog } = await presses(name, title, how);
      if (!dialog) return presses(name, next, { ...how, ...(inputs ? { inputs } : {}) });
      return inTheirWords(name, next, inputs, (said, filled) => act(name, how.in, () => dialog.presses(said, { inputs: filled })));
    },
    /** Presses a title on the form of another, which shows a form of its own; that one is filled in and sent by the same title. */
    goesOn: async (name: string, from: string, title: string, { inputs, ...how }: How): Promise<Outcome> => {
      const opened = await presses(name, from, how);
      const press = ({ dialog }: Outcome, filled?: Filled): Promise<Outcome> =>
        dialog
          ? inTheirWords(name, title, filled, (said, values) => act(name, how.in, () => dialog.presses(said, { inputs: values })))
          : presses(name, title, { ...how, ...(filled ? { inputs: filled } : {}) });
      return press(await press(opened), inputs);
    },
    /** A press that needs facts: they are filled in beside the button, or on the form that the press shows. */
    completes: async (
      name: string,
      title: string,
      { next = [title], inputs, ...how }: How & { readonly next?: readonly string[] },
    ): Promise<Outcome> => {
      const found = (fault: unknown) => {
        if (!/sees no button|There is no input/.test(String(fault))) throw fault;
        return undefined;
      };
      const whole = { ...how, ...(inputs ? { inputs } : {}) };
      const atOnce = await presses(name, title, whole).catch(found);
      if (atOnce) return atOnce;
      const { dialog } = await presses(name, title, how);
      const faults: string[] = [];
      for (const one of next) {
        const sent = dialog
          ? inTheirWords(name, one, inputs, (said, filled) => act(name, how.in, () => dialog.presses(said, { inputs: filled })))
          : presses(name, one, whole);
        const outcome = await sent.catch((fault: unknown) => {
          faults.push(String(fault));
          return found(fault);
        });
        if (outcome) return outcome;
      }
      throw new Error(faults.join("\n"));
    },
    /** The words of the newest post in somebody's chat that has a title. */
    reads: (name: string, title: string): string =>
      stub
        .person(name)
        .sees()
        .findLast(({ words }) => words.includes(title))?.words ?? "",
    /** Time goes by. */
    go: async (to: Temporal.ZonedDateTime): Promise<void> => {
      await world.settle();
      const from = world.now();
      await world.go(to);
      promises().passes(from, to.epochMilliseconds);
    },
    /** The number of an idea in the digest. */
    numberOf: (channel: string, title: string): string => {
      const words = stub.ledger.findLast(({ place, words }) => place.kind === "channel" && words.includes(title))?.words ?? "";
      const number = new RegExp(`#(\\d+)\\s+${title.slice(0, 20)}`).exec(words)?.[1];
      if (!number) throw new Error(`"${title}" has no number in ${channel}: ${words}`);
      return `#${number}`;
    },
    record: (): readonly Got[] => stub.ledger.filter((entry) => entry.do === "post").map((entry) => gotOf(entry, answers.has(entry.n))),
  };
};
