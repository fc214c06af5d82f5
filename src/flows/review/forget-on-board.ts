import type { TeamId } from "../../domain/ids.ts";
import type { Ports } from "../../ports.ts";
import { mergeBoard, readBoard } from "../../store/board.ts";
import { teamPartition } from "../../store/team.ts";
import { afterStoringMs } from "../flow.ts";

/** Takes a person out of the minutes of a board: the lead who closed it is a role alone, and an owner who accepted has no name. Its post is renewed. */
export const forgetOnBoard = async (
  team: TeamId,
  id: string,
  { ids }: { readonly ids: readonly string[] },
  { rows, jobs }: Pick<Ports, "rows" | "jobs">,
): Promise<void> => {
  const board = await readBoard(rows, team, id);
  if (!board) return;
  await jobs.put({ job: "renew-board", team, board: id }, afterStoringMs);
  const isTheirs = (person: string | undefined) => person !== undefined && ids.includes(person);
  const decisions = board.decisions?.map(({ who, ...decision }) => (who === undefined || isTheirs(who) ? decision : { ...decision, who }));
  const facts = { ...(isTheirs(board.closedBy) ? { closedBy: "" } : {}), ...(decisions ? { decisions } : {}) };
  await rows.commit(teamPartition(team), [mergeBoard(id, facts, board.tag)]);
};
