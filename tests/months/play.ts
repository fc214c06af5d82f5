import { type Random, seeded } from "../world/chance.ts";
import { day, hour, minute, roundAfter } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { generalChannel, startWorld } from "../world/world.ts";
import { type Deeds, office, openDeeds, type PlayedTeam } from "./deeds.ts";
import type { Known } from "./ledger.ts";
import { type Meeting, meet, minutesOf } from "./meet.ts";

/** Rounds of three months. */
export const rounds = 13;

const first = ["Anna", "Bo", "Cia", "Dan", "Eva", "Finn", "Gry", "Hans", "Ida", "Jan", "Kari", "Leo"];

/** The team of twelve, whose lead is the first. */
const clinic: PlayedTeam = {
  name: "North clinic",
  channel: generalChannel,
  lead: "Anna Berg",
  people: first.map((name) => `${name} Berg`),
};
const coordinator = "Nina Ny";

/** Other teams of the tenant, of three to eight people: some are too small to stand alone in numbers. */
const teamAt = (at: number): Omit<PlayedTeam, "channel"> => {
  const people = first.slice(0, 3 + (at % 6)).map((name) => `${name} of ${at}`);
  return { name: `Team ${String(at).padStart(2, "0")}`, lead: people[0] ?? "", people };
};

/** How much of everything a team does in a week: acts, and the chance that somebody answers with an idea or with nothing. */
type Pace = { readonly acts: number; readonly ideas: number; readonly nothing: number; readonly mostIdeas: number };
const lively: Pace = { acts: 10, ideas: 0.35, nothing: 0.4, mostIdeas: 6 };
const quiet: Pace = { acts: 1, ideas: 0.08, nothing: 0.5, mostIdeas: 2 };

export type Played = Awaited<ReturnType<typeof play>>;

/** The ideas of a team in one of these places. */
const inPlaces = (deeds: Deeds, team: PlayedTeam, ...places: readonly Known["place"][]): readonly Known[] =>
  deeds.ledger.ideas(team.name).filter(({ place }) => places.includes(place));

/** The people of a team who are still there. */
const present = ({ ledger }: Deeds, team: PlayedTeam): readonly string[] => {
  const gone = new Set(ledger.deeds.filter(({ did }) => did === "was erased").map(({ who }) => who));
  return team.people.filter((name) => !gone.has(name));
};

/** One act of somebody in a team, by chance; nothing happens where there is no idea for it. */
const act = async (deeds: Deeds, team: PlayedTeam, random: Random, name: (what: string) => string): Promise<void> => {
  const people = present(deeds, team);
  const person = (one: string): Person => deeds.world.person(one);
  const anybody = () => person(random.pick(people));
  const other = (than: string) => person(random.pick(people.filter((one) => one !== than)));
  const lead = person(team.lead);
  const some = (...places: readonly Known["place"][]): Known | undefined => {
    const found = inPlaces(deeds, team, ...places);
    return found.length > 0 ? random.pick(found) : undefined;
  };
  const open = some("open");
  const owned = some("owned");
  const owner = owned?.owner === undefined ? undefined : person(owned.owner);
  const passed = some("passed on");
  const ended = some("adopted", "stopped");
  const isStarted = owned?.deeds.some(({ did }) => did === "started") ?? false;
  const saves = { minutes: random.between(1, 12) * 5, people: random.between(1, 12) };
  /** Acts, and how often each beside the others. */
  const acts: readonly (readonly [number, () => Promise<unknown> | false | undefined])[] = [
    [3, () => open && deeds.joined(open, other(open.author))],
    [4, () => open && deeds.took(open, anybody())],
    [3, () => open && deeds.asked(open, lead, other(team.lead), random.happens(0.4) ? name("No") : undefined)],
    [1, () => owned && owner && deeds.gaveBack(owned, owner, name("Reason"))],
    [4, () => owned && owner && !isStarted && deeds.started(owned, owner, name("Test"))],
    [2, () => owned && owner && deeds.adopted(owned, owner, name("Result"), random.happens(0.7) ? saves : undefined)],
    [1, () => owned && owner && deeds.done(owned, owner, name("Result"))],
    [2, () => owned && owner && deeds.stopped(owned, owner, name("Lesson"))],
    [1, () => open && deeds.answered(open, lead, name("Answer"))],
    [1, () => open && deeds.passedOn(open, lead, name("Pass"))],
    [1, () => passed && deeds.sentBack(passed, person(coordinator), name("Back"))],
    [1, () => passed && deeds.solvedByOffice(passed, person(coordinator), name("Office"))],
    [2, () => ended && deeds.thanked(ended, other(ended.owner ?? ""))],
    [0.5, () => ended && deeds.reopened(ended, lead, name("Again"))],
  ];
  let drawn = random.fraction() * acts.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, does] of acts) {
    drawn -= weight;
    if (drawn < 0) return void (await does());
  }
};

/** Everybody answers the question of a round, or not. */
const answer = async (deeds: Deeds, team: PlayedTeam, pace: Pace, random: Random, name: (what: string) => string): Promise<void> => {
  let written = 0;
  for (const one of present(deeds, team)) {
    const who = deeds.world.person(one);
    const drawn = random.fraction();
    if (drawn < pace.ideas && written < pace.mostIdeas) {
      written += 1;
      const kind = random.pick([undefined, undefined, "tools", "information"] as const);
      await deeds.wrote(team, who, name("Trouble"), { ...(kind ? { kind } : {}), ...(random.happens(0.2) ? { showsName: true } : {}) });
    } else if (drawn < pace.ideas + pace.nothing) await deeds.nothing(team, who);
  }
};

/**
 * Plays three months of a team of twelve, with a coordinators' team and others of the tenant, by chance. Every text in it is a word of its own, so that a look
 * for it finds nothing else. The clock stands on the Monday after the last digest.
 * @param others how many other teams there are
 */
export const play = async (seed: number, others: number) => {
  const random = seeded(seed);
  const world = await startWorld(clinic.people, seed);
  world.makeAdmin("Ada Min");
  await world.added(clinic.lead);
  await world.addsTeam(office, [coordinator, "Kim Ny"]);
  await world.person(coordinator).writes("coordinators here", { in: office });
  await world.person(clinic.lead).sets({ Coordinators: office });
  const teams: PlayedTeam[] = [];
  for (let at = 0; at < others; at += 1) {
    const team = teamAt(at);
    await world.addsTeam(team.name, team.people);
    teams.push({ ...team, channel: world.channelNamed(team.name).address.conversationId });
    await world.person(team.lead).sets({ Coordinators: office });
  }
  const all = [clinic, ...teams];
  const officeTeam: PlayedTeam = {
    name: office,
    channel: world.channelNamed(office).address.conversationId,
    lead: coordinator,
    people: [coordinator, "Kim Ny"],
  };
  const deeds = openDeeds(world);
  let named = 0;
  const name = (what: string): string => {
    named += 1;
    return `${what} ${random.id().replace(/[_-]/g, "x").slice(0, 12)}${named}`;
  };
  const paceOf = (team: PlayedTeam) => (team === clinic ? lively : quiet);
  const acts = async (team: PlayedTeam) => {
    for (let left = random.below(paceOf(team).acts + 1); left > 0; left -= 1) await act(deeds, team, random, name);
  };
  const digests: number[] = [];
  const meetings: Meeting[] = [];
  /** The instants (ms) to which the clock was moved: what was due in between happened at the next of them. */
  const stops: number[] = [];
  const moveTo = async (at: number) => {
    stops.push(at);
    await world.moveTo(at);
  };
  for (let round = 0; round < rounds; round += 1) {
    const { question, draft, digest } = roundAfter(round);
    await moveTo(question);
    deeds.readChats(officeTeam);
    for (const team of all) {
      deeds.readChats(team);
      await answer(deeds, team, paceOf(team), random, name);
    }
    await moveTo(question + day);
    await acts(clinic);
    const regretted = inPlaces(deeds, clinic, "unshown");
    if (regretted.length > 1 && random.happens(0.4)) await deeds.withdrew(regretted[0] as Known, world.person(regretted[0]?.author ?? ""));
    await moveTo(draft + minute);
    const drafted = inPlaces(deeds, clinic, "unshown");
    if (drafted.length > 1 && random.happens(0.4)) await deeds.heldBack(random.pick(drafted), world.person(clinic.lead), name("Held"));
    await moveTo(digest);
    digests.push(digest);
    for (const team of all) deeds.readChannel(team, digest);
    for (const meeting of meetings) meeting.minutes ??= minutesOf(meeting);
    await moveTo(digest + 2 * hour);
    for (const team of all) await acts(team);
    await moveTo(digest + day);
    await acts(clinic);
    if (round % 3 !== 0) {
      await moveTo(digest + day + 2 * hour);
      meetings.push(await meet(deeds, clinic, random, name, round % 3 === 1));
    }
    world.calls.length = 0;
  }
  await moveTo(roundAfter(rounds).digest - day);
  return { world, deeds, ledger: deeds.ledger, clinic, officeTeam, coordinator, teams: all, digests, stops, meetings };
};
