import type { WrittenIdea } from "../../domain/action/ideas.ts";
import { keptQuestion, type RoundQuestion } from "../../domain/asking/question.ts";
import { isKnownKind, type Kind, longestFriction, longestProposal } from "../../domain/idea/idea.ts";
import { type Shown, type TeamView, teamView } from "../../domain/idea/view.ts";
import type { TeamId } from "../../domain/ids.ts";
import type { IdeaForm } from "../../domain/message/ideas.ts";
import type { MessageOf } from "../../domain/message/index.ts";
import { untilExported } from "../../domain/teams/months-kept.ts";
import { kindsOf, ownKinds, rests, type Team, traceOffer } from "../../domain/teams/team.ts";
import { fits } from "../../domain/words.ts";
import type { Ports } from "../../ports.ts";
import { readOpenRounds } from "../../store/round.ts";
import { nextDigestOf } from "../asking/prompt-time.ts";
import type { Answer, Where } from "../flow.ts";
import type { Turn } from "../right.ts";

/** When the team sees an idea that is sent now. */
export const whenShown = async (team: Team, { rows }: Ports): Promise<Shown> => {
  const [round] = await readOpenRounds(rows, team);
  const digestAt = nextDigestOf(team, round?.digestAt);
  if (rests(team)) return { rests: true };
  return digestAt === undefined ? {} : { digestAt };
};

/** The parts of a team's prompt beside its form: what it asks, and what the team works towards. */
export const promptOf = ({ settings: { focus } }: Team, question: RoundQuestion | undefined): Pick<IdeaForm, "question" | "focus"> => ({
  ...keptQuestion(question),
  ...(focus ? { focus } : {}),
});

/** A fresh form, from which nothing has been sent. */
export const ideaForm = async (
  why: IdeaForm["why"],
  team: Team,
  others: readonly Team[],
  written: Partial<WrittenIdea> | undefined,
  ports: Ports,
): Promise<MessageOf<"idea-form">> => ({
  say: "idea-form",
  why,
  team: teamView(team),
  secret: ports.chance.id(),
  ...ownKinds(team),
  ...traceOffer(team),
  ...untilExported(team),
  ...(await whenShown(team, ports)),
  ...(others.length > 0 ? { teams: [team, ...others].map(({ id, name }) => ({ id, name })) } : {}),
  ...(written ? { written } : {}),
  ...(written?.friction && problemInIdea({ showName: false, ...written, friction: written.friction }) ? { problem: "too-long" } : {}),
});

const formFor = (why: IdeaForm["why"], text: string | undefined, { team, others, ports }: Turn): Promise<MessageOf<"idea-form">> =>
  ideaForm(why, team, others, text ? { friction: text } : undefined, ports);

/** `prompt` always answers with the form. It asks what the open round asks. */
export const showPrompt = async (_command: unknown, turn: Turn): Promise<Answer> => ({
  ...(await formFor("asked-for", undefined, turn)),
  ...promptOf(turn.team, turn.team.openRounds.length > 0 ? turn.team.lastQuestion : undefined),
});

/** Offers words that are no command back as an idea, so that they are not lost. */
export const offerIdea = ({ text }: { readonly text: string }, turn: Turn): Promise<Answer> => formFor("offer", text, turn);

/** Why a form comes back that asks for any idea: in the dialog on a message it still says whose words it may hold. */
export const whyAt = <Why extends IdeaForm["why"]>({ kind }: Where, why: Why): Why | "message" => (kind === "elsewhere" ? "message" : why);

/** The words of an idea, without a kind that the team does not have. @param had the kind that the idea has already, which its team may have given up */
export const ofItsKinds = (team: Team, { kind, withoutTrace: _, ...words }: WrittenIdea, had?: Kind): WrittenIdea =>
  kind !== undefined && (isKnownKind(kind) || kind === had || kindsOf(team).includes(kind)) ? { ...words, kind } : words;

/** The problem of a text, if any: an idea needs a friction, and both its texts have a longest length. */
export const problemInIdea = (written: WrittenIdea): "empty" | "too-long" | undefined => {
  if (written.friction === "") return "empty";
  return fits(written.friction, longestFriction) && fits(written.proposal ?? "", longestProposal) ? undefined : "too-long";
};

/** The view of a team that could not be read. */
export const unread = (id: TeamId): TeamView => ({ id, name: "", zone: "UTC" });
