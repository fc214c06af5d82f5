import type { TeamId } from "../domain/ids.ts";
import type { Rows } from "../ports.ts";
import { countdown } from "./idea.ts";
import { rowKinds } from "./kinds.ts";
import { decodeAll, encode } from "./record.ts";
import { teamPartition } from "./team.ts";
import { under } from "./under.ts";

/** Notes that an export of all that a team has began at an instant (ms). Again, it finds the row. */
export const insertExport = async (rows: Rows, team: TeamId, at: number): Promise<void> => {
  await rows.commit(teamPartition(team), [{ do: "put", key: `export|${countdown(at)}`, values: encode(rowKinds.exported, { at }) }]);
};

/** The instants (ms) at which exports of a team began, the latest first. */
export const readExports = async (rows: Rows, team: TeamId): Promise<readonly number[]> =>
  decodeAll(rowKinds.exported, teamPartition(team), await rows.list(teamPartition(team), under(rowKinds.exported.name))).map(
    ({ at }) => at,
  );
