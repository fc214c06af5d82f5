import { render } from "../../cards/index.ts";
import type { IdeaId } from "../../src/domain/idea.ts";
import type { IdeaForm, Message } from "../../src/domain/message.ts";
import type { TeamId } from "../../src/domain/team.ts";
import { readIdea } from "../../src/store/ideas.ts";
import type { Taken } from "./connector.ts";
import { hour, minute, second, type World, type WorldPerson } from "./world.ts";

/** How people take to a question. Shares of those who got it. */
export type Habits = {
  readonly answer: number;
  /** Of the answers: nothing this week, ask me tomorrow; the rest are ideas. */
  readonly nothing: number;
  readonly tomorrow: number;
  /** How long they take, on average (ms). */
  readonly withinMs: number;
  /** Of the presses: Teams delivers it again, with the same id after 15 s and with new ones after 30 s. */
  readonly deliveredAgain: number;
  /** Of the ideas: another text is sent on a second device at the same instant. */
  readonly twoDevices: number;
  /** Of the members: who presses *Me too* on a digest. */
  readonly meToo: number;
};

export const quiet: Habits = { answer: 0, nothing: 0, tomorrow: 0, withinMs: hour, deliveredAgain: 0, twoDevices: 0, meToo: 0 };
export const lively: Habits = {
  answer: 0.5,
  nothing: 0.3,
  tomorrow: 0.08,
  withinMs: 10 * hour,
  deliveredAgain: 0.1,
  twoDevices: 0.05,
  meToo: 0.02,
};

/** A receipt as it was shown. */
export type Shown = { readonly at: number; readonly person: string; readonly form: string; readonly team: TeamId; readonly idea: IdeaId };

const friction = (person: WorldPerson, at: number) => `Something is slow for ${person.name}, seen at ${at}`;

/** What a button of a card sends. */
const sentBy = (card: unknown, verb: string): object | undefined => {
  if (typeof card !== "object" || card === null) return undefined;
  if ("verb" in card && card.verb === verb && "data" in card && typeof card.data === "object" && card.data !== null) return card.data;
  for (const part of Object.values(card)) {
    const found = sentBy(part, verb);
    if (found) return found;
  }
  return undefined;
};

export type People = ReturnType<typeof openPeople>;

/** People who read their chat and press buttons on the cards as they are really drawn. */
export const openPeople = (world: World, habits: Habits) => {
  const { time, random, connector, store } = world;
  const shown: Shown[] = [];
  /** Answers that were said not to be saved: how long each took to come, ms. */
  const refusedAfter: number[] = [];
  const answered = new Set<string>();
  const byTeamsId = new Map(world.people.map((person) => [person.teamsId, person]));
  /** Nobody presses anything before this instant, so that a check finds nothing half done. */
  let restUntil = 0;

  const hear = (person: WorldPerson, form: string, message: Message | undefined, askedAt: number, again: () => void): void => {
    if (message?.say === "receipt") {
      shown.push({ at: time.now(), person: person.id, form, team: message.team.id, idea: message.idea });
      // What is shown as saved is in the store at that very moment.
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

  /** What a button sends: read off the card as it is really drawn, or, since that takes its time, off one that was drawn before. */
  const drawn = new Map<string, object>();
  const buttonOf = (form: IdeaForm, verb: string): object | undefined => {
    const kind = `${form.why} ${form.team.id} ${form.round} ${verb}`;
    const before = drawn.get(kind);
    if (before) return "secret" in before ? { ...before, secret: form.secret } : before;
    const button = sentBy(render(form, "en").card, verb);
    if (button) drawn.set(kind, button);
    else world.wrong.push(`the card of ${form.why} has no button ${verb}`);
    return button;
  };

  const writeIdea = (person: WorldPerson, form: IdeaForm): void => {
    const button = buttonOf(form, "submit-idea");
    if (!button) return;
    // Where a card offers teams, one is always chosen.
    const choice = () => (form.teams ? { forTeam: random.happens(0.3) ? random.pick(form.teams).id : form.team.id } : {});
    press(person, { ...button, ...choice(), friction: friction(person, time.now()) }, form.secret ?? "");
    if (random.happens(habits.twoDevices))
      press(person, { ...button, ...choice(), friction: `${friction(person, time.now())}, on the phone` }, form.secret ?? "");
  };

  const answer = (person: WorldPerson, form: IdeaForm): void => {
    if (time.now() < restUntil) {
      time.at(restUntil + random.between(minute, hour), "", () => answer(person, form));
      return;
    }
    if (answered.has(form.secret ?? "")) return;
    const how = random.fraction();
    const verb = how < habits.nothing ? "answer-nothing" : how < habits.nothing + habits.tomorrow ? "ask-later" : "submit-idea";
    if (verb !== "ask-later") answered.add(form.secret ?? "");
    if (verb === "submit-idea") {
      writeIdea(person, form);
      return;
    }
    const button = buttonOf(form, verb);
    if (button) press(person, button, form.secret ?? "");
  };

  const meToo = ({ message, conversation }: Taken): void => {
    if (message.say !== "digest") return;
    const team = world.teams.find(({ teamsId }) => teamsId === conversation);
    const button = sentBy(render(message, "en").card, "add-voice");
    if (!team || !button) return;
    for (const person of team.members as WorldPerson[])
      if (!person.isGuest && random.happens(habits.meToo))
        time.after(random.between(second, 10 * minute), "", () => world.press(person, button, undefined, world.channel(team)));
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

  return {
    shown: shown as readonly Shown[],
    refusedAfter: refusedAfter as readonly number[],
    answerNow: answer,
    writeNow: writeIdea,
    rest(untilMs: number): void {
      restUntil = untilMs;
    },
  };
};
