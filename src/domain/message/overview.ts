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
      /** The page of the list of teams from which the reader opened it. */
      readonly page?: number;
    }
  | {
      readonly say: "tenant-status";
      readonly status: TenantStatus;
      readonly stop?: TenantStop;
      readonly setAside: readonly SetAside[];
      readonly zone: string;
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
