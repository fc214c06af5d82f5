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
  await lead.presses(buttons.more);
  await lead.presses(buttons.save, { [own.coordinators]: journey.text.team, [own.asksWeekly]: "false" });
  await lead.says("settings", "", inChannel);
  await lead.presses(buttons.more);
  await lead.presses(buttons.save, { [own.asksWeekly]: "true" });
  await lead.says("coordinators-here", "", inChannel);
  await lead.presses(buttons.undo, inChannel);
};
