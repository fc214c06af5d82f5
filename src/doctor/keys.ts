import type { Config } from "../config.ts";
import { offClock } from "../domain/overview/findings.ts";
import { fetchKeys } from "../teams/keys.ts";
import { wholeCloud } from "../teams/open-teams.ts";
import { signerOf } from "../teams/trust.ts";
import { broken, type CheckEnd, notChecked, ok } from "./check-end.ts";
import { findingSaid } from "./say.ts";

/** How far the clock of this machine is ahead of another's (ms), as far as an answer said it. */
export type Off = { readonly of: string; readonly ms: number };

/** The answer of the key server, and what its clock says. */
type Keys = { readonly result: CheckEnd; readonly off?: Off };

/** The longest time (ms) for the keys themselves: as long as a running Gnist waits for them. */
const keysMs = 5_000;

/**
 * Asks for the keys of Teams' tokens as Gnist does: a filter of the network may answer in their place. A cache may answer with an older time; its `age` says by how much.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */
export const askKeys = async ({ local, bot }: Pick<Config, "local" | "bot">, now: () => number, signal: AbortSignal): Promise<Keys> => {
  if (local) return { result: notChecked("Gnist runs locally, and checks no tokens") };
  const { metadataUrl } = signerOf(wholeCloud(bot));
  const { host } = new URL(metadataUrl);
  const unreached = (say: string): Keys => ({
    result: broken(
      `${host} ${say}`,
      "Without the keys there Gnist takes no message of Teams, because it cannot check who sends it.",
      `Let this machine reach https://${host}, past the firewall and any filter.`,
    ),
  });
  try {
    const response = await fetch(metadataUrl, { signal });
    const off = offBy(response.headers, now());
    await response.body?.cancel();
    const haveKeys = response.ok && (await fetchKeys(metadataUrl, keysMs).then(Boolean, () => false));
    const keys: Keys = haveKeys
      ? { result: ok(`the keys of Teams' tokens can be fetched from ${host}`) }
      : unreached(response.ok ? "answers, but gives no keys" : `answers ${response.status}`);
    return { ...keys, ...(off === undefined ? {} : { off: { of: host, ms: off } }) };
  } catch (fault) {
    const cause = fault instanceof Error ? fault.cause : undefined;
    return unreached(`was not reached (${cause instanceof Error && "code" in cause ? String(cause.code) : "no answer"})`);
  }
};

const offBy = (headers: Headers, now: number): number | undefined => {
  const time = Date.parse(headers.get("date") ?? "");
  const age = Number(headers.get("age") ?? 0);
  return Number.isNaN(time) || Number.isNaN(age) ? undefined : now - (time + age * 1_000);
};

/** Microsoft refuses tokens and signed calls of a clock that is off by more (ms). https://learn.microsoft.com/entra/identity-platform/access-tokens */
const tooFarMs = 5 * 60_000;

/** Compares the clock of this machine with those that answered: the worst difference counts. */
export const checkClock = (offs: readonly Off[]): CheckEnd => {
  const [worst] = [...offs].sort((one, other) => Math.abs(other.ms) - Math.abs(one.ms));
  if (!worst) return notChecked("nobody answered whose clock could be compared");
  const [finding] = offClock(worst.ms);
  const seconds = Math.round(Math.abs(worst.ms) / 1_000);
  if (!finding) return ok(seconds <= 2 ? `right, compared with ${worst.of}` : `${seconds} s off, compared with ${worst.of}`);
  return findingSaid(
    finding,
    Math.abs(worst.ms) > tooFarMs ? "broken" : "warning",
    "Tokens are valid between two instants. By a wrong clock they seem too old or too new, and questions come at a wrong time.",
  );
};
