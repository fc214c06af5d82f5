import type { TeamView } from "../idea/view.ts";
import type { RoundId } from "../ids.ts";
import type { Finding } from "../overview/findings.ts";
import type { AcrossNumbers, MeasureSum, RoundNumbers, TeamNumbers } from "../overview/measures.ts";
import type { SetAside } from "../overview/set-aside.ts";
import type { TeamLine, TeamStatus, TenantStop } from "../overview/team-health.ts";
import type { TenantStatus } from "../overview/tenant-sum.ts";

export type OverviewMessage =
  | {
      readonly say: "team-status";
      readonly status: TeamStatus;
      readonly stop?: TenantStop;
      /** The reader leads this team. */
      readonly leads: boolean;
      /** Faults of Gnist's own parts, where an admin asked in their own chat. */
      readonly findings?: readonly Finding[];
      /** The page of the list of teams from which the reader opened it. */
      readonly page?: number;
    }
  | {
      readonly say: "tenant-status";
      readonly status: TenantStatus;
      readonly stop?: TenantStop;
      readonly setAside: readonly SetAside[];
      /** Faults of Gnist's own parts. */
      readonly findings: readonly Finding[];
      readonly zone: string;
    }
  /** Gnist's own parts alone, for an admin: Gnist is in no team yet, or the store or the queue does not let it count the teams. */
  | { readonly say: "own-parts"; readonly teams: "none" | "not-counted"; readonly findings: readonly Finding[] }
  /** The latest rounds of a team, the oldest first, and what they come to. `mayLookAcross`: the reader may see the numbers of all teams. */
  | {
      readonly say: "numbers";
      readonly team: TeamView;
      readonly rounds: readonly RoundNumbers[];
      readonly sum: MeasureSum;
      readonly mayLookAcross?: true;
    }
  | (AcrossNumbers & { readonly say: "numbers-across" })
  /** A page of the numbers of teams, by name. `unnamed`: teams on this page that have no round with five people or more. */
  | {
      readonly say: "numbers-teams";
      readonly teams: readonly TeamNumbers[];
      readonly unnamed: number;
      readonly until: RoundId;
      readonly count: number;
      readonly page: number;
      readonly pages: number;
    }
  | { readonly say: "counting"; readonly teams: number; readonly stop?: TenantStop; readonly zone: string }
  | {
      readonly say: "teams";
      /** `mine`: the teams that the reader leads. */
      readonly whose: "tenant" | "mine";
      readonly teams: readonly TeamLine[];
      readonly count: number;
      readonly page: number;
      readonly pages: number;
      readonly stop?: TenantStop;
      readonly zone: string;
    };
