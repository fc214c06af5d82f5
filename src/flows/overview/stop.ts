import { stopOf, type TenantStop } from "../../domain/overview/team-health.ts";
import type { Ports } from "../../ports.ts";
import { readPace } from "../../store/pace.ts";
import type { Scene } from "../flow.ts";

export const tenantOf = (scene: Scene) => scene.place.address.tenantId;

export const readStop = async ({ rows, clock }: Ports, tenant: string): Promise<TenantStop | undefined> =>
  stopOf((await readPace(rows, tenant))?.pace, clock.now());
