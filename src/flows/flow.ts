import type { ActionOf, Verb } from "../domain/action/index.ts";
import type { Command } from "../domain/commands.ts";
import type { Shown } from "../domain/idea/view.ts";
import type { TeamId } from "../domain/ids.ts";
import type { OwnMembers, Who } from "../domain/incoming.ts";
import type { Job, JobName } from "../domain/job.ts";
import type { Spoken } from "../domain/language.ts";
import type { Message } from "../domain/message/index.ts";
import type { RefusalReason } from "../domain/message/refusal.ts";
import type { PersonId } from "../domain/people/person.ts";
import type { Result } from "../domain/result.ts";
import { spokenIn, type Team } from "../domain/teams/team.ts";
import type { Ports } from "../ports.ts";
import type { Person } from "../store/person.ts";

/** A team, and when it sees an idea that is sent now. */
export type RecentTeam = { readonly team: Team; readonly shown: Shown };

/**
 * A person's own chat, or a channel of a team; `channelId` is missing where a card stands for the channel and names none that the team has. `elsewhere`: a dialog
 * on a message anywhere in Teams (`Place`).
 */
export type Where =
  | { readonly kind: "chat" }
  | { readonly kind: "elsewhere"; readonly near?: TeamId }
  | { readonly kind: "channel"; readonly team: TeamId; readonly channelId?: string; readonly ownMembers?: OwnMembers };

/** Person and place behind an activity. `person` reads everything that Gnist knows about them. */
export type Scene = {
  readonly who: Who;
  readonly tenant: string;
  readonly where: Where;
  readonly person: () => Promise<Person>;
  /** The person wrote or pressed within the last 10 s, so that `person` reads nothing from the store. */
  readonly isCached: () => boolean;
  /** Reads a team, and when it sees what is sent now; at most 10 s old. */
  readonly team: (id: TeamId) => Promise<RecentTeam | undefined>;
  /** Drops the person from the cache, because a change of theirs was stored. */
  readonly forgetPerson: () => void;
  /** The words written; empty where something was pressed. */
  readonly text: string;
  /**
   * Name of the written message. Missing where a button was pressed, and where Teams gives the message no id: without one, it would be taken for any other
   * message of its chat.
   */
  readonly typed?: string;
  /**
   * Secret that names the idea in the words, as a form's does (ids.ts). All tries to answer one activity use one secret, and a form that comes back carries it.
   */
  readonly secret: () => string;
  /** The team that the person chose when Gnist asked which one they meant. */
  readonly chosen?: TeamId;
  readonly local: boolean;
  /** The address under which people reach Gnist's pages, without a slash at its end; missing where the configuration has none. */
  readonly url?: string;
  /** The time zone of new teams, where no admin has set another. */
  readonly zone: string;
  /** The configuration names the person as an admin, who may change a team's settings and sees no answers. */
  readonly isAdmin: boolean;
  /** Every person whom the configuration names. */
  readonly admins: readonly PersonId[];
  /** Local mode without a configured admin: a person who leads a team stands in for one. */
  readonly leadsAreAdmins: boolean;
};

/**
 * A flow's answer to a person: a message, in the person's own language or, where everybody reads it, in the team's. `beside` is a second message, posted as a
 * new one (`Reply`).
 */
export type Answer = Message | { readonly message: Message; readonly language?: Spoken; readonly beside?: Message };

export type ActionFlow<V extends Verb> = (action: ActionOf<V>, scene: Scene, ports: Ports) => Promise<Answer>;
export type CommandFlow<C extends Command["command"]> = (
  command: Extract<Command, { command: C }>,
  scene: Scene,
  ports: Ports,
) => Promise<Answer>;

/** A value, or the message that the person gets instead. */
export type Outcome<T> = Result<T, Message>;

/** The end of a job: done, or to be tried again after a while. */
export type JobEnd = undefined | { readonly laterMs: number };
export type JobFlow<J extends JobName> = (job: Extract<Job, { job: J }>, ports: Ports) => Promise<JobEnd>;

/** Starts a read early. If the flow returns before it awaits the read, a rejection is ignored instead of ending the process. */
export const startReading = <T>(reading: Promise<T>): Promise<T> => {
  reading.catch(() => undefined);
  return reading;
};

export const refuse = (why: RefusalReason, about?: string): Message => ({ say: "refusal", why, ...(about ? { about } : {}) });

/** Is the answer shown in a channel? Words written there are answered in the writer's own chat. */
export const isShownInChannel = ({ where, text }: Scene): boolean => where.kind === "channel" && text === "";

/** Answers in a new message, because the card that was pressed is still needed. A dialog on somebody's message has no place for one, and shows it itself. */
export const asNewMessage = (beside: Message, { where }: Scene): Answer =>
  where.kind === "elsewhere" ? beside : { message: { say: "sent-beside", where: where.kind === "chat" ? "below" : "chat" }, beside };

/** A message that everybody in the channel reads, in the team's language or languages. */
export const forTeam = (team: Team, message: Message): Answer => ({ message, language: spokenIn(team) });

/** Delay (ms) of jobs that are put before their change is stored, so that they find it; a write takes at most 2.2 s (azure/call-azure.ts). */
export const afterStoringMs = 3_000;
