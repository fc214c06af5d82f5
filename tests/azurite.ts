import { startServers } from "../src/azure/azurite-servers.ts";

/** A fresh Azurite (tables and queues) in this process, in memory, on free ports. */
export async function startAzurite(): Promise<{ connectionString: string; stop: () => Promise<void> }> {
  const { connectionString, close } = await startServers(undefined);
  return { connectionString, stop: close };
}
