import { z } from "zod";
import type { PersonId } from "../domain/people/person.ts";
import { beginning, oneLine } from "../domain/words.ts";
import type { Change, Delivery, Row, Rows } from "../ports.ts";
import { isOfThisVersion, versioned } from "./record.ts";

/**
 * How the sending of one message stands. `intent` is written before the message is posted, so that a crash can never post it twice; `again`: Teams has not
 * taken it, and it may be tried once more; `cancelled`: not sent, because its reader left, paused or cannot be reached.
 */
const states = ["intent", "sent", "refused", "doubtful", "again", "cancelled"] as const;
type SendState = (typeof states)[number];

type Send = {
  readonly delivery?: SendState;
  /** The nonce of an intent: tells one's own write from another's. */
  readonly intent?: string;
  readonly sentAt?: number;
  readonly messageId?: string;
  readonly why?: string;
};

/** A guard as it was read; the tag of its row is what the next write is measured against. */
export type StoredSend = Send & { readonly tag: string };

/** Where the state of a send stands: the columns of a row of its own, or of the row of what is sent. */
export type Guard = { readonly key: string; readonly columns: typeof ownColumns | typeof reminderColumns };

const ownColumns = { state: "delivery", at: "sentAt", why: "why" } as const;
/** The reminder stands in the row of its question: there may be one for each person and week. */
const reminderColumns = { state: "reminder", at: "remindedAt", why: "reminderWhy" } as const;

/** The key of the guard of a message. @param person whom it goes to; nobody in particular where missing */
export const sendKey = (message: string, person: PersonId | undefined, ...which: readonly (string | number)[]): string =>
  ["send", message, person ?? "-", ...which].join("|");

export const guardOf = (key: string): Guard => ({ key, columns: ownColumns });
export const reminderGuardOf = (key: string): Guard => ({ key, columns: reminderColumns });

const optionalText = z.string().optional().catch(undefined);
const instant = z.number().optional().catch(undefined);

/**
 * Reads the state of a send out of its row; the state of an intent has its nonce behind a bar. A state or a row that this version does not know is
 * `doubtful`: the message may be there, so it is not sent again.
 */
export const asSend = (row: Pick<Row, "values">, columns: Guard["columns"] = ownColumns): Send => {
  const { values } = row;
  const [name, intent] = (optionalText.parse(values[columns.state]) ?? "").split("|");
  const known = states.find((one) => one === name) ?? (name === "" ? undefined : "doubtful");
  const delivery = isOfThisVersion(row) ? known : "doubtful";
  const sentAt = instant.parse(values[columns.at]);
  const why = optionalText.parse(values[columns.why]);
  const messageId = optionalText.parse(values.messageId);
  const send: { -readonly [Fact in keyof Send]: Send[Fact] } = {};
  if (delivery) send.delivery = delivery;
  if (intent) send.intent = intent;
  if (sentAt !== undefined) send.sentAt = sentAt;
  if (why) send.why = why;
  if (messageId) send.messageId = messageId;
  return send;
};

export const readSend = async (rows: Rows, partition: string, { key, columns }: Guard): Promise<StoredSend | undefined> => {
  const row = await rows.get(partition, key);
  return row && { ...asSend(row, columns), tag: row.tag };
};

/** Is there nothing left to do? */
export const isOver = ({ delivery }: Send): boolean =>
  delivery === "sent" || delivery === "refused" || delivery === "doubtful" || delivery === "cancelled";

/**
 * The intent to send. Only one of several can write it: it makes the guard's row, or changes it as it was read.
 * @param form the name of the form that the message carries, if any (`formIdOf`)
 */
export const writeIntent = ({ key, columns }: Guard, tag: string | undefined, nonce: string, at: number, form?: string): Change => {
  const values = versioned({ [columns.state]: `intent|${nonce}`, [columns.at]: at, form });
  return tag === undefined ? { do: "insert", key, values } : { do: "merge", key, tag, values };
};

const longestWhy = 200;

/** The outcome of a send; with `tag`, only where nothing has been learned since. */
export const mergeOutcome = ({ key, columns }: Guard, delivery: Delivery, tag?: string): Change => {
  const [state, why] = outcomeOf(delivery);
  return {
    do: "merge",
    key,
    ...(tag === undefined ? {} : { tag }),
    values: versioned({ [columns.state]: state, [columns.why]: why === undefined ? undefined : beginning(oneLine(why), longestWhy) }),
  };
};

const outcomeOf = (delivery: Delivery): readonly [SendState, string?] => {
  switch (delivery.outcome) {
    case "sent":
      return ["sent"];
    case "refused":
      return ["refused", delivery.why];
    case "doubtful":
      return ["doubtful", delivery.detail];
    case "later":
    case "stopped":
      return ["again", delivery.detail];
  }
};

/** A message that will be changed one day is found by its id. */
export const mergeMessageId = ({ key, columns }: Guard, messageId: string): Change => ({
  do: "merge",
  key,
  values: versioned({ [columns.state]: "sent", messageId }),
});

/** It is not sent, and why not. */
export const mergeCancelled = ({ key, columns }: Guard, why: string, tag: string): Change => ({
  do: "merge",
  key,
  tag,
  values: versioned({ [columns.state]: "cancelled", [columns.why]: why }),
});

/** It may be sent after all. */
export const mergeAgain = ({ key, columns }: Guard, tag: string): Change => ({
  do: "merge",
  key,
  tag,
  values: versioned({ [columns.state]: "again" }),
});
