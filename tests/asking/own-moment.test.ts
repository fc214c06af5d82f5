import { describe, expect, test } from "vitest";
import { weekOf, weeksBetween } from "../../src/domain/asking/cadence.ts";
import { dateOf, weekdayOf } from "../../src/domain/asking/local-time.ts";
import type { RoundId } from "../../src/domain/ids.ts";
import { type ChosenTimes, chosenTimes, weekdays } from "../../src/domain/people/own-times.ts";
import { readComing } from "../../src/store/due.ts";
import { seeded } from "../world/chance.ts";
import { day, hour, minute, roundAfter, week } from "../world/moments.ts";
import { aTeam } from "../world/world.ts";

const zone = "Europe/Stockholm";
const weeks = 12;

/** The moment at which a person should be asked in a round: looked for hour by hour, since all times are whole hours. */
const shouldBeAt = (own: ChosenTimes, startAt: number): number => {
  const time = (at: number) => new Date(at).toLocaleTimeString("sv", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
  const isTheirDay = (at: number) => {
    const weekday = weekdayOf(at, zone);
    return (own.askDay === 0 || own.askDay === weekday) && (own.workingDays.length === 0 || own.workingDays.includes(weekday));
  };
  for (let at = startAt; ; at += hour) if (isTheirDay(at) && time(at) === (own.askTime || "13:00")) return at;
};

describe("over twelve weeks of changing choices", () => {
  test.each([18, 45])(
    "nobody is asked twice in a week, on a day off or too often, and everybody who should be is asked (seed %i)",
    async (seed) => {
      const random = seeded(seed);
      const { world, sara, omar, pia, jonas } = await aTeam();
      const people = [omar, pia, jonas];
      await sara.sets({ "Reminder: day": "No reminder" });

      type Chosen = { readonly from: number; readonly own: ChosenTimes };
      const chosen = new Map(people.map(({ chatId }) => [chatId, [{ from: 0, own: chosenTimes({}) }] as Chosen[]]));
      const ownAt = (chat: string, at: number) => chosen.get(chat)?.findLast(({ from }) => from <= at)?.own ?? chosenTimes({});
      const asked: { readonly chat: string; readonly at: number; readonly round: RoundId | undefined }[] = [];
      const { post } = world.ports.channel;
      Object.assign(world.ports.channel, {
        post: (...[to, message, language]: Parameters<typeof post>) => {
          if (message.say === "idea-form" && message.why === "prompt")
            asked.push({ chat: to.conversationId, at: world.now(), round: message.round });
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
      };

      const end = roundAfter(weeks).question - hour;
      let changeAt = world.now();
      while (world.now() < end) {
        if (world.now() >= changeAt) {
          await changeSome();
          changeAt = world.now() + random.between(hour, 9 * day);
        }
        const [next] = await readComing(world.ports.rows, world.now());
        await world.moveTo(Math.min(next?.at ?? end, changeAt, end));
      }

      for (const { chatId, name } of people) {
        const own = asked.filter(({ chat }) => chat === chatId);
        for (const [which, { at }] of own.entries()) {
          const before = own[which - 1];
          const { workingDays, askEvery } = ownAt(chatId, at);
          const weekday = weekdayOf(at, zone);
          expect(
            workingDays.length === 0 || workingDays.includes(weekday),
            `${name} was asked on a day off: ${new Date(at).toISOString()}`,
          ).toBe(true);
          const apart = before ? weeksBetween(weekOf(before.at, zone), weekOf(at, zone)) : askEvery;
          expect(apart, `${name} was asked too often: ${new Date(at).toISOString()}`).toBeGreaterThanOrEqual(askEvery);
        }
        // Of rounds during which they changed nothing, each asks them at their moment, if they were not asked too short a time before.
        for (let round = 0; round < weeks - 1; round++) {
          const { question, id } = roundAfter(round);
          const theirs = ownAt(chatId, question);
          const isChanged = chosen.get(chatId)?.some(({ from }) => from > question - minute && from < question + week);
          const at = shouldBeAt(theirs, question);
          const last = own.findLast((one) => one.at < at - minute);
          const isTooSoon = last && weeksBetween(weekOf(last.at, zone), weekOf(at, zone)) < theirs.askEvery;
          if (isChanged || isTooSoon) continue;
          const found = own.filter((one) => one.round === id).map((one) => one.at - at);
          expect(found.length, `${name} was not asked in round ${id}, ${dateOf(at, zone)}`).toBe(1);
          expect(Math.abs(found[0] ?? week), `${name} in round ${id}`).toBeLessThan(minute);
        }
      }
      expect(asked.length).toBeGreaterThan(20);
    },
  );
});
