import { dateOf } from "../../domain/asking/local-time.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { PersonId } from "../../domain/people/person.ts";
import { lastDay, type StandIn, substitutionOf, withStandIn } from "../../domain/teams/substitute.ts";
import type { Substitution, Team } from "../../domain/teams/team.ts";
import { settleLastDay, type WrittenSubstitute } from "../../domain/teams/written-substitute.ts";
import { readAnybody, readMember } from "../../store/member.ts";
import { changeTeam } from "../../store/team.ts";
import { type Answer, refuse } from "../flow.ts";
import { memberNamed } from "../people/named.ts";
import type { Turn } from "../right.ts";
import { waitsUntil } from "../sending/working-days.ts";
import { noteForAdmins } from "../settings/note-changes.ts";
import { type Offered, showSettings } from "../settings/show-settings.ts";
import { substitutesChange } from "./substitutes-change.ts";

/** `substitute Omar until 12 December`: a member stands in for the lead who writes it. Alone, the word shows the settings, where a lead can choose both. */
export const writeSubstitute = async (
  { written }: { readonly written?: WrittenSubstitute },
  turn: Turn,
  offered: Offered,
): Promise<Answer> => {
  if (!written) return showSettings({ group: "who" }, turn, offered);
  const { team, who, now } = turn;
  const found = memberNamed(written.name, offered.people);
  if ("no" in found) return found.no;
  if (found.got.person === who) return refuse("not-oneself");
  const until = settleLastDay(written.until, dateOf(now, team.settings.zone));
  if ("no" in until) return refuse(until.no);
  return standIn(turn, { person: found.got.person, until: until.got });
};

/** *Undo* behind a new substitute: the one before, if there was one, stands in again. */
export const undoSubstitute = async (
  { substitution, person, before }: { readonly substitution: string; readonly person: PersonId; readonly before?: StandIn },
  turn: Turn,
): Promise<Answer> => {
  const { team, who, now } = turn;
  const isStill = substitutionOf(team, who, now)?.id === substitution;
  const isBack = before && before.until >= dateOf(now, team.settings.zone) && (await readMember(turn.ports.rows, team.id, before.person));
  const after = isStill ? await change(turn, isBack ? before : undefined) : team;
  const present = substitutionOf(after, who, now);
  if (present) return answerOf(after, present, undefined, turn);
  const member = await readAnybody(turn.ports.rows, team.id, person);
  return { say: "substitute-ended", team: teamView(team), name: member?.name ?? "" };
};

const standIn = async (turn: Turn, wanted: StandIn): Promise<Answer> => {
  const before = substitutionOf(turn.team, turn.who, turn.now);
  const after = await change(turn, wanted);
  const present = substitutionOf(after, turn.who, turn.now);
  return present ? answerOf(after, present, before, turn) : refuse("not-a-lead");
};

const answerOf = async (team: Team, present: Substitution, before: Substitution | undefined, { now, ports }: Turn): Promise<Message> => {
  const { id, person, until } = present;
  const member = await readAnybody(ports.rows, team.id, person);
  const tellsAt = waitsUntil(team, now);
  return {
    say: "substitute-set",
    team: teamView(team),
    person,
    name: member?.name ?? "",
    ...lastDay(until, team, now),
    substitution: id,
    ...(before && before.id !== id ? { before: { person: before.person, until: before.until } } : {}),
    ...(member?.unreachable ? { notReached: true as const } : {}),
    ...(tellsAt === undefined ? {} : { tellsAt }),
  };
};

/** Names a substitute for the person who presses or writes, or ends the substitution. */
const change = async ({ team, tag, who, scene, now, ports }: Turn, wanted: StandIn | undefined): Promise<Team> => {
  const id = ports.chance.id();
  const stored = await changeTeam(
    ports.rows,
    team.id,
    async (stored) => {
      const after = stored.leads.includes(who) ? withStandIn(stored, who, wanted, id, now) : stored;
      if (after === stored) return undefined;
      await substitutesChange(stored, after, ports);
      return { team: after, also: await noteForAdmins(stored, after, { who, now, scene }, id, ports) };
    },
    { team, tag },
  );
  return stored ?? team;
};
