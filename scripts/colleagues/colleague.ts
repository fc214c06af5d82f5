import type { Verb } from "../../src/domain/action/index.ts";
import { en } from "../../src/language/en/index.ts";
import type { Person } from "../playground.ts";
import type { Post } from "./between.ts";
import { asksFor, type Button, buttonOf, buttonsOf, dataOf, ideasOn, type Plain, type ShownIdea, textOf } from "./card.ts";
import type { Hands } from "./hands.ts";
import { buttons, type Character, type End, type Scene, theirIdeas, words } from "./story.ts";

export type Colleague = Character & {
  readonly person: Person;
  readonly chat: string;
  /** Cards that they have not dealt with yet, oldest first. */
  readonly inbox: Post[];
  /** Rounds in which they were asked. */
  readonly rounds: Set<string>;
  /** Numbers of the ideas that they have joined. */
  readonly joined: Set<string>;
  /** Ideas whose check-ins they have answered, each with the instants of those check-ins. */
  readonly checked: Map<string, Set<unknown>>;
  /** Ideas that they have said thanks for. */
  readonly thanked: Set<unknown>;
};

/** A turn of the colleagues: their hands, and the names of everybody in the team. */
export type Moment = { readonly hands: Hands; readonly names: readonly string[] };

export const newColleague = (person: Person, character: Character, chat: string): Colleague => ({
  ...character,
  person,
  chat,
  inbox: [],
  rounds: new Set(),
  joined: new Set(),
  checked: new Map(),
  thanked: new Set(),
});

/** Deals with a card in a colleague's chat, if it asks something. @returns whether the card was the question and the colleague answered it */
export const dealWith = async (who: Colleague, post: Post, { hands }: Moment): Promise<boolean> => {
  const button = (name: keyof typeof buttons) => buttonOf(post.card, buttons[name]);
  const [form, nothing, decline, accept] = [button("send"), button("nothing"), button("decline"), button("accept") ?? button("plan")];
  await workOn(who, post, hands);
  if (form && nothing) return answer(who, post, { form, nothing }, hands);
  if (decline && who.declines !== undefined) await hands.press(who.person, post, decline, { reason: who.declines });
  // The card proposes a date.
  else if (accept) await hands.press(who.person, post, accept, { test: who.test });
  return false;
};

/** Does what an owner's card asks for: a form, each idea of a check-in, or *Started* in *My actions*. */
const workOn = async (who: Colleague, post: Post, hands: Hands): Promise<void> => {
  const { test, end } = who;
  if (!end) return;
  const press = (button: Button | undefined, typed?: Plain) => button && hands.press(who.person, post, button, typed);
  const { start, onTrack, adopt, stop } = buttons;
  if (asksFor(post.card, "test")) return press(buttonOf(post.card, start), { test });
  if (asksFor(post.card, "lesson")) return press(buttonOf(post.card, stop), "lesson" in end ? end : {});
  if (asksFor(post.card, "result")) return press(buttonOf(post.card, adopt), "result" in end ? end : {});
  const isCheckIn = textOf(post.card).includes(en.checkIn.title);
  const works = isCheckIn ? [start, onTrack] : textOf(post.card).includes(en.actions.title) ? [start] : [];
  const found = buttonsOf(post.card).filter(({ verb }) => works.some((one) => one === verb));
  for (const button of found) await press(button.verb === onTrack ? nextPress(who, post.card, button, end) : button);
};

/** The button by which an owner answers a check-in about an idea that is tested: *On track* at first, then the one that leads to its end. */
const nextPress = ({ checked, checkIns = 0 }: Colleague, card: Plain, onTrack: Button, end: End): Button | undefined => {
  const { idea, since } = dataOf(onTrack.action);
  const instants = checked.get(String(idea)) ?? new Set();
  if (instants.has(since)) return undefined;
  checked.set(String(idea), instants.add(since));
  if (instants.size <= checkIns) return onTrack;
  const wanted: readonly Verb[] = "lesson" in end ? [buttons.stop] : [buttons.testDone, buttons.check];
  return buttonsOf(card).find(({ verb, action }) => wanted.some((one) => one === verb) && dataOf(action).idea === idea);
};

/** Asks for the ideas that the colleague owns: those that were there before the demo was started again, too. */
export const lookAtActions = async (who: Colleague, { hands }: Moment): Promise<void> => {
  if (who.end) await hands.look(who.person, words.myActions);
};

/** Says thanks for what a digest shows as finished or stopped. */
export const thank = async (who: Colleague, post: Post, { hands }: Moment): Promise<void> => {
  for (const button of buttonsOf(post.card)) {
    const { idea } = dataOf(button.action);
    if (button.verb !== buttons.thank || who.thanked.has(idea)) continue;
    who.thanked.add(idea);
    await hands.press(who.person, post, button);
  }
};

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
  await hands.look(who.person, words.myIdeas);
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
export const play = async (who: Colleague, scene: Scene, post: Post, { hands, names }: Moment): Promise<boolean> => {
  const free = ideasOn(post.card, names).filter(({ isFree }) => isFree);
  const [newcomers, theirs] = [free.filter(isNewcomers), free.filter((idea) => !isNewcomers(idea))];
  const idea = scene.which === "the newcomer's" ? newcomers.at(0) : theirs.find(({ title }) => !who.ideas.includes(title));
  if (!idea || (scene.which === "a colleague's" && theirs.length < 2)) return false;
  const said = scene.asks === undefined ? `${words.take} #${idea.number}` : `${words.ask} #${idea.number} ${scene.asks}`;
  await hands.write(who.person, said);
  return true;
};
