import { z } from "zod";
import { longestFriction, longestProposal } from "../../src/domain/idea/idea.ts";
import type { ColleagueForm } from "../../src/domain/message/ideas.ts";
import { beginning } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { button, buttons, toggle } from "../parts/buttons.ts";
import { type AdaptiveCard, box, card, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { kicker } from "../parts/idea.ts";
import { textInput } from "../parts/inputs.ts";
import { longId, secret, teamId } from "../parts/shapes.ts";
import { teamInput } from "../parts/team-input.ts";
import { heading, line, problemLine, small } from "../parts/text.ts";
import { type FormDetail, formDetails, ideaInputs, keptIdea, kindInput, writtenIdeaOf } from "./idea-form.ts";
import { mostShown, textBox } from "./receipt.ts";

/** When the team sees it. */
export const seenText = ({ team, digestAt, rests }: Pick<ColleagueForm, "team" | "digestAt" | "rests">, words: Words): string =>
  rests ? words.forColleague.rests : words.forColleague.seen(digestAt === undefined ? undefined : words.format.day(digestAt, team.zone));

const formCard = (form: ColleagueForm, words: Words, detail: FormDetail): AdaptiveCard => {
  const { team, teams = [], secret, typed, written, problem } = form;
  const [friction, proposal] = [written?.friction, written?.proposal].map((text) => text && beginning(text, detail.kept));
  const isWhole = friction === written?.friction && proposal === written?.proposal;
  const said = problem && words.form.problems[problem](words.buttons.send);
  const about = { secret, ...(typed ? { typed } : {}), ...(team.id ? { team: team.id } : {}) };
  return card(
    [
      kicker(team, words.forColleague.kicker),
      heading(words.forColleague.title, { spacing: "None" }),
      problemLine(said && (isWhole ? said : `${said} ${words.form.onlyBeginning}`)),
      teams.length > 1 ? teamInput("forTeam", teams, detail.teams, { value: team.id, expanded: teams.length <= 3 }, words) : undefined,
      teams.length > detail.teams ? small(words.forColleague.moreTeams, { spacing: "None" }) : undefined,
      textInput("friction", words.form.label, {
        longest: longestFriction,
        hint: words.form.questions.friction.placeholder,
        value: friction,
        missing: words.form.emptyAnyTime,
      }),
      buttons([toggle(words.buttons.addDetails, ["more"])], { spacing: "Small" }),
      box([textInput("proposal", words.form.proposal, { longest: longestProposal, value: proposal }), kindInput(form, words)], {
        id: "more",
        isVisible: Boolean(written?.proposal || written?.kind),
      }),
      small(`${seenText(form, words)} ${words.forColleague.noAuthor}`, { spacing: "Medium" }),
      small(words.form.noNames, { spacing: "None" }),
      form.untilExported ? small(words.form.untilExported, { spacing: "None" }) : undefined,
    ],
    [button(words.buttons.send, { verb: "send-for-colleague", ...about }, { style: "positive" })],
  );
};

export const render: Renderers<"colleague-form" | "kept-for-colleague"> = {
  "colleague-form": (form, words) => ({
    summary: words.forColleague.title,
    card: fitting(formDetails, (detail) => formCard(form, words, detail)),
  }),

  "kept-for-colleague": ({ team, written, number, held, secret, ...shown }, words) => ({
    summary: words.forColleague.kept,
    card: fitting(mostShown, (most) =>
      card(
        [
          kicker(team, words.forColleague.kicker),
          heading(words.forColleague.kept, { spacing: "None", size: "Medium", color: "Good" }),
          textBox(written, undefined, words, most),
          held ? line(words.receipt.stands(words.stages.held), { spacing: "Medium" }) : undefined,
          line(held ? words.news.heldWhat : number === undefined ? seenText({ team, ...shown }, words) : words.forColleague.shown(number), {
            spacing: "Medium",
          }),
        ],
        [secret === undefined ? undefined : button(words.buttons.withdraw, { verb: "withdraw-for-colleague", team: team.id, secret })],
      ),
    ),
  }),
};

export const read: Readers<"send-for-colleague" | "withdraw-for-colleague" | "restore-for-colleague"> = {
  "send-for-colleague": z
    .object({
      verb: z.literal("send-for-colleague"),
      secret,
      typed: longId.exactOptional(),
      team: teamId.exactOptional(),
      forTeam: teamId.exactOptional(),
      ...ideaInputs,
    })
    .transform(({ verb, secret, typed, team, forTeam = team, ...written }) => ({
      verb,
      secret,
      ...(typed ? { typed } : {}),
      ...(forTeam ? { team: forTeam } : {}),
      // Nobody's name is shown, whatever a client sends.
      written: { ...writtenIdeaOf(written), showName: false },
    })),

  "withdraw-for-colleague": z.object({ verb: z.literal("withdraw-for-colleague"), team: teamId, secret }),

  "restore-for-colleague": z.object({
    verb: z.literal("restore-for-colleague"),
    team: teamId,
    secret,
    written: keptIdea.transform((written) => ({ ...written, showName: false })),
  }),
};
