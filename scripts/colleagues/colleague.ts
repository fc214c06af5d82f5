import { en } from "../../src/language/en/index.ts";
import type { Person } from "../playground.ts";
import type { Post } from "./between.ts";
import { type Button, buttonOf, dataOf, ideasOn, type ShownIdea, textOf } from "./card.ts";
import type { Hands } from "./hands.ts";
import { buttons, type Character, type Scene, theirIdeas, words } from "./story.ts";

export type Colleague = Character & {
  readonly person: Person;
  readonly chat: string;
  /** Cards that they have not dealt with yet, oldest first. */
  readonly inbox: Post[];
  /** Rounds in which they were asked. */
  readonly rounds: Set<string>;
  /** Numbers of the ideas that they have joined. */
  readonly joined: Set<string>;
  /** Numbers of the ideas that they own, with the step of the clock at which they took them. */
  readonly owned: Map<string, number>;
};

/** A turn of the colleagues: their hands, the step of the clock, and the names of everybody in the team. */
export type Moment = { readonly hands: Hands; readonly step: number; readonly names: readonly string[] };

export const newColleague = (person: Person, character: Character, chat: string): Colleague => ({
  ...character,
  person,
  chat,
  inbox: [],
  rounds: new Set(),
  joined: new Set(),
  owned: new Map(),
});

/** Deals with a card in a colleague's chat, if it asks something. @returns whether the card was the question and the colleague answered it */
export const dealWith = async (who: Colleague, post: Post, { hands, step }: Moment): Promise<boolean> => {
  const button = (name: keyof typeof buttons) => buttonOf(post.card, buttons[name]);
  const [form, nothing, decline, accept] = [button("send"), button("nothing"), button("decline"), button("accept") ?? button("plan")];
  if (form && nothing) return answer(who, post, { form, nothing }, hands);
  if (decline && who.declines !== undefined) await hands.press(who.person, post, decline, { reason: who.declines });
  else if (accept) {
    // The card proposes a date.
    await hands.press(who.person, post, accept, { test: who.test });
    for (const { number } of ideasOn(post.card, [])) noteOwned(who, number, step);
  }
  return false;
};

const noteOwned = ({ owned }: Colleague, number: string, step: number) => owned.set(number, owned.get(number) ?? step);

type Question = { readonly form: Button; readonly nothing: Button };

const answer = async (who: Colleague, post: Post, { form, nothing }: Question, hands: Hands): Promise<boolean> => {
  who.rounds.add(String(dataOf(form.action).round));
  if (who.answers === "never" || (who.answers === "reminded" && !textOf(post.card).includes(en.form.reminder))) return false;
  const idea = who.rests.includes(who.rounds.size) ? undefined : await newIdea(who, hands);
  if (idea === undefined) await hands.press(who.person, post, nothing);
  else await hands.press(who.person, post, form, { friction: idea });
  return true;
};

/** One of the colleague's ideas that Gnist does not have yet. Gnist keeps ideas between two starts of the demo, so the colleague asks for `my ideas` first. */
const newIdea = async (who: Colleague, hands: Hands): Promise<string | undefined> => {
  await hands.write(who.person, words.myIdeas);
  return who.ideas.find((idea) => !who.inbox.some(({ card }) => textOf(card).includes(idea)));
};

const isNewcomers = ({ title }: ShownIdea) => !theirIdeas.has(title);

/** Joins an idea of a new digest. @returns whether it holds an idea that the colleague wants */
export const join = async (who: Colleague, post: Post, { hands, names }: Moment): Promise<boolean> => {
  const isWanted = (idea: ShownIdea) => (who.joins === "the newcomer's" ? isNewcomers(idea) : idea.title === who.joins);
  const idea = ideasOn(post.card, names).find((one) => isWanted(one) && !who.joined.has(one.number));
  if (!idea) return false;
  who.joined.add(idea.number);
  // A post has buttons for its top three ideas only; for another idea the colleague writes the words.
  const button = idea.buttons.find(({ verb }) => verb === buttons.meToo);
  if (button) await hands.press(who.person, post, button);
  else await hands.write(who.person, `${words.meToo} #${idea.number}`);
  return true;
};

/** Plays one scene of the plot, and always leaves one of the colleagues' ideas for the newcomer to take. @returns whether the scene could be played */
export const play = async (who: Colleague, scene: Scene, post: Post, { hands, names, step }: Moment): Promise<boolean> => {
  const free = ideasOn(post.card, names).filter(({ isFree }) => isFree);
  const [newcomers, theirs] = [free.filter(isNewcomers), free.filter((idea) => !isNewcomers(idea))];
  const idea = scene.which === "the newcomer's" ? newcomers.at(0) : theirs.find(({ title }) => !who.ideas.includes(title));
  if (!idea || (scene.which === "a colleague's" && theirs.length < 2)) return false;
  if (scene.asks === undefined) {
    await hands.write(who.person, `${words.take} #${idea.number}`);
    noteOwned(who, idea.number, step);
  } else await hands.write(who.person, `${words.ask} #${idea.number} ${scene.asks}`);
  return true;
};

/** Writes the result of each idea that the colleague has owned for two steps of the clock. */
export const finish = async (who: Colleague, { hands, step }: Moment): Promise<void> => {
  for (const [number, since] of who.owned) {
    if (step < since + 2) continue;
    who.owned.delete(number);
    await hands.write(who.person, `${words.done} #${number} ${who.result}`);
  }
};
