import { nextRound, thisRound } from "../../world/moments.ts";
import type { Journey } from "../journey.ts";

/** Ideas that look alike: on a receipt, in the draft, and in the news of the other author. */
export const lookAlikes = async (journey: Journey): Promise<void> => {
  const { lead, sara, omar, mats, text, words, moveTo, settle } = journey;
  const [first, second] = text.titles;
  await journey.added();
  await moveTo(thisRound.question);
  await sara.answers(first);
  await moveTo(thisRound.digest);
  await sara.says("idea", first);
  await omar.says("idea", first);
  await omar.presses(words.same.another);
  await mats.says("idea", second);
  await settle();
  await moveTo(nextRound.question);
  await lead.says("draft");
  await lead.presses(words.buttons.sameThing, { on: words.same.shared("").trim() });
  await settle();
  await journey.toNews();
};
