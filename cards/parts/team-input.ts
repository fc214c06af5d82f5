import type { IChoiceSetInput } from "@microsoft/teams.cards";
import type { Choice } from "../../src/domain/idea/view.ts";
import type { Words } from "../../src/language/index.ts";
import { choiceInput } from "./inputs.ts";
import { teamName } from "./names.ts";
import { capital } from "./text.ts";

/** Most teams listed in a choice, by detail level. In a team that is not listed, the person can write in its channel. */
export const mostTeams: readonly [number, ...number[]] = [100, 50, 25];

export const teamInput = (
  id: string,
  teams: readonly Choice[],
  most: number,
  look: { readonly value?: string; readonly expanded?: boolean; readonly hint?: string },
  words: Words,
): IChoiceSetInput =>
  choiceInput(
    id,
    words.form.team,
    teams.slice(0, most).map((team) => ({ id: team.id, name: capital(teamName(team, words)) })),
    { missing: words.form.chooseTeam, ...look },
  );
