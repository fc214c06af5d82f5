import type { RoundId, TeamId } from "../domain/ids.ts";
import type { PersonId } from "../domain/people/person.ts";
import type { Change, Row, Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { decode, decodeAll, encode, type Of } from "./record.ts";
import { asSend, guardOf, isOver, mergeAgain, reminderGuardOf, type StoredSend } from "./send.ts";
import { teamPartition } from "./team.ts";
import { under } from "./under.ts";

/** A question to one person in one round, with their answer. Its key (round, person) makes it unique. */
export type Ask = Pick<Of<typeof rowKinds.asked>, "answer" | "answeredAt" | "askAgainAt" | "atOwnTime"> & {
  readonly round: RoundId;
  readonly person: PersonId;
};

const askKey = (round: RoundId, person: PersonId) => `asked|${round}|${person}`;

/** Inserts a question. Round and person stand in the key and in no column, because there is a row for each person and week. */
export const insertAsk = ({ round, person, ...ask }: Ask): Change => ({
  do: "insert",
  key: askKey(round, person),
  values: encode(rowKinds.asked, ask),
});

/** Lets a cancelled question be asked after all. @param atOwnTime at a time of the person's own */
export const mergeAskAgain = (round: RoundId, person: PersonId, atOwnTime: boolean, tag: string): Change =>
  mergeAgain(askGuard(round, person), tag, encode(rowKinds.asked, { atOwnTime }));

/** Keeps a round that has no row for somebody from asking them: another team does, or Gnist cannot reach them. */
export const insertNotAsked = (round: RoundId, person: PersonId, why: "elsewhere" | "blocked" | "not-installed"): Change => ({
  do: "insert",
  key: askKey(round, person),
  values: encode(rowKinds.asked, { delivery: "cancelled", why }),
});

/** Records an answer. The merge fails where the person has no question in that round. */
export const mergeAnswer = (
  round: RoundId,
  person: PersonId,
  answer: NonNullable<Ask["answer"]>,
  at: number,
  askAgainAt?: number,
): Change => ({
  do: "merge",
  key: askKey(round, person),
  values: encode(rowKinds.asked, { answer, answeredAt: at, askAgainAt }),
});

/** A question and how its sending stands; `delivery` is missing while nothing has been tried. */
export type StoredAsk = Ask & StoredSend & { readonly reminder: StoredSend };

/** Has the person got the question, as far as Gnist knows, or answered before? One that may be there counts. */
export const mayHaveIt = ({ answer, delivery }: StoredAsk): boolean =>
  answer !== undefined || delivery === "sent" || delivery === "doubtful" || delivery === "intent";

/** A person who wanted the question later has not answered it yet. */
export const hasAnswer = ({ answer }: Pick<Ask, "answer">): boolean => answer !== undefined && answer !== "later";

/** Does the question wait for a time of the person's own? */
export const waitsForOwnTime = (ask: StoredAsk): boolean => ask.atOwnTime === true && ask.answer === undefined && !isOver(ask);

export const askGuard = (round: RoundId, person: PersonId) => guardOf(askKey(round, person));
export const reminderGuard = (round: RoundId, person: PersonId) => reminderGuardOf(askKey(round, person));

const asAsk = (row: Row, { answer, answeredAt, askAgainAt, atOwnTime }: Of<typeof rowKinds.asked>): StoredAsk => {
  const [, round = "", person = ""] = row.key.split("|");
  const reminder = { ...asSend(row, reminderGuard(round, person).columns), tag: row.tag };
  return {
    ...asSend(row),
    round,
    person,
    ...(answer === undefined ? {} : { answer }),
    ...(answeredAt === undefined ? {} : { answeredAt }),
    ...(askAgainAt === undefined ? {} : { askAgainAt }),
    ...(atOwnTime ? { atOwnTime } : {}),
    reminder,
    tag: row.tag,
  };
};

export const readAsk = async (rows: Rows, team: TeamId, round: RoundId, person: PersonId): Promise<StoredAsk | undefined> => {
  const row = await rows.get(teamPartition(team), askKey(round, person));
  return row && asAsk(row, decode(rowKinds.asked, teamPartition(team), row));
};

/** The people whose question in a round was set aside: they have one, though nobody can read its state. */
export const readAsideAsks = async (rows: Rows, team: TeamId, round: RoundId): Promise<readonly PersonId[]> =>
  (await rows.list(teamPartition(team), under(`aside|asked|${round}`))).map(({ key }) => key.split("|")[3] ?? "");

/** Every question of a round, with one range read. */
export const readAsks = async (rows: Rows, team: TeamId, round: RoundId): Promise<readonly StoredAsk[]> => {
  const found = await rows.list(teamPartition(team), under(`asked|${round}`));
  const asks = decodeAll(rowKinds.asked, teamPartition(team), found);
  return found.flatMap((row, at) => {
    const ask = asks[at];
    return ask ? [asAsk(row, ask)] : [];
  });
};
