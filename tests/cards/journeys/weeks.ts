import { nextRound, thisRound } from "../../world/moments.ts";
import { expectSay } from "../../world/world.ts";
import type { Journey } from "../journey.ts";

const inChannel = { in: "channel" } as const;

/** Two weeks of a team: questions, answers, drafts, digests, owners and results. */
export const twoWeeks = async (journey: Journey): Promise<void> => {
  const { lead, sara, omar, pia, ase, leila, ingrid, mats, text, words, moveTo, inTeam } = journey;
  const { buttons, form, draft, own, kinds, costs } = words;
  const [cases, badges, gloves, screens, consent, phones, lamps, fridays, standing] = text.titles;
  const about = (kind: keyof typeof kinds) => ({ [form.kind]: kinds[kind] });
  const onTop = (at: number) => {
    const idea = inTeam("digest").at(-1)?.digest.top[at];
    if (!idea) throw new Error("an empty digest");
    return { ...inChannel, on: idea.title, idea };
  };
  /** Presses a button for an idea in the list of all. */
  const inList = async (person: typeof sara, title: string, idea: string) => {
    const list = expectSay(await person.presses(buttons.allIdeas, inChannel), "all-ideas");
    const found = list.ideas.find((one) => one.title === idea);
    await person.presses(title, { ...inChannel, [draft.idea]: `#${found?.number} ${idea}` });
  };
  const numberOf = (title: string): string => {
    const { top, alsoNew } = inTeam("digest").at(-1)?.digest ?? { top: [], alsoNew: [] };
    return `#${[...top, ...alsoNew.flatMap(({ ideas }) => ideas)].find((one) => one.title === title)?.number}`;
  };
  const takes = async (person: typeof sara, idea: string) => {
    await inList(person, buttons.takeOrAsk, idea);
    await person.presses(buttons.take, inChannel);
  };

  // The first week: four ideas and their fates.
  await journey.added();
  await moveTo(thisRound.question);
  await omar.answers(fridays, { ...about("premises"), [form.showName]: true });
  await leila.answers(standing, about("routines"));
  await sara.answers(phones, about("information"));
  await mats.answers(lamps);
  await moveTo(thisRound.digest);
  for (const person of [ase, leila, ingrid, mats]) await inList(person, buttons.meToo, fridays);
  await inList(ase, buttons.meToo, phones);
  await takes(pia, fridays);
  await pia.presses(buttons.save, { [own.due]: "2026-12-04", [own.test]: text.test });
  await takes(ase, phones);
  await ase.presses(buttons.save, { [own.due]: "2027-01-08" });
  await takes(mats, standing);

  // The second: an answer of each kind, and all that a lead can do with them before the team sees them.
  await moveTo(nextRound.question);
  const onPhone = sara.onAnotherDevice();
  await sara.answers(cases, { [form.proposal]: text.proposal, [form.cost]: costs[30], ...about("tools") });
  await onPhone.answers(gloves);
  await sara.presses(buttons.edit);
  await omar.answers(badges, { ...about("premises"), [form.showName]: true });
  await pia.answers(gloves, about("together"));
  await ase.presses(buttons.nothing);
  await leila.presses(buttons.tomorrow);
  await moveTo(nextRound.reminder);
  await leila.answers(screens, about("premises"));
  await mats.answers(screens);
  await mats.presses(buttons.withdraw);
  await ingrid.says("idea", consent);
  await moveTo(nextRound.draft);
  const { change } = draft;
  await lead.change(consent, buttons.holdBack, { [change.reason]: " " });
  const late = lead.wouldSend(buttons.save, { [change.newTitle]: standing });
  await lead.presses(buttons.holdBack, { [change.reason]: text.held });
  await lead.sendsByHand(late);
  await lead.change(cases, buttons.save, { [change.date]: "2026-12-18" });
  await lead.sendsByHand({ ...lead.wouldSend(buttons.save), title: " " });
  await lead.presses(buttons.back);
  await lead.change(gloves, buttons.save, { [change.person]: ingrid.name, [change.date]: "2020-01-01" });
  await lead.presses(buttons.save, { [change.person]: ingrid.name, [change.date]: "2026-12-18" });
  await lead.presses(buttons.change, { on: phones });
  await lead.presses(buttons.back);
  await ingrid.says("my-ideas");
  await pia.says("my-actions");
  await pia.says("done", numberOf(fridays));
  await pia.presses(buttons.save, { [words.finish.result]: " " });
  const { idea: finished } = expectSay(await pia.presses(buttons.save, { [words.finish.result]: text.badgeResult }), "finished");
  await mats.says("my-actions");
  await mats.says("done", numberOf(standing));
  await mats.presses(buttons.save, { [words.finish.result]: text.meetingResult });
  await moveTo(nextRound.digest);

  // The team reads its second post.
  const joins = async (person: typeof sara, at: number) => {
    const { idea: _idea, ...there } = onTop(at);
    await person.presses(buttons.meToo, there);
  };
  for (const person of [ase, leila, ingrid, mats]) await joins(person, 0);
  for (const person of [ase, leila, mats]) await joins(person, 1);
  await joins(ingrid, 2);
  await joins(ingrid, 2);
  const { idea: taken, ...there } = onTop(1);
  await sara.presses(buttons.takeOrAsk, there);
  await sara.presses(buttons.take, inChannel);
  await sara.presses(buttons.save, { [own.due]: "2026-12-18", [own.test]: text.test });
  await sara.says("my-ideas");
  await sara.presses(buttons.open, { on: phones });
  await leila.writes(`#${taken.number}`);
  await leila.writes(`#${finished.number}`);
};
