import { dateOf } from "../../domain/asking/local-time.ts";
import { teamView } from "../../domain/idea/view.ts";
import { endedIn, firstBoardLooksBackMs, idsOnBoard, planBoard } from "../../domain/review/board.ts";
import { rests, spokenIn, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { type Board, boardGuard, boardIdAt, insertBoard, isOpenBoard, readBoard, readBoards, type StoredBoard } from "../../store/board.ts";
import { readDigests } from "../../store/digest.ts";
import { readIdeas, readSome } from "../../store/idea.ts";
import { sendKey } from "../../store/send.ts";
import { changeTeam, putTeam, readTeam, type StoredTeam, teamPartition } from "../../store/team.ts";
import { countThanks } from "../../store/thanks.ts";
import { hashOf } from "../digest/post.ts";
import { channelNamed } from "../digest/posting.ts";
import { askToDelete } from "../digest/renew-posts.ts";
import { type Answer, type JobFlow, refuse } from "../flow.ts";
import type { Turn } from "../right.ts";
import { addressIn } from "../sending/in-turn.ts";
import { afterSend, sayTo } from "../sending/say-to.ts";
import { sendOnce } from "../sending/send-once.ts";
import { closeBoardOf } from "./close-board.ts";
import { boardCopyOf, boardMessage, readBoardPost } from "./read-board.ts";

const isOfToday = ({ at }: Pick<Board, "at">, { settings }: Team, now: number): boolean =>
  dateOf(at, settings.zone) === dateOf(now, settings.zone);

/** The board that is open in a team's channel. */
const readOpenBoard = async ({ rows }: Pick<Ports, "rows">, { id, openBoard }: Team): Promise<StoredBoard | undefined> => {
  const board = openBoard === undefined ? undefined : await readBoard(rows, id, openBoard);
  return board && isOpenBoard(board) ? board : undefined;
};

/** `board`, by a lead: opens a board in the team's channel, or leads to the one that was opened there today. */
export const writeBoard = async (_command: unknown, { team, who, now, ports }: Turn): Promise<Answer> => {
  if (team.archivedAt !== undefined) return refuse("team-archived", team.name);
  if (team.lastDigest === undefined) return refuse("no-digest");
  const open = await readOpenBoard(ports, team);
  if (open && isOfToday(open, team, now)) {
    const { id: board, at: openedAt, channelId } = open;
    return { say: "board-open", team: teamView(team), board, openedAt, channelName: channelNamed(team, channelId) };
  }
  await ports.jobs.put({ job: "post-board", team: team.id, board: boardIdAt(now, ports.chance.id()), by: who });
  return { say: "board-opening", team: teamView(team), channelName: channelNamed(team, team.channelId) };
};

/** After this long (ms) a press that began before the board was made is stored, even one that used a team from a cache of 10 s. */
const afterPressMs = 15_000;

/** Makes a board and posts it, at most once. An open one of another day is closed first; of two leads who write at once, one opens the board. */
export const postBoard: JobFlow<"post-board"> = async ({ team: id, board: name, by }, ports) => {
  const { rows, jobs, clock, log } = ports;
  const known = await readTeam(rows, id);
  if (!known || rests(known.team)) return undefined;
  let board = await readBoard(rows, id, name);
  if (!board) {
    const open = await readOpenBoard(ports, known.team);
    if (open && isOfToday(open, known.team, clock.now())) return undefined;
    if (open) await closeBoardOf(ports, id, open.id, { closedHow: "board" });
    const stored = open ? await readTeam(rows, id) : known;
    if (!stored || !(await makeBoard(ports, stored, name))) return { laterMs: 1_000 };
    board = await readBoard(rows, id, name);
  }
  if (!board) return undefined;
  const { team } = known;
  const { channelId } = board;
  const post = await readBoardPost(ports, team, board);
  const message = boardMessage(post, team, clock.now());
  const sent = await sendOnce(ports, team, boardGuard(name), board, {
    calls: 1,
    urgent: true,
    copy: { ...boardCopyOf(post, message), message, spoken: spokenIn(team) },
    post: async () => ({
      delivery: await ports.channel.post(addressIn(team, channelId), message, spokenIn(team)),
      keepId: true,
    }),
  });
  // Also where the send was over before: the earlier run may have been cut off here.
  const ended = sent.outcome === "over" ? (await readBoard(rows, id, name))?.delivery : sent.outcome;
  if (ended === "refused" || ended === "doubtful") {
    await forgetOpen(ports, id, name);
    if (ended === "doubtful") await askToDelete(ports, team, idsOnBoard(board));
    const trouble = {
      say: "board-trouble",
      team: teamView(team),
      channelName: channelNamed(team, channelId),
      ...(ended === "doubtful" ? { isDoubtful: true as const } : {}),
    } as const;
    if (by !== undefined) return afterSend(await sayTo(ports, team, by, { key: sendKey("board", by, name), message: () => trouble }));
  }
  const shownNow = sent.outcome === "sent" ? { shown: hashOf(message, team) } : {};
  if (ended === "sent") await jobs.put({ job: "renew-board", team: id, board: name, ...shownNow }, afterPressMs);
  if (sent.outcome === "sent") log.info("board-posted", { team: id, board: name, ideas: idsOnBoard(board).length });
  return afterSend(sent);
};

/** A board that Gnist cannot change is no open one: the next `board` opens another. */
const forgetOpen = async ({ rows }: Pick<Ports, "rows">, id: string, board: string): Promise<void> => {
  await changeTeam(rows, id, ({ openBoard, ...team }) => (openBoard === board ? { team } : undefined));
};

/** The newest boards among which the last one is that Teams has: it may have refused some. */
const lookedThrough = 20;

/** False where the team was changed meanwhile: the job looks again. */
const makeBoard = async (ports: Ports, { team, tag }: StoredTeam, id: string): Promise<boolean> => {
  const { rows, clock } = ports;
  const now = clock.now();
  const boards = await readBoards(rows, team.id, lookedThrough);
  const last = boards.find(({ messageId }) => messageId !== undefined);
  const since = last ? (last.closedAt ?? last.at) : now - firstBoardLooksBackMs;
  const [listed, digests] = await Promise.all([readIdeas(rows, team.id), readDigests(rows, team.id)]);
  const known = new Set(listed.map(({ idea }) => idea.id));
  const ended = await readSome(
    rows,
    team.id,
    endedIn(digests, since).filter((one) => !known.has(one)),
    () => "ended",
  );
  const ideas = [...listed, ...ended].map(({ idea }) => idea);
  const plan = planBoard(ideas, { lastDigest: team.lastDigest, since, today: dateOf(now, team.settings.zone) });
  const ids = idsOnBoard(plan);
  const board: Board = {
    id,
    at: now,
    ...plan,
    voicesBefore: ideas.filter((idea) => ids.includes(idea.id)).map(({ id: idea, voices }) => ({ idea, voices })),
    thanksBefore: await countThanks(rows, team.id, ids),
    onTrack: [],
    channelId: team.channelId,
  };
  const changes = [...insertBoard(board), putTeam({ ...team, openBoard: id }, tag)];
  return (await rows.commit(teamPartition(team.id), changes)) === "done";
};
