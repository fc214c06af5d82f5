import { count, number } from "./shared.ts";

export const settings = {
  settings: {
    title: "Settings",
    nextPrompt: "Next question",
    nextDigest: "Next digest",
    none: "not planned",
    saved: "Saved.",
    testSent: "I sent you the question in our own chat.",
    problems: {
      "bad-settings": "Something does not fit. Check the days and times, then press Save again.",
      "no-lead": "The team needs at least one lead. Choose one, then press Save again.",
      "no-such-member": "Somebody you chose is not in the team, so I took them out. Look once more, then press Save again.",
      "too-many": "I can keep 1,000 people in a list at most. Take some out, then press Save again.",
    },
    promptDay: "Question: day",
    promptTime: "Question: time",
    every: "How often",
    everyWeeks: { 1: "Every week", 2: "Every other week", 4: "Every four weeks" },
    digestDay: "Digest: day",
    digestTime: "Digest: time",
    reminderDay: "Reminder: day",
    reminderTime: "Reminder: time",
    noReminder: "No reminder",
    draft: "Draft to the leads",
    draftHours: (hours: number) => (hours === 0 ? "No draft" : `${count(hours, { one: "hour", other: "hours" })} before the digest`),
    daysToDue: "Days to get something done, unless someone chooses a date",
    badDays: "Choose 1 to 365 days",
    language: "Language of the channel",
    zone: "Time zone",
    channel: "Channel of the digest",
    presentChannel: "The channel used now",
    moreChannels: "For another channel, write digest here in it.",
    peoplePage: (page: number, pages: number) => `People: page ${number(page)} of ${number(pages)}. Press Save before you turn the page.`,
    leads: "Team leads",
    notAsked: "People not asked",
    required: "Choose one",
  },
};

export type SettingsWords = typeof settings;
