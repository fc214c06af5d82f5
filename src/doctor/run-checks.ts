import { traceOf } from "../ports.ts";
import { broken, type Check, type CheckEnd } from "./check-end.ts";

/** Where the doctor writes: a line of its report, and a line that shows that it still works. */
export type Paper = { readonly line: (text: string) => void; readonly waits: (text: string) => void };

/** After this time (ms) without a result the doctor says on which check it waits. */
const usualPatienceMs = 2_000;

const width = 80;
const idWidth = 14;
const markWidth = 13;

/**
 * Runs all checks side by side, and prints each in the order of the list as soon as those before it are printed. A check that throws, or that takes too long,
 * is broken, and the others go on.
 * @returns every result, in the order of the list. It never rejects.
 */
export const runChecks = async (checks: readonly Check[], paper: Paper, patienceMs = usualPatienceMs): Promise<readonly CheckEnd[]> => {
  const running = checks.map((check) => ({ check, ending: endOf(check) }));
  const results: CheckEnd[] = [];
  let group: string | undefined;
  for (const { check, ending } of running) {
    const timer = setTimeout(() => paper.waits(`(still checking ${check.id})`), patienceMs);
    const result = await ending;
    clearTimeout(timer);
    if (check.group !== group) for (const line of ["", check.group]) paper.line(line);
    group = check.group;
    for (const line of linesOf(check.id, result)) paper.line(line);
    results.push(result);
  }
  return results;
};

const endOf = async ({ id, limitMs, run }: Check): Promise<CheckEnd> => {
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<CheckEnd>((resolve) => {
    timer = setTimeout(() => {
      stop.abort();
      resolve(
        broken(
          `no answer within ${limitMs / 1_000} s`,
          unknownWhether(id),
          "See whether this machine reaches the other side, and run the doctor again.",
        ),
      );
    }, limitMs);
  });
  try {
    return await Promise.race([run(stop.signal), tooLong]);
  } catch (fault) {
    return broken(
      `the check itself failed (${traceOf(fault).fault})`,
      unknownWhether(id),
      "Run the doctor again. If the fault stays, report it with this line.",
    );
  } finally {
    clearTimeout(timer);
  }
};

const unknownWhether = (id: string): string => `Nobody knows whether "${id}" works.`;

const linesOf = (id: string, result: CheckEnd): readonly string[] => {
  const head = `  ${result.is.padEnd(markWidth)}${id.padEnd(idWidth)}`;
  const [first = "", ...more] = wrapped(result.say, width - head.length);
  const said = [`${head}${first}`, ...more.map((line) => `${" ".repeat(head.length)}${line}`)];
  if (result.is !== "warning" && result.is !== "broken") return said;
  return [...said, ...labelled("why:", result.why), ...result.mend.flatMap((sentence) => labelled("to mend:", sentence))];
};

const labelled = (label: string, text: string): readonly string[] => {
  const indent = 6 + "to mend: ".length;
  return wrapped(text, width - indent).map((line, at) => `${at === 0 ? `      ${label.padEnd(indent - 6)}` : " ".repeat(indent)}${line}`);
};

/** Breaks a text between words. A word that is longer than a line, such as an address, stays whole. */
const wrapped = (text: string, most: number): readonly string[] => {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
};
