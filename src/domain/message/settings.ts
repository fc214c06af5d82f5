import type { WrittenSettings } from "../action/settings.ts";
import type { Choice, TeamView } from "../idea/view.ts";
import type { OneSettings } from "../settings/merge-settings.ts";

export type SettingsMessage = {
  readonly say: "settings";
  /** It is shown in a channel of the team, not in somebody's own chat. */
  readonly inChannel: boolean;
  readonly team: TeamView;
  readonly written: WrittenSettings;
  /** The settings as they are stored, so that a save can tell what the form changed. */
  readonly before: WrittenSettings;
  /** Settings that somebody else has chosen meanwhile, where this form says otherwise; or that stood on an old form, where something else is stored. */
  readonly others?: Partial<OneSettings>;
  /** The page of the people that it names. */
  readonly page: number;
  readonly channels: readonly Choice[];
  readonly members: readonly Choice[];
  readonly zones: readonly string[];
  readonly nextPromptAt?: number;
  readonly nextDigestAt?: number;
  readonly saved: boolean;
  readonly problem?: "bad-settings" | "no-lead" | "no-such-member" | "too-many" | "old-form";
  /** A test has been sent. */
  readonly testSent?: boolean;
};
