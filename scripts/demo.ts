import { fileURLToPath } from "node:url";
import { type Config, readConfig } from "../src/config.ts";
import { type Gnist, startGnist } from "../src/gnist.ts";
import { openLog } from "../src/log.ts";
import { type Playground, startPlayground } from "./playground.ts";

/** Gnist in local mode with the Agents Playground in front of it, and a demo team in there. */
export type Demo = { readonly gnist: Gnist; readonly playground: Playground; stop(): Promise<void> };

/** @param how the folder of the store, and ports (free ones where nothing is said). @throws a sentence that says what to do */
export const startDemo = async (how: {
  readonly dataDir: string;
  readonly port?: number;
  readonly playgroundPort?: number;
  readonly verbose?: boolean;
}): Promise<Demo> => {
  const read = readConfig({ PORT: String(how.port ?? 0), GNIST_DATA_DIR: how.dataDir, GNIST_TIME_ZONE: process.env.GNIST_TIME_ZONE });
  if ("problems" in read) throw new Error(read.problems.join("\n"));
  const config: Config = read.config;
  const log = openLog();
  const gnist = await startGnist(config, how.verbose ? log : { ...log, info: () => undefined });
  try {
    const playground = await startPlayground({
      botEndpoint: `http://127.0.0.1:${gnist.port}/api/messages`,
      configPath: fileURLToPath(new URL("./playground.yml", import.meta.url)),
      port: how.playgroundPort ?? 0,
    });
    return { gnist, playground, stop: async () => void (await Promise.all([playground.stop(), gnist.stop()])) };
  } catch (fault) {
    await gnist.stop();
    throw fault;
  }
};
