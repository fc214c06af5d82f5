import type { Effect, IdeaId } from "../idea/idea.ts";
import type { TeamId } from "../ids.ts";

/** The post whose button was pressed, which shows at once how its idea stands by now. */
export type InPost = { readonly digest?: string; readonly board?: string };

/** A button about one idea of a draft. `draft`: the one that the button stands in, by the digest that it becomes; the cards of old drafts do not name it. */
type InDraft = { readonly team: TeamId; readonly idea: IdeaId; readonly draft?: string };

/** Effort and effect as a form sends or shows them. */
export type Weight = { readonly effort?: string; readonly effect?: string };

/** Effort and effect as they were left on a form, and as it showed them when it opened: Gnist writes only the one that was changed. */
export type WrittenWeight = Weight & { readonly was: Weight };

/** A change of an idea as a lead left it on its form. */
export type WrittenChange = WrittenWeight & {
  readonly title: string;
  readonly person: string;
  readonly due: string;
  /** The values that the form showed when it opened, the title as a hash (`titleMarkOf`). Gnist does not write a field that still has its old value. */
  readonly was: { readonly mark: string; readonly due: string };
};

export type DigestAction =
  /** `page`: the page of the list from which a lead chooses any idea of the draft. */
  | { readonly verb: "show-draft"; readonly team: TeamId; readonly page?: number }
  | (InDraft & { readonly verb: "change-form" })
  | (InDraft & WrittenChange & { readonly verb: "save-change"; readonly reason?: string })
  | (InDraft & Partial<WrittenChange> & { readonly verb: "hold-idea"; readonly reason: string })
  | (InDraft & { readonly verb: "release-idea" })
  /** *Not the same*, of two ideas that look alike. */
  | (InDraft & { readonly verb: "tell-apart"; readonly other: IdeaId })
  /** A lead marks a quick win in two presses: *Small effort*, and then how much effect. */
  | (InDraft & { readonly verb: "weigh-in-draft"; readonly effort?: "small"; readonly effect?: Effect })
  /** The buttons of older drafts and their forms. */
  | { readonly verb: "hold-form"; readonly team: TeamId }
  | { readonly verb: "propose-form"; readonly team: TeamId }
  | { readonly verb: "title-form"; readonly team: TeamId }
  | { readonly verb: "propose-owner"; readonly team: TeamId; readonly idea: IdeaId; readonly person: string; readonly due: string }
  | { readonly verb: "edit-title"; readonly team: TeamId; readonly idea: IdeaId; readonly title: string }
  /** `draft`: the id of the digest that it becomes. `isSure`: the lead pressed again after the warning that fewer than half have answered. */
  | { readonly verb: "post-now"; readonly team: TeamId; readonly draft: string; readonly isSure?: true }
  | { readonly verb: "show-digest"; readonly team: TeamId; readonly digest: string }
  | { readonly verb: "all-ideas"; readonly team: TeamId; readonly digest?: string; readonly page: number }
  | { readonly verb: "post-digest-again"; readonly team: TeamId; readonly digest: string }
  | { readonly verb: "digest-is-there"; readonly team: TeamId; readonly digest: string };
