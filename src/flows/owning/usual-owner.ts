import type { Idea } from "../../domain/idea/idea.ts";
import type { Choice } from "../../domain/idea/view.ts";
import type { Member } from "../../domain/people/person.ts";
import type { Team } from "../../domain/teams/team.ts";

/** The member whom the team's settings propose as owner of such an idea. */
export const usualOwner = ({ settings }: Team, { kind = "other" }: Idea, members: readonly Member[]): { readonly usual?: Choice } => {
  const usual = members.find(({ person }) => person === settings.kindOwners?.[kind]);
  return usual ? { usual: { id: usual.person, name: usual.name } } : {};
};
