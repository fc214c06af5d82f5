import { isOff, nextWorkingMorning } from "../../domain/asking/calendar.ts";
import { rests } from "../../domain/teams/team.ts";
import { draftKey } from "../../store/draft.ts";
import { putDue } from "../../store/due.ts";
import { readRound } from "../../store/round.ts";
import { readTeam } from "../../store/team.ts";
import type { JobFlow } from "../flow.ts";
import { showGroup } from "../ideas/show-group.ts";
import { afterSend, sayTo } from "../sending/say-to.ts";
import { cardsGoTo } from "../teams/cards-go-to.ts";
import { currentDraft } from "./draft.ts";

/** Puts a job for each lead that sends the draft to them or to their substitute, some hours before the digest. */
export const sendDraft: JobFlow<"send-draft"> = async (job, ports) => {
  const stored = await readTeam(ports.rows, job.team);
  const round = await readRound(ports.rows, job.team, job.round);
  if (!stored || rests(stored.team) || round?.draftAt !== job.at || round.state === "closed") return undefined;
  const now = ports.clock.now();
  const { settings } = stored.team;
  // Gnist was down until a day off.
  if (isOff(now, settings)) {
    await putDue(ports.rows, { at: nextWorkingMorning(now, settings), team: job.team, job });
    return undefined;
  }
  await showGroup(stored.team, ports);
  for (const lead of stored.team.leads)
    await ports.jobs.put({ job: "draft-to-lead", team: job.team, round: job.round, person: lead, at: job.at });
  return undefined;
};

export const draftToLead: JobFlow<"draft-to-lead"> = async (job, ports) => {
  const stored = await readTeam(ports.rows, job.team);
  const round = await readRound(ports.rows, job.team, job.round);
  if (!stored || rests(stored.team) || !round || round.state === "closed" || !stored.team.leads.includes(job.person)) return undefined;
  const { team } = stored;
  const draft = await currentDraft(team, ports);
  if (!draft) return undefined;
  const to = await cardsGoTo(team, job.person, ports);
  const key = draftKey(job.round, to, job.at);
  const end = afterSend(await sayTo(ports, team, to, { key, message: () => draft, keep: "id" }));
  // The round's digest may have been posted while the draft was being sent.
  const after = end ? undefined : await readRound(ports.rows, job.team, job.round);
  if (after?.state === "closed") await ports.jobs.put({ job: "renew-drafts", team: job.team, changed: false });
  return end;
};
