import { weekOf } from "../../domain/asking/cadence.ts";
import { momentInstead, nextRoundFrom } from "../../domain/asking/own-moment.ts";
import type { RoundId } from "../../domain/ids.ts";
import { hasOwnTimes } from "../../domain/people/own-times.ts";
import { type Member, type PersonId, whyNotAsked } from "../../domain/people/person.ts";
import { rests, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { askGuard, insertNotAsked, mayHaveIt, readAsk, waitsForOwnTime } from "../../store/ask.ts";
import { type AskingRound, claimWeek, takeWeek } from "../../store/claims.ts";
import { readRound } from "../../store/round.ts";
import { mergeCancelled } from "../../store/send.ts";
import { readTeam, teamPartition } from "../../store/team.ts";
import { fewAtOnce } from "../few-at-once.ts";
import { isSuperseded, isTooSoon, weekAsked } from "./last-asked.ts";

/**
 * A person to ask. `answered`: they have already answered, on the card of another team. `ownAt`: the later moment that suits them. `why`: they get a row and no
 * question, since Teams takes none for them.
 */
export type ToAsk = {
  readonly person: PersonId;
  readonly isNew: boolean;
  readonly answered: boolean;
  readonly ownAt?: number;
  readonly why?: "blocked" | "not-installed";
};

/** A round that begins: `plannedAt` is the moment (ms) at which it was to begin. */
type Beginning = {
  readonly team: Team;
  readonly week: RoundId;
  readonly members: readonly Member[];
  readonly plannedAt: number;
  readonly now: number;
  /** People who have a question in this round already. */
  readonly asked: ReadonlySet<PersonId>;
  readonly atLast?: boolean;
};

/**
 * Chooses the people whom this team asks: everybody who may be asked, but a person in several teams only where no other team has their week, or where they
 * chose this one; and a person with times of their own at these. `leftOut`: another team has a person's week and has not asked them yet. `atLast`: this team
 * waits no longer for that.
 */
export const askedHere = async (
  ports: Ports,
  { team, week, members, plannedAt, now, asked, atLast = false }: Beginning,
): Promise<{ readonly toAsk: readonly ToAsk[]; readonly leftOut: boolean }> => {
  const { id, settings } = team;
  let leftOut = false;
  const toAsk = await fewAtOnce(members, async (member): Promise<ToAsk | undefined> => {
    const hasOwn = hasOwnTimes(member);
    const moment = hasOwn ? momentInstead(member, settings, plannedAt, now) : now;
    if (whyNotAsked(member, settings.notAsked, Math.max(moment, now))) return undefined;
    const { person, inSeveralTeams, askedSince } = member;
    const whole = { person, isNew: askedSince === undefined, answered: false };
    if (hasOwn ? asked.has(person) : !inSeveralTeams) return whole;
    const isLater = moment > now;
    if (isLater && moment >= nextRoundFrom(settings, plannedAt)) return undefined;
    const asking = { person, week: isLater ? weekOf(moment, settings.zone) : week, team: id, round: week };
    if (hasOwn && (await isTooSoon(ports, team, member, asking.week))) return undefined;
    const claimed = await claimFor(ports, asking, atLast);
    if (claimed === "not yet") leftOut = true;
    if (claimed === "answered") return { ...whole, isNew: false, answered: true };
    return claimed === "ours" ? { ...whole, ...(isLater ? { ownAt: moment } : {}) } : undefined;
  });
  return { toAsk: toAsk.filter((one) => one !== undefined), leftOut };
};

/** A round that is to ask a person in an ISO week: the round's own, or a later one for a person with times of their own. */
type WantedWeek = AskingRound & { readonly person: PersonId; readonly week: RoundId };

/**
 * Claims a person's week for a round, so that they get one question in it. `answered`: they have chosen this team on the card of another. `not yet`: another
 * team has claimed the week and has not asked them yet; `atLast` takes it over.
 */
export const claimFor = async (
  { rows }: Ports,
  { person, week, team, round }: WantedWeek,
  atLast: boolean,
): Promise<"ours" | "answered" | "theirs" | "not yet"> => {
  const claimed = await claimWeek(rows, person, week, { team, round });
  const isThisTeam = claimed.team === team;
  const before = { team: claimed.team, round: claimed.round ?? week };
  if (claimed.chose === team && !isThisTeam) return "answered";
  if (isThisTeam && before.round === round) return "ours";
  if (claimed.chose !== undefined || claimed.tag === undefined) return "theirs";
  const asked = await askedThere(rows, before, person, week);
  // A round of this team that has not come to it gives way to the later one.
  if (asked === "yes" || (asked === "at their time" && !isThisTeam)) return "theirs";
  if (asked === "not yet" && !isThisTeam && !atLast) return "not yet";
  if (asked !== "in another week" && !(await keepFromAsking(rows, before, person))) return "theirs";
  return (await takeWeek(rows, person, week, { team, round }, claimed.tag)) ? "ours" : "theirs";
};

/**
 * Has the round that claimed the person's week asked them, or may it be doing so now? `in another week`: it has, because they have chosen another time since.
 * `at their time`: it will, at a time of the person's own. `no`: it will not.
 */
const askedThere = async (
  rows: Ports["rows"],
  { team, round: id }: AskingRound,
  person: PersonId,
  week: RoundId,
): Promise<"yes" | "in another week" | "at their time" | "not yet" | "no"> => {
  const [stored, round, ask] = await Promise.all([readTeam(rows, team), readRound(rows, team, id), readAsk(rows, team, id, person)]);
  if (ask && mayHaveIt(ask)) {
    const isElsewhen = ask.atOwnTime && stored && weekAsked(ask, stored.team.settings.zone) !== week;
    return isElsewhen ? "in another week" : "yes";
  }
  if (!stored || rests(stored.team)) return "no";
  if (ask && waitsForOwnTime(ask)) return isSuperseded(stored.team, id) ? "no" : "at their time";
  if (ask?.delivery === "cancelled" || ask?.delivery === "refused" || round?.state === "closed") return "no";
  return "not yet";
};

/** Keeps a round from asking a person. False where it is asking them just now, or has. */
const keepFromAsking = async (rows: Ports["rows"], { team, round }: AskingRound, person: PersonId): Promise<boolean> => {
  const ask = await readAsk(rows, team, round, person);
  if (ask?.delivery === "cancelled" || ask?.delivery === "refused") return true;
  if (ask && (ask.answer !== undefined || (ask.delivery !== undefined && ask.delivery !== "again"))) return false;
  const change = ask ? mergeCancelled(askGuard(round, person), "elsewhere", ask.tag) : insertNotAsked(round, person, "elsewhere");
  return (await rows.commit(teamPartition(team), [change])) === "done";
};
