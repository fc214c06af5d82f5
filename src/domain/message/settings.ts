import type { NamedPeople, WrittenSettings } from "../action/settings.ts";
import type { Choice, TeamView } from "../idea/view.ts";

export type SettingsMessage = {
  readonly say: "settings";
  /** It is shown in a channel of the team, not in somebody's own chat. */
  readonly inChannel: boolean;
  readonly team: TeamView;
  readonly written: WrittenSettings;
  /** The page of the people that it names. */
  readonly page: number;
  /** Whom the form showed as chosen before it came back. */
  readonly before?: NamedPeople;
  readonly channels: readonly Choice[];
  readonly members: readonly Choice[];
  readonly zones: readonly string[];
  readonly nextPromptAt?: number;
  readonly nextDigestAt?: number;
  readonly saved: boolean;
  readonly problem?: "bad-settings" | "no-lead" | "no-such-member" | "too-many";
  /** A test has been sent. */
  readonly testSent?: boolean;
};
