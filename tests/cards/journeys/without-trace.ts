import { nextRound, roundAfter, thisRound } from "../../world/moments.ts";
import type { Journey } from "../journey.ts";

/** Texts without a trace: sent, changed, withdrawn and back while they wait and once they are shown, a lead's question, a long wait, and teams that take none or all. */
export const withoutTrace = async (journey: Journey): Promise<void> => {
  const { lead, sara, omar, pia, text, words, moveTo, settle } = journey;
  const { buttons, form, askAuthor, settings } = words;
  const [first, second, third] = text.titles;
  const traced = { [form.withoutTrace]: "true" };
  const sets = async (filled: Record<string, string>) => {
    await lead.says("settings");
    await lead.presses(settings.groups.what);
    await lead.presses(buttons.save, filled);
  };
  await journey.added();
  await sets({ [settings.smallestGroup]: "3" });
  await sara.says("who-sees-this");
  await moveTo(thisRound.question);
  await sara.presses(buttons.addDetails);
  const send = sara.wouldSend(buttons.send, { [form.label]: first, ...traced });
  await sara.presses(buttons.send, { [form.label]: first, ...traced });
  await sara.sendsByHand({ ...send, friction: second });
  await sara.presses(buttons.whatHappened);
  await sara.presses(buttons.edit);
  await sara.presses(buttons.back);
  await sara.presses(buttons.edit);
  await sara.presses(buttons.save, { [form.label]: first });
  await sara.presses(buttons.withdraw);
  await sara.presses(buttons.undo);
  await lead.says("idea", third);
  await moveTo(thisRound.digest);
  await lead.says("idea", third);
  await moveTo(nextRound.question);
  await moveTo(nextRound.digest);
  await sara.presses(buttons.whatHappened);
  await sara.presses(buttons.showAnyway);
  for (const [at, person] of [omar, pia].entries()) {
    await person.says("prompt");
    await person.answers(text.titles[at + 1] ?? "", traced);
  }
  await moveTo(roundAfter(2).question);
  await moveTo(roundAfter(2).digest);
  await sara.presses(buttons.whatHappened);
  const shown = journey
    .inTeam("digest")
    .at(-1)
    ?.digest.top.find(({ title }) => title === first);
  await lead.writes(`#${shown?.number}`);
  await lead.presses(buttons.askAuthor);
  const ask = lead.wouldSend(buttons.send, { [askAuthor.input]: text.question });
  await lead.sendsByHand(ask);
  await lead.sendsByHand({ ...ask, question: text.reason });
  await sara.presses(buttons.whatHappened);
  await sara.presses(buttons.answer);
  await sara.presses(buttons.answer, { [askAuthor.answer]: text.reason });
  await settle();
  await pia.says("idea", third);
  await lead.says("draft");
  await lead.change(second, buttons.holdBack, { [words.draft.change.reason]: text.held });
  await omar.presses(buttons.whatHappened);
  await settle();
  await omar.writes(`${words.commands.take?.[0] ?? "take"} #${shown?.number}`);
  await settle();
  await sara.presses(buttons.whatHappened);
  await sara.presses(buttons.edit);
  await sara.presses(buttons.save, { [form.label]: second });
  await sara.presses(buttons.withdraw);
  await sets({ [settings.withoutTrace]: settings.traces.not });
  await pia.presses(buttons.addAnother);
  await pia.sendsByHand({ ...send, secret: "N".repeat(22) });
  await sets({ [settings.withoutTrace]: settings.traces.always });
  await pia.says("who-sees-this");
  await pia.says("idea", second);
  await pia.presses(buttons.send);
};
