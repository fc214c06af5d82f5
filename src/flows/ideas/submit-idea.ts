import type { ActionOf } from "../../domain/action/index.ts";
import { keptQuestion } from "../../domain/asking/question.ts";
import { formIdOf, ideaIdOf, secretIn, type TeamId } from "../../domain/ids.ts";
import type { Message } from "../../domain/message/index.ts";
import { traceChoiceOf } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { claimForm, releaseForm } from "../../store/claims.ts";
import { keepingCheckIn } from "../cycle/check-in.ts";
import { type ActionFlow, type Answer, refuse, type Scene, startReading } from "../flow.ts";
import type { NotKept, Tried } from "../route.ts";
import { teamsOf } from "../who.ts";
import { ideaForm, problemInIdea, promptOf, unread, whyAt } from "./idea-form.ts";
import { keepIdea } from "./keep-idea.ts";
import { keepWithoutTrace } from "./without-trace.ts";

/**
 * Keeps an idea that a person sent. The form's secret gives the idea its id (an idempotency key): a second press of that card finds the first idea, is answered
 * with its receipt, and offers a new text under *Add another*.
 */
export const submitIdea: ActionFlow<"submit-idea"> = async (action, scene, ports) =>
  keepingCheckIn(await submit(action, scene, ports), action.checkIn, scene, ports);

const submit: ActionFlow<"submit-idea"> = async (action, scene, ports) => {
  if (!action.cardTeam || problemInIdea(action.written)) return sendTo(action.team, action, scene, ports);
  const first = await sendOnChoice(action, scene, ports);
  // The form was claimed for a team that does not take it, and the claim is free now for the team that was chosen.
  return first.isFree ? (await sendOnChoice(action, scene, ports)).answer : first.answer;
};

/**
 * Sends a card that offers several teams for one of them. The first team it was sent for counts, perhaps from another device, whether the idea is stored
 * already or not. A team that does not take it, because the person has left it or Gnist was removed from it, loses its claim.
 */
const sendOnChoice = async (
  action: ActionOf<"submit-idea">,
  scene: Scene,
  ports: Ports,
): Promise<{ readonly answer: Answer; readonly isFree?: boolean }> => {
  const { person } = scene.who;
  const form = formIdOf(action.secret);
  const chosen = startReading(scene.team(action.team));
  // A claim would say that the person has written.
  const choice = (await chosen)?.team;
  if (action.written.withoutTrace || (choice && traceChoiceOf(choice) === "always"))
    return { answer: await sendTo(action.team, action, scene, ports) };
  const sentFor = await claimForm(ports.rows, person, form, action.team);
  const answer = await sendTo(sentFor, action, scene, ports);
  if (!("say" in answer && answer.say === "refusal")) return { answer };
  await releaseForm(ports.rows, person, form);
  return { answer, isFree: sentFor !== action.team };
};

const sendTo = async (id: TeamId, action: ActionOf<"submit-idea">, scene: Scene, ports: Ports): Promise<Answer> => {
  const { cardTeam, round, question, written } = action;
  const known = await scene.team(id);
  if (!known || known.team.removedAt !== undefined) return refuse("team-removed");
  const { team } = known;
  const problem = problemInIdea(written) ?? (written.withoutTrace && traceChoiceOf(team) === "not" ? "no-trace" : undefined);
  if (problem) {
    const others = cardTeam ? (await teamsOf(scene, ports)).filter((other) => other.id !== team.id) : [];
    const asked = round ? promptOf(team, question) : {};
    return { ...(await ideaForm(whyAgain(round, scene), team, others, written, ports)), ...asked, ...sentWith(action), problem };
  }
  const secret = secretIn(action.secret, team.id, cardTeam);
  const isElsewhere = round !== undefined && cardTeam !== undefined && cardTeam !== team.id;
  const newIn = isElsewhere && team.openRounds.includes(round) ? { newIn: round } : {};
  const sent = { id: ideaIdOf(secret), secret, written, question, ...(isElsewhere ? newIn : { round }) };
  const isHidden = written.withoutTrace || traceChoiceOf(team) === "always";
  const answer = await (isHidden ? keepWithoutTrace(known, sent, secret, scene, ports) : keepIdea(known, sent, scene, ports));
  // After a crash in between, the person has no answer and sends it again. No job, and no row that stays when a text without a trace is shown, links them to its id.
  if (isElsewhere && "say" in answer && (answer.say === "receipt" || answer.say === "kept-without-trace"))
    await ports.jobs.put({ job: "answered-elsewhere", team: cardTeam, round, person: scene.who.person, to: team.id });
  return answer;
};

type SentForm = Omit<ActionOf<"submit-idea">, "verb">;

/** Fields that a form keeps when it comes back: its secret, and the question that it answers, which another team may have asked. */
const sentWith = ({ secret, round, question, checkIn, cardTeam }: SentForm) => ({
  secret,
  ...(round ? { round } : {}),
  ...keptQuestion(question),
  ...(checkIn === undefined ? {} : { checkIn }),
  ...(cardTeam ? { cardTeam } : {}),
});

const whyAgain = (round: string | undefined, { where }: Pick<Scene, "where">) => (round ? "prompt" : whyAt(where, "asked-for"));

/** A form as it comes back where the store is down: of its team only the id is known, and the chosen team stays chosen. */
export const formToSendAgain = (sent: SentForm, problem: NotKept, tried: Pick<Tried, "where">): Message => ({
  say: "idea-form",
  why: whyAgain(sent.round, tried),
  team: unread(sent.team),
  ...sentWith(sent),
  written: sent.written,
  problem,
});
