/** Words of Gnist's cards that many tests look for, as people read them. */

export const question = "What got in your way this week?";

/** The label of the line that an idea is written in. */
export const line = "A line or two is enough";
