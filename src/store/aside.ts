import type { TeamId } from "../domain/team.ts";
import type { Log, Rows } from "../ports.ts";
import { BadRow, type Damaged } from "./record.ts";
import { teamPartition } from "./teams.ts";
import { under } from "./under.ts";

/** A row of a team that was set aside: its kind, and why. */
export type AsideRow = { readonly kind: string; readonly why: string };

const whyColumn = "asideWhy";

/** Moves a row that cannot be read out of the way of its neighbours. It is kept in its own partition, all its columns as they were. */
export const setAside = async (
  { rows, log }: { readonly rows: Rows; readonly log: Log },
  { partition, row, kind, why }: Damaged,
): Promise<void> => {
  log.error("row-aside", { kind: kind.name, why });
  await rows.commit(partition, [
    { do: "put", key: `aside|${row.key}`, values: { ...row.values, [whyColumn]: why } },
    { do: "delete", key: row.key, tag: row.tag },
  ]);
};

/** Each try may find more rows of another kind that cannot be read; there are fewer kinds than this. */
const mostTries = 30;

/**
 * Does a piece of work that may run twice. Where it meets rows that cannot be read, they are set aside and the work begins again, so that one such row keeps
 * nothing else of its team waiting. @throws BadRow for an essential row, which stays where it is
 */
export const settingAside = async <T>({ rows, log }: { readonly rows: Rows; readonly log: Log }, work: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (fault) {
      if (!(fault instanceof BadRow) || tries === mostTries || fault.damaged.some(({ kind }) => kind.isEssential)) throw fault;
      for (const damaged of fault.damaged) await setAside({ rows, log }, damaged);
    }
  }
};

/** At most 20 rows of a team that were set aside. */
export const readAside = async (rows: Rows, team: TeamId): Promise<readonly AsideRow[]> =>
  (await rows.list(teamPartition(team), under("aside"), 20)).map(({ key, values }) => ({
    kind: key.split("|")[1] ?? "",
    why: typeof values[whyColumn] === "string" ? values[whyColumn] : "",
  }));
