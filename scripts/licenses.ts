/**
 * `npm run licenses`: lists the packages that ship in production, each with its version and its licence, and fails if one may not ship.
 *
 * It reads package-lock.json, which is what `npm ci` installs, on every system: packages for other systems are listed too.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Licences under which packages may ship: none asks for more than its notice. Another one is a decision of people, who add it here. */
const allowed: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "Unlicense",
  "(AFL-2.1 OR BSD-3-Clause)",
]);

/** Licences of packages whose package.json names none, as their own files say. */
const known: ReadonlyMap<string, string> = new Map([["escape-regexp-component 1.0.2", "MIT"]]);

type Locked = {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
};
export type Lock = { readonly packages: Readonly<Record<string, Locked>> };

/** The packages that ship, by name, and why some of the locked ones may not. */
export const shippedIn = ({ packages }: Lock): { readonly lines: readonly string[]; readonly problems: readonly string[] } => {
  const all = Object.entries(packages).flatMap(([path, { name = path.split("node_modules/").at(-1) ?? "", version = "", ...rest }]) => {
    const found = `${name} ${version}`;
    return path === "" ? [] : [{ found, license: rest.license ?? known.get(found) ?? "no licence", ...rest }];
  });
  const shipped = all.filter(({ dev }) => !dev);
  return {
    lines: [...new Set(shipped.map(({ found, license }) => `${found} ${license}`))].sort(),
    problems: [
      ...shipped.flatMap(({ found, license }) =>
        allowed.has(license) ? [] : [`${found}: ${license} is not among the licences that may ship`],
      ),
      // Without it an install takes whatever the registry then has under that name.
      ...all.flatMap(({ found, integrity }) => (integrity ? [] : [`${found}: package-lock.json has no integrity for it`])),
    ],
  };
};

export const readLock = async (): Promise<Lock> => JSON.parse(await readFile(join(import.meta.dirname, "../package-lock.json"), "utf8"));

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { lines, problems } = shippedIn(await readLock());
  console.log(lines.join("\n"));
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}
