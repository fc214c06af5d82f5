import type { CommandName } from "../../src/domain/commands.ts";
import { button, buttons, rowsOf } from "../parts/buttons.ts";
import { box, card, type Element, type Renderers } from "../parts/card.ts";
import { heading, line, run, small, subheading } from "../parts/text.ts";
import { pausedLine } from "./pause.ts";

export const render: Renderers<"help"> = {
  help: ({ lead, admin, local, team, pause }, words) => {
    const said = (all: Partial<Record<CommandName, string>>): Element[] =>
      Object.entries(all).map(([command, what]) => {
        const [phrase] = words.commands[command as CommandName];
        return line([run(phrase, { weight: "Bolder" }), run(` – ${what}`, { isSubtle: true })], { spacing: "Small" });
      });
    // An admin's *status* is about all teams, so it is listed under the admin's commands.
    const { status: ofTeam, ...leadDoes } = words.help.leadDoes;
    // A lead's *export* is about their team, and leads on to that of all teams.
    const { export: ofAll, ...adminDoes } = words.help.adminDoes;
    return {
      summary: words.help.title,
      card: card([
        heading(words.help.title),
        line(words.help.what, { spacing: "Small" }),
        pause
          ? box([line(pausedLine(pause, words)), buttons([button(words.buttons.resume, { verb: "resume" })], { spacing: "Small" })], {
              style: "warning",
              spacing: "Medium",
            })
          : undefined,
        box(said(words.help.does), { style: "emphasis", spacing: "Medium" }),
        line([run(`${words.help.aboutOne} `, { isSubtle: true }), run(words.help.aboutOneSay.join(" · "), { weight: "Bolder" })]),
        lead ? subheading(words.help.forLeads, { size: "Default" }) : undefined,
        lead
          ? box(said({ ...leadDoes, ...(ofTeam && !admin ? { status: ofTeam } : {}) }), { style: "emphasis", spacing: "Small" })
          : undefined,
        admin ? subheading(words.help.forAdmins, { size: "Default" }) : undefined,
        admin
          ? box(said({ ...adminDoes, ...(ofAll && !lead ? { export: ofAll } : {}) }), { style: "emphasis", spacing: "Small" })
          : undefined,
        local ? small(words.help.local) : undefined,
        ...rowsOf([
          team ? button(words.buttons.writeIdea, { verb: "add-another", team: team.id }) : undefined,
          button(words.buttons.myIdeas, { verb: "show-my-ideas" }),
          button(words.buttons.myActions, { verb: "show-my-actions" }),
          lead && team ? button(words.buttons.settings, { verb: "show-settings", team: team.id }, { dialog: true }) : undefined,
        ]),
      ]),
    };
  },
};
