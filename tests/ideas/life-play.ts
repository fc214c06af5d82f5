import type { Message } from "../../src/domain/message/index.ts";
import { readNews } from "../../src/store/news.ts";
import { readSteps } from "../../src/store/step.ts";
import { thisRound } from "../world/moments.ts";
import { aTeam, expectSay, generalChannel, personId, teamId, type World } from "../world/world.ts";

/*
 * Plays presses on one idea, in sequence or at once, from any card that may still have the button, and returns their outcome: the answers, the
 * stored idea, the messages to everybody, and the post.
 */

const post = thisRound.id;
const author = "Omar Haddad";

/** `other`: an idea of Sara's in the same post, which another may be merged into. */
export type Play = { readonly world: World; readonly idea: string; readonly other: string };

/** A team of two leads whose post shows Omar's idea, and maybe another one; `before` has happened to it. */
export const startPlay = async (before: readonly MoveName[] = [], hasOther = false): Promise<Play> => {
  const { world, sara, omar } = await aTeam("Eva Ek");
  await world.person("Eva Ek").presses("I lead this team", { in: "channel" });
  await sara.presses("Yes, they lead");
  await world.moveTo(thisRound.question);
  const { idea } = expectSay(await omar.answers("The printer jams"), "receipt");
  const other = hasOther ? expectSay(await sara.answers("Paper runs out"), "receipt").idea : "";
  await world.moveTo(thisRound.digest);
  const play = { world, idea, other };
  for (const name of before) await moves(play, name);
  return play;
};

type Move = readonly [who: string, verb: string, more?: Record<string, unknown>, place?: "channel"];

const due = "2026-12-18";

const all = {
  take: ["Jonas Berg", "take-idea", { digest: post }, "channel"],
  "take by another": ["Pia Holm", "take-idea", { digest: post }, "channel"],
  "take by its author": [author, "take-idea", { digest: post }, "channel"],
  "ask Jonas": ["Pia Holm", "ask-owner", { digest: post, person: personId("Jonas Berg"), due }, "channel"],
  "ask Pia": ["Sara Lind", "ask-owner", { person: personId("Pia Holm"), due }],
  accept: ["Jonas Berg", "accept-idea", { due, test: "one week" }],
  "not me": ["Jonas Berg", "decline-idea", { reason: "no time in December" }],
  plan: ["Jonas Berg", "plan-idea", { due: "2026-12-20", test: "two weeks" }],
  start: ["Jonas Berg", "start", { due: "2026-12-20", test: "one week" }],
  "test done": ["Jonas Berg", "test-done"],
  adopt: ["Jonas Berg", "adopt", { result: "no queue", minutes: "15", people: "4" }],
  "adopt by a lead": ["Sara Lind", "adopt", { result: "it works" }],
  adjust: ["Jonas Berg", "adjust", { due: "2027-01-08", test: "two rooms", result: "half a help" }],
  stop: ["Jonas Berg", "stop-idea", { lesson: "too loud" }],
  "stop by a lead": ["Sara Lind", "stop-idea", { lesson: "too cold" }],
  answer: ["Sara Lind", "answer-idea", { solved: "yes", reason: "a new one came" }],
  "answer by another": ["Eva Ek", "answer-idea", { solved: "no", reason: "in March" }],
  reopen: ["Sara Lind", "reopen", { reason: "it came back" }],
  "on track": ["Jonas Berg", "on-track"],
  "need help": ["Jonas Berg", "need-help", { line: "a key to the cupboard" }],
  "ask again": ["Sara Lind", "ask-again"],
  "new owner": ["Sara Lind", "new-owner", { person: personId("Pia Holm"), due }],
  "new owner accepts": ["Pia Holm", "accept-idea", { due, test: "one day" }],
  done: ["Jonas Berg", "finish-idea", { result: "cleaned on Sundays" }],
  "done by a lead": ["Sara Lind", "finish-idea", { result: "a new one came" }],
  "undo end": ["Sara Lind", "undo-end"],
  hold: ["Sara Lind", "hold-idea", { reason: "names a colleague" }],
  "hold by another": ["Eva Ek", "hold-idea", { reason: "too long" }],
  "put back": ["Sara Lind", "release-idea"],
  title: ["Sara Lind", "edit-title", { title: "Printer" }],
  edit: [author, "save-idea", { friction: "The label printer jams" }],
  withdraw: [author, "withdraw-idea"],
  undo: [author, "restore-idea", { written: { friction: "The printer jams", showName: false } }],
  voice: ["Pia Holm", "add-voice", { digest: post }, "channel"],
  merge: [author, "merge-idea", { into: "other" }],
  "merge by a lead": ["Sara Lind", "merge-idea", { into: "other" }],
  unmerge: [author, "unmerge-idea"],
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof all;
export const moveNames = Object.keys(all) as MoveName[];

/** One press, without letting jobs run. */
export const move = async ({ world, idea, other }: Play, name: MoveName): Promise<Message> => {
  const [who, verb, more = {}, where] = all[name] as Move;
  const { who: presser, chat } = world.person(who);
  const place = where === "channel" ? world.inChannel : chat;
  const reply = await world.receive({
    happened: "pressed",
    who: presser,
    place,
    data: { verb, team: teamId, idea, ...more, ...("into" in more ? { into: other } : {}) },
  });
  if (!reply) throw new Error(`${name} was not answered`);
  return reply.message;
};

/** Presses one after the other, what follows from each before the next. @returns the answer to the last */
export const moves = async (play: Play, ...names: readonly MoveName[]): Promise<Message> => {
  let said: Message | undefined;
  for (const name of names) {
    said = await move(play, name);
    await play.world.settle();
  }
  if (!said) throw new Error("nothing was pressed");
  return said;
};

/** A message in short. */
export const inShort = (message: Message): string =>
  [message.say, ...("why" in message ? [message.why] : []), ...("problem" in message && message.problem ? [message.problem] : [])].join(
    " ",
  );

/** News told in chats since `from`: to whom, and what, without the idea itself. */
export const told = ({ world }: Play, from: number): readonly string[] =>
  world.posted
    .slice(from)
    .filter(({ to }) => to !== generalChannel)
    .map((one) => {
      const { team: _team, idea: _idea, ...rest } = one.message as Message & { team?: unknown; idea?: unknown };
      return `${one.to.slice("a:".length)}: ${JSON.stringify(rest)}`;
    })
    .sort();

/** News that waits for its bundle: whom it is for, and what it is. */
const noted = async ({ world }: Play): Promise<readonly string[]> => {
  const all = world.roster.map(async ({ name }) =>
    (await readNews(world.ports.rows, personId(name))).map(({ news, reader }) => `${name}, ${reader}: ${news}`),
  );
  return (await Promise.all(all)).flat().sort();
};

/** The moment from which an owner's ten minutes count is that of a step that was stored with it: a press again that comes later may not move it. */
const fromItsStep = async ({ world, idea }: Play, takenAt: unknown) => {
  const steps = await readSteps(world.ports.rows, teamId, idea, 100);
  return steps.some(({ stage, at }) => stage === "planned" && at === takenAt) ? "with its step" : takenAt;
};

/** The last sign of an owner comes with each press again, and its moment with it. */
const ofSigns = ["heardAt", "nudgedAt", "help"];

/** The idea's row without what is random, what was told since `from`, and what the post shows. */
export const outcome = async (play: Play, from: number) => {
  const { world, idea } = play;
  const row = await world.ports.rows.get(`team|${teamId}`, `idea|${idea}`);
  const isRandom = [
    "request",
    "last",
    "heldStep",
    "toldHeld",
    "withdrawnStep",
    "withdrawnRequest",
    "mergedStep",
    "finishedAt",
    "gaveWhy",
    "steppedAt",
  ];
  const kept = Object.entries(row?.values ?? {}).flatMap(([name, value]): [string, unknown][] =>
    isRandom.includes(name) ? [] : [[name, ofSigns.includes(name) ? "set" : value]],
  );
  // A press that the store refused is stored by the second one, later.
  const withMoment = await Promise.all(
    kept.map(async ([name, value]) => [name, name === "takenAt" ? await fromItsStep(play, value) : value] as const),
  );
  const view = world.inTeam("digest").at(-1)?.digest;
  return JSON.stringify({
    kept: withMoment.sort(),
    told: told(play, from),
    noted: await noted(play),
    post: view && [view.top, view.open, view.finished],
  });
};
