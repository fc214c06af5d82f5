import { day, hour, nextRound, roundAfter, thisRound } from "../../world/moments.ts";
import { generalChannel, teamId } from "../../world/world.ts";
import type { Journey } from "../journey.ts";

const inChannel = { in: "channel" } as const;

/** Meetings on boards: the first one, one with every part, those that nobody closes, and those that Teams does not take. */
export const boards = async (journey: Journey): Promise<void> => {
  const { lead, sara, omar, pia, ase, text, words, moveTo, trouble } = journey;
  const { buttons, own, finish } = words;
  const [first, second, third, fourth] = text.titles;
  await journey.added();
  await moveTo(thisRound.question);
  await omar.answers(first);
  await pia.answers(second);
  await ase.answers(third);
  await moveTo(thisRound.digest);
  await lead.says("board", "", inChannel);
  await lead.presses(buttons.takeOrAsk, { ...inChannel, on: first });
  await lead.presses(buttons.back, inChannel);
  await omar.presses(buttons.takeOrAsk, { ...inChannel, on: first });
  await omar.presses(buttons.take, inChannel);
  await lead.says("board");
  await lead.presses(words.board.show);
  await lead.presses(buttons.close, inChannel);
  await pia.presses(buttons.takeOrAsk, { ...inChannel, on: second });
  await pia.presses(buttons.take, inChannel);
  await pia.presses(buttons.save, { [own.due]: "2026-12-09", [own.test]: text.test });
  await pia.says("done", `#${numberOn(journey, second)}`);
  await pia.presses(buttons.save, { [finish.result]: text.badgeResult });

  await moveTo(nextRound.question);
  await sara.answers(fourth);
  await moveTo(nextRound.digest);
  await moveTo(roundAfter(1).digest + 8 * day);
  await lead.says("board");
  await omar.presses(buttons.onTrack, { ...inChannel, on: first });
  await sara.presses(buttons.thanks, { ...inChannel, on: second });
  await omar.presses(buttons.started, { ...inChannel, on: first });
  await omar.presses(buttons.started, { [own.test]: text.test });
  await omar.presses(buttons.needHelp, { ...inChannel, on: first });
  await moveTo(journey.now() + hour);
  await ase.presses(buttons.withdraw);
  await lead.presses(buttons.close, inChannel);

  await lead.says("board");
  await moveTo(journey.now() + day);
  await lead.says("board");
  await moveTo(roundAfter(3).digest);
  trouble.set(generalChannel, { outcome: "refused", why: "gone", detail: "404" });
  await lead.says("board");
  trouble.set(generalChannel, { outcome: "doubtful", detail: "502" });
  await lead.says("board");
  trouble.clear();
  await omar.presses(buttons.withdraw);
  // A board of years ago, which the team keeps no longer.
  await lead.sendsByHand({ verb: "show-board", team: teamId, board: "8204299999999-Nonce123" });
};

const numberOn = ({ inTeam }: Journey, title: string): number | undefined => {
  const { top = [] } = inTeam("digest").at(-1)?.digest ?? {};
  return top.find((idea) => idea.title === title)?.number;
};
