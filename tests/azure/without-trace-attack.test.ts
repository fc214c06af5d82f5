import { TableClient } from "@azure/data-tables";
import { openStorage } from "../../src/azure/open-storage.ts";
import { startAzurite } from "../azurite.ts";
import { isAttacked } from "../ideas/attacked.ts";
import type { Held } from "../ideas/attacker.ts";
import { withSparedReads } from "./spared-reads.ts";

/** Columns that Azure adds to a row. */
const ofAzure = ["partitionKey", "rowKey", "timestamp", "etag"];

isAttacked(
  "every row of the table with the moment and the tag that Azure gave it, and every message that was ever put in its queues",
  async () => {
    const { connectionString, stop } = await startAzurite();
    const { rows, jobs } = withSparedReads(await openStorage({ connectionString }));
    const table = TableClient.fromConnectionString(connectionString, "Gnist", { allowInsecureConnection: true });
    return {
      rows,
      jobs,
      async take() {
        const held: Held[] = [];
        for await (const found of table.listEntities<Record<string, string | number | boolean>>()) {
          const values = Object.fromEntries(
            Object.entries(found).filter(([name]) => !ofAzure.includes(name) && !name.startsWith("odata.")),
          ) as Held["row"]["values"];
          const row = { key: found.rowKey ?? "", tag: found.etag ?? "", values };
          held.push({ partition: found.partitionKey ?? "", row, stamp: Date.parse(found.timestamp ?? "") });
        }
        return { rows: held, files: "" };
      },
      stop,
    };
  },
  false,
);
