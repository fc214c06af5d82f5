/**
 * Finds what keeps Gnist from working, and says how to mend it: `npm run doctor`, `npm run doctor -- --message` and `npm run doctor -- PACKAGE.zip`. See "Doctor" in
 * docs/operations.md. The exit code is 0 where nothing is broken, 1 where something is, and 2 where the doctor itself could not run.
 */
import { join } from "node:path";
import { sayOldNode } from "../src/domain/node.ts";
import { traceOf } from "../src/ports.ts";

const given = process.argv.slice(2);
const packages = given.filter((one) => one.endsWith(".zip"));
const strange = given.find((one) => one !== "--message" && !packages.includes(one));
const end = (code: 0 | 1 | 2): never => process.exit(code);

if (strange !== undefined) {
  console.error(
    'The doctor does not know that. Say "npm run doctor", with "-- --message" for a test message, or with the path of a package (.zip).',
  );
  end(2);
}
try {
  console.log("Gnist's doctor. It changes nothing that stays.");
  // Loaded only now, because it takes seconds, and a wrong word is told at once. It loads all that its checks need: their time limits would count a later load too.
  const { examine } = await import("../src/doctor/examine.ts");
  const paper = { line: console.log, waits: console.error };
  const wanted = { message: given.includes("--message"), packages, dist: join(import.meta.dirname, "../dist") };
  end((await examine(process.env, wanted, paper)) ? 1 : 0);
} catch (fault) {
  // An older Node stops at the first word that it does not know.
  console.error(`The doctor could not run: ${sayOldNode(process.version) ?? `${traceOf(fault).fault}.`}`);
  end(2);
}
