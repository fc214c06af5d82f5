import type { Change, Commit, Rows } from "../../src/ports.ts";

/*
 * Twins of Gnist without one safeguard, made by wrappers around the store: checks that do not find their faults prove nothing.
 */

const isIntent = ({ values }: Exclude<Change, { do: "delete" }>): boolean =>
  [values.delivery, values.reminder].some((state) => typeof state === "string" && state.startsWith("intent|"));

const changesIntent = (change: Change): boolean => change.do !== "delete" && isIntent(change);

/** Sends without writing an intent first. */
export const withoutIntents = (rows: Rows): Rows => ({
  ...rows,
  commit: async (partition, changes): Promise<Commit> => (changes.some(changesIntent) ? "done" : rows.commit(partition, changes)),
});

/** Without compare-and-set: a sender overwrites any state with its intent. */
export const withoutFence = (rows: Rows): Rows => ({
  ...rows,
  commit: (partition, changes) =>
    rows.commit(
      partition,
      changes.map((change): Change => {
        if (change.do === "delete" || !isIntent(change)) return change;
        const { key, values } = change;
        return change.do === "insert" ? { do: "put", key, values } : { do: "merge", key, values };
      }),
    ),
});

/** A change of the cadence in the wrong order: a team's old due row goes before the new one is written. */
export const oldDueFirst = (rows: Rows): Rows => ({
  ...rows,
  commit: async (partition, changes) => {
    const [change] = changes;
    const [, team = "", job] = change?.key.split("|") ?? [];
    if (partition.startsWith("due|") && change?.do === "put" && job === "start-round") {
      const all = await rows.list(partition, { from: " ", to: "~" });
      const old = all.filter(({ key }) => key !== change.key && key.includes(`|${team}|${job}|`));
      for (const { key } of old) await rows.commit(partition, [{ do: "delete", key }]);
    }
    return rows.commit(partition, changes);
  },
});

/** Sends messages of a kind without an intent. @param kind of the guards of these messages */
export const unguarded =
  (kind: string) =>
  (rows: Rows): Rows => ({
    ...rows,
    commit: async (partition, changes): Promise<Commit> =>
      changes.some((change) => change.key.startsWith(`send|${kind}|`) && changesIntent(change)) ? "done" : rows.commit(partition, changes),
  });

const isNews = (key: string): boolean => key.startsWith("news|");

/** Never notes that news waits for somebody. */
export const forgetsNews = (rows: Rows): Rows => ({
  ...rows,
  commit: async (partition, changes): Promise<Commit> => {
    const left = changes.filter((change) => change.do !== "put" || !isNews(change.key));
    return left.length === 0 ? "done" : rows.commit(partition, left);
  },
});

/** Keeps news after it was told, and does not look at earlier bundles. */
export const tellsAgain = (rows: Rows): Rows => ({
  ...rows,
  list: async (partition, range, limit) => (range.from.startsWith("bundle|") ? [] : rows.list(partition, range, limit)),
  commit: async (partition, changes): Promise<Commit> => {
    const left = changes.filter((change) => change.do !== "delete" || !isNews(change.key));
    return left.length === 0 ? "done" : rows.commit(partition, left);
  },
});
