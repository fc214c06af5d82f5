import { z } from "zod";
import type { RoundId } from "../domain/cadence.ts";
import type { PersonId } from "../domain/person.ts";
import type { Team, TeamId } from "../domain/team.ts";
import type { Change, Row, Rows } from "../ports.ts";
import { under } from "./people.ts";
import { decode, encode, json } from "./record.ts";
import { asSend, guardOf, reminderGuardOf, type SendState, type StoredSend } from "./sends.ts";
import { teamPartition } from "./teams.ts";

/** One turn of the cadence for one team. */
export type Round = {
  readonly id: RoundId;
  readonly startedAt: number;
  /** The lead who brought it forward; the clock where missing. */
  readonly by?: PersonId;
  readonly remindAt?: number;
  readonly draftAt?: number;
  readonly digestAt: number;
  /** `planning` until everybody has a row, `open` until its digest is posted. */
  readonly state: "planning" | "open" | "closed";
  /** The digest that closed it. */
  readonly digest?: string;
};

/** A question to one person in one round: whether it was sent, and what they answered. The key (person, round) is what makes it once. */
export type Ask = {
  readonly round: RoundId;
  readonly person: PersonId;
  /** Names the form; the idea sent on it has this id. */
  readonly nonce: string;
  /** `elsewhere`: they were asked for several teams at once, and chose another one: they count there. */
  readonly answer?: "idea" | "nothing" | "later" | "elsewhere";
  readonly answeredAt?: number;
  /** The next working morning they asked for. */
  readonly askAgainAt?: number;
};

const roundShape = z.object({
  id: z.string(),
  startedAt: z.number(),
  by: z.string().optional(),
  remindAt: z.number().optional(),
  draftAt: z.number().optional(),
  digestAt: z.number(),
  state: z.enum(["planning", "open", "closed"]),
  digest: z.string().optional(),
});

const askShape = z.object({
  nonce: z.string(),
  answer: z.enum(["idea", "nothing", "later", "elsewhere"]).optional(),
  answeredAt: z.number().optional(),
  askAgainAt: z.number().optional(),
});

const roundKey = (round: RoundId) => `round|${round}`;

export const askKey = (round: RoundId, person: PersonId) => `asked|${round}|${person}`;

export const readRound = async (rows: Rows, team: TeamId, round: RoundId): Promise<Round | undefined> => {
  const row = await rows.get(teamPartition(team), roundKey(round));
  return row && (decode(roundShape, row) as Round);
};

/** The rounds of a team whose digest has not been posted, the longest open first. */
export const readOpenRounds = async (rows: Rows, team: Pick<Team, "id" | "openRounds">): Promise<readonly Round[]> =>
  (await Promise.all(team.openRounds.map((round) => readRound(rows, team.id, round)))).flatMap((round) => round ?? []);

/** Every round a team has had. */
export const readRounds = async (rows: Rows, team: TeamId): Promise<readonly Round[]> =>
  (await rows.list(teamPartition(team), under("round"))).map((row) => decode(roundShape, row) as Round);

export const insertRound = (round: Round): Change => ({ do: "insert", key: roundKey(round.id), values: encode(round) });

export const putRound = (round: Round): Change => ({ do: "put", key: roundKey(round.id), values: encode(round) });

export const mergeRound = (id: RoundId, facts: Partial<Round>): Change => ({ do: "merge", key: roundKey(id), values: encode(facts) });

/** Round and person stand in the key alone: there is a row for each person and week. */
export const insertAsk = ({ round, person, ...ask }: Ask): Change => ({ do: "insert", key: askKey(round, person), values: encode(ask) });

/** Records an answer. The row must exist: only who was asked can answer, so this is the proof that they may. */
export const mergeAnswer = (
  round: RoundId,
  person: PersonId,
  answer: NonNullable<Ask["answer"]>,
  at: number,
  askAgainAt?: number,
): Change => ({
  do: "merge",
  key: askKey(round, person),
  values: encode({ answer, answeredAt: at, askAgainAt }),
});

/** A question and how its sending stands; `delivery` is missing while nothing has been tried. */
export type StoredAsk = Ask & StoredSend & { readonly reminder: StoredSend };

export const askGuard = (round: RoundId, person: PersonId) => guardOf(askKey(round, person));
export const reminderGuard = (round: RoundId, person: PersonId) => reminderGuardOf(askKey(round, person));

const asAsk = (row: Row): StoredAsk => {
  const [, round = "", person = ""] = row.key.split("|");
  const reminder = { ...asSend(row, reminderGuard(round, person).columns), tag: row.tag };
  return { ...(decode(askShape, row) as Pick<Ask, "nonce">), ...asSend(row), round, person, reminder, tag: row.tag };
};

export const readAsk = async (rows: Rows, team: TeamId, round: RoundId, person: PersonId): Promise<StoredAsk | undefined> => {
  const row = await rows.get(teamPartition(team), askKey(round, person));
  return row && asAsk(row);
};

/** Everybody who was asked in a round: one range read. */
export const readAsks = async (rows: Rows, team: TeamId, round: RoundId): Promise<readonly StoredAsk[]> =>
  (await rows.list(teamPartition(team), under(`asked|${round}`))).map(asAsk);

/** A digest as it was posted: which ideas stood where; what they say is read again each time it is shown. */
export type Digest = {
  readonly id: string;
  readonly week: RoundId;
  readonly asked?: number;
  readonly answered?: number;
  readonly fresh: readonly string[];
  readonly open: readonly string[];
  readonly finished: readonly string[];
  readonly channelId: string;
  readonly createdAt: number;
};

export type StoredDigest = Digest &
  StoredSend & { readonly shownHash?: string /** When it was renewed last, or is being. */; readonly renewedAt?: number };

const digestShape = z.object({
  id: z.string(),
  week: z.string(),
  asked: z.number().optional(),
  answered: z.number().optional(),
  fresh: json(z.array(z.string())),
  open: json(z.array(z.string())),
  finished: json(z.array(z.string())),
  channelId: z.string(),
  createdAt: z.number(),
  shownHash: z.string().optional(),
  renewedAt: z.number().optional(),
});

export const digestKey = (digest: string) => `digest|${digest}`;

export const insertDigest = (digest: Digest): Change => ({ do: "insert", key: digestKey(digest.id), values: encode(digest) });

export const mergeDigest = (
  id: string,
  facts: { readonly shownHash?: string; readonly renewedAt?: number; readonly delivery?: SendState; readonly channelId?: string },
  tag?: string,
): Change => ({
  do: "merge",
  key: digestKey(id),
  ...(tag === undefined ? {} : { tag }),
  values: encode(facts),
});

export const readDigest = async (rows: Rows, team: TeamId, id: string): Promise<StoredDigest | undefined> => {
  const row = await rows.get(teamPartition(team), digestKey(id));
  return row && asDigest(row);
};

const asDigest = (row: Row): StoredDigest => ({ ...(decode(digestShape, row) as Digest), ...asSend(row), tag: row.tag });

export const digestGuard = (digest: string) => guardOf(digestKey(digest));

/** Every digest the team has had. */
export const readDigests = async (rows: Rows, team: TeamId): Promise<readonly StoredDigest[]> =>
  (await rows.list(teamPartition(team), under("digest"))).map(asDigest);

const numbersShape = z.object({ next: z.number() });

/** The next number an idea gets in this team, and the change that moves it on by `count`; both in the transaction that gives the numbers. */
export const readNumbers = async (
  rows: Rows,
  team: TeamId,
): Promise<{ readonly next: number; readonly advance: (count: number) => Change }> => {
  const row = await rows.get(teamPartition(team), "numbers");
  const next = row ? decode(numbersShape, row).next : 1;
  return {
    next,
    advance: (count) =>
      row
        ? { do: "put", key: "numbers", values: encode({ next: next + count }), tag: row.tag }
        : { do: "insert", key: "numbers", values: encode({ next: next + count }) },
  };
};
