import { startAzurite } from "../tests/azurite.ts";

/** Azurite in memory, in a process of its own: says its connection string, and ends with the bench. */
const { connectionString } = await startAzurite();
process.on("disconnect", () => process.exit(0));
process.send?.({ connectionString });
