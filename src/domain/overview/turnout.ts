/** The people who got a question, and those of them who have answered. */
export type Turnout = { readonly asked: number; readonly answered: number };

/** Smallest count of answers that is shown exactly: a smaller one, compared with who was at work, could tell who answered. */
export const fewestCounted = 5;

/**
 * A turnout as people read it. `is`: `answered` is the count itself, or the count is at least that, or less than that. `asked` is missing where it would say
 * nothing beside "less than".
 */
export type ShownTurnout = { readonly is: "exactly" | "at-least" | "less-than"; readonly answered: number; readonly asked?: number };

/**
 * The turnout of one or several rounds. It is made of what is shown of each: the exact sum, less the teams whose counts are shown, would give away the count of
 * the team that is left.
 */
export const shownTurnout = (rounds: readonly Turnout[]): ShownTurnout => {
  const few = rounds.filter((round) => round.asked > 0 && round.answered < fewestCounted).length;
  const asked = rounds.reduce((sum, round) => sum + round.asked, 0);
  const answered = rounds.reduce((sum, round) => sum + (round.answered < fewestCounted ? 0 : round.answered), 0);
  if (few === 0) return { is: "exactly", answered, asked };
  if (answered > 0) return { is: "at-least", answered, asked };
  const below = few * (fewestCounted - 1) + 1;
  return { is: "less-than", answered: below, ...(asked < below ? {} : { asked }) };
};
