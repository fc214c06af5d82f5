import type { ActionOf } from "../../domain/action/index.ts";
import type { Kind } from "../../domain/idea/idea.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { MessageOf } from "../../domain/message/index.ts";
import type { Member } from "../../domain/people/person.ts";
import { problemInKinds, withKindOwner, withKinds } from "../../domain/settings/change-kinds.ts";
import { kindsOf, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readMembers } from "../../store/member.ts";
import { type Answer, isShownInChannel } from "../flow.ts";
import { memberChoices } from "../people/names.ts";
import { pickedOf } from "../people/picked.ts";
import type { Turn } from "../right.ts";
import { changeSettings } from "./change-settings.ts";
import { noteForAdmins } from "./note-changes.ts";

type KindsForm = MessageOf<"kinds">;

const form = (
  team: Team,
  { scene }: Turn,
  members: readonly Member[],
  extra: Pick<KindsForm, "saved" | "written" | "problem"> = {},
): KindsForm => {
  const { kindOwners = {} } = team.settings;
  const kinds = kindsOf(team);
  return {
    say: "kinds",
    inChannel: isShownInChannel(scene),
    team: teamView(team),
    kinds,
    owners: kinds.flatMap((kind) => {
      const owner = members.find(({ person }) => person === kindOwners[kind]);
      return owner ? [{ kind, name: owner.name }] : [];
    }),
    members: memberChoices(members),
    ...extra,
  };
};

export const readTeamMembers = ({ team }: { readonly team: string }, { rows }: Ports): Promise<readonly Member[]> =>
  readMembers(rows, team);

/** The form of a team's kinds, and of the person whom Gnist proposes as owner of each. */
export const showKinds = async (_action: unknown, turn: Turn, members: readonly Member[]): Promise<Answer> =>
  form(turn.team, turn, members);

const kindsIn = (written: string): readonly Kind[] => written.split("\n").filter((kind) => kind !== "");

export const saveKinds = async (
  { written, before }: Pick<ActionOf<"save-kinds">, "written" | "before">,
  turn: Turn,
  members: readonly Member[],
): Promise<Answer> => {
  const kinds = kindsIn(written);
  const problem = problemInKinds(kinds);
  if (problem) return form(turn.team, turn, members, { problem, written: kinds });
  const id = turn.ports.chance.id();
  const { team } = await changeSettings(turn.ports, turn, [], turn.now, (stored) => {
    const team = withKinds(stored, kinds, before);
    return { team, also: noteForAdmins(stored, team, turn, id, turn.ports) };
  });
  return form(team, turn, members, { saved: true });
};

/** Proposes a member as owner of ideas of a kind: forms that ask somebody have this person chosen already, and nobody owns anything without saying yes. */
export const setKindOwner = async (
  { kind, person, written }: Pick<ActionOf<"set-kind-owner">, "kind" | "person" | "written">,
  turn: Turn,
  members: readonly Member[],
): Promise<Answer> => {
  const left = written === undefined ? {} : { written: kindsIn(written) };
  const present = new Set(members.map((member) => member.person));
  const chosen = pickedOf(turn.team.tenantId, person, present);
  if (person !== "" && chosen === undefined) return form(turn.team, turn, members, { ...left, problem: "no-such-member" });
  if (!kindsOf(turn.team).includes(kind)) return form(turn.team, turn, members, { ...left, problem: "no-such-kind" });
  const id = turn.ports.chance.id();
  const { team } = await changeSettings(turn.ports, turn, [], turn.now, (stored) => {
    const team = withKindOwner(stored, kind, chosen);
    return { team, also: noteForAdmins(stored, team, turn, id, turn.ports) };
  });
  return form(team, turn, members, { ...left, saved: true });
};
