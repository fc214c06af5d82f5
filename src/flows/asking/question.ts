import { nextWorkingMorning } from "../../domain/asking/calendar.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { IdeaForm } from "../../domain/message/ideas.ts";
import type { Message } from "../../domain/message/index.ts";
import type { Member, PersonId } from "../../domain/people/person.ts";
import { untilExported } from "../../domain/teams/months-kept.ts";
import { ownKinds, rests, type Team, traceOffer } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readAsk, type StoredAsk } from "../../store/ask.ts";
import { readPerson } from "../../store/person.ts";
import { type Round, readRound } from "../../store/round.ts";
import { sendKey } from "../../store/send.ts";
import { readTeam } from "../../store/team.ts";
import { promptOf, whenShown } from "../ideas/idea-form.ts";

/** A person in several teams chooses on the card which one their answer is for. */
const teamChoices = async ({ rows }: Ports, team: Team, person: PersonId): Promise<Pick<IdeaForm, "teams">> => {
  const { teams } = await readPerson(rows, person);
  const others = await Promise.all(teams.filter((id) => id !== team.id).map((id) => readTeam(rows, id)));
  const there = others.flatMap((other) => (other && other.team.removedAt === undefined ? [other.team] : []));
  return there.length > 0 ? { teams: [team, ...there].map(({ id, name }) => ({ id, name })) } : {};
};

/** The guard of a question that a person wanted later. */
export const againKey = ({ round, person, askAgainAt = 0 }: StoredAsk): string => sendKey("again", person, round, askAgainAt);

export const readAsked = async (job: { team: string; round: string; person: PersonId }, { rows }: Ports) => {
  const [stored, round, ask] = await Promise.all([
    readTeam(rows, job.team),
    readRound(rows, job.team, job.round),
    readAsk(rows, job.team, job.round, job.person),
  ]);
  if (!stored || rests(stored.team) || !round || !ask) return undefined;
  return { team: stored.team, round, ask };
};

const whileOpen = ({ digestAt }: Round, { settings }: Team, { workingDays }: Member, { clock }: Ports): Partial<IdeaForm> => ({
  digestAt,
  ...(nextWorkingMorning(clock.now(), settings, workingDays) < digestAt ? { mayWait: true } : {}),
});

/** The question of a round as one person gets it. */
export const questionTo = async (
  ports: Ports,
  why: IdeaForm["why"],
  { team, round, ask }: { readonly team: Team; readonly round: Round; readonly ask: StoredAsk },
  member: Member,
  extra: Partial<IdeaForm> = {},
): Promise<Message> => ({
  say: "idea-form",
  why,
  team: teamView(team),
  ...ownKinds(team),
  ...traceOffer(team),
  ...untilExported(team),
  secret: ports.chance.id(),
  round: round.id,
  ...promptOf(team, round.question),
  ...(round.state === "closed" ? await whenShown(team, ports) : whileOpen(round, team, member, ports)),
  ...(member.inSeveralTeams ? await teamChoices(ports, team, ask.person) : {}),
  ...extra,
});
