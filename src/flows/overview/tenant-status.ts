import type { Message } from "../../domain/message/index.ts";
import { endingDaysOff, type Finding } from "../../domain/overview/findings.ts";
import { jobsSetAside, whyAside } from "../../domain/overview/set-aside.ts";
import type { TenantStop } from "../../domain/overview/team-health.ts";
import { tenantStatus } from "../../domain/overview/tenant-sum.ts";
import type { Ports } from "../../ports.ts";
import type { ListedTeam } from "../../store/tenant.ts";
import { afterStoringMs, type JobFlow, type Scene } from "../flow.ts";
import { inTime } from "../in-time.ts";
import { readParts } from "./own-parts.ts";
import { holidaysIn, mostAtOnce, readLines, zoneOfTeams } from "./teams.ts";
import { countedWithinMs, firstListed, tellAdmin } from "./tell-admin.ts";

/** The teams of a tenant, and why Gnist sends nothing to it, if that is so. */
type TenantTeams = { readonly tenant: string; readonly listed: readonly ListedTeam[]; readonly stop: TenantStop | undefined };

const tenantCard = async ({ tenant, listed, stop }: TenantTeams, finding: Promise<readonly Finding[]>, ports: Ports): Promise<Message> => {
  const [read, parts] = await Promise.all([readLines(listed, stop, ports), readParts(ports, finding)]);
  const aside = jobsSetAside(parts.aside, tenant, new Map(listed.map(({ id, name }) => [id, name])));
  // The engine of the queue sets such a job aside, and has no log of its own.
  for (const { reason } of parts.aside) if (whyAside(reason) === "not-a-job") ports.log.warn("job-not-read", { why: reason });
  return {
    say: "tenant-status",
    status: tenantStatus(read),
    setAside: aside,
    findings: [...parts.found, ...endingDaysOff(holidaysIn(read), ports.clock.now())],
    ...(stop ? { stop } : {}),
    zone: zoneOfTeams(read),
  };
};

/** Counts the teams of a tenant while the admin waits, or in a job where that takes too long. */
export const countedSoon = async (
  teams: TenantTeams,
  finding: Promise<readonly Finding[]>,
  scene: Scene,
  ports: Ports,
): Promise<Message> => {
  const { tenant, listed, stop } = teams;
  if (listed.length <= mostAtOnce) {
    const counted = await inTime(ports, tenantCard(teams, finding, ports), countedWithinMs);
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
  tellAdmin(ports, { ...job, what: "status" }, (listed, stop) => tenantCard({ tenant: job.tenant, listed, stop }, ports.findings(), ports));
