import type { StoredIdea } from "../../store/idea.ts";
import { type Answer, type Outcome, refuse, startReading } from "../flow.ts";
import type { Happened } from "../ideas/happen.ts";
import { namedBy, readNames } from "../people/names.ts";
import type { IdeaTurn, Turn } from "../right.ts";
import { currentDraft, type DraftMessage, draftIfAny, draftOf, readDraft, shownIn } from "./draft.ts";

/** `draft`, written by a lead. */
export const writeDraft = async (_command: unknown, { team, ports }: Turn): Promise<Answer> =>
  (await currentDraft(team, ports)) ?? refuse("nothing-to-post");

export const showDraft = async (
  { page }: { readonly page?: number },
  { team, ports }: Turn,
  listed: readonly StoredIdea[],
): Promise<Answer> => draftIfAny(team, await readDraft(team, ports, Promise.resolve(listed)), ports, page) ?? refuse("nothing-to-post");

/** The draft as it is now, for a button of an older layout: in the current one each idea has its own *Change*. */
export const showDraftInstead = (_action: unknown, turn: Turn, listed: readonly StoredIdea[]): Promise<Answer> =>
  showDraft({}, turn, listed);

/** The draft after a change of one idea in it. Everything else in the draft is read while the change is stored. */
export const draftAfter = async ({ team, ports, names }: IdeaTurn, change: () => Promise<Happened>): Promise<Outcome<DraftMessage>> => {
  const reading = startReading(readDraft(team, ports));
  const changed = await change();
  if ("no" in changed) return changed;
  const parts = await reading;
  const ideas = parts.ideas.map((idea) => (idea.id === changed.got.idea.id ? changed.got.idea : idea));
  // The names of an idea that has come into the draft only now have not been read yet.
  const { shown, held } = shownIn(ideas, parts.facts.told);
  const known = new Map([...parts.names, ...(await names)]);
  const all = await readNames(ports.rows, team.id, [...shown, ...held].flatMap(namedBy), known);
  return { got: draftOf(team, { ...parts, ideas, names: all }, ports) };
};
