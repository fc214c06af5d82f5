import type { Command } from "../domain/commands.ts";
import { writeNothing } from "../flows/asking/answer-nothing.ts";
import { writeTomorrow } from "../flows/asking/ask-later.ts";
import { moveClock } from "../flows/asking/move-clock.ts";
import { promptNow } from "../flows/asking/prompt-now.ts";
import { onTrack } from "../flows/cycle/check-in.ts";
import { testDone } from "../flows/cycle/check-test.ts";
import { doneByNumber } from "../flows/cycle/finish-idea.ts";
import { needHelpByNumber } from "../flows/cycle/need-help.ts";
import { stopByNumber } from "../flows/cycle/stop-idea.ts";
import { digestHere } from "../flows/digest/digest-here.ts";
import { digestNow } from "../flows/digest/post-now.ts";
import { writeDigest } from "../flows/digest/show-digest.ts";
import { writeDraft } from "../flows/digest/show-draft.ts";
import { addVoice } from "../flows/ideas/add-voice.ts";
import { formOfColleague, oweForgettingHandled, writeForColleague } from "../flows/ideas/for-colleague.ts";
import { offerIdea, showPrompt } from "../flows/ideas/idea-form.ts";
import { writeMyIdeas } from "../flows/ideas/my-ideas.ts";
import { tellStory } from "../flows/ideas/story.ts";
import { thank } from "../flows/ideas/thank.ts";
import { newestToWithdraw, withdraw } from "../flows/ideas/withdraw-idea.ts";
import { formOfTyped, oweForgetting, writeIdea } from "../flows/ideas/write-idea.ts";
import { writeNumbers } from "../flows/overview/numbers.ts";
import { showAcross } from "../flows/overview/numbers-across.ts";
import { writeStatus } from "../flows/overview/team-status.ts";
import { writeTeams } from "../flows/overview/teams.ts";
import { coordinatorsHere } from "../flows/owning/coordinators-here.ts";
import { notMe } from "../flows/owning/decline-idea.ts";
import { writeMyActions } from "../flows/owning/my-actions.ts";
import { takeIdea } from "../flows/owning/take-idea.ts";
import { askByNumber } from "../flows/owning/take-or-ask.ts";
import { writeDeleteData } from "../flows/people/delete-data.ts";
import { help } from "../flows/people/help.ts";
import { writeMyData } from "../flows/people/my-data.ts";
import { writePause, writeResume } from "../flows/people/pause.ts";
import { setLanguage } from "../flows/people/set-language.ts";
import { writeUndo } from "../flows/people/undo.ts";
import { unlessErased } from "../flows/people/unless-erased.ts";
import { whoSeesThis } from "../flows/people/who-sees-this.ts";
import { exported } from "../flows/records/write-export.ts";
import { writeBoard } from "../flows/review/open-board.ts";
import { writeReview } from "../flows/review/show-review.ts";
import { admin, anyone, look, memberOrAcross, says } from "../flows/right.ts";
import { comingBack, type Route } from "../flows/route.ts";
import { showDefaults } from "../flows/settings/defaults.ts";
import { teamsOrOwn, writeMySettings } from "../flows/settings/my-settings.ts";
import { readOfferedOf, readPeopleOf, writeSettings } from "../flows/settings/show-settings.ts";
import { writeSubstitute } from "../flows/teams/substitute.ts";

/** Every command that a person can write, in any language, and the right it needs. `offer` takes words that are no command. */
export const commands: { readonly [C in Command["command"]]: Route<Extract<Command, { command: C }>> } & {
  readonly offer: Route<{ readonly text: string }>;
} = {
  help: anyone(help),
  "who-sees-this": anyone(whoSeesThis),
  idea: comingBack(says.memberOfAny(writeIdea, oweForgetting), { formAgain: formOfTyped }),
  "idea-for-colleague": comingBack(says.memberOfAny(writeForColleague, oweForgettingHandled), { formAgain: formOfColleague }),
  offer: says.memberOfAny(offerIdea),
  "my-ideas": anyone(writeMyIdeas),
  "my-actions": anyone(writeMyActions),
  prompt: says.memberOfAny(showPrompt),
  "prompt-now": says.lead(promptNow),
  digest: says.memberOrLead(writeDigest),
  draft: says.lead(writeDraft),
  "digest-now": says.lead(digestNow),
  "digest-here": says.lead(digestHere),
  board: says.lead(writeBoard),
  "coordinators-here": says.lead(coordinatorsHere),
  pause: anyone(unlessErased(writePause)),
  resume: anyone(writeResume),
  undo: anyone(writeUndo),
  thanks: anyone(async () => ({ say: "thanked" })),
  language: anyone(unlessErased(setLanguage)),
  settings: teamsOrOwn(says.lead(writeSettings, readOfferedOf)),
  "my-settings": anyone(writeMySettings),
  "my-data": anyone(writeMyData),
  "delete-my-data": anyone(writeDeleteData),
  substitute: says.leadAlone(writeSubstitute, readOfferedOf),
  status: look(writeStatus),
  teams: admin(writeTeams),
  review: says.lead(writeReview),
  numbers: memberOrAcross(writeNumbers, showAcross),
  export: exported,
  defaults: admin(showDefaults),
  nothing: says.member(writeNothing),
  tomorrow: says.member(writeTomorrow),
  withdraw: says.author(withdraw, newestToWithdraw),
  "me-too": says.onNumber.member(addVoice),
  thank: says.onNumber.member(thank),
  take: says.onNumber.member(takeIdea),
  "not-me": says.onNumber.asked(notMe),
  ask: says.onNumber.member(askByNumber, readPeopleOf),
  "test-done": says.onNumber.owner(testDone),
  stop: says.onNumber.ownerOrLead(stopByNumber),
  done: says.onNumber.ownerOrLead(doneByNumber),
  "on-track": says.onNumber.owner(onTrack),
  "need-help": says.onNumber.owner(needHelpByNumber),
  story: says.onNumber.member(tellStory),
  next: anyone(moveClock),
};
