import type { Message } from "../../domain/message/index.ts";
import type { Ports } from "../../ports.ts";
import { readDigest, type StoredDigest } from "../../store/digest.ts";
import { type Answer, forTeam, refuse } from "../flow.ts";
import type { Turn } from "../right.ts";
import { readPost, viewOf } from "./post.ts";

/** Reads the digest that a button names. */
export const readPressed = (
  { team, digest }: { readonly team: string; readonly digest: string },
  { rows }: Ports,
): Promise<StoredDigest | undefined> => readDigest(rows, team, digest);

/** `digest`: the latest digest, for every member. */
export const writeDigest = async (command: unknown, turn: Turn): Promise<Answer> => {
  const { team, ports } = turn;
  return showDigest(command, turn, team.lastDigest ? await readDigest(ports.rows, team.id, team.lastDigest) : undefined);
};

/** A digest in the words of its place. */
export const showDigest = async (_what: unknown, { team, now, scene, ports }: Turn, digest: StoredDigest | undefined): Promise<Answer> => {
  if (!digest) return refuse("no-digest");
  const message: Message = { say: "digest", digest: viewOf(await readPost(ports, team, digest), team, now) };
  return scene.where.kind === "channel" ? forTeam(team, message) : message;
};
