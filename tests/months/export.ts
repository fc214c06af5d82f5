import { strFromU8, unzipSync } from "fflate";
import { expect } from "vitest";
import { readCsv, textOfCell } from "../files/read-csv.ts";
import { asks, openPages, takes } from "../records/links.ts";
import type { Deed, Known } from "./ledger.ts";
import { countedRounds, rowOf } from "./numbers.ts";
import { endOf } from "./parts.ts";
import type { Played } from "./play.ts";

/** The export of the team, each cell of it, told by hand from the ledger. */

type Table = readonly Readonly<Record<string, string>>[];

export const openZip = (bytes: ArrayBuffer) => {
  const files = new Map(Object.entries(unzipSync(new Uint8Array(bytes))).map(([name, file]) => [name, strFromU8(file)]));
  const textOf = (name: string): string => files.get(name) ?? "";
  /** A table, which is the same in both formats: cells that are not empty, as texts. */
  const tableOf = (name: string): Table => {
    const [columns = [], ...rows] = readCsv(textOf(`${name}.csv`));
    const cells = rows.map((row) => columns.map((column, at) => [column, textOfCell(row[at] ?? "")] as const));
    const fromCsv = cells.map((row) => Object.fromEntries(row.filter(([, cell]) => cell !== "")));
    const fromJson = (JSON.parse(textOf(`${name}.json`)) as readonly Readonly<Record<string, unknown>>[]).map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, String(cell)])),
    );
    expect(fromJson).toEqual(fromCsv);
    return fromCsv;
  };
  return { names: [...files.keys()], textOf, tableOf };
};

/** A date in Stockholm, in winter. */
export const dateOf = (at: number): string => new Date(at + 3_600_000).toISOString().slice(0, 10);

export const filled = (row: Readonly<Record<string, string | number | undefined>>) =>
  Object.fromEntries(Object.entries(row).flatMap(([name, cell]) => (cell === undefined ? [] : [[name, String(cell)]])));

const kindWords = { tools: "Tools and IT", information: "Information" } as const;

const stageOf = ({ place, deeds }: Known): string => {
  // The owner of a reopened idea begins again.
  const taken = deeds.findLastIndex(({ did }) => did === "took" || did === "reopened");
  const isStarted = deeds.slice(taken + 1).some(({ did }) => did === "started");
  const stages = { unshown: "new", open: "new", owned: isStarted ? "testing" : "planned", "passed on": "passed-on", gone: "held" } as const;
  return place === "adopted" || place === "stopped" ? place : stages[place];
};

/** An idea as the export tells it; its date to come and its test are what its owner reads, which the ledger does not hold. */
const ideaRow = (known: Known) => {
  const end = known.place === "adopted" || known.place === "stopped" ? endOf(known) : undefined;
  const voices = new Set([known.author, ...known.deeds.filter(({ did }) => did === "joined a voice").map(({ who }) => who)]);
  return filled({
    number: known.number,
    title: known.idea,
    kind: known.kind && kindWords[known.kind],
    stage: stageOf(known),
    voices: voices.size,
    author: known.showsName && known.author,
    owner: known.owner,
    shown: dateOf(known.shownAt ?? 0),
    result: known.place === "adopted" ? end?.said : undefined,
    lesson: known.place === "stopped" ? end?.said : undefined,
    minutes: end?.saves?.minutes,
    people: end?.saves?.people,
  });
};

/** Steps that everybody may read, with the stage after each. */
const stepWords: Readonly<Partial<Record<Deed["did"], string>>> = {
  took: "planned",
  "gave back": "new",
  started: "testing",
  tested: "checking",
  adopted: "adopted",
  stopped: "stopped",
  "passed on": "passed-on",
  "sent back": "new",
};

const stepsOf = ({ number, deeds }: Known): readonly string[] =>
  deeds.flatMap((deed) => {
    const stage = deed.did === "answered" ? (deed.solves ? "adopted" : "stopped") : stepWords[deed.did];
    return stage === undefined ? [] : [`${number} ${dateOf(deed.at)} ${stage}`];
  });

/** The lead takes the export of the team, and every cell of it is compared. */
export const expectExport = async (played: Played): Promise<void> => {
  const { world, clinic, ledger } = played;
  await openPages(world);
  const zip = openZip(await (await takes(await asks(world.person(clinic.lead)))).arrayBuffer());
  const ideas = ledger.ideas(clinic.name);
  const shown = ideas.filter(({ shownAt }) => shownAt !== undefined);
  const byNumber = (one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>) =>
    Number(one.number) - Number(other.number);
  const withoutPlans = zip.tableOf("posted/ideas").map(({ due: _due, test: _test, reach: _reach, ...row }) => row);
  expect(withoutPlans.toSorted(byNumber)).toEqual(shown.map(ideaRow).toSorted(byNumber));

  const written = ideas.filter(({ shownAt, deeds }) => shownAt === undefined && deeds.every(({ did }) => did !== "withdrew"));
  const writtenRows = written.map((known) =>
    filled({ title: known.idea, kind: known.kind && kindWords[known.kind], stage: stageOf(known), reason: known.deeds.at(-1)?.said }),
  );
  const byTitle = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>) =>
    (one.title ?? "") < (other.title ?? "") ? -1 : 1;
  expect(zip.tableOf("written/ideas").toSorted(byTitle)).toEqual(writtenRows.toSorted(byTitle));

  const reopened = new Set(shown.filter(({ deeds }) => deeds.some(({ did }) => did === "reopened")).map(({ number }) => String(number)));
  const steps = zip
    .tableOf("posted/steps")
    .filter(({ number = "" }) => !reopened.has(number))
    .map(({ number, date, stage }) => `${number} ${date} ${stage}`);
  const done = shown.filter(({ number }) => !reopened.has(String(number))).flatMap(stepsOf);
  expect(steps.toSorted()).toEqual(done.toSorted());

  const measures = zip.tableOf("posted/measures").map(({ week, ideas, ended }) => ({ week, ideas, ended }));
  const rounds = countedRounds(played, clinic.name, clinic.people.length).map(rowOf);
  expect(measures.toSorted((one, other) => ((one.week ?? "") < (other.week ?? "") ? -1 : 1))).toEqual(
    rounds.map(({ week, ideas: fresh, ended }) => ({ week, ideas: String(fresh), ended: String(ended) })),
  );

  const posts = JSON.parse(zip.textOf("posted/posts.json")) as readonly {
    readonly kind: string;
    readonly version: number;
    readonly date: string;
    readonly text: string;
  }[];
  const first = posts.filter(({ kind, version }) => kind === "digest" && version === 1).map(({ text }) => text);
  expect(first).toHaveLength(played.digests.length);
  // A post shows three new ideas, and says of the others how many they are.
  const isCounted = (at: number) =>
    posts.some(({ date, version, text }) => version === 1 && date === dateOf(at) && text.includes("Also new:"));
  for (const { idea, shownAt = 0 } of shown)
    expect([idea, first.some((text) => text.includes(idea)) || isCounted(shownAt)]).toEqual([idea, true]);
  for (const { idea } of written) expect([idea, posts.some(({ text }) => text.includes(idea))]).toEqual([idea, false]);

  const told = posts.filter(({ kind, version }) => kind === "minutes" && version === 1);
  expect(posts.filter(({ kind, version }) => kind === "board" && version === 1)).toHaveLength(played.meetings.length);
  expect(told).toHaveLength(played.meetings.length);
  for (const { minutes } of played.meetings) {
    const there = told.filter(({ text }) => minutes?.decided.every(({ idea }) => text.includes(idea.title)));
    expect(there.map(({ date }) => date)).toContain(dateOf(minutes?.closedAt ?? 0));
  }

  // A person who did not choose to show their name stands in it as an owner, or as the lead who closed a board.
  const authors = new Set(shown.flatMap(({ showsName, author }) => (showsName ? [author] : [])));
  const owners = new Set(ledger.deeds.filter(({ did }) => did === "took" || did === "closed a board").map(({ who }) => who));
  const whole = zip.names.map((name) => zip.textOf(name)).join("\n");
  for (const name of clinic.people) if (!authors.has(name) && !owners.has(name)) expect(whole).not.toContain(name);
};
