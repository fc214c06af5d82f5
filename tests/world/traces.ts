/** Addresses, tokens and keys as Teams, Entra and Azure make them, and ids of 22 characters, as Gnist makes them of people, ideas and forms. */
const made = [
  /(?<![\w:])(?:29|28|19|a):[\w-]+/g,
  /[\w.+-]+@[\w-]+\.\w+/g,
  /\bentra-[\w-]+/g,
  /\bBearer \S+/g,
  /\beyJ[\w-]{10,}/g,
  /(?:Shared(?:Key|AccessSignature)|AccountKey)\S*/g,
  /https?:\/\/\S+/g,
  /(?<![\w-])[\w-]{22}(?![\w-])/g,
] as const;

/** Finds in lines of a log what no log may hold. @param words names and texts of people, and secrets */
export const tracesIn = (lines: readonly string[], words: readonly string[]): readonly string[] =>
  lines.flatMap((line) => {
    // The name of a digest between two rounds holds a nonce.
    const rest = line.replace(/extra-[\w-]{22}/g, "");
    return [...words.filter((word) => rest.includes(word)), ...made.flatMap((pattern) => rest.match(pattern) ?? [])];
  });
