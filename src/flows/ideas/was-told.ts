import { dateOf, dayMs } from "../../domain/asking/local-time.ts";
import type { MadeStep } from "../../domain/idea/event.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Ports } from "../../ports.ts";
import { bundleGuard, readBundlesSince, type StoredBundle } from "../../store/news.ts";
import { guardOf, readSend } from "../../store/send.ts";
import { teamPartition } from "../../store/team.ts";

/** Has a bundle gone out, as far as Gnist knows? One that may be there counts. */
export const mayBeSent = async ({ rows }: Ports, person: PersonId, { team, date }: StoredBundle): Promise<boolean> => {
  const send = await readSend(rows, teamPartition(team), guardOf(bundleGuard(person, date)));
  return ["sent", "doubtful", "intent"].includes(send?.delivery ?? "");
};

/** The bundles that may tell a person of something that happened at an instant (ms), or later. */
export const bundlesAfter = ({ rows }: Ports, person: PersonId, at: number): Promise<readonly StoredBundle[]> =>
  readBundlesSince(rows, person, dateOf(at - dayMs, "UTC"));

/** Has a person been told of this step? */
export const wasTold = async (ports: Ports, person: PersonId, { key, at }: MadeStep): Promise<boolean> => {
  const bundle = (await bundlesAfter(ports, person, at)).find(({ news }) => news.some(({ step }) => step === key));
  return bundle !== undefined && mayBeSent(ports, person, bundle);
};
