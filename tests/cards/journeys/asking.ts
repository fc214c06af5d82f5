import { Unstorable } from "../../../src/ports.ts";
import { day, hour, thisRound } from "../../world/moments.ts";
import type { Journey } from "../journey.ts";

/** A form that is filled in wrongly, sent while the store is down, sent twice, and changed. */
export const forms = async (journey: Journey): Promise<void> => {
  const { lead, sara, omar, pia, text, words, moveTo, ports } = journey;
  const { buttons, form, costs, kinds } = words;
  const [cases, badges, gloves, screens] = text.titles;
  const whole = { [form.proposal]: text.proposal, [form.cost]: costs[30], [form.kind]: kinds.tools };
  await journey.meets("Nina Ny");
  await journey.added();
  await journey.meets(sara.name);
  for (const person of [lead, sara]) await person.says("help");
  await moveTo(thisRound.question);
  await sara.answers(" ");
  await sara.sendsByHand({ ...sara.wouldSend(buttons.send, { [form.label]: cases }), friction: `${cases}. `.repeat(60) });
  const onPhone = sara.onAnotherDevice();
  await sara.presses(buttons.addDetails);
  journey.storeIs("down");
  await sara.press(buttons.send, { [form.label]: cases, ...whole });
  journey.storeIs("well");
  const { commit } = ports.rows;
  Object.assign(ports.rows, { commit: () => Promise.reject(new Unstorable("a text that no store takes")) });
  await sara.press(buttons.send);
  Object.assign(ports.rows, { commit });
  await sara.presses(buttons.send);
  await onPhone.answers(gloves);
  await onPhone.presses(buttons.addAnother);
  await sara.presses(buttons.edit);
  await sara.presses(buttons.save, { [form.showName]: true });
  await omar.writes(`${screens}.`);
  await omar.presses(buttons.noThanks);
  await omar.writes(`${screens}.`);
  journey.storeIs("down");
  await omar.write(`${words.commands.idea[0]} ${gloves}`);
  journey.storeIs("well");
  await lead.says("help", "", { in: "channel" });
  await lead.presses(buttons.writeIdea, { in: "channel" });
  await omar.says("prompt");
  await pia.answers(badges, { [form.showName]: true });
  await moveTo(thisRound.digest);
  await journey.meets(pia.name);
  await sara.says("my-ideas");
  await sara.presses(buttons.open);
  await sara.presses(buttons.whatHappened);
};

/** People who do not answer at once. */
export const later = async (journey: Journey): Promise<void> => {
  const { pia, ase, leila, mats, person, text, words, moveTo } = journey;
  const { buttons, commands } = words;
  await journey.added();
  await moveTo(thisRound.question);
  await ase.presses(buttons.nothing);
  await leila.presses(buttons.tomorrow);
  await ase.says("tomorrow");
  await mats.presses(buttons.pause);
  await mats.presses(buttons.weeks(4));
  await mats.presses(buttons.resume);
  await mats.says("pause");
  await mats.says("help");
  await mats.presses(buttons.resume);
  await mats.says("pause", `2 ${commands.weeks.at(-1)}`);
  await mats.presses(buttons.undo);
  await mats.says("pause", "2027-06-30");
  await mats.says("pause", "42");
  await mats.writes(`${commands.stops[0]} 42`);
  await mats.says("undo");
  await mats.says("undo");
  await mats.says("thanks");
  await person("Nina Ny").says("resume");
  await person("Nina Ny").says("who-sees-this");
  const [myIdeas] = commands["my-ideas"];
  await ase.writes(`${myIdeas}x`);
  await ase.presses(buttons.isIdea);
  await ase.writes("hepl");
  await ase.writes(text.question);
  await ase.presses(words.buttons.whoSees);
  await ase.writes("?!");
  await mats.says("who-sees-this");
  // The morning after.
  await moveTo(thisRound.question + day - 5 * hour);
  await moveTo(thisRound.reminder);
  await pia.says("my-ideas");
  await pia.says("my-actions");
  await pia.sendsByHand({ verb: "all-ideas", team: pia.got("idea-form").at(-1)?.team.id, page: 0 });
  await moveTo(thisRound.draft);
  await pia.says("tomorrow");
  // Nobody has written anything.
  await moveTo(thisRound.digest);
};

/** Somebody in two teams, and in many. */
export const severalTeams = async (journey: Journey): Promise<void> => {
  const { sara } = journey;
  await journey.added();
  await journey.addsTeam(journey.otherTeam(2), [sara.name]);
  await sara.says("idea");
  await sara.says("withdraw");
  for (let at = 3; at < 9; at++) await journey.addsTeam(journey.otherTeam(at), [sara.name]);
  await sara.says("withdraw");
};

/** A team that is archived between a question and its digest. */
export const archived = async (journey: Journey): Promise<void> => {
  const { lead, sara, pia, text, words, moveTo, receive, inChannel } = journey;
  await journey.added();
  await moveTo(thisRound.question);
  await pia.answers(text.titles[3]);
  await receive({ happened: "team-archived", place: inChannel });
  await sara.says("prompt");
  await pia.says("who-sees-this");
  await sara.answers(text.titles[0], { [words.form.proposal]: text.proposal });
  await moveTo(thisRound.draft);
  await lead.says("draft");
  await lead.says("prompt-now");
  await lead.says("status");
};
