import { Temporal } from "temporal-polyfill";
import type { Language } from "../../src/domain/language.ts";
import type { Filled } from "../world/cards.ts";
import { line } from "../world/words.ts";
import { openPlay } from "./journey-play.ts";
import { openPromises } from "./journey-promises.ts";
import { type Facts, wallOf } from "./journey-record.ts";
import { readyTestOn } from "./journey-words.ts";
import type { JourneyWorld } from "./journey-world.ts";

/** People of North clinic and of the improvement office. Half of them have a client of today (Execute), half an older one (Submit). */
export const clinic = ["Sara", "Omar", "Pia", "Jonas", "Maja", "Erik", "Lena", "Olav", "Ines", "Tove"] as const;
export const office = ["Karl", "Siri"] as const;
export type Name = (typeof clinic)[number] | (typeof office)[number];

const locales: Readonly<Record<Language, string>> = {
  en: "en-US",
  sv: "sv-SE",
  nb: "nb-NO",
  nn: "nn-NO",
  da: "da-DK",
  fi: "fi-FI",
  "sv-FI": "sv-FI",
};
export const people: Readonly<Record<Name, { readonly name: string; readonly language: Language; readonly as: "execute" | "submit" }>> = {
  Sara: { name: "Sara Lind", language: "en", as: "execute" },
  Omar: { name: "Omar Haddad", language: "en", as: "submit" },
  Pia: { name: "Pia Berg", language: "sv", as: "execute" },
  Jonas: { name: "Jonas Ek", language: "sv", as: "submit" },
  Maja: { name: "Maja Nord", language: "nb", as: "execute" },
  Erik: { name: "Erik Dahl", language: "nb", as: "submit" },
  Lena: { name: "Lena Holm", language: "en", as: "execute" },
  Olav: { name: "Olav Moe", language: "nb", as: "submit" },
  Ines: { name: "Ines Costa", language: "en", as: "execute" },
  Tove: { name: "Tove Lund", language: "sv", as: "submit" },
  Karl: { name: "Karl Brandt", language: "en", as: "execute" },
  Siri: { name: "Siri Vik", language: "nb", as: "submit" },
};

/** Ideas, by the name that the script has for them. */
export const ideas = {
  cases: "I type every case number three times",
  gloves: "Gloves run out before the weekend",
  portal: "The lab portal is down every Friday",
  printer: "The badge printer queue is full on Mondays",
  keys: "Nobody knows who has the key to the store",
  phones: "The phones ring in the wrong room",
  forms: "The travel form asks for the address twice",
  lamps: "The lamp in the corridor flickers",
  bins: "The bins are emptied in the middle of the ward round",
  lift: "The lift stops between two floors",
  handover: "Handing over at the bedside",
  cups: "There are never cups on the third floor",
} as const;

/** These two write and never step forward: nobody else may read their names. */
export const hidden: Facts["hidden"] = { Omar: ["Omar", "Haddad"], Pia: ["Pia ", "Berg"] };

export const General = "General";
export const Office = "Coordinators";

/** Sets the scene: two teams, and Gnist in the first of them, on a Monday at 09:00. */
export const openScript = async (world: JourneyWorld) => {
  const { stub } = world;
  const team = (name: string, members: readonly Name[], channels: readonly string[] = []) =>
    stub.addTeam({
      name,
      channels,
      members: members.map((key) => ({ key, name: people[key].name, locale: locales[people[key].language] })),
    });
  const north = team("North clinic", clinic);
  const improvement = team("Improvement office", office, [Office]);
  const monday = wallOf(world.now()).startOfDay();
  const firstRound = monday.add({ days: 3, hours: 13 });
  const players = Object.entries(people).map(([name, { language }]) => ({ name, language }));
  const promises = openPromises("North clinic / General", players, firstRound);
  const play = openPlay(world, () => promises, new Map(Object.entries(people)));

  /** A day of a round: 0 is the Thursday of its question. */
  const at = (round: number, day: number, time: string): Temporal.ZonedDateTime =>
    firstRound.add({ days: 7 * round + day }).withPlainTime(Temporal.PlainTime.from(time));
  return { world, play, promises, north, improvement, at };
};

export type Script = Awaited<ReturnType<typeof openScript>>;

/** Deeds of people, each with what it promises to others. */
export const deedsOf = ({ world, play, promises }: Script) => {
  const now = () => world.now();
  const number = (title: string) => play.numberOf(General, title);
  return {
    /** Answers the question with an idea. */
    sends: async (name: Name, title: string): Promise<void> => {
      await play.presses(name, "Send", { inputs: { [line]: title } });
      promises.writes(name, title, now(), true);
    },
    types: async (name: Name, title: string): Promise<void> => {
      await play.writes(name, `idea ${title}`);
      promises.writes(name, title, now(), false);
    },
    /** Writes down an idea for a colleague, of which nobody is kept as the author. */
    typesForColleague: async (name: Name, title: string): Promise<void> => {
      await play.writes(name, `idea for a colleague: ${title}`);
      promises.writes("", title, now(), false);
    },
    nothing: async (name: Name): Promise<void> => {
      await play.presses(name, "Nothing this week");
      promises.answers(name, now());
    },
    tomorrow: async (name: Name): Promise<void> => {
      await play.presses(name, "Ask me tomorrow");
      promises.waits(name, now());
    },
    meToo: async (name: Name, title: string): Promise<void> => {
      await play.presses(name, "Me too", { in: General, on: title });
      promises.voices(name, title);
    },
    takes: async (name: Name, title: string): Promise<void> => {
      await play.fills(name, "Take or ask", { in: General, on: title, next: "I'll take it" });
      promises.takes(name, title, now());
    },
    takesByWord: async (name: Name, title: string): Promise<void> => {
      await play.writes(name, `take ${number(title)}`);
      promises.takes(name, title, now());
    },
    asks: async (name: Name, title: string, person: Name): Promise<void> => {
      await play.writes(name, `ask ${number(title)} ${people[person].name}`);
      promises.asks(person, title, now());
    },
    refuses: async (name: Name, title: string, reason: string): Promise<void> => {
      await play.presses(name, "Not me", { on: title, inputs: { Reason: reason } });
      promises.refuses(title, reason, now());
    },
    accepts: async (name: Name, title: string, test: string, date: Temporal.ZonedDateTime): Promise<void> => {
      await play.presses(name, "I'll take it", { on: title, inputs: { "Smallest test": test, Date: date.toPlainDate().toString() } });
      promises.takes(name, title, now(), true);
    },
    plans: async (name: Name, title: string, test: string, date: Temporal.ZonedDateTime): Promise<void> => {
      await play.presses(name, "Save", { on: title, inputs: { "Smallest test": test, Date: date.toPlainDate().toString() } });
      promises.signs(title, now());
    },
    /** Plans with one press on the first ready test that the card offers. */
    plansReady: async (name: Name, title: string): Promise<void> => {
      const test = readyTestOn(people[name].language, play.reads(name, title));
      await play.presses(name, "Use this", { on: test });
      promises.plansReady(title, test, now());
    },
    /** Tries something that is worth doing more of. */
    tries: async (name: Name, title: string): Promise<void> => {
      await play.presses(name, "Try it", { in: General, on: title });
      promises.takes(name, title, now());
    },
    /** A lead marks a quick win in the draft, in two presses. */
    marksQuick: async (name: Name, title: string): Promise<void> => {
      await play.presses(name, "Small effort", { on: title });
      await play.presses(name, "Much", { on: title });
      promises.digestSays("Quick wins", "Small effort, much effect");
    },
    /** A lead asks the author of an idea in the draft, without learning who that is. @param author as the script knows them */
    asksAuthor: async (name: Name, title: string, author: Name, question: string): Promise<void> => {
      await play.presses(name, "Change", { on: title });
      await play.presses(name, "Ask the author");
      await play.presses(name, "Send", { on: "Ask the author", inputs: { Question: question } });
      promises.onWorkingDay(author, "a question to the author", now(), { says: [title, question], has: ["Answer hidden"] });
    },
    /** The author answers without a name: only the leads hear it. */
    answersHidden: async (author: Name, title: string, answer: string, leads: readonly Name[]): Promise<void> => {
      await play.presses(author, "Answer hidden", { on: title, inputs: { Answer: answer } });
      for (const lead of leads)
        promises.onWorkingDay(lead, "an answer of the author", now(), { says: ["The author answered", title, answer] });
    },
    choosesTime: async (name: Name, weekday: "Wednesday" | "Friday", time: string): Promise<void> => {
      await play.writes(name, "my settings");
      await play.presses(name, "Save", { inputs: { "My day": weekday, "My time": time } });
      promises.choosesTime(name, { day: weekday === "Wednesday" ? 3 : 5, time, at: now() });
    },
    number,
    /** An owner presses a button of theirs that makes a step, from the list of what they own. */
    owner: async (
      name: Name,
      title: string,
      press: "Started" | "Test done" | "Adopt" | "Adjust and test again" | "Stop" | "Stop and share the lesson",
      { says = [], inputs, next }: { readonly says?: readonly string[]; readonly inputs?: Filled; readonly next?: readonly string[] } = {},
    ): Promise<void> => {
      await play.writes(name, "my actions");
      await play.completes(name, press, { on: title, ...(inputs ? { inputs } : {}), ...(next ? { next } : {}) });
      const stages = {
        Started: "testing",
        "Test done": "checking",
        Adopt: "adopted",
        "Adjust and test again": "planned",
        Stop: "stopped",
        "Stop and share the lesson": "stopped",
      } as const;
      promises.steps(name, title, stages[press], now(), ...says);
    },
    /** On the card of the check-in, with the number that it asks for. */
    onTrack: async (name: Name, title: string, numbers?: Filled): Promise<void> => {
      await play.presses(name, "On track", { on: title, ...(numbers ? { inputs: numbers } : {}) });
      promises.signs(title, now());
    },
    /** An owner asks twice why it happens. */
    asksWhy: async (name: Name, title: string, first: string, second: string): Promise<void> => {
      await play.writes(name, number(title));
      await play.presses(name, "Why does this happen?", { on: title });
      await play.presses(name, "Save", { on: title, inputs: { "What is the cause?": first } });
      await play.presses(name, "Save", { on: first, inputs: { "And why is that?": second } });
      promises.signs(title, now());
    },
    /** An owner names something to count, and its number now. */
    counts: async (name: Name, title: string, label: string, present: string): Promise<void> => {
      await play.writes(name, number(title));
      await play.presses(name, "Count something", { on: title });
      await play.presses(name, "Save", { on: title, inputs: { "What do you count?": label, "Number now": present } });
      promises.signs(title, now());
    },
    givesBack: async (name: Name, title: string, reason: string): Promise<void> => {
      await play.writes(name, "my actions");
      await play.completes(name, "Give it back", { on: title, inputs: { Reason: reason } });
      promises.frees(name, title, now(), reason);
    },
    thanks: async (name: Name, title: string): Promise<void> => {
      await play.presses(name, "Thanks", { in: General, on: title });
    },
    /** A lead passes an idea on; it comes to the coordinators' channel. */
    passesOn: async (name: Name, title: string, reason: string): Promise<void> => {
      await play.goesOn(name, "Take or ask", "Pass on", { in: General, on: title, inputs: { Reason: reason } });
      promises.steps(name, title, "passed-on", now(), reason);
      promises.onWorkingDay(`Improvement office / ${Office}`, "an idea passed on", now(), {
        says: [title, reason],
        has: ["Take it", "Answer", "Send back"],
      });
    },
    coordinates: async (name: Name, title: string, press: "Take it" | "Answer", inputs: Filled, says: readonly string[]): Promise<void> => {
      await play.completes(name, press, { in: Office, on: title, inputs });
      promises.steps(name, title, press === "Answer" ? "adopted" : "passed-on", now(), ...says);
    },
  };
};
