import type { Message } from "../../src/domain/message/index.ts";
import { type Button, buttonsOf, type Card, type Filled, inputsOf } from "../world/cards.ts";
import { day, hour, minute, second } from "../world/moments.ts";
import { viewOf } from "../world/people.ts";
import { channelOf, chatWith } from "../world/places.ts";
import { sentBy } from "../world/press.ts";
import type { Taken } from "./connector.ts";
import type { World, WorldPerson } from "./world.ts";

/*
 * People who play an idea's way to its result: they take it, start, say how it goes, finish, adjust, stop, give back, pass on and answer, by the buttons of the
 * cards that they get.
 */

/** Buttons that people press, and how often each beside the others of its card. */
const presses: Readonly<Record<string, number>> = {
  "I'll take it": 5,
  "Not me": 1,
  Save: 3,
  Started: 6,
  "On track": 3,
  "Need help": 1,
  "Test done": 6,
  Adopt: 4,
  "Adjust and test again": 3,
  Stop: 1,
  "Stop and share the lesson": 2,
  "Give it back": 1,
  "Ask again": 2,
  "Pass on": 2,
  "Take it": 3,
  Answer: 3,
  "Send back": 1,
  Thanks: 1,
};

/** Messages to a person that they act on; no other card is drawn for this. */
const acted: ReadonlySet<string> = new Set([
  "owner-request",
  "owner-plan",
  "check-in",
  "quiet-idea",
  "needs-help",
  "owner-refused",
  "owner-left",
]);

/** Ideas that are told in a digest, of which one is taken. */
const takeOrAsk = "Take or ask";

const dateIn = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Fills in what shows, by label. A value that stands there already stays. */
const filledIn = (card: Card, now: number): Filled => {
  const filled: Record<string, string | number> = {};
  for (const { label, type, hidden, value, required, choices } of inputsOf(card)) {
    if (hidden || value) continue;
    const [first] = choices;
    if (type === "Input.ChoiceSet" && required && first) filled[label] = first.title;
    if (type === "Input.Date") filled[label] = dateIn(now + 14 * day);
    if (type === "Input.Text") filled[label] = `Because of what was seen at ${now}`;
    if (type === "Input.Number") filled[label] = 10;
  }
  return filled;
};

/** How many forms somebody fills in after one press. */
const mostForms = 2;

/** Lets people act on what they get. @param share of the messages and digests that somebody acts on. @param restUntil they press nothing before this instant */
export const playCycle = (world: World, share: number, restUntil: () => number): void => {
  const { time, random, connector } = world;
  const byTeamsId = new Map(world.people.map((person) => [person.teamsId, person]));

  const choose = (card: Card): Button | undefined => {
    const shown = buttonsOf(card).filter(({ hidden, title, type }) => !hidden && title in presses && type !== "Action.ToggleVisibility");
    const weighted = shown.flatMap((button) => Array.from({ length: presses[button.title] ?? 0 }, () => button));
    return weighted.length > 0 ? random.pick(weighted) : undefined;
  };

  /** Does something after a while, and not while people rest. */
  const soon = (leastMs: number, mostMs: number, does: () => void): void => {
    const later = () => {
      if (time.now() < restUntil()) soon(restUntil() - time.now(), restUntil() - time.now() + hour, does);
      else does();
    };
    time.after(random.between(leastMs, mostMs), "", later);
  };

  const press = (person: WorldPerson, button: Button, card: Card, where = chatWith(person), forms = 0): void =>
    world.press(
      person,
      sentBy(button, filledIn(card, time.now())),
      (answer) => {
        // A form takes its time.
        if (answer && forms < mostForms && /form|take-or-ask|owner-plan/.test(answer.say))
          soon(5 * second, 5 * minute, () => act(person, answer, where, forms + 1));
      },
      where,
    );

  const act = (person: WorldPerson, message: Message, where = chatWith(person), forms = 0): void => {
    const { card } = viewOf(message, "en");
    const button = card && choose(card);
    if (card && button) press(person, button, card, where, forms);
  };

  /** A member takes an idea from the digest. */
  const take = ({ message, conversation }: Taken): void => {
    const team = world.teams.find(({ teamsId }) => teamsId === conversation);
    const { card } = viewOf(message, "en");
    const buttons = card ? buttonsOf(card).filter(({ hidden, title }) => !hidden && title === takeOrAsk) : [];
    const members = (team?.members ?? []).filter(({ isGuest }) => !isGuest);
    if (!card || !team || buttons.length === 0 || members.length === 0) return;
    const person = byTeamsId.get(random.pick(members).teamsId);
    const button = random.pick(buttons);
    if (person) soon(minute, 20 * minute, () => press(person, button, card, channelOf(team)));
  };

  connector.whenTaken((taken) => {
    const { message, person } = taken;
    const reader = person === undefined ? undefined : byTeamsId.get(person);
    if (message.say === "digest" && random.happens(share)) take(taken);
    if (reader && acted.has(message.say) && random.happens(share)) soon(minute, 8 * hour, () => act(reader, message));
  });
};
