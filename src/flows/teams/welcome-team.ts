import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import { spokenIn, waitsForLead } from "../../domain/teams/team.ts";
import { noteAct } from "../../store/act.ts";
import { sendKey } from "../../store/send.ts";
import { nextDigestOf } from "../asking/prompt-time.ts";
import type { JobFlow } from "../flow.ts";
import { addressIn } from "../sending/in-turn.ts";
import { afterSend } from "../sending/say-to.ts";
import { sendGuarded } from "../sending/send-once.ts";
import { readRoster } from "./read-roster.ts";

/** Posts the welcome, and notes for admins who added Gnist: once for each time it is added. */
export const welcomeTeam: JobFlow<"welcome-team"> = async (job, ports) => {
  const read = await readRoster(job.team, ports);
  if ("no" in read) return read.no;
  const { team, members } = read.got;
  const act = { at: team.addedAt, did: "added", role: "lead", team: team.id } as const;
  await noteAct(ports.rows, team.tenantId, { ...act, ...(job.by === undefined ? {} : { who: job.by }) }, team.id);
  const nameOf = (person: string | undefined) => members.find((member) => member.person === person)?.name;
  const addedBy = nameOf(team.addedBy);
  const large = waitsForLead(team, members.length);
  const nextDigestAt = nextDigestOf(team, undefined);
  const message: Message = {
    say: "welcome-team",
    team: teamView(team),
    leads: team.leads.flatMap((lead) => nameOf(lead) ?? []),
    large,
    ...(addedBy ? { addedBy } : {}),
    ...(team.nextPromptAt !== undefined ? { nextPromptAt: team.nextPromptAt } : {}),
    ...(nextDigestAt !== undefined ? { nextDigestAt } : {}),
  };
  const sent = await sendGuarded(ports, team, sendKey("welcome", undefined, team.addedAt), {
    calls: 1,
    urgent: true,
    post: async () => ({ delivery: await ports.channel.post(addressIn(team, team.channelId), message, spokenIn(team)) }),
  });
  return afterSend(sent);
};
