import { questionInTurn } from "../../domain/teams/team.ts";
import { readOpenRounds } from "../../store/round.ts";
import { sendKey } from "../../store/send.ts";
import { readTeam } from "../../store/team.ts";
import type { Answer, JobFlow } from "../flow.ts";
import { ideaForm, promptOf } from "../ideas/idea-form.ts";
import type { Turn } from "../right.ts";
import { afterSend, sayTo } from "../sending/say-to.ts";
import { type Offered, settingsOf } from "../settings/show-settings.ts";

/** Sends the question as members get it to a lead who wants to see it. It belongs to no round. */
export const sendTestPrompt: JobFlow<"send-test"> = async (job, ports) => {
  const stored = await readTeam(ports.rows, job.team);
  if (!stored || stored.team.removedAt !== undefined) return undefined;
  const { team } = stored;
  const form = { ...(await ideaForm("test", team, [], undefined, ports)), ...promptOf(team, questionInTurn(team)) };
  return afterSend(await sayTo(ports, team, job.person, { key: sendKey("test", job.person, job.once), message: () => form }));
};

/** *Send me a test* sends the prompt as members get it, to the lead alone. An idea sent from it is real, and the card says so. */
export const sendTest = async (_action: unknown, turn: Turn, offered: Offered): Promise<Answer> => {
  const { team, who, ports } = turn;
  const [[round]] = await Promise.all([
    readOpenRounds(ports.rows, team),
    ports.jobs.put({ job: "send-test", team: team.id, person: who, once: ports.chance.id() }),
  ]);
  return settingsOf(team, turn, offered, round, { testSent: true });
};
