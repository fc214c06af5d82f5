import type { CommandName } from "../../src/domain/commands.ts";
import type { Language } from "../../src/domain/language.ts";
import type { Message } from "../../src/domain/message/index.ts";
import { wordsOf } from "../../src/language/index.ts";
import type { Filled } from "../world/cards.ts";
import { minute } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { startWorld } from "../world/world.ts";
import { texts } from "./texts.ts";

/** The members of the team; the first of them adds Gnist, and leads. */
export const members = ["Jonas Öberg", "Sara Lindqvist", "Omar Haddad", "Pia Berg", "Åse Nygård", "Leila Karimi", "Ingrid Dahl", "Mats Ek"];

/**
 * A team that speaks one language, in the world of tests/world. `see` gets every message that a person sees: answers, posts, and each new version of a
 * post.
 */
export const startJourney = async (language: Language, see: (message: Message) => void) => {
  const text = texts[language];
  const words = wordsOf(language);
  const world = await startWorld(members, 1, { language, team: text.team });

  const { channel } = world.ports;
  const { post, update } = channel;
  Object.assign(channel, {
    post: (...said: Parameters<typeof post>) => {
      see(said[1]);
      return post(...said);
    },
    update: (...said: Parameters<typeof update>) => {
      see(said[2]);
      return update(...said);
    },
  } satisfies Partial<typeof channel>);

  const watched = (person: Person) => {
    const watch = <Given extends readonly unknown[]>(act: (...given: Given) => Promise<Message>) => {
      return async (...given: Given): Promise<Message> => {
        const message = await act(...given);
        see(message);
        return message;
      };
    };
    const { press, presses, write, writes, save, saves, sendsByHand, answersFile } = person;
    const acts = {
      press: watch(press),
      presses: watch(presses),
      write: watch(write),
      writes: watch(writes),
      save: watch(save),
      saves: watch(saves),
      sendsByHand: watch(sendsByHand),
      answersFile: watch(answersFile),
    };
    return {
      ...person,
      ...acts,
      onAnotherDevice: () => watched(person.onAnotherDevice()),
      /** Writes a command in the words of their language. */
      says: (command: CommandName, rest = "", where: { readonly in?: string } = {}) =>
        acts.writes(`${words.commands[command][0]}${rest && ` ${rest}`}`, where),
      /** A lead changes one idea of their draft: the button that saves it, and what is filled in. */
      change: async (idea: string, title: string, filled: Filled) => {
        await acts.presses(words.buttons.change, { on: idea });
        return acts.presses(title, filled);
      },
      /** Sends an idea on the newest form, and maybe more of it. */
      answers: async (friction: string, more: Filled = {}) => {
        if (Object.keys(more).length > 0) await acts.presses(words.buttons.addDetails);
        return acts.presses(words.buttons.send, { [words.form.label]: friction, ...more });
      },
    };
  };
  const person = (name: string) => watched(world.person(name));
  const [jonas = "", sara = "", omar = "", pia = "", ase = "", leila = "", ingrid = "", mats = ""] = members;

  return {
    ...world,
    text,
    words,
    person,
    lead: person(jonas),
    sara: person(sara),
    omar: person(omar),
    pia: person(pia),
    ase: person(ase),
    leila: person(leila),
    ingrid: person(ingrid),
    mats: person(mats),
    /** A name for another team. */
    otherTeam: (at: number) => `${text.team.split(" ")[0]} ${at}`,
    /** Somebody meets Gnist in their own chat. */
    meets: async (name: string) => {
      const { who, chat } = world.person(name);
      const reply = await world.receive({ happened: "added-to-person", who, place: chat });
      if (reply) see(reply.message);
      await world.settle();
    },
    leaves: async (name: string) => {
      const { teamsId, entraId } = world.person(name);
      world.roster.splice(
        world.roster.findIndex((one) => one.name === name),
        1,
      );
      await world.receive({ happened: "team-changed", place: world.inChannel, left: [{ teamsId, entraId }] });
      await world.moveTo(world.now() + minute);
    },
  };
};

export type Journey = Awaited<ReturnType<typeof startJourney>>;
