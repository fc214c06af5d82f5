import { z } from "zod";
import { type Kind, longestFriction } from "../../src/domain/idea/idea.ts";
import { everyWords, type Words } from "../../src/language/index.ts";
import { button, buttons } from "../parts/buttons.ts";
import { card, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { kicker } from "../parts/idea.ts";
import { choiceInput, textInput } from "../parts/inputs.ts";
import { kindName, personName } from "../parts/names.ts";
import { mostListed, peopleInput } from "../parts/people-input.ts";
import { aText, choice, teamId } from "../parts/shapes.ts";
import { fact, goodLine, heading, problemLine, small, subheading } from "../parts/text.ts";

/** The choice of nobody: a choice needs an id. */
const nobody = "nobody";

const linesOf = (kinds: readonly Kind[], words: Words): string => kinds.map((kind) => kindName(kind, words)).join("\n");

export const render: Renderers<"kinds"> = {
  kinds: ({ inChannel, team, kinds, owners, members, saved, written, problem }, words) => {
    const own = words.ownKinds;
    return {
      summary: own.title,
      card: fitting(mostListed, (most) =>
        card([
          kicker(team),
          heading(own.title, { spacing: "None" }),
          saved ? goodLine(words.settings.saved) : undefined,
          problemLine(problem && own.problems[problem]),
          textInput("kinds", own.label, { longest: longestFriction, value: linesOf(written ?? kinds, words) }),
          small(own.what, { spacing: "None" }),
          buttons([
            button(words.buttons.save, { verb: "save-kinds", team: team.id, before: kinds }, { style: "positive" }),
            button(words.buttons.back, { verb: "show-settings", team: team.id, group: "what" }, { inputs: "none" }),
          ]),
          subheading(own.owners, { separator: true }),
          ...owners.map(({ kind, name }) => fact(kindName(kind, words), personName(name, words))),
          choiceInput(
            "kind",
            words.form.kind,
            kinds.map((kind) => ({ id: kind, name: kindName(kind, words) })),
            { hint: words.settings.required },
          ),
          ...peopleInput(
            "person",
            own.person,
            { chosen: [{ id: nobody, name: words.dash }], others: members, most },
            { search: inChannel ? "channel" : "organisation", hint: words.own.chooseWho },
            words,
          ),
          small(own.ownersWhat, { spacing: "None" }),
          buttons([button(own.propose, { verb: "set-kind-owner", team: team.id })]),
        ]),
      ),
    };
  },
};

/** The kind that a line means: a known one, in whatever language it is written, or one of the team's own. */
const kindOf = (written: string): Kind => {
  const isIt = (name: string) => name.toLowerCase() === written.toLowerCase();
  const known = everyWords.flatMap(({ kinds }) => Object.entries(kinds)).find(([, name]) => isIt(name));
  return known?.[0] ?? written;
};

const typedKinds = aText(longestFriction).transform((text) => {
  const lines = text.split("\n").map((one) => one.trim());
  return [...new Set(lines.filter((one) => one !== "").map(kindOf))].join("\n");
});

export const read: Readers<"show-kinds" | "save-kinds" | "set-kind-owner"> = {
  "show-kinds": z.object({ verb: z.literal("show-kinds"), team: teamId }),

  "save-kinds": z
    .object({ verb: z.literal("save-kinds"), team: teamId, kinds: typedKinds, before: z.array(z.string()) })
    .transform(({ kinds, ...sent }) => ({ ...sent, written: kinds })),

  "set-kind-owner": z
    .object({
      verb: z.literal("set-kind-owner"),
      team: teamId,
      kind: choice,
      person: choice.transform((person) => (person === nobody ? "" : person)),
      kinds: typedKinds,
    })
    .transform(({ kinds, ...sent }) => ({ ...sent, ...(kinds ? { written: kinds } : {}) })),
};
