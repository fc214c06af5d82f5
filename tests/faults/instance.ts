import type { Rendered } from "../../cards/index.ts";
import type { Incoming, Reply } from "../../src/domain/incoming.ts";
import { lanes } from "../../src/domain/job.ts";
import type { Level } from "../../src/domain/log-events.ts";
import type { Message } from "../../src/domain/message/index.ts";
import { answer } from "../../src/entry/answer.ts";
import { recent } from "../../src/entry/recent.ts";
import { runTicker } from "../../src/entry/ticker.ts";
import { runWorker } from "../../src/entry/worker.ts";
import type { RecentTeam } from "../../src/flows/flow.ts";
import { openPace } from "../../src/pace/slots.ts";
import type { Log, Ports, Rows, Similar } from "../../src/ports.ts";
import type { Person } from "../../src/store/person.ts";
import { openChannel } from "../../src/teams/channel.ts";
import type { Random } from "../world/chance.ts";
import { noDrive } from "../world/drive.ts";
import { type Line, wrongWith } from "../world/log.ts";
import type { Connector } from "./connector.ts";
import type { Store } from "./store.ts";
import { type Life, type OwnClock, openClock, type Time } from "./time.ts";

/** As in gnist.ts, for the cloud. */
const tickMs = 10_000;
const idleMs = 1_000;
const rememberedMs = 10_000;
const callsPerSecond = 50;
/** As in main.ts: what has not ended by then is cut off. */
const graceMs = 20_000;

/** The parts that all instances share. */
type Ground = {
  readonly time: Time;
  readonly store: Store;
  readonly connector: Connector;
  readonly chance: Random;
  /** Wraps the store, for the broken twins. */
  readonly twin?: (rows: Rows) => Rows;
};

/** An index takes real time, by which two runs of one seed would differ. */
const nothingSimilar: Similar = { index: async () => ({ alike: () => [] }), soon: async () => undefined };

export type Instance = {
  readonly life: Life;
  readonly clock: OwnClock;
  readonly ports: Ports;
  readonly stopping: () => boolean;
  answer(incoming: Incoming, zone?: string): Promise<Reply | undefined>;
  /** SIGKILL: its pending answers never come, and its memory is gone. */
  crash(): void;
  /** SIGSTOP and SIGCONT. */
  freeze(): void;
  thaw(): void;
  /** SIGTERM. Resolves once the instance has ended, with whether it ended within its grace time. */
  stop(): Promise<boolean>;
};

/** The card is the message itself, so that the ledger can be read. */
const asItself = (message: Message): Rendered => ({ summary: message.say, card: message as unknown as NonNullable<Rendered["card"]> });

/** One Gnist process: the real clock work, workers, pace, channel and answers, wired as gnist.ts wires them, on ports of its own. */
export const startInstance = (name: string, { time, store, connector, chance, twin }: Ground, aheadMs: number): Instance => {
  const life: Life = { name, state: "up", held: [] };
  const stop = new AbortController();
  const clock = openClock(time, life, { everyMs: [tickMs, idleMs], stop: stop.signal });
  clock.aheadMs = aheadMs;
  const said = (level: Level) => (event: string, facts: Line["facts"]) => {
    const wrong = wrongWith({ level, event, facts });
    // Thrown where no flow can catch it: it ends the run.
    if (wrong)
      queueMicrotask(() => {
        throw new Error(wrong);
      });
    const { ms: _real, ...rest } = facts;
    if (level !== "info") time.note(`${name} ${level} ${event} ${JSON.stringify(rest)}`);
  };
  const log: Log = { info: said("info"), warn: said("warn"), error: said("error") };
  const rows = twin ? twin(store.rowsFor(life)) : store.rowsFor(life);
  const ids = { id: chance.id, fraction: chance.fraction };
  const channel = openChannel({
    call: connector.callFrom(life),
    render: asItself,
    mayReach: () => true,
    onUnauthorized: () => undefined,
    fraction: chance.fraction,
    uploads: noDrive,
  });
  const pace = openPace({ rows, clock, chance: ids, log }, callsPerSecond, stop.signal);
  const ports: Ports = {
    rows,
    jobs: store.jobsFor(life),
    channel,
    pace,
    clock,
    chance: ids,
    similar: nothingSimilar,
    findings: async () => [],
    log,
  };
  const people = recent<Person>(clock.now, rememberedMs, 10_000, ({ teams }) => teams.length > 0);
  const teams = recent<RecentTeam | undefined>(clock.now, rememberedMs, 2_000, (team) => team !== undefined);
  const running = Promise.all([
    runTicker(ports, tickMs, stop.signal, () => undefined),
    ...lanes.map((lane) => runWorker(ports, lane, idleMs, stop.signal)),
  ]);
  time.note(`${name} starts`);

  const end = (how: string): void => {
    if (life.state === "dead") return;
    life.state = "dead";
    life.held.length = 0;
    time.note(`${name} ${how}`);
  };
  const crash = (): void => {
    store.breaks(life);
    end("is killed");
  };
  return {
    life,
    clock,
    ports,
    stopping: () => stop.signal.aborted,
    answer: (incoming, zone = "Europe/Berlin") => answer(incoming, ports, { local: false, zone, admins: [], people, teams }),
    crash,
    freeze() {
      store.breaks(life);
      time.freeze(life);
      time.note(`${name} is frozen`);
    },
    thaw() {
      if (life.state !== "frozen") return;
      time.note(`${name} thaws`);
      time.thaw(life);
    },
    stop: () =>
      new Promise((ended) => {
        time.note(`${name} is told to stop`);
        stop.abort();
        const cut = time.after(graceMs, "", () => {
          crash();
          ended(false);
        });
        void running.then(() => {
          if (life.state === "dead") return;
          cut.cancelled = true;
          end("has stopped");
          ended(true);
        });
      }),
  };
};
