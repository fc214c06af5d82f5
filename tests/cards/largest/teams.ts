import type { TeamsMessage } from "../../../src/domain/message/teams.ts";
import { due, instant, type LargestOf, largestTeam, longId, many, type Parts } from "./parts.ts";

export const teams = ({ name, people, team }: Parts): LargestOf<TeamsMessage["say"]> => ({
  "welcome-team": [
    {
      say: "welcome-team",
      team,
      addedBy: name,
      leads: many(100, () => name),
      nextPromptAt: instant,
      nextDigestAt: instant,
      large: false,
    },
  ],
  "lead-claim": [
    { say: "lead-claim", team, person: people[0] ?? "", name, openly: true },
    { say: "lead-claim", team, person: people[0] ?? "", name },
  ],
  "lead-wanted": [{ say: "lead-wanted", team, owns: true }],
  "large-team": [{ say: "large-team", team, size: largestTeam, nextPromptAt: instant }],
  "lead-asked": [{ say: "lead-asked", team, asksAt: instant }],
  "you-lead": [{ say: "you-lead", team, already: true }],
  "lead-now": [{ say: "lead-now", team, name, already: true }],
  "lead-half": [{ say: "lead-half", team, name, more: 2 }],
  "lead-not": [{ say: "lead-not", team, name }],
  "substitute-set": [
    {
      say: "substitute-set",
      team,
      person: people[0] ?? "",
      name,
      until: due,
      otherYear: true,
      substitution: longId("substitution", 0),
      before: { person: people[1] ?? "", until: due },
      notReached: true,
      tellsAt: instant,
    },
  ],
  "substitute-ended": [{ say: "substitute-ended", team, name }],
  "substitute-left": [{ say: "substitute-left", team, name }],
  substitute: [{ say: "substitute", team, name, until: due, otherYear: true }],
  "substitute-over": [{ say: "substitute-over", team, name }],
  "large-agreed": [{ say: "large-agreed", team, nextPromptAt: instant }],
});
