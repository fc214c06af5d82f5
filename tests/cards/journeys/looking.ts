import { type PaceStop, paceStops } from "../../../src/domain/pace.ts";
import { freshPace } from "../../../src/pace/rate.ts";
import { putPace, readPace } from "../../../src/store/pace.ts";
import { tenantPartition } from "../../../src/store/tenant.ts";
import { minute, nextRound, roundAfter, thisRound } from "../../world/moments.ts";
import { teamId, tenantId } from "../../world/world.ts";
import type { Journey } from "../journey.ts";

const strangers = ["Ny Ek", "Eva Ek"] as const;

const adminOf = (journey: Journey) => {
  journey.makeAdmin("Ada Min");
  return journey.person("Ada Min");
};

/** Stops all sending to the tenant for a time. */
const stop = async ({ ports: { rows }, now }: Journey, why: PaceStop) => {
  const { tag } = (await readPace(rows, tenantId)) ?? {};
  await rows.commit(tenantPartition(tenantId), [putPace({ ...freshPace(50), why, until: now() + 10 * minute }, tag)]);
};

/** Adds ids to the list of the tenant's teams, of teams that have no other rows. */
const listsMore = (journey: Journey, count: number) =>
  journey.ports.rows.commit(
    tenantPartition(tenantId),
    Array.from({ length: count }, (_, at) => ({ do: "put", key: `team|gone-${at}`, values: { v: 1, name: `Gone ${at}` } }) as const),
  );

/** A round that did not reach everybody, and how it looks while it is being sent. */
export const aRound = async (journey: Journey): Promise<void> => {
  const { lead, sara, omar, pia, ase, leila, ingrid, mats, person, words, moveTo, trouble } = journey;
  await journey.added();
  await lead.says("status");
  for (const name of strangers) journey.join(name);
  await journey.put({ job: "read-team", team: teamId });
  await moveTo(journey.now() + minute);
  await pia.says("pause");
  await lead.says("settings");
  await lead.presses(words.settings.groups.who);
  await lead.presses(words.buttons.save, { [words.settings.notAsked]: [ingrid.name] });
  trouble.set(omar.chatId, { outcome: "refused", why: "blocked", detail: "403" });
  trouble.set(person("Eva Ek").chatId, { outcome: "refused", why: "not-installed", detail: "403" });
  trouble.set(leila.chatId, { outcome: "refused", why: "too-big", detail: "413" });
  trouble.set(mats.chatId, { outcome: "doubtful", detail: "502" });
  trouble.set(ase.chatId, { outcome: "later", afterMs: 30 * minute, cause: "throttled", detail: "429" });
  await moveTo(thisRound.question);
  await sara.presses(words.buttons.nothing);
  await lead.says("status");
  await stop(journey, "throttled");
  await lead.says("status");
  trouble.delete(ase.chatId);
  await moveTo(journey.now() + 40 * minute);
  await lead.says("status");
};

/** A round that is well, a tenant that is stopped, and a lead who leaves. */
export const standings = async (journey: Journey): Promise<void> => {
  const { lead, sara, omar, pia, ase, leila, ingrid, mats, text, words, moveTo, receive, inChannel } = journey;
  const { buttons } = words;
  const ada = adminOf(journey);
  await ada.says("status");
  await journey.added();
  await moveTo(thisRound.question);
  for (const one of [lead, sara, omar, pia, ase, leila, ingrid, mats]) await one.presses(buttons.nothing);
  await ada.says("status");
  await receive({ happened: "team-archived", place: inChannel });
  await lead.says("status");
  await receive({ happened: "team-unarchived", place: inChannel });
  await journey.addsTeam(journey.otherTeam(2), strangers);
  await ada.says("status");
  for (const why of paceStops) {
    await stop(journey, why);
    await ada.says("status");
  }
  await ada.says("teams");
  await moveTo(journey.now() + 20 * minute);
  await journey.leaves(lead.name);
  await ada.says("teams");
  await ada.presses(buttons.open, { on: text.team });
};

/** An admin of some teams, not all of which are well. */
export const someTeams = async (journey: Journey): Promise<void> => {
  const { lead, sara, omar, leila, person, text, moveTo, trouble } = journey;
  const ada = adminOf(journey);
  await journey.added();
  await journey.addsTeam(journey.otherTeam(2), [lead.name, "Ny Ek"]);
  await ada.says("help");
  await ada.says("status");
  await lead.says("status");
  await ada.says("teams");
  trouble.set(omar.chatId, { outcome: "refused", why: "blocked", detail: "403" });
  trouble.set(person("Ny Ek").chatId, { outcome: "refused", why: "not-installed", detail: "403" });
  trouble.set(leila.chatId, { outcome: "doubtful", detail: "502" });
  await moveTo(thisRound.question);
  await sara.answers(text.titles[0]);
  await ada.says("status");
};

/** An admin of many teams, one of which is being asked. */
export const manyTeams = async (journey: Journey): Promise<void> => {
  const { ase, moveTo, trouble } = journey;
  const ada = adminOf(journey);
  await journey.added();
  await journey.addsTeam(journey.otherTeam(2), strangers);
  trouble.set(ase.chatId, { outcome: "later", afterMs: 30 * minute, cause: "throttled", detail: "429" });
  await moveTo(thisRound.question);
  await ada.says("status");
  await stop(journey, "outage");
  await ada.says("status");
  await listsMore(journey, 60);
  await ada.says("status");
  await moveTo(journey.now() + 40 * minute);
  await ada.says("status");
};

/** A team's numbers and those of all teams, before and after three rounds. */
export const numbers = async (journey: Journey): Promise<void> => {
  const { lead, sara, omar, pia, ase, leila, ingrid, mats, text, words, moveTo } = journey;
  const { buttons } = words;
  const ada = adminOf(journey);
  await journey.added();
  for (let at = 10; at < 13; at += 1) await journey.addsTeam(journey.otherTeam(at), [`Nils Ek ${at}`, `Nora Ek ${at}`]);
  await listsMore(journey, 20);
  const nora = journey.person("Nora Ek 10");
  await lead.says("numbers");
  await ada.says("numbers");
  const [first = "", second = "", third = ""] = text.titles;
  await moveTo(thisRound.question);
  await sara.answers(first);
  await omar.answers(second);
  await nora.answers(third);
  for (const one of [pia, ase, leila, ingrid]) await one.presses(buttons.nothing);
  await moveTo(thisRound.digest);
  await mats.says("take", "#1");
  await mats.says("test-done", "#1");
  await mats.presses(buttons.adopt, { [words.check.helped]: text.badgeResult, [words.check.minutes]: "15", [words.check.people]: "12" });
  await moveTo(nextRound.question);
  await pia.answers(third);
  await moveTo(nextRound.digest);
  await moveTo(roundAfter(2).question);
  await moveTo(roundAfter(2).digest);
  await lead.says("numbers");
  await moveTo(roundAfter(4).question);
  await ada.says("numbers");
  await ada.presses(buttons.teamList);
  await journey.person("Nils Ek 10").says("coordinators-here", "", { in: journey.otherTeam(10) });
  await nora.says("numbers");
  await mats.sendsByHand({ verb: "numbers-across" });
};

/** The numbers of few teams. */
export const fewNumbers = async (journey: Journey): Promise<void> => {
  const { moveTo } = journey;
  const ada = adminOf(journey);
  await journey.added();
  await moveTo(thisRound.question);
  await moveTo(thisRound.digest);
  await moveTo(roundAfter(2).question);
  await ada.says("numbers");
  await ada.presses(journey.words.buttons.teamList);
};
