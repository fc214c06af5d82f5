import { ids } from "./fixtures.ts";

/** Forms as a client sends them, for tests that change a field. */

const { team, secret } = ids;

/** An idea without its words. */
export const sentIdea = { verb: "submit-idea", team, secret, round: "2026-W48" };

/** The fields of the settings form that every team has. */
export const settingsFields = {
  language: "en",
  zone: "Europe/Oslo",
  promptWeekday: "4",
  promptTime: "13:00",
  everyWeeks: "1",
  reminderWeekday: "1",
  reminderTime: "10:00",
  digestWeekday: "2",
  digestTime: "13:00",
  draftHours: "4",
  daysToDue: "14",
  channelId: "19:x",
};

export const sentSettings = { verb: "save-settings", team, ...settingsFields, leads: ids.person(1) };
