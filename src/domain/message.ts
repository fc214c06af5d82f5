import type { NamedPeople, WrittenIdea, WrittenSettings } from "./action.ts";
import type { RoundId } from "./cadence.ts";
import type { IdeaId, Kind, Stage } from "./idea.ts";
import type { DueName, NewsKind } from "./job.ts";
import type { Language } from "./language.ts";
import type { PersonId } from "./person.ts";
import type { SetAside, TeamLine, TeamStatus, TenantStatus, TenantStop } from "./status.ts";
import type { TeamId } from "./team.ts";
import type { NoDay } from "./written-time.ts";

/** A choice in a list: what is sent back, and what people see (shown as it is, so never a sentence of ours). */
export type Choice = { readonly id: string; readonly name: string };

/** Instants are ms UTC, shown in `zone`; dates are local, `YYYY-MM-DD`. */
export type TeamView = { readonly id: TeamId; readonly name: string; readonly zone: string };

/** An idea as the team may see it: never its author, unless they chose to show their name. */
export type IdeaView = {
  readonly id: IdeaId;
  readonly number?: number;
  readonly title: string;
  readonly proposal?: string;
  readonly kind?: Kind;
  readonly voices: number;
  readonly stage: Stage;
  readonly ageDays: number;
  /** Only where the author ticked *Show my name*. */
  readonly authorName?: string;
  /** `otherYear`: the due date lies in another year than today. */
  readonly owner?: { readonly name: string; readonly due?: string; readonly otherYear?: boolean; readonly test?: string };
  /** Somebody has been asked to own it and has not answered; no name. */
  readonly ownerAsked: boolean;
  readonly result?: string;
};

export type DigestView = {
  readonly team: TeamView;
  /** The digest's own key. */
  readonly id: string;
  readonly week: RoundId;
  /** People asked and answered in the rounds this digest closes; missing where nobody was asked. */
  readonly turnout?: { readonly asked: number; readonly answered: number };
  /** New ideas in all, and how many ended since the last digest. */
  readonly freshCount: number;
  readonly finishedCount: number;
  /** The (at most three) new ideas with most voices. */
  readonly top: readonly IdeaView[];
  /** The other new ideas, by kind, kinds in the order of `kinds`. */
  readonly alsoNew: readonly { readonly kind: Kind; readonly ideas: readonly IdeaView[] }[];
  /** How many new ideas there was no room for. */
  readonly moreNew: number;
  /** Ideas of earlier digests that are still open, those with an owner first, the soonest due first. */
  readonly open: readonly IdeaView[];
  readonly moreOpen: number;
  readonly finished: readonly IdeaView[];
  readonly nextPromptAt?: number;
};

/** When the team sees an idea: with its next digest; or, where the team `rests` because it is archived, once it is restored. */
export type Shown = { readonly digestAt?: number; readonly rests?: true };

/** A page of the ideas that the next digest will show, the most backed first. */
type DraftIdeas = { readonly ideas: readonly Choice[]; readonly page: number; readonly pages: number };

/** The form an idea is written on: the weekly prompt, its reminder, a form asked for, an offer to save what was typed, or an edit. */
export type IdeaForm = Shown & {
  readonly say: "idea-form";
  readonly why: "prompt" | "reminder" | "again" | "asked-for" | "another" | "offer" | "edit" | "test";
  readonly team: TeamView;
  /** Other teams the person is in, where they may choose. */
  readonly teams?: readonly Choice[];
  /** 128 random bits that stand on this card and nowhere else (ids.ts). An edit has the idea instead. */
  readonly secret?: string;
  readonly round?: RoundId;
  /** The idea that is being edited. */
  readonly idea?: IdeaId;
  /** The first prompt a person ever gets says who added Gnist. */
  readonly first?: { readonly addedBy?: string };
  readonly written?: Partial<WrittenIdea>;
  /** Why the form is back, its text kept. */
  readonly problem?: "empty" | "too-long" | "not-saved" | "not-storable";
};

/** Why somebody hears of an idea: they wrote it, own it, were asked to own it, or added a voice. */
export type NewsReader = "author" | "owner" | "asked" | "voice";

/** Why a person's wish cannot be met; an answer, never an error. */
export type RefusalReason =
  | "not-in-team"
  | "not-a-lead"
  | "not-an-admin"
  | "not-the-owner"
  | "request-over"
  | "not-your-idea"
  | "not-asked"
  | "no-team"
  | "no-such-idea"
  | "no-such-member"
  | "several-members"
  | "already-owned"
  | "already-asked"
  | "needs-owner"
  | "idea-closed"
  | "reason-needed"
  | "title-needed"
  | "result-needed"
  | NoDay
  | "bad-pause"
  | "bad-settings"
  | "stale-form"
  | "foreign-card"
  | "too-long"
  | "unknown-command"
  | "not-saved"
  | "not-storable"
  | "unreadable"
  | "chat-only"
  | "channel-only"
  | "nothing-to-post"
  | "no-digest"
  | "team-archived"
  | "team-removed";

export type Message =
  // Added to a team
  | {
      readonly say: "welcome-team";
      readonly team: TeamView;
      readonly addedBy?: string;
      readonly leads: readonly string[];
      readonly nextPromptAt?: number;
      readonly nextDigestAt?: number;
      /** More members than the clock asks without a lead's OK. */
      readonly large: boolean;
    }
  | { readonly say: "welcome-person"; readonly team?: TeamView; readonly local: boolean }
  /** `openly`: in the channel, where two members confirm it. */
  | { readonly say: "lead-claim"; readonly team: TeamView; readonly person: PersonId; readonly name: string; readonly openly?: boolean }
  /** The last lead has left. `owns`: to somebody who owns an idea, in their own chat. */
  | { readonly say: "lead-wanted"; readonly team: TeamView; readonly owns: boolean }
  | { readonly say: "large-team"; readonly team: TeamView; readonly size: number; readonly nextPromptAt: number }
  // Asking and answering
  | IdeaForm
  | (Shown & {
      readonly say: "receipt";
      readonly team: TeamView;
      readonly idea: IdeaId;
      readonly number?: number;
      readonly written: WrittenIdea;
      readonly stage: Stage;
      /** It is in a digest already. `isFixed`: in one that Gnist cannot change. */
      readonly shown: boolean;
      readonly isFixed?: boolean;
      readonly edited: boolean;
      /** A second text sent from the same card: not saved, offered under *Add another*. */
      readonly offered?: WrittenIdea;
    })
  | { readonly say: "nothing-noted"; readonly team: TeamView; readonly nextPromptAt?: number }
  | { readonly say: "later-noted"; readonly team: TeamView; readonly at: number }
  /** `otherYear`: the pause ends in another year than this one. */
  | { readonly say: "paused"; readonly until?: number; readonly otherYear?: boolean; readonly zone: string }
  | { readonly say: "resumed"; readonly team?: TeamView; readonly nextPromptAt?: number }
  /**
   * `written`: for *Undo*; it is missing where the idea was withdrawn before, for nobody has its words any more. `post`: why the team's post still shows it: it
   * cannot be changed, and leads were asked to delete it; it `stays`, for nobody leads the team; it is `on-its-way`, and may turn out so; or until the team that `rests` is restored.
   */
  | {
      readonly say: "withdrawn";
      readonly team: TeamView;
      readonly idea: IdeaId;
      readonly written?: WrittenIdea;
      readonly post?: "leads-asked" | "stays" | "on-its-way" | "rests";
    }
  // The draft, for leads
  | {
      readonly say: "draft";
      readonly digest: DigestView;
      readonly held: readonly IdeaView[];
      readonly postsAt?: number;
      /** The team is archived: nothing is posted until it is restored. */
      readonly rests?: true;
      readonly nonce: string;
    }
  | (DraftIdeas & {
      readonly say: "hold-form";
      readonly team: TeamView;
      readonly idea?: IdeaId;
      readonly problem?: RefusalReason;
    })
  | (DraftIdeas & {
      readonly say: "propose-form";
      readonly team: TeamView;
      readonly idea?: IdeaId;
      readonly members: readonly Choice[];
      readonly due: string;
      readonly problem?: RefusalReason;
    })
  | (DraftIdeas & {
      readonly say: "title-form";
      readonly team: TeamView;
      readonly idea?: IdeaId;
      readonly title?: string;
      readonly problem?: RefusalReason;
    })
  /** A draft after its digest has gone out. */
  | { readonly say: "draft-posted"; readonly team: TeamView; readonly at: number }
  | { readonly say: "posting"; readonly team: TeamView; readonly channelName?: string }
  // The digest, for the team
  | { readonly say: "digest"; readonly digest: DigestView }
  | {
      readonly say: "all-ideas";
      readonly team: TeamView;
      readonly digest?: string;
      readonly ideas: readonly IdeaView[];
      readonly page: number;
      readonly pages: number;
    }
  | {
      readonly say: "assign-form";
      /** It is shown in a channel of the team, not in somebody's own chat. */
      readonly inChannel: boolean;
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly digest?: string;
      readonly members: readonly Choice[];
      readonly due: string;
      readonly problem?: RefusalReason;
    }
  /** `notReached`: Teams takes no message for them, so whoever asks is to tell them. */
  | { readonly say: "owner-asked"; readonly team: TeamView; readonly idea: IdeaView; readonly name: string; readonly notReached?: true }
  | { readonly say: "digest-here"; readonly team: TeamView; readonly nextDigestAt?: number }
  // Owning
  | {
      readonly say: "owner-request";
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly askedBy?: string;
      readonly due: string;
      readonly problem?: RefusalReason;
    }
  | {
      readonly say: "owner-plan";
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly due: string;
      readonly test?: string;
      readonly problem?: RefusalReason;
    }
  | { readonly say: "owned"; readonly team: TeamView; readonly idea: IdeaView }
  /** `how`: the reader had been asked to own it, or owned it. */
  | { readonly say: "declined"; readonly team: TeamView; readonly idea: IdeaView; readonly how: "asked" | "owned" }
  | { readonly say: "finish-form"; readonly team: TeamView; readonly idea: IdeaView; readonly problem?: RefusalReason }
  | { readonly say: "finished"; readonly team: TeamView; readonly idea: IdeaView }
  /** Its end was taken back. */
  | { readonly say: "reopened"; readonly team: TeamView; readonly idea: IdeaView }
  // News
  | {
      readonly say: "author-news";
      readonly news: Exclude<NewsKind, "withdrawn">;
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly reason?: string;
      readonly reader: NewsReader;
    }
  /** Its author has withdrawn an idea that the reader owns, was asked to own, or has read of. */
  | { readonly say: "idea-withdrawn"; readonly team: TeamView; readonly number?: number; readonly reader?: NewsReader }
  /** A post shows an idea that was withdrawn, and Gnist cannot change it. */
  | { readonly say: "post-stays"; readonly team: TeamView; readonly channel: string; readonly week: RoundId; readonly number?: number }
  /** Its owner is in the team no more. */
  | { readonly say: "owner-left"; readonly team: TeamView; readonly idea: IdeaView }
  | { readonly say: "owner-refused"; readonly team: TeamView; readonly idea: IdeaView; readonly name: string; readonly reason: string }
  | { readonly say: "nothing-to-post"; readonly team: TeamView; readonly nextPromptAt?: number }
  | { readonly say: "digest-trouble"; readonly team: TeamView; readonly channel: string }
  | { readonly say: "digest-doubtful"; readonly team: TeamView; readonly digest: string; readonly channel: string }
  | {
      readonly say: "digest-settled";
      readonly team: TeamView;
      /** `there`: a lead says that it is in the channel; `posting`: it is posted again; `posted`: Teams has it. */
      readonly how: "there" | "posting" | "posted";
      /** It was so before this press. */
      readonly already: boolean;
      readonly channel: string;
    }
  // Looking up
  /** A page of them, the newest first. `older`: there are more behind this place. `later`: it is not the first page. */
  | { readonly say: "my-ideas"; readonly ideas: readonly MyIdea[]; readonly older?: string; readonly later?: boolean }
  | { readonly say: "my-actions"; readonly actions: readonly { readonly team: TeamView; readonly idea: IdeaView }[] }
  | {
      readonly say: "idea-story";
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly steps: readonly {
        readonly stage: Stage;
        readonly at: number;
        /** It was in another year than this one. */
        readonly otherYear?: boolean;
        readonly who?: string;
        readonly why?: string;
      }[];
      readonly may: { readonly join: boolean; readonly take: boolean; readonly assign: boolean; readonly finish: boolean };
    }
  /** Several teams could be meant by what was written. */
  | { readonly say: "which-team"; readonly text: string; readonly teams: readonly Choice[] }
  | { readonly say: "help"; readonly lead: boolean; readonly admin: boolean; readonly local: boolean; readonly team?: TeamView }
  // How it goes
  | {
      readonly say: "team-status";
      readonly status: TeamStatus;
      readonly stop?: TenantStop;
      /** The reader leads this team. */
      readonly leads: boolean;
      /** The page of the list of teams that it was opened from. */
      readonly page?: number;
    }
  | {
      readonly say: "tenant-status";
      readonly status: TenantStatus;
      readonly stop?: TenantStop;
      readonly setAside: readonly SetAside[];
      readonly zone: string;
    }
  | { readonly say: "counting"; readonly teams: number; readonly stop?: TenantStop; readonly zone: string }
  | {
      readonly say: "teams";
      /** `mine`: those that the reader leads. */
      readonly whose: "tenant" | "mine";
      readonly teams: readonly TeamLine[];
      readonly count: number;
      readonly page: number;
      readonly pages: number;
      readonly stop?: TenantStop;
      readonly zone: string;
    }
  // Settings
  | {
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
    }
  | { readonly say: "language-set"; readonly language: Language }
  | { readonly say: "which-language" }
  // One sentence is enough
  | { readonly say: "asking-now"; readonly team: TeamView; readonly digestAt: number; readonly again: boolean }
  | { readonly say: "lead-asked"; readonly team: TeamView }
  | { readonly say: "lead-now"; readonly team: TeamView; readonly name: string; readonly already: boolean }
  /** A claim was confirmed, and so many `more` are to confirm it. */
  | { readonly say: "lead-half"; readonly team: TeamView; readonly name: string; readonly more: number }
  | { readonly say: "lead-not"; readonly team: TeamView; readonly name: string }
  | { readonly say: "large-agreed"; readonly team: TeamView; readonly nextPromptAt: number }
  | { readonly say: "voice-added"; readonly team: TeamView; readonly idea: IdeaView }
  /** *Me too* was pressed by somebody behind the idea already. `digest`: the post that was pressed. `mayLeave`: it is not the author's own voice. */
  | {
      readonly say: "voice-counts";
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly digest?: string;
      readonly mayLeave: boolean;
    }
  | { readonly say: "voice-back"; readonly team: TeamView; readonly idea: IdeaView }
  | { readonly say: "clock-moved"; readonly at: number; readonly zone: string; readonly what?: DueName }
  | { readonly say: "refusal"; readonly why: RefusalReason; readonly about?: string };

/** `place`: where it stands among all of theirs. */
export type MyIdea = { readonly team: TeamView; readonly idea: IdeaView; readonly place: string; readonly reason?: string };

export type Say = Message["say"];
export type MessageOf<S extends Say> = Extract<Message, { say: S }>;
