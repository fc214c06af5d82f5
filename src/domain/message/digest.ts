import type { IdeaId } from "../idea/idea.ts";
import type { Choice, DigestView, IdeaView, TeamView } from "../idea/view.ts";
import type { RefusalReason } from "./refusal.ts";

/** A page of the ideas that the next digest will show, the most backed first. */
type DraftIdeas = { readonly ideas: readonly Choice[]; readonly page: number; readonly pages: number };

export type DigestMessage =
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
  | { readonly say: "digest"; readonly digest: DigestView }
  | {
      readonly say: "all-ideas";
      readonly team: TeamView;
      readonly digest?: string;
      readonly ideas: readonly IdeaView[];
      readonly page: number;
      readonly pages: number;
    }
  | { readonly say: "digest-here"; readonly team: TeamView; readonly nextDigestAt?: number }
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
    };
