import { dateOf, isOfOtherYear } from "../../domain/asking/local-time.ts";
import type { ToldAct } from "../../domain/message/defaults.ts";
import { peopleIn, placesIn } from "../../domain/settings/changes.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { type Act, readActs } from "../../store/act.ts";
import { readTenantAudit, type TenantAudit } from "../../store/defaults.ts";
import { readTeam } from "../../store/team.ts";
import type { Answer, Scene } from "../flow.ts";
import { readNames } from "../people/names.ts";
import { nameOfAdmin } from "./name-of-admin.ts";

const actsOnPage = 10;

/** *Who did what*: a page of the acts in all teams, and of the acts of admins, the newest first. */
export const showAudit = async ({ page }: { readonly page: number }, { tenant, zone }: Scene, { rows, clock }: Ports): Promise<Answer> => {
  const most = (page + 1) * actsOnPage + 1;
  const [acts, edits] = await Promise.all([readActs(rows, tenant, most), readTenantAudit(rows, tenant, most)]);
  const all = [...acts, ...edits].sort((one, other) => other.at - one.at);
  const shown = all.slice(most - 1 - actsOnPage, most - 1);
  const [teams, names] = await Promise.all([readTeams(shown, rows), readPeople(shown, rows)]);
  const told = shown.map((act): ToldAct => {
    const name = act.who && names.get(act.who);
    const who = name ? { name } : {};
    if ("before" in act) return { ...act, ...who };
    const [team, to] = [teams.get(act.team ?? ""), teams.get(act.to ?? "")];
    return {
      ...act,
      ...who,
      ...(isOfOtherYear(dateOf(act.at, zone), clock.now(), zone) ? { otherYear: true as const } : {}),
      team: team?.name ?? "",
      to: to?.name ?? "",
    };
  });
  const channels = [...teams.values()].flatMap((team) => team.channels);
  const people = [...names].map(([id, name]) => ({ id, name }));
  return {
    say: "audit",
    acts: told,
    named: [...people, ...channels, ...teams.values()].map(({ id, name }) => ({ id, name })),
    zone,
    page,
    hasMore: all.length >= most,
  };
};

type AnyAct = Act | TenantAudit;

/** The teams that acts concern or name. */
const teamsIn = (act: AnyAct): readonly (string | undefined)[] => {
  if ("before" in act) return [act.before.coordinators, act.after.coordinators];
  const chosen = (act.changes ?? []).filter(({ setting }) => setting === "coordinators");
  return [act.team, act.to, ...chosen.flatMap(placesIn)];
};

const readTeams = async (acts: readonly AnyAct[], rows: Ports["rows"]): Promise<ReadonlyMap<string, Team>> => {
  const ids = new Set(acts.flatMap(teamsIn));
  const found = await Promise.all([...ids].map((id) => (id ? readTeam(rows, id) : undefined)));
  return new Map(found.flatMap((stored) => (stored ? [[stored.team.id, stored.team]] : [])));
};

/** The names of the people who acted, and of those whom changes name. */
const readPeople = async (acts: readonly AnyAct[], rows: Ports["rows"]): Promise<ReadonlyMap<string, string>> => {
  const found = await Promise.all(
    acts.map(async (act) => {
      const { who } = act;
      const team = "before" in act ? undefined : act.team;
      const people = "before" in act ? [] : (act.changes ?? []).flatMap(peopleIn);
      const names = team === undefined ? new Map() : await readNames(rows, team, [...people, ...(who ? [who] : [])]);
      const name = who && !names.has(who) ? await nameOfAdmin(rows, who) : undefined;
      return [...names, ...(who && name ? [[who, name] as const] : [])];
    }),
  );
  return new Map(found.flat());
};
