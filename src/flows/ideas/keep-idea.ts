import type { WrittenIdea } from "../../domain/action/ideas.ts";
import { keptQuestion, type RoundQuestion } from "../../domain/asking/question.ts";
import type { Idea, IdeaId } from "../../domain/idea/idea.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Change, Commit, Ports } from "../../ports.ts";
import { insertAsk, mergeAnswer } from "../../store/ask.ts";
import { insertIdea } from "../../store/change-idea.ts";
import { isShelved, readIdea } from "../../store/idea.ts";
import { mergeMember } from "../../store/member.ts";
import { teamPartition } from "../../store/team.ts";
import { type Answer, type RecentTeam, refuse, type Scene, startReading } from "../flow.ts";
import { ideaForm, ofItsKinds } from "./idea-form.ts";
import { sentWithoutTrace } from "./kept-receipt.ts";
import { receipt, whyNotYet } from "./receipt.ts";
import { similarTo } from "./similar-ideas.ts";

/**
 * An idea as it was sent. `question`: what its form asked. `round`: the round that it answers. `newIn`: a round in which its author counts here, though another
 * team asked them.
 */
export type SentIdea = {
  readonly id: IdeaId;
  /** Of its form, if it has one. */
  readonly secret?: string;
  readonly written: WrittenIdea;
  readonly question?: RoundQuestion | undefined;
  readonly round?: string | undefined;
  readonly newIn?: string;
};

/**
 * Stores what a person sent, in one transaction with their answer to the team's question, if it asked them. It also checks the right: the answer is `missing` where
 * they are no member of the team.
 */
export const keepAnswer = async (
  team: Pick<Team, "id" | "openRounds">,
  person: PersonId,
  { round, newIn }: Pick<SentIdea, "round" | "newIn">,
  changes: readonly Change[],
  { rows, clock }: Pick<Ports, "rows" | "clock">,
): Promise<Commit> => {
  const now = clock.now();
  // A typed idea answers the open question too, where its author was asked.
  const answered = round ?? team.openRounds.at(-1);
  const keep = (...also: Change[]) => rows.commit(teamPartition(team.id), [mergeMember(person, {}), ...also, ...changes]);
  const asked = answered ? await keep(mergeAnswer(answered, person, "idea", now)) : "missing";
  const here = newIn ? [insertAsk({ round: newIn, person, answer: "idea", answeredAt: now })] : [];
  return asked === "missing" ? keep(...here) : asked;
};

/** Stores answer, idea, voice and the author's list in one transaction. */
export const keepIdea = async (
  { team, shown }: RecentTeam,
  { id, secret, written, question, round, newIn }: SentIdea,
  scene: Scene,
  ports: Ports,
): Promise<Answer> => {
  const { rows, clock } = ports;
  const { person } = scene.who;
  const now = clock.now();
  const answers = { ...(round ? { round } : {}), ...keptQuestion(question) };
  const idea: Idea = {
    ...ofItsKinds(team, written),
    ...answers,
    id,
    author: person,
    createdAt: now,
    stage: question === "success" ? "worth" : "new",
    voices: 1,
  };
  // Read while the idea is stored: the receipt then waits for nothing more.
  const similar = startReading(similarTo(team, idea, person, ports));
  // A text without a trace that has left the lists has no row that a second *Send* of its form would meet. The form of an open round needs no look: the digest
  // that closes the round is the first that can show its idea.
  const mayHaveEnded = secret !== undefined && !(round && team.openRounds.includes(round));
  const commit =
    mayHaveEnded && (await isShelved(rows, team.id, id))
      ? "exists"
      : await keepAnswer(team, person, { round, ...(newIn ? { newIn } : {}) }, insertIdea(idea), ports);
  if (commit === "missing") return refuse("not-in-team");
  if (commit === "done") return receipt(team, idea, shown, { where: scene.where, similar: await similar });
  const first = (await readIdea(rows, team.id, id, "idea"))?.idea;
  // The form was sent without a trace before, and that press counts.
  const kept = secret !== undefined && !first?.author && (await sentWithoutTrace({ team, shown }, secret, scene, ports, written));
  if (kept) return kept;
  if (first && first.author !== person) return refuse("stale-form");
  // The idea was withdrawn, or its row is damaged: a fresh form offers the words.
  if (!first || first.stage === "withdrawn") return { ...(await ideaForm("another", team, [], written, ports)), ...keptQuestion(question) };
  const [post, alike] = await Promise.all([whyNotYet({ team, ports }, first), similarTo(team, first, person, ports)]);
  const same = first.friction === idea.friction && first.proposal === idea.proposal;
  return receipt(team, first, shown, { post, similar: alike, where: scene.where, ...(same ? {} : { offered: written }) });
};
