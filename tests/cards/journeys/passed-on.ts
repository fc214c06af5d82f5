import { thisRound } from "../../world/moments.ts";
import type { Journey } from "../journey.ts";

const inChannel = { in: "channel" } as const;

/** A team becomes the coordinators' of others, which choose it; and is it no more. */
export const coordinators = async (journey: Journey): Promise<void> => {
  const { lead, words } = journey;
  const { buttons, settings: own } = words;
  await journey.added();
  await lead.says("coordinators-here", "", inChannel);
  await lead.says("prompt-now", "", inChannel);
  const other = journey.otherTeam(2);
  await journey.addsTeam(other, [lead.name]);
  await lead.says("settings", "", { in: other });
  await lead.presses(own.groups.where);
  await lead.presses(buttons.save, { [own.coordinators]: journey.text.team });
  await lead.presses(own.groups.when);
  await lead.presses(buttons.save, { [own.asksWeekly]: "false" });
  await lead.says("settings", "", inChannel);
  await lead.presses(own.groups.when);
  await lead.presses(buttons.save, { [own.asksWeekly]: "true" });
  await lead.says("coordinators-here", "", inChannel);
  await lead.presses(buttons.undo, inChannel);
};

/** Ideas that are passed on: taken, answered, sent back, withdrawn, and posts that Teams does not take. */
export const passedOn = async (journey: Journey): Promise<void> => {
  const { lead, sara, omar, pia, ase, mats, text, words, moveTo, trouble } = journey;
  const { buttons, passing: own, form, kinds } = words;
  await journey.added();
  await moveTo(thisRound.question);
  const authors = [sara, omar, pia, ase];
  for (const [at, author] of authors.entries())
    await author.answers(text.titles[at] ?? "", { [form.proposal]: text.proposal, [form.kind]: kinds.premises });
  await moveTo(thisRound.digest);
  await lead.writes("#1");
  await lead.presses(buttons.passOn);

  const name = journey.otherTeam(2);
  await journey.addsTeam(name, [mats.name]);
  const office = { in: name } as const;
  await mats.says("coordinators-here", "", office);
  await lead.says("settings");
  await lead.presses(words.settings.groups.where);
  await lead.presses(buttons.save, { [words.settings.coordinators]: name });

  const pass = async (number: number) => {
    await lead.writes(`#${number}`);
    await lead.presses(buttons.passOn);
    await lead.presses(buttons.passOn, { [own.reason]: own.passOnHint });
  };
  await lead.writes("#1");
  await lead.presses(buttons.passOn);
  await lead.presses(buttons.passOn, { [own.reason]: " " });
  await lead.presses(buttons.passOn, { [own.reason]: own.passOnHint });
  await pia.sendsByHand(mats.wouldSend(buttons.takePassed, office), inChannel);
  const other = mats.onAnotherDevice();
  await mats.presses(buttons.takePassed, office);
  await mats.presses(buttons.takePassed, { ...office, [own.answerBy]: "2020-01-01" });
  await mats.presses(buttons.takePassed, { ...office, [own.answerBy]: "2026-12-18" });
  await lead.writes("#1");
  await mats.presses(buttons.answer, office);
  const unanswered = mats.wouldSend(buttons.answer, { ...office, [own.answer]: own.weDo, [own.reason]: own.answerHint });
  await mats.sendsByHand({ ...unanswered, solved: "" }, office);
  await mats.presses(buttons.answer, { ...office, [own.answer]: own.weDo, [own.reason]: own.answerHint });
  await mats.presses(buttons.undo, office);
  await other.presses(buttons.answer, office);
  await other.presses(buttons.answer, { ...office, [own.answer]: own.weDoNot, [own.reason]: " " });
  await other.presses(buttons.answer, { ...office, [own.answer]: own.weDoNot, [own.reason]: own.answerHint });

  await pass(2);
  await mats.presses(buttons.sendBack, office);
  const late = mats.wouldSend(buttons.sendBack, { ...office, [own.reason]: own.sendBackHint });
  await mats.presses(buttons.sendBack, { ...office, [own.reason]: " " });
  await mats.presses(buttons.sendBack, { ...office, [own.reason]: own.sendBackHint });
  await lead.says("take", "#2");
  await mats.sendsByHand(late, office);

  await pass(3);
  // Only its author may.
  for (const author of authors) await author.says("withdraw", "#3");

  const channel = journey.channelNamed(name).channelId;
  trouble.set(channel, { outcome: "doubtful", detail: "lost" });
  await pass(4);
  trouble.set(channel, { outcome: "refused", why: "gone", detail: "gone" });
  await lead.presses(buttons.postIt);
  await mats.says("coordinators-here", "", office);
  await mats.presses(buttons.undo, office);
  await lead.presses(buttons.postIt);
  await lead.presses(buttons.sendBack, { on: own.goneTitle });

  // An admin reads who did what.
  journey.makeAdmin("Ada Min");
  const ada = journey.person("Ada Min");
  await ada.says("defaults");
  await ada.presses(words.audit.title);
};
