import type { JobName } from "../domain/job.ts";
import { answeredElsewhere } from "../flows/asking/answered-elsewhere.ts";
import { askAgain } from "../flows/asking/ask-again.ts";
import { askLeftOut } from "../flows/asking/ask-left-out.ts";
import { askMembers } from "../flows/asking/ask-members.ts";
import { askPerson } from "../flows/asking/ask-person.ts";
import { moveQuestion } from "../flows/asking/move-question.ts";
import { remindDoubtful, remindRound } from "../flows/asking/remind-round.ts";
import { sendTestPrompt } from "../flows/asking/send-test.ts";
import { startRound } from "../flows/asking/start-round.ts";
import { sendCheckInAgain } from "../flows/cycle/ask-owner-again.ts";
import { checkInRound } from "../flows/cycle/check-in-round.ts";
import { nudge, tellQuiet } from "../flows/cycle/nudge.ts";
import { postDigest } from "../flows/digest/post-digest.ts";
import { renewDrafts } from "../flows/digest/renew-drafts.ts";
import { renewPost, renewPosts } from "../flows/digest/renew-posts.ts";
import { draftToLead, sendDraft } from "../flows/digest/send-draft.ts";
import { tellHeld } from "../flows/digest/tell-held.ts";
import type { JobFlow } from "../flows/flow.ts";
import { sendQuestion } from "../flows/ideas/ask-author.ts";
import { moveVoicesOf } from "../flows/ideas/merge-idea.ts";
import { noteNews } from "../flows/ideas/note-news.ts";
import { sendNews } from "../flows/ideas/send-news.ts";
import { forgetAuthors } from "../flows/ideas/show-group.ts";
import { takeWordsBack } from "../flows/ideas/take-words-back.ts";
import { tellThanks } from "../flows/ideas/thank.ts";
import { forgetTypedIdea } from "../flows/ideas/write-idea.ts";
import { tellNumbers } from "../flows/overview/numbers-across.ts";
import { tellStatus } from "../flows/overview/tenant-status.ts";
import { planWithOwner } from "../flows/owning/accept-idea.ts";
import { askOwner, endRequest } from "../flows/owning/ask-owner.ts";
import { freeIdeas } from "../flows/owning/free-ideas.ts";
import { showPassed } from "../flows/owning/show-passed.ts";
import { eraseAlone, eraseLeft } from "../flows/people/erase-left.ts";
import { clearErased, erasePerson } from "../flows/people/erase-person.ts";
import { tellMyData } from "../flows/people/my-data.ts";
import { blankCopiesOf } from "../flows/records/blank-copies.ts";
import { dropFile } from "../flows/records/offer-file.ts";
import { sendFile } from "../flows/records/send-file.ts";
import { postBoard } from "../flows/review/open-board.ts";
import { renewReview, sendPostedReview } from "../flows/review/post-review.ts";
import { renewBoard } from "../flows/review/renew-board.ts";
import { reviewToLead, sendReview } from "../flows/review/send-review.ts";
import { onWorkingDays } from "../flows/sending/working-days.ts";
import { tellChange } from "../flows/settings/begin-change.ts";
import { changeTeams } from "../flows/settings/change-teams.ts";
import { keepAct } from "../flows/settings/keep-act.ts";
import { giveTip, spread } from "../flows/spread/give-tips.ts";
import { takeTipsBack } from "../flows/spread/take-tips-back.ts";
import { dropOld } from "../flows/teams/drop-old.ts";
import { eraseTeam } from "../flows/teams/erase-team.ts";
import { findLead, tellClaim } from "../flows/teams/find-lead.ts";
import { readTeamAgain } from "../flows/teams/read-roster.ts";
import { catchUp } from "../flows/teams/rest-team.ts";
import { tellLead, tellLeads } from "../flows/teams/tell-leads.ts";
import { tellSubstitute } from "../flows/teams/tell-substitute.ts";
import { welcomeTeam } from "../flows/teams/welcome-team.ts";
import { makeFile } from "./files.ts";

/** Every job, and its flow. */
export const jobs: { readonly [J in JobName]: JobFlow<J> } = {
  "welcome-team": welcomeTeam,
  "read-team": readTeamAgain,
  "free-ideas": freeIdeas,
  "catch-up": catchUp,
  "find-lead": onWorkingDays(findLead),
  "tell-claim": onWorkingDays(tellClaim),
  "start-round": startRound,
  "ask-members": askMembers,
  "ask-left-out": askLeftOut,
  "ask-person": askPerson,
  "move-question": moveQuestion,
  "send-test": sendTestPrompt,
  "ask-again": askAgain,
  "remind-round": remindRound,
  "remind-doubtful": remindDoubtful,
  "check-in": checkInRound,
  nudge: onWorkingDays(nudge),
  "tell-quiet": tellQuiet,
  "ask-owner-again": onWorkingDays(sendCheckInAgain),
  "answered-elsewhere": answeredElsewhere,
  "send-draft": sendDraft,
  "draft-to-lead": draftToLead,
  "post-digest": postDigest,
  "send-review": onWorkingDays(sendReview),
  "review-to-lead": reviewToLead,
  "post-review": sendPostedReview,
  "renew-review": renewReview,
  "forget-typed": forgetTypedIdea,
  "forget-authors": forgetAuthors,
  "renew-posts": renewPosts,
  "renew-post": renewPost,
  "post-board": postBoard,
  "renew-board": renewBoard,
  "ask-owner": onWorkingDays(askOwner),
  "ask-author": onWorkingDays(sendQuestion),
  "end-request": endRequest,
  "plan-with-owner": planWithOwner,
  "note-news": noteNews,
  "send-news": sendNews,
  "tell-held": tellHeld,
  "tell-thanks": tellThanks,
  "take-words-back": takeWordsBack,
  "blank-copies": blankCopiesOf,
  "move-voices": moveVoicesOf,
  "renew-drafts": renewDrafts,
  "show-passed": showPassed,
  "tell-leads": onWorkingDays(tellLeads),
  "tell-lead": onWorkingDays(tellLead),
  "tell-substitute": onWorkingDays(tellSubstitute),
  spread,
  "give-tip": giveTip,
  "take-tips-back": takeTipsBack,
  "change-teams": changeTeams,
  "tell-change": tellChange,
  "keep-act": keepAct,
  "tell-status": tellStatus,
  "tell-numbers": tellNumbers,
  "tell-my-data": tellMyData,
  "send-file": sendFile(makeFile),
  "drop-file": dropFile,
  "erase-person": erasePerson,
  "erase-left": eraseLeft,
  "erase-alone": eraseAlone,
  "erase-team": eraseTeam,
  "drop-old": dropOld,
  "clear-erased": clearErased,
};
