import { z } from "zod";
import { longestReason } from "../src/domain/idea.ts";
import type { RefusalReason } from "../src/domain/message.ts";
import { cut } from "../src/domain/words.ts";
import type { Words } from "../src/language/index.ts";
import {
  aText,
  box,
  button,
  buttons,
  card,
  choice,
  dateInput,
  digestId,
  fitting,
  heading,
  line,
  longId,
  problemLine,
  type Readers,
  type Renderers,
  small,
  teamId,
  textInput,
  toggle,
} from "./blocks.ts";
import { ideaBox, kicker } from "./idea-lines.ts";
import { mostListed, peopleInput } from "./people.ts";

const problemOf = (problem: RefusalReason | undefined, words: Words) => problemLine(problem && words.refusals[problem]());

const testInput = (words: Words, value?: string) =>
  textInput("test", words.own.test, { longest: longestReason, hint: words.own.testHint, value });

export const render: Renderers<
  | "assign-form"
  | "owner-asked"
  | "owner-request"
  | "owner-plan"
  | "owned"
  | "declined"
  | "finish-form"
  | "finished"
  | "reopened"
  | "owner-left"
  | "owner-refused"
> = {
  "assign-form": ({ team, idea, digest, members, due, problem, inChannel }, words) => {
    const sent = { team: team.id, idea: idea.id, ...(digest ? { digest } : {}) };
    return {
      summary: words.own.assignTitle,
      card: fitting(mostListed, (most) =>
        card(
          [
            kicker(team),
            heading(words.own.assignTitle, { spacing: "None" }),
            ideaBox(idea, words),
            problemOf(problem, words),
            ...peopleInput(
              "person",
              words.own.who,
              { others: members, most },
              { search: inChannel ? "channel" : "organisation", hint: words.own.chooseWho, missing: words.own.chooseWho },
              words,
            ),
            dateInput("due", words.own.due, due, words.own.badDate),
            small(words.own.assignWhat),
          ],
          [
            button(words.buttons.assign, { verb: "assign-owner", ...sent }, { style: "positive" }),
            digest ? button(words.buttons.back, { verb: "show-digest", team: team.id, digest }, { inputs: "none" }) : undefined,
          ],
        ),
      ),
    };
  },

  "owner-asked": ({ team, idea, name, notReached }, words) => {
    const said = (notReached ? words.own.notReached : words.own.asked)(cut(name, 60));
    return { summary: said, card: card([kicker(team), line(said, { spacing: "Small", weight: "Bolder" }), ideaBox(idea, words)]) };
  },

  // *Not me* swaps the first view for the reason, so that one small form is seen at a time.
  "owner-request": ({ team, idea, askedBy, due, problem }, words) => {
    const refuses = problem === "reason-needed";
    const sent = { team: team.id, idea: idea.id };
    return {
      summary: words.own.request,
      card: card([
        kicker(team),
        heading(words.own.request, { spacing: "None" }),
        line([...(askedBy ? [words.own.askedBy(cut(askedBy, 60))] : []), words.own.free].join(" "), { spacing: "Small" }),
        ideaBox(idea, words),
        problemOf(problem, words),
        box(
          [
            dateInput("due", words.own.due, due),
            testInput(words),
            buttons([
              button(words.buttons.take, { verb: "accept-idea", ...sent }, { style: "positive" }),
              toggle(words.buttons.notMe, ["yes", "no"]),
            ]),
          ],
          { id: "yes", isVisible: !refuses },
        ),
        box(
          [
            textInput("reason", words.own.why, { longest: longestReason, hint: words.own.whyHint }),
            buttons([button(words.buttons.notMe, { verb: "decline-idea", ...sent }), toggle(words.buttons.back, ["yes", "no"])]),
          ],
          { id: "no", isVisible: refuses },
        ),
      ]),
    };
  },

  "owner-plan": ({ team, idea, due, test, problem }, words) => ({
    summary: words.own.plan,
    card: card(
      [
        kicker(team),
        heading(words.own.plan, { spacing: "None" }),
        ideaBox(idea, words),
        problemOf(problem, words),
        line(words.own.planWhat),
        dateInput("due", words.own.due, due, words.own.badDate),
        testInput(words, test),
      ],
      [button(words.buttons.save, { verb: "plan-idea", team: team.id, idea: idea.id }, { style: "positive" })],
    ),
  }),

  owned: ({ team, idea }, words) => ({
    summary: words.own.owned,
    card: card(
      [
        kicker(team),
        heading(words.own.owned, { spacing: "None", color: "Good" }),
        ideaBox(idea, words, { owner: true }),
        line(words.own.ownedWhat, { spacing: "Medium" }),
      ],
      [
        button(words.buttons.done, { verb: "finish-form", team: team.id, idea: idea.id }),
        button(words.buttons.myActions, { verb: "show-my-actions" }),
      ],
    ),
  }),

  declined: ({ team, idea, how }, words) => {
    const said = how === "owned" ? words.own.gaveBack : words.own.declined;
    return {
      summary: said,
      card: card([kicker(team), line(said, { spacing: "Small", weight: "Bolder" }), line(cut(idea.title, 140), { isSubtle: true })]),
    };
  },

  "finish-form": ({ team, idea, problem }, words) => ({
    summary: words.own.finishTitle,
    card: card(
      [
        kicker(team),
        heading(words.own.finishTitle, { spacing: "None" }),
        ideaBox(idea, words),
        problemOf(problem, words),
        textInput("result", words.own.result, {
          longest: longestReason,
          hint: words.own.resultHint,
          missing: words.refusals["result-needed"](),
        }),
        small(words.own.finishWhat),
      ],
      [
        button(words.buttons.save, { verb: "finish-idea", team: team.id, idea: idea.id }, { style: "positive" }),
        button(words.buttons.back, { verb: "show-my-actions" }, { inputs: "none" }),
      ],
    ),
  }),

  finished: ({ team, idea }, words) => ({
    summary: words.own.finished,
    card: card(
      [
        kicker(team),
        heading(words.own.finished, { spacing: "None", color: "Good" }),
        box(
          [line(cut(idea.title, 140), { weight: "Bolder" }), idea.result ? line(cut(idea.result, 600), { spacing: "Small" }) : undefined],
          {
            style: "good",
            spacing: "Medium",
          },
        ),
        line(words.own.finishedWhat, { spacing: "Medium" }),
      ],
      [
        button(words.buttons.undo, { verb: "reopen-idea", team: team.id, idea: idea.id }),
        button(words.buttons.myActions, { verb: "show-my-actions" }),
      ],
    ),
  }),

  reopened: ({ team, idea }, words) => ({
    summary: words.own.reopened,
    card: card(
      [kicker(team), heading(words.own.reopened, { spacing: "None", size: "Medium" }), ideaBox(idea, words, { owner: true })],
      [
        button(words.buttons.done, { verb: "finish-form", team: team.id, idea: idea.id }),
        button(words.buttons.myActions, { verb: "show-my-actions" }),
      ],
    ),
  }),

  "owner-left": ({ team, idea }, words) => ({
    summary: words.news.summary,
    card: card(
      [
        kicker(team),
        heading(words.own.left, { spacing: "None", size: "Medium" }),
        line(words.own.leftWhat, { spacing: "Small" }),
        ideaBox(idea, words),
      ],
      [
        button(words.buttons.assign, { verb: "assign-form", team: team.id, idea: idea.id }),
        button(words.buttons.take, { verb: "take-idea", team: team.id, idea: idea.id }),
      ],
    ),
  }),

  "owner-refused": ({ team, idea, name, reason }, words) => ({
    summary: words.news.summary,
    card: card(
      [
        kicker(team),
        line(words.own.refused(cut(name, 60)), { spacing: "None", size: "Large", weight: "Bolder" }),
        line(words.own.reason(cut(reason, 500)), { spacing: "Small" }),
        ideaBox(idea, words),
        small(words.own.refusedWhat),
      ],
      [
        button(words.buttons.assign, { verb: "assign-form", team: team.id, idea: idea.id }),
        button(words.buttons.take, { verb: "take-idea", team: team.id, idea: idea.id }),
      ],
    ),
  }),
};

const one = { team: teamId, idea: longId };

const placeInMine = z.string().regex(/^\d{13}\|[\w-]{22}$/);

export const read: Readers<
  | "assign-form"
  | "assign-owner"
  | "accept-idea"
  | "decline-idea"
  | "plan-idea"
  | "finish-form"
  | "finish-idea"
  | "reopen-idea"
  | "show-my-actions"
  | "show-my-ideas"
> = {
  "assign-form": z.object({ verb: z.literal("assign-form"), ...one, digest: digestId.exactOptional() }),
  "assign-owner": z.object({ verb: z.literal("assign-owner"), ...one, digest: digestId.exactOptional(), person: choice, due: choice }),
  "accept-idea": z.object({ verb: z.literal("accept-idea"), ...one, due: choice, test: aText(longestReason) }),
  "decline-idea": z.object({ verb: z.literal("decline-idea"), ...one, reason: aText(longestReason) }),
  "plan-idea": z.object({ verb: z.literal("plan-idea"), ...one, due: choice, test: aText(longestReason) }),
  "finish-form": z.object({ verb: z.literal("finish-form"), ...one }),
  "finish-idea": z.object({ verb: z.literal("finish-idea"), ...one, result: aText(longestReason) }),
  "reopen-idea": z.object({ verb: z.literal("reopen-idea"), ...one }),
  "show-my-actions": z.object({ verb: z.literal("show-my-actions") }),
  "show-my-ideas": z.object({ verb: z.literal("show-my-ideas"), after: placeInMine.exactOptional() }),
};
