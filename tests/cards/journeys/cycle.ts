import { day, hour, nextRound, roundAfter, thisRound } from "../../world/moments.ts";
import type { Journey } from "../journey.ts";

/** An idea that is tested, adjusted and tested again, until it is adopted; with the answers that come back. */
export const cycles = async (journey: Journey): Promise<void> => {
  const { lead, sara, mats, text, words, moveTo } = journey;
  const { buttons, own, check } = words;
  await journey.added();
  await moveTo(thisRound.question);
  await sara.answers(text.titles[0]);
  await moveTo(thisRound.digest);
  await mats.says("take", "#1");
  await mats.presses(buttons.started);
  await mats.presses(buttons.started, { [own.test]: text.test, [own.due]: "2020-01-01" });
  const late = mats.wouldSend(buttons.started);
  await mats.presses(buttons.started, { [own.test]: text.test, [own.due]: "2026-12-18" });
  await mats.writes("#1");
  await lead.writes("#1");
  await lead.presses(buttons.stop);
  await mats.presses(buttons.testDone);
  await mats.presses(buttons.adopt);
  await mats.presses(buttons.adjust, { [check.helped]: text.badgeResult });
  await mats.presses(buttons.adjust, { [own.test]: " ", [own.due]: "2026-12-30" });
  await mats.presses(buttons.back);
  await mats.presses(buttons.adjust);
  await mats.presses(buttons.adjust, { [own.test]: text.test, [words.plan.reach]: words.plan.reaches["new-ground"] });
  await mats.says("test-done", "#1");
  await mats.sendsByHand(late);
  await lead.writes("#1");
  await lead.presses(check.title);
  await mats.says("my-actions");
  await mats.presses(buttons.changeDate);
  await mats.presses(buttons.back);
  await mats.presses(check.title);
  await mats.presses(buttons.adopt, { [check.helped]: text.badgeResult, [check.minutes]: "-5", [check.people]: "12" });
  await mats.presses(buttons.adopt, { [check.minutes]: "30" });
  await moveTo(nextRound.question);
  await lead.writes("#1");
  await lead.presses(buttons.reopen);
  await lead.presses(buttons.reopen, { [own.why]: " " });
  await lead.presses(buttons.reopen, { [own.why]: text.reason });
};

/** Ideas that are stopped: by the lesson, by a word, and by a lead's answer. */
export const lessons = async (journey: Journey): Promise<void> => {
  const { lead, sara, omar, pia, mats, text, words, moveTo } = journey;
  const { buttons, own, check, stop, answer } = words;
  await journey.added();
  await moveTo(thisRound.question);
  for (const [at, person] of [sara, omar, pia].entries()) await person.answers(text.titles[at] ?? "");
  await moveTo(thisRound.digest);
  await mats.says("take", "#1");
  await mats.presses(buttons.save, { [own.test]: text.test });
  await mats.says("test-done", "#1");
  await mats.says("take", "#3");
  await mats.presses(words.plan.useThis, { on: text.test });
  await mats.presses(buttons.stopAndShare, { [check.helped]: text.meetingResult });
  await mats.presses(buttons.stopAndShare, { [stop.lesson]: " " });
  await mats.presses(buttons.stopAndShare, { [stop.lesson]: text.meetingResult });
  await mats.presses(buttons.undo);

  await mats.writes(words.commands.stops[0] ?? "");
  await mats.presses(buttons.stopIdea(1));
  await mats.writes(`${words.commands.stops[0]} 1`);
  await mats.presses(buttons.stopIdea(1));
  await mats.presses(buttons.stop, { [stop.lesson]: text.meetingResult });

  await lead.writes("#2");
  await lead.presses(buttons.answer);
  const { solved: _solved, ...unanswered } = lead.wouldSend(buttons.answer, { [answer.choice]: answer.notNow, [own.why]: text.reason });
  await lead.sendsByHand(unanswered);
  await lead.presses(buttons.answer, { [answer.choice]: answer.notNow, [own.why]: " " });
  await lead.presses(buttons.answer, { [own.why]: text.reason });
  await lead.presses(buttons.undo);
  await lead.writes("#2");
  await lead.presses(buttons.answer);
  await lead.presses(buttons.answer, { [answer.choice]: answer.solved, [own.why]: text.badgeResult });
};

/** An owner asks five times why, takes causes back, and presses a card that is older than the causes; a lead reads them. */
export const causes = async (journey: Journey): Promise<void> => {
  const { lead, sara, mats, text, words, moveTo } = journey;
  const { buttons, own, whys } = words;
  const [first = "", ...others] = text.whys;
  await journey.added();
  await moveTo(thisRound.question);
  await sara.answers(text.titles[1]);
  await moveTo(thisRound.digest);
  await mats.says("take", "#1");
  await mats.presses(buttons.save, { [own.due]: "2026-12-04", [own.test]: text.test });
  await mats.presses(buttons.why);
  await mats.presses(buttons.save, { [whys.first]: " " });
  const stale = mats.wouldSend(buttons.save, { [whys.first]: text.reason });
  await mats.presses(buttons.save, { [whys.first]: first });
  await mats.presses(buttons.undo);
  await mats.presses(buttons.save);
  await mats.sendsByHand(stale);
  for (const cause of others) await mats.presses(buttons.save, { [whys.next]: cause });
  await mats.writes("#1");
  await lead.writes("#1");
  await moveTo(nextRound.question);
  await sara.answers(text.titles[2]);
  await lead.says("draft");
  await lead.presses(buttons.change, { on: "#1" });
  await moveTo(nextRound.reminder);
  await moveTo(nextRound.reminder + 4 * day + hour);
  await mats.says("need-help", `#1 ${text.reason}`);
};

/** An owner counts something: before the test, at check-ins and on the card itself, until they check what came of it. */
export const counted = async (journey: Journey): Promise<void> => {
  const { lead, sara, omar, mats, text, words, moveTo } = journey;
  const { buttons, own, count } = words;
  const [queue, other] = [text.counts, `${text.counts} (2)`];
  await journey.added();
  await moveTo(thisRound.question);
  await sara.answers(text.titles[1]);
  await omar.answers(text.titles[6]);
  await moveTo(thisRound.digest);
  for (const idea of ["#1", "#2"]) await mats.says("take", idea);
  await mats.writes("#1");
  await mats.presses(buttons.countSomething);
  await mats.presses(buttons.save, { [count.what]: " ", [count.now]: "7" });
  await mats.presses(buttons.save, { [count.what]: queue, [count.now]: "-7" });
  await mats.presses(buttons.save, { [count.now]: "40,5" });
  await mats.presses(buttons.stopCounting);
  await mats.presses(buttons.undo);
  await mats.writes("#2");
  await mats.presses(buttons.countSomething);
  await mats.presses(buttons.save, { [count.what]: other });
  await moveTo(nextRound.question);
  await moveTo(nextRound.reminder);
  await mats.presses(buttons.saveNumber, { on: "#1", [queue]: "?", [other]: "12" });
  await mats.presses(buttons.saveNumber, { on: "#1", [queue]: "60" });
  await mats.says("nothing");
  await mats.writes("#1");
  await mats.presses(buttons.started);
  await mats.presses(buttons.started, { [own.test]: text.test, [own.due]: "2026-12-18" });
  for (const [weeks, number] of ["20", "5", "10"].entries()) {
    await moveTo(roundAfter(2 + weeks).question);
    await mats.says("nothing");
    await moveTo(roundAfter(2 + weeks).reminder);
    await mats.presses(buttons.onTrack, { on: "#1", [queue]: number });
  }
  await mats.says("test-done", "#1");
  await lead.writes("#1");
};
