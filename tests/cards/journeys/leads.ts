import { day, nextRound, thisRound } from "../../world/moments.ts";
import type { Journey } from "../journey.ts";

const inChannel = { in: "channel" } as const;
/** The Saturday after the digest, at noon. */
const saturday = thisRound.digest + 4 * day;

/** Two members of a team that has a lead say that they lead it. */
export const claims = async (journey: Journey): Promise<void> => {
  const { lead, omar, pia, words } = journey;
  const { buttons } = words;
  await journey.added();
  await omar.presses(buttons.leadThis, inChannel);
  await lead.onAnotherDevice().presses(buttons.leadThis, inChannel);
  const onPhone = lead.onAnotherDevice();
  await lead.presses(buttons.leadYes);
  await onPhone.presses(buttons.leadYes);
  await pia.presses(buttons.leadThis, inChannel);
  await lead.presses(buttons.leadNo);
};

/** The last lead leaves: somebody who owns an idea is asked, and everybody where nobody owns one. */
export const leadLeaves = async (journey: Journey): Promise<void> => {
  const { lead, sara, omar, pia, ase, leila, text, words, moveTo } = journey;
  const { buttons } = words;
  await journey.added();
  await moveTo(thisRound.question);
  await sara.answers(text.titles[0]);
  await moveTo(thisRound.digest);
  await pia.says("take", "#1");
  await journey.leaves(lead.name);
  await journey.leaves(pia.name);
  await moveTo(nextRound.question);
  await omar.presses(buttons.leadThis, inChannel);
  for (const person of [ase, leila]) await person.presses(buttons.leadYes, inChannel);
};

/** A lead is away: a member stands in, another one instead, one who cannot be reached, and one who leaves. */
export const substitutes = async (journey: Journey): Promise<void> => {
  const { lead, omar, pia, leila, words } = journey;
  const { buttons, commands } = words;
  const until = (name: string, day: string) => `${name} ${commands.until[0]} ${day}`;
  await journey.added();
  await lead.says("substitute", until(omar.name, "2026-12-12"));
  await lead.presses(buttons.undo);
  await omar.says("settings");
  await lead.says("substitute", until(omar.name, "2027-01-08"));
  await omar.says("substitute", until(pia.name, "2026-12-12"));
  await lead.says("substitute", until(lead.name, "2026-12-12"));
  await lead.says("substitute", until(omar.name, "2028-01-08"));
  await journey.leaves(omar.name);
  await journey.moveTo(thisRound.question);
  journey.trouble.set(leila.chatId, { outcome: "refused", why: "blocked", detail: "" });
  await lead.says("substitute", until(leila.name, "2026-12-12"));
  await journey.settle();
  await lead.says("substitute", until(leila.name, "2026-12-19"));
  await lead.says("settings");
  await lead.press(words.settings.groups.who);
  await lead.press(buttons.save, { [words.settings.until]: "2026-11-01" });
};

/** On a Saturday a lead is asked, a colleague is asked to own an idea, in words and in the draft, and a substitute is named: all of them hear it on Monday. */
export const weekend = async (journey: Journey): Promise<void> => {
  const { lead, sara, omar, pia, text, words, moveTo } = journey;
  const { buttons, commands, own } = words;
  await journey.added();
  await moveTo(thisRound.question);
  await sara.answers(text.titles[0]);
  await moveTo(thisRound.digest);
  await moveTo(nextRound.question);
  await omar.answers(text.titles[1]);
  await moveTo(saturday);
  await pia.says("ask", `#1 ${omar.name}`);
  await pia.presses(buttons.leadThis, inChannel);
  await omar.says("take", "#1");
  await omar.says("need-help", "#1");
  await lead.says("substitute", `${omar.name} ${commands.until[0]} 2026-12-12`);
  await lead.says("draft");
  await lead.change(text.titles[1], buttons.save, { [own.who]: pia.name });
};

/** Somebody adds Gnist whom the roster does not have. */
export const addedByStranger = async (journey: Journey): Promise<void> => {
  await journey.added("Nina Ny");
};

/** A team of more than a hundred, which waits for its lead. */
export const largeTeam = async (journey: Journey): Promise<void> => {
  const { lead, person, words, moveTo } = journey;
  for (let at = 1; at <= 112; at++) journey.join(`Kim Nilsson ${at}`);
  journey.makeAdmin("Ada Min");
  await journey.added();
  await moveTo(thisRound.question);
  await lead.says("status");
  await person("Ada Min").says("status");
  await lead.presses(words.buttons.askEverybody);
};

/** A large team that takes ideas of others, and is asked weekly no more. */
export const largeOffice = async (journey: Journey): Promise<void> => {
  const { lead, words, moveTo } = journey;
  for (let at = 1; at <= 112; at++) journey.join(`Kim Nilsson ${at}`);
  await journey.added();
  await moveTo(thisRound.question);
  await lead.says("coordinators-here", "", inChannel);
  await lead.presses(words.buttons.askEverybody);
};
