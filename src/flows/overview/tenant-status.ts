import type { Message } from "../../domain/message/index.ts";
import { endingDaysOff, type Finding } from "../../domain/overview/findings.ts";
import { jobsSetAside, whyAside } from "../../domain/overview/set-aside.ts";
import type { TenantStop } from "../../domain/overview/team-health.ts";
import { tenantStatus } from "../../domain/overview/tenant-sum.ts";
import { type Poisoned, type Ports, StoreFault } from "../../ports.ts";
import type { ListedTeam } from "../../store/tenant.ts";
import { afterStoringMs, type JobFlow, type Scene } from "../flow.ts";
import { holidaysIn, mostAtOnce, readLines, zoneOfTeams } from "./teams.ts";
import { firstListed, inTime, tellAdmin } from "./tell-admin.ts";

/** The jobs set aside and the findings. A queue that does not answer is a finding itself, and keeps nothing else from an admin. */
const readQueue = async ({ jobs, findings }: Ports): Promise<readonly [aside: readonly Poisoned[], found: readonly Finding[]]> => {
  const [poisoned, found] = await Promise.all([
    jobs.poisoned().catch((fault: unknown) => {
      if (fault instanceof StoreFault) return undefined;
      throw fault;
    }),
    findings(),
  ]);
  const isTold = poisoned !== undefined || found.some(({ finding }) => finding === "queue-down" || finding === "store-down");
  return [poisoned ?? [], isTold ? found : [{ finding: "queue-down" }, ...found]];
};

const tenantCard = async (tenant: string, listed: readonly ListedTeam[], stop: TenantStop | undefined, ports: Ports): Promise<Message> => {
  const [read, [poisoned, found]] = await Promise.all([readLines(listed, stop, ports), readQueue(ports)]);
  const aside = jobsSetAside(poisoned, tenant, new Map(listed.map(({ id, name }) => [id, name])));
  // The engine of the queue sets such a job aside, and has no log of its own.
  for (const { reason } of poisoned) if (whyAside(reason) === "not-a-job") ports.log.warn("job-not-read", { why: reason });
  return {
    say: "tenant-status",
    status: tenantStatus(read),
    setAside: aside,
    findings: [...found, ...endingDaysOff(holidaysIn(read), ports.clock.now())],
    ...(stop ? { stop } : {}),
    zone: zoneOfTeams(read),
  };
};

/** Counts the teams of a tenant while the admin waits, or in a job where that takes too long. */
export const countedSoon = async (
  listed: readonly ListedTeam[],
  stop: TenantStop | undefined,
  scene: Scene,
  ports: Ports,
): Promise<Message> => {
  const tenant = scene.tenant;
  if (listed.length <= mostAtOnce) {
    const counted = await inTime(ports, tenantCard(tenant, listed, stop, ports));
    if (counted) return counted;
  }
  const { person } = scene.who;
  // Teams may deliver a written message twice; its id lets both put a job that is told once.
  const once = scene.typed ?? ports.chance.id();
  const [team] = await Promise.all([
    firstListed(listed, ports),
    // The delay lets Gnist store the chat that the numbers go to, also where this was the first message in it.
    ports.jobs.put({ job: "tell-status", tenant, person, once }, afterStoringMs),
  ]);
  return { say: "counting", teams: listed.length, ...(stop ? { stop } : {}), zone: team?.settings.zone ?? "UTC" };
};

/** Counts all teams of a tenant and tells the admin who asked for it, in their own chat. */
export const tellStatus: JobFlow<"tell-status"> = (job, ports) =>
  tellAdmin(ports, { ...job, what: "status" }, (listed, stop) => tenantCard(job.tenant, listed, stop, ports));
