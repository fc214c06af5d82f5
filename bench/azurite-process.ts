import { startAzurite } from "../tests/azurite.ts";

/** Runs Azurite in memory in its own process: sends its connection string to the bench, and ends with it. */
const { connectionString } = await startAzurite();
process.on("disconnect", () => process.exit(0));
process.send?.({ connectionString });
