import type { ActionOf, Verb } from "../domain/action/index.ts";
import { answerNothing, readAnswered } from "../flows/asking/answer-nothing.ts";
import { askLater, readToAskLater } from "../flows/asking/ask-later.ts";
import { askLess } from "../flows/asking/ask-less.ts";
import { sendTest } from "../flows/asking/send-test.ts";
import { answerIdea } from "../flows/cycle/answer-idea.ts";
import { askOwnerAgain } from "../flows/cycle/ask-owner-again.ts";
import { keepingNumber, onTrack, saveNumber } from "../flows/cycle/check-in.ts";
import { adopt, showChecking, testDone } from "../flows/cycle/check-test.ts";
import { count, endCount } from "../flows/cycle/count.ts";
import { finishForm, finishIdea } from "../flows/cycle/finish-idea.ts";
import { needHelp } from "../flows/cycle/need-help.ts";
import { newOwner, readNewOwner } from "../flows/cycle/new-owner.ts";
import { reopen, undoEnd } from "../flows/cycle/reopen.ts";
import { showQuiet } from "../flows/cycle/show-quiet.ts";
import { startTest, testAgain } from "../flows/cycle/start-test.ts";
import { stopIdea } from "../flows/cycle/stop-idea.ts";
import { askWhy, dropWhy } from "../flows/cycle/whys.ts";
import { allIdeas, readForAll } from "../flows/digest/all-ideas.ts";
import {
  changeForm,
  editTitle,
  formToChangeAgain,
  holdIdea,
  proposeOwner,
  releaseIdea,
  saveChange,
  tellApart,
  weighInDraft,
} from "../flows/digest/change-draft.ts";
import { readLists } from "../flows/digest/next-digest.ts";
import { inDraft, ofDraft } from "../flows/digest/old-draft.ts";
import { postNow } from "../flows/digest/post-now.ts";
import { digestIsThere, postDigestAgain, readToSettle } from "../flows/digest/settle-digest.ts";
import { readPressed, showDigest } from "../flows/digest/show-digest.ts";
import { showDraft, showDraftInstead } from "../flows/digest/show-draft.ts";
import { addAnother } from "../flows/ideas/add-another.ts";
import { addVoice, takeVoiceBack } from "../flows/ideas/add-voice.ts";
import { answerAuthor } from "../flows/ideas/answer-author.ts";
import { askAuthor, readQuestionOf } from "../flows/ideas/ask-author.ts";
import { dropOffer } from "../flows/ideas/drop-offer.ts";
import { editIdea, formToSaveAgain, saveIdea, showReceipt } from "../flows/ideas/edit-idea.ts";
import {
  formForColleagueAgain,
  oweForgettingHandled,
  restoreForColleague,
  sendForColleague,
  withdrawForColleague,
} from "../flows/ideas/for-colleague.ts";
import { keeper } from "../flows/ideas/keeper.ts";
import { mergeIdea, unmergeIdea } from "../flows/ideas/merge-idea.ts";
import { muteIdea } from "../flows/ideas/mute-idea.ts";
import { showMyIdeas } from "../flows/ideas/my-ideas.ts";
import { saveAsFriction } from "../flows/ideas/save-as-friction.ts";
import { showStory } from "../flows/ideas/story.ts";
import { formToSendAgain, submitIdea } from "../flows/ideas/submit-idea.ts";
import { thank } from "../flows/ideas/thank.ts";
import { weighForm, weighIdea } from "../flows/ideas/weigh-idea.ts";
import { restoreIdea, withdrawIdea } from "../flows/ideas/withdraw-idea.ts";
import {
  answerWithoutTrace,
  editWithoutTrace,
  followWithoutTrace,
  formToSaveWithoutTrace,
  restoreWithoutTrace,
  saveWithoutTrace,
  showAnyway,
  withdrawWithoutTrace,
} from "../flows/ideas/without-trace.ts";
import { formOfTyped, formToWriteAgain, oweForgetting, writeAgain } from "../flows/ideas/write-idea.ts";
import { showAcross, showTeamNumbers } from "../flows/overview/numbers-across.ts";
import { readStopOf, showStatus } from "../flows/overview/team-status.ts";
import { showTeams } from "../flows/overview/teams.ts";
import { acceptIdea, planIdea } from "../flows/owning/accept-idea.ts";
import { answerPassed, sendBack, showPost, takePassed, undoAnswer } from "../flows/owning/answer-passed.ts";
import { changeDate, dateForm } from "../flows/owning/change-date.ts";
import { coordinator } from "../flows/owning/coordinator.ts";
import { endCoordinators } from "../flows/owning/coordinators-here.ts";
import { declineIdea } from "../flows/owning/decline-idea.ts";
import { showMyActions } from "../flows/owning/my-actions.ts";
import { passOn, postPassedAgain, readPassedPost, takeBack } from "../flows/owning/pass-on.ts";
import { takeIdea } from "../flows/owning/take-idea.ts";
import { chooseOwner, readChosen, takeOrAsk } from "../flows/owning/take-or-ask.ts";
import { deleteData } from "../flows/people/delete-data.ts";
import { pause, resume } from "../flows/people/pause.ts";
import { unlessErased } from "../flows/people/unless-erased.ts";
import { showWhoSeesThis } from "../flows/people/who-sees-this.ts";
import { makeAddress, revokeAddress, showAddress } from "../flows/records/results-address.ts";
import { declineFile, takeFile } from "../flows/records/take-file.ts";
import { exportAcross } from "../flows/records/write-export.ts";
import { showAgenda } from "../flows/review/agenda.ts";
import { closeBoard } from "../flows/review/close-board.ts";
import { postReview } from "../flows/review/post-review.ts";
import { reviewWord } from "../flows/review/review-word.ts";
import { readPressedBoard, showBoard } from "../flows/review/show-board.ts";
import {
  across,
  admin,
  anyone,
  byItsAnswer,
  confirmer,
  holder,
  idea,
  lead,
  leadAdderOrAdmin,
  leadAlone,
  leadOrAdmin,
  listOfAllOrLed,
  member,
  memberOfThisOrAny,
  overseer,
  says,
} from "../flows/right.ts";
import { comingBack, type Route } from "../flows/route.ts";
import { showAudit } from "../flows/settings/audit.ts";
import {
  chooseTeams,
  makeChange,
  previewChange,
  showChange,
  showTeamsForm,
  startChange,
  undoChange,
} from "../flows/settings/begin-change.ts";
import { saveDefaults, showDefaults } from "../flows/settings/defaults.ts";
import { readTeamMembers, saveKinds, setKindOwner, showKinds } from "../flows/settings/kinds.ts";
import { readLatestChanges, showLatestChanges } from "../flows/settings/latest-changes.ts";
import { saveMySettings, showMySettings } from "../flows/settings/my-settings.ts";
import { readToSave, saveSettings } from "../flows/settings/save-settings.ts";
import { readOffered, showSettings } from "../flows/settings/show-settings.ts";
import { readSpreadOf, spreadForm, spreadIdea, undoSpread } from "../flows/spread/spread-idea.ts";
import { readPressedTip, refuseTip, tryTip, undoRefusal } from "../flows/spread/tip.ts";
import { agreeLargeTeam } from "../flows/teams/agree-large-team.ts";
import { claimLead, confirmLead, readClaimer, refuseLead } from "../flows/teams/claim-lead.ts";
import { undoSubstitute } from "../flows/teams/substitute.ts";
import { chooseTeam, sayWords } from "./words.ts";

/** Every button, and the right it needs. Start here to see what a press leads to. */
export const actions: { readonly [V in Verb]: Route<ActionOf<V>> } = {
  "claim-lead": member(claimLead),
  "confirm-lead": confirmer(confirmLead, readClaimer),
  "refuse-lead": leadAdderOrAdmin(refuseLead, readClaimer),
  "agree-large-team": lead(agreeLargeTeam),
  "undo-substitute": leadAlone(undoSubstitute),
  "show-settings": leadOrAdmin(showSettings, readOffered),
  "save-settings": leadOrAdmin(saveSettings, readToSave),
  "show-settings-changes": leadOrAdmin(showLatestChanges, readLatestChanges),
  "show-kinds": leadOrAdmin(showKinds, readTeamMembers),
  "save-kinds": leadOrAdmin(saveKinds, readTeamMembers),
  "set-kind-owner": leadOrAdmin(setKindOwner, readTeamMembers),
  "show-address": lead(showAddress),
  "make-address": lead(makeAddress),
  "revoke-address": lead(revokeAddress),
  "send-test": lead(sendTest, readOffered),
  "show-defaults": admin(showDefaults),
  "save-defaults": admin(saveDefaults),
  "show-audit": admin(showAudit),
  "change-teams-form": admin((action, scene, ports) => showTeamsForm(action, scene, ports)),
  "make-change": admin(makeChange),
  "choose-teams": admin(chooseTeams),
  "preview-change": admin(previewChange),
  "start-change": admin(startChange),
  "show-change": admin(showChange),
  "undo-change": admin(undoChange),
  "submit-idea": comingBack(byItsAnswer(submitIdea), { languageOf: ({ language }) => language, formAgain: formToSendAgain }),
  "answer-nothing": member(answerNothing, readAnswered),
  "ask-later": member(askLater, readToAskLater),
  "ask-less": anyone(unlessErased(askLess)),
  "delete-data": anyone(deleteData),
  pause: anyone(pause),
  resume: anyone(resume),
  "who-sees-this": anyone(showWhoSeesThis),
  "write-again": comingBack(memberOfThisOrAny(writeAgain, oweForgetting), { formAgain: formToWriteAgain }),
  "send-for-colleague": comingBack(memberOfThisOrAny(sendForColleague, oweForgettingHandled), { formAgain: formForColleagueAgain }),
  "withdraw-for-colleague": holder.ever(withdrawForColleague),
  "restore-for-colleague": holder.now(restoreForColleague),
  "follow-without-trace": keeper.now(followWithoutTrace),
  "edit-without-trace": keeper.now(editWithoutTrace),
  "save-without-trace": comingBack(keeper.now(saveWithoutTrace), { formAgain: formToSaveWithoutTrace }),
  "withdraw-without-trace": keeper.ever(withdrawWithoutTrace),
  "restore-without-trace": keeper.now(restoreWithoutTrace),
  "answer-without-trace": keeper.now(answerWithoutTrace),
  "show-anyway": keeper.now(showAnyway),
  "save-as-friction": comingBack(says.memberOfAny(saveAsFriction), { formAgain: formOfTyped }),
  "drop-offer": anyone(dropOffer),
  "add-another": member(addAnother),
  "edit-idea": idea.author(editIdea),
  "save-idea": comingBack(idea.author(saveIdea), { formAgain: formToSaveAgain }),
  "withdraw-idea": idea.authorEver(withdrawIdea),
  "restore-idea": idea.author(restoreIdea),
  "show-receipt": idea.author(showReceipt),
  "merge-idea": idea.authorOrLeadNow(inDraft(mergeIdea), ofDraft()),
  "unmerge-idea": idea.authorOrLead(unmergeIdea),
  "ask-author": idea.lead(inDraft(askAuthor), ofDraft(readQuestionOf)),
  "answer-author": idea.authorNow(answerAuthor, readQuestionOf),
  "show-story": idea.memberOrAuthor(showStory),
  "show-draft": lead(showDraft, readLists),
  "change-form": idea.lead(inDraft(changeForm), ofDraft()),
  "save-change": comingBack(idea.lead(inDraft(saveChange), ofDraft(readChosen)), { formAgain: formToChangeAgain }),
  "hold-idea": comingBack(idea.lead(inDraft(holdIdea), ofDraft()), { formAgain: formToChangeAgain }),
  "release-idea": idea.lead(inDraft(releaseIdea), ofDraft()),
  "tell-apart": idea.lead(inDraft(tellApart), ofDraft()),
  "weigh-in-draft": idea.lead(inDraft(weighInDraft), ofDraft()),
  "hold-form": lead(showDraftInstead, readLists),
  "propose-form": lead(showDraftInstead, readLists),
  "title-form": lead(showDraftInstead, readLists),
  "propose-owner": idea.lead(proposeOwner, readChosen),
  "edit-title": idea.lead(editTitle),
  "post-now": lead(postNow, ofDraft()),
  "show-digest": member(showDigest, readPressed),
  "show-board": member(showBoard, readPressedBoard),
  "close-board": lead(closeBoard, readPressedBoard),
  "all-ideas": member(allIdeas, readForAll),
  "add-voice": idea.member(addVoice),
  "take-voice-back": idea.member(takeVoiceBack),
  "take-idea": idea.member(takeIdea),
  "try-idea": idea.member(takeIdea),
  "take-or-ask": idea.member(takeOrAsk),
  "ask-owner": idea.member(chooseOwner, readChosen),
  "accept-idea": idea.member(acceptIdea),
  "decline-idea": idea.asked(declineIdea),
  "plan-idea": idea.owner(planIdea),
  "give-back": idea.asked(declineIdea),
  "date-form": idea.owner(dateForm),
  "change-date": idea.owner(changeDate),
  "weigh-form": idea.owner(weighForm),
  weigh: idea.owner(weighIdea),
  start: idea.owner(keepingNumber(startTest)),
  "test-done": idea.owner(keepingNumber(testDone)),
  "show-checking": idea.ownerOrLead(showChecking),
  adopt: idea.ownerOrLead(adopt),
  adjust: idea.owner(testAgain),
  "stop-idea": idea.ownerOrLead(stopIdea),
  "answer-idea": idea.lead(answerIdea),
  reopen: idea.lead(reopen),
  "finish-form": idea.ownerOrLead(finishForm),
  "finish-idea": idea.ownerOrLead(finishIdea),
  "on-track": idea.owner(keepingNumber(onTrack)),
  "save-number": idea.owner(keepingNumber(saveNumber)),
  "need-help": idea.owner(needHelp),
  "ask-why": idea.owner(askWhy),
  "drop-why": idea.owner(dropWhy),
  count: idea.owner(count),
  "end-count": idea.owner(endCount),
  "show-quiet": idea.lead(showQuiet),
  "ask-again": idea.lead(askOwnerAgain),
  "new-owner": idea.lead(newOwner, readNewOwner),
  "undo-end": idea.ownerOrLead(undoEnd),
  "reopen-idea": idea.ownerOrLead(undoEnd),
  "spread-form": idea.lead(spreadForm, readSpreadOf),
  "spread-idea": idea.lead(spreadIdea, readSpreadOf),
  "undo-spread": idea.lead(undoSpread, readSpreadOf),
  "try-tip": idea.lead(tryTip, readPressedTip),
  "refuse-tip": idea.lead(refuseTip, readPressedTip),
  "undo-refusal": idea.lead(undoRefusal, readPressedTip),
  "end-coordinators": lead(endCoordinators),
  "pass-on": idea.lead(passOn),
  "post-passed-again": idea.lead(postPassedAgain, readPassedPost),
  "take-back": idea.lead(takeBack),
  "show-passed": coordinator(showPost),
  "take-passed": coordinator(takePassed),
  "answer-passed": coordinator(answerPassed),
  "undo-answer": coordinator(undoAnswer),
  "send-back": coordinator(sendBack),
  "post-review": lead(postReview),
  "show-agenda": lead(showAgenda),
  "review-word": lead(reviewWord),
  "show-my-ideas": anyone(showMyIdeas),
  "mute-idea": idea.member(muteIdea),
  thank: idea.member(thank),
  "show-my-settings": anyone(showMySettings),
  "save-my-settings": anyone(unlessErased(saveMySettings)),
  "show-my-actions": anyone(showMyActions),
  "post-digest-again": lead(postDigestAgain, readToSettle),
  "digest-is-there": lead(digestIsThere, readToSettle),
  "show-status": overseer(showStatus, readStopOf),
  "show-teams": listOfAllOrLed(showTeams),
  "numbers-across": across(showAcross),
  "numbers-teams": across(showTeamNumbers),
  "export-across": across(exportAcross),
  "take-file": anyone(takeFile),
  "decline-file": anyone(declineFile),
  "choose-team": anyone(chooseTeam),
  "say-words": anyone(sayWords),
};
