import { fileURLToPath } from "node:url";
import { type Config, readConfig } from "../src/config.ts";
import { type Gnist, startGnist } from "../src/gnist.ts";
import { openLog } from "../src/log.ts";
import { startBetween } from "./colleagues/between.ts";
import { startColleagues } from "./colleagues/turns.ts";
import { type Playground, startPlayground } from "./playground.ts";

/** Gnist in local mode, with a demo team and the Agents Playground in front. */
export type Demo = { readonly gnist: Gnist; readonly playground: Playground; stop(): Promise<void> };

/**
 * @param how the store's folder, ports (free ones if missing), and `colleagues: false` for colleagues who do nothing by themselves
 * @throws Error whose message says what to do
 */
export const startDemo = async (how: {
  readonly dataDir: string;
  readonly port?: number;
  readonly playgroundPort?: number;
  readonly verbose?: boolean;
  readonly colleagues?: boolean;
}): Promise<Demo> => {
  const read = readConfig({ PORT: String(how.port ?? 0), GNIST_DATA_DIR: how.dataDir, GNIST_TIME_ZONE: process.env.GNIST_TIME_ZONE });
  if ("problems" in read) throw new Error(read.problems.join("\n"));
  const config: Config = read.config;
  const log = openLog();
  const gnist = await startGnist(config, how.verbose ? log : { ...log, info: () => undefined });
  const started: { stop(): Promise<void> }[] = [gnist];
  // Stops in reverse order, so that nothing calls a part that has already stopped.
  const stop = async () => {
    for (const one of started.reverse()) await one.stop();
  };
  try {
    const gnistUrl = `http://127.0.0.1:${gnist.port}`;
    const configPath = fileURLToPath(new URL("./playground.yml", import.meta.url));
    const port = how.playgroundPort ?? 0;
    if (how.colleagues === false) {
      const playground = await startPlayground({ botEndpoint: `${gnistUrl}/api/messages`, configPath, port });
      started.push(playground);
      return { gnist, playground, stop };
    }
    // Gnist stores the service URL, so the proxy keeps its port between two starts, unless the caller lets ports be chosen.
    const between = await startBetween(gnistUrl, port === 0 ? 0 : port + 1);
    started.push(between);
    const playground = await startPlayground({ ...between, configPath, port });
    between.passTo(playground.url);
    started.push(playground, startColleagues(between, gnistUrl, playground.config));
    return { gnist, playground, stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
};
