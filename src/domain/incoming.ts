import type { Address } from "./address.ts";
import type { TeamId } from "./ids.ts";
import type { Language } from "./language.ts";
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

/** Somebody whom an event names, by the ids that it gives. */
export type Named = Pick<Who, "teamsId" | "entraId">;

/** Where it happened: a person's own chat, or a channel of a team (`address` is then the thread that was written in or pressed in). */
export type Place =
  | { readonly kind: "chat"; readonly address: Address }
  | {
      readonly kind: "channel";
      readonly address: Address;
      readonly team: TeamId;
      readonly teamsTeamId: string;
      readonly channelId: string;
      readonly teamName?: string;
    };

export type ChannelPlace = Extract<Place, { kind: "channel" }>;

/** Everything that comes in from Teams. */
export type Incoming =
  /** A button, pressed; `data` is not yet believed. */
  | { readonly happened: "pressed"; readonly who: Who; readonly place: Place; readonly data: unknown }
  /** A message to the bot, mentions of the bot removed. `activity` is Teams' own id of it, which stays when Teams delivers it again. */
  | { readonly happened: "wrote"; readonly who: Who; readonly place: Place; readonly text: string; readonly activity: string }
  /** Gnist was added to a team; `place.channelId` is the channel chosen at install. */
  | { readonly happened: "added-to-team"; readonly who: Who; readonly place: ChannelPlace }
  | { readonly happened: "removed-from-team"; readonly place: ChannelPlace }
  /**
   * Somebody joined or left, or the team or one of its channels was renamed, made or deleted, or one channel took Gnist in or put it out: the roster and the
   * names are read again. `left` are people of the team, where the event says that they have left it.
   */
  | { readonly happened: "team-changed"; readonly place: ChannelPlace; readonly left?: readonly Named[] }
  /** Nobody can write in the team any more, until it is restored; its people stay. */
  | { readonly happened: "team-archived"; readonly place: ChannelPlace }
  | { readonly happened: "team-unarchived"; readonly place: ChannelPlace }
  /** The team had been deleted, and is there again, with Gnist in it. */
  | { readonly happened: "team-restored"; readonly place: ChannelPlace }
  /** Gnist was added to, or taken away from, somebody's own chat. */
  | { readonly happened: "added-to-person"; readonly who: Who; readonly place: Place }
  | { readonly happened: "removed-from-person"; readonly who: Who; readonly place: Place };

/**
 * The answer to the person who did it, in their language. `beside`: what they asked for comes as a new message in their own chat, and the card that they pressed
 * stays as it is; `message` is then the sentence that says so.
 */
export type Reply = { readonly message: Message; readonly language: Language; readonly beside?: Message };
