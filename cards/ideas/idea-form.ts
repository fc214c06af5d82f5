import { z } from "zod";
import type { WrittenIdea } from "../../src/domain/action/ideas.ts";
import { keptQuestion, questions } from "../../src/domain/asking/question.ts";
import { type Cost, costs, type Kind, kinds, longestFriction, longestKind, longestProposal } from "../../src/domain/idea/idea.ts";
import { languages } from "../../src/domain/language.ts";
import type { IdeaForm, WhereItStands } from "../../src/domain/message/ideas.ts";
import { longestFocus } from "../../src/domain/teams/team.ts";
import { beginning, cut, normalise } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { button, buttons, rowsOf, type Sent, toggle } from "../parts/buttons.ts";
import { type AdaptiveCard, box, card, type Element, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { kicker } from "../parts/idea.ts";
import { choiceInput, textInput, toggleInput } from "../parts/inputs.ts";
import { kindName, teamName } from "../parts/names.ts";
import { aText, instant, longId, round, secret, teamId, wholeNumber } from "../parts/shapes.ts";
import { teamInput } from "../parts/team-input.ts";
import { heading, line, problemLine, run, small } from "../parts/text.ts";

/** Whether the form is the weekly question, its reminder, its repetition or its test. */
const isQuestion = ({ why }: IdeaForm) => why === "prompt" || why === "reminder" || why === "again" || why === "test";

/** The words of the question that the form asks. */
const askedIn = ({ question = "friction" }: IdeaForm, words: Words) => words.form.questions[question];

export const headingOf = (form: IdeaForm, words: Words): string => {
  const { round, another, anyTime } = askedIn(form, words);
  if (isQuestion(form)) return round;
  if (form.why === "another") return another;
  if (form.why === "edit") return words.form.edit;
  if (form.why === "message") return words.form.saveAsFriction;
  return form.why === "offer" ? words.form.offer : anyTime;
};

/** The team's focus, in the words of its lead: where it is, and where it wants to be. */
const focusLines = ({ focus = {} }: IdeaForm, words: Words): readonly (Element | undefined)[] => {
  const told = (what: string, text: string | undefined) =>
    text ? small([run(`${what}: `, quietly), run(cut(text, longestFocus), { size: "Small" })], { spacing: "None" }) : undefined;
  return [told(words.form.focusNow, focus.now), told(words.form.focusGoal, focus.goal)];
};

const quietly = { size: "Small", isSubtle: true } as const;

const introOf = ({ why, first, team, written }: IdeaForm, when: string | undefined, words: Words): string | undefined => {
  if (why === "message") return written?.friction ? words.form.colleaguesWords : undefined;
  if (why === "reminder") return words.form.reminder;
  if (why === "again") return words.form.again;
  if (why === "test") return words.form.test;
  return first ? words.form.first(first.addedBy && cut(first.addedBy, 60), teamName(team, words), when) : undefined;
};

/** An edit of a text without a trace: its secret stands in place of the idea. */
const isOfSecret = ({ why, idea, secret: key }: IdeaForm): boolean => why === "edit" && idea === undefined && key !== undefined;

const sendButton = (form: IdeaForm, words: Words) => {
  const { why, team, cardTeam, round, question, checkIn, secret = "", typed } = form;
  if (isOfSecret(form)) return { title: words.buttons.save, sent: { verb: "save-without-trace", team: team.id, secret } } as const;
  if (why === "edit") return { title: words.buttons.save, sent: { verb: "save-idea", team: team.id, idea: form.idea ?? "" } } as const;
  const title = why === "offer" ? words.buttons.save : words.buttons.send;
  // The team is known here only where the text was written in a channel. A message's words come back without one where the store could not be read.
  if (why === "typed" || (why === "message" && !team.id))
    return { title, sent: { verb: "write-again", secret, ...(typed ? { typed } : {}), ...(team.id ? { team: team.id } : {}) } } as const;
  const asked = { ...(round ? { round } : {}), ...keptQuestion(question) };
  const about = { team: team.id, ...(cardTeam ? { cardTeam } : {}), ...asked, ...(checkIn ? { checkIn } : {}) };
  return { title, sent: { verb: "submit-idea", ...about, secret, language: words.language } } as const;
};

/** A button with which Teams neither validates nor sends the form's inputs. */
const quiet = (title: string, sent: Sent, mode?: "secondary") => button(title, sent, { ...(mode ? { mode } : {}), inputs: "none" });

/** *Pause* and *Who sees this*: visible in a person's first prompt, later behind the three dots. */
const pauseAndWho = ({ team, secret }: IdeaForm, words: Words, mode?: "secondary") => [
  quiet(words.buttons.pause, { verb: "pause", ...(secret ? { team: team.id, secret } : {}) }, mode),
  quiet(words.buttons.whoSees, { verb: "who-sees-this" }, mode),
];

/** The buttons beside *Send*. */
const otherButtons = (form: IdeaForm, words: Words) => {
  const { why, team, round, checkIn, first, mayWait, secret = "" } = form;
  if (isOfSecret(form)) return [quiet(words.buttons.back, { verb: "follow-without-trace", team: team.id, secret })];
  if (why === "edit") return [quiet(words.buttons.back, { verb: "show-receipt", team: team.id, idea: form.idea ?? "" })];
  if (why === "offer") return [quiet(words.buttons.noThanks, { verb: "drop-offer", team: team.id, secret })];
  if (!isQuestion(form)) return [];
  // A text without a trace may have been sent from this card: then its receipt stays.
  const beside = { ...(checkIn ? { checkIn } : {}), ...(secret ? { secret } : {}) };
  return [
    quiet(words.buttons.nothing, { verb: "answer-nothing", team: team.id, ...(round ? { round } : {}), ...beside }),
    mayWait && round ? quiet(words.buttons.tomorrow, { verb: "ask-later", team: team.id, round, ...beside }, "secondary") : undefined,
    ...(first ? [] : pauseAndWho(form, words, "secondary")),
  ];
};

/** The offer to ask a person less often. Its buttons change nothing about the question below them. */
const offerLines = ({ lessOften }: IdeaForm, words: Words): readonly Element[] =>
  lessOften === undefined
    ? []
    : [
        line(words.less.offer, { spacing: "Small" }),
        ...rowsOf(
          [
            ...lessOften.choices.map((every) => quiet(words.less.every[every], { verb: "ask-less", every })),
            quiet(words.less.asNow, { verb: "ask-less", every: lessOften.now }),
          ],
          { spacing: "Small" },
        ),
      ];

/** Detail of a form: characters of each text it brings back, and teams it offers. `mayBeEmpty`: other buttons of its card send its inputs too. */
export type FormDetail = { readonly kept: number; readonly teams: number; readonly mayBeEmpty?: true };
export const formDetails: readonly [FormDetail, ...FormDetail[]] = [
  { kept: 3 * longestFriction, teams: 100 },
  { kept: longestFriction, teams: 100 },
  { kept: longestFriction, teams: 30 },
  { kept: longestFriction, teams: 10 },
];

/** The choice of a kind. One that was chosen stays on the form, also where its team has given it up. */
export const kindInput = ({ kinds: own = kinds, written }: Pick<IdeaForm, "kinds" | "written">, words: Words) => {
  const offered: readonly Kind[] = [...new Set([...own, ...(written?.kind ? [written.kind] : [])])];
  const named = offered.map((kind) => ({ id: kind, name: kindName(kind, words) }));
  return choiceInput("kind", words.form.kind, named, { hint: words.form.skip, value: written?.kind });
};

/** *Show my name* and *Without a trace*. Where all texts are without a trace, nobody can show their name. */
const nameInputs = (form: IdeaForm, words: Words): readonly Element[] => {
  const { written = {}, trace, problem } = form;
  if (isOfSecret(form) || trace?.isAlways) return [];
  // A form that comes back where the team could not be read keeps the tick: the text would else be sent with its author.
  const isOffered = trace !== undefined || (written.withoutTrace && problem !== "no-trace");
  return [
    toggleInput("showName", words.form.showName, written.showName ?? false),
    ...(isOffered ? [toggleInput("withoutTrace", words.form.withoutTrace, written.withoutTrace ?? false)] : []),
    ...(trace ? [small(words.form.traceWhat(trace.smallestGroup), { spacing: "None" })] : []),
  ];
};

/** Where an idea stands that is held back, is part of another one, or stands in a digest. */
export const standsText = ({ stage, number, post }: WhereItStands, words: Words): string => {
  if (stage === "held") return words.news.heldWhat;
  return stage === "merged" ? words.same.mergedYours : words.receipt.shown(number, post);
};

/** When the team sees what is sent, and whether with the name. */
const seenLines = (form: IdeaForm, when: string | undefined, words: Words): readonly (Element | undefined)[] => {
  const { written = {}, rests, trace, stands } = form;
  if (stands) return [small(standsText(stands, words), { spacing: "Medium" })];
  if (trace?.isAlways) return [small(words.form.traceAlways(trace.smallestGroup), { spacing: "Medium" })];
  if (isOfSecret(form)) return [];
  return [
    when === undefined ? undefined : small(words.form.seen(when, written.showName ?? false), { spacing: "Medium" }),
    rests ? small(words.form.rests(written.showName ?? false), { spacing: "Medium" }) : undefined,
  ];
};

/** The form at one detail level. */
export const formCard = (form: IdeaForm, words: Words, detail: FormDetail): AdaptiveCard => {
  const { team, written = {} } = form;
  const asks = isQuestion(form);
  const asksWhatWorks = form.question === "success";
  const title = headingOf(form, words);
  const others = form.teams && form.teams.length > 1 ? form.teams : undefined;
  // A weekday is clear in the weekly question, which people read within the week; other forms need the date.
  const { weekday, day } = words.format;
  const { digestAt } = form;
  const when = digestAt === undefined ? undefined : asks ? weekday(digestAt, team.zone) : day(digestAt, team.zone);
  // A text that waits for those of others may be seen on a later day.
  const waits = form.trace?.isAlways === true;
  const intro = introOf(form, waits ? undefined : when, words);
  const isSaid = form.first !== undefined && !waits;
  const more = Boolean(written.proposal || written.cost || written.kind || written.showName || written.withoutTrace);
  const send = sendButton(form, words);
  const problem = form.problem && words.form.problems[form.problem](send.title);
  const seen = seenLines(form, when, words);
  const [friction, proposal] = [written.friction, written.proposal].map((text) => text && beginning(text, detail.kept));
  const isWhole = friction === written.friction && proposal === written.proposal;
  return card(
    [
      kicker(team, ...(form.round && asks ? [words.week(form.round)] : [])),
      ...focusLines(form, words),
      heading(title, { spacing: form.focus ? "Small" : "None" }),
      intro ? line(intro, { spacing: "Small" }) : undefined,
      form.first ? buttons(pauseAndWho(form, words), { spacing: "Small" }) : undefined,
      ...offerLines(form, words),
      problemLine(problem && (isWhole ? problem : `${problem} ${words.form.onlyBeginning}`)),
      others ? teamInput("forTeam", others, detail.teams, { value: team.id, expanded: others.length <= 3 }, words) : undefined,
      others && others.length > detail.teams ? small(words.form.moreTeams, { spacing: "None" }) : undefined,
      textInput("friction", words.form.label, {
        longest: longestFriction,
        hint: askedIn(form, words).placeholder,
        value: friction,
        ...(detail.mayBeEmpty ? {} : { missing: asks ? words.form.empty : words.form.emptyAnyTime }),
      }),
      buttons([toggle(words.buttons.addDetails, ["more"])], { spacing: "Small" }),
      box(
        [
          textInput("proposal", asksWhatWorks ? words.form.moreOfIt : words.form.proposal, { longest: longestProposal, value: proposal }),
          // A success costs nobody time.
          asksWhatWorks
            ? undefined
            : choiceInput(
                "cost",
                words.form.cost,
                costs.map((cost) => ({ id: String(cost), name: words.costs[cost] })),
                { hint: words.form.skip, value: written.cost && String(written.cost) },
              ),
          kindInput(form, words),
          ...nameInputs(form, words),
          // The first prompt's intro already says when the team sees the idea; under the details this line adds whether with the name.
          ...(isSaid ? seen : []),
        ],
        { id: "more", isVisible: more },
      ),
      ...(isSaid ? [] : seen),
      form.first ? undefined : small(words.form.noNames, { spacing: "None" }),
      form.untilExported ? small(words.form.untilExported, { spacing: form.first ? "Medium" : "None" }) : undefined,
    ],
    [button(send.title, send.sent, { style: "positive" }), ...otherButtons(form, words)],
  );
};

const renderForm = (form: IdeaForm, words: Words) => ({
  summary: headingOf(form, words),
  card: fitting(formDetails, (detail) => formCard(form, words, detail)),
});

const aCost = wholeNumber.transform((cost) => costs.find((one) => one === cost));
const aLanguage = z.enum(languages).optional().catch(undefined);
export const aQuestion = z.enum(questions).optional().catch(undefined);
/** The team's own kinds are checked where its row is read (flows/ideas/idea-form.ts). */
const aKind = z.string().max(longestKind).optional().catch(undefined);
/** An unreadable tick counts as none, so that the person's words are kept. */
const yes = z.union([z.boolean(), z.string().transform((text) => text.toLowerCase() === "true")]).catch(false);

/** Longest text that is read, in characters. It exceeds the form's limit, so that a too long text can be shown again for shortening. */
const mostRead = 20_000;

export const ideaInputs = {
  friction: aText(mostRead, longestFriction),
  proposal: aText(mostRead, longestProposal),
  cost: aCost,
  kind: aKind,
  showName: yes,
  withoutTrace: yes,
};

type Inputs = {
  readonly friction: string;
  readonly proposal?: string | undefined;
  readonly cost?: Cost | undefined;
  readonly kind?: WrittenIdea["kind"] | undefined;
  readonly showName: boolean;
  readonly withoutTrace: boolean;
};

/** Without a trace nobody's name is shown, whatever else is ticked. */
export const writtenIdeaOf = ({ friction, proposal, cost, kind, showName, withoutTrace }: Inputs): WrittenIdea => ({
  friction,
  showName: showName && !withoutTrace,
  ...(withoutTrace ? { withoutTrace } : {}),
  ...(proposal ? { proposal } : {}),
  ...(cost ? { cost } : {}),
  ...(kind ? { kind } : {}),
});

/** A whole idea inside a button's data. */
export const keptIdea = z.object(ideaInputs).transform(writtenIdeaOf);

export const where = { team: teamId, round: round.exactOptional(), checkIn: instant.exactOptional() };

export const render: Renderers<"idea-form"> = { "idea-form": renderForm };

const cardTeam = teamId.optional();

export const read: Readers<"submit-idea" | "save-idea" | "write-again" | "save-as-friction" | "drop-offer"> = {
  "submit-idea": z
    .object({
      verb: z.literal("submit-idea"),
      ...where,
      cardTeam,
      secret,
      question: aQuestion,
      language: aLanguage,
      forTeam: teamId.optional(),
      ...ideaInputs,
    })
    .transform(({ verb, team, cardTeam: asking, secret, round, question, checkIn, language, forTeam, ...written }) => {
      const cardTeam = asking ?? (forTeam ? team : undefined);
      return {
        verb,
        team: forTeam ?? team,
        ...(cardTeam ? { cardTeam } : {}),
        secret,
        ...(round ? { round } : {}),
        ...keptQuestion(question),
        ...(checkIn === undefined ? {} : { checkIn }),
        ...(language ? { language } : {}),
        written: writtenIdeaOf(written),
      };
    }),

  "write-again": z
    .object({ verb: z.literal("write-again"), secret, typed: longId.exactOptional(), team: teamId.exactOptional(), ...ideaInputs })
    .transform(({ verb, secret, typed, team, ...written }) => ({
      verb,
      secret,
      ...(typed ? { typed } : {}),
      ...(team ? { team } : {}),
      written: writtenIdeaOf(written),
    })),

  // A message in Teams may be longer than any idea: the form says so, and keeps its beginning.
  "save-as-friction": z.object({
    verb: z.literal("save-as-friction"),
    text: z
      .string()
      .default("")
      .transform((text) => beginning(normalise(text), mostRead)),
  }),

  "drop-offer": z.object({ verb: z.literal("drop-offer"), team: teamId, secret }),

  "save-idea": z
    .object({ verb: z.literal("save-idea"), team: teamId, idea: longId, ...ideaInputs })
    .transform(({ verb, team, idea, ...written }) => ({ verb, team, idea, written: writtenIdeaOf(written) })),
};
