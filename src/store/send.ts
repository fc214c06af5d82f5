import { z } from "zod";
import type { PersonId } from "../domain/people/person.ts";
import { beginning, oneLine } from "../domain/words.ts";
import type { Change, Delivery, Row, Rows, Values } from "../ports.ts";
import { isOfThisVersion, versioned } from "./record.ts";

/**
 * The state of sending one message. Gnist writes `intent` before it posts (at most once), so that a crash can never post twice. `again`: Teams has not taken
 * the message, and Gnist may try again. `cancelled`: Gnist does not send it, because its reader left, paused or cannot be reached.
 */
const states = ["intent", "sent", "refused", "doubtful", "again", "cancelled"] as const;
type SendState = (typeof states)[number];

type Send = {
  readonly delivery?: SendState;
  /** The nonce of an intent, by which a writer knows its own write from another's. */
  readonly intent?: string;
  readonly sentAt?: number;
  readonly messageId?: string;
  readonly why?: string;
};

/** A guard as it was read. The next write is a compare-and-set on the tag of its row. */
export type StoredSend = Send & { readonly tag: string };

/** The place of a send's state: the columns of a row of its own, or of the row of the thing that is sent. */
export type Guard = { readonly key: string; readonly columns: typeof ownColumns | typeof reminderColumns };

const ownColumns = { state: "delivery", at: "sentAt", why: "why" } as const;
/** The reminder stands in the row of its question: there may be one for each person and week. */
const reminderColumns = { state: "reminder", at: "remindedAt", why: "reminderWhy" } as const;

/** The key of the guard of a message. @param person the reader; missing where the message goes to no one person */
export const sendKey = (message: string, person: PersonId | undefined, ...which: readonly (string | number)[]): string =>
  ["send", message, person ?? "-", ...which].join("|");

export const guardOf = (key: string): Guard => ({ key, columns: ownColumns });
export const reminderGuardOf = (key: string): Guard => ({ key, columns: reminderColumns });

const optionalText = z.string().optional().catch(undefined);
const instant = z.number().optional().catch(undefined);

/**
 * Reads the state of a send out of its row; an intent has its nonce after a bar. An unknown state, or a row of another version, is `doubtful`: Teams may have
 * the message, so Gnist does not send it again.
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

/** Has the send come to its end? */
export const isOver = ({ delivery }: Send): boolean =>
  delivery === "sent" || delivery === "refused" || delivery === "doubtful" || delivery === "cancelled";

/** Writes the intent to send (compare-and-set). Only one of several writers succeeds: it inserts the guard's row, or changes the row that it read. */
export const writeIntent = ({ key, columns }: Guard, tag: string | undefined, nonce: string, at: number, form?: string): Change => {
  const values = versioned({ [columns.state]: `intent|${nonce}`, [columns.at]: at, form });
  return tag === undefined ? { do: "insert", key, values } : { do: "merge", key, tag, values };
};

const longestWhy = 200;

/** Writes the outcome of a send; with `tag`, only where the row has not changed since it was read. */
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

/** Stores the id of a sent message, by which Gnist can update the message later. */
export const mergeMessageId = ({ key, columns }: Guard, messageId: string): Change => ({
  do: "merge",
  key,
  values: versioned({ [columns.state]: "sent", messageId }),
});

/** The guard of an answer, which Teams has: it says where the message is. A later answer in its place is the same message. */
export const putAnswered = ({ key, columns }: Guard, messageId: string, at: number): Change => ({
  do: "put",
  key,
  values: versioned({ [columns.state]: "sent", [columns.at]: at, messageId }),
});

/** Cancels a send, and says why. */
export const mergeCancelled = ({ key, columns }: Guard, why: string, tag: string): Change => ({
  do: "merge",
  key,
  tag,
  values: versioned({ [columns.state]: "cancelled", [columns.why]: why }),
});

/** Cancels a send that has not begun. Fails where it begins meanwhile. */
export const insertCancelled = ({ key, columns }: Guard, why: string): Change => ({
  do: "insert",
  key,
  values: versioned({ [columns.state]: "cancelled", [columns.why]: why }),
});

/** Allows one more try of a send. @param more other columns of the guard's row that change with it */
export const mergeAgain = ({ key, columns }: Guard, tag: string, more: Values = {}): Change => ({
  do: "merge",
  key,
  tag,
  values: versioned({ ...more, [columns.state]: "again" }),
});
