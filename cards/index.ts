import type { Action, Verb } from "../src/domain/action/index.ts";
import type { Spoken } from "../src/domain/language.ts";
import type { Message, MessageOf, Say } from "../src/domain/message/index.ts";
import type { SentText } from "../src/domain/message/people.ts";
import type { RefusalReason } from "../src/domain/message/refusal.ts";
import { shownInBoth } from "../src/language/both.ts";
import { type Words, wordsOf } from "../src/language/index.ts";
import * as askingNow from "./asking/asking-now.ts";
import * as clockMoved from "./asking/clock-moved.ts";
import * as laterNoted from "./asking/later-noted.ts";
import * as lessNoted from "./asking/less-noted.ts";
import * as nothingNoted from "./asking/nothing-noted.ts";
import * as sentBeside from "./asking/sent-beside.ts";
import * as answerForm from "./cycle/answer-form.ts";
import * as checkIn from "./cycle/check-in.ts";
import * as checking from "./cycle/checking.ts";
import * as countForm from "./cycle/count-form.ts";
import * as finishForm from "./cycle/finish-form.ts";
import * as finished from "./cycle/finished.ts";
import * as needHelp from "./cycle/need-help.ts";
import * as newOwner from "./cycle/new-owner.ts";
import * as quietIdea from "./cycle/quiet-idea.ts";
import * as reopenForm from "./cycle/reopen-form.ts";
import * as stopForm from "./cycle/stop-form.ts";
import * as testForm from "./cycle/test-form.ts";
import * as whys from "./cycle/whys.ts";
import * as allIdeas from "./digest/all-ideas.ts";
import * as changeForm from "./digest/change-form.ts";
import * as digest from "./digest/digest.ts";
import * as digestDoubtful from "./digest/digest-doubtful.ts";
import * as digestHere from "./digest/digest-here.ts";
import * as draft from "./digest/draft.ts";
import * as nothingToPost from "./digest/nothing-to-post.ts";
import * as postEarly from "./digest/post-early.ts";
import * as posting from "./digest/posting.ts";
import * as askAuthor from "./ideas/ask-author.ts";
import * as authorQuestion from "./ideas/author-question.ts";
import * as forColleague from "./ideas/for-colleague.ts";
import * as ideaForm from "./ideas/idea-form.ts";
import * as ideaStory from "./ideas/idea-story.ts";
import * as ideaWithdrawn from "./ideas/idea-withdrawn.ts";
import * as muted from "./ideas/muted.ts";
import * as myIdeas from "./ideas/my-ideas.ts";
import * as news from "./ideas/news.ts";
import * as offerDropped from "./ideas/offer-dropped.ts";
import * as postStays from "./ideas/post-stays.ts";
import * as receipt from "./ideas/receipt.ts";
import * as sameThing from "./ideas/same-thing.ts";
import * as thanks from "./ideas/thanks.ts";
import * as voice from "./ideas/voice.ts";
import * as withdrawn from "./ideas/withdrawn.ts";
import * as withoutTrace from "./ideas/without-trace.ts";
import * as numbers from "./overview/numbers.ts";
import * as numbersAcross from "./overview/numbers-across.ts";
import * as ownParts from "./overview/own-parts.ts";
import * as teamStatus from "./overview/team-status.ts";
import * as teams from "./overview/teams.ts";
import * as tenantStatus from "./overview/tenant-status.ts";
import * as coordinatorsHere from "./owning/coordinators-here.ts";
import * as dateForm from "./owning/date-form.ts";
import * as giveBack from "./owning/give-back.ts";
import * as myActions from "./owning/my-actions.ts";
import * as owned from "./owning/owned.ts";
import * as ownerLeft from "./owning/owner-left.ts";
import * as ownerPlan from "./owning/owner-plan.ts";
import * as ownerRefused from "./owning/owner-refused.ts";
import * as ownerRequest from "./owning/owner-request.ts";
import * as passOn from "./owning/pass-on.ts";
import * as passedPost from "./owning/passed-post.ts";
import * as takeOrAsk from "./owning/take-or-ask.ts";
import * as weighForm from "./owning/weigh-form.ts";
import { withoutBar } from "./parts/buttons.ts";
import type { Readers, Rendered, Renderers } from "./parts/card.ts";
import { harmless } from "./parts/text.ts";
import * as deleteData from "./people/delete-data.ts";
import * as help from "./people/help.ts";
import * as language from "./people/language.ts";
import * as myData from "./people/my-data.ts";
import * as pause from "./people/pause.ts";
import * as personalDetails from "./people/personal-details.ts";
import * as unclear from "./people/unclear.ts";
import * as welcomePerson from "./people/welcome-person.ts";
import * as whichTeam from "./people/which-team.ts";
import * as whoSeesThis from "./people/who-sees-this.ts";
import * as fileConsent from "./records/file-consent.ts";
import * as fileOffered from "./records/file-offered.ts";
import * as resultsAddress from "./records/results-address.ts";
import * as refusal from "./refusal.ts";
import * as agenda from "./review/agenda.ts";
import * as board from "./review/board.ts";
import * as boardOpen from "./review/board-open.ts";
import * as minutes from "./review/minutes.ts";
import * as review from "./review/review.ts";
import * as audit from "./settings/audit.ts";
import * as changeTeams from "./settings/change-teams.ts";
import * as defaults from "./settings/defaults.ts";
import * as ownKinds from "./settings/kinds.ts";
import * as latestChanges from "./settings/latest-changes.ts";
import * as mySettings from "./settings/my-settings.ts";
import * as settings from "./settings/settings.ts";
import * as spread from "./spread/spread.ts";
import * as tip from "./spread/tip.ts";
import * as largeTeam from "./teams/large-team.ts";
import * as leadClaim from "./teams/lead-claim.ts";
import * as substitute from "./teams/substitute.ts";
import * as welcomeTeam from "./teams/welcome-team.ts";

export { type AdaptiveCard, inDialog, type Rendered } from "./parts/card.ts";
export { kindName } from "./parts/names.ts";
export { plainText } from "./parts/plain.ts";
export { sentenceCard } from "./parts/sentence.ts";

/** The renderer of every message. */
const renderers: Renderers<Say> = {
  ...largeTeam.render,
  ...leadClaim.render,
  ...substitute.render,
  ...welcomeTeam.render,
  ...help.render,
  ...language.render,
  ...deleteData.render,
  ...myData.render,
  ...pause.render,
  ...personalDetails.render,
  ...unclear.render,
  ...welcomePerson.render,
  ...whichTeam.render,
  ...whoSeesThis.render,
  ...askingNow.render,
  ...clockMoved.render,
  ...laterNoted.render,
  ...lessNoted.render,
  ...nothingNoted.render,
  ...sentBeside.render,
  ...news.render,
  ...askAuthor.render,
  ...authorQuestion.render,
  ...forColleague.render,
  ...withoutTrace.render,
  ...ideaForm.render,
  ...ideaStory.render,
  ...ideaWithdrawn.render,
  ...muted.render,
  ...myIdeas.render,
  ...offerDropped.render,
  ...postStays.render,
  ...receipt.render,
  ...sameThing.render,
  ...thanks.render,
  ...voice.render,
  ...withdrawn.render,
  ...dateForm.render,
  ...weighForm.render,
  ...giveBack.render,
  ...myActions.render,
  ...owned.render,
  ...ownerLeft.render,
  ...ownerPlan.render,
  ...ownerRefused.render,
  ...ownerRequest.render,
  ...takeOrAsk.render,
  ...answerForm.render,
  ...checking.render,
  ...countForm.render,
  ...reopenForm.render,
  ...stopForm.render,
  ...testForm.render,
  ...whys.render,
  ...coordinatorsHere.render,
  ...passOn.render,
  ...passedPost.render,
  ...checkIn.render,
  ...needHelp.render,
  ...newOwner.render,
  ...quietIdea.render,
  ...finishForm.render,
  ...finished.render,
  ...spread.render,
  ...tip.render,
  ...allIdeas.render,
  ...changeForm.render,
  ...digestDoubtful.render,
  ...digestHere.render,
  ...digest.render,
  ...draft.render,
  ...nothingToPost.render,
  ...postEarly.render,
  ...posting.render,
  ...review.render,
  ...agenda.render,
  ...board.render,
  ...boardOpen.render,
  ...minutes.render,
  ...numbers.render,
  ...numbersAcross.render,
  ...teamStatus.render,
  ...teams.render,
  ...tenantStatus.render,
  ...ownParts.render,
  ...fileConsent.render,
  ...fileOffered.render,
  ...resultsAddress.render,
  ...mySettings.render,
  ...audit.render,
  ...defaults.render,
  ...changeTeams.render,
  ...settings.render,
  ...latestChanges.render,
  ...ownKinds.render,
  ...refusal.render,
};

/** The reader of every button: a schema for the data that a press of it sends. */
const readers: Readers<Verb> = {
  ...review.read,
  ...agenda.read,
  ...largeTeam.read,
  ...leadClaim.read,
  ...substitute.read,
  ...deleteData.read,
  ...pause.read,
  ...unclear.read,
  ...whichTeam.read,
  ...whoSeesThis.read,
  ...laterNoted.read,
  ...lessNoted.read,
  ...nothingNoted.read,
  ...askAuthor.read,
  ...authorQuestion.read,
  ...forColleague.read,
  ...withoutTrace.read,
  ...ideaForm.read,
  ...ideaStory.read,
  ...muted.read,
  ...myIdeas.read,
  ...receipt.read,
  ...sameThing.read,
  ...thanks.read,
  ...voice.read,
  ...withdrawn.read,
  ...dateForm.read,
  ...weighForm.read,
  ...giveBack.read,
  ...myActions.read,
  ...owned.read,
  ...ownerPlan.read,
  ...ownerRequest.read,
  ...takeOrAsk.read,
  ...answerForm.read,
  ...checking.read,
  ...countForm.read,
  ...reopenForm.read,
  ...stopForm.read,
  ...testForm.read,
  ...whys.read,
  ...coordinatorsHere.read,
  ...passOn.read,
  ...passedPost.read,
  ...checkIn.read,
  ...needHelp.read,
  ...newOwner.read,
  ...quietIdea.read,
  ...finishForm.read,
  ...finished.read,
  ...spread.read,
  ...tip.read,
  ...allIdeas.read,
  ...changeForm.read,
  ...digestDoubtful.read,
  ...digest.read,
  ...draft.read,
  ...postEarly.read,
  ...board.read,
  ...numbersAcross.read,
  ...teamStatus.read,
  ...teams.read,
  ...fileConsent.read,
  ...fileOffered.read,
  ...resultsAddress.read,
  ...mySettings.read,
  ...audit.read,
  ...defaults.read,
  ...changeTeams.read,
  ...settings.read,
  ...latestChanges.read,
  ...ownKinds.read,
};

const rendererOf = <S extends Say>(message: MessageOf<S>): ((message: MessageOf<S>, words: Words) => Rendered) =>
  renderers[message.say as S];

/** Turns a message into a card or a sentence in the reader's language, or in both languages of a bilingual team. */
export const render = (message: Message, spoken: Spoken): Rendered => {
  const made = rendererOf(message)(message, wordsOf(spoken));
  const rendered = { ...made, summary: harmless(made.summary) };
  if (typeof spoken === "string") return rendered;
  return shownInBoth({ ...rendered, ...(rendered.card ? { card: withoutBar(rendered.card) } : {}) });
};

/** Verbs of older cards, each with its present name. */
const renamed: ReadonlyMap<unknown, Verb> = new Map([
  ["assign-form", "take-or-ask"],
  ["assign-owner", "ask-owner"],
]);

const verbNamed = (verb: unknown): Verb | undefined =>
  renamed.get(verb) ?? (typeof verb === "string" && Object.hasOwn(readers, verb) ? (verb as Verb) : undefined);

/** Does a button of Gnist send this verb? */
export const isVerb = (verb: unknown): boolean => verbNamed(verb) !== undefined;

/**
 * Reads a press: Teams sends the button's own data and the form's inputs in one object. Undefined for a press that fits no reader; `notRead` then says why.
 * Cards stay in chats for years, so every form that was ever sent must be readable: tests/cards/read-action-old-forms.test.ts.
 */
export const readAction = (data: unknown): Action | undefined => {
  const form = formIn(data);
  return form && readers[form.verb].safeParse(form.filled).data;
};

/** A form that was sent: its texts, what else its button sends, and what the person answered to a warning about those texts. */
export type SentTexts = {
  readonly texts: readonly SentText[];
  readonly sent: Readonly<Record<string, unknown>>;
  readonly warned?: "open" | "sure";
};

/** Reads the texts of a press that `readAction` can read; undefined where it sends none. */
export const readForm = (data: unknown): SentTexts | undefined => {
  const form = formIn(data);
  if (!form) return undefined;
  const { warned, msteams: _opens, ...filled } = form.filled;
  const texts = personalDetails.sentTexts(form.verb, filled);
  if (texts.length === 0) return undefined;
  const sent = Object.fromEntries(Object.entries(filled).filter(([key]) => texts.every(({ id }) => id !== key)));
  return { texts, sent, ...(warned === "open" || warned === "sure" ? { warned } : {}) };
};

/** The answer to a press that `readAction` cannot read. */
export const notRead = (data: unknown): MessageOf<"refusal"> => {
  if (typeof data !== "object" || data === null || !("verb" in data) || typeof data.verb !== "string")
    return { say: "refusal", why: "foreign-card" };
  const form = formIn(data);
  const issues = form ? (readers[form.verb].safeParse(form.filled).error?.issues ?? []) : [];
  const told = issues.map((issue) => (issue.code === "custom" ? issue.params?.told : undefined));
  // With another fault beside it, a shorter text would not make the form readable.
  const [first] = told.includes(undefined) ? [] : told;
  if (typeof first === "number") return { say: "refusal", why: "too-long", about: String(first) };
  return { say: "refusal", why: (first as RefusalReason | undefined) ?? "stale-form" };
};

const formIn = (data: unknown): { readonly verb: Verb; readonly filled: Readonly<Record<string, unknown>> } | undefined => {
  if (typeof data !== "object" || data === null || !("verb" in data)) return undefined;
  const verb = verbNamed(data.verb);
  if (verb === undefined) return undefined;
  const filled = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== "" && value !== null && value !== undefined));
  return { verb, filled: { ...filled, verb } };
};
