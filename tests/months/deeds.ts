import type { Message, Say } from "../../src/domain/message/index.ts";
import { inputsOf } from "../world/cards.ts";
import type { Person } from "../world/people.ts";
import { expectSay, type World } from "../world/world.ts";
import { type Known, type Ledger, openLedger } from "./ledger.ts";

/** A team of the play. `channel`: the id of its channel. */
export type PlayedTeam = { readonly name: string; readonly channel: string; readonly lead: string; readonly people: readonly string[] };

export const office = "Office";

export type Deeds = ReturnType<typeof openDeeds>;

/** Deeds of people: each goes through Gnist's doors, as people write and press, and stands in the ledger. */
export const openDeeds = (world: World) => {
  const ledger: Ledger = openLedger(world.now);
  const readPosts = new Map<string, number>();
  const readQuestions = new Set<string>();

  const numberOf = ({ number, idea }: Known): number => {
    if (!number) throw new Error(`no digest has shown "${idea}"`);
    return number;
  };
  const writes = async <S extends Say>(who: Person, words: string, says: S) => expectSay(await who.writes(words), says);

  return {
    world,
    ledger,
    /** Everybody reads their chat: a question that came is noted. */
    readChats: (team: PlayedTeam): void => {
      for (const name of team.people) {
        const { chatId } = world.person(name);
        const newest = world.posted.findLast(({ to, message }) => to === chatId && message.say === "idea-form");
        if (newest === undefined || readQuestions.has(newest.messageId)) continue;
        readQuestions.add(newest.messageId);
        ledger.note({ team: team.name, who: name, did: "asked" });
      }
    },
    /** Somebody reads the channel: ideas that a digest shows for the first time get their numbers in the ledger. @param at the instant of the post (ms) */
    readChannel: (team: PlayedTeam, at: number): void => {
      const posts = world.posted.filter(({ to }) => to === team.channel);
      for (const { message } of posts.slice(readPosts.get(team.name) ?? 0)) {
        if (message.say !== "digest") continue;
        const { quick, top, alsoNew, worth, open, moreNew, moreWorth } = message.digest;
        if (moreNew + moreWorth > 0) throw new Error("a digest of the play shows more than fits");
        for (const { number, title } of [...quick, ...top, ...alsoNew.flatMap(({ ideas }) => ideas), ...worth, ...open]) {
          const known = ledger.idea(title);
          if (number !== undefined && known?.shownAt === undefined)
            ledger.note({ team: team.name, who: "", did: "shown", idea: title, number, at });
        }
      }
      readPosts.set(team.name, posts.length);
    },

    wrote: async (team: PlayedTeam, who: Person, idea: string, more: Pick<Parameters<Ledger["note"]>[0], "kind" | "showsName"> = {}) => {
      const kinds = { tools: "Tools and IT", information: "Information" };
      if (more.kind || more.showsName) await who.presses("Add details");
      const filled = {
        ...(more.kind ? { "What it is about": kinds[more.kind] } : {}),
        ...(more.showsName ? { "Show my name": "true" } : {}),
      };
      expectSay(await who.answers(idea, filled), "receipt");
      ledger.note({ team: team.name, who: who.name, did: "wrote", idea, ...more });
    },
    nothing: async (team: PlayedTeam, who: Person) => {
      await who.presses("Nothing this week");
      ledger.note({ team: team.name, who: who.name, did: "nothing" });
    },
    withdrew: async (known: Known, who: Person) => {
      expectSay(await who.presses("Withdraw", { on: known.idea }), "withdrawn");
      ledger.note({ team: known.team, who: who.name, did: "withdrew", idea: known.idea });
    },
    heldBack: async (known: Known, lead: Person, said: string) => {
      const { idea, team } = known;
      await lead.writes("draft");
      const { card = {} } = lead.sees().at(-1) ?? {};
      const choice = "Which idea?";
      // A full draft has one button for all ideas, beside a choice of them.
      const isChosen = inputsOf(card).some(({ label }) => label === choice);
      await lead.presses("Change", isChosen ? { on: choice, [choice]: idea } : { on: idea });
      const { held = [] } = expectSay(await lead.presses("Hold back", { Reason: said }), "draft");
      if (!held.some(({ title }) => title === idea)) throw new Error(`"${idea}" was not held back`);
      ledger.note({ team, who: lead.name, did: "held back", idea, said });
    },
    joined: async (known: Known, who: Person) => {
      await who.writes(`me too #${numberOf(known)}`);
      ledger.note({ team: known.team, who: who.name, did: "joined a voice", idea: known.idea });
    },
    took: async (known: Known, who: Person) => {
      await writes(who, `take #${numberOf(known)}`, "owned");
      ledger.note({ team: known.team, who: who.name, did: "took", idea: known.idea });
    },
    gaveBack: async (known: Known, who: Person, said: string) => {
      await writes(who, `not me #${numberOf(known)} ${said}`, "given-back");
      ledger.note({ team: known.team, who: who.name, did: "gave back", idea: known.idea, said });
    },
    /** A person asks another to own an idea, who accepts, or says no with a reason. */
    asked: async (known: Known, by: Person, whom: Person, no?: string) => {
      await by.writes(`ask #${numberOf(known)} ${whom.name}`);
      const { team, idea } = known;
      ledger.note({ team, who: by.name, did: "asked an owner", idea, whom: whom.name });
      if (no === undefined) {
        await whom.presses("I'll take it", { on: idea });
        ledger.note({ team, who: whom.name, did: "took", idea });
        return;
      }
      await whom.presses("Not me", { on: idea });
      await whom.presses("Not me", { on: idea, Reason: no });
      ledger.note({ team, who: whom.name, did: "declined", idea, said: no });
    },
    started: async (known: Known, owner: Person, test: string) => {
      await owner.writes("my actions");
      await owner.presses("Started", { on: known.idea });
      await owner.presses("Started", { on: known.idea, "Smallest test": test });
      ledger.note({ team: known.team, who: owner.name, did: "started", idea: known.idea, test });
    },
    adopted: async (known: Known, owner: Person, said: string, saves?: { readonly minutes: number; readonly people?: number }) => {
      const { team, idea } = known;
      await writes(owner, `test done #${numberOf(known)}`, "checking");
      ledger.note({ team, who: owner.name, did: "tested", idea });
      const people: Readonly<Record<string, string>> = saves?.people === undefined ? {} : { "How many people": String(saves.people) };
      const filled = { "Did it help?": said, ...(saves ? { "Minutes a week, per person": String(saves.minutes) } : {}), ...people };
      expectSay(await owner.presses("Adopt", filled), "finished");
      ledger.note({ team, who: owner.name, did: "adopted", idea, said, ...(saves ? { saves } : {}) });
    },
    done: async (known: Known, owner: Person, said: string) => {
      await writes(owner, `done #${numberOf(known)} ${said}`, "finished");
      ledger.note({ team: known.team, who: owner.name, did: "adopted", idea: known.idea, said });
    },
    stopped: async (known: Known, owner: Person, said: string) => {
      await writes(owner, `stop #${numberOf(known)} ${said}`, "finished");
      ledger.note({ team: known.team, who: owner.name, did: "stopped", idea: known.idea, said });
    },
    reopened: async (known: Known, lead: Person, said: string) => {
      await lead.writes(`#${numberOf(known)}`);
      await lead.presses("Reopen", { on: known.idea });
      await lead.presses("Reopen", { on: known.idea, Reason: said });
      ledger.note({ team: known.team, who: lead.name, did: "reopened", idea: known.idea, said });
    },
    thanked: async (known: Known, who: Person) => {
      await who.writes(`thanks #${numberOf(known)}`);
      ledger.note({ team: known.team, who: who.name, did: "thanked", idea: known.idea });
    },
    /** A lead answers an idea that nobody owns: nothing is done about it. */
    answered: async (known: Known, lead: Person, said: string) => {
      await lead.writes(`#${numberOf(known)}`);
      await lead.presses("Answer", { on: known.idea });
      await lead.presses("Answer", { on: known.idea, "Your answer": "Not now", Reason: said });
      ledger.note({ team: known.team, who: lead.name, did: "answered", idea: known.idea, said });
    },
    passedOn: async (known: Known, lead: Person, said: string) => {
      await lead.writes(`#${numberOf(known)}`);
      await lead.presses("Pass on", { on: known.idea });
      await lead.presses("Pass on", { on: known.idea, Reason: said });
      ledger.note({ team: known.team, who: lead.name, did: "passed on", idea: known.idea, said });
    },
    sentBack: async (known: Known, coordinator: Person, said: string) => {
      await coordinator.presses("Send back", { in: office, on: known.idea });
      await coordinator.presses("Send back", { in: office, on: known.idea, Reason: said });
      ledger.note({ team: known.team, who: coordinator.name, did: "sent back", idea: known.idea, said });
    },
    solvedByOffice: async (known: Known, coordinator: Person, said: string) => {
      await coordinator.presses("Answer", { in: office, on: known.idea });
      await coordinator.presses("Answer", { in: office, on: known.idea, Answer: "We do it", Reason: said });
      ledger.note({ team: known.team, who: coordinator.name, did: "answered", idea: known.idea, said, solves: true });
    },
    erased: async (team: PlayedTeam, who: Person): Promise<Message> => {
      await who.writes("delete my data");
      const said = await who.presses("Keep them without my name");
      ledger.note({ team: team.name, who: who.name, did: "was erased" });
      return said;
    },
  };
};
