import { thisRound } from "../../world/moments.ts";
import { expectSay, teamId } from "../../world/world.ts";
import type { Journey } from "../journey.ts";

/** The result of a team that its lead offers to others, and the leads of one who try it, or do not. */
export const spreading = async (journey: Journey): Promise<void> => {
  const { lead, sara, mats, text, words, moveTo, person } = journey;
  const { buttons, own, check, settings } = words;
  const [friction = ""] = text.titles;
  await journey.added();
  await moveTo(thisRound.question);
  const { idea } = expectSay(await sara.answers(friction), "receipt");
  const [kim, nina] = [person("Kim Ek"), person("Nina Ny")];
  await journey.addsTeam(journey.otherTeam(2), [kim.name, nina.name]);
  await kim.says("prompt-now");
  await nina.answers(friction);
  await kim.says("digest-now");
  await moveTo(thisRound.digest);

  await mats.says("take", "#1");
  await mats.presses(buttons.save, { [own.test]: text.test });
  await lead.sendsByHand({ verb: "spread-form", team: teamId, idea });
  await mats.says("test-done", "#1");
  await lead.writes("#1");
  await lead.presses(check.title);
  await lead.presses(buttons.adopt, { [check.helped]: text.badgeResult });
  await lead.writes("#1");
  await lead.presses(buttons.spread);
  await lead.presses(buttons.back);
  await lead.presses(buttons.spread);
  await lead.presses(buttons.spread, { [words.draft.change.newTitle]: " " });
  await lead.presses(buttons.spread, { [words.draft.change.newTitle]: friction });

  const other = kim.onAnotherDevice();
  await kim.presses(buttons.notForUs);
  await kim.presses(buttons.undo);
  await kim.presses(buttons.tryHere);
  await nina.says("take", "#1");
  await other.presses(buttons.tryHere);
  await lead.presses(buttons.undo);
  await kim.says("settings");
  await lead.says("settings");
  await lead.presses(settings.groups.what);
  await lead.presses(buttons.save, { [settings.spread]: settings.spreads(false) });
  await lead.presses(buttons.spread);
};
