import { expect } from "vitest";
import { expectSay } from "../world/world.ts";
import { daysFrom, type Known } from "./ledger.ts";
import { partOf, voicesOf, wrongInPart } from "./parts.ts";
import type { Played } from "./play.ts";

/** The agenda of a meeting, told by hand from the ledger. */

/** Open ideas for which a meeting of some minutes has room; an agenda comes for 30 minutes first. */
const rooms = { "30 minutes": 2, "15 minutes": 1, "60 minutes": 4 } as const;

/** The order of points, each as often as it may stand there. */
const order = ["check-in", "served", "hard", "actions", "worked", "example", "check-out"];

/** The lead calls up the agenda of the last review in each length. */
export const expectAgenda = async (played: Played): Promise<void> => {
  const { world, clinic, ledger } = played;
  const lead = world.person(clinic.lead);
  const { review } = expectSay(await lead.writes("review"), "review");
  await lead.presses("Agenda");
  const at = world.now();
  const shown = ledger.ideas(clinic.name).filter(({ shownAt }) => shownAt !== undefined);
  const open = shown.filter(({ place }) => place === "open" || place === "owned");
  const hardness = (known: Known): number => voicesOf(known) * (Math.floor(daysFrom(known.shownAt ?? 0, at) / 7) + 1);
  for (const [title, room] of Object.entries(rooms)) {
    const { agenda } = expectSay(title === "30 minutes" ? lead.sees().at(-1)?.message : await lead.presses(title), "agenda");
    const { points } = agenda;
    const whats = points.map(({ what }) => what);
    expect(whats).toEqual(whats.toSorted((one, other) => order.indexOf(one) - order.indexOf(other)));
    expect([whats[0], whats[1], whats.at(-1)]).toEqual(["check-in", "served", "check-out"]);
    // Nobody has written for people whom the team serves.
    expect(points[1]).toMatchObject({ ideas: [] });
    const hard = points.flatMap((point) => (point.what === "hard" ? [point.idea.title] : []));
    expect(wrongInPart(partOf(open, room, hardness), hard)).toEqual([]);
    const owned = shown.filter(({ place }) => place === "owned").length;
    expect(points.flatMap((point) => (point.what === "actions" ? [point.count] : []))).toEqual(owned > 0 ? [owned] : []);
    const best = review.worked.map(({ title: name, result }) => ({ title: name, result }));
    const example = points.flatMap((point) => (point.what === "example" ? [point.example] : []));
    expect(example.map(({ title: name, result, isOther }) => ({ title: name, result, isOther }))).toEqual(
      best.slice(0, 1).map((one) => ({ ...one, isOther: false })),
    );
    const worked = points.flatMap((point) => (point.what === "worked" ? point.ideas.map((idea) => idea.title) : []));
    expect(worked).toEqual(best.slice(1, 3).map((one) => one.title));
    const minutes = points.map((point) => point.minutes);
    expect([minutes.reduce((sum, one) => sum + one, 0), Math.min(...minutes) >= 1]).toEqual([Number.parseInt(title, 10), true]);
    const timeOf = (what: string) => points.flatMap((point) => (point.what === what ? [point.minutes] : []));
    expect(Math.min(...timeOf("hard"))).toBeGreaterThanOrEqual(Math.max(...timeOf("check-in"), ...timeOf("worked")));
    expect(clinic.people).toContain(agenda.leader);
  }
};
