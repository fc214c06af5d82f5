import { monthOf, reviewAt } from "../../domain/review/month.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { putDue } from "../../store/due.ts";

/**
 * Plans the review of this month, for the first working day after it. Idempotent: whoever meets the team plans it too, so that a team that was stored before
 * there were reviews has one, and it never ends.
 */
export const planReviewOf = ({ rows, clock }: Pick<Ports, "rows" | "clock">, { id: team, settings }: Team): Promise<void> => {
  const month = monthOf(clock.now(), settings.zone);
  const at = reviewAt(month, settings);
  return putDue(rows, { at, team, job: { job: "send-review", team, month } });
};
