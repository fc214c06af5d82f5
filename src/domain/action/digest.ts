import type { IdeaId } from "../idea/idea.ts";
import type { TeamId } from "../ids.ts";

export type DigestAction =
  | { readonly verb: "show-draft"; readonly team: TeamId }
  | { readonly verb: "hold-form"; readonly team: TeamId; readonly page?: number }
  | { readonly verb: "hold-idea"; readonly team: TeamId; readonly idea: IdeaId; readonly reason: string }
  | { readonly verb: "release-idea"; readonly team: TeamId; readonly idea: IdeaId }
  | { readonly verb: "propose-form"; readonly team: TeamId; readonly page?: number }
  | { readonly verb: "propose-owner"; readonly team: TeamId; readonly idea: IdeaId; readonly person: string; readonly due: string }
  | { readonly verb: "title-form"; readonly team: TeamId; readonly idea?: IdeaId; readonly page?: number }
  | { readonly verb: "edit-title"; readonly team: TeamId; readonly idea: IdeaId; readonly title: string }
  | { readonly verb: "post-now"; readonly team: TeamId; readonly nonce: string }
  | { readonly verb: "show-digest"; readonly team: TeamId; readonly digest: string }
  | { readonly verb: "all-ideas"; readonly team: TeamId; readonly digest?: string; readonly page: number }
  | { readonly verb: "post-digest-again"; readonly team: TeamId; readonly digest: string }
  | { readonly verb: "digest-is-there"; readonly team: TeamId; readonly digest: string };
