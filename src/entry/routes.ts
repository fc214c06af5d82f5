import type { Verb } from "../domain/action.ts";
import type { Command } from "../domain/commands.ts";
import type { JobName } from "../domain/job.ts";
import { readTeamAgain, welcomeTeam } from "../flows/add-team.ts";
import { answeredElsewhere, askAgain, askMembers, remindDoubtful, remindRound, sendTestPrompt } from "../flows/ask-members.ts";
import { agreeLargeTeam, claimLead, confirmLead, refuseLead } from "../flows/claim-lead.ts";
import { allIdeas, digestHere, postDigest, refreshDigest, refreshIdea, showDigest } from "../flows/digest.ts";
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
  releaseIdea,
  sendDraft,
  showDraft,
  titleForm,
  writeDigest,
} from "../flows/draft.ts";
import { doneByNumber, finishForm, finishIdea, reopenIdea, tellStory } from "../flows/finish-idea.ts";
import type { ActionFlow, CommandFlow, JobFlow } from "../flows/flow.ts";
import { addAnother, showPrompt } from "../flows/idea-form.ts";
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
  meToo,
  notMe,
  planIdea,
  planWithOwner,
  takeByNumber,
  takeIdea,
} from "../flows/own-idea.ts";
import { help, pause, resume, setLanguage, writePause, writeResume } from "../flows/person.ts";
import { promptNow, startRound } from "../flows/rounds.ts";
import { saveSettings, sendTest, showSettings, writeSettings } from "../flows/settings.ts";
import { showStatus, showTeams, tellStatus, writeStatus, writeTeams } from "../flows/status.ts";
import {
  answerNothing,
  askLater,
  editIdea,
  forgetTypedIdea,
  restoreIdea,
  saveIdea,
  showReceipt,
  submitIdea,
  withdrawByNumber,
  withdrawIdea,
  writeIdea,
  writeNothing,
  writeTomorrow,
} from "../flows/submit-idea.ts";
import { tellAuthor, tellLead, tellLeads } from "../flows/tell.ts";

/** Every button. Start here to see what a press leads to. */
export const actions: { readonly [V in Verb]: ActionFlow<V> } = {
  "claim-lead": claimLead,
  "confirm-lead": confirmLead,
  "refuse-lead": refuseLead,
  "agree-large-team": agreeLargeTeam,
  "show-settings": showSettings,
  "save-settings": saveSettings,
  "send-test": sendTest,
  "submit-idea": submitIdea,
  "answer-nothing": answerNothing,
  "ask-later": askLater,
  pause,
  resume,
  "add-another": addAnother,
  "edit-idea": editIdea,
  "save-idea": saveIdea,
  "withdraw-idea": withdrawIdea,
  "restore-idea": restoreIdea,
  "show-receipt": showReceipt,
  "show-draft": showDraft,
  "hold-form": holdForm,
  "hold-idea": holdIdea,
  "release-idea": releaseIdea,
  "propose-form": proposeForm,
  "propose-owner": proposeOwner,
  "title-form": titleForm,
  "edit-title": editTitle,
  "post-now": postNow,
  "show-digest": showDigest,
  "all-ideas": allIdeas,
  "add-voice": addVoice,
  "take-idea": takeIdea,
  "assign-form": assignForm,
  "assign-owner": assignOwner,
  "accept-idea": acceptIdea,
  "decline-idea": declineIdea,
  "plan-idea": planIdea,
  "finish-form": finishForm,
  "finish-idea": finishIdea,
  "reopen-idea": reopenIdea,
  "show-my-ideas": showMyIdeas,
  "show-my-actions": showMyActions,
  "post-digest-again": postDigestAgain,
  "digest-is-there": digestIsThere,
  "show-status": showStatus,
  "show-teams": showTeams,
};

/** Every word that can be written to Gnist, in whatever language. */
export const commands: { readonly [C in Command["command"]]: CommandFlow<C> } = {
  help,
  idea: writeIdea,
  "my-ideas": writeMyIdeas,
  "my-actions": writeMyActions,
  prompt: showPrompt,
  "prompt-now": promptNow,
  digest: writeDigest,
  "digest-now": digestNow,
  "digest-here": digestHere,
  pause: writePause,
  resume: writeResume,
  language: setLanguage,
  settings: writeSettings,
  status: writeStatus,
  teams: writeTeams,
  nothing: writeNothing,
  tomorrow: writeTomorrow,
  withdraw: withdrawByNumber,
  "me-too": meToo,
  take: takeByNumber,
  "not-me": notMe,
  assign: assignByNumber,
  done: doneByNumber,
  story: tellStory,
  next: moveClock,
};

/** Everything whose time comes. */
export const jobs: { readonly [J in JobName]: JobFlow<J> } = {
  "welcome-team": welcomeTeam,
  "read-team": readTeamAgain,
  "start-round": startRound,
  "ask-members": askMembers,
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
  "plan-with-owner": planWithOwner,
  "tell-author": tellAuthor,
  "tell-leads": tellLeads,
  "tell-lead": tellLead,
  "tell-status": tellStatus,
};
