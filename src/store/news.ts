import type { IdeaId } from "../domain/idea/idea.ts";
import type { TeamId } from "../domain/ids.ts";
import type { PersonId } from "../domain/people/person.ts";
import type { Change, Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { personPartition, readProfile } from "./person.ts";
import { decode, decodeAll, encode, type Of } from "./record.ts";
import { sendKey } from "./send.ts";
import { under } from "./under.ts";

/** One piece of news for one person. */
export type News = Of<typeof rowKinds.news>;

/** A bundle as it was read. `date`: the local date (`YYYY-MM-DD`) on which it is told. */
export type StoredBundle = Of<typeof rowKinds.bundle> & { readonly date: string; readonly tag: string };

const newsKey = ({ team, step }: Pick<News, "team" | "step">) => `news|${team}|${step}`;
const bundleKey = (date: string) => `bundle|${date}`;

/** The key of the guard of a bundle's message. */
export const bundleGuard = (person: PersonId, date: string): string => sendKey("bundle", person, date);

/** The date of the bundle that has this guard; undefined for the guard of another message. */
export const bundleDate = (guardKey: string): string | undefined => {
  const [, message, , date] = guardKey.split("|");
  return message === "bundle" ? date : undefined;
};

/** Keeps news for a person's next bundle; keeping it again changes nothing. */
export const putNews = async (rows: Rows, person: PersonId, news: News): Promise<void> => {
  await rows.commit(personPartition(person), [waiting(news)]);
};

const waiting = (news: News): Change => ({ do: "put", key: newsKey(news), values: encode(rowKinds.news, news) });
const dropped = (news: News): Change => ({ do: "delete", key: newsKey(news) });

/** Most news of one bundle, which is one row and one transaction. The rest waits for the next one. */
export const mostNews = 60;

/** The news that waits for a person. */
export const readNews = async (rows: Rows, person: PersonId): Promise<readonly News[]> =>
  decodeAll(rowKinds.news, personPartition(person), await rows.list(personPartition(person), under("news"), mostNews));

export const readBundle = async (rows: Rows, person: PersonId, date: string): Promise<StoredBundle | undefined> => {
  const row = await rows.get(personPartition(person), bundleKey(date));
  return row && { ...decode(rowKinds.bundle, personPartition(person), row), date, tag: row.tag };
};

/** The bundles of a person since a local date. */
export const readBundlesSince = async (rows: Rows, person: PersonId, date: string): Promise<readonly StoredBundle[]> => {
  const found = await rows.list(personPartition(person), { from: bundleKey(date), to: "bundle}" });
  const bundles = decodeAll(rowKinds.bundle, personPartition(person), found);
  return bundles.map((bundle, at) => ({ ...bundle, date: found[at]?.key.slice("bundle|".length) ?? "", tag: found[at]?.tag ?? "" }));
};

/** Moves waiting news into the bundle of a day, and drops what is not to be told. False where the day has a bundle already. */
export const makeBundle = async (
  rows: Rows,
  person: PersonId,
  made: { readonly date: string; readonly team: TeamId; readonly told: readonly News[]; readonly untold: readonly News[] },
): Promise<boolean> => {
  const { date, team, told, untold } = made;
  const bundle: readonly Change[] =
    told.length > 0 ? [{ do: "insert", key: bundleKey(date), values: encode(rowKinds.bundle, { team, news: told }) }] : [];
  const changes = [...bundle, ...[...told, ...untold].map(dropped)];
  return changes.length === 0 || (await rows.commit(personPartition(person), changes)) === "done";
};

/** Drops waiting news that nobody is to be told. */
export const dropNews = async (rows: Rows, person: PersonId, news: readonly News[]): Promise<void> => {
  if (news.length > 0) await rows.commit(personPartition(person), news.map(dropped));
};

/** Makes the news of a bundle that was not sent wait again. */
export const unmakeBundle = async (rows: Rows, person: PersonId, { date, tag, news }: StoredBundle): Promise<void> => {
  await rows.commit(personPartition(person), [{ do: "delete", key: bundleKey(date), tag }, ...news.map(waiting)]);
};

const mutedKey = (idea: IdeaId) => `muted|${idea}`;

/** Keeps that a person wants no news of an idea. Idempotent, as is `unmute`. */
export const mute = async (rows: Rows, person: PersonId, idea: IdeaId): Promise<void> => {
  await rows.commit(personPartition(person), [{ do: "put", key: mutedKey(idea), values: encode(rowKinds.muted, {}) }]);
};

export const unmute = async (rows: Rows, person: PersonId, idea: IdeaId): Promise<void> => {
  await rows.commit(personPartition(person), [{ do: "delete", key: mutedKey(idea) }]);
};

/** Does a person want news of an idea? */
export const wantsNews = async (rows: Rows, person: PersonId, idea: IdeaId): Promise<boolean> => {
  const [profile, row] = await Promise.all([readProfile(rows, person), rows.get(personPartition(person), mutedKey(idea))]);
  if (row) decode(rowKinds.muted, personPartition(person), row);
  return !profile?.newsOff && row === undefined;
};
