import type { IdeaId } from "../../src/domain/idea/idea.ts";
import type { TeamId } from "../../src/domain/ids.ts";
import type { IdeaForm } from "../../src/domain/message/ideas.ts";
import type { Message } from "../../src/domain/message/index.ts";
import { readIdea } from "../../src/store/idea.ts";
import type { Card, Filled } from "../world/cards.ts";
import { hour, minute, second } from "../world/moments.ts";
import { viewOf } from "../world/people.ts";
import { channelOf } from "../world/places.ts";
import { buttonsNamed, find, sentBy } from "../world/press.ts";
import { line } from "../world/words.ts";
import type { Taken } from "./connector.ts";
import { playCycle } from "./cycle.ts";
import type { World, WorldPerson } from "./world.ts";

/** People's reactions to a question, as shares of those who got it. */
export type Habits = {
  readonly answer: number;
  /** Shares of the answers that are *Nothing this week* and *Ask me tomorrow*; the rest are ideas. */
  readonly nothing: number;
  readonly tomorrow: number;
  /** How long they take, on average (ms). */
  readonly withinMs: number;
  /** Share of presses that Teams delivers again: with their id after 15 s, and with new ids after 30 s. */
  readonly deliveredAgain: number;
  /** Share of ideas for which a second device sends another text at the same instant. */
  readonly twoDevices: number;
  /** Share of the members who press *Me too* on a digest. */
  readonly meToo: number;
  /** Share of the messages about an owned idea, and of the digests, that somebody acts on (cycle.ts). */
  readonly cycle: number;
};

export const quiet: Habits = { answer: 0, nothing: 0, tomorrow: 0, withinMs: hour, deliveredAgain: 0, twoDevices: 0, meToo: 0, cycle: 0 };
export const lively: Habits = {
  answer: 0.5,
  nothing: 0.3,
  tomorrow: 0.08,
  withinMs: 10 * hour,
  deliveredAgain: 0.1,
  twoDevices: 0.05,
  meToo: 0.02,
  cycle: 0.5,
};

/** A receipt as it was shown. */
type Shown = { readonly at: number; readonly person: string; readonly form: string; readonly team: TeamId; readonly idea: IdeaId };

const friction = (person: WorldPerson, at: number) => `Something is slow for ${person.name}, seen at ${at}`;

export type People = ReturnType<typeof openPeople>;

/** People who read their chat and press buttons on the cards as they are really drawn. */
export const openPeople = (world: World, habits: Habits) => {
  const { time, random, connector, store } = world;
  const shown: Shown[] = [];
  /** Times (ms) that answers took which said "not saved". */
  const refusedAfter: number[] = [];
  const answered = new Set<string>();
  /** When somebody's voice was counted, by idea and person. */
  const voicedAt = new Map<string, number>();
  const byTeamsId = new Map(world.people.map((person) => [person.teamsId, person]));
  /** People press nothing before this instant, so that a check finds no press half done. */
  let restUntil = 0;

  const hear = (person: WorldPerson, form: string, message: Message | undefined, askedAt: number, again: () => void): void => {
    if (message?.say === "receipt") {
      shown.push({ at: time.now(), person: person.id, form, team: message.team.id, idea: message.idea });
      // An idea whose receipt is shown must be in the store at that instant.
      void readIdea(store.base, message.team.id, message.idea).then((stored) => {
        if (!stored) world.wrong.push(`a receipt of ${message.idea} was shown to ${person.teamsId}, and the idea is not stored`);
      });
    } else if (message?.say === "idea-form" && message.problem === "not-saved") {
      refusedAfter.push(time.now() - askedAt);
      time.after(random.between(2 * second, 2 * minute), "", again);
    }
  };

  const press = (person: WorldPerson, data: object, form: string): void => {
    const send = (more = 0) => {
      const at = time.now();
      world.press(person, data, (message) =>
        hear(person, form, message, at, () => {
          if (more < 20) send(more + 1);
        }),
      );
    };
    send();
    if (!random.happens(habits.deliveredAgain)) return;
    for (const ms of [15 * second, 30 * second, 31 * second]) time.after(ms, "", () => send());
  };

  /** Cache of drawn cards, one per kind, because drawing is slow. */
  const drawn = new Map<string, Card>();
  const cardOf = (form: IdeaForm): Card | undefined => {
    const kind = [form.why, form.team.id, form.round, form.mayWait, ...(form.teams ?? []).map(({ id }) => id)].join(" ");
    const card = drawn.get(kind) ?? viewOf(form, "en").card;
    if (card) drawn.set(kind, card);
    return card;
  };
  const sentOn = (form: IdeaForm, title: string, filled: Filled = {}): object => {
    const data = sentBy(find([form], cardOf, title, { who: "Somebody" }).button, filled);
    return "secret" in data ? { ...data, secret: form.secret } : data;
  };

  const writeIdea = (person: WorldPerson, form: IdeaForm): void => {
    // Where a card offers teams, one is always chosen.
    const choice = () => (form.teams ? { Team: random.happens(0.3) ? random.pick(form.teams).name : form.team.name } : {});
    const send = (text: string) => press(person, sentOn(form, "Send", { ...choice(), [line]: text }), form.secret ?? "");
    send(friction(person, time.now()));
    if (random.happens(habits.twoDevices)) send(`${friction(person, time.now())}, on the phone`);
  };

  const answer = (person: WorldPerson, form: IdeaForm): void => {
    if (time.now() < restUntil) {
      time.at(restUntil + random.between(minute, hour), "", () => answer(person, form));
      return;
    }
    if (answered.has(form.secret ?? "")) return;
    const how = random.fraction();
    const mayWait = form.mayWait === true && how < habits.nothing + habits.tomorrow;
    const title = how < habits.nothing ? "Nothing this week" : mayWait ? "Ask me tomorrow" : "Send";
    if (title !== "Ask me tomorrow") answered.add(form.secret ?? "");
    if (title === "Send") writeIdea(person, form);
    else press(person, sentOn(form, title), form.secret ?? "");
  };

  const meToo = ({ message, conversation }: Taken): void => {
    if (message.say !== "digest") return;
    const team = world.teams.find(({ teamsId }) => teamsId === conversation);
    const { card } = viewOf(message, "en");
    // Beside the first idea, where there is one.
    const [button] = card ? buttonsNamed(card, "Me too") : [];
    if (!team || !button) return;
    for (const person of team.members as WorldPerson[])
      if (!person.isGuest && random.happens(habits.meToo))
        time.after(random.between(second, 10 * minute), "", () => {
          const data = sentBy(button);
          world.press(person, data, (answer) => answer && voicedAt.set(`${data.idea} ${person.id}`, time.now()), channelOf(team));
        });
  };

  connector.whenTaken((taken) => {
    const { message, person } = taken;
    const reader = person === undefined ? undefined : byTeamsId.get(person);
    if (reader && message.say === "idea-form" && ["prompt", "reminder", "again"].includes(message.why) && random.happens(habits.answer)) {
      const afterMs = Math.min(-Math.log(1 - random.fraction()) * habits.withinMs, 120 * hour);
      time.after(2 * second + afterMs, "", () => answer(reader, message));
    }
    if (habits.meToo > 0) meToo(taken);
  });
  if (habits.cycle > 0) playCycle(world, habits.cycle, () => restUntil);

  return {
    shown: shown as readonly Shown[],
    refusedAfter: refusedAfter as readonly number[],
    voicedAt: voicedAt as ReadonlyMap<string, number>,
    answerNow: answer,
    writeNow: writeIdea,
    rest(untilMs: number): void {
      restUntil = untilMs;
    },
  };
};
