import type { ActionOf, Verb } from "../domain/action/index.ts";
import type { Command } from "../domain/commands.ts";
import type { Shown } from "../domain/idea/view.ts";
import type { TeamId } from "../domain/ids.ts";
import type { Who } from "../domain/incoming.ts";
import type { Job, JobName } from "../domain/job.ts";
import type { Language } from "../domain/language.ts";
import type { Message } from "../domain/message/index.ts";
import type { RefusalReason } from "../domain/message/refusal.ts";
import type { PersonId } from "../domain/people/person.ts";
import type { Result } from "../domain/result.ts";
import type { Team } from "../domain/teams/team.ts";
import type { Ports } from "../ports.ts";
import type { Person } from "../store/person.ts";

/** The team as an answer to the question needs it. */
export type RecentTeam = { readonly team: Team; readonly shown: Shown };

/** A person's own chat, or a channel of a team. */
export type Where = { readonly kind: "chat" } | { readonly kind: "channel"; readonly team: TeamId; readonly channelId: string };

/** A person who asks, and where. `person` is what Gnist knows of them. */
export type Scene = {
  readonly who: Who;
  readonly tenant: string;
  readonly where: Where;
  readonly person: () => Promise<Person>;
  /** They wrote or pressed within the last seconds, so that `person` asks nobody. */
  readonly isCached: () => boolean;
  /** A team and when it sees what is sent now, as they were within the last seconds. */
  readonly team: (id: TeamId) => Promise<RecentTeam | undefined>;
  /** Our knowledge of them has changed. */
  readonly forgetPerson: () => void;
  /** The words written; empty where something was pressed. */
  readonly text: string;
  /** Names the message that was written; missing where something was pressed, or Teams gives the message no id: it would be taken for any other of its chat. */
  readonly typed?: string;
  /** Names the idea that the words are, as a form's secret does (ids.ts). One for as long as it is tried to answer them: a form that comes back carries it. */
  readonly secret: () => string;
  /** The team that they chose when they were asked which one is meant. */
  readonly chosen?: TeamId;
  readonly local: boolean;
  /** Named in the configuration: may change a team's settings, and sees no answers. */
  readonly isAdmin: boolean;
  /** Everybody who is named there. */
  readonly admins: readonly PersonId[];
  /** Local mode without a configured admin: who leads a team stands in for one. */
  readonly leadsAreAdmins: boolean;
};

/** A flow's answer to a person: a message, in the person's own language or, where everybody reads it, the team's; maybe with a new one beside it (`Reply`). */
export type Answer = Message | { readonly message: Message; readonly language?: Language; readonly beside?: Message };

export type ActionFlow<V extends Verb> = (action: ActionOf<V>, scene: Scene, ports: Ports) => Promise<Answer>;
export type CommandFlow<C extends Command["command"]> = (
  command: Extract<Command, { command: C }>,
  scene: Scene,
  ports: Ports,
) => Promise<Answer>;

/** A thing asked for, or what they are told instead. */
export type Outcome<T> = Result<T, Message>;

/** How a job ends: done, or to be tried again after a while. */
export type JobEnd = undefined | { readonly laterMs: number };
export type JobFlow<J extends JobName> = (job: Extract<Job, { job: J }>, ports: Ports) => Promise<JobEnd>;

/** A reading begun before it is needed. Its fault is thrown where it is awaited; where the flow ends before that, nobody minds. */
export const startReading = <T>(reading: Promise<T>): Promise<T> => {
  reading.catch(() => undefined);
  return reading;
};

export const refuse = (why: RefusalReason, about?: string): Message => ({ say: "refusal", why, ...(about ? { about } : {}) });

/** Is the answer shown in a channel? What was written there is answered in the writer's own chat. */
export const isShownInChannel = ({ where, text }: Scene): boolean => where.kind === "channel" && text === "";

/** Says something in a new message: the card that was pressed is still needed. */
export const asNewMessage = (beside: Message, { where }: Scene): Answer => ({
  message: { say: "sent-beside", where: where.kind === "chat" ? "below" : "chat" },
  beside,
});

/** A message that everybody in the channel reads. */
export const forTeam = (team: Team, message: Message): Answer => ({ message, language: team.settings.language });

/** Jobs put before something is stored stay hidden for this long (ms), so that they find it; a write takes at most 2.2 s (azure/call-azure.ts). */
export const afterStoringMs = 3_000;
