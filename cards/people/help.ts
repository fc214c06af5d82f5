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
    // For admins the same word tells of all teams.
    const { status: ofTeam, ...leadDoes } = words.lookUp.leadDoes;
    return {
      summary: words.lookUp.help,
      card: card([
        heading(words.lookUp.help),
        line(words.lookUp.helpWhat, { spacing: "Small" }),
        pause
          ? box([line(pausedLine(pause, words)), buttons([button(words.buttons.resume, { verb: "resume" })], { spacing: "Small" })], {
              style: "warning",
              spacing: "Medium",
            })
          : undefined,
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
};
