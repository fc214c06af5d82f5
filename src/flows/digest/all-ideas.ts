import { byVoices } from "../../domain/digest/plan.ts";
import { isOpen } from "../../domain/idea/idea.ts";
import { ideaView, teamView } from "../../domain/idea/view.ts";
import type { StoredIdea } from "../../store/idea.ts";
import type { Answer } from "../flow.ts";
import { namedBy, readNames } from "../people/names.ts";
import type { Turn } from "../right.ts";

const ideasOnPage = 20;

/** Every open idea that the team has been shown. */
export const allIdeas = async (
  action: { readonly page: number; readonly digest?: string },
  { team, now, ports }: Turn,
  listed: readonly StoredIdea[],
): Promise<Answer> => {
  const shown = listed
    .map(({ idea }) => idea)
    .filter((idea) => isOpen(idea) && idea.number !== undefined)
    .sort(byVoices);
  const pages = Math.max(1, Math.ceil(shown.length / ideasOnPage));
  const page = Math.min(action.page, pages - 1);
  const ideas = shown.slice(page * ideasOnPage, (page + 1) * ideasOnPage);
  const names = await readNames(ports.rows, team.id, ideas.flatMap(namedBy));
  return {
    say: "all-ideas",
    team: teamView(team),
    ideas: ideas.map((idea) => ideaView(idea, names, team, now)),
    page,
    pages,
    ...(action.digest ? { digest: action.digest } : {}),
  };
};
