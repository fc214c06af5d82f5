import type { MessageOf } from "../../src/domain/message/index.ts";
import type { BoardLine, BoardView } from "../../src/domain/review/board.ts";
import { boardParts } from "../../src/domain/review/board.ts";
import type { Random } from "../world/chance.ts";
import { minute } from "../world/moments.ts";
import type { Post } from "../world/people.ts";
import { expectSay } from "../world/world.ts";
import type { Deeds, PlayedTeam } from "./deeds.ts";
import type { Known } from "./ledger.ts";

/** A meeting at a board: its post, the board as it was opened, as it looked at the end of the meeting, and its minutes when it had just closed. */
export type Meeting = {
  readonly post: Post;
  readonly opened: BoardView;
  readonly last: BoardView;
  readonly isByLead: boolean;
  /** The instant (ms) at which people had looked at it for the last time. */
  readonly lastAt: number;
  minutes?: MessageOf<"minutes"> | undefined;
};

/** The minutes, once the board has closed. */
export const minutesOf = ({ post: { message } }: Meeting): MessageOf<"minutes"> | undefined =>
  message.say === "minutes" ? message : undefined;

/** All ideas on a board. */
export const linesOf = (board: BoardView): readonly BoardLine[] => boardParts.flatMap((part) => board[part]);

const inChannel = { in: "channel" } as const;

/**
 * A lead opens a board, and people press what stands on it, by chance.
 * @param isByLead the lead closes it; else the next digest does
 */
export const meet = async (
  deeds: Deeds,
  team: PlayedTeam,
  random: Random,
  name: (what: string) => string,
  isByLead: boolean,
): Promise<Meeting> => {
  const { world, ledger } = deeds;
  const lead = world.person(team.lead);
  expectSay(await lead.writes("board", inChannel), "board-opening");
  const post = world.posted.findLast(({ to, message }) => to === team.channel && message.say === "board");
  if (post?.message.say !== "board") throw new Error("no board was posted");
  const opened = post.message;
  await world.moveTo(world.now() + minute);
  const on = (line: BoardLine) => ({ ...inChannel, on: line.title });
  const anybody = () => world.person(random.pick(team.people));
  const note = (line: BoardLine, who: string, did: Parameters<typeof ledger.note>[0]["did"], more: object = {}) =>
    ledger.note({ team: team.name, who, did, idea: line.title, ...more });
  const known = (line: BoardLine): Known => {
    const found = ledger.idea(line.title);
    if (!found) throw new Error(`nobody wrote "${line.title}"`);
    return found;
  };

  for (const line of opened.check) {
    const owner = world.person(known(line).owner ?? "");
    if (random.happens(0.5)) {
      await owner.presses("On track", on(line));
      note(line, owner.name, "on track");
    } else if (line.stage === "planned") {
      const test = name("Test");
      await owner.presses("Started", on(line));
      await owner.presses("Started", { on: line.title, "Smallest test": test });
      note(line, owner.name, "started", { test });
    } else if (line.stage === "testing") {
      const said = name("Result");
      await owner.presses("Test done", on(line));
      note(line, owner.name, "tested");
      expectSay(await owner.presses("Adopt", { on: line.title, "Did it help?": said }), "finished");
      note(line, owner.name, "adopted", { said });
    }
  }
  for (const line of [...opened.waiting, ...opened.choose]) {
    for (let left = random.below(3); left > 0; left -= 1) {
      const who = anybody();
      await who.presses("Me too", on(line));
      note(line, who.name, "joined a voice");
    }
    if (!random.happens(0.4)) continue;
    const who = anybody();
    await who.presses("Take or ask", on(line));
    await who.presses("I'll take it", inChannel);
    note(line, who.name, "took");
    if (!random.happens(0.2)) continue;
    await deeds.gaveBack(known(line), who, name("Reason"));
  }
  for (const line of opened.done)
    for (let left = random.below(5); left > 0; left -= 1) {
      const who = anybody();
      await who.presses("Thanks", on(line));
      note(line, who.name, "thanked");
    }

  await world.moveTo(world.now() + minute);
  const last = expectSay(post.message, "board");
  const lastAt = world.now();
  const meeting: Meeting = { post, opened, last, isByLead, lastAt };
  if (!isByLead) return meeting;
  expectSay(await lead.presses("Close", inChannel), "minutes");
  ledger.note({ team: team.name, who: lead.name, did: "closed a board" });
  return { ...meeting, minutes: minutesOf(meeting) };
};
