import type { Address } from "./address.ts";
import type { TeamId } from "./ids.ts";
import type { Language, Spoken } from "./language.ts";
import type { Message } from "./message/index.ts";
import type { PersonId } from "./people/person.ts";

/** A person who did something, as Teams says. */
export type Who = {
  readonly person: PersonId;
  readonly teamsId: string;
  readonly entraId?: string;
  /** Empty where Teams does not say. */
  readonly name: string;
  /** The language their Teams uses, where Gnist speaks it. */
  readonly language?: Language;
};

/** A person whom an event names, by the ids that it gives. */
export type Named = Pick<Who, "teamsId" | "entraId">;

/**
 * The place of an activity: a person's own chat, or a channel of a team (`address` is then the thread of the message or of the pressed card).
 * `elsewhere`: a dialog that was opened on a message anywhere in Teams, where Gnist may not be and posts nothing; its address names no conversation. `near`: the
 * team whose channel has the message.
 */
export type Place =
  | { readonly kind: "chat"; readonly address: Address }
  | { readonly kind: "elsewhere"; readonly address: Address; readonly near?: TeamId }
  | {
      readonly kind: "channel";
      readonly address: Address;
      readonly team: TeamId;
      readonly teamsTeamId: string;
      readonly channelId: string;
      readonly teamName?: string;
      /** The channel has members of its own. Those of a `private` one are members of the team; a `shared` one has people of other teams and tenants too. */
      readonly ownMembers?: OwnMembers;
    };

export type OwnMembers = "private" | "shared";

export type ChannelPlace = Extract<Place, { kind: "channel" }>;

/** Everything that comes in from Teams. */
export type Incoming =
  /** A pressed button; `data` is not validated yet. */
  | { readonly happened: "pressed"; readonly who: Who; readonly place: Place; readonly data: unknown }
  /** A message to the bot, without mentions of the bot. `activity`: Teams' own id of the message, which stays when Teams delivers it again. */
  | { readonly happened: "wrote"; readonly who: Who; readonly place: Place; readonly text: string; readonly activity: string }
  /** Gnist was added to a team; `place.channelId` is the channel chosen at install. */
  | { readonly happened: "added-to-team"; readonly who: Who; readonly place: ChannelPlace }
  | { readonly happened: "removed-from-team"; readonly place: ChannelPlace }
  /**
   * A person joined or left, or the team or one of its channels was renamed, made or deleted, or one channel added or removed Gnist: Gnist reads the roster and
   * the names again. `left`: people who have left the team, where the event says so.
   */
  | { readonly happened: "team-changed"; readonly place: ChannelPlace; readonly left?: readonly Named[] }
  /** Nobody can write in the team any more, until it is restored; its people stay. */
  | { readonly happened: "team-archived"; readonly place: ChannelPlace }
  | { readonly happened: "team-unarchived"; readonly place: ChannelPlace }
  /** The team had been deleted, and is there again, with Gnist in it. */
  | { readonly happened: "team-restored"; readonly place: ChannelPlace }
  /** Gnist was added to a person's own chat, or removed from it. */
  | { readonly happened: "added-to-person"; readonly who: Who; readonly place: Place }
  | { readonly happened: "removed-from-person"; readonly who: Who; readonly place: Place };

/**
 * The answer to the person who wrote or pressed, in their language. `beside`: a new message in the person's own chat, while the pressed card stays as it is;
 * `message` is then the sentence that says so.
 */
export type Reply = {
  readonly message: Message;
  readonly language: Spoken;
  readonly beside?: Message;
  /** Called when one of the two stands where people go on reading it. Missing where neither shows an idea. Returns at once. */
  readonly sent?: (sent: SentAnswer) => void;
};

/** An answer that Teams has. `channel`: the conversation where everybody reads it; missing in the person's own chat. */
export type SentAnswer = { readonly message: Message; readonly messageId: string; readonly channel?: string };
