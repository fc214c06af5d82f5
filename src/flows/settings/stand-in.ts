import type { StandInForm } from "../../domain/action/settings.ts";
import { dateOf } from "../../domain/asking/local-time.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Result } from "../../domain/result.ts";
import { type StandIn, substitutionOf } from "../../domain/teams/substitute.ts";
import type { Team } from "../../domain/teams/team.ts";
import { readLastDay } from "../../domain/teams/written-substitute.ts";
import { type Among, pickedOf } from "../people/picked.ts";

/** The part of the settings form about the substitute of the lead who opens it; nobody else sees it. */
export const standInOf = (team: Team, who: PersonId, now: number): StandInForm | undefined => {
  if (!team.leads.includes(who)) return undefined;
  const { person = "", until = "" } = substitutionOf(team, who, now) ?? {};
  return { person, until };
};

/** The substitute that a lead chose on the form; `same` where the form leaves everything as it was when it opened. */
export const chosenStandIn = (
  { now, before }: { readonly now: StandInForm; readonly before: StandInForm },
  team: Team,
  who: PersonId,
  members: Among,
  today: number,
): Result<StandIn | "nobody" | "same", "bad-substitute"> => {
  if (now.person === before.person && now.until === before.until) return { got: "same" };
  if (now.person === "") return now.until === "" || now.until === before.until ? { got: "nobody" } : { no: "bad-substitute" };
  const person = pickedOf(team.tenantId, now.person, members);
  const until = readLastDay(now.until, dateOf(today, team.settings.zone));
  return person === undefined || person === who || "no" in until ? { no: "bad-substitute" } : { got: { person, until: until.got } };
};
