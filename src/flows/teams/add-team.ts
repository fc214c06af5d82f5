import { personIdOf } from "../../domain/ids.ts";
import type { ChannelPlace, Incoming } from "../../domain/incoming.ts";
import { defaultLanguage } from "../../domain/language.ts";
import { omit } from "../../domain/omit.ts";
import { defaultSettings } from "../../domain/settings/default-settings.ts";
import { startingWith } from "../../domain/settings/tenant-settings.ts";
import { type Team, withLeads } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { putDue } from "../../store/due.ts";
import { putKnownAs } from "../../store/person.ts";
import { changeTeam, insertTeam, readTeam, teamPartition } from "../../store/team.ts";
import { listTeam } from "../../store/tenant.ts";
import { promptDue, withNextPrompt } from "../asking/prompt-time.ts";
import { afterStoringMs } from "../flow.ts";
import { takeInAgain } from "../people/delete-data.ts";
import { planReviewOf } from "../review/plan-review.ts";
import { givenToNew } from "../settings/defaults.ts";
import { planDrop } from "./drop-old.ts";
import { catchingUp } from "./rest-team.ts";

/**
 * Adds a team. Teams reports one addition twice, in any order, and only one report names the channel that was chosen: the first report makes the team, the
 * second mends its channel, within `twiceToldMs`. Somebody who had their data deleted takes part again by adding Gnist. A team that is added again keeps its history, and its posts are brought up to date.
 */
export const addTeam = async (incoming: Extract<Incoming, { happened: "added-to-team" }>, zone: string, ports: Ports): Promise<void> => {
  const { who } = incoming;
  const place = besideShared(incoming.place);
  const now = ports.clock.now();
  const { tenantId } = place.address;
  await takeInAgain({ who, tenant: tenantId }, ports);
  if (who.entraId !== undefined) await putKnownAs(ports.rows, personIdOf(tenantId, { teamsId: who.teamsId }), who.person);
  const existing = await readTeam(ports.rows, place.team);
  if (!existing) {
    const [settings, given] = [defaultSettings(zone, who.language ?? defaultLanguage), await givenToNew(tenantId, place.team, ports)];
    const fresh: Team = {
      id: place.team,
      tenantId,
      serviceUrl: place.address.serviceUrl,
      teamsId: place.teamsTeamId,
      name: place.teamName ?? "",
      channelId: place.channelId,
      channels: [],
      addedAt: now,
      addedBy: who.person,
      leads: [who.person],
      openRounds: [],
      settings,
      largeTeamAgreed: false,
      toldNothing: false,
    };
    const team = withNextPrompt(startingWith(fresh, given), now);
    await ports.jobs.put({ job: "welcome-team", team: team.id, by: who.person }, afterStoringMs);
    for (const due of promptDue(team)) await putDue(ports.rows, due);
    await planDrop(ports, team.id);
    await planReviewOf(ports, team);
    await listTeam(ports.rows, team);
    if ((await ports.rows.commit(teamPartition(team.id), [insertTeam(team)])) === "done")
      ports.log.info("team-added", { team: team.id, again: false });
    else await mendChannel(place, ports);
    return;
  }
  if (existing.team.removedAt === undefined) return mendChannel(place, ports);
  const again: Team = {
    ...omit(existing.team, "removedAt", "archivedAt"),
    serviceUrl: place.address.serviceUrl,
    channelId: place.channelId,
    addedAt: now,
  };
  const team = withNextPrompt(again, now);
  await ports.jobs.put({ job: "welcome-team", team: team.id, by: who.person }, afterStoringMs);
  for (const due of promptDue(team)) await putDue(ports.rows, due);
  await planDrop(ports, team.id);
  await planReviewOf(ports, team);
  await listTeam(ports.rows, team);
  await catchingUp(team.id, ports, () =>
    changeTeam(ports.rows, place.team, (stored) =>
      stored.removedAt === undefined ? undefined : { team: withLeads(team, [...new Set([...stored.leads, who.person])]) },
    ),
  );
  ports.log.info("team-added", { team: team.id, again: true });
};

/** People of other teams read a shared channel, so the digest goes to General where that one was chosen. */
const besideShared = (place: ChannelPlace): ChannelPlace =>
  place.ownMembers === "shared" ? { ...place, channelId: place.teamsTeamId } : place;

/** Longest time (ms) between Teams' two reports of one addition. */
const twiceToldMs = 10_000;

const mendChannel = async (place: ChannelPlace, { rows, clock }: Ports): Promise<void> => {
  await changeTeam(rows, place.team, (team) => {
    const justAdded = clock.now() - team.addedAt < twiceToldMs;
    const chosen = place.channelId !== place.teamsTeamId && team.channelId === team.teamsId && justAdded ? place.channelId : team.channelId;
    if (chosen === team.channelId && team.serviceUrl === place.address.serviceUrl) return undefined;
    return { team: { ...team, channelId: chosen, serviceUrl: place.address.serviceUrl } };
  });
};
