/** The story of the demo's colleagues, in which two weeks of `next` show a newcomer what can happen to an idea. */
import type { Verb } from "../../src/domain/action/index.ts";
import { parseCommand } from "../../src/domain/commands.ts";
import { en } from "../../src/language/en/index.ts";
import { everyPhrase } from "../../src/language/index.ts";

/** Verbs by which the colleagues find buttons on a card. */
export const buttons = {
  send: "submit-idea",
  nothing: "answer-nothing",
  meToo: "add-voice",
  accept: "accept-idea",
  decline: "decline-idea",
  plan: "plan-idea",
  start: "start",
  onTrack: "on-track",
  testDone: "test-done",
  check: "show-checking",
  adopt: "adopt",
  stop: "stop-idea",
  thank: "thank",
} as const satisfies Record<string, Verb>;

/** Whether these words move the clock, in any language. */
export const movesClock = (text: string): boolean => parseCommand(text, everyPhrase)?.command === "next";

const { commands } = en;
/** Words that the colleagues write to Gnist. */
export const words = {
  myIdeas: commands["my-ideas"][0],
  meToo: commands["me-too"][0],
  take: commands.take[0],
  ask: commands.ask[0],
  myActions: commands["my-actions"][0],
};

export type Character = {
  /** They answer the question when it comes, after its reminder, or never. */
  readonly answers: "asked" | "reminded" | "never";
  /** Their ideas, one a week; after the last one nothing gets in their way. */
  readonly ideas: readonly string[];
  /** The weeks, from 1, in which nothing got in their way. */
  readonly rests: readonly number[];
  /** The idea that they join in a new digest: the newcomer's, or one with this title. */
  readonly joins?: string;
  /** Their reason, if they say no when they are asked to own an idea. */
  readonly declines?: string;
  /** As an owner: the smallest test, and how it ends. Without them the person owns nothing. */
  readonly test?: string;
  readonly end?: End;
  /** The number of check-ins about an idea to which they answer *On track* before its end. */
  readonly checkIns?: number;
};

/** Words of an owner at the end of a test: its result, or the lesson for which they stop. */
export type End = { readonly result: string; readonly minutes: string; readonly people: string } | { readonly lesson: string };

type Name = "Omar Haddad" | "Pia Holm" | "Jonas Berg" | "Maja Nilsen" | "Erik Dahl";

/** The people of `playground.yml`, without the newcomer. */
const characters: Readonly<Record<Name, Character>> = {
  "Omar Haddad": {
    answers: "asked",
    ideas: ["Nobody knows who orders gloves", "The door to the yard sticks when it rains", "Two lists for the same night shift"],
    rests: [2],
    joins: "the newcomer's",
    test: "Gloves on one list, for one week",
    end: { result: "One list by the door. Nobody has run out since.", minutes: "10", people: "4" },
  },
  "Pia Holm": {
    answers: "asked",
    ideas: ["The badge printer queue is full every Monday", "Forms come back because of one missing box"],
    rests: [1],
    joins: "the newcomer's",
    declines: "I am away until the middle of next month.",
    test: "Ask the printer's people for one quiet hour",
    end: { result: "Badges are printed on Fridays now.", minutes: "15", people: "6" },
  },
  "Jonas Berg": {
    answers: "reminded",
    ideas: ["The meeting room screens never find the cable", "Handover takes place in the corridor"],
    rests: [3],
    joins: "Nobody knows who orders gloves",
    test: "One room, for one week",
    checkIns: 1,
    end: { lesson: "It helped for two days. Then people took it along again: it has to be fixed to the wall." },
  },
  "Maja Nilsen": {
    answers: "asked",
    ideas: ["The blood pressure cuff is always in another room", "Phone calls come in the middle of the round"],
    rests: [1],
    test: "Two of us, on two mornings",
    end: { result: "Yes. We have it at hand now, and nobody does it twice.", minutes: "30", people: "6" },
  },
  "Erik Dahl": {
    answers: "never",
    ideas: [],
    rests: [],
    declines: "I work nights this month.",
  },
};

export const characterOf = (name: string): Character | undefined => new Map<string, Character>(Object.entries(characters)).get(name);

export const theirIdeas: ReadonlySet<string> = new Set(Object.values(characters).flatMap(({ ideas }) => ideas));

/** A scene between two digests: somebody takes an idea, or asks a colleague to own it. */
export type Scene = {
  /** Number of `next` between the digest and the scene. */
  readonly steps: number;
  /** Played after the first digest only. */
  readonly once?: boolean;
  readonly who: Name;
  readonly which: "the newcomer's" | "a colleague's";
  readonly asks?: Name;
};

export const plot: readonly Scene[] = [
  { steps: 0, who: "Maja Nilsen", which: "the newcomer's" },
  { steps: 2, once: true, who: "Omar Haddad", which: "a colleague's", asks: "Jonas Berg" },
];

const people = (n: number) => `${["No", "One", "Two", "Three", "Four", "Five"][n]} of your colleagues`;

/** A line about what the colleagues have just done, the first time with who they are; undefined if they have done nothing. */
export const lines = (did: { readonly answered: number; readonly joined: number; readonly isFirst: boolean }): string | undefined => {
  const said = [
    did.answered > 0 ? `${people(did.answered)} answered.` : "",
    did.joined > 0 ? `${people(did.joined)} pressed Me too.` : "",
    did.answered > 0 && did.isFirst ? "They are part of the demo and go on by themselves, each time you write next." : "",
  ].filter((part) => part !== "");
  return said.length > 0 ? `(${said.join(" ")})` : undefined;
};
