import type { Language } from "../language.ts";
import type { Settings } from "../teams/team.ts";

/** The settings a team starts with: nothing must be configured before the first round. */
export const defaultSettings = (zone: string, language: Language): Settings => ({
  zone,
  language,
  prompt: { weekday: 4, time: "13:00" },
  everyWeeks: 1,
  reminder: { weekday: 1, time: "10:00" },
  digest: { weekday: 2, time: "13:00" },
  draftHours: 4,
  notAsked: [],
  daysToDue: 14,
});
