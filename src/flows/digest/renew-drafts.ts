import { teamView } from "../../domain/idea/view.ts";
import type { RoundId } from "../../domain/ids.ts";
import type { Message } from "../../domain/message/index.ts";
import { leadsTeam } from "../../domain/teams/substitute.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readDigest } from "../../store/digest.ts";
import { dropDraft, readDrafts } from "../../store/draft.ts";
import { readMember } from "../../store/member.ts";
import { readRound } from "../../store/round.ts";
import { readTeam } from "../../store/team.ts";
import { type JobFlow, refuse } from "../flow.ts";
import { sayInstead } from "../sending/say-to.ts";
import { currentDraft } from "./draft.ts";
import { postedAt } from "./old-draft.ts";

/**
 * Renews the drafts in leads' chats. A draft that was posted says so and shows no ideas any more; neither does the draft of a person who no longer leads the
 * team. With `changed`, because an author has changed or taken back their words, the other drafts show the words as they are now.
 */
export const renewDrafts: JobFlow<"renew-drafts"> = async (job, ports) => {
  const { rows } = ports;
  const [stored, drafts] = await Promise.all([readTeam(rows, job.team), readDrafts(rows, job.team)]);
  if (!stored || stored.team.removedAt !== undefined || drafts.length === 0) return undefined;
  const { team } = stored;
  const rounds = [...new Set(drafts.map(({ round }) => round))];
  const ends = new Map(await Promise.all(rounds.map(async (round) => [round, await endOf(round, team, ports)] as const)));
  const draft = job.changed ? ((await currentDraft(team, ports)) ?? refuse("nothing-to-post")) : undefined;
  let laterMs = 0;
  for (const one of drafts) {
    const leads = leadsTeam(team, one.person, ports.clock.now()) && (await readMember(rows, team.id, one.person)) !== undefined;
    const last = ends.get(one.round) ?? (leads ? undefined : refuse("not-a-lead"));
    const message = last ?? draft;
    const later = message && (await sayInstead(ports, team, one.person, one.messageId, message));
    if (later) laterMs = Math.max(laterMs, later.laterMs);
    else if (last) await dropDraft(rows, team.id, one);
  }
  return laterMs > 0 ? { laterMs } : undefined;
};

/** The last message of a closed round's draft: its digest was posted, or there was nothing to post. Undefined while the digest is still to arrive. */
const endOf = async (id: RoundId, team: Team, { rows }: Ports): Promise<Message | undefined> => {
  const round = await readRound(rows, team.id, id);
  if (round?.state !== "closed") return undefined;
  const digest = round.digest === undefined ? undefined : await readDigest(rows, team.id, round.digest);
  const over = { say: "draft-posted", team: teamView(team) } as const;
  if (!digest) return over;
  return digest.delivery === "sent" ? { ...over, at: postedAt(digest) } : undefined;
};
