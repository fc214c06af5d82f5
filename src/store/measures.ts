import type { TeamId } from "../domain/ids.ts";
import type { Measures } from "../domain/overview/measures.ts";
import type { Rows } from "../ports.ts";
import { countdown } from "./idea.ts";
import { rowKinds } from "./kinds.ts";
import { decodeAll, encode } from "./record.ts";
import { tenantPartition } from "./tenant.ts";
import { under } from "./under.ts";

/** A row of measures, and the team that it counts. */
export type TeamMeasures = { readonly team: TeamId; readonly measures: Measures };

type StoredMeasures = { readonly measures: Measures; readonly key: string; readonly tag: string };

const { measures: kind } = rowKinds;

/** The latest rows of a team, the newest first. */
export const readMeasures = async (rows: Rows, tenant: string, team: TeamId, most: number): Promise<readonly StoredMeasures[]> => {
  const found = await rows.list(tenantPartition(tenant), under(`${kind.name}|${team}`), most);
  const read = decodeAll(kind, tenantPartition(tenant), found);
  return found.flatMap(({ key, tag }, at) => {
    const measures = read[at];
    return measures ? [{ measures, key, tag }] : [];
  });
};

/** The measures of a team between two instants (ms), the newest first; `until` is not part of the time. */
export const readMeasuresBetween = async (
  rows: Rows,
  tenant: string,
  team: TeamId,
  { from, until }: { readonly from: number; readonly until: number },
): Promise<readonly Measures[]> => {
  const keyAt = (at: number) => `${kind.name}|${team}|${countdown(at)}`;
  return decodeAll(
    kind,
    tenantPartition(tenant),
    await rows.list(tenantPartition(tenant), { from: keyAt(until - 1), to: `${keyAt(from)}~` }),
  );
};

/**
 * Stores the row of a digest, in the place of the earlier row whose counts it holds. False where another writer was quicker.
 */
export const putMeasures = async (
  rows: Rows,
  tenant: string,
  { team, measures }: TeamMeasures,
  earlier: StoredMeasures | undefined,
): Promise<boolean> => {
  const done = await rows.commit(tenantPartition(tenant), [
    ...(earlier ? [{ do: "delete", key: earlier.key, tag: earlier.tag } as const] : []),
    { do: "insert", key: `${kind.name}|${team}|${countdown(measures.at)}`, values: encode(kind, measures) },
  ]);
  return done === "done";
};

/** Rows that one page reads. */
const onPage = 1_000;

/**
 * The rows of all teams of a tenant in one pass, those of a team together and the newest first: a long read, a page at a time. Rows outside of the time are not
 * decoded, but for the newest row of a team before its end.
 * @param from, until instants (ms); `until` is not part of the time
 */
export async function* everyMeasures(rows: Rows, tenant: string, from: number, until: number): AsyncGenerator<readonly TeamMeasures[]> {
  const all = under(kind.name);
  let team = "";
  for (let after = all.from; ; ) {
    const found = await rows.list(tenantPartition(tenant), { ...all, from: after }, onPage);
    const wanted = found.filter(({ key }) => {
      const [, of = "", time = ""] = key.split("|");
      // A row without a round is a digest's between two rounds: the next row holds its counts.
      if (time <= countdown(until)) return false;
      const isNewest = of !== team;
      team = of;
      return isNewest || time <= countdown(from);
    });
    const read = decodeAll(kind, tenantPartition(tenant), wanted);
    yield read.map((measures, at) => ({ team: wanted[at]?.key.split("|")[1] ?? "", measures }));
    const last = found.at(-1);
    if (!last || found.length < onPage) return;
    after = `${last.key} `;
  }
}

/** Rows that one transaction deletes at most. */
const mostInOne = 100;

/** Deletes the rows of a team. */
export const deleteMeasures = async (rows: Rows, tenant: string, team: TeamId): Promise<void> => {
  for (;;) {
    const found = await rows.list(tenantPartition(tenant), under(`${kind.name}|${team}`), mostInOne);
    if (found.length === 0) return;
    await rows.commit(
      tenantPartition(tenant),
      found.map(({ key, tag }) => ({ do: "delete", key, tag })),
    );
  }
};
