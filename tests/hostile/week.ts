import { personIdOf } from "../../src/domain/ids.ts";
import { defaultSettings } from "../../src/domain/settings/default-settings.ts";
import { changeSettings, readRecentRounds } from "../../src/flows/settings/change-settings.ts";
import { readTeam } from "../../src/store/team.ts";
import type { Person, Team } from "../teams-stub/world.ts";
import { minute, monday, roundAfter, week } from "../world/moments.ts";
import { line } from "../world/words.ts";
import { unarchived } from "./bodies.ts";
import type { HostileWorld } from "./world.ts";

/** The weeks after a hostile one: nobody mutates anything, and every team must work as if nothing had been. */

/** Teams tells the truth again, Nina leads, and both teams have the settings of a new one: a mutated form may rightly have chosen others. */
export const heal = async (world: HostileWorld): Promise<void> => {
  const { stub, door, north, south, ids, ports, moveTo, now } = world;
  stub.trouble.clear();
  const nina = stub.world.find("Nina Ny");
  const lead = personIdOf(nina.tenantId, { entraId: nina.entraId, teamsId: nina.teamsId });
  await stub.installs(north, { by: nina });
  // An answer of the Connector may have said that a team is archived.
  for (const team of [north, south]) await door.send(JSON.stringify(unarchived(world, team, nina)));
  await stub.person(nina).writes("help");
  await moveTo(now() + 5 * minute, minute);
  // An admin may have changed the settings of all teams, those of the south too.
  for (const id of [ids.north, ids.south]) {
    const stored = await readTeam(ports.rows, id);
    if (!stored) throw new Error("A team is gone.");
    const ofNorth = id === ids.north ? { leads: [lead], channelId: north.id, largeTeamAgreed: true } : {};
    await changeSettings(ports, stored, await readRecentRounds(ports, id), now(), (team) => ({
      team: { ...team, ...ofNorth, settings: defaultSettings("Europe/Berlin", "en") },
    }));
  }
  await moveTo(now() + 5 * minute, minute);
};

/** The first round that begins a day or more from now. */
const nextRoundOf = (world: HostileWorld) => {
  for (let weeks = Math.floor((world.now() - monday) / week); ; weeks++) {
    const round = roundAfter(weeks);
    if (round.question > world.now() + 24 * 60 * minute) return round;
  }
};

/** A person of each team is asked, and answers; the digest of each team shows what they said. @returns what went wrong */
export const cleanWeek = async (world: HostileWorld): Promise<readonly string[]> => {
  const round = nextRoundOf(world);
  const wrong: string[] = [];
  const teams: readonly (readonly [Team, Person])[] = [
    [world.north, world.stub.world.find("Nina Ny")],
    [world.south, world.stub.world.find("Eva Ek")],
  ];
  const textOf = (team: Team) => `In ${team.name} the lamp of week ${round.id} is broken`;
  await world.moveTo(round.question + minute);
  for (const [team, person] of teams) {
    const asked = world.stub
      .person(person)
      .sees()
      .filter(({ at }) => at >= round.question - minute);
    if (!asked.some(({ buttons }) => buttons.includes("Send"))) wrong.push(`${person.name} was not asked in ${round.id}`);
    else {
      const { failed } = await world.stub.person(person).presses("Send", { inputs: { [line]: textOf(team) } });
      if (failed) wrong.push(`${person.name} could not answer in ${round.id}: ${failed}`);
    }
  }
  await world.moveTo(round.digest + minute);
  for (const [team, person] of teams) {
    const posts = world.stub
      .person(person)
      .sees({ in: team })
      .filter(({ at }) => at >= round.question);
    if (!posts.some(({ words }) => words.includes(textOf(team)))) wrong.push(`${team.name} has no digest with its answer of ${round.id}`);
  }
  return wrong;
};
