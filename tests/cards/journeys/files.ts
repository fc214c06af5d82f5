import { minute, thisRound } from "../../world/moments.ts";
import type { Journey } from "../journey.ts";

/** A lead asks for the team's record: by a link, and by Teams' own question, which is answered in every way. */
export const files = async (journey: Journey): Promise<void> => {
  const { lead, omar, moveTo, words, drive } = journey;
  await journey.added();
  await moveTo(thisRound.question);
  await omar.answers(journey.text.titles[0]);
  await moveTo(thisRound.digest);
  await lead.says("export");
  await lead.answersFile("decline");
  await lead.says("export");
  await lead.answersFile("accept");
  await lead.says("export");
  await moveTo(journey.now() + 2 * 24 * 60 * minute);
  await lead.answersFile("accept");
  await lead.says("export");
  drive.goesAway();
  await lead.answersFile("accept");
  journey.hasUrl("https://gnist.example.org");
  await lead.says("export");
  const ada = journey.person("Ada Min");
  journey.makeAdmin("Ada Min");
  await journey.meets("Ada Min");
  await ada.says("export");
  journey.makeAdmin(lead.name);
  await lead.says("export");
  await lead.presses(words.files.kinds["measures-export"].title);
};
