import type { IdeaId } from "../domain/idea/idea.ts";
import type { TeamId } from "../domain/ids.ts";
import type { PersonId } from "../domain/people/person.ts";
import type { Change, Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { decodeAll, encode } from "./record.ts";
import { guardOf, readSend } from "./send.ts";
import { teamPartition } from "./team.ts";
import { under } from "./under.ts";

/** A message about one idea in a person's own chat, which Gnist finds from the idea: when the author withdraws it, Gnist takes its words from there too. */
type Said = { readonly key: string; readonly person: PersonId; readonly messageId: string };

const saidKey = (id: IdeaId, guardKey: string) => `said|${id}|${guardKey}`;

/** @param guardKey the key of the message's guard, which knows the message's id in Teams */
export const putSaid = (id: IdeaId, guardKey: string): Change => ({
  do: "put",
  key: saidKey(id, guardKey),
  values: encode(rowKinds.said, {}),
});

/** The messages about an idea whose ids Teams has told. */
export const readSaid = async (rows: Rows, team: TeamId, id: IdeaId): Promise<readonly Said[]> => {
  const partition = teamPartition(team);
  const found = await rows.list(partition, under(`said|${id}`));
  decodeAll(rowKinds.said, partition, found);
  const said = await Promise.all(
    found.map(async ({ key }) => {
      const guardKey = key.slice(saidKey(id, "").length);
      const person = guardKey.split("|")[2];
      const messageId = (await readSend(rows, partition, guardOf(guardKey)))?.messageId;
      return person !== undefined && messageId !== undefined ? [{ key, person, messageId }] : [];
    }),
  );
  return said.flat();
};

/** Deletes the index row of a message that holds the idea's words no more. */
export const dropSaid = async (rows: Rows, team: TeamId, { key }: Said): Promise<void> => {
  await rows.commit(teamPartition(team), [{ do: "delete", key }]);
};
