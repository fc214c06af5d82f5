import type { WrittenChange } from "../action/digest.ts";
import type { Coached } from "../digest/coach.ts";
import type { IdeaId } from "../idea/idea.ts";
import type { Choice, DigestView, IdeaView, NamedIdea, TeamView, Whys } from "../idea/view.ts";
import type { RoundId } from "../ids.ts";
import type { AskedAuthor } from "./ideas.ts";
import type { RefusalReason } from "./refusal.ts";

/** A digest about which a lead has to decide. `hasDraft`: another digest waits to be posted. */
type Unsettled = {
  readonly team: TeamView;
  readonly digest: string;
  readonly week: RoundId;
  readonly channel: string;
  readonly hasDraft?: true;
};

/** Two ideas that look alike: `idea` would become part of `into`. `shared`: words that they have in common. */
export type LookAlikes = { readonly idea: NamedIdea; readonly into: NamedIdea; readonly shared: readonly string[] };

export type DigestMessage =
  | {
      readonly say: "draft";
      readonly digest: DigestView;
      readonly held: readonly IdeaView[];
      /** The number of ideas that a lead can change, and one page of them: new ones first, then open ones, then those held back. */
      readonly changeable: number;
      readonly ideas: readonly Choice[];
      readonly page: number;
      readonly pages: number;
      /** The colleague whom a lead has just asked to own an idea, and whom Gnist cannot reach in chat. */
      readonly notReached?: string;
      /** The member who is asked to own an idea at this instant, because the request waits for a working day. */
      readonly asks?: { readonly name: string; readonly at: number };
      readonly postsAt?: number;
      /** The coach's line: what waits for the leads, in how many ideas and for how many weeks at least, and the idea that has waited longest. */
      readonly coach?: {
        readonly about: Coached;
        readonly count: number;
        readonly weeks: number;
        readonly idea: Pick<IdeaView, "id" | "number" | "title">;
      };
      /** Ideas that look alike. Missing where there are none. */
      readonly alike?: readonly LookAlikes[];
      /** The team is archived: Gnist posts nothing until it is restored. */
      readonly rests?: true;
    }
  /**
   * All that a lead can change of one idea, filled in: as it stands, or as they left it where the form is back. Of an idea that could not be read it has the id
   * alone.
   */
  | (Whys & {
      readonly say: "change-form";
      readonly team: TeamView;
      /** The draft whose *Change* was pressed, by the digest that it becomes. */
      readonly draft?: string;
      readonly idea: IdeaView | { readonly id: IdeaId };
      readonly was: WrittenChange["was"];
      readonly written: Omit<WrittenChange, "was"> & { readonly reason: string };
      /** Nobody where it has an owner, or is held back. Where they could not be read, the person who is `written`, without a name. */
      readonly members: readonly Choice[];
      /** The member whom the team's settings propose for ideas of this kind. */
      readonly usual?: Choice;
      /** The question to its author, where a lead has asked one. */
      readonly asked?: AskedAuthor;
      /** Ideas that the team has been shown, for *Same thing as*; missing where it cannot be merged, or there is none. */
      readonly same?: readonly NamedIdea[];
      readonly problem?: RefusalReason;
    })
  /** A draft after its digest has gone out. Without `at`, there was nothing to post, or another digest has its ideas. */
  | {
      readonly say: "draft-posted";
      readonly team: TeamView;
      readonly at?: number;
      /** It answers a press that changed nothing. */
      readonly isPressed?: true;
      /** A newer draft exists. */
      readonly hasNewer?: true;
    }
  /** The question after *Post now*, where fewer than half of the people asked have answered: post all the same, or go back. */
  | {
      readonly say: "post-early";
      readonly team: TeamView;
      readonly draft: string;
      readonly turnout: { readonly asked: number; readonly answered: number };
    }
  | { readonly say: "posting"; readonly team: TeamView; readonly channelName?: string }
  | { readonly say: "digest"; readonly digest: DigestView }
  | {
      readonly say: "all-ideas";
      readonly team: TeamView;
      readonly digest?: string;
      readonly ideas: readonly IdeaView[];
      readonly page: number;
      readonly pages: number;
    }
  | { readonly say: "digest-here"; readonly team: TeamView; readonly nextDigestAt?: number; readonly isPrivate?: true }
  | { readonly say: "nothing-to-post"; readonly team: TeamView; readonly textsWait?: true; readonly nextPromptAt?: number }
  /** Teams refused a digest. */
  | (Unsettled & { readonly say: "digest-trouble" })
  /** Nobody knows whether Teams has a digest. */
  | (Unsettled & { readonly say: "digest-doubtful" })
  | {
      readonly say: "digest-settled";
      readonly team: TeamView;
      /** `there`: a lead says that it is in the channel; `posting`: it is posted again; `posted`: Teams has it. */
      readonly how: "there" | "posting" | "posted";
      /** Somebody settled it before this press. */
      readonly already: boolean;
      readonly channel: string;
    };
