import { beforeEach, expect, test } from "vitest";
import { dateOf, local } from "../../src/domain/asking/local-time.ts";
import { readComing } from "../../src/store/due.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, type World } from "../world/world.ts";

/* A Swedish team in the days on which Sweden is off. */

const zone = "Europe/Stockholm";
const at = (written: string) => Date.parse(`${written}:00+02:00`);
const shown = (ms: number) => `${dateOf(ms, zone)} ${local(ms, zone).toPlainTime().toString().slice(0, 5)}`;

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
/** All that Gnist has said unasked, as `Pia Holm prompt 2027-03-30 13:00`. */
let heard: string[];

beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam());
  heard = [];
  const { post } = world.ports.channel;
  const names = new Map([sara, omar, pia, jonas].map(({ chatId, name }) => [chatId, name]));
  Object.assign(world.ports.channel, {
    post: (...[to, message, language]: Parameters<typeof post>) => {
      const what = message.say === "idea-form" ? message.why : message.say;
      heard.push(`${names.get(to.conversationId) ?? "team"} ${what} ${shown(world.now())}`);
      return post(to, message, language);
    },
  });
});

/** Lets the clock go on, and everything come at its own moment. */
const goOnTo = async (until: string): Promise<void> => {
  for (;;) {
    const [next] = await readComing(world.ports.rows, world.now());
    if (!next || next.at > at(until)) break;
    await world.moveTo(next.at);
  }
  await world.moveTo(at(until));
};

/** The team's first question comes after this moment. */
const beginsAt = async (written: string, settings: Record<string, string>): Promise<void> => {
  await sara.sets({ "Ask this team weekly": "false", "Days off": "Sweden", ...settings });
  await world.moveTo(at(written));
  await sara.sets({ "Ask this team weekly": "true" });
  heard = [];
};

/** The moments at which the team heard something, without who did. */
const told = (what: string): readonly string[] => [
  ...new Set(heard.filter((one) => one.includes(` ${what} `)).map((one) => one.slice(-16))),
];

const next = async () => {
  const { nextPromptAt = 0, nextDigestAt = 0 } = expectSay(await sara.writes("settings"), "settings");
  return [shown(nextPromptAt), shown(nextDigestAt)];
};

/** The moments at which the team's clock owes these. */
const owed = async (job: string): Promise<readonly string[]> =>
  (await readComing(world.ports.rows, world.now())).filter((due) => due.job.job === job).map((due) => shown(due.at));

test("Easter: from noon on Maundy Thursday to Tuesday nothing comes, and then everything in its order", async () => {
  await beginsAt("2027-03-15T09:00", {});
  expect(await next()).toEqual(["2027-03-18 13:00", "2027-03-23 13:00"]);
  await goOnTo("2027-03-18T14:00");
  await omar.answers("The printer is slow");
  await pia.answers("The door sticks");
  await goOnTo("2027-03-24T09:00");
  expect([told("draft"), told("digest")]).toEqual([["2027-03-23 09:00"], ["2027-03-23 13:00"]]);
  expect(await next()).toEqual(["2027-03-30 13:00", "2027-04-06 13:00"]);
  await jonas.writes("take #1");
  await goOnTo("2027-03-25T10:00");
  expect(told("news")).toEqual(["2027-03-24 15:00"]);
  await jonas.writes("take #2");
  heard = [];
  await goOnTo("2027-03-30T08:00");
  expect(heard).toEqual([]);
  await goOnTo("2027-03-30T14:00");
  expect(told("prompt")).toEqual(["2027-03-30 13:00"]);
  await omar.answers("The gate is loud");
  await pia.presses("Ask me tomorrow");
  await goOnTo("2027-03-31T09:00");
  expect([told("news"), told("again")]).toEqual([["2027-03-30 15:00"], ["2027-03-31 08:00"]]);
  heard = [];
  await goOnTo("2027-04-07T16:00");
  // Jonas has said nothing to the check-in: he is asked again after two working days.
  expect([told("reminder"), told("check-in"), told("draft"), told("digest")]).toEqual([
    ["2027-04-05 10:00"],
    ["2027-04-05 10:00", "2027-04-07 10:00"],
    ["2027-04-06 09:00"],
    ["2027-04-06 13:00"],
  ]);
  expect((await next())[0]).toBe("2027-04-08 13:00");
});

test("a request of the Wednesday before Easter ends with Tuesday, its third working day", async () => {
  await beginsAt("2027-03-15T09:00", {});
  await goOnTo("2027-03-18T14:00");
  await omar.answers("The printer is slow");
  await goOnTo("2027-03-24T09:00");
  await omar.writes("ask #1 Jonas Berg");
  expect(await owed("end-request")).toEqual(["2027-03-30 17:00"]);
});

test("midsummer moves draft and digest together, and a quiet summer has one question on its first day of work", async () => {
  await beginsAt("2027-06-14T09:00", {
    "Question: day": "Tuesday",
    "Reminder: day": "Thursday",
    "Digest: day": "Friday",
    "First day": "2027-07-05",
    "Last day": "2027-08-01",
  });
  await goOnTo("2027-06-22T14:00");
  await omar.answers("The printer is slow");
  heard = [];
  await goOnTo("2027-06-28T14:00");
  expect([told("reminder"), told("draft"), told("digest")]).toEqual([["2027-06-24 10:00"], ["2027-06-28 09:00"], ["2027-06-28 13:00"]]);
  await jonas.writes("take #1");
  await goOnTo("2027-07-03T12:00");
  expect(await next()).toEqual(["2027-08-02 13:00", "2027-08-06 13:00"]);
  await jonas.writes("test done #1");
  heard = [];
  await goOnTo("2027-08-02T07:00");
  expect(heard).toEqual([]);
  await goOnTo("2027-08-02T14:00");
  await pia.answers("The door sticks");
  await goOnTo("2027-08-06T14:00");
  expect([told("prompt"), told("news"), told("digest")]).toEqual([["2027-08-02 13:00"], ["2027-08-02 15:00"], ["2027-08-06 13:00"]]);
});
