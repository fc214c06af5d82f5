import { hour, nextRound, roundAfter, thisRound } from "../../world/moments.ts";
import { generalChannel } from "../../world/world.ts";
import type { Journey } from "../journey.ts";

const inChannel = { in: "channel" } as const;

/** People who are asked to own an idea, and say yes or no; who give it back; and voices that come and go. */
export const owners = async (journey: Journey): Promise<void> => {
  const { lead, sara, omar, pia, ase, leila, mats, text, words, moveTo, inTeam } = journey;
  const { buttons, own, form, kinds } = words;
  await journey.added();
  await moveTo(thisRound.question);
  for (const [at, person] of [sara, omar, pia, ase].entries())
    await person.answers(text.titles[at] ?? "", { [form.proposal]: text.proposal, [form.kind]: kinds.tools });
  await moveTo(thisRound.digest);
  await sara.presses(buttons.takeOrAsk, { ...inChannel, on: inTeam("digest").at(-1)?.digest.top[0]?.title ?? "" });
  await sara.presses(buttons.ask, { ...inChannel, [own.who]: leila.name, [own.due]: "2020-01-01" });
  await sara.presses(buttons.ask, { ...inChannel, [own.who]: leila.name, [own.due]: "2026-12-18" });
  await leila.presses(buttons.notMe);
  await leila.presses(buttons.notMe, { [own.why]: " " });
  await leila.presses(buttons.notMe, { [own.why]: text.reason });
  await lead.presses(buttons.takeOrAsk);
  await sara.says("ask", `#2 ${mats.name}`);
  await mats.presses(buttons.take, { [own.due]: "2020-01-01" });
  await mats.presses(buttons.take, { [own.due]: "2026-12-18", [own.test]: text.test });
  await mats.says("not-me", `#2 ${text.reason}`);
  await mats.says("take", "#3");
  await mats.says("my-actions");
  await mats.says("done", "#3");
  await mats.presses(buttons.save, { [words.finish.result]: text.badgeResult });
  await mats.presses(buttons.undo);
  await sara.says("take", "#3");
  await journey.toNews();
  const told = [sara, omar, pia, ase].find((one) => one.buttons().includes(buttons.mute));
  await told?.presses(buttons.mute);
  await told?.presses(buttons.undo);

  await leila.takesGnistAway();
  await sara.says("ask", `#4 ${leila.name}`);

  await leila.says("me-too", "#4");
  await leila.says("me-too", "#4");
  await leila.presses(buttons.takeVoiceBack);
  for (const person of [sara, omar, pia, ase]) await person.says("me-too", "#4");
  await leila.writes("#2");
};

/** Owners who change their date, or give an idea back: at once, by mistake, or later. */
export const changes = async (journey: Journey): Promise<void> => {
  const { lead, sara, pia, mats, leila, text, words, moveTo } = journey;
  const { buttons, own } = words;
  await journey.added();
  await moveTo(thisRound.question);
  for (const [at, person] of [sara, pia].entries()) await person.answers(text.titles[at] ?? "");
  await moveTo(thisRound.digest);
  await mats.says("take", "#1");
  await mats.says("my-actions");
  await mats.presses(buttons.changeDate);
  await mats.presses(buttons.save, { [own.due]: "2020-01-01" });
  await mats.presses(buttons.save, { [own.due]: "2027-01-08" });
  await mats.presses(buttons.giveBack);
  await mats.presses(buttons.undo);
  await mats.writes("#1");
  await leila.says("ask", `#2 ${pia.name}`);
  await sara.says("ask", "#2");
  await moveTo(thisRound.digest + hour);
  await mats.says("not-me", "#1");
  await mats.presses(buttons.giveBack, { [own.why]: " " });
  await mats.presses(buttons.giveBack, { [own.why]: text.reason });
  await lead.presses(buttons.takeOrAsk, { on: mats.name });
  await pia.says("take", "#2");
  await pia.says("not-me", "#2");
  await journey.toNews();
};

/** Ideas that others end, hold back or withdraw, and what is taken back. */
export const ends = async (journey: Journey): Promise<void> => {
  const { lead, sara, omar, pia, mats, text, words, moveTo, inTeam } = journey;
  const { buttons, draft, own } = words;
  await journey.added();
  await moveTo(thisRound.question);
  const titles = [text.titles[0], text.titles[1]] as const;
  await sara.answers(titles[0]);
  await moveTo(thisRound.digest);
  await lead.says("done", "#1");
  await mats.says("take", "#1");
  await pia.says("me-too", "#1");
  await lead.writes("#1");
  await lead.says("done", "#1");
  await lead.presses(buttons.save, { [words.finish.result]: text.badgeResult });
  await journey.toNews();
  await lead.presses(buttons.undo);
  await journey.toNews();
  const press = sara.wouldSend(buttons.withdraw);
  await sara.presses(buttons.withdraw);
  await sara.sendsByHand(press);
  await journey.toNews();
  await sara.says("undo");
  await sara.presses(buttons.undo);
  await journey.toNews();

  await moveTo(nextRound.question);
  await omar.answers(titles[1]);
  await moveTo(nextRound.draft);
  await lead.change(titles[1], buttons.holdBack, { [draft.change.reason]: text.held });
  await moveTo(nextRound.digest);
  await journey.toNews();
  await moveTo(roundAfter(2).question);
  await pia.answers(text.titles[2]);
  await moveTo(roundAfter(2).draft);
  await lead.presses(buttons.release);
  await moveTo(roundAfter(2).digest);
  await journey.toNews();
  const held = inTeam("digest")
    .at(-1)
    ?.digest.top.find(({ title }) => title === titles[1]);
  await sara.says("ask", `#${held?.number} ${mats.name}`);
  await mats.presses(buttons.notMe);
  await mats.presses(buttons.notMe, { [own.why]: text.reason });
  await sara.says("ask", `#${held?.number} ${mats.name}`);
  await omar.presses(buttons.withdraw);
  await journey.toNews();
};

/** Ideas that are withdrawn while posts show them that Gnist cannot change. */
export const withdrawals = async (journey: Journey): Promise<void> => {
  const { lead, sara, omar, pia, text, words, moveTo, trouble } = journey;
  const { buttons } = words;
  await journey.added();
  await moveTo(thisRound.question);
  for (const [at, person] of [sara, omar, pia].entries()) await person.answers(text.titles[at] ?? "");
  trouble.set(generalChannel, { outcome: "doubtful", detail: "502", arrives: true });
  await moveTo(thisRound.digest);
  trouble.clear();
  await lead.presses(buttons.isThere);
  await sara.presses(buttons.withdraw);
  await journey.leaves(lead.name);
  await omar.presses(buttons.edit);
  await omar.presses(buttons.save, { [words.form.label]: text.titles[3] });
  await omar.presses(buttons.withdraw);
};

/** An idea that is withdrawn from an archived team. */
export const withdrawnAtRest = async (journey: Journey): Promise<void> => {
  const { sara, pia, text, words, moveTo } = journey;
  await journey.added();
  await moveTo(thisRound.question);
  await sara.answers(text.titles[0]);
  await moveTo(thisRound.digest);
  await pia.says("take", "#1");
  await journey.receive({ happened: "team-archived", place: journey.inChannel });
  await sara.says("my-ideas");
  await sara.presses(words.buttons.open);
  await sara.presses(words.buttons.withdraw);
};

/** An idea that is withdrawn while Teams does not take the post that shows it. */
export const withdrawnOnItsWay = async (journey: Journey): Promise<void> => {
  const { sara, text, words, moveTo, trouble } = journey;
  await journey.added();
  await moveTo(thisRound.question);
  await sara.answers(text.titles[0]);
  trouble.set(generalChannel, { outcome: "later", afterMs: 3_600_000, cause: "again", detail: "429" });
  await moveTo(thisRound.digest);
  await sara.says("my-ideas");
  await sara.presses(words.buttons.open);
  await sara.presses(words.buttons.withdraw);
};

/** Owners who leave the team. */
export const leavers = async (journey: Journey): Promise<void> => {
  const { sara, omar, pia, mats, text, words, moveTo } = journey;
  await journey.added();
  await moveTo(thisRound.question);
  await sara.answers(text.titles[0]);
  await moveTo(thisRound.digest);
  await mats.says("take", "#1");
  await journey.leaves(mats.name);
  await journey.toNews();
  await omar.says("ask", `#1 ${pia.name}`);
  await pia.presses(words.buttons.take);
};
