import { add, type Counts, none } from "./count-round.ts";
import { byTrouble, type Health, type RoundStatus, type Sending, type TeamLine } from "./team-health.ts";
import { type ShownTurnout, shownTurnout } from "./turnout.ts";

/** All teams of a tenant together, each with its latest round. */
export type TenantStatus = {
  readonly teams: number;
  readonly turnout: ShownTurnout;
  readonly counts: Counts;
  /** The teams that are being asked now. */
  readonly sending?: Sending & { readonly teams: number };
  /** The first teams that are not well, the worst first. */
  readonly troubled: readonly TeamLine[];
  readonly moreTroubled: number;
};

const mostTroubled = 5;

const untroubled: readonly Health["how"][] = ["well", "archived", "asking"];

/** Sums up the teams of a tenant. @param teams each with its latest round, where there is one that could be read */
export const tenantStatus = (teams: readonly { readonly line: TeamLine; readonly round?: RoundStatus | undefined }[]): TenantStatus => {
  const troubled = teams
    .map(({ line }) => line)
    .filter(({ health }) => !untroubled.includes(health.how))
    .sort(byTrouble);
  const sending = teams.flatMap(({ round }) => round?.sending ?? []);
  const sum = (of: (one: Sending) => number) => sending.reduce((all, one) => all + of(one), 0);
  return {
    teams: teams.length,
    turnout: shownTurnout(teams.flatMap(({ round }) => round?.counts ?? [])),
    counts: teams.reduce((all, { round }) => (round ? add(all, round.counts) : all), none),
    ...(sending.length > 0
      ? {
          sending: {
            teams: sending.length,
            done: sum(({ done }) => done),
            of: sum(({ of }) => of),
            endsAt: Math.max(...sending.map(({ endsAt }) => endsAt)),
          },
        }
      : {}),
    troubled: troubled.slice(0, mostTroubled),
    moreTroubled: Math.max(0, troubled.length - mostTroubled),
  };
};
