import { dateOf, isOfOtherYear } from "../../domain/asking/local-time.ts";
import { teamView } from "../../domain/idea/view.ts";
import { peopleIn, placesIn } from "../../domain/settings/changes.ts";
import type { Ports } from "../../ports.ts";
import { readMembers } from "../../store/member.ts";
import { readTeamAudits } from "../../store/team-audit.ts";
import { readCoordinators } from "../../store/tenant.ts";
import type { Answer, Scene } from "../flow.ts";
import { readNames } from "../people/names.ts";
import type { Turn } from "../right.ts";
import { nameOfAdmin } from "./name-of-admin.ts";

/** Changes that the card tells. */
const mostTold = 10;

export const readLatestChanges = async ({ team }: { readonly team: string }, { rows }: Ports, { tenant }: Pick<Scene, "tenant">) => {
  const [audits, members, offices] = await Promise.all([
    readTeamAudits(rows, team, mostTold),
    readMembers(rows, team),
    readCoordinators(rows, tenant),
  ]);
  const known = new Map(members.map(({ person, name }) => [person, name]));
  const people = audits.flatMap(({ who, changes }) => [...(who ? [who] : []), ...changes.flatMap(peopleIn)]);
  return { audits, offices, names: await readNames(rows, team, people, known) };
};

/** The latest changes of the team's settings: when, by whom and what. */
export const showLatestChanges = async (
  _action: unknown,
  { team, now, ports }: Turn,
  { audits, offices, names }: Awaited<ReturnType<typeof readLatestChanges>>,
): Promise<Answer> => {
  const edits = await Promise.all(
    audits.map(async ({ at, who, role, changes }) => {
      const name = who && (names.get(who) ?? (await nameOfAdmin(ports.rows, who)));
      return {
        at,
        changes,
        ...(name ? { name } : {}),
        ...(role ? { role } : {}),
        ...(isOfOtherYear(dateOf(at, team.settings.zone), now, team.settings.zone) ? { otherYear: true as const } : {}),
      };
    }),
  );
  const changes = audits.flatMap((audit) => audit.changes);
  const places = new Set(changes.flatMap(placesIn));
  return {
    say: "settings-changes",
    team: teamView(team),
    edits,
    named: [
      ...changes.flatMap(peopleIn).map((id) => ({ id, name: names.get(id) ?? "" })),
      ...[...team.channels, ...offices].filter(({ id }) => places.has(id)),
    ],
  };
};
