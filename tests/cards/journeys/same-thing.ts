import { nextRound, thisRound } from "../../world/moments.ts";
import { expectSay } from "../../world/world.ts";
import type { Journey } from "../journey.ts";

const inChannel = { in: "channel" } as const;

/** Ideas that say the same: joined by an author and by a lead, and undone. */
export const sameThing = async (journey: Journey): Promise<void> => {
  const { lead, sara, omar, mats, text, words, moveTo, settle } = journey;
  const { buttons, same } = words;
  const [first, second, third] = text.titles;
  await journey.added();
  await moveTo(thisRound.question);
  await sara.answers(first);
  await moveTo(thisRound.digest);
  const { idea } = expectSay(await sara.says("my-ideas"), "my-ideas").ideas[0] ?? {};
  if (!idea) throw new Error("no idea");
  const of = `#${idea.number} ${idea.title}`;
  await omar.says("me-too", "#1");

  await sara.presses(buttons.open);
  await sara.presses(buttons.sameThing);
  await sara.presses(buttons.back);
  await omar.says("idea", second);
  const onPhone = omar.onAnotherDevice();
  await omar.presses(buttons.sameThing);
  await omar.presses(buttons.sameThing, { [same.as]: of });
  await settle();
  await onPhone.presses(buttons.sameThing);
  await omar.says("my-ideas");
  await omar.says("undo");

  await mats.says("idea", third);
  await lead.says("draft");
  await lead.presses(buttons.change, { on: third });
  await lead.presses(buttons.sameThing);
  await lead.presses(buttons.sameThing, { [same.as]: of });
  await settle();
  await sara.presses(buttons.meToo, inChannel);
  await sara.writes("#1");
  await journey.toNews();
  await lead.presses(buttons.undo);
  await journey.toNews();

  // Both have been shown by now.
  await moveTo(nextRound.question);
  await moveTo(nextRound.digest);
  await mats.says("my-ideas");
  await mats.presses(buttons.open);
  await mats.presses(buttons.sameThing);
  const { idea: merged } = expectSay(await mats.presses(buttons.sameThing, { [same.as]: of }), "idea-merged");
  await settle();
  await sara.writes(`#${merged.number}`);
  await sara.writes("#1");
};
