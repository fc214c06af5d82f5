import { z } from "zod";
import { isOpen } from "../src/domain/idea.ts";
import type { IdeaView, MessageOf } from "../src/domain/message.ts";
import { cut } from "../src/domain/words.ts";
import type { Words } from "../src/language/index.ts";
import {
  aText,
  box,
  button,
  buttons,
  capital,
  card,
  type Element,
  fitting,
  harmless,
  heading,
  line,
  type Readers,
  type Renderers,
  rowsOf,
  run,
  small,
  subheading,
  teamId,
} from "./blocks.ts";
import { ideaBox, kicker, ownerRuns, titleRuns } from "./idea-lines.ts";
import { mostTeams, teamInput } from "./team-input.ts";

/** Rows with a button of their own; beyond these a row is text alone, so that a card never grows too big to send. */
const mostPressable = 10;
const lists: readonly [number, ...number[]] = [30, 20, 14, 10, 7];

const stageRuns = (idea: IdeaView, words: Words) => [
  run(words.stages[idea.stage], {
    size: "Small",
    weight: "Bolder",
    ...(idea.stage === "adopted" ? { color: "Good" as const } : {}),
  }),
  run(` · ${words.voices(idea.voices)}`, { size: "Small", isSubtle: true }),
  ...(idea.owner
    ? [
        run(
          ` · ${cut(idea.owner.name, 60)}${idea.owner.due && isOpen(idea) ? ` · ${words.by(idea.owner.due, idea.owner.otherYear)}` : ""}`,
          {
            size: "Small",
            isSubtle: true,
          },
        ),
      ]
    : []),
];

const newsText = ({ news, idea, reason }: MessageOf<"author-news">, words: Words): Element | undefined => {
  const why = reason ? words.own.reason(cut(reason, 500)) : "";
  if (news === "owned") return undefined;
  if (news === "done") return idea.result ? line(cut(idea.result, 600), { spacing: "Medium" }) : undefined;
  const { heldWhat, declinedWhat, reopenedWhat, putBackWhat, restoredWhat } = words.news;
  const what = { held: heldWhat, declined: declinedWhat, reopened: reopenedWhat, "put-back": putBackWhat, restored: restoredWhat }[news];
  return line([what, why].filter(Boolean).join(" "), { spacing: "Medium" });
};

/** Most teams that somebody is offered as buttons; of more they choose in a list. */
const mostTeamButtons = 5;

export const render: Renderers<"which-team" | "my-ideas" | "my-actions" | "idea-story" | "help" | "author-news" | "idea-withdrawn"> = {
  "which-team": ({ teams, text }, words) => ({
    summary: words.lookUp.whichTeam,
    card: fitting(mostTeams, (most) =>
      card([
        heading(words.lookUp.whichTeam, { size: "Medium" }),
        small(cut(text, 200), { spacing: "Small" }),
        ...(teams.length <= mostTeamButtons
          ? [
              buttons(
                teams.map(({ id, name }) => button(harmless(cut(name, 40)), { verb: "choose-team", team: id, text })),
                { spacing: "Medium" },
              ),
            ]
          : [
              teamInput("team", teams, most, { hint: words.form.chooseTeam }, words),
              teams.length > most ? small(words.lookUp.moreTeams, { spacing: "None" }) : undefined,
              buttons([button(words.buttons.choose, { verb: "choose-team", text }, { style: "positive" })]),
            ]),
      ]),
    ),
  }),

  "my-ideas": ({ ideas, older, later }, words) => ({
    summary: words.lookUp.myIdeas,
    card: fitting(lists, (mostListed) => {
      // Where not all of them fit, the next page begins with the first that does not.
      const behind = ideas.length > mostListed ? ideas[mostListed - 1]?.place : older;
      return card(
        [
          heading(words.lookUp.myIdeas),
          ideas.length === 0 && !later && !older ? line(words.lookUp.noIdeas, { spacing: "Small" }) : undefined,
          ...ideas
            .slice(0, mostListed)
            .map(({ team, idea, reason }) =>
              box(
                [
                  line(titleRuns(idea)),
                  line(stageRuns(idea, words), { spacing: "None" }),
                  reason ? line(words.own.reason(cut(reason, 200)), { size: "Small", spacing: "None" }) : undefined,
                  idea.result ? line(cut(idea.result, 200), { size: "Small", spacing: "None" }) : undefined,
                  isOpen(idea) || idea.stage === "held"
                    ? buttons([button(words.buttons.open, { verb: "show-receipt", team: team.id, idea: idea.id })], { spacing: "Small" })
                    : undefined,
                ],
                { separator: true, spacing: "Medium" },
              ),
            ),
        ],
        [
          later ? button(words.buttons.newest, { verb: "show-my-ideas" }) : undefined,
          behind ? button(words.buttons.older, { verb: "show-my-ideas", after: behind }) : undefined,
        ],
      );
    }),
  }),

  "my-actions": ({ actions }, words) => ({
    summary: words.lookUp.myActions,
    card: fitting(lists, (mostListed) =>
      card([
        heading(words.lookUp.myActions),
        actions.length === 0 ? line(words.lookUp.noActions, { spacing: "Small" }) : undefined,
        ...actions
          .slice(0, mostListed)
          .map(({ team, idea }, at) =>
            box(
              [
                line(titleRuns(idea)),
                line(
                  [
                    ...(idea.owner?.due
                      ? [
                          run(capital(words.by(idea.owner.due, idea.owner.otherYear)), { size: "Small", weight: "Bolder" }),
                          run(" · ", { size: "Small" }),
                        ]
                      : []),
                    run(`${words.age(idea.ageDays)} · ${cut(team.name, 60)}`, { size: "Small", isSubtle: true }),
                  ],
                  { spacing: "None" },
                ),
                idea.owner?.test
                  ? line(capital(words.firstTest(cut(idea.owner.test, 200))), { size: "Small", spacing: "None" })
                  : undefined,
                at < mostPressable
                  ? buttons([button(words.buttons.done, { verb: "finish-form", team: team.id, idea: idea.id })], { spacing: "Small" })
                  : undefined,
              ],
              { separator: true, spacing: "Medium" },
            ),
          ),
        actions.length > mostListed ? small(words.lookUp.moreIdeas(actions.length - mostListed)) : undefined,
      ]),
    ),
  }),

  "idea-story": ({ team, idea, steps, may }, words) => {
    const sent = { team: team.id, idea: idea.id };
    return {
      summary: words.lookUp.story,
      card: card([
        kicker(team, words.age(idea.ageDays)),
        ideaBox(idea, words, { owner: true }),
        idea.result ? line(cut(idea.result, 600), { spacing: "Medium" }) : undefined,
        steps.length > 0 ? subheading(words.lookUp.story, { size: "Default" }) : undefined,
        ...steps
          .slice(-12)
          .map((step) =>
            line(
              [
                run(words.stages[step.stage], { weight: "Bolder", size: "Small" }),
                run(
                  ` · ${[words.format.day(step.at, team.zone, step.otherYear), ...(step.who ? [cut(step.who, 60)] : []), ...(step.why ? [cut(step.why, 200)] : [])].join(" · ")}`,
                  { size: "Small", isSubtle: true },
                ),
              ],
              { spacing: "Small" },
            ),
          ),
        ...rowsOf(
          [
            may.join ? button(words.buttons.meToo, { verb: "add-voice", ...sent }) : undefined,
            may.take ? button(words.buttons.take, { verb: "take-idea", ...sent }) : undefined,
            may.assign ? button(words.buttons.assign, { verb: "assign-form", ...sent }, { dialog: true }) : undefined,
            may.finish ? button(words.buttons.done, { verb: "finish-form", ...sent }) : undefined,
          ],
          3,
        ),
      ]),
    };
  },

  help: ({ lead, admin, local, team }, words) => {
    const said = (all: Partial<Record<keyof Words["commands"], string>>): Element[] =>
      Object.entries(all).map(([command, what]) => {
        const phrase = words.commands[command as keyof Words["commands"]][0] ?? command;
        return line([run(phrase, { weight: "Bolder" }), run(` – ${what}`, { isSubtle: true })], { spacing: "Small" });
      });
    // For admins the same word tells of all teams.
    const { status: ofTeam, ...leadDoes } = words.lookUp.leadDoes;
    return {
      summary: words.lookUp.help,
      card: card([
        heading(words.lookUp.help),
        line(words.lookUp.helpWhat, { spacing: "Small" }),
        box(said(words.lookUp.does), { style: "emphasis", spacing: "Medium" }),
        line([run(`${words.lookUp.aboutOne} `, { isSubtle: true }), run(words.lookUp.aboutOneSay.join(" · "), { weight: "Bolder" })]),
        lead ? subheading(words.lookUp.forLeads, { size: "Default" }) : undefined,
        lead
          ? box(said({ ...leadDoes, ...(ofTeam && !admin ? { status: ofTeam } : {}) }), { style: "emphasis", spacing: "Small" })
          : undefined,
        admin ? subheading(words.lookUp.forAdmins, { size: "Default" }) : undefined,
        admin ? box(said(words.lookUp.adminDoes), { style: "emphasis", spacing: "Small" }) : undefined,
        local ? small(words.lookUp.local) : undefined,
        ...rowsOf([
          team ? button(words.buttons.writeIdea, { verb: "add-another", team: team.id }) : undefined,
          button(words.buttons.myIdeas, { verb: "show-my-ideas" }),
          button(words.buttons.myActions, { verb: "show-my-actions" }),
          lead && team ? button(words.buttons.settings, { verb: "show-settings", team: team.id }, { dialog: true }) : undefined,
        ]),
      ]),
    };
  },

  "author-news": (message, words) => {
    const { team, idea, news, reader } = message;
    const owner = news === "owned" ? ownerRuns(idea, words, true) : [];
    return {
      summary: words.news.summary,
      card: card([
        kicker(team),
        heading(words.news[news](reader), { spacing: "None", ...(news === "done" ? { color: "Good" } : {}) }),
        box([line(titleRuns(idea)), owner.length > 0 ? line(owner, { spacing: "Small" }) : undefined], {
          style: news === "done" ? "good" : "emphasis",
          spacing: "Medium",
        }),
        newsText(message, words),
      ]),
    };
  },

  "idea-withdrawn": ({ team, number, reader }, words) => ({
    summary: words.news.summary,
    card: card([
      kicker(team, ...(number === undefined ? [] : [`#${number}`])),
      heading(words.news.withdrawn(reader), { spacing: "None" }),
      line(words.news.withdrawnWhat, { spacing: "Small" }),
    ]),
  }),
};

export const read: Readers<"choose-team"> = {
  "choose-team": z.object({ verb: z.literal("choose-team"), team: teamId, text: aText(20_000) }),
};
