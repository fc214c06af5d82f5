import { fileIdOf } from "../domain/ids.ts";
import type { Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { decode, encode, type Of } from "./record.ts";

/** Offers of files of all tenants. Nobody who holds a token knows more than that. */
export const filesPartition = "files";

/** An offer of a file to a person. */
export type FileOffer = Of<typeof rowKinds.file>;

/** An offer as it was read. */
export type StoredFile = { readonly id: string; readonly offer: FileOffer; readonly tag: string };

const keyOf = (id: string) => `file|${id}`;

/** Stores an offer under the hash of its token. */
export const putFile = async (rows: Rows, token: string, offer: FileOffer): Promise<void> => {
  await rows.commit(filesPartition, [{ do: "insert", key: keyOf(fileIdOf(token)), values: encode(rowKinds.file, offer) }]);
};

/** @param id the hash of its token */
export const readFileOffer = async (rows: Rows, id: string): Promise<StoredFile | undefined> => {
  const row = await rows.get(filesPartition, keyOf(id));
  return row && { id, offer: decode(rowKinds.file, filesPartition, row), tag: row.tag };
};

/** Stores where its bytes go. False where it was taken or has changed meanwhile. */
export const beginUpload = async (rows: Rows, { id, offer, tag }: StoredFile, upload: NonNullable<FileOffer["upload"]>): Promise<boolean> =>
  (await rows.commit(filesPartition, [{ do: "put", key: keyOf(id), tag, values: encode(rowKinds.file, { ...offer, upload }) }])) === "done";

/** Deletes an offer. False where it is gone already, so that of two who took it at once one is the first. */
export const dropFileOffer = async (rows: Rows, id: string): Promise<boolean> =>
  (await rows.commit(filesPartition, [{ do: "delete", key: keyOf(id) }])) === "done";
