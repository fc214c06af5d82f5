import { isWorth, mostWhys } from "../../src/domain/idea/idea.ts";
import type { Message, MessageOf, Say } from "../../src/domain/message/index.ts";
import { type Counts, troubledPeople } from "../../src/domain/overview/count-round.ts";

const problem = ({ problem }: { readonly problem?: unknown }) => (problem ? "problem" : "");

const isNobody = ({ asked, doubtful, toAsk, notReached }: Counts): boolean =>
  asked + doubtful + toAsk + Object.keys(notReached).length === 0;

const isTroubled = (counts: Counts | undefined) => counts !== undefined && counts.doubtful + troubledPeople(counts) > 0;

const ofTeam = ({ status, stop, leads }: MessageOf<"team-status">): string => {
  const reader = leads ? "" : "-admin";
  if (status.isArchived) return "archived";
  if (status.round?.sending) return stop ? "stopped" : "asking";
  if (!status.hasLead) return "no-lead";
  if (status.waitsFor !== undefined) return `large${reader}`;
  if (status.digest) return `digest-${status.digest.trouble}${reader}`;
  if (status.setAside.length > 0) return "set-aside";
  return isTroubled(status.round?.counts) ? "" : status.round ? "well" : "not-yet";
};

const ofForm = (form: MessageOf<"idea-form">): string => {
  if (form.why === "message")
    return ["message", form.problem ?? (form.teams ? "teams" : form.written ? "" : "no-words")].filter(Boolean).join("-");
  if (form.problem) return form.why === "typed" ? `typed-${form.problem}` : form.problem;
  if (form.teams) return "teams";
  if (form.untilExported) return form.why === "edit" ? "edit-until-exported" : "until-exported";
  if (form.stands) return form.stands.stage === "held" ? "edit-held" : "edit-shown";
  if (form.rests) return "rests";
  if (form.lessOften) return "less-often";
  const asks = form.question ? [form.question] : [];
  return [...(form.why !== "prompt" ? [form.why] : form.first ? ["first"] : []), ...asks, ...(form.focus ? ["focus"] : [])].join("-");
};

const ofReceipt = ({ offered, rests, post, shown, edited, stage, written, closes, similar }: MessageOf<"receipt">): string => {
  if (closes) return "closes";
  if (stage === "held") return "held";
  if (similar) return similar.some(({ colleagues }) => colleagues > 0) ? "similar" : "similar-own";
  if (offered) return "offered";
  if (rests && !shown) return "rests";
  if (shown && post) return `shown-${post}`;
  if (stage === "worth") return shown ? "worth-shown" : "worth";
  if (shown) return stage === "new" ? "shown" : "stands";
  if (edited) return "changed";
  return written.showName ? "named" : written.proposal ? "" : "short";
};

/** Names of the variants of each message; the usual one has none. A new kind of message does not compile until it is listed here. */
const variants: { readonly [S in Say]: (message: MessageOf<S>) => string } = {
  "file-offered": ({ kind, link, mayLookAcross }) =>
    [kind === "team-export" ? "" : kind, link === undefined ? "consent" : "", mayLookAcross ? "across" : ""].filter(Boolean).join("-"),
  "file-consent": () => "",
  "file-coming": () => "",
  "file-declined": () => "",
  "file-failed": ({ why }) => why,
  "file-sent": () => "",
  "welcome-team": ({ large, leads }) => (large ? "large" : leads.length > 0 ? "" : "no-lead"),
  "welcome-person": ({ team, quietUntil, local }) => (!team ? "no-team" : local ? "local" : quietUntil === undefined ? "" : "quiet"),
  "lead-claim": ({ openly }) => (openly ? "openly" : ""),
  "lead-wanted": ({ owns }) => (owns ? "owner" : ""),
  "large-team": () => "",
  "idea-form": ofForm,
  "ask-author-form": problem,
  "author-asked": ({ isNew, looks, answerBelow, asked: { answer } }) =>
    looks ? (isNew ? "looks" : "looks-before") : answerBelow ? "below" : isNew ? "" : answer ? `before-${answer.how}` : "before",
  "author-question": (card) => problem(card) || (card.confirms ? "confirms" : ""),
  "author-answered": ({ how }) => how,
  "author-answer": ({ asked }) => asked.answer.how,
  "colleague-form": (form) => problem(form) || (form.teams ? "teams" : form.untilExported ? "until-exported" : ""),
  "kept-for-colleague": ({ secret, rests, number, held }) =>
    secret === undefined ? "again" : held ? "held" : rests ? "rests" : number === undefined ? "" : "shown",
  "kept-without-trace": ({ waits, idea, reason, asked, offered, edited, isQuiet, closes }) =>
    [
      waits ? (waits.anyway ? "anyway" : waits.isLong ? "long" : "") : idea && idea.stage !== "new" ? "stands" : "shown",
      reason ? "reason" : "",
      asked ? (asked.answer === undefined ? "asked" : "answered") : "",
      offered ? "offered" : "",
      edited ? "changed" : "",
      isQuiet ? "quiet" : "",
      closes ? "closes" : "",
    ]
      .filter(Boolean)
      .join("-"),
  receipt: ofReceipt,
  "sent-beside": ({ where }) => (where === "below" ? "" : where),
  "nothing-noted": () => "",
  "later-noted": () => "",
  "less-noted": ({ every }) => (every === 1 ? "as-now" : ""),
  paused: ({ until, otherYear, written, stops }) =>
    [until === undefined ? "open" : otherYear ? "other-year" : "", written ? "written" : "", stops ? "owner" : ""]
      .filter(Boolean)
      .join("-"),
  "stop-which": () => "",
  "who-sees-this": ({ team, rests, untilExported, whistle }) =>
    untilExported ? "until-exported" : rests ? "rests" : team ? (whistle ? "whistle" : "") : "no-team",
  "my-data": ({ page, pages }) => (page === 0 ? "" : page === pages - 1 ? "last" : "more"),
  "my-data-soon": () => "",
  "delete-data": () => "",
  "data-deleting": ({ ideas, isTold }) => `${ideas}${isTold ? "" : "-untold"}`,
  "data-deleted": ({ ideas = "already" }) => ideas,
  resumed: ({ next }) => (next ? "" : "any-time"),
  "offer-dropped": () => "",
  withdrawn: ({ written, post, secret, withoutTrace, untilExported }) =>
    untilExported
      ? `until-exported-${post}`
      : withoutTrace
        ? "without-trace"
        : secret
          ? "for-colleague"
          : post === "gone" && !written
            ? "gone-again"
            : (post ?? (written ? "" : "again")),
  draft: ({ digest, rests, postsAt, held, notReached, asks, pages, alike }) => {
    if (digest.worth.length > 0) return "worth";
    if (rests) return "rests";
    if (digest.top.some(({ effort, effect }) => effort && !effect)) return "weighing";
    if (digest.quick.length > 0) return "quick-wins";
    if (pages > 1) return "many";
    if (notReached) return "not-reached";
    if (asks) return "asks-later";
    if (alike && digest.open.length === 0) return "alike";
    return postsAt === undefined ? "waits" : held.length > 0 ? "held" : "";
  },
  "change-form": (form) =>
    !("stage" in form.idea)
      ? form.members.length > 0
        ? "not-saved-asking"
        : "not-saved"
      : isWorth(form.idea)
        ? "worth"
        : form.idea.stage === "held"
          ? form.problem
            ? "held-meanwhile"
            : "held"
          : problem(form) || (form.members.length > 0 ? "" : "owned"),
  "draft-posted": ({ at, isPressed, hasNewer }) =>
    at === undefined ? (isPressed ? "over" : "nothing") : hasNewer ? "newer" : isPressed ? "already" : "",
  "post-early": ({ turnout }) => (turnout.answered < 5 ? "few" : ""),
  posting: () => "",
  digest: ({ digest }) =>
    digest.withdrawn
      ? "withdrawn"
      : digest.textsWait
        ? "texts-wait"
        : digest.quick.length > 0
          ? "quick-wins"
          : digest.worth.length > 0
            ? "worth"
            : digest.turnout
              ? ""
              : "quiet",
  board: ({ check, waiting, choose, done, withdrawn }) =>
    withdrawn ? "withdrawn" : check.length + waiting.length + choose.length + done.length === 0 ? "empty" : check.length > 0 ? "" : "first",
  minutes: ({ closedHow, decided, withdrawn, closedBy }) => {
    if (closedHow !== "lead") return closedHow;
    return withdrawn ? "withdrawn" : decided.length === 0 ? "undecided" : closedBy ? "" : "erased";
  },
  "board-opening": () => "",
  "board-open": () => "",
  "board-trouble": ({ isDoubtful }) => (isDoubtful ? "doubtful" : ""),
  "all-ideas": ({ ideas }) => (ideas.some(isWorth) ? "worth" : ideas.length > 0 ? "" : "none"),
  "take-or-ask": (form) => problem(form) || (form.mayAsk ? "" : "asked"),
  "owner-asked": ({ notReached, asksAt }) => (notReached ? "not-reached" : asksAt ? "waits" : ""),
  "digest-here": ({ isPrivate }) => (isPrivate ? "private" : ""),
  "coordinators-here": ({ isAskedWeekly }) => (isAskedWeekly ? "weekly" : ""),
  "coordinators-ended": () => "",
  "pass-on-form": problem,
  "passed-on": () => "",
  "no-coordinators": () => "",
  "passed-post": ({ idea }) => (idea.stage !== "passed-on" ? idea.stage : idea.passed?.answerBy ? "taken" : ""),
  "passed-gone": ({ why }) => why,
  "take-passed-form": problem,
  "answer-passed-form": problem,
  "send-back-form": problem,
  "passed-trouble": ({ isDoubtful, isGone }) => (isGone ? "gone" : isDoubtful ? "doubtful" : ""),
  "owner-request": problem,
  "owner-plan": (form) => problem(form) || (form.earlier.length > 0 ? "earlier" : ""),
  owned: ({ did, idea }) =>
    [did ?? (idea.stage === "planned" ? "" : idea.stage), idea.reach === "new-ground" ? "new-ground" : ""].filter(Boolean).join("-"),
  "date-form": problem,
  "weigh-form": ({ idea }) => (idea.effort ? "" : "not-yet"),
  declined: () => "",
  "give-back-form": problem,
  "given-back": ({ withReason }) => (withReason ? "reason" : ""),
  "check-in": ({ why, question, ideas, more }) =>
    [
      question ? "reminder" : ideas.length === 0 ? "none" : more > 0 ? "many" : why === "round" ? "" : why,
      ideas.some(({ count }) => count?.isBad) ? "bad-count" : ideas.some(({ count }) => count) ? "counts" : "",
    ]
      .filter(Boolean)
      .join("-"),
  "need-help-form": () => "",
  "help-asked": ({ unheard, tellsAt }) => unheard ?? (tellsAt ? "waits" : ""),
  whys: ({ whys, problem, written }) =>
    problem ?? (whys.length === mostWhys ? "full" : written ? "taken-back" : whys.length > 0 ? "next" : ""),
  "count-form": ({ did, problem, count }) => problem ?? did ?? (count ? "counts" : ""),
  "needs-help": ({ line }) => (line ? "" : "no-line"),
  "quiet-idea": ({ how, asksAt }) => (asksAt ? "waits" : (how ?? "")),
  "new-owner-form": problem,
  "finish-form": problem,
  "test-form": (form) => [form.checked ? "again" : "", problem(form)].filter(Boolean).join("-"),
  checking: ({ problem, owns, written, idea, count }) => {
    if (problem) return problem;
    if (!owns) return "lead";
    return count ? "counts" : written.result ? "written" : idea.reach === "new-ground" ? "new-ground" : "";
  },
  "stop-form": (form) => problem(form) || (form.checked ? "share" : form.owns ? "" : "lead"),
  "answer-form": (form) => form.problem ?? "",
  "reopen-form": problem,
  finished: ({ answered, idea, maySpread }) =>
    answered ? `answered-${idea.stage}` : idea.stage === "stopped" ? "stopped" : idea.minutes ? "saves" : maySpread ? "may-spread" : "",
  "spread-form": problem,
  spread: () => "",
  "spread-back": () => "",
  tip: ({ did, owner }) => [did ?? "", owner ? "owned" : ""].filter(Boolean).join("-"),
  "tip-over": () => "",
  reopened: ({ undone, owns }) => [undone ? "" : "lead", owns ? "owner" : ""].filter(Boolean).join("-"),
  news: ({ ideas }) =>
    ideas
      .map((one) => {
        const reader = { author: "", owner: "-owner", asked: "-asked", voice: "-backed" }[one.reader];
        return "withdrawn" in one ? `withdrawn${reader}` : `${one.lines.map(({ news }) => news).join("-")}${reader}`;
      })
      .join("-and-"),
  "idea-withdrawn": () => "",
  muted: () => "",
  unmuted: () => "",
  "thanks-noted": ({ already, idea }) => (already ? "already" : isWorth(idea) ? "worth" : ""),
  "results-address": ({ madeAt, token, replaces, revoked }) =>
    revoked ? "revoked" : token ? (replaces ? "replaces" : "made") : madeAt === undefined ? "none" : "",
  kinds: ({ problem, saved, owners }) => problem ?? (saved ? "saved" : owners.length > 0 ? "with-owners" : ""),
  "my-settings": ({ written: { news, askEvery }, pause, saved, problem, next }) =>
    [news ? "" : "off", askEvery > 1 ? "less-often" : "", pause ? "paused" : "", next ? "told" : "", saved ?? "", problem ?? ""]
      .filter((one) => one !== "")
      .join("-"),
  "owner-left": () => "",
  "post-stays": (post) => ("week" in post ? "" : "month" in post ? "review" : "board"),
  "owner-refused": ({ owned, reason, idea }) =>
    !owned && idea.owner ? "owner-stays" : owned ? (reason ? "given-back" : "given-back-at-once") : "",
  "nothing-to-post": ({ textsWait }) => (textsWait ? "texts-wait" : ""),
  "digest-trouble": ({ channel, hasDraft }) => (hasDraft ? "draft" : channel ? "" : "no-name"),
  "digest-doubtful": ({ hasDraft }) => (hasDraft ? "draft" : ""),
  "digest-settled": ({ how, already }) => (how !== "there" ? how : already ? "already" : ""),
  "same-thing-form": ({ ideas }) => (ideas.length > 0 ? "" : "none"),
  "idea-merged": ({ reader }) => (reader === "author" ? "" : "lead"),
  "idea-unmerged": () => "",
  "my-ideas": ({ ideas, older, unlisted }) =>
    `${older ? "pages" : ideas.length > 0 ? "" : "none"}${unlisted ? "" : "-all"}`.replace(/^-/, ""),
  "my-actions": ({ actions, page }) => (page > 0 ? "page-2" : actions.length > 0 ? "" : "none"),
  "idea-story": ({ may, into, joined, idea }) => {
    if (into) return "merged";
    if (joined.length > 0) return "joined";
    if (idea.passed) return "passed-on";
    if (idea.effort) return "weighed";
    if (may.try) return "worth";
    return may.plan ? "owner" : may.end ? "lead" : may.answer ? "answer" : may.reopen ? "reopen" : "";
  },
  "which-team": ({ teams }) => (teams.length > 5 ? "many" : ""),
  "did-you-mean": ({ near }) => (near.length > 1 ? "several" : ""),
  "question-or-idea": ({ text }) => (text.includes(" ") ? "" : "word"),
  "personal-details": ({ isOpen }) => (isOpen ? "open" : ""),
  thanked: () => "",
  help: ({ lead, admin, local, pause }) => (pause ? "paused" : local ? "local" : admin ? "admin" : lead ? "lead" : ""),
  "team-status": ofTeam,
  "tenant-status": ({ status, stop }) => {
    if (stop) return status.sending ? "stopped" : stop.why;
    if (status.sending) return "asking";
    return status.troubled.length > 0 ? "" : isNobody(status.counts) ? "not-yet" : "well";
  },
  review: ({ posting, review }) => posting?.how ?? (review.isSoFar ? "so-far" : ""),
  "review-post": ({ review }) => (review.withdrawn ? "withdrawn" : ""),
  agenda: ({ agenda }) => (agenda.points.some((point) => point.what === "example" && point.example.isOther) ? "other-team" : ""),
  numbers: ({ rounds, mayLookAcross }) => (rounds.length === 0 ? "none" : mayLookAcross ? "offers-all" : ""),
  "numbers-across": ({ steps, small }) => (steps.every((taken) => taken === 0) ? "none" : small ? "small-teams" : ""),
  "numbers-teams": ({ pages }) => (pages > 1 ? "pages" : ""),
  "own-parts": ({ teams }) => teams,
  counting: ({ stop }) => (stop ? "stopped" : ""),
  teams: ({ stop, whose }) => (stop ? "stopped" : whose === "mine" ? "mine" : ""),
  settings: ({ group, problem, others, saved, changed = [], testSent, page, fromTenant }) => {
    if (saved) return others ? "replaced" : changed.length > 0 ? "saved" : "unchanged";
    return problem ?? (testSent ? "test-sent" : page > 0 ? "page-2" : (group ?? (fromTenant ? "from-tenant" : "")));
  },
  defaults: ({ problem, saved, latest }) => problem ?? (saved ? "saved" : latest.length > 0 ? "again" : ""),
  audit: ({ acts, page, hasMore }) => (acts.length === 0 ? "none" : page > 0 ? "page-2" : hasMore ? "more" : ""),
  "change-teams-form": problem,
  "choose-teams": ({ problem, find, teams, pages }) => problem ?? (teams.length === 0 ? "none" : find ? "found" : pages > 1 ? "pages" : ""),
  "change-preview": ({ problem, changes, isAll }) => problem ?? (changes === 0 ? "nothing" : isAll ? "" : "some"),
  "change-running": ({ isBack }) => (isBack ? "back" : ""),
  "change-ended": ({ problem, isBack, tally }) =>
    problem ?? [isBack ? "back" : "", tally.refused > 0 ? "refused" : ""].filter(Boolean).join("-"),
  "settings-changes": ({ edits }) => (edits.length > 0 ? "" : "none"),
  "language-set": () => "",
  "which-language": () => "",
  "asking-now": ({ again, notWeekly }) => (notWeekly ? "not-weekly" : again ? "again" : ""),
  "lead-asked": ({ asksAt }) => (asksAt ? "waits" : ""),
  "you-lead": ({ already }) => (already ? "already" : ""),
  "lead-now": ({ already }) => (already ? "already" : ""),
  "lead-half": () => "",
  "lead-not": () => "",
  "substitute-set": ({ notReached, tellsAt }) => (notReached ? "not-reached" : tellsAt ? "waits" : ""),
  "substitute-ended": () => "",
  "substitute-left": () => "",
  substitute: () => "",
  "substitute-over": () => "",
  "large-agreed": () => "",
  "voice-added": () => "",
  "voice-counts": ({ mayLeave }) => (mayLeave ? "" : "own"),
  "voice-back": () => "",
  "clock-moved": ({ what }) => (what.length > 0 ? "" : "nothing"),
  refusal: ({ why }) => why,
};

export const says = Object.keys(variants) as readonly Say[];

/** The name of a message among the fixtures, and of its snapshot: its kind, and how it differs from the usual one. */
export const nameOf = (message: Message): string => {
  const variant = (variants[message.say] as (message: Message) => string)(message);
  return variant ? `${message.say}-${variant}` : message.say;
};
