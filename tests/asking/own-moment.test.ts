import { expect, test } from "vitest";
import { weekOf, weeksBetween } from "../../src/domain/asking/cadence.ts";
import { dayOffIn } from "../../src/domain/asking/days-off.ts";
import { dateOf, local, weekdayOf } from "../../src/domain/asking/local-time.ts";
import { type ChosenTimes, chosenTimes, weekdays } from "../../src/domain/people/own-times.ts";
import { readComing } from "../../src/store/due.ts";
import { seeded } from "../world/chance.ts";
import { day, hour, minute, roundAfter } from "../world/moments.ts";
import { aTeam, expectSay } from "../world/world.ts";

/* The whole Gnist on a drawn calendar; calendar-drawn.test.ts draws many more for the rules alone. */

const zone = "Europe/Stockholm";
const weeks = 12;
const quiet = { from: "2027-01-18", to: "2027-01-27" };

const hourOf = (at: number) => local(at, zone).hour;
const isOff = (at: number): boolean => {
  const date = dateOf(at, zone);
  const off = quiet.from <= date && date <= quiet.to ? "whole" : dayOffIn("SE", date);
  return off === "whole" || (off === "half" && hourOf(at) >= 12);
};

/** The moment at which a person should be asked in a round: looked for hour by hour, since all times are whole hours. */
const shouldBeAt = (own: ChosenTimes, startAt: number): number => {
  const isTheirDay = (at: number) => {
    const weekday = weekdayOf(at, zone);
    const isWorking = own.workingDays.length === 0 ? own.askDay !== 0 || weekday <= 5 : own.workingDays.includes(weekday);
    return (own.askDay === 0 || own.askDay === weekday) && isWorking;
  };
  for (let at = startAt; ; at += hour)
    if (isTheirDay(at) && !isOff(at) && hourOf(at) === Number((own.askTime || "13:00").slice(0, 2))) return at;
};

test("over twelve weeks of changing choices, days off and a quiet week nobody is asked twice in a week, on a day off or too often, and everybody who should be is asked", async () => {
  const random = seeded(18);
  const { world, sara, omar, pia, jonas } = await aTeam();
  const people = [omar, pia, jonas];
  await sara.sets({ "Days off": "Sweden", "First day": quiet.from, "Last day": quiet.to });

  type Chosen = { readonly from: number; readonly own: ChosenTimes };
  const chosen = new Map(people.map(({ chatId }) => [chatId, [{ from: 0, own: chosenTimes({}) }] as Chosen[]]));
  const ownAt = (chat: string, at: number) => chosen.get(chat)?.findLast(({ from }) => from <= at)?.own ?? chosenTimes({});
  const asked: { readonly chat: string; readonly at: number; readonly round: string | undefined }[] = [];
  /** The moment of their next question that My settings names. */
  const told: { readonly chat: string; readonly from: number; readonly at: number }[] = [];
  const said = new Set<string>();
  const { post } = world.ports.channel;
  Object.assign(world.ports.channel, {
    post: (...[to, message, language]: Parameters<typeof post>) => {
      const at = world.now();
      const why = message.say === "idea-form" ? message.why : message.say;
      said.add(why);
      expect(isOff(at), `${why} on a day off: ${new Date(at).toISOString()}`).toBe(false);
      if (why === "prompt" && "round" in message) asked.push({ chat: to.conversationId, at, round: message.round });
      return post(to, message, language);
    },
  });

  const changeSome = async () => {
    const person = random.pick(people);
    const workingDays = random.happens(0.5) ? [] : weekdays.filter(() => random.happens(0.5)).slice(0, 6);
    const own: ChosenTimes = {
      workingDays,
      askDay: random.happens(0.5) ? 0 : random.pick(workingDays.length > 0 ? workingDays : weekdays),
      askTime: random.pick(["", "08:00", "13:00", "16:00"]),
      askEvery: random.pick([1, 1, 2, 4]),
    };
    const before = { ...ownAt(person.chatId, world.now()), news: true };
    const all = workingDays.length === 0 ? weekdays : workingDays;
    const { askDay, askTime, askEvery } = own;
    const typed = {
      askDay: String(askDay),
      askTime: askTime || "team",
      askEvery: String(askEvery),
      workingDays: all.join(),
      news: "true",
    };
    await person.sendsByHand({ verb: "save-my-settings", before, ...typed });
    chosen.get(person.chatId)?.push({ from: world.now(), own });
    for (const { chatId, writes } of people) {
      const said = expectSay(await writes("my settings"), "my-settings");
      told.push({ chat: chatId, from: world.now(), at: said.next?.at ?? Number.POSITIVE_INFINITY });
    }
  };

  const end = roundAfter(weeks).question - hour;
  let changeAt = world.now();
  let answered = 0;
  while (world.now() < end) {
    if (world.now() >= changeAt) {
      await changeSome();
      changeAt = world.now() + random.between(hour, 9 * day);
    }
    // Sara, who has no times of her own, gives each round its digest.
    const saras = asked.filter(({ chat }) => chat === sara.chatId).length;
    if (saras > answered) {
      await sara.answers(`Friction ${saras}`);
      answered = saras;
    }
    const [next] = await readComing(world.ports.rows, world.now());
    await world.moveTo(Math.min(next?.at ?? end, changeAt, end));
  }

  const rounds = asked.filter(({ chat }) => chat === sara.chatId);
  // Two Thursdays are Christmas Eve and New Year's Eve: their questions come on the Mondays after, the second one in place of that week's own. The digest of
  // 14 January would wait for more than a week.
  expect(rounds.map(({ at }) => dateOf(at, zone))).toEqual([
    ...["2026-11-26", "2026-12-03", "2026-12-10", "2026-12-17", "2026-12-28"],
    ...["2027-01-04", "2027-01-28", "2027-02-04", "2027-02-11"],
  ]);
  expect([...said]).toEqual(expect.arrayContaining(["prompt", "reminder", "draft", "digest"]));
  for (const { chatId, name } of people) {
    const own = asked.filter(({ chat }) => chat === chatId);
    for (const [which, { at }] of own.entries()) {
      const before = own[which - 1];
      const { workingDays, askEvery } = ownAt(chatId, at);
      const isTheirs = workingDays.length === 0 || workingDays.includes(weekdayOf(at, zone));
      expect(isTheirs, `${name} was asked on a day off: ${new Date(at).toISOString()}`).toBe(true);
      const apart = before ? weeksBetween(weekOf(before.at, zone), weekOf(at, zone)) : askEvery;
      expect(apart, `${name} was asked too often: ${new Date(at).toISOString()}`).toBeGreaterThanOrEqual(askEvery);
    }
    // Of rounds during which they changed nothing, each asks them at their moment, if they were not asked too short a time before.
    for (const [which, { at: question, round: id }] of rounds.slice(0, -1).entries()) {
      const next = rounds[which + 1]?.at ?? 0;
      const theirs = ownAt(chatId, question);
      const isChanged = chosen.get(chatId)?.some(({ from }) => from > question - minute && from < next);
      const at = shouldBeAt(theirs, question);
      const last = own.findLast((one) => one.at < at - minute);
      const isTooSoon = last && weeksBetween(weekOf(last.at, zone), weekOf(at, zone)) < theirs.askEvery;
      if (isChanged || isTooSoon || at >= next) continue;
      const found = own.filter((one) => one.round === id).map((one) => one.at - at);
      expect(found.length, `${name} was not asked in round ${id}, ${dateOf(at, zone)}`).toBe(1);
      expect(Math.abs(found[0] ?? day), `${name} in round ${id}`).toBeLessThan(minute);
    }
  }
  for (const { chat, from, at } of told) {
    const until = chosen.get(chat)?.find((one) => one.from > from)?.from ?? end;
    const came = asked.find((one) => one.chat === chat && one.at >= from && one.at < until);
    const isTrue = came ? Math.abs(came.at - at) < minute : at > until - minute;
    expect(isTrue, `told at ${new Date(from).toISOString()}, asked at ${came ? new Date(came.at).toISOString() : "no time"}`).toBe(true);
  }
  expect(asked.length).toBeGreaterThan(20);
});
