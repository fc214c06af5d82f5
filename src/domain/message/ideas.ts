import type { WrittenIdea } from "../action/ideas.ts";
import type { IdeaId, Stage } from "../idea/idea.ts";
import type { Choice, IdeaView, Shown, TeamView } from "../idea/view.ts";
import type { RoundId, TeamId } from "../ids.ts";
import type { NewsKind } from "../job.ts";

/** The form an idea is written on: the weekly prompt, its reminder, a form asked for, an offer to save what was typed, a typed idea that the store could not keep in time, or an edit. */
export type IdeaForm = Shown & {
  readonly say: "idea-form";
  readonly why: "prompt" | "reminder" | "again" | "asked-for" | "another" | "offer" | "typed" | "edit" | "test";
  readonly team: TeamView;
  /** Other teams the person is in, where they may choose. */
  readonly teams?: readonly Choice[];
  /** The team that asked, where the form is for another. */
  readonly cardTeam?: TeamId;
  /** 128 random bits that stand on this card and nowhere else (ids.ts). An edit has the idea instead. */
  readonly secret?: string;
  /** The name of the message that was typed (ids.ts), so that it becomes one idea, however often Teams delivers it. */
  readonly typed?: string;
  readonly round?: RoundId;
  /** The idea that is being edited. */
  readonly idea?: IdeaId;
  /** The first prompt a person ever gets says who added Gnist. */
  readonly first?: { readonly addedBy?: string };
  /** The next working morning comes before the digest, so that *Ask me tomorrow* can be kept. */
  readonly mayWait?: true;
  readonly written?: Partial<WrittenIdea>;
  /** Why the form is back, its text kept. */
  readonly problem?: "empty" | "too-long" | "not-saved" | "not-storable";
};

/** Why somebody hears of an idea: they wrote it, own it, were asked to own it, or added a voice. */
export type NewsReader = "author" | "owner" | "asked" | "voice";

export type IdeasMessage =
  | IdeaForm
  | (Shown & {
      readonly say: "receipt";
      readonly team: TeamView;
      readonly idea: IdeaId;
      readonly number?: number;
      readonly written: WrittenIdea;
      readonly stage: Stage;
      /** It is in a digest already. `post`: why a change does not show there at once: it is `fixed`, for Gnist cannot change it; it is `on-its-way`; or the team `rests`. */
      readonly shown: boolean;
      readonly post?: "fixed" | "on-its-way" | "rests";
      readonly edited: boolean;
      /** A second text sent from the same card: not saved, offered under *Add another*. */
      readonly offered?: WrittenIdea;
    })
  /** *No, thanks* to an offer. */
  | { readonly say: "offer-dropped" }
  /**
   * `written`: for *Undo*; it is missing where the idea was withdrawn before, for nobody has its words any more. `post`: it is `gone` from the team's
   * post that showed it; or why that still does: it cannot be changed, and leads were asked to delete it; it `stays`, for nobody leads the team; it is
   * `on-its-way`, and may turn out so; or until the team that `rests` is restored. Missing where no post showed it.
   */
  | {
      readonly say: "withdrawn";
      readonly team: TeamView;
      readonly idea: IdeaId;
      readonly written?: WrittenIdea;
      readonly post?: "gone" | "leads-asked" | "stays" | "on-its-way" | "rests";
    }
  | {
      readonly say: "author-news";
      readonly news: Exclude<NewsKind, "withdrawn">;
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly reason?: string;
      readonly reader: NewsReader;
      /** The reader owns it, be they its author or not. */
      readonly owns?: true;
    }
  /** Its author has withdrawn an idea that the reader owns, was asked to own, or has read of. */
  | { readonly say: "idea-withdrawn"; readonly team: TeamView; readonly number?: number; readonly reader?: NewsReader }
  /** A post shows an idea that was withdrawn, and Gnist cannot change it. */
  | { readonly say: "post-stays"; readonly team: TeamView; readonly channel: string; readonly week: RoundId; readonly number?: number }
  /** A page of them, the newest first. `older`: there are more behind this place. `later`: it is not the first page. */
  | { readonly say: "my-ideas"; readonly ideas: readonly MyIdea[]; readonly older?: string; readonly later?: boolean }
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
      /** `own`: take it, or ask somebody to. `plan`: it is the reader's own to give back, or to move. */
      readonly may: { readonly join: boolean; readonly own: boolean; readonly plan: boolean; readonly finish: boolean };
    }
  | { readonly say: "voice-added"; readonly team: TeamView; readonly idea: IdeaView }
  /** *Me too* was pressed by somebody behind the idea already. `digest`: the post that was pressed. `mayLeave`: it is not the author's own voice. */
  | {
      readonly say: "voice-counts";
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly digest?: string;
      readonly mayLeave: boolean;
    }
  | { readonly say: "voice-back"; readonly team: TeamView; readonly idea: IdeaView };

/** `place`: where it stands among all of theirs. */
export type MyIdea = { readonly team: TeamView; readonly idea: IdeaView; readonly place: string; readonly reason?: string };
