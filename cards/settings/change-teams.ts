import { z } from "zod";
import type { MessageOf } from "../../src/domain/message/index.ts";
import { settingsIn } from "../../src/domain/settings/teams-change.ts";
import { isTenantSetting } from "../../src/domain/settings/tenant-settings.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { button, buttons, rowsOf } from "../parts/buttons.ts";
import { box, card, type Element, type Readers, type Renderers } from "../parts/card.ts";
import { choiceInput, textInput } from "../parts/inputs.ts";
import { aLine, longId, pageUpTo, teamId } from "../parts/shapes.ts";
import { fact, goodLine, heading, line, problemLine, small } from "../parts/text.ts";
import { givenLines, withTime } from "./defaults.ts";
import { settingWithValue, valuesOf } from "./values.ts";

const longestName = 60;
/** Longest part of a name that is searched for. */
const longestFind = 120;

/** The settings of a change, each as "Question: day → Wednesday". */
const changesTo = ({ given, offices }: Pick<MessageOf<"change-preview">, "given" | "offices">, words: Words) => {
  const told = valuesOf({ channels: [], offices }, words);
  return settingsIn(given).flatMap((setting) => {
    const found = settingWithValue(setting, given, told);
    return found ? [{ id: setting, name: words.changeTeams.to(found[0], withTime(setting, found[1], given, words)) }] : [];
  });
};

export const render: Renderers<"change-teams-form" | "choose-teams" | "change-preview" | "change-running" | "change-ended"> = {
  "change-teams-form": (message, words) => {
    const own = words.changeTeams;
    const make = (title: string, all: boolean) => button(title, { verb: "make-change", all });
    return {
      summary: own.title,
      card: card([
        heading(own.title),
        line(own.what, { spacing: "Small" }),
        problemLine(message.problem && own.noneChosen),
        choiceInput("settings", own.settings, changesTo(message, words), {
          expanded: true,
          isMulti: true,
          value: message.chosen.join(","),
          missing: own.noneChosen,
        }),
        ...rowsOf([
          make(words.defaultsButtons.allTeams, true),
          make(words.defaultsButtons.chooseTeams, false),
          button(words.buttons.back, { verb: "show-defaults" }, { inputs: "none" }),
        ]),
      ]),
    };
  },

  "choose-teams": ({ change, find, teams, picked, count, page, pages, problem }, words) => {
    const own = words.changeTeams;
    const shown = teams.map(({ id }) => id);
    const turn = (title: string, to: number) => button(title, { verb: "choose-teams", change, found: find, page: to, shown });
    return {
      summary: own.title,
      card: card(
        [
          small(pages > 1 ? words.digest.page(page + 1, pages) : own.title),
          heading(words.defaultsButtons.chooseTeams, { spacing: "None" }),
          problemLine(problem && own.noTeamChosen),
          line(own.chosen(count), { spacing: "Small" }),
          pages > 1 || find !== "" ? textInput("find", own.find, { longest: longestFind, oneLine: true, value: find }) : undefined,
          pages > 1 || find !== "" ? buttons([turn(words.defaultsButtons.search, 0)], { spacing: "Small" }) : undefined,
          teams.length === 0
            ? line(own.noneFound)
            : choiceInput(
                "picked",
                own.teams,
                teams.map(({ id, name }) => ({ id, name: cut(name, longestName) || own.aTeam })),
                { expanded: true, isMulti: true, value: picked.join(",") },
              ),
          pages > 1
            ? buttons([
                page > 0 ? turn(words.buttons.newer, page - 1) : undefined,
                page < pages - 1 ? turn(words.buttons.older, page + 1) : undefined,
              ])
            : undefined,
        ],
        [button(words.defaultsButtons.preview, { verb: "preview-change", change, shown }, { style: "positive" })],
      ),
    };
  },

  "change-preview": (message, words) => {
    const { change, given, offices, teams, isAll, counts, changes, problem } = message;
    const own = words.changeTeams;
    const told = valuesOf({ channels: [], offices }, words);
    const isMoved = settingsIn(given).some((setting) => ["promptWeekday", "promptTime", "everyWeeks", "zone"].includes(setting));
    const rows = counts.flatMap(({ setting, changes: change, hasIt, cannot }): Element[] => {
      const found = settingWithValue(setting, given, told);
      if (!found) return [];
      const how = [own.change(change), own.haveIt(hasIt), ...(cannot > 0 ? [own.cannot(cannot)] : [])].join(", ");
      return [fact(own.to(found[0], withTime(setting, found[1], given, words)), how)];
    });
    return {
      summary: own.preview,
      card: card(
        [
          small(isAll ? own.all(teams) : own.some(teams)),
          heading(own.preview, { spacing: "None" }),
          problemLine(problem && own.underWay),
          box(rows, { style: "emphasis", spacing: "Medium" }),
          changes === 0 ? line(own.nothing) : isMoved ? line(own.notTwice) : undefined,
        ],
        [
          changes > 0 ? button(words.defaultsButtons.start(changes), { verb: "start-change", change }, { style: "positive" }) : undefined,
          button(words.buttons.back, { verb: "show-defaults" }),
        ],
      ),
    };
  },

  "change-running": (message, words) => {
    const { change, isBack, teams, tally } = message;
    const own = words.changeTeams;
    const title = isBack ? own.runningBack : own.running;
    return {
      summary: title,
      card: card(
        [
          heading(title),
          line(`${own.seen(tally.seen, teams)} ${own.tells}`, { spacing: "Small" }),
          box(givenLines(message, words), { style: "emphasis", spacing: "Medium" }),
        ],
        [button(words.defaultsButtons.howFar, { verb: "show-change", change })],
      ),
    };
  },

  "change-ended": (message, words) => {
    const { change, isBack, tally, problem } = message;
    const own = words.changeTeams;
    const title = (isBack ? own.endedBack : own.ended)(tally.changed);
    const names = tally.names.map((name) => cut(name, longestName) || own.aTeam);
    const more = tally.refused - names.length;
    return {
      summary: title,
      card: card(
        [
          goodLine(title),
          problemLine(problem && own.underWay),
          box(givenLines(message, words), { style: "emphasis", spacing: "Medium" }),
          tally.refused > 0 ? line((isBack ? own.refusedBack : own.refused)(tally.refused)) : undefined,
          tally.refused > 0
            ? line([...names, ...(more > 0 ? [words.andMore(more)] : [])].join(" · "), { spacing: "Small", isSubtle: true })
            : undefined,
          isBack ? undefined : small(own.keepsDefaults),
        ],
        [
          !isBack && tally.changed > 0 ? button(words.buttons.undo, { verb: "undo-change", change }) : undefined,
          button(words.defaults.title, { verb: "show-defaults" }),
        ],
      ),
    };
  },
};

/** Ids or names that a choice of several sends: a list with commas, or nothing. */
const several = z
  .union([z.string().transform((list) => list.split(",")), z.array(z.string())])
  .default([])
  .transform((all) => [...new Set(all.map((one) => one.trim()))].filter((one) => one !== ""));
const settings = several.transform((names) => names.filter(isTenantSetting));
const teams = several.transform((ids) => ids.filter((id) => teamId.safeParse(id).success));
const change = longId;

export const read: Readers<
  "change-teams-form" | "make-change" | "choose-teams" | "preview-change" | "start-change" | "show-change" | "undo-change"
> = {
  "change-teams-form": z.object({ verb: z.literal("change-teams-form"), settings }),
  "make-change": z.object({ verb: z.literal("make-change"), settings, all: z.boolean() }),
  "choose-teams": z.object({
    verb: z.literal("choose-teams"),
    change,
    find: aLine(longestFind),
    found: z.string().default(""),
    page: pageUpTo(1_000),
    shown: teams,
    picked: teams,
  }),
  "preview-change": z.object({
    verb: z.literal("preview-change"),
    change,
    find: aLine(longestFind),
    shown: teams,
    picked: teams,
  }),
  "start-change": z.object({ verb: z.literal("start-change"), change }),
  "show-change": z.object({ verb: z.literal("show-change"), change }),
  "undo-change": z.object({ verb: z.literal("undo-change"), change }),
};
