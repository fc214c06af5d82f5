import { thisRound } from "../../world/moments.ts";
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
  await sara.presses(buttons.assign, { ...inChannel, on: inTeam("digest").at(-1)?.digest.top[0]?.title ?? "" });
  await sara.presses(buttons.assign, { ...inChannel, [own.who]: leila.name, [own.due]: "2020-01-01" });
  await sara.presses(buttons.assign, { ...inChannel, [own.who]: leila.name, [own.due]: "2026-12-18" });
  await leila.presses(buttons.notMe);
  await leila.presses(buttons.notMe, { [own.why]: " " });
  await leila.presses(buttons.notMe, { [own.why]: text.reason });
  await lead.presses(buttons.assign);
  await sara.says("assign", `#2 ${mats.name}`);
  await mats.presses(buttons.take, { [own.due]: "2020-01-01" });
  await mats.presses(buttons.take, { [own.due]: "2026-12-18", [own.test]: text.test });
  await mats.says("not-me", `#2 ${text.reason}`);
  await mats.says("take", "#3");
  await mats.says("my-actions");
  await mats.presses(buttons.done);
  await mats.presses(buttons.save, { [own.result]: text.badgeResult });
  await mats.presses(buttons.undo);
  await sara.says("take", "#3");

  await leila.says("me-too", "#4");
  await leila.says("me-too", "#4");
  await leila.presses(buttons.takeVoiceBack);
  for (const person of [sara, omar, pia, ase]) await person.says("me-too", "#4");
  await leila.writes("#2");
};
