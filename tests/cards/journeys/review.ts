import { day, hour, thisRound } from "../../world/moments.ts";
import { generalChannel } from "../../world/world.ts";
import type { Journey } from "../journey.ts";

/** The morning after December, on which its review comes. */
const newYear = Date.parse("2027-01-01T08:00Z");

/** A month in which ideas were adopted, stopped, passed on and left waiting. */
const aMonth = async (journey: Journey): Promise<void> => {
  const { lead, sara, omar, pia, ase, leila, mats, text, words, moveTo } = journey;
  const { buttons, own, check, stop, form, kinds } = words;
  await journey.added();
  await lead.says("review");
  await moveTo(thisRound.question);
  const authors = [sara, omar, pia, ase, leila];
  for (const [at, author] of authors.entries()) await author.answers(text.titles[at] ?? "", at === 4 ? { [form.kind]: kinds.served } : {});
  await moveTo(thisRound.digest);
  await lead.says("review");
  for (const number of ["#1", "#2", "#3"]) {
    await mats.says("take", number);
    await mats.presses(buttons.save, { [own.test]: text.test, [own.due]: "2026-12-18" });
  }
  await mats.says("test-done", "#1");
  await mats.presses(buttons.adopt, { [check.helped]: text.badgeResult, [check.minutes]: "30", [check.people]: "12" });
  await mats.writes(`${words.commands.stops[0]} #2`);
  await mats.presses(buttons.stop, { [stop.lesson]: text.meetingResult });
};

/** The review of a month: so far, as it comes to the lead, its agenda, and its post. */
export const reviews = async (journey: Journey): Promise<void> => {
  const { lead, sara, text, words, moveTo } = journey;
  const { buttons, review } = words;
  await aMonth(journey);
  await moveTo(newYear);
  const onPhone = lead.onAnotherDevice();
  await lead.presses(review.buttons.agenda);
  await lead.presses(review.buttons.minutes(60));
  await lead.presses(review.buttons.minutes(15));
  await lead.presses(review.buttons.word);
  await lead.press(buttons.postIt, { [review.words]: text.reason });
  await onPhone.presses(buttons.postIt);
  await lead.says("review");
  await sara.says("my-ideas");
  await sara.says("withdraw");
  await moveTo(journey.now() + day);
};

/** A review that Teams refuses, and one of which nobody knows whether Teams has it. */
export const reviewTroubles = async (journey: Journey): Promise<void> => {
  const { lead, sara, words, moveTo, trouble } = journey;
  const { buttons } = words;
  await aMonth(journey);
  await moveTo(newYear);
  trouble.set(generalChannel, { outcome: "refused", why: "gone", detail: "404" });
  await lead.presses(buttons.postIt);
  trouble.set(generalChannel, { outcome: "doubtful", detail: "502" });
  await lead.presses(buttons.postIt);
  trouble.clear();
  await moveTo(journey.now() + hour);
  await sara.says("withdraw");
  await moveTo(journey.now() + hour);
};
