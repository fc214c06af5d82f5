import { teamIdOf } from "../src/domain/ids.ts";
import { startInstance } from "../tests/week/gnist-process.ts";
import { median, saveResult, say } from "./result.ts";
import { inAFolder, inAzurite } from "./store.ts";

/**
 * P13, the start: `npm run bench -- start [rounds]`. From the start of the process, as `npm start` makes it, to the first answered press; with an empty folder, and with a
 * storage account that is there already (Azurite). Local mode, a fresh process each, in turns. Some ten seconds a round.
 */
export const benchStart = async (rounds = 9): Promise<void> => {
  type Start = { readonly started: number; readonly answered: number };
  const start = async (env: Readonly<Record<string, string>>): Promise<Start> => {
    const from = performance.now();
    const instance = await startInstance(env);
    try {
      const started = performance.now() - from;
      const response = await fetch(instance.url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(press),
      });
      const text = await response.text();
      if (response.status !== 200 || !text.includes("statusCode")) throw new Error(`not an answer: ${response.status} ${text}`);
      return { started, answered: performance.now() - from };
    } finally {
      await instance.stop();
    }
  };
  const inFile: Start[] = [];
  const inAccount: Start[] = [];
  await inAzurite(async (connectionString) => {
    const turns = [
      async () => void inFile.push(await inAFolder((folder) => start({ GNIST_DATA_DIR: folder }))),
      async () => void inAccount.push(await start({ AZURE_STORAGE_CONNECTION_STRING: connectionString })),
    ];
    for (let round = 0; round < rounds; round++) {
      for (const turn of round % 2 === 0 ? turns : [...turns].reverse()) await turn();
      say(`round ${round + 1} of ${rounds}`);
    }
  });
  const shown = (all: readonly Start[], of: keyof Start) => {
    const ms = all.map((one) => one[of]);
    return `${median(ms).toFixed(0)} ms (${Math.min(...ms).toFixed(0)}–${Math.max(...ms).toFixed(0)})`;
  };
  const pairs = inFile.map(({ answered }, at) => ({ answered, outside: inAccount[at]?.answered ?? Number.NaN }));
  const ratios = pairs.map(({ answered, outside }) => answered / outside);
  const more = pairs.map(({ answered, outside }) => answered - outside);
  await saveResult("P13 the start", `npm run bench -- start${rounds === 9 ? "" : ` ${rounds}`}`, [
    ["to the first answered press, a storage account", shown(inAccount, "answered"), ""],
    ["to the first answered press, an empty folder", shown(inFile, "answered"), ""],
    ["file ÷ account", `${median(ratios).toFixed(2)} (best ${Math.min(...ratios).toFixed(2)})`, "≤ 1.0"],
    ["file − account", `${median(more).toFixed(0)} ms (best ${Math.min(...more).toFixed(0)})`, "≤ 0 ms"],
  ]);
};

/** *Send* for a team that nobody knows: the store is asked, and the answer says so. */
const tenant = "11111111-1111-4111-8111-111111111111";
const press = {
  type: "invoke",
  name: "adaptiveCard/action",
  id: "f:1",
  channelId: "msteams",
  serviceUrl: "http://127.0.0.1:1/",
  from: { id: "29:sara", name: "Sara Lind", aadObjectId: "20000000-0000-4000-8000-000000000001" },
  conversation: { conversationType: "personal", tenantId: tenant, id: "a:sara" },
  recipient: { id: "28:gnist", name: "Gnist" },
  channelData: { tenant: { id: tenant } },
  value: {
    action: {
      type: "Action.Execute",
      verb: "submit-idea",
      data: {
        verb: "submit-idea",
        team: teamIdOf(tenant, "19:nobody@thread.tacv2"),
        secret: "s".repeat(22),
        language: "en",
        friction: "The printer is slow",
      },
    },
  },
};
