import type { ActionOf, Verb } from "../domain/action.ts";
import type { Command } from "../domain/commands.ts";
import type { JobName } from "../domain/job.ts";
import { answeredElsewhere, askAgain, askMembers, remindDoubtful, remindRound, sendTestPrompt } from "../flows/ask-members.ts";
import { agreeLargeTeam, claimLead, confirmLead, readClaimer, refuseLead } from "../flows/claim-lead.ts";
import { allIdeas, digestHere, postDigest, readLists } from "../flows/digest.ts";
import {
  digestIsThere,
  digestNow,
  draftToLead,
  editTitle,
  holdForm,
  holdIdea,
  postDigestAgain,
  postNow,
  proposeForm,
  proposeOwner,
  readToSettle,
  releaseIdea,
  sendDraft,
  showDraft,
  titleForm,
  writeDigest,
} from "../flows/draft.ts";
import { findLead, tellClaim } from "../flows/find-lead.ts";
import { doneByNumber, finishForm, finishIdea, reopenIdea, tellStory } from "../flows/finish-idea.ts";
import type { JobFlow } from "../flows/flow.ts";
import { freeIdeas } from "../flows/free-ideas.ts";
import { addAnother, offerIdea, showPrompt } from "../flows/idea-form.ts";
import { moveClock } from "../flows/move-clock.ts";
import { showMyActions, showMyIdeas, writeMyActions, writeMyIdeas } from "../flows/my-ideas.ts";
import {
  acceptIdea,
  addVoice,
  askOwner,
  assignByNumber,
  assignForm,
  assignOwner,
  declineIdea,
  endRequest,
  notMe,
  planIdea,
  planWithOwner,
  readChosen,
  takeIdea,
  takeVoiceBack,
} from "../flows/own-idea.ts";
import { help, pause, resume, setLanguage, writePause, writeResume } from "../flows/person.ts";
import { readPressed, refreshDigest, refreshIdea, showDigest } from "../flows/post.ts";
import { refreshDrafts } from "../flows/refresh-drafts.ts";
import { catchUp } from "../flows/rest-team.ts";
import {
  anyone,
  byItsAnswer,
  confirmer,
  idea,
  lead,
  leadAdderOrAdmin,
  leadOrAdmin,
  listOfAll,
  listOfAllOrLed,
  look,
  member,
  overseer,
  says,
} from "../flows/right.ts";
import { readTeamAgain } from "../flows/roster.ts";
import { askLeftOut, promptNow, startRound } from "../flows/rounds.ts";
import { comingBack, type Route } from "../flows/route.ts";
import { readPeople, readPeopleOf, readToSave, saveSettings, sendTest, showSettings, writeSettings } from "../flows/settings.ts";
import { readStopOf, showStatus, showTeams, tellStatus, writeStatus, writeTeams } from "../flows/status.ts";
import {
  answerNothing,
  askLater,
  editIdea,
  forgetTypedIdea,
  formToSaveAgain,
  formToSendAgain,
  newestToWithdraw,
  oweForgetting,
  readAnswered,
  restoreIdea,
  saveIdea,
  showReceipt,
  submitIdea,
  withdraw,
  withdrawIdea,
  writeIdea,
  writeNothing,
  writeTomorrow,
} from "../flows/submit-idea.ts";
import { takeWordsBack } from "../flows/take-words-back.ts";
import { tellAuthor, tellHeld, tellLead, tellLeads } from "../flows/tell.ts";
import { welcomeTeam } from "../flows/welcome-team.ts";

/** Every button, and the right it needs. Start here to see what a press leads to. `choose-team` is heard as the words it carries (answer.ts). */
export const actions: { readonly [V in Exclude<Verb, "choose-team">]: Route<ActionOf<V>> } = {
  "claim-lead": member(claimLead),
  "confirm-lead": confirmer(confirmLead, readClaimer),
  "refuse-lead": leadAdderOrAdmin(refuseLead, readClaimer),
  "agree-large-team": lead(agreeLargeTeam),
  "show-settings": leadOrAdmin(showSettings, readPeople),
  "save-settings": leadOrAdmin(saveSettings, readToSave),
  "send-test": lead(sendTest, readPeople),
  "submit-idea": comingBack(byItsAnswer(submitIdea), { languageOf: ({ language }) => language, formAgain: formToSendAgain }),
  "answer-nothing": member(answerNothing, readAnswered),
  "ask-later": member(askLater, readAnswered),
  pause: anyone(pause),
  resume: anyone(resume),
  "add-another": member(addAnother),
  "edit-idea": idea.author(editIdea),
  "save-idea": comingBack(idea.author(saveIdea), { formAgain: formToSaveAgain }),
  "withdraw-idea": idea.authorEver(withdrawIdea),
  "restore-idea": idea.author(restoreIdea),
  "show-receipt": idea.author(showReceipt),
  "show-draft": lead(showDraft, readLists),
  "hold-form": lead(holdForm, readLists),
  "hold-idea": idea.lead(holdIdea),
  "release-idea": idea.lead(releaseIdea),
  "propose-form": lead(proposeForm, readLists),
  "propose-owner": idea.lead(proposeOwner, readChosen),
  "title-form": lead(titleForm, readLists),
  "edit-title": idea.lead(editTitle),
  "post-now": lead(postNow),
  "show-digest": member(showDigest, readPressed),
  "all-ideas": member(allIdeas, readLists),
  "add-voice": idea.member(addVoice),
  "take-voice-back": idea.member(takeVoiceBack),
  "take-idea": idea.member(takeIdea),
  "assign-form": idea.member(assignForm),
  "assign-owner": idea.member(assignOwner, readChosen),
  "accept-idea": idea.member(acceptIdea),
  "decline-idea": idea.asked(declineIdea),
  "plan-idea": idea.owner(planIdea),
  "finish-form": idea.ownerOrLead(finishForm),
  "finish-idea": idea.ownerOrLead(finishIdea),
  "reopen-idea": idea.ownerOrLead(reopenIdea),
  "show-my-ideas": anyone(showMyIdeas),
  "show-my-actions": anyone(showMyActions),
  "post-digest-again": lead(postDigestAgain, readToSettle),
  "digest-is-there": lead(digestIsThere, readToSettle),
  "show-status": overseer(showStatus, readStopOf),
  "show-teams": listOfAllOrLed(showTeams),
};

/** Every word that can be written to Gnist, in whatever language, and the right it needs. `offer`: words that are no command. */
export const commands: { readonly [C in Command["command"]]: Route<Extract<Command, { command: C }>> } & {
  readonly offer: Route<{ readonly text: string }>;
} = {
  help: anyone(help),
  idea: says.memberOfAny(writeIdea, oweForgetting),
  offer: says.memberOfAny(offerIdea),
  "my-ideas": anyone(writeMyIdeas),
  "my-actions": anyone(writeMyActions),
  prompt: says.memberOfAny(showPrompt),
  "prompt-now": says.lead(promptNow),
  digest: says.memberOrLead(writeDigest),
  "digest-now": says.lead(digestNow),
  "digest-here": says.lead(digestHere),
  pause: anyone(writePause),
  resume: anyone(writeResume),
  language: anyone(setLanguage),
  settings: says.lead(writeSettings, readPeopleOf),
  status: look(writeStatus),
  teams: listOfAll(writeTeams),
  nothing: says.member(writeNothing),
  tomorrow: says.member(writeTomorrow),
  withdraw: says.author(withdraw, newestToWithdraw),
  "me-too": says.onNumber.member(addVoice),
  take: says.onNumber.member(takeIdea),
  "not-me": says.onNumber.asked(notMe),
  assign: says.onNumber.member(assignByNumber, readPeopleOf),
  done: says.onNumber.ownerOrLead(doneByNumber),
  story: says.onNumber.member(tellStory),
  next: anyone(moveClock),
};

/** Everything whose time comes. */
export const jobs: { readonly [J in JobName]: JobFlow<J> } = {
  "welcome-team": welcomeTeam,
  "read-team": readTeamAgain,
  "free-ideas": freeIdeas,
  "catch-up": catchUp,
  "find-lead": findLead,
  "tell-claim": tellClaim,
  "start-round": startRound,
  "ask-members": askMembers,
  "ask-left-out": askLeftOut,
  "send-test": sendTestPrompt,
  "ask-again": askAgain,
  "remind-round": remindRound,
  "remind-doubtful": remindDoubtful,
  "answered-elsewhere": answeredElsewhere,
  "send-draft": sendDraft,
  "draft-to-lead": draftToLead,
  "post-digest": postDigest,
  "forget-typed": forgetTypedIdea,
  "refresh-idea": refreshIdea,
  "refresh-digest": refreshDigest,
  "ask-owner": askOwner,
  "end-request": endRequest,
  "plan-with-owner": planWithOwner,
  "tell-author": tellAuthor,
  "tell-held": tellHeld,
  "take-words-back": takeWordsBack,
  "refresh-drafts": refreshDrafts,
  "tell-leads": tellLeads,
  "tell-lead": tellLead,
  "tell-status": tellStatus,
};
