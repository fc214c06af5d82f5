/** `npm run register`: writes the table of all data, one line for each kind of row, into SECURITY.md and its Swedish page. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rowKinds } from "../src/store/kinds.ts";
import type { RowKind } from "../src/store/record.ts";
import { lifetimes, persons, places, readers, register } from "../src/store/register.ts";

type Tongue = "en" | "sv";

/** The pages that hold the table, by language. */
export const registerPages: { readonly [T in Tongue]: string } = { en: "SECURITY.md", sv: "docs/gatekeepers/sv/sakerhet.md" };

const heads = {
  en: ["kind", "content and purpose", "where", "persons named", "how long", "seen by"],
  sv: ["slag", "innehåll och ändamål", "var", "personer som nämns", "hur länge", "vem som ser det"],
};

/** @throws where the register has no words for a place or a person of a kind */
const saidIn = (words: Readonly<Record<string, { readonly en: string; readonly sv: string }>>, name: string, tongue: Tongue): string => {
  const found = words[name];
  if (!found) throw new Error(`src/store/register.ts has no words for ${name}`);
  return found[tongue];
};

const lineOf = (name: keyof typeof rowKinds, kind: RowKind, tongue: Tongue): string => {
  const { seenBy, [tongue]: text } = register[name];
  const [place = ""] = kind.partition.split("|");
  const named = [...(kind.partition.endsWith("PERSON") ? ["PERSON"] : []), ...kind.names].map((one) => saidIn(persons, one, tongue));
  const seen = seenBy.map((one) => readers[one][tongue]).join("; ");
  return `| \`${name}\` | ${[text, saidIn(places, place, tongue), [...new Set(named)].join(", ") || "–", lifetimes[kind.lives][tongue], seen].join(" | ")} |`;
};

/** The table in one language, as Markdown. */
export const registerTable = (tongue: Tongue): string =>
  [
    `| ${heads[tongue].join(" | ")} |`,
    `|${"---|".repeat(heads[tongue].length)}`,
    ...Object.entries(rowKinds).map(([name, kind]) => lineOf(name as keyof typeof rowKinds, kind, tongue)),
  ].join("\n");

/** The lines of a table on a page that begins with the first line of this one. */
export const tableOn = (page: string, table: string): string => {
  const [head = ""] = table.split("\n");
  return page.includes(head) ? (page.slice(page.indexOf(head)).split("\n\n")[0] ?? "").trimEnd() : "";
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const tongue of ["en", "sv"] as const) {
    const file = join(import.meta.dirname, "..", registerPages[tongue]);
    const [page, table] = [await readFile(file, "utf8"), registerTable(tongue)];
    await writeFile(
      file,
      page.replace(tableOn(page, table), () => table),
    );
  }
}
