import { day, hour, nextRound, thisRound } from "../../world/moments.ts";
import type { Journey } from "../journey.ts";

/** Owners who are asked how it goes: some answer, one needs help, and one is quiet until the leads hear of it. */
export const checkIns = async (journey: Journey): Promise<void> => {
  const { lead, sara, omar, pia, ase, mats, leila, text, words, moveTo } = journey;
  const { buttons, own, callForHelp } = words;
  await journey.added();
  await moveTo(thisRound.question);
  for (const [at, person] of [sara, omar, pia, ase].entries()) await person.answers(text.titles[at] ?? "");
  await moveTo(thisRound.digest);
  await mats.says("take", "#1");
  await mats.presses(buttons.save, { [own.due]: "2026-12-04", [own.test]: text.test });
  await mats.says("take", "#2");
  await leila.says("take", "#3");
  await lead.says("take", "#4");
  await mats.presses(buttons.started, { on: "#1" });
  await moveTo(nextRound.question);
  await mats.says("nothing");
  await moveTo(nextRound.reminder);
  await lead.says("need-help", "#4");
  await mats.presses(buttons.onTrack, { on: "#1" });
  await mats.presses(buttons.needHelp, { on: "#2" });
  await mats.presses(buttons.needHelp, { on: callForHelp.line, [callForHelp.line]: text.reason });
  await mats.says("need-help", "#1");
  await moveTo(nextRound.reminder + 2 * day + hour);
  await moveTo(nextRound.reminder + 4 * day + hour);
  await lead.presses(buttons.newOwner, { on: leila.name });
  await lead.presses(buttons.ask, { [own.who]: pia.name, [own.due]: "2020-01-01" });
  await lead.presses(buttons.ask, { [own.who]: pia.name, [own.due]: "2027-01-08" });
  await pia.presses(buttons.notMe);
  await pia.presses(buttons.notMe, { [own.why]: text.reason });
  const askAgain = lead.wouldSend(buttons.askAgain);
  await lead.presses(buttons.askAgain);
  await moveTo(nextRound.reminder + 8 * day + 2 * hour);
  await leila.says("pause");
  await lead.presses(buttons.askAgain);
  await leila.says("resume");
  // A Saturday.
  await moveTo(nextRound.reminder + 12 * day);
  await lead.presses(buttons.askAgain);
  await leila.says("on-track", "#3");
  await lead.sendsByHand(askAgain);
  await leila.says("not-me", `#3 ${text.reason}`);
  await pia.says("take", "#3");
  await lead.sendsByHand(askAgain);
};

/** An owner of more than a card shows. */
export const manyChecked = async (journey: Journey): Promise<void> => {
  const { sara, omar, pia, ase, mats, leila, moveTo, text } = journey;
  await journey.added();
  await moveTo(thisRound.question);
  const titles = [...text.titles, ...text.titles.map((title) => `${title} (2)`)].slice(0, 8);
  for (const [at, title] of titles.entries()) {
    const person = [sara, omar, pia, ase][at % 4] ?? sara;
    await (at < 4 ? person.answers(title) : person.says("idea", title));
  }
  await moveTo(thisRound.digest);
  for (let number = 1; number <= 7; number += 1) await mats.says("take", `#${number}`);
  await mats.says("on-track", "#1");
  await leila.says("take", "#8");
  await leila.says("on-track", "#8");
};
