import { teamView } from "../../domain/idea/view.ts";
import { readOpenRounds } from "../../store/round.ts";
import { changeTeam } from "../../store/team.ts";
import { nextDigestOf } from "../asking/prompt-time.ts";
import { type Answer, forTeam, refuse } from "../flow.ts";
import type { Turn } from "../right.ts";
import { noteForAdmins } from "../settings/note-changes.ts";

/** `digest here`, written in a channel by a lead: Gnist posts the digest there from now on. Not where people of other teams would read it. */
export const digestHere = async (_command: unknown, { team: { id }, who, now, scene, ports }: Turn): Promise<Answer> => {
  const { channelId, ownMembers } = scene.where.kind === "channel" ? scene.where : {};
  if (channelId === undefined) return refuse("channel-only");
  if (ownMembers === "shared") return refuse("shared-channel");
  const change = ports.chance.id();
  const team = await changeTeam(ports.rows, id, async (stored) => {
    const after = { ...stored, channelId };
    return { team: after, also: await noteForAdmins(stored, after, { who, now, scene }, change, ports) };
  });
  if (!team) return refuse("no-team");
  const [round] = await readOpenRounds(ports.rows, team);
  const nextDigestAt = nextDigestOf(team, round?.digestAt);
  return forTeam(team, {
    say: "digest-here",
    team: teamView(team),
    ...(nextDigestAt !== undefined ? { nextDigestAt } : {}),
    ...(ownMembers === "private" ? { isPrivate: true } : {}),
  });
};
