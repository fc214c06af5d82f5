import { z } from "zod";
import type { SettingsOnForm, WrittenSettings } from "../../src/domain/action/settings.ts";
import type { MessageOf } from "../../src/domain/message/index.ts";
import { longestFocus } from "../../src/domain/teams/team.ts";
import type { Words } from "../../src/language/index.ts";
import type { Element } from "../parts/card.ts";
import { onOffInput, textInput } from "../parts/inputs.ts";
import { aLineIfAny, onOff } from "../parts/shapes.ts";

export const rotatesInput = ({ rotates }: Pick<WrittenSettings, "rotates">, { settings: own }: Words): Element =>
  onOffInput("rotates", own.rotates, own.rotation, false, rotates);

/** The questions of the rounds, and the team's focus. */
export const questionsInput = ({ written }: MessageOf<"settings">, words: Words): Element[] => {
  const own = words.settings;
  const focus = (id: "focusNow" | "focusGoal") => textInput(id, own[id], { longest: longestFocus, oneLine: true, value: written[id] });
  return [rotatesInput(written, words), focus("focusNow"), focus("focusGoal")];
};

export const aboutQuestions = {
  /** Cards of an earlier version have no such inputs. */
  inputs: {
    rotates: onOff,
    focusNow: aLineIfAny(longestFocus),
    focusGoal: aLineIfAny(longestFocus),
  },
  before: { rotates: z.boolean().exactOptional(), focusNow: z.string().exactOptional(), focusGoal: z.string().exactOptional() },
  /** Adds the lines that a lead has emptied: Teams leaves an empty input out, and the form tells that it had one. */
  emptied: (written: SettingsOnForm, before: SettingsOnForm | undefined): SettingsOnForm =>
    before && "focusNow" in before ? { ...written, focusNow: written.focusNow ?? "", focusGoal: written.focusGoal ?? "" } : written,
};
