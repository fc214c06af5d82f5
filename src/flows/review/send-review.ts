import { type Month, monthAfter, monthOf, reviewAt } from "../../domain/review/month.ts";
import { idsInReview } from "../../domain/review/review.ts";
import { rests, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { putDue } from "../../store/due.ts";
import { sendKey } from "../../store/send.ts";
import { readTeam } from "../../store/team.ts";
import type { JobFlow } from "../flow.ts";
import { afterSend, sayTo } from "../sending/say-to.ts";
import { cardsGoTo } from "../teams/cards-go-to.ts";
import { planReviewOf } from "./plan-review.ts";
import { readMonth } from "./read-review.ts";
import { reviewMessage } from "./show-review.ts";

/**
 * Puts a job for each lead that sends them the review of the last month; where that has nothing to say, of an earlier one whose review is still owed, such as
 * the month before a quiet summer.
 */
export const sendReview: JobFlow<"send-review"> = async (job, ports) => {
  const team = (await readTeam(ports.rows, job.team))?.team;
  if (!team || team.removedAt !== undefined) return undefined;
  const now = ports.clock.now();
  // The team's times or its quiet periods may have moved since.
  const at = reviewAt(job.month, team.settings);
  if (now < at) {
    await putDue(ports.rows, { at, team: team.id, job });
    return undefined;
  }
  await planReviewOf(ports, team);
  if (rests(team)) return undefined;
  const month = await latestToTell(team, job.month, ports);
  if (month === undefined) return undefined;
  for (const lead of team.leads) await ports.jobs.put({ job: "review-to-lead", team: team.id, month, person: lead });
  return undefined;
};

/** The most months that one run looks back, after a long downtime. */
const mostBack = 12;

const latestToTell = async (team: Team, first: Month, ports: Ports): Promise<Month | undefined> => {
  let month = monthAfter(monthOf(ports.clock.now(), team.settings.zone), -1);
  for (let back = 0; back < mostBack && month >= first; back += 1, month = monthAfter(month, -1))
    if ((await readMonth(team, month, ports)).plan) return month;
  return undefined;
};

/** Sends the review of a month to a lead or their substitute, once. */
export const reviewToLead: JobFlow<"review-to-lead"> = async ({ team: id, month, person }, ports) => {
  const team = (await readTeam(ports.rows, id))?.team;
  if (!team || rests(team) || !team.leads.includes(person)) return undefined;
  const reviewed = await readMonth(team, month, ports);
  const message = await reviewMessage(team, month, ports, reviewed);
  if (!message) return undefined;
  const to = await cardsGoTo(team, person, ports);
  const keep = reviewed.plan ? idsInReview(reviewed.plan).map((idea) => ({ id: idea })) : [];
  return afterSend(await sayTo(ports, team, to, { key: sendKey("review", to, month), message: () => message, keep }));
};
