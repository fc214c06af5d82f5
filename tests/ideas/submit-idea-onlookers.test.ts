import { beforeAll, describe, expect, test } from "vitest";
import { mostByChance, seeded } from "../world/chance.ts";
import { day, hour, minute, roundAfter } from "../world/moments.ts";
import { type Person, viewOf } from "../world/people.ts";
import { line } from "../world/words.ts";
import { startWorld } from "../world/world.ts";
import { guessBy, isText, type Leaf, type Look, leavesOf, looks, type Seen, type SeenSending, type Sight } from "./onlooker.ts";
import { linesOfExport } from "./taken.ts";

/*
 * Ideas that were sent in the usual way: the store knows their authors, and nobody else may. A colleague, a lead, a coordinator, an admin and an operator put together
 * all that each of them can call up between any two answers. They know when each of the others pressed Send.
 */

const lead = "Anna Berg";
const colleague = "Omar Haddad";
const writers = ["Bo", "Cia", "Dan", "Eva", "Finn", "Gry", "Hans", "Ida", "Jan", "Kari"].map((name) => `${name} Dahl`);
const rounds = 12;
const writersEach = 9;
const kinds = { tools: "Tools and IT", routines: "Routines and paperwork", information: "Information", together: "Working together" };

/** The author of each text, as nobody but this test knows. */
const truth = new Map<string, string>();
/** The moment at which each text was sent. */
const sentAt = new Map<string, number>();
let seen: Seen;

beforeAll(async () => {
  const world = await startWorld([lead, colleague, ...writers], 22);
  world.hasUrl("https://gnist.example.org");
  await world.added(lead);
  await world.addsTeam("Office", ["Nina Ny", "Kim Ek"]);
  world.makeAdmin("Ada Min");
  const [anna, omar, kim, ada] = [lead, colleague, "Kim Ek", "Ada Min"].map(world.person) as [Person, Person, Person, Person];
  await world.person("Nina Ny").writes("coordinators here", { in: "Office" });
  await anna.sets({ Coordinators: "Office" });

  const random = seeded(21);
  const sights: Sight[] = [];
  const sent: SeenSending[] = [];
  const lines: { readonly at: number; readonly line: string }[] = [];
  const textRounds = new Map<string, number>();
  const textKinds = new Map<string, string>();
  const see = (by: Sight["by"], card: string, cards: readonly unknown[], at = world.now()) =>
    void sights.push({ at, by, card, leaves: leavesOf(cards) });
  const calls = async (by: Sight["by"], person: Person, word: string, card = word) => {
    const at = world.now();
    see(by, card, [viewOf(await person.write(word), "en").card], at);
  };
  const channelOf = (person: Person, channel: string) => person.sees({ in: channel }).flatMap(({ card }) => (card ? [card] : []));
  /** All that the four call up while nothing happens, and the lines that the log has got since they last did. */
  const lookAround = async () => {
    for (const entry of world.logged.slice(lines.length)) lines.push({ at: world.now(), line: JSON.stringify(entry) });
    see("member", "channel", channelOf(omar, "channel").slice(-2));
    for (const word of ["digest", "my ideas"]) await calls("member", omar, word);
    for (const word of ["draft", "status", "numbers", "review"]) await calls("lead", anna, word);
    for (const card of channelOf(kim, "Office")) see("coordinator", "coordinators' channel", [card]);
    for (const word of ["status", "teams"]) await calls("admin", ada, word);
  };
  /** All that they call up once in a while. */
  const lookClosely = async (from: number) => {
    for (const word of ["help", "who sees this", "my actions", "prompt"]) await calls("member", omar, word);
    await calls("lead", anna, "settings");
    await anna.writes("board", { in: "channel" });
    await world.settle();
    see("member", "board", channelOf(omar, "channel").slice(-1));
    await ada.writes("defaults");
    see("admin", "who did what", [viewOf(await ada.presses("Who did what"), "en").card]);
    await calls("admin", ada, "numbers");
    // Copies of posts hold many texts in one line; the posts themselves are read above.
    const exported = (await linesOfExport(world, anna)).filter((line) => line.split("Trouble ").length <= 2);
    see("lead", "export", exported);
    see("admin", "numbers of teams", [viewOf(await ada.sendsByHand({ verb: "numbers-teams", page: 0 }), "en").card]);
    const pages = [await omar.press("All ideas", { in: "channel" })];
    for (let all = pages[0]; all?.say === "all-ideas" && all.page + 1 < all.pages; all = pages.at(-1))
      pages.push(await omar.press("Next", { in: "channel" }));
    see(
      "member",
      "all ideas",
      pages.map((page) => viewOf(page, "en").card),
    );
    for (let number = Math.max(1, from - 2 * writersEach); number < from; number += 1) await calls("member", omar, `#${number}`, "story");
  };

  /** The lead passes on all that stands in the last digest. */
  const passesOn = async (numbers: readonly number[]) => {
    for (const number of numbers) {
      await anna.writes(`#${number}`);
      await anna.presses("Pass on");
      await anna.presses("Pass on", { Reason: "The contract is not ours" });
    }
  };

  for (let round = 0; round < rounds; round += 1) {
    const { question, draft, digest } = roundAfter(round);
    await world.moveTo(question);
    await lookAround();
    const late = Array.from({ length: 2 }, () => draft + random.between(5, 220) * minute);
    const early = Array.from({ length: writersEach - late.length }, () => question + random.between(5, 110 * 60) * minute);
    const moments = [...early, ...late].sort((one, other) => one - other);
    const names = writers.toSorted(() => random.fraction() - 0.5);
    for (const [at, moment] of moments.entries()) {
      const name = names[at] ?? "";
      const text = `Trouble ${Array.from({ length: 12 }, () => random.pick([..."abcdefghijklmnopqrstuvwxyz"])).join("")}`;
      const kind = random.pick(Object.keys(kinds) as (keyof typeof kinds)[]);
      await world.moveTo(moment);
      truth.set(text, name);
      sentAt.set(text, world.now());
      textRounds.set(text, round);
      textKinds.set(text, kinds[kind]);
      sent.push({ round, person: name, at: world.now() });
      const form = world.person(name);
      await form.sendsByHand({ ...form.wouldSend("Send", { [line]: text }), kind });
      await lookAround();
      if (at === 4) see("member", "receipt", [viewOf(await omar.answers("Trouble everywhere, as ever"), "en").card]);
    }
    await world.moveTo(digest);
    await lookAround();
    await world.moveTo(digest + random.between(1, 20) * hour);
    const next = truth.size + round + 2;
    await lookClosely(next);
    if (round % 3 === 0) await passesOn(Array.from({ length: writersEach + 1 }, (_, at) => next - 1 - at));
  }
  const ids = new Map([lead, colleague, ...writers].map((name) => [name, world.person(name).id]));
  seen = { sights, lines, sent, rounds: textRounds, kinds: textKinds, ids };
}, 120_000);

const hitsBy = (look: Look, held: Seen): number => [...guessBy(look, held)].filter(([text, person]) => truth.get(text) === person).length;

const textIn = ({ value }: Leaf): string => isText.exec(value)?.[0] ?? "";
const sent = (text: string): number => sentAt.get(text) ?? 0;

/** All that was seen, with other leaves on the cards of a name, or on all. */
const withLeaves = (card: string, change: (leaves: readonly Leaf[], sight: Sight) => readonly Leaf[]): Seen => ({
  ...seen,
  sights: seen.sights.map((sight) => (card === "all" || sight.card === card ? { ...sight, leaves: change(sight.leaves, sight) } : sight)),
});
/** All that was seen, with a leaf more in the place of each text, before it or after it. */
const withMore = (card: string, more: (text: string, sight: Sight, leaf: Leaf) => readonly Leaf[]): Seen =>
  withLeaves(card, (leaves, sight) => leaves.flatMap((leaf) => (truth.has(textIn(leaf)) ? more(textIn(leaf), sight, leaf) : [leaf])));
const inOrderOfSending = (card: string) => () =>
  withLeaves(card, (leaves) => [...leaves].sort((one, other) => sent(textIn(one)) - sent(textIn(other))));
const withAge = (card: string, length: number, unit: string) => () =>
  withMore(card, (text, { at }, leaf) => [leaf, { key: "text", value: `written ${Math.floor((at - sent(text)) / length)} ${unit} ago` }]);
/** A card that somebody calls up between two answers tells something of all that has been sent by then. */
const withSent = (card: string, said: (text: string) => string) => () =>
  withLeaves(card, (leaves, { at }) => [
    ...leaves,
    ...[...truth.keys()].filter((text) => sent(text) <= at).map((text) => ({ key: "text", value: said(text) })),
  ]);

/** Traces left on purpose, each with the way that has to find it. */
const twins: readonly (readonly [string, Look, () => Seen])[] = [
  ["ids that count up", "order of ids", () => withMore("all", (text, _, leaf) => [leaf, { key: "idea", value: String(sent(text)) }])],
  [
    "numbers in the order of sending",
    "order of numbers",
    () => withMore("all", (text, _, leaf) => [{ key: "text", value: `#${sent(text)}` }, leaf]),
  ],
  ["a draft in the order of sending", "order of lines in the draft", inOrderOfSending("draft")],
  ["a list in the order of sending", "order of lines in all ideas", inOrderOfSending("all ideas")],
  ["an export in the order of sending", "order of lines in exports", inOrderOfSending("export")],
  ["an age in the list", "moments in all ideas", withAge("all ideas", minute, "minutes")],
  ["an age in a story", "moments in stories", withAge("story", minute, "minutes")],
  ["a text that is not shown yet", "changes between two answers", withSent("my ideas", (text) => text)],
  ["a review of the month so far that tells it", "changes between two answers", withSent("review", (text) => text)],
  [
    "a person in a button",
    "data in buttons",
    () => withMore("all ideas", (text, _, leaf) => [leaf, { key: "by", value: seen.ids.get(truth.get(text) ?? "") ?? "" }]),
  ],
  [
    "a line of the log",
    "log",
    () => ({ ...seen, lines: [...truth.keys()].map((text) => ({ at: sent(text), line: JSON.stringify({ event: "idea-stored", text }) })) }),
  ],
];

/** Traces that tell of some texts, or only narrow down who wrote them. */
const hints: readonly (readonly [string, Look, () => Seen])[] = [
  ["a post in the order of sending, which has lines for some of them", "order of lines in posts", inOrderOfSending("channel")],
  ["an age in the draft", "moments in the draft", withAge("draft", minute, "minutes")],
  ["an age in that post", "moments in posts", withAge("channel", minute, "minutes")],
  ["the days since it was written, in the list", "moments in all ideas", withAge("all ideas", day, "days")],
  ["an age in the posts of what was passed on", "moments in coordinators' posts", withAge("coordinators' channel", minute, "minutes")],
  ["a count of each kind", "changes between two answers", withSent("my ideas", (text) => `${seen.kinds.get(text)} ${sent(text)}`)],
];

const byDraft: Look = "changes of the draft between two answers";

describe("People who put together all that they see, and know when each colleague pressed Send", () => {
  test.each(looks.filter((look) => look !== byDraft))("guess authors by %s no better than by chance", (look) => {
    expect(truth.size).toBe(rounds * writersEach);
    expect(hitsBy(look, seen)).toBeLessThanOrEqual(mostByChance(truth.size, writersEach));
  });

  test.each(twins)("find nearly all authors by %s, if it were there", (_trace, look, leave) => {
    expect(hitsBy(look, leave())).toBeGreaterThan(truth.size * 0.8);
  });

  test.each(hints)("find more authors than by chance by %s, if it were there", (_trace, look, leave) => {
    expect(hitsBy(look, leave())).toBeGreaterThan(mostByChance(truth.size, writersEach));
  });

  test("find authors where a lead looks at the draft after each of them, as Who sees this says", () => {
    expect(hitsBy(byDraft, seen)).toBeGreaterThan(truth.size * 0.8);
  });
});
