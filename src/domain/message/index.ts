import type { AskingMessage } from "./asking.ts";
import type { CycleMessage } from "./cycle.ts";
import type { DefaultsMessage } from "./defaults.ts";
import type { DigestMessage } from "./digest.ts";
import type { IdeasMessage } from "./ideas.ts";
import type { OverviewMessage } from "./overview.ts";
import type { OwningMessage } from "./owning.ts";
import type { PeopleMessage } from "./people.ts";
import type { RecordsMessage } from "./records.ts";
import type { RefusalMessage } from "./refusal.ts";
import type { ReviewMessage } from "./review.ts";
import type { SettingsMessage } from "./settings.ts";
import type { SpreadMessage } from "./spread.ts";
import type { TeamsMessage } from "./teams.ts";

export type Message =
  | TeamsMessage
  | PeopleMessage
  | IdeasMessage
  | AskingMessage
  | DigestMessage
  | OwningMessage
  | CycleMessage
  | SpreadMessage
  | ReviewMessage
  | OverviewMessage
  | RecordsMessage
  | SettingsMessage
  | DefaultsMessage
  | RefusalMessage;

export type Say = Message["say"];
export type MessageOf<S extends Say> = Extract<Message, { say: S }>;
