import { formIdOf, ideaIdOf, secretIn } from "../../src/domain/ids.ts";
import type { Row } from "../../src/ports.ts";
import { teamPartition } from "../../src/store/team.ts";
import { checkCycle } from "./check-cycle.ts";
import type { Taken } from "./connector.ts";
import type { People } from "./people.ts";
import { reminderOf } from "./store.ts";
import type { World, WorldTeam } from "./world.ts";

/** A broken rule. `about` are words of the trace in which it can be followed. */
export type Finding = { readonly what: string; readonly about: readonly string[] };

const everything = { from: " ", to: "~" };

type SendRow = { readonly state: string; readonly row: Row };

const stateOf = (row: Row, column = "delivery"): string => String(row.values[column] ?? "").split("|")[0] ?? "";

/** The rows of a team that the checks look at. */
type TeamRows = {
  readonly team: WorldTeam;
  readonly isRemoved: boolean;
  readonly rounds: ReadonlyMap<string, Row>;
  /** By round and person. */
  readonly asks: ReadonlyMap<string, SendRow>;
  readonly reminders: ReadonlyMap<string, SendRow>;
  readonly digests: ReadonlyMap<string, SendRow>;
  readonly others: readonly SendRow[];
  readonly ideas: ReadonlySet<string>;
};

const readTeamRows = async (world: World, team: WorldTeam): Promise<TeamRows> => {
  const all = await world.store.base.list(teamPartition(team.id), everything);
  const rounds = new Map<string, Row>();
  const asks = new Map<string, SendRow>();
  const reminders = new Map<string, SendRow>();
  const digests = new Map<string, SendRow>();
  const others: SendRow[] = [];
  const ideas = new Set<string>();
  let isRemoved = false;
  for (const row of all) {
    const [kind = "", second = "", ...rest] = row.key.split("|");
    const send = { state: stateOf(row), row };
    if (kind === "team") isRemoved = row.values.removedAt !== undefined;
    else if (kind === "round") rounds.set(second, row);
    else if (kind === "asked") {
      asks.set(`${second}|${rest[0]}`, send);
      if (row.values.reminder !== undefined) reminders.set(`${second}|${rest[0]}`, { state: stateOf(row, "reminder"), row });
    } else if (kind === "digest") digests.set(second, send);
    else if (kind === "send") others.push(send);
    else if (kind === "idea" || kind === "ended") ideas.add(second);
  }
  return { team, isRemoved, rounds, asks, reminders, digests, others, ideas };
};

const over = ["sent", "refused", "doubtful", "cancelled"];

/**
 * Invariants after every run, two minutes after the last fault. They are judged by the Connector's ledger and the rows
 * of the store, never by Gnist's own counts.
 */
export const check = async (world: World, people: People, weeks: readonly string[]): Promise<readonly Finding[]> => {
  const findings: Finding[] = world.wrong.splice(0).map((what) => ({ what, about: [] }));
  const find = (what: string, ...about: readonly string[]) => void findings.push({ what, about });
  const teams = await Promise.all(world.teams.map((team) => readTeamRows(world, team)));
  const byId = new Map(teams.map((rows) => [rows.team.id, rows]));
  const { ledger } = world.connector;
  const idOf = new Map(world.people.map(({ teamsId, id }) => [teamsId, id]));
  const arrived = arrivedIn(ledger, idOf);

  await checkSettled(world, find);
  checkLedger(ledger, find);
  checkNobodyForgotten(world, teams, weeks, find);
  for (const rows of teams) {
    checkAsks(world, arrived, rows, find);
    checkSends(world, arrived, rows, find);
  }
  checkShown(people, teams, find);
  await checkCycle(world, people, find);

  for (const { message, person } of ledger) {
    if (message.say === "digest") {
      const send = byId.get(message.digest.team.id)?.digests.get(message.digest.id);
      if (send?.state !== "sent" && send?.state !== "doubtful")
        find(`digest ${message.digest.id} is in the channel and its row says ${send?.state || "nothing"}`, `digest|${message.digest.id}`);
    }
    if (message.say !== "idea-form" || person === undefined || message.round === undefined) continue;
    const key = `${message.round}|${idOf.get(person)}`;
    const rows = byId.get(message.team.id);
    const send = message.why === "prompt" ? rows?.asks.get(key) : message.why === "reminder" ? rows?.reminders.get(key) : undefined;
    const isLast = send !== undefined && send.row.values.reminder === undefined;
    if (message.why === "prompt" && isLast && send.row.values.form !== formIdOf(message.secret ?? ""))
      find(`${person} got a prompt with another form than the row's`, key);
    // An answer proves that the question arrived, so an intent may remain without an outcome.
    const isProven = send?.state === "intent" && send.row.values.answer !== undefined;
    if ((message.why === "prompt" || message.why === "reminder") && send?.state !== "sent" && send?.state !== "doubtful" && !isProven)
      find(`${person} got a ${message.why} of ${message.round} and its row says ${send?.state || "nothing"}`, key);
  }
  return findings;
};

export type Find = (what: string, ...about: readonly string[]) => void;

/** Nothing is left over: no job, no due row whose time has come, no unfinished write. */
export const checkSettled = async (world: World, find: Find): Promise<void> => {
  for (const job of world.store.queue.left()) find(`a job is left: ${JSON.stringify(job)}`, job.job);
  for (const { reason, job } of await world.store.queue.poisoned()) find(`a job was set aside: ${JSON.stringify(job)}: ${reason}`);
  for (const key of world.store.dueKeys)
    if (!world.unreadable.has(key) && Date.parse(key.slice(0, key.indexOf("|"))) < world.time.now() - 60_000)
      find(`a due row is overdue: ${key}`, key);
};

/** Checks the ledger alone: no post was made twice. */
const checkLedger = (ledger: readonly Taken[], find: Find): void => {
  const seen = new Map<string, Taken>();
  for (const taken of ledger) {
    const { message, person, conversation } = taken;
    const once =
      message.say === "idea-form" && (message.why === "prompt" || message.why === "reminder")
        ? `${person} ${message.why} of ${message.round}`
        : message.say === "digest"
          ? `${conversation} digest ${message.digest.id}`
          : undefined;
    if (once === undefined) continue;
    const first = seen.get(once);
    if (first) {
      const form = "secret" in message ? (message.secret ?? "") : conversation;
      find(
        `twice: ${once}, at ${new Date(first.at).toISOString()} by ${first.by} and at ${new Date(taken.at).toISOString()} by ${taken.by}`,
        form,
        conversation,
      );
    } else seen.set(once, taken);
  }
};

/** Posts in the ledger: questions and reminders by round and person, and digests. */
type Arrived = { readonly prompts: ReadonlySet<string>; readonly reminders: ReadonlySet<string>; readonly digests: ReadonlySet<string> };

const arrivedIn = (ledger: readonly Taken[], idOf: ReadonlyMap<string, string>): Arrived => {
  const prompts = new Set<string>();
  const reminders = new Set<string>();
  const digests = new Set<string>();
  for (const { message, person } of ledger) {
    if (message.say === "digest") digests.add(message.digest.id);
    else if (message.say === "idea-form" && message.why === "prompt") prompts.add(`${message.round}|${idOf.get(person ?? "")}`);
    else if (message.say === "idea-form" && message.why === "reminder") reminders.add(`${message.round}|${idOf.get(person ?? "")}`);
  }
  return { prompts, reminders, digests };
};

/** Every planned question has an outcome, and the outcome agrees with the ledger. */
const checkAsks = (world: World, { prompts }: Arrived, rows: TeamRows, find: Find): void => {
  const { team, isRemoved, asks } = rows;
  for (const [key, { state, row }] of asks) {
    const round = key.slice(0, key.indexOf("|"));
    const person = key.slice(key.indexOf("|") + 1);
    if (!over.includes(state) && row.values.answer === undefined && !(isRemoved && state !== "intent"))
      find(`a question is left open, its row says ${state || "nothing"}: ${team.name} ${key}`, person);
    if (state === "sent" && !prompts.has(key)) find(`a row says sent, and nobody got it: ${team.name} ${key}`, person);
    const teamsId = state === "doubtful" ? world.people.find(({ id }) => id === person)?.teamsId : undefined;
    const broke = world.store.broken.has(`${teamPartition(team.id)} ${row.key}`) || world.connector.isAmbiguousPrompt(round, teamsId);
    if (state === "doubtful" && !broke) find(`a question is doubtful, and nothing broke in its sending: ${team.name} ${key}`, person);
    const why = String(row.values.why);
    if ((state === "refused" || state === "cancelled") && !isWhy(world, rows, key, why))
      find(`a question is ${state}, ${why}, which is not so: nobody got it: ${team.name} ${key}`, person);
  }
};

/** Whether a row's reason for not asking a person is true. In these runs nobody pauses, and no lead excepts anybody. */
const isWhy = (world: World, { team, isRemoved, rounds }: TeamRows, key: string, why: string): boolean => {
  const [round = "", person] = key.split("|");
  const teamsId = world.people.find(({ id }) => id === person)?.teamsId ?? "";
  switch (why) {
    case "late":
      return isRemoved || rounds.get(round)?.values.state === "closed";
    case "left":
      return isRemoved || !world.connector.teams.get(team.teamsId)?.members.some((member) => member.teamsId === teamsId);
    default:
      return (world.connector.people.get(teamsId) ?? "there") !== "there";
  }
};

const checkSends = (world: World, arrived: Arrived, { team, isRemoved, reminders, digests, others }: TeamRows, find: Find): void => {
  const sends = [
    ...[...reminders.values()].map((send) => ({ ...send, guard: reminderOf(send.row.key) })),
    ...[...digests.values(), ...others].map((send) => ({ ...send, guard: send.row.key })),
  ];
  for (const { state, row, guard } of sends) {
    // An answer that came before the reminder was sent ends the reminder too.
    if (!over.includes(state) && row.values.answer === undefined && !(isRemoved && state !== "intent"))
      find(`a message is left open, its row says ${state || "nothing"}: ${team.name} ${guard}`, row.key);
    if (state === "doubtful" && !world.store.broken.has(`${teamPartition(team.id)} ${guard}`) && !world.connector.sawAmbiguous())
      find(`a message is doubtful, and nothing broke in its sending: ${team.name} ${guard}`, row.key);
  }
  for (const [key, { state }] of reminders) {
    if (state === "sent" && !arrived.reminders.has(key)) find(`a reminder's row says sent, and nobody got it: ${key}`, key);
  }
  for (const [id, { state }] of digests)
    if (state === "sent" && !arrived.digests.has(id)) find(`a digest's row says sent, and it was not posted: ${team.name} ${id}`, id);
};

/** Every receipt has a stored idea, and each form stores one idea in one team. */
const checkShown = ({ shown }: People, teams: readonly TeamRows[], find: Find): void => {
  const receipts = new Map(shown.map((one) => [`${one.form} ${one.team} ${one.idea}`, one]));
  for (const { form, idea, team } of receipts.values()) {
    // In a team other than the card's own, the form has another secret.
    const idsIn = (one: string) => [ideaIdOf(form), ideaIdOf(secretIn(form, one, ""))];
    const there = teams.filter(({ team: { id }, ideas }) => idsIn(id).some((one) => ideas.has(one)));
    if (there.length !== 1) find(`form ${form} was answered with a receipt and is stored ${there.length} times`, form);
    if (!teams.find((rows) => rows.team.id === team)?.ideas.has(idea))
      find(`a receipt was shown of idea ${idea}, which is not stored`, idea);
  }
};

/** Every member who may be asked and can be reached has a planned question in every week that has passed. */
const checkNobodyForgotten = (world: World, all: readonly TeamRows[], weeks: readonly string[], find: Find): void => {
  const planned = new Set(all.flatMap(({ asks }) => [...asks.keys()]));
  for (const { id, teamsId, isGuest, teams } of world.people) {
    const isReached = (world.connector.people.get(teamsId) ?? "there") === "there";
    if (isGuest || !isReached || teams.every(({ isRemoved }) => isRemoved)) continue;
    for (const week of weeks)
      if (!planned.has(`${week}|${id}`)) find(`${teamsId} was forgotten in ${week}`, id, ...teams.map((team) => team.id));
  }
};
