import type { IdeaView, TeamView } from "../../src/domain/idea/view.ts";
import type { Words } from "../../src/language/index.ts";
import { button } from "../parts/buttons.ts";
import type { Button } from "../parts/card.ts";

type OfTeam = Pick<TeamView, "id">;
type StagedIdea = Pick<IdeaView, "id" | "stage">;

/** Buttons on every card of an owner: the next step of the idea, and what an owner can do at any time. */
export const ownerButtons = (team: OfTeam, idea: StagedIdea, words: Words): readonly Button[] => {
  const sent = { team: team.id, idea: idea.id };
  return [...stepButtons(team, idea, words), changeDateButton(sent, words), giveBackButton(sent, words), stopButton(sent, words)];
};

/** The button for the step that comes next: *Started*, *Test done*, or the card on which the owner chooses how it ends. */
const stepButtons = (team: OfTeam, idea: StagedIdea, words: Words): readonly Button[] => {
  const sent = { team: team.id, idea: idea.id };
  if (idea.stage === "planned") return [button(words.buttons.started, { verb: "start", ...sent }, { inputs: "none" })];
  if (idea.stage === "testing") return [button(words.buttons.testDone, { verb: "test-done", ...sent }, { inputs: "none" })];
  return idea.stage === "checking" ? [checkButton(sent, words)] : [];
};

type IdeaInTeamIds = { readonly team: string; readonly idea: string; readonly beside?: true };

export const checkButton = (sent: IdeaInTeamIds, words: Words): Button =>
  button(words.check.title, { verb: "show-checking", ...sent }, { inputs: "none" });

export const changeDateButton = (sent: IdeaInTeamIds, words: Words): Button =>
  button(words.buttons.changeDate, { verb: "date-form", ...sent }, { inputs: "none" });

export const giveBackButton = (sent: IdeaInTeamIds, words: Words): Button =>
  button(words.buttons.giveBack, { verb: "give-back", ...sent }, { inputs: "none" });

export const stopButton = (sent: IdeaInTeamIds, words: Words): Button =>
  button(words.buttons.stop, { verb: "stop-idea", ...sent }, { inputs: "none" });

/** *Effort and effect*, behind the three dots. */
export const weighButton = (sent: IdeaInTeamIds, words: Words): Button =>
  button(words.weight.title, { verb: "weigh-form", ...sent }, { inputs: "none", mode: "secondary" });

/** @param mode `secondary`: behind the three dots */
export const whyButton = (sent: IdeaInTeamIds, words: Words, mode?: "secondary"): Button =>
  button(words.buttons.why, { verb: "ask-why", ...sent }, { inputs: "none", ...(mode ? { mode } : {}) });

export const countButton = (sent: IdeaInTeamIds, words: Words, mode?: "secondary"): Button =>
  button(words.buttons.countSomething, { verb: "count", ...sent }, { inputs: "none", ...(mode ? { mode } : {}) });
