import type { MessageOf } from "../../../src/domain/message/index.ts";
import type { SettingsMessage } from "../../../src/domain/message/settings.ts";
import type { ChangedSetting, SettingValue } from "../../../src/domain/settings/changes.ts";
import { tenantSettingNames } from "../../../src/domain/settings/tenant-settings.ts";
import { due, type Full, instant, type LargestOf, longId, many, type Parts } from "./parts.ts";

const mostChannels = 1_000;

export const settings = ({
  channel,
  kindsOf20,
  members,
  name,
  people,
  settings,
  team,
  teams,
  zone,
}: Parts): LargestOf<SettingsMessage["say"]> => {
  const { leads: _leads, notAsked: _notAsked, ...oneSetting } = settings;
  const oneSettings = Object.entries({ ...oneSetting, substitute: people[0] ?? "", kindOwners: people[0] ?? "" }) as [
    Exclude<ChangedSetting, "leads" | "notAsked" | "kinds">,
    SettingValue,
  ][];
  const settingsForm: Full<MessageOf<"settings">> = {
    say: "settings",
    group: "when",
    inChannel: true,
    page: 1,
    before: settings,
    others: settings,
    team,
    written: settings,
    channels: many(mostChannels, (at) => ({ id: `19:${String(at).padStart(64, "a")}@thread.tacv2`, name: channel })),
    members,
    offices: teams,
    zones: many(40, (at) => `America/Argentina/Comodoro_${at}`),
    nextPromptAt: instant,
    nextDigestAt: instant,
    leastGroup: 100,
    saved: true,
    standIn: {
      lead: longId("person", 9999),
      now: { person: people[1] ?? "", until: due },
      before: { person: people[1] ?? "", until: due },
    },
    mostMonths: 119,
    fromTenant: tenantSettingNames,
    changed: [
      ...oneSettings.map(([setting, value]) => ({ setting, from: value, to: value, about: kindsOf20[0] ?? "", until: due })),
      ...(["leads", "notAsked", "kinds"] as const).map((setting) => {
        const named = setting === "kinds" ? kindsOf20 : people.slice(0, 100);
        return { setting, added: named, removed: named, more: 1_800 };
      }),
    ],
    problem: "bad-settings",
    testSent: true,
  };
  const { group: _group, ...firstView } = settingsForm;
  return {
    kinds: [
      {
        say: "kinds",
        inChannel: true,
        team,
        kinds: kindsOf20,
        owners: kindsOf20.map((kind) => ({ kind, name })),
        members,
        saved: true,
        written: kindsOf20,
        problem: "too-many-kinds",
      },
    ],
    "my-settings": [
      {
        say: "my-settings",
        written: { askDay: 3, askTime: "13:37", workingDays: [1, 2, 3, 4, 5, 6], askEvery: 4, news: false },
        before: { askDay: 3, askTime: "13:37", workingDays: [1, 2, 3, 4, 5, 6], askEvery: 4, news: false },
        next: { at: instant, zone },
        pause: { until: instant, otherYear: true, zone },
        saved: "news",
        problem: "day-off",
      },
    ],
    settings: [
      settingsForm,
      firstView,
      ...(["where", "who", "what"] as const).map((group) => ({ ...settingsForm, group })),
      // Nothing is saved, and a hundred people were added to either list, or more than it may hold.
      ...[120, 1_100].map((last) => ({
        ...settingsForm,
        group: "who" as const,
        saved: false,
        before: { ...settings, leads: people.slice(0, 20), notAsked: people.slice(0, 20) },
        written: { ...settings, leads: people.slice(0, last), notAsked: people.slice(0, last) },
      })),
    ],
    "settings-changes": [
      {
        say: "settings-changes",
        team,
        edits: many(10, () => ({
          at: instant,
          otherYear: true as const,
          name,
          role: "substitute" as const,
          changes: settingsForm.changed,
        })),
        named: [...members, ...settingsForm.channels, ...teams].map(({ id, name }) => ({ id, name })),
      },
    ],
  };
};
