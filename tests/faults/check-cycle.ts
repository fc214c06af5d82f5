import { Temporal } from "temporal-polyfill";
import type { Row } from "../../src/ports.ts";
import { personPartition } from "../../src/store/person.ts";
import { teamPartition } from "../../src/store/team.ts";
import { minute } from "../world/moments.ts";
import type { Find } from "./check.ts";
import type { People } from "./people.ts";
import type { World, WorldPerson } from "./world.ts";

/*
 * Invariants of an idea's way to its result, judged by the steps in the store and the messages that Teams took in: every step reaches the author and each voice
 * once, in at most one bundle a day, and no owner is asked twice in a round.
 */

/** Steps that nobody is told of: a lead's that wait for the digest, and a reason that follows its step. */
const untold: ReadonlySet<unknown> = new Set(["hold", "put-back", "explain", "withdraw", "restore"]);

type KnownStep = {
  readonly team: Team;
  readonly key: string;
  readonly idea: string;
  readonly at: number;
  readonly who?: string;
  readonly undoes: boolean;
};
type Team = WorldPerson["teams"][number];
type Bundle = { readonly date: string; readonly steps: readonly string[]; readonly state: string };

const zone = "Europe/Berlin";
const localDate = (at: number): string => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();

/** The latest 15:00 of a working day before an instant. */
const lastNews = (now: number): number => {
  let at = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).withPlainTime("15:00");
  while (at.epochMilliseconds > now || at.dayOfWeek > 5) at = at.subtract({ days: 1 });
  return at.epochMilliseconds;
};

const stepsOf = (rows: readonly Row[], team: Team): readonly KnownStep[] =>
  rows
    .filter(({ key, values }) => key.startsWith("step|") && !untold.has(values.event))
    .map(({ key, values }) => ({
      team,
      key,
      idea: key.split("|")[1] ?? "",
      at: Number(values.at),
      ...(typeof values.who === "string" ? { who: values.who } : {}),
      undoes: values.undoes !== undefined,
    }));

const bundlesOf = (rows: readonly Row[], sends: ReadonlyMap<string, string>, person: string): readonly Bundle[] =>
  rows
    .filter(({ key }) => key.startsWith("bundle|"))
    .map(({ key, values }) => {
      const date = key.slice("bundle|".length);
      const news = (typeof values.news === "string" ? JSON.parse(values.news) : values.news) as readonly { readonly step: string }[];
      return { date, steps: news.map(({ step }) => step), state: sends.get(`send|bundle|${person}|${date}`) ?? "nothing" };
    });

/** States in which a person may have a message. */
const mayBeThere: readonly string[] = ["sent", "doubtful", "intent"];

export const checkCycle = async (world: World, people: People, find: Find): Promise<void> => {
  const everything = { from: " ", to: "~" };
  const byTeam = await Promise.all(world.teams.map((team) => world.store.base.list(teamPartition(team.id), everything)));
  const sends = new Map(
    byTeam.flat().flatMap(({ key, values }) => (key.startsWith("send|") ? [[key, String(values.delivery ?? "").split("|")[0] ?? ""]] : [])),
  );
  const steps = world.teams.flatMap((team, at) => stepsOf(byTeam[at] ?? [], team));
  const undone = new Set(steps.filter(({ undoes }) => undoes).map(({ idea }) => idea));
  const authors = new Map(
    byTeam
      .flat()
      .filter(({ key }) => /^(idea|ended)\|/.test(key))
      .map(({ key, values }) => [key.split("|")[1] ?? "", String(values.author)]),
  );
  for (const person of world.people) {
    const bundles = bundlesOf(await world.store.base.list(personPartition(person.id), everything), sends, person.id);
    checkBundles(world, person, bundles, find);
    checkToldOnce(person, bundles, find);
    const isThere = (world.connector.people.get(person.teamsId) ?? "there") === "there" && person.teams.length > 0;
    if (isThere && !person.isGuest)
      for (const step of steps)
        if (
          isHeardIn(step, person) &&
          isFor(step, person, authors, people) &&
          step.at < lastNews(world.time.now() - 2 * minute) &&
          !undone.has(step.idea)
        )
          if (!bundles.some((bundle) => bundle.steps.includes(step.key)))
            find(`a step was lost: ${person.teamsId} never heard of ${step.key}`, person.id, step.key);
  }
  checkOwners(world, find);
};

/** Gnist is in the team of the step, and the person too: they hear nothing of a team that they have left. */
const isHeardIn = ({ team }: KnownStep, { teams }: WorldPerson): boolean => !team.isRemoved && teams.includes(team);

/** Is a step news for a person: the author, or somebody who had a voice before it, and who did not make it? */
const isFor = (step: KnownStep, { id }: WorldPerson, authors: ReadonlyMap<string, string>, { voicedAt }: People): boolean =>
  step.who !== id && (authors.get(step.idea) === id || (voicedAt.get(`${step.idea} ${id}`) ?? Number.POSITIVE_INFINITY) < step.at);

/** One bundle a day, and each that the store calls sent has arrived. */
const checkBundles = ({ connector }: World, person: WorldPerson, bundles: readonly Bundle[], find: Find): void => {
  const dates = connector.ledger
    .filter((taken) => taken.message.say === "news" && taken.person === person.teamsId)
    .map(({ at }) => localDate(at));
  for (const date of new Set(dates))
    if (dates.filter((one) => one === date).length > 1) find(`twice: ${person.teamsId} got news on ${date}`, person.id);
  for (const { date, state } of bundles) {
    if (state === "sent" && !dates.includes(date))
      find(`a bundle's row says sent, and nobody got it: ${person.teamsId} ${date}`, person.id);
    if (state === "nothing") find(`a message is left open: the bundle of ${person.teamsId} of ${date} was not sent`, person.id);
  }
};

const checkToldOnce = (person: WorldPerson, bundles: readonly Bundle[], find: Find): void => {
  const told = bundles.filter(({ state }) => mayBeThere.includes(state)).flatMap(({ steps }) => steps);
  for (const step of new Set(told))
    if (told.filter((one) => one === step).length > 1) find(`twice: ${person.teamsId} was told of ${step}`, person.id, step);
};

/** No owner is asked twice in a round: one check-in a week, and a reminder only in the same message. */
const checkOwners = ({ connector }: World, find: Find): void => {
  const seen = new Set<string>();
  for (const { message, person, at } of connector.ledger) {
    if (message.say !== "check-in" || message.why !== "round") continue;
    const key = `${person} in the week of ${localDate(at - ((new Date(at).getUTCDay() + 6) % 7) * 24 * 60 * minute)}`;
    if (seen.has(key)) find(`twice: a check-in to ${key}`, person ?? "");
    seen.add(key);
  }
};
