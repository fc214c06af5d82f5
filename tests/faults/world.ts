import { readAction } from "../../cards/index.ts";
import { personIdOf, teamIdOf } from "../../src/domain/ids.ts";
import type { Incoming, Reply } from "../../src/domain/incoming.ts";
import type { Message } from "../../src/domain/message/index.ts";
import type { Rows } from "../../src/ports.ts";
import type { Card, Filled } from "../world/cards.ts";
import { seeded } from "../world/chance.ts";
import { minute, monday } from "../world/moments.ts";
import { viewOf } from "../world/people.ts";
import { channelOf, chatWith, type Someone, type SomeTeam, whoOf } from "../world/places.ts";
import { find, sentBy } from "../world/press.ts";
import { openConnector, type TeamsPerson, type TeamsTeam } from "./connector.ts";
import { type Instance, startInstance } from "./instance.ts";
import { openStore } from "./store.ts";
import { openTime } from "./time.ts";

/** How large a world is, and where. */
export type Size = {
  readonly instances: number;
  readonly people: number;
  readonly teams: number;
  readonly tenants: number;
  /** Time zones, given to the teams in turn. */
  readonly zones: readonly string[];
  /** Share of the people who are in a second team, and of those who are guests. */
  readonly inTwo: number;
  readonly guests: number;
  /** Times that leads choose when they set their team up; the rest is as Gnist proposes. */
  readonly settings?: Filled;
};

export type WorldPerson = TeamsPerson & Someone & { readonly teams: WorldTeam[] };
export type WorldTeam = TeamsTeam & SomeTeam & { readonly zone: string; readonly lead: WorldPerson; isRemoved: boolean };

/** Time (ms) after which Teams delivers an unanswered activity again. */
const deliveredAgainMs = 15_000;

export type World = ReturnType<typeof openWorld>;

/** A whole run: Teams, the store, instances and people, all driven by one seed. */
export const openWorld = (
  seed: number,
  size: Size,
  {
    startAt = monday,
    twin,
    watch,
  }: { readonly startAt?: number; readonly twin?: (rows: Rows) => Rows; readonly watch?: (line: string) => void } = {},
) => {
  const time = openTime(startAt, watch);
  // Each part has its own random sequence, so that one part's draws do not change another's.
  const chanceOf = (what: number) => seeded(seed * 31 + what * 7_919);
  const store = openStore(time, chanceOf(1));
  const connector = openConnector(time, chanceOf(2));
  const ground = { time, store, connector, chance: chanceOf(3), ...(twin ? { twin } : {}) };
  const random = chanceOf(4);
  const people: WorldPerson[] = [];
  const teams: WorldTeam[] = [];
  const instances: Instance[] = [];
  /** Due rows that were spoilt by a scenario. */
  const unreadable = new Set<string>();
  /** Faults that the checks at the end would not see. */
  const wrong: string[] = [];
  let started = 0;

  const start = (aheadMs = 0): Instance => {
    const instance = startInstance(`${"ABCDEFGH"[started % 8]}${Math.floor(started / 8) || ""}`, ground, aheadMs);
    started += 1;
    instances.push(instance);
    return instance;
  };

  const bury = (): void => {
    for (let at = instances.length - 1; at >= 0; at--) if (instances[at]?.life.state === "dead") instances.splice(at, 1);
  };

  time.looksFind(() => {
    const aheadMs = instances.reduce((most, { clock }) => Math.max(most, clock.aheadMs), 0);
    return Math.min(store.firstJob(), store.firstDue(unreadable) - aheadMs);
  });

  /** An activity reaches one of the instances; where the answer does not come, Teams delivers it again, twice at most. */
  const deliver = (incoming: Incoming, heard: (reply: Reply | undefined) => void, zone?: string, again = 2): void => {
    const reachable = instances.filter(({ life }) => life.state !== "dead");
    const redeliver = () => {
      if (again > 0) deliver(incoming, heard, zone, again - 1);
    };
    if (reachable.length === 0) {
      time.after(deliveredAgainMs, "", redeliver);
      return;
    }
    const instance = random.pick(reachable);
    const waiting = time.after(deliveredAgainMs, "", redeliver);
    time.after(
      random.between(5, 40),
      `${instance.life.name} hears ${incoming.happened}`,
      () =>
        instance.answer(incoming, zone).then(
          (reply) => {
            if (instance.life.state === "dead") return;
            waiting.cancelled = true;
            heard(reply);
          },
          (fault: unknown) => {
            // A turn that failed is answered by HTTP 500; teams/open-teams.ts does that. Only a fault of the store is one that the world brought about.
            if (!String(fault).startsWith("StoreFault"))
              wrong.push(`a turn failed: ${fault instanceof Error ? fault.stack : String(fault)}`);
          },
        ),
      instance.life,
    );
  };

  const press = (
    person: WorldPerson,
    data: object,
    heard: (message: Message | undefined) => void = () => undefined,
    where = chatWith(person),
    again?: number,
  ) => {
    if (readAction(data) === undefined) wrong.push(`a form that Gnist does not read: ${JSON.stringify(data)}`);
    deliver({ happened: "pressed", who: whoOf(person), place: where, data }, (reply) => heard(reply?.message), undefined, again);
  };

  const makePeople = (): void => {
    for (let at = 0; at < size.people; at++) {
      const tenant = `tenant-${at % size.tenants}`;
      const known = { teamsId: `29:p${at}`, entraId: `entra-${at}`, name: `Person ${at}` };
      const isGuest = at >= size.teams && random.happens(size.guests);
      people.push({ ...known, isGuest, tenant, id: personIdOf(tenant, known), teams: [] });
    }
    for (let at = 0; at < size.teams; at++) {
      const tenant = `tenant-${at % size.tenants}`;
      const teamsId = `19:t${at}@thread.tacv2`;
      const lead = people[at] as WorldPerson;
      const zone = size.zones[at % size.zones.length] ?? "UTC";
      const team = { teamsId, tenant, name: `Team ${at}`, members: [], id: teamIdOf(tenant, teamsId), zone, lead, isRemoved: false };
      teams.push(team);
      connector.teams.set(teamsId, team);
    }
    const join = (person: WorldPerson, team: WorldTeam) => {
      if (person.tenant !== team.tenant || team.members.includes(person)) return;
      team.members.push(person);
      person.teams.push(team);
    };
    for (const [at, person] of people.entries()) {
      join(person, teams[at % size.teams] as WorldTeam);
      if (random.happens(size.inTwo)) join(person, random.pick(teams.filter(({ tenant }) => tenant === person.tenant)));
    }
  };

  const world = {
    seed,
    size,
    time,
    store,
    connector,
    random,
    people,
    teams,
    instances: instances as readonly Instance[],
    unreadable,
    wrong,
    start,
    deliver,
    press,
    up: (): readonly Instance[] => instances.filter(({ life, stopping }) => life.state === "up" && !stopping()),
    /** Kills one, and starts another in its place after a while. */
    crash(instance: Instance, restartMs: number): void {
      if (instance.life.state === "dead") return;
      instance.crash();
      bury();
      time.after(restartMs, "", () => void start(instance.clock.aheadMs));
    },
    /** Faultless: instances start, every team adds Gnist, and leads set their times. */
    async setUp(): Promise<void> {
      makePeople();
      for (let at = 0; at < size.instances; at++) start();
      for (const team of teams)
        deliver({ happened: "added-to-team", who: whoOf(team.lead), place: channelOf(team) }, () => undefined, team.zone);
      await time.run(time.now() + 2 * minute);
      const { settings } = size;
      if (settings) for (const team of teams) world.sets(team, settings);
      await time.run(time.now() + 2 * minute);
    },
    /** A lead chooses other times, or another zone, on the form that they ask for. @param changed by its inputs' labels */
    sets(team: WorldTeam, changed: Filled, heard: (message: Message | undefined) => void = () => undefined): void {
      const { lead } = team;
      deliver(
        { happened: "wrote", who: whoOf(lead), place: channelOf(team), text: "settings", activity: `${lead.id} ${time.now()}` },
        (reply) => {
          const card = reply?.message.say === "settings" ? viewOf(reply.message, "en").card : undefined;
          if (!card) return heard(reply?.message);
          const on = (shown: Card, title: string) => find([shown], (one) => one, title, { who: lead.name }).button;
          world.press(lead, sentBy(on(card, "When")), (said) => {
            const form = said?.say === "settings" ? viewOf(said, "en").card : undefined;
            // Not delivered again: a change cut off by a crash must be completed without a second delivery.
            if (form) world.press(lead, sentBy(on(form, "Save"), changed), heard, undefined, 0);
            else heard(said);
          });
        },
      );
    },
    /** Leaves a team, or all of them. */
    leave(person: WorldPerson, team: WorldTeam): void {
      team.members.splice(team.members.indexOf(person), 1);
      person.teams.splice(person.teams.indexOf(team), 1);
      deliver({ happened: "team-changed", place: channelOf(team) }, () => undefined);
    },
    /** Gnist is taken out of a team. */
    remove(team: WorldTeam): void {
      team.isRemoved = true;
      deliver({ happened: "removed-from-team", place: channelOf(team) }, () => undefined);
    },
    bury,
    /** Ends all faults, with a working instance in every place. */
    well(): void {
      store.well();
      connector.well();
      for (const instance of instances) instance.thaw();
      bury();
      for (let missing = size.instances - instances.filter(({ stopping }) => !stopping()).length; missing > 0; missing--) start();
    },
  };
  return world;
};
