import { byVoices, isAnswerAwaited, toldIn } from "../../domain/digest/plan.ts";
import { quickWinsFirst } from "../../domain/digest/quick-wins.ts";
import { type IdeaId, isFinished, isOpen, isWorth } from "../../domain/idea/idea.ts";
import { ideaView, teamView } from "../../domain/idea/view.ts";
import type { Ports } from "../../ports.ts";
import { readDigest, type StoredDigest } from "../../store/digest.ts";
import { readIdeas, readSome, type StoredIdea } from "../../store/idea.ts";
import type { Answer } from "../flow.ts";
import { namedBy, readNames } from "../people/names.ts";
import type { Turn } from "../right.ts";

const ideasOnPage = 20;

type ReadForAll = { readonly listed: readonly StoredIdea[]; readonly digest: StoredDigest | undefined };

/** Reads the team's lists, and the digest that the button stands in. */
export const readForAll = async (
  { team, digest }: { readonly team: string; readonly digest?: string },
  { rows }: Ports,
): Promise<ReadForAll> => {
  const [listed, found] = await Promise.all([readIdeas(rows, team), digest === undefined ? undefined : readDigest(rows, team, digest)]);
  return { listed, digest: found };
};

/**
 * Every idea that the team has been shown and that is open, quick wins first, passed on, or worth doing more of, after the ends that the digest told and those
 * since then.
 */
export const allIdeas = async (
  action: { readonly page: number; readonly digest?: string },
  { team, now, ports }: Turn,
  { listed, digest }: ReadForAll,
): Promise<Answer> => {
  const shown = listed.map(({ idea }) => idea).filter(({ number }) => number !== undefined);
  const known = new Map(shown.map((idea) => [idea.id, idea]));
  const open = shown.filter(isOpen).sort(quickWinsFirst(byVoices));
  const passed = shown.filter(isAnswerAwaited).sort(byVoices);
  const worth = shown.filter(isWorth).sort(byVoices);
  // An end that was told is in no list any more; it is read where its page shows it.
  const told = digest === undefined ? [] : toldIn(digest).filter((id) => !known.has(id));
  const ids: readonly IdeaId[] = [...told, ...[...shown.filter(isFinished), ...open, ...passed, ...worth].map(({ id }) => id)];
  const pages = Math.max(1, Math.ceil(ids.length / ideasOnPage));
  const page = Math.min(action.page, pages - 1);
  const onPage = ids.slice(page * ideasOnPage, (page + 1) * ideasOnPage);
  const unlisted = onPage.filter((id) => !known.has(id));
  for (const { idea } of await readSome(ports.rows, team.id, unlisted, () => "ended")) if (isFinished(idea)) known.set(idea.id, idea);
  const ideas = onPage.flatMap((id) => known.get(id) ?? []);
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
