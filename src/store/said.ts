import type { IdeaId } from "../domain/idea/idea.ts";
import type { TeamId } from "../domain/ids.ts";
import type { PersonId } from "../domain/people/person.ts";
import type { Change, Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { decodeAll, encode, type Of } from "./record.ts";
import { guardOf, readSend } from "./send.ts";
import { teamPartition } from "./team.ts";
import { under } from "./under.ts";

/**
 * A message about one idea in a person's own chat, or an answer to them in a channel, which Gnist finds from the idea: when the author withdraws it, Gnist takes its
 * words from there too.
 */
export type Said = Pick<Of<typeof rowKinds.said>, "channel" | "shows" | "which"> & {
  readonly key: string;
  readonly person: PersonId;
  /** The team that has the message's guard, and the guard's key. */
  readonly team: TeamId;
  readonly guardKey: string;
  readonly sentAt?: number;
  /** Missing while the message is on its way, or where Teams has not told it. */
  readonly messageId?: string;
  /** The instant (ms) at which its sending began, while nobody knows its outcome. */
  readonly sendingSince?: number;
};

const saidKey = (id: IdeaId, guardKey: string) => `said|${id}|${guardKey}`;

/**
 * @param guardKey the key of the message's guard, which knows the message's id in Teams
 * @param guardTeam the team that has the guard, where it is another than the idea's
 */
export const putSaid = (id: IdeaId, guardKey: string, guardTeam?: TeamId, facts: SaidFacts = {}): Change => ({
  do: "put",
  key: saidKey(id, guardKey),
  values: encode(rowKinds.said, { ...facts, ...(guardTeam === undefined ? {} : { team: guardTeam }) }),
});

/** The facts of an answer (kinds.ts). */
export type SaidFacts = Omit<Of<typeof rowKinds.said>, "team">;

/** Is it an answer that somebody asked for? */
export const isAnswer = ({ guardKey }: Pick<Said, "guardKey">): boolean => guardKey.startsWith(answerKeys);

const answerKeys = "send|answer|";

/** The key of the guard of an answer. @param person the reader; missing where everybody reads it @param name the answer's (`answerIdOf`) */
export const answerKey = (person: PersonId | undefined, name: string): string => `${answerKeys}${person ?? "-"}|${name}`;

/** Lists messages of another team's among those about some ideas. */
export const putSaidElsewhere = async (
  rows: Rows,
  ideas: readonly { readonly team: TeamId; readonly id: IdeaId }[],
  guardKey: string,
  guardTeam: TeamId,
  facts?: SaidFacts,
): Promise<void> => {
  await Promise.all(ideas.map(({ team, id }) => rows.commit(teamPartition(team), [putSaid(id, guardKey, guardTeam, facts)])));
};

/** Is the message with this guard about the idea? */
export const isSaid = async (rows: Rows, team: TeamId, id: IdeaId, guardKey: string): Promise<boolean> =>
  (await rows.get(teamPartition(team), saidKey(id, guardKey))) !== undefined;

/** The messages about an idea, as far as they were sent. */
export const readSaid = async (rows: Rows, team: TeamId, id: IdeaId): Promise<readonly Said[]> => {
  const partition = teamPartition(team);
  const found = await rows.list(partition, under(`said|${id}`));
  const decoded = decodeAll(rowKinds.said, partition, found);
  return Promise.all(
    found.map(async ({ key }, at) => {
      const guardKey = key.slice(saidKey(id, "").length);
      const { team: guardTeam = team, channel, shows, which } = decoded[at] ?? {};
      const send = await readSend(rows, teamPartition(guardTeam), guardOf(guardKey));
      return {
        key,
        person: guardKey.split("|")[2] ?? "",
        team: guardTeam,
        guardKey,
        ...(channel === undefined ? {} : { channel }),
        ...(shows === undefined ? {} : { shows }),
        ...(which === undefined ? {} : { which }),
        ...(send?.sentAt === undefined ? {} : { sentAt: send.sentAt }),
        ...(send?.messageId ? { messageId: send.messageId } : {}),
        ...(send?.delivery === "intent" ? { sendingSince: send.sentAt ?? 0 } : {}),
      };
    }),
  );
};

/** Deletes the index row of a message that holds the idea's words no more. */
export const dropSaid = async (rows: Rows, team: TeamId, { key }: Said): Promise<void> => {
  await rows.commit(teamPartition(team), [{ do: "delete", key }]);
};
