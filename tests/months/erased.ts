import { tracesOf } from "../people/erased.ts";
import { hour } from "../world/moments.ts";
import { everyRow } from "../world/rows.ts";
import type { Played } from "./play.ts";

/** Words with which people call up what Gnist tells of a team. */
const calledByAll = ["digest", "numbers", "my ideas", "my actions"] as const;
const calledByLead = ["draft", "status", "settings", "review"] as const;

/** The traces that are found of somebody: of their names and ids in the store, the channel and what others call up; of their texts also in the chats of others. */
const find = async (
  { world, clinic }: Played,
  erased: string,
  { ids, texts }: { readonly ids: readonly string[]; readonly texts: readonly string[] },
): Promise<readonly string[]> => {
  const [colleague = ""] = clinic.people.filter((one) => one !== erased && one !== clinic.lead);
  const called: unknown[] = [];
  for (const word of calledByAll) called.push(await world.person(colleague).writes(word));
  for (const word of [...calledByAll, ...calledByLead]) called.push(await world.person(clinic.lead).writes(word));
  called.push(await world.person(clinic.lead).presses("Agenda"));
  const posts = world.posts.filter(({ to }) => to !== world.person(erased).chatId);
  const inChannel = posts.filter(({ to }) => to === clinic.channel).map(({ message }) => message);
  const stored = JSON.stringify([await everyRow(world), world.queued(), called, inChannel]);
  // Of an answer that somebody asked for, Gnist knows for 30 days where it stands.
  const chats = JSON.stringify(posts.filter(({ isAnswer }) => !isAnswer).map(({ message }) => message));
  return [...ids.filter((id) => stored.includes(id)), ...texts.filter((text) => stored.includes(text) || chats.includes(text))];
};

/**
 * A member who wrote, owned and joined ideas has everything deleted, with those ideas of theirs that have not ended.
 * @returns what is left of them anywhere, and what was there before
 */
export const eraseWriter = async (played: Played): Promise<{ readonly before: readonly string[]; readonly left: readonly string[] }> => {
  const { world, clinic, ledger } = played;
  const living = (name: string) =>
    ledger
      .ideas(clinic.name)
      .filter(({ author, place }) => author === name && (place === "open" || place === "owned" || place === "passed on"));
  const [erased = ""] = clinic.people.slice(1).toSorted((one, other) => living(other).length - living(one).length);
  const traces = { ids: tracesOf(erased), texts: living(erased).map(({ idea }) => idea) };
  const before = await find(played, erased, traces);
  const person = world.person(erased);
  await person.writes("delete my data");
  await person.presses("Delete my ideas too");
  await world.moveTo(world.now() + hour);
  return { before, left: await find(played, erased, traces) };
};
