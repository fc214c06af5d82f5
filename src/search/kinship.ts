/** Letters of a word that may be an ending, as *-arna* of *skrivarna* is but for one. */
const ending = 3;

/** Letters of an ending after more letters in common: Finnish endings are long. */
const longEnding = 5;

/** The fewest letters that make a word a part of another one. */
const fewest = 4;

/** Letters of a word that are compared; nobody writes longer ones in earnest. */
export const longestWord = 30;

/** The strength of a tie between words that only have a part in common, such as *läkemedelslista* and *läkemedelsrummet*, or a whole word of three letters. */
const partial = 0.5;

/** A stretch of letters that two words have in common, and where it begins in each. */
type Stretch = { readonly letters: number; readonly at: number; readonly otherAt: number };

/** Kinship of two words by the stretch: 1 for forms of one word, also misspelt, and for a word within a compound; less for a part. */
export type Tie = Stretch & { readonly strength: number };

const longestStretch = (one: string, other: string): Stretch => {
  let [letters, at, otherAt] = [0, 0, 0];
  /** Letters in common that end at each letter of the other word and at the last one of this that was looked at. */
  const common = new Uint8Array(other.length + 1);
  for (let end = 1; end <= one.length; end += 1) {
    let before = 0;
    for (let otherEnd = 1; otherEnd <= other.length; otherEnd += 1) {
      const length = one[end - 1] === other[otherEnd - 1] ? before + 1 : 0;
      before = common[otherEnd] ?? 0;
      common[otherEnd] = length;
      if (length > letters) [letters, at, otherAt] = [length, end - length, otherEnd - length];
    }
  }
  return { letters, at, otherAt };
};

const sameFrom = (one: string, other: string): number => {
  let letters = 0;
  while (letters < one.length && one[letters] === other[letters]) letters += 1;
  return letters;
};

/** Letters of either word that one slip of the hand takes: one wrong, one too many, one too few, or two that changed places. */
const slips = [
  [1, 1],
  [1, 0],
  [0, 1],
  [2, 2],
] as const;

/** Does one slip of the hand make of one word the other, but for their endings? */
const isSlip = (one: string, other: string): boolean => {
  const before = sameFrom(one, other);
  return slips.some(([left, right]) => {
    if (left === 2 && (one[before] !== other[before + 1] || one[before + 1] !== other[before])) return false;
    const [rest, otherRest] = [one.slice(before + left), other.slice(before + right)];
    const after = sameFrom(rest, otherRest);
    const isLong = before > 0 && after >= 3 && before + after > longEnding;
    return isLong && Math.max(rest.length, otherRest.length) - after <= ending;
  });
};

/** @param one the shorter word */
const strengthOf = ({ letters, at, otherAt }: Stretch, one: string, other: string): number => {
  const [rest, otherRest] = [one.length - at - letters, other.length - otherAt - letters];
  const isBeginning = at === 0 && otherAt === 0;
  if (letters === 3) {
    if (one.length === 3 && isBeginning) return otherRest <= ending ? 1 : partial;
    const isEnd = one.length === 3 && otherAt >= 3 && otherRest <= ending;
    return isEnd || (isBeginning && rest < ending && otherRest <= fewest) ? partial : 0;
  }
  if (letters < fewest) return 0;
  const isWithin = at === 0 && rest <= ending;
  if (isWithin && (otherAt === 0 || (otherAt > 1 && otherRest <= fewest))) return 1;
  if (letters === fewest) return 0;
  if (isBeginning && rest <= longEnding && otherRest <= longEnding) return 1;
  return at === 0 || otherAt === 0 ? partial : 0;
};

/** Two words in small letters. */
export const tieOf = (word: string, another: string): Tie | undefined => {
  if (another.length < word.length) {
    const tie = tieOf(another, word);
    return tie && { ...tie, at: tie.otherAt, otherAt: tie.at };
  }
  const [one, other] = [word.slice(0, longestWord), another.slice(0, longestWord)];
  const whole = { letters: one.length, at: 0, otherAt: 0, strength: 1 };
  if (one === other || isSlip(one, other)) return whole;
  const stretch = longestStretch(one, other);
  const strength = strengthOf(stretch, one, other);
  return strength > 0 ? { ...stretch, strength } : undefined;
};
