import { stopOf, type TenantStop } from "../../domain/overview/team-health.ts";
import type { Ports } from "../../ports.ts";
import { readPace } from "../../store/pace.ts";

export const readStop = async ({ rows, clock }: Ports, tenant: string): Promise<TenantStop | undefined> =>
  stopOf((await readPace(rows, tenant))?.pace, clock.now());
