import type { ActionOf } from "../../domain/action/index.ts";
import { isZone } from "../../domain/asking/local-time.ts";
import { defaultLanguage } from "../../domain/language.ts";
import type { DefaultsEdit } from "../../domain/message/defaults.ts";
import type { MessageOf } from "../../domain/message/index.ts";
import { defaultSettings } from "../../domain/settings/default-settings.ts";
import { isQuietFit } from "../../domain/settings/quiet.ts";
import { sentSettings, sentWith } from "../../domain/settings/teams-change.ts";
import { pickSettings, type TenantSettings, tenantSettingNames } from "../../domain/settings/tenant-settings.ts";
import { webLinkIn } from "../../domain/settings/web-link.ts";
import { writtenOf } from "../../domain/settings/written-settings.ts";
import { isMonths } from "../../domain/teams/months-kept.ts";
import { isGroup } from "../../domain/teams/team.ts";
import { readTime } from "../../domain/written-time.ts";
import type { Ports } from "../../ports.ts";
import { type Defaults, putDefaults, putTenantAudit, readDefaults, readTenantAudit } from "../../store/defaults.ts";
import { type ListedTeam, readCoordinators, tenantPartition } from "../../store/tenant.ts";
import type { Answer, Scene } from "../flow.ts";
import { nameOfAdmin } from "./name-of-admin.ts";
import { zones } from "./show-settings.ts";

/** Lines of *Latest changes*. */
const mostLatest = 10;

/** The settings of a new team: those that an admin has set, on top of those with which every team starts. */
const settingsOfNew = (zone: string, { settings }: Defaults): Required<TenantSettings> => {
  const first = writtenOf(defaultSettings(zone, defaultLanguage));
  return { ...(pickSettings(first, tenantSettingNames) as Required<TenantSettings>), ...settings };
};

type ShownDefaults = Partial<Pick<MessageOf<"defaults">, "written" | "whistle" | "saved" | "problem">>;

const defaultsCard = async ({ tenant, zone }: Scene, ports: Ports, shown: ShownDefaults = {}): Promise<MessageOf<"defaults">> => {
  const { rows } = ports;
  const [{ defaults }, offices, audit] = await Promise.all([
    readDefaults(rows, tenant),
    readCoordinators(rows, tenant),
    readTenantAudit(rows, tenant, mostLatest),
  ]);
  const before = settingsOfNew(zone, defaults);
  const latest = await Promise.all(
    audit.map(async ({ who, ...one }): Promise<DefaultsEdit> => {
      const name = who && (await nameOfAdmin(rows, who));
      return { ...one, ...(name ? { name } : {}) };
    }),
  );
  return {
    say: "defaults",
    written: before,
    before,
    whistle: defaults.whistle ?? "",
    whistleBefore: defaults.whistle ?? "",
    zones: zones.includes(before.zone) ? zones : [before.zone, ...zones],
    offices: withChosen(offices, before.coordinators),
    set: sentSettings.filter((name) => defaults.settings[name] !== undefined),
    latest,
    ...shown,
  };
};

/** The coordinators to choose from, and those chosen before, which may take no ideas now. */
export const withChosen = (offices: readonly ListedTeam[], chosen: string | undefined): readonly ListedTeam[] =>
  !chosen || offices.some(({ id }) => id === chosen) ? offices : [{ id: chosen, name: "" }, ...offices];

/** `defaults`, and the button that leads back to it. */
export const showDefaults = (_what: unknown, scene: Scene, ports: Ports): Promise<Answer> => defaultsCard(scene, ports);

/** *Save*: only what the form changed is stored, on top of what is stored by then. */
export const saveDefaults = async (
  { written, before, whistle, whistleBefore }: ActionOf<"save-defaults">,
  scene: Scene,
  ports: Ports,
): Promise<Answer> => {
  const { rows, clock, chance } = ports;
  const { tenant, zone } = scene;
  const [at, nonce] = [clock.now(), chance.id()];
  const offices = await readCoordinators(rows, tenant);
  const isLinkChanged = whistle.trim() !== whistleBefore;
  const link = whistle.trim() === "" ? "" : webLinkIn(whistle);
  const changed = sentSettings.filter((name) => sentWith(name).some((one) => written[one] !== undefined && written[one] !== before[one]));
  const names = changed.flatMap(sentWith);
  for (;;) {
    const { defaults, tag } = await readDefaults(rows, tenant);
    const { whistle: linkBefore = "", ...rest } = defaults;
    const now = settingsOfNew(zone, defaults);
    const whole = { ...now, ...pickSettings(written, names) };
    const problem = isLinkChanged && link === undefined ? "bad-link" : whyUnfit(whole, now, offices, ports.clock.now());
    if (problem) return defaultsCard(scene, ports, { written: whole, whistle, problem });
    const linkAfter = isLinkChanged && link !== undefined ? link : linkBefore;
    // Stored already: by an earlier press, or by a write whose answer was lost.
    const isSame = names.every((name) => defaults.settings[name] === whole[name]) && linkAfter === linkBefore;
    if (isSame) return defaultsCard(scene, ports, { saved: changed });
    const settings = { ...defaults.settings, ...pickSettings(whole, names) };
    const stored = await rows.commit(tenantPartition(tenant), [
      putDefaults({ ...rest, settings, ...(linkAfter ? { whistle: linkAfter } : {}) }, tag),
      putTenantAudit(
        {
          at,
          who: scene.who.person,
          did: "saved",
          before: pickSettings(now, names),
          after: pickSettings(whole, names),
          ...(linkAfter === linkBefore ? {} : { link: linkAfter ? "set" : "removed" }),
        },
        nonce,
      ),
    ]);
    if (stored === "done") return defaultsCard(scene, ports, { saved: changed });
  }
};

/** Why new teams cannot start with these settings. Coordinators that take no ideas any more may stay until an admin chooses others. */
const whyUnfit = (
  written: Required<TenantSettings>,
  before: TenantSettings,
  offices: readonly ListedTeam[],
  now: number,
): "bad-settings" | "bad-quiet" | undefined => {
  // The days of a quiet period lie in the zone, so that nothing can be said of them without one.
  if (!isZone(written.zone)) return "bad-settings";
  if (written.quietForAll !== before.quietForAll && !isQuietFit(written.quietForAll, now, written.zone)) return "bad-quiet";
  const times = [written.promptTime, written.digestTime, ...(written.reminderWeekday === 0 ? [] : [written.reminderTime])];
  const { coordinators, draftHours, daysToDue, smallestGroup, monthsKept } = written;
  const takesIdeas = coordinators === "" || coordinators === before.coordinators || offices.some(({ id }) => id === coordinators);
  const inRange = draftHours >= 0 && draftHours <= 72 && daysToDue >= 1 && daysToDue <= 365;
  const isFit = inRange && isGroup(smallestGroup) && isMonths(monthsKept);
  return times.every((time) => readTime(time) === time) && takesIdeas && isFit ? undefined : "bad-settings";
};

/** The settings that the tenant gives a new team; coordinators only while they take ideas, and never the team itself. */
export const givenToNew = async (tenant: string, team: string, { rows }: Pick<Ports, "rows">): Promise<TenantSettings> => {
  const { defaults } = await readDefaults(rows, tenant);
  const { coordinators, ...others } = defaults.settings;
  if (!coordinators) return defaults.settings;
  const isThere = coordinators !== team && (await readCoordinators(rows, tenant)).some(({ id }) => id === coordinators);
  return isThere ? defaults.settings : others;
};
