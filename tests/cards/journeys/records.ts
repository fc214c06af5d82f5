import { minute, nextRound, thisRound } from "../../world/moments.ts";
import { generalChannel } from "../../world/world.ts";
import type { Journey } from "../journey.ts";

/** A team that keeps until exported: what its members read before they send, and after they withdraw; in a post that Gnist can change, and in one that it cannot. */
export const records = async (journey: Journey): Promise<void> => {
  const { lead, sara, mats, text, words, moveTo, trouble } = journey;
  const { buttons, settings: own } = words;
  const [friction = "", other = ""] = text.titles;
  await journey.added();
  await lead.says("settings");
  await lead.presses(own.groups.what);
  await lead.presses(buttons.save, { [own.keepUntilExported]: own.keepsUntilExported(true) });
  const { resultsAddress } = words;
  await lead.says("settings");
  await lead.presses(own.groups.what);
  await lead.presses(resultsAddress.open);
  await lead.presses(resultsAddress.make);
  await lead.presses(buttons.back);
  await lead.presses(own.groups.what);
  await lead.presses(resultsAddress.open);
  await lead.presses(resultsAddress.make);
  await lead.presses(resultsAddress.revoke);
  await moveTo(thisRound.question);
  await sara.answers(friction);
  await sara.presses(buttons.edit);
  await sara.presses(buttons.save);
  await mats.says("who-sees-this");
  await mats.says("idea-for-colleague");
  await moveTo(thisRound.digest + minute);
  await sara.presses(buttons.withdraw);
  await moveTo(nextRound.question);
  await mats.answers(other);
  trouble.set(generalChannel, { outcome: "doubtful", detail: "502" });
  await moveTo(nextRound.digest);
  trouble.clear();
  await mats.presses(buttons.withdraw);
};
