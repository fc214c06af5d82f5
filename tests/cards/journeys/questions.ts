import { roundAfter } from "../../world/moments.ts";
import type { Journey } from "../journey.ts";

const inChannel = { in: "channel" } as const;

/** The questions take turns, under the team's focus; answers to the second one are worth doing more of, and somebody tries one of them. */
export const questions = async (journey: Journey): Promise<void> => {
  const { lead, sara, omar, pia, text, words, moveTo } = journey;
  const { buttons, form, settings } = words;
  const [handover, tip, pairs] = text.works;
  await journey.added();
  await moveTo(roundAfter(0).question);
  await lead.says("settings");
  await lead.press(settings.groups.what);
  await lead.presses(buttons.save, {
    [settings.rotates]: settings.rotation(true),
    [settings.focusNow]: text.now,
    [settings.focusGoal]: text.goal,
  });
  await moveTo(roundAfter(1).question);
  await sara.answers(handover, { [form.moreOfIt]: text.proposal });
  await sara.presses(buttons.addAnother);
  await sara.answers(tip);
  await sara.presses(buttons.edit);
  await omar.answers(pairs, { [form.showName]: true });
  await moveTo(roundAfter(1).draft);
  await lead.presses(buttons.change, { on: handover });
  await moveTo(roundAfter(1).digest);
  await pia.presses(buttons.allIdeas, inChannel);
  await pia.presses(buttons.back, inChannel);
  await pia.presses(buttons.thanks, { ...inChannel, on: tip });
  const { number } =
    journey
      .inTeam("digest")
      .at(-1)
      ?.digest.worth.find(({ title }) => title === handover) ?? {};
  await pia.says("ask", `#${number} ${omar.name}`);
  await pia.writes(`#${number}`);
  await lead.presses(buttons.meToo, { ...inChannel, on: handover });
  await pia.presses(buttons.tryIt, { ...inChannel, on: handover });
  await sara.says("my-ideas");
  await sara.presses(buttons.open, { on: tip });
  await pia.writes(`#${number}`);
  await journey.toNews();
  await moveTo(roundAfter(2).question);
  await sara.says("prompt");
  // Pia has answered none of the three.
  await moveTo(roundAfter(3).question);
  await pia.presses(words.less.every[4]);
  await pia.presses(words.less.asNow);
};
