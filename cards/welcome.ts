import { z } from "zod";
import type { TeamView } from "../src/domain/message.ts";
import { cut } from "../src/domain/words.ts";
import type { Words } from "../src/language/index.ts";
import { box, button, card, type Element, heading, line, longId, type Readers, type Renderers, run, small, teamId } from "./blocks.ts";
import { kicker } from "./idea-lines.ts";

/** "First question: Thursday 26 November at 13:00", the answer standing out. */
export const fact = (what: string, answer: string): Element =>
  line([run(`${what}: `, { isSubtle: true }), run(answer, { weight: "Bolder" })], { spacing: "Small" });

const noted = (text: string, team: TeamView) => ({
  summary: text,
  card: card([kicker(team), line(text, { spacing: "Small" })]),
});

const planned = (at: number | undefined, zone: string, words: Words) =>
  at === undefined ? words.settings.none : words.format.at(at, zone);

export const render: Renderers<
  "welcome-team" | "welcome-person" | "lead-claim" | "lead-wanted" | "lead-now" | "lead-not" | "large-team" | "large-agreed"
> = {
  "welcome-team": ({ team, addedBy, leads, nextPromptAt, nextDigestAt, large }, words) => ({
    summary: words.welcome.title,
    card: card(
      [
        heading(words.welcome.title),
        line(words.welcome.added(addedBy && cut(addedBy, 60), cut(team.name, 60)), { spacing: "Small" }),
        line(`${words.welcome.what} ${words.welcome.after}`, { spacing: "Small" }),
        line(words.welcome.secret, { spacing: "Medium", weight: "Bolder" }),
        box(
          [
            large ? line(words.welcome.large) : fact(words.welcome.firstPrompt, planned(nextPromptAt, team.zone, words)),
            large || nextDigestAt === undefined ? undefined : fact(words.welcome.firstDigest, words.format.at(nextDigestAt, team.zone)),
            fact(words.welcome.zone, team.zone.replaceAll("_", " ")),
            fact(words.welcome.leads, cut(leads.join(", "), 120) || words.welcome.noLead),
          ],
          { style: "emphasis", spacing: "Medium" },
        ),
      ],
      [
        button(words.buttons.leadThis, { verb: "claim-lead", team: team.id }),
        button(words.buttons.changeTimes, { verb: "show-settings", team: team.id }, { dialog: true }),
      ],
    ),
  }),

  "welcome-person": ({ team, local }, words) => ({
    summary: words.welcome.title,
    card: card(
      [
        heading(words.welcome.title),
        line(team ? words.welcome.personWhat(cut(team.name, 60)) : words.welcome.noTeam, { spacing: "Small" }),
        team ? line(words.welcome.personAnyTime, { spacing: "Small", weight: "Bolder" }) : undefined,
        small(words.welcome.help),
        local ? small(words.welcome.local, { spacing: "Small" }) : undefined,
      ],
      team ? [button(words.buttons.writeIdea, { verb: "add-another", team: team.id })] : [],
    ),
  }),

  "lead-claim": ({ team, person, name, openly }, words) => ({
    summary: words.lead.claimTitle,
    card: card(
      [
        kicker(team),
        heading(words.lead.claimTitle, { spacing: "None" }),
        line(words.lead.claim(cut(name, 60), cut(team.name, 60)), { spacing: "Small" }),
        openly ? line(words.lead.claimOpenly, { spacing: "Small" }) : undefined,
        small(words.lead.what),
      ],
      [
        button(words.buttons.leadYes, { verb: "confirm-lead", team: team.id, person }, { style: "positive" }),
        openly ? undefined : button(words.buttons.leadNo, { verb: "refuse-lead", team: team.id, person }),
      ],
    ),
  }),

  "lead-wanted": ({ team, owns }, words) => ({
    summary: words.lead.claimTitle,
    card: card(
      [
        kicker(team),
        heading(words.lead.claimTitle, { spacing: "None" }),
        line((owns ? words.lead.wantedOwner : words.lead.wanted)(cut(team.name, 60)), { spacing: "Small" }),
        small(words.lead.what),
      ],
      [button(words.buttons.leadThis, { verb: "claim-lead", team: team.id })],
    ),
  }),

  "lead-now": ({ team, name, already }, words) => {
    const say = already ? words.lead.already : words.lead.now;
    return noted(say(cut(name, 60), cut(team.name, 60)), team);
  },

  "lead-not": ({ team, name }, words) => noted(words.lead.not(cut(name, 60), cut(team.name, 60)), team),

  "large-team": ({ team, size, nextPromptAt }, words) => ({
    summary: words.lead.largeTitle(size),
    card: card(
      [
        kicker(team),
        heading(words.lead.largeTitle(size), { spacing: "None" }),
        line(words.lead.large(cut(team.name, 60), words.format.at(nextPromptAt, team.zone)), { spacing: "Small" }),
      ],
      [
        button(words.buttons.askEverybody, { verb: "agree-large-team", team: team.id }, { style: "positive" }),
        button(words.buttons.changeTimes, { verb: "show-settings", team: team.id }),
      ],
    ),
  }),

  "large-agreed": ({ team, nextPromptAt }, words) =>
    noted(words.lead.largeAgreed(cut(team.name, 60), words.format.at(nextPromptAt, team.zone)), team),
};

export const read: Readers<"claim-lead" | "confirm-lead" | "refuse-lead" | "agree-large-team"> = {
  "claim-lead": z.object({ verb: z.literal("claim-lead"), team: teamId }),
  "confirm-lead": z.object({ verb: z.literal("confirm-lead"), team: teamId, person: longId }),
  "refuse-lead": z.object({ verb: z.literal("refuse-lead"), team: teamId, person: longId }),
  "agree-large-team": z.object({ verb: z.literal("agree-large-team"), team: teamId }),
};
