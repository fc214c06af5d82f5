import type { MessageOf } from "../../domain/message/index.ts";
import { sentWith, settingsIn, standsTo, type TeamsChange } from "../../domain/settings/teams-change.ts";
import { pickSettings } from "../../domain/settings/tenant-settings.ts";
import type { Team } from "../../domain/teams/team.ts";
import { type Ports, StoreFault, traceOf } from "../../ports.ts";
import { readTeam } from "../../store/team.ts";
import { readListedTeams } from "../../store/tenant.ts";
import { fewAtOnce } from "../few-at-once.ts";

/** Teams read side by side. */
const sideBySide = 20;

type Counted = Pick<MessageOf<"change-preview">, "teams" | "counts" | "changes">;

/** Counts what a change would change, team by team; archived teams are among them, because they come back. */
export const countChange = async (tenant: string, { given, teams: chosen }: TeamsChange, ports: Ports): Promise<Counted> => {
  const ids = chosen ?? (await readListedTeams(ports.rows, tenant)).map(({ id }) => id);
  const parts = settingsIn(given).map((setting) => ({ setting, part: pickSettings(given, sentWith(setting)) }));
  const read = await fewAtOnce(ids, (id) => readKnown(id, ports), sideBySide);
  const ends = read.flatMap((team) => {
    if (team === "gone") return [];
    const to = (part: TeamsChange["given"]) => (team === "unreadable" ? "cannot" : standsTo(team, part));
    return [{ whole: to(given), parts: parts.map(({ part }) => to(part)) }];
  });
  const countOf = (at: number, how: ReturnType<typeof standsTo>) => ends.filter(({ parts }) => parts[at] === how).length;
  return {
    teams: ends.length,
    changes: ends.filter(({ whole }) => whole === "changes").length,
    counts: parts.map(({ setting }, at) => ({
      setting,
      changes: countOf(at, "changes"),
      hasIt: countOf(at, "has-it"),
      cannot: countOf(at, "cannot"),
    })),
  };
};

const readKnown = async (id: string, { rows, log }: Ports): Promise<Team | "gone" | "unreadable"> => {
  try {
    const team = (await readTeam(rows, id))?.team;
    return team && team.removedAt === undefined ? team : "gone";
  } catch (fault) {
    if (fault instanceof StoreFault) throw fault;
    log.warn("team-not-read", { team: id, ...traceOf(fault) });
    return "unreadable";
  }
};
