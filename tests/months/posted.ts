import { expect } from "vitest";
import { postedResults } from "../../src/flows/records/posted-results.ts";
import { resultsRoute } from "../../src/http/results.ts";
import { closeDoor, open } from "../http/door.ts";
import { expectSay, teamId } from "../world/world.ts";
import { dateOf } from "./export.ts";
import type { Known } from "./ledger.ts";
import { endOf } from "./parts.ts";
import type { Played } from "./play.ts";

/** The posted results that another system reads of a team, told by hand from the ledger. */

type Entry = Readonly<Record<string, string | number>>;

/** An entry without its date. */
const entryOf = (known: Known): Entry => {
  const { said = "", saves } = endOf(known) ?? {};
  const told = known.place === "adopted" ? { result: said } : { lesson: said };
  return {
    number: known.number ?? 0,
    title: known.idea,
    kind: known.kind ?? "other",
    stage: known.place,
    ...told,
    ...(saves ? { minutes: saves.minutes } : {}),
    ...(saves?.people === undefined ? {} : { people: saves.people }),
    cycle: 1,
  };
};

/** The lead makes an address, and another system reads there. */
const readResults = async ({ world, clinic }: Played): Promise<readonly Entry[]> => {
  const { token = "" } = expectSay(await world.person(clinic.lead).sendsByHand({ verb: "make-address", team: teamId }), "results-address");
  const url = await open({ more: [resultsRoute((given) => postedResults(given, world.ports))] });
  const read = (await (await fetch(`${url}/teams/${token}/posted.json`)).json()) as { readonly results: readonly Entry[] };
  await closeDoor();
  return read.results;
};

/** Each entry against the ledger: ends that digests have told, under their day, and no other idea. */
export const expectPosted = async (played: Played): Promise<void> => {
  const { ledger, clinic, digests, world } = played;
  const results = await readResults(played);
  const posts = world.inTeam("digest").map(({ digest }) => digest);
  const ideas = ledger.ideas(clinic.name).filter(({ shownAt }) => shownAt !== undefined);
  const numbers = results.map(({ number }) => number);
  expect(new Set(numbers).size).toBe(numbers.length);
  const everEnded = new Set(ideas.filter(endOf).map(({ number }) => number));
  expect(numbers.filter((number) => !everEnded.has(number as number))).toEqual([]);
  // A reopened idea stands as the digest before told it.
  const ended = ideas.filter((known) => endOf(known) && !known.deeds.some(({ did }) => did === "reopened"));
  for (const known of ended) {
    const [said, ...more] = results.filter(({ number }) => number === known.number);
    const at = endOf(known)?.at ?? 0;
    const next = digests.findIndex((digest) => digest > at);
    const post = posts[next];
    // A digest tells four results and four lessons. The one before shows an end at once where that idea stood in it, because its post is renewed.
    const isTold = post !== undefined && post.moreFinished + post.moreStopped === 0;
    expect(more).toEqual([]);
    if (!said) {
      expect([known.idea, isTold]).toEqual([known.idea, false]);
      continue;
    }
    const { posted, ...rest } = said;
    expect(rest).toEqual(entryOf(known));
    const told = next < 0 ? [] : [dateOf(digests[next] ?? 0)];
    expect(isTold ? told : [dateOf(at), ...told]).toContain(posted);
  }
  expect(results.length).toBeGreaterThan(3);
};
