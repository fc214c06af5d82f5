import { capital } from "../../../cards/parts/text.ts";
import type { Weekday } from "../../../src/domain/asking/local-time.ts";
import { minute, nextRound, roundAfter, thisRound } from "../../world/moments.ts";
import type { Journey } from "../journey.ts";

/** Settings that are saved, and settings that are refused. */
export const settings = async (journey: Journey): Promise<void> => {
  const { lead, words } = journey;
  const { buttons, settings: own } = words;
  const colleagues = Array.from({ length: 130 }, (_, at) => `Kim Nilsson ${at + 1}`);
  for (const name of colleagues) journey.join(name);
  await journey.added();
  const { sara, pia } = journey;
  await sara.says("settings");
  await sara.presses(buttons.save, { [words.mySettings.news]: "false" });
  await sara.presses(buttons.save, { [words.mySettings.news]: "true" });
  const { mySettings: theirs, format } = words;
  const dayNamed = (day: Weekday) => capital(format.nameOf(day));
  await sara.presses(theirs.workingDays);
  await sara.presses(buttons.save, { [theirs.workingDays]: [] });
  await sara.presses(buttons.save, { [theirs.askDay]: dayNamed(3), [theirs.workingDays]: [dayNamed(2)] });
  await sara.presses(buttons.save, { [theirs.askEvery]: theirs.everyWeeks[2], [theirs.workingDays]: [dayNamed(2), dayNamed(3)] });
  await pia.says("pause");
  await pia.says("my-settings");
  await lead.says("settings");
  await lead.presses(buttons.mySettings);
  await lead.says("settings");
  await lead.presses(words.defaults.latest);
  await lead.presses(buttons.back);
  await lead.presses(buttons.sendTest);
  await lead.presses(own.groups.what);
  await lead.presses(buttons.save, { [own.daysToDue]: "0" });
  await kinds(journey);
  await lead.says("settings");
  await lead.presses(own.groups.where);
  await lead.presses(buttons.back);
  await lead.presses(own.groups.who);
  await lead.presses(buttons.save, { [own.leads]: [] });
  await lead.sendsByHand({ ...lead.wouldSend(buttons.save, { [own.leads]: [lead.name] }), notAsked: "entra-Somebody else" });
  await lead.presses(buttons.save, { [own.leads]: [lead.name], [own.notAsked]: colleagues.slice(0, 45) });
  await lead.presses(own.groups.who);
  await lead.presses(buttons.older);
  await lead.presses(buttons.back);
  // Somebody else saves what this form does not show yet, and an older form comes after both.
  await lead.presses(own.groups.when);
  const { before: _tells, group: _group, ...old } = lead.wouldSend(buttons.save, { [own.promptTime]: "08:00" });
  const elsewhere = lead.onAnotherDevice();
  await elsewhere.says("settings");
  await elsewhere.press(own.groups.when);
  await elsewhere.press(buttons.save, { [own.promptTime]: "09:00", [own.reminderDay]: own.noReminder, [own.draft]: own.draftHours(0) });
  await lead.presses(buttons.save, { [own.promptTime]: "10:30", [own.reminderTime]: "08:00" });
  await lead.sendsByHand(old);
  await lead.presses(own.groups.when);
  await lead.presses(buttons.save);
  await lead.presses(words.defaults.latest);
  await lead.presses(buttons.changeTimes, { in: "channel" });
};

/** Kinds of the team's own, and the person proposed as owner of one of them. */
const kinds = async ({ lead, sara, text, words }: Journey): Promise<void> => {
  const { buttons, ownKinds: own } = words;
  const { tools, other } = words.kinds;
  await lead.presses(own.open);
  await lead.sendsByHand({ ...lead.wouldSend(buttons.save, {}), kinds: Array.from({ length: 21 }, (_, at) => `Kind ${at}`).join("\n") });
  await lead.sendsByHand({ ...lead.wouldSend(buttons.save, {}), kinds: "x".repeat(41) });
  await lead.presses(buttons.save, { [own.label]: [tools, text.kind, other].join("\n") });
  await lead.sendsByHand(lead.wouldSend(own.propose, {}));
  await lead.sendsByHand({ ...lead.wouldSend(own.propose, {}), kind: "tools", person: "entra-Somebody else" });
  await lead.presses(own.propose, { [words.form.kind]: text.kind, [own.person]: sara.name });
};

/** Local mode, in which people can move the clock. */
export const local = async (journey: Journey): Promise<void> => {
  const { lead, sara, words, moveTo, ports } = journey;
  journey.runLocally();
  Object.assign(ports.clock, { hands: { read: async () => undefined, moveTo } } satisfies Partial<typeof ports.clock>);
  await lead.says("next");
  await journey.added();
  await journey.meets(sara.name);
  for (const person of [lead, sara]) await person.says("help");
  await sara.says("my-settings");
  await sara.says("next");
  await sara.says("language");
  await sara.says("language", words.commands.self[0]);
};

/** Thanks for an idea that has ended, and for one that has not. */
export const thanks = async (journey: Journey): Promise<void> => {
  const { sara, omar, pia, mats, text, moveTo, words } = journey;
  await journey.added();
  await moveTo(thisRound.question);
  await sara.answers(text.titles[0]);
  await moveTo(thisRound.digest);
  await pia.says("thanks", "#1");
  await mats.says("take", "#1");
  await mats.says("done", `#1 ${text.badgeResult}`);
  await moveTo(nextRound.question);
  await omar.answers(text.titles[1]);
  await moveTo(nextRound.digest);
  await journey.toNews();
  await pia.presses(words.buttons.thanks, { in: "channel" });
  await pia.says("thanks", "#1");
  await moveTo(roundAfter(2).question);
  await moveTo(roundAfter(2).digest);
  await journey.toNews();
};

/** *Save as friction* on messages: of a channel, without words, in a chat for somebody in two teams, and while the store is away. */
export const savedMessage = async (journey: Journey): Promise<void> => {
  const { lead, sara, text, words, otherTeam } = journey;
  const { buttons, form } = words;
  const where = { in: "dialog" };
  await journey.added();
  await sara.saves(text.titles[0], { in: "channel" });
  await sara.presses(buttons.send, where);
  await lead.saves("");
  await journey.addsTeam(otherTeam(1), [sara.name]);
  await sara.saves(text.titles[1]);
  await sara.sendsByHand({ ...sara.wouldSend(buttons.send, where), friction: "" }, where);
  journey.storeIs("down");
  await sara.save(text.titles[1]);
  journey.storeIs("well");
  await sara.presses(buttons.send, { ...where, [form.label]: text.titles[1] });
};

/** Texts that seem to hold personal details: sent on the form, changed, and written. */
export const warned = async (journey: Journey): Promise<void> => {
  const { sara, omar, text, words } = journey;
  const { buttons, form } = words;
  await journey.added();
  await journey.moveTo(thisRound.question);
  await sara.answers(`${text.titles[0]}: 850101-1236, 01018500058, 311285-1234, 010185-123B`, {
    [form.proposal]: "070-123 45 67, sara@example.org",
  });
  await sara.presses(buttons.changeIt);
  await sara.presses(buttons.send, { [form.label]: text.titles[0], [form.proposal]: "" });
  await omar.says("idea", `${text.titles[1]} 070-123 45 67`);
  await omar.presses(buttons.sendAnyway);
};

/** An idea for a colleague: from words and from the form, twice, withdrawn and back, and while the store is away. */
export const forColleague = async (journey: Journey): Promise<void> => {
  const { sara, text, words, otherTeam, moveTo, now } = journey;
  const { buttons, form } = words;
  await journey.added();
  const [phrase] = words.commands["idea-for-colleague"];
  const said = `${phrase}: ${text.titles[0]}`;
  // Teams delivers a message twice that was written at one moment.
  for (const _delivery of [1, 2]) await sara.write(said);
  await sara.presses(buttons.withdraw);
  await sara.presses(buttons.undo);
  await sara.says("idea-for-colleague");
  await sara.presses(buttons.addDetails);
  await sara.presses(buttons.send, { [form.label]: text.titles[1], [form.proposal]: text.proposal });
  journey.storeIs("down");
  await sara.write(said);
  journey.storeIs("well");
  await journey.addsTeam(otherTeam(2), [sara.name]);
  await moveTo(now() + minute);
  await sara.says("idea-for-colleague");
  await journey.receive({ happened: "team-archived", place: journey.inChannel });
  await sara.writes(said);
  await sara.presses(buttons.send, { [form.team]: text.team });
};

/** Two people have what is kept of them deleted, with and without their ideas, and a third who is in no team any more. */
export const deletedData = async (journey: Journey): Promise<void> => {
  const { lead, sara, pia, words, text, moveTo, now } = journey;
  const { buttons } = words;
  await journey.added();
  await sara.says("idea", text.titles[0]);
  await sara.says("my-data");
  await moveTo(now() + minute);
  await sara.says("delete-my-data");
  await sara.presses(buttons.deleteIdeasToo);
  await pia.says("delete-my-data");
  await pia.presses(buttons.keepIdeas);
  await moveTo(now() + 3 * minute);
  await sara.says("delete-my-data");
  await journey.receive({ happened: "removed-from-team", place: journey.inChannel });
  await lead.says("delete-my-data");
  await lead.presses(buttons.deleteIdeasToo);
  await moveTo(now() + 3 * minute);
};
