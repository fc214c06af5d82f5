import { countries } from "../../../src/domain/asking/country.ts";
import type { MessageOf } from "../../../src/domain/message/index.ts";
import type { OverviewMessage } from "../../../src/domain/message/overview.ts";
import { type Counts, namedReasons, notReachedReasons, type Unreached } from "../../../src/domain/overview/count-round.ts";
import type { Finding } from "../../../src/domain/overview/findings.ts";
import type { SetAside } from "../../../src/domain/overview/set-aside.ts";
import type { Health, TeamLine } from "../../../src/domain/overview/team-health.ts";
import { paceStops } from "../../../src/domain/pace.ts";
import { digestId, type Full, instant, type LargestOf, largestTeam, many, type Parts, teamId, week } from "./parts.ts";

export const overview = ({ channel, name, stop, sum, team, zone }: Parts): LargestOf<OverviewMessage["say"]> => {
  const counts: Full<Counts> = {
    asked: 99_999,
    answered: 88_888,
    doubtful: 9_999,
    toAsk: 99_999,
    notReached: Object.fromEntries(notReachedReasons.map((why) => [why, 9_999])) as Full<Counts["notReached"]>,
  };
  const sending = { done: 88_888, of: 99_999, endsAt: instant };
  const aside: Full<SetAside> = { job: "answered-elsewhere", row: "question", team: name, why: "other-version" };
  const health: Full<Health> = { how: "stopped", sending };
  const lines = (one: Omit<TeamLine, "team" | "nextPromptAt">) =>
    many(20, (at) => ({ ...one, team: { ...team, id: teamId(at) }, nextPromptAt: instant }));
  const round = { week, asked: 99_999, answered: 88_888 };
  const unreached: readonly Full<Unreached>[] = namedReasons.map((why) => ({ why, names: many(20, () => name), more: largestTeam }));
  const findings: readonly Full<Finding>[] = [
    { finding: "store-down" },
    { finding: "queue-down" },
    { finding: "disk-low", freeMb: 99_999, neededMb: 999_999 },
    { finding: "clock-off", seconds: 99_999 },
    { finding: "no-url" },
    { finding: "days-off-end", countries, year: 2035 },
  ];
  const teamStatus: Full<MessageOf<"team-status">> = {
    say: "team-status",
    status: {
      team,
      round: { week, digestAt: instant, counts, unreached, sending },
      nextPromptAt: instant,
      digest: { id: digestId, week, trouble: "doubtful", channel },
      hasLead: false,
      isArchived: true,
      waitsFor: largestTeam,
      setAside: many(500, () => aside),
    },
    stop,
    leads: true,
    findings,
    page: 10_000,
  };
  const tenantStatus: Full<MessageOf<"tenant-status">> = {
    say: "tenant-status",
    status: {
      teams: largestTeam,
      turnout: { is: "at-least", answered: largestTeam, asked: largestTeam },
      counts,
      sending: { ...sending, teams: largestTeam },
      troubled: lines({ health, round }).slice(0, 5) as Full<TeamLine>[],
      moreTroubled: largestTeam,
    },
    setAside: many(32, () => aside),
    findings,
    stop,
    zone,
  };
  const listOfTeams: Full<MessageOf<"teams">> = {
    say: "teams",
    whose: "tenant",
    teams: lines({ health, round }) as Full<TeamLine>[],
    count: 99_999,
    page: 500,
    pages: 5_000,
    stop,
    zone,
  };
  const numbers: Full<MessageOf<"numbers">> = {
    say: "numbers",
    team,
    rounds: many(12, () => ({ week, turnout: { is: "exactly", answered: 1_999, asked: largestTeam }, ideas: 1_999, ended: 999 })),
    sum,
    mayLookAcross: true,
  };
  const across: Full<MessageOf<"numbers-across">> = {
    say: "numbers-across",
    until: week,
    teams: largestTeam,
    sum,
    steps: [largestTeam, largestTeam, largestTeam, largestTeam],
    small: { teams: 999, ideas: 99_999, ended: 9_999 },
  };
  const ofTeams: Full<MessageOf<"numbers-teams">> = {
    say: "numbers-teams",
    teams: many(20, (at) => ({ id: teamId(at), name, sum, steps: 4 })),
    unnamed: 20,
    until: week,
    count: largestTeam,
    page: 50,
    pages: 100,
  };
  return {
    numbers: [numbers],
    "numbers-across": [across],
    "numbers-teams": [ofTeams],
    "team-status": [
      teamStatus,
      {
        ...teamStatus,
        leads: false,
        status: { ...teamStatus.status, digest: { id: digestId, week, trouble: "refused", channel } },
      },
    ],
    "tenant-status": [tenantStatus, ...paceStops.map((why) => ({ ...tenantStatus, stop: { why, until: instant } }))],
    "own-parts": [{ say: "own-parts", teams: "not-counted", findings }],
    counting: [{ say: "counting", teams: 99_999, stop, zone }],
    teams: [listOfTeams, { ...listOfTeams, teams: lines({ health: { how: "set-aside" } }) }],
  };
};
