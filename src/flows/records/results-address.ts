import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import { roleIn } from "../../domain/settings/act.ts";
import { noteAct } from "../../store/act.ts";
import { dropAddress, putAddress, readAddress } from "../../store/address.ts";
import type { Answer } from "../flow.ts";
import type { Turn } from "../right.ts";

/** The address of the team's posted results: whether there is one, and since when. */
export const showAddress = async (_action: unknown, { team, ports }: Turn): Promise<Answer> => {
  const address = await readAddress(ports.rows, team.id);
  return { say: "results-address", team: teamView(team), ...(address ? { madeAt: address.at } : {}) };
};

const note = ({ team, who, now, ports }: Turn, did: "address-made" | "address-revoked"): Promise<void> =>
  noteAct(ports.rows, team.tenantId, { at: now, who, role: roleIn(team, who, false, now), did, team: team.id }, ports.chance.id());

/** *Make an address*: the one before it ends. Its secret is shown to this lead alone, and not stored. */
export const makeAddress = async (_action: unknown, turn: Turn): Promise<Message> => {
  const { team, now, scene, ports } = turn;
  const before = await readAddress(ports.rows, team.id);
  const token = ports.chance.id();
  await putAddress(ports.rows, team.id, token, now);
  await note(turn, "address-made");
  return {
    say: "results-address",
    team: teamView(team),
    madeAt: now,
    token,
    ...(scene.url === undefined ? {} : { url: scene.url }),
    ...(before ? { replaces: true } : {}),
  };
};

/** *Revoke*. */
export const revokeAddress = async (_action: unknown, turn: Turn): Promise<Message> => {
  const { team, ports } = turn;
  const before = await readAddress(ports.rows, team.id);
  await dropAddress(ports.rows, team.id);
  if (before) await note(turn, "address-revoked");
  return { say: "results-address", team: teamView(team), revoked: true };
};
