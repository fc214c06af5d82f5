import { gaveBack } from "../domain/idea/event.ts";
import type { IdeaId } from "../domain/idea/idea.ts";
import { ideaIdOf, type TeamId } from "../domain/ids.ts";
import type { RefusalReason } from "../domain/message/refusal.ts";
import type { PersonId } from "../domain/people/person.ts";
import { leadsTeam } from "../domain/teams/substitute.ts";
import type { Team } from "../domain/teams/team.ts";
import type { Ports } from "../ports.ts";
import { readNumbered, type StoredIdea } from "../store/idea.ts";
import { readMember } from "../store/member.ts";
import { readTeam } from "../store/team.ts";
import { type Answer, type Outcome, refuse, type Scene, startReading } from "./flow.ts";
import { type About, type MaybeInPost, readAbout, readAboutNumber, withdrawnInstead } from "./ideas/about-idea.ts";
import type { Right, Route } from "./route.ts";
import { type Confirmers, confirmersOf, isAmong } from "./teams/confirmers.ts";
import {
  isLeadAsAdmin,
  isMember,
  type Meant,
  mayLookAcross,
  maySeeEveryTeam,
  meantTeam,
  onlyTeam,
  type TeamStanding,
  teamsOf,
  whyNone,
} from "./who.ts";

/** Input of a flow, beside what happened: the living team, the person's standing in it now, the moment, and the ports. */
export type Turn = {
  readonly team: Team;
  readonly tag: string;
  readonly who: PersonId;
  /** The person leads the team, or stands in for a lead. */
  readonly leads: boolean;
  readonly isMember: boolean;
  /** Other teams that the words could mean. */
  readonly others: readonly Team[];
  readonly now: number;
  readonly scene: Scene;
  readonly ports: Ports;
};

/** A turn about one idea, which was read together with the post that was pressed. */
export type IdeaTurn = Turn & About;

const turnIn = ({ team, tag, isMember }: TeamStanding, others: readonly Team[], scene: Scene, ports: Ports): Turn => {
  const { person: who } = scene.who;
  const now = ports.clock.now();
  return { team, tag, who, leads: isMember && leadsTeam(team, who, now), isMember, others, now, scene, ports };
};

/** Reads the team and the person's standing in it. A team of another tenant is refused. @param evenRemoved Gnist need not be in the team any more */
export const readTurn = async (id: TeamId, scene: Scene, ports: Ports, evenRemoved = false): Promise<Outcome<Turn>> => {
  const { person: who } = scene.who;
  const [stored, member] = await Promise.all([readTeam(ports.rows, id), readMember(ports.rows, id, who)]);
  if (!stored || (stored.team.removedAt !== undefined && !evenRemoved)) return { no: refuse("team-removed") };
  if (stored.team.tenantId !== scene.tenant) return { no: refuse("not-in-team") };
  return { got: turnIn({ ...stored, isMember: isMember(stored.team, who, member) }, [], scene, ports) };
};

/** Finds the team that words mean, and reads about it; that read starts early where only one team can be meant. */
const turnOfWords = async <T>(
  meant: Meant,
  scene: Scene,
  ports: Ports,
  read: (team: TeamId) => T,
): Promise<Outcome<{ readonly turn: Turn; readonly read: T }>> => {
  const early = await onlyTeam(scene);
  const reading = early === undefined ? undefined : { team: early, read: read(early) };
  const found = await meantTeam(scene, ports, meant);
  if ("no" in found) return found;
  const { team, others } = found.got;
  return {
    got: {
      turn: turnIn(found.got, others, scene, ports),
      read: reading?.team === team.id ? reading.read : read(team.id),
    },
  };
};

const asMember = ({ isMember }: Turn): RefusalReason | undefined => (isMember ? undefined : "not-in-team");
const asLead = (stood: Turn): RefusalReason | undefined => asMember(stood) ?? (stood.leads ? undefined : "not-a-lead");
const asLeadAlone = (stood: Turn): RefusalReason | undefined =>
  asLead(stood) ?? (stood.team.leads.includes(stood.who) ? undefined : "own-substitute");
const asOverseer = async (stood: Turn, ports: Ports): Promise<RefusalReason | undefined> => {
  const refused = stood.scene.isAdmin ? undefined : asLead(stood);
  return refused && (await maySeeEveryTeam(stood.scene, ports)) ? undefined : refused;
};

/** For rows that concern the person alone. */
export const anyone = <What>(run: (what: What, scene: Scene, ports: Ports) => Promise<Answer>): Route<What> => ({ right: "anyone", run });

/** For a flow whose own transaction checks that the person is a member, so that the right needs no read before it. */
export const byItsAnswer = <What>(run: (what: What, scene: Scene, ports: Ports) => Promise<Answer>): Route<What> => ({
  right: "member",
  run,
});

/** The id of a team, which every button of a team carries. */
export type NamesTeam = { readonly team: TeamId };

/** A read that a flow needs beside the team. It runs while the right is checked, and its result is dropped where the right is refused. */
type ReadBeside<What, R> = (what: What, ports: Ports, scene: Scene) => Promise<R>;

const inItsTeam =
  (right: Right, why: (stood: Turn, ports: Ports) => RefusalReason | undefined | Promise<RefusalReason | undefined>) =>
  <What, Before, R = undefined>(
    flow: (what: What, turn: Turn, read: R) => Promise<Answer>,
    read?: ReadBeside<Before, R>,
  ): Route<What & Before & NamesTeam> => ({
    right,
    run: async (what, scene, ports) => {
      const reading = read && startReading(read(what, ports, scene));
      const stood = await readTurn(what.team, scene, ports);
      if ("no" in stood) return stood.no;
      const refused = await why(stood.got, ports);
      return refused ? refuse(refused) : flow(what, stood.got, (await reading) as R);
    },
  });

export const member = inItsTeam("member", asMember);
export const lead = inItsTeam("lead", asLead);
export const leadAlone = inItsTeam("lead-alone", asLeadAlone);
export const leadOrAdmin = inItsTeam("lead-or-admin", (stood) => (stood.scene.isAdmin ? undefined : asLead(stood)));
export const leadAdderOrAdmin = inItsTeam("lead-adder-or-admin", (stood) => {
  if (stood.scene.isAdmin) return undefined;
  return stood.isMember && stood.who === stood.team.addedBy ? undefined : asLead(stood);
});
export const overseer = inItsTeam("overseer", asOverseer);

/** A turn about a claim to lead the team. `confirmers` is `lead` where a lead presses, else the people who may confirm the claim. */
export type ClaimTurn = Turn & { readonly confirmers: Confirmers | "lead" };

/** Team and claimer, which the buttons of a claim carry. */
export type NamesClaim = NamesTeam & { readonly person: PersonId };

/** For *Yes* to a claim. An admin's press passes even where the team has got a lead since the admins were asked: the flow then asks the lead. */
export const confirmer = <What, R>(
  flow: (what: What, turn: ClaimTurn, read: R) => Promise<Answer>,
  read: ReadBeside<NamesClaim, R>,
): Route<What & NamesClaim> => ({
  right: "confirmer",
  run: async (what, scene, ports) => {
    const reading = startReading(read(what, ports, scene));
    const stood = await readTurn(what.team, scene, ports);
    if ("no" in stood) return stood.no;
    const { team, who, leads } = stood.got;
    const refused = scene.isAdmin ? undefined : asMember(stood.got);
    if (refused) return refuse(refused);
    // Nobody confirms their own claim, a substitute neither.
    const confirmers = leads && who !== what.person ? "lead" : await confirmersOf(team, what.person, scene, ports);
    if (confirmers !== "lead" && !isAmong(confirmers, who) && !(scene.isAdmin && confirmers.isLed)) return refuse("not-a-lead");
    return flow(what, { ...stood.got, confirmers }, await reading);
  },
});

type NamesIdea = NamesTeam & MaybeInPost & { readonly idea: IdeaId };

const onIdea =
  (right: Right, why: (turn: Turn & About) => RefusalReason | undefined, evenRemoved = false) =>
  <What, Before, R = undefined>(
    flow: (what: What, turn: IdeaTurn, read: R) => Promise<Answer>,
    read?: ReadBeside<Before, R>,
  ): Route<What & Before & NamesIdea> => ({
    right,
    run: async (what, scene, ports) => {
      const reading = read && startReading(read(what, ports, scene));
      const [stood, about] = await Promise.all([readTurn(what.team, scene, ports, evenRemoved), readAbout(what, scene.who.person, ports)]);
      if ("no" in stood) return stood.no;
      if (!about) return refuse(asMember(stood.got) ?? "no-such-idea");
      const turn = { ...stood.got, ...about };
      const refused = why(turn);
      return refused ? refuse(refused, await ownerName(refused, turn)) : flow(what, turn, (await reading) as R);
    },
  });

/** Names the owner to a person who is refused because the idea has one. */
const ownerName = async (why: RefusalReason, { stored, names }: About): Promise<string | undefined> =>
  why === "already-owned" ? (await names).get(stored.idea.owner ?? "") : undefined;

const asAuthor = ({ stored, who }: Pick<IdeaTurn, "stored" | "who">): RefusalReason | undefined =>
  stored.idea.author === who ? undefined : "not-your-idea";
const asOwner = (turn: Turn & About): RefusalReason | undefined =>
  asMember(turn) ?? (turn.stored.idea.owner === turn.who ? undefined : "not-the-owner");
const asOwnerOrLead = (turn: Turn & About): RefusalReason | undefined =>
  asMember(turn) ?? (turn.leads || turn.stored.idea.owner === turn.who ? undefined : "not-the-owner");
const asAsked = (turn: Turn & About): RefusalReason | undefined => {
  const { stored, who } = turn;
  const { owner, askedOwner } = stored.idea;
  const isAsked = owner === who || askedOwner === who || gaveBack(stored.idea, who);
  return asMember(turn) ?? (isAsked ? undefined : owner ? "already-owned" : "request-over");
};

/** Why a person who is not the author may not do what its author and leads may. */
const asAuthorNotLead = (turn: Turn & About): RefusalReason | undefined => {
  const refused = asLead(turn);
  return refused === "not-a-lead" ? "not-your-idea" : refused;
};

/** Rights for buttons about one idea. */
export const idea = {
  member: onIdea("member", asMember),
  memberOrAuthor: onIdea("member-or-author", (turn) => (asAuthor(turn) === undefined ? undefined : asMember(turn))),
  authorOrLead: onIdea("author-or-lead", (turn) => (asAuthor(turn) === undefined ? undefined : asAuthorNotLead(turn))),
  authorOrLeadNow: onIdea("author-or-lead-now", (turn) => (asAuthor(turn) === undefined ? asMember(turn) : asAuthorNotLead(turn))),
  lead: onIdea("lead", asLead),
  author: onIdea("author", asAuthor),
  authorNow: onIdea("author-now", (turn) => asAuthor(turn) ?? asMember(turn)),
  /** Also in a team that Gnist was removed from: the idea's words are still stored there. */
  authorEver: onIdea("author", asAuthor, true),
  owner: onIdea("owner", asOwner),
  asked: onIdea("asked", asAsked),
  ownerOrLead: onIdea("owner-or-lead", asOwnerOrLead),
} as const;

const forHolder =
  (evenRemoved: boolean) =>
  <What>(flow: (what: What, turn: IdeaTurn) => Promise<Answer>): Route<What & NamesTeam & { readonly secret: string }> => ({
    right: "holder",
    run: async (what, scene, ports) => {
      const { team, secret } = what;
      const [stood, about] = await Promise.all([
        readTurn(team, scene, ports, evenRemoved),
        readAbout({ team, idea: ideaIdOf(secret) }, scene.who.person, ports),
      ]);
      if ("no" in stood) return stood.no;
      return about && about.stored.idea.author === undefined ? flow(what, { ...stood.got, ...about }) : refuse("no-such-idea");
    },
  });

/** For the receipt of an idea that keeps no author: its secret is the right. */
export const holder = {
  now: forHolder(false),
  /** Also in a team that Gnist was removed from: the idea's words are still stored there. */
  ever: forHolder(true),
} as const;

/** A read about the team that words mean. */
type ReadOf<What, R> = (team: TeamId, what: What, ports: Ports, scene: Scene) => Promise<R>;

const byWords =
  (right: "member" | "lead" | "lead-alone", meant: Meant, why: (stood: Turn) => RefusalReason | undefined = () => undefined) =>
  <What, R = undefined>(flow: (what: What, turn: Turn, read: R) => Promise<Answer>, read?: ReadOf<What, R>): Route<What> => ({
    right,
    run: async (what, scene, ports) => {
      const found = await turnOfWords(meant, scene, ports, (team) => read && startReading(read(team, what, ports, scene)));
      if ("no" in found) return found.no;
      const refused = why(found.got.turn);
      return refused ? refuse(refused) : flow(what, found.got.turn, (await found.got.read) as R);
    },
  });

const onNumber =
  (right: Right, why: (turn: Turn & About) => RefusalReason | undefined = () => undefined) =>
  <What, R = undefined>(
    flow: (what: What, turn: IdeaTurn, read: R) => Promise<Answer>,
    read?: ReadOf<What, R>,
  ): Route<What & { readonly number: number }> => ({
    right,
    run: async (what, scene, ports) => {
      const found = await turnOfWords("one", scene, ports, (team) => ({
        about: startReading(readAboutNumber(team, what.number, scene.who.person, ports)),
        more: read && startReading(read(team, what, ports, scene)),
      }));
      if ("no" in found) return found.no;
      const about = await found.got.read.about;
      if (!about) return refuse("no-such-idea", `#${what.number}`);
      const turn = { ...found.got.turn, ...about };
      if (about.stored.idea.stage === "withdrawn") return withdrawnInstead(turn);
      const refused = why(turn);
      return refused ? refuse(refused, await ownerName(refused, turn)) : flow(what, turn, (await found.got.read.more) as R);
    },
  });

/** For words about one's own idea: the idea with this number, even a withdrawn one, or without a number the idea that `newest` finds. */
const author = <What extends { readonly number?: number }>(
  flow: (turn: Turn, stored: StoredIdea) => Promise<Answer>,
  newest: (team: TeamId, who: PersonId, ports: Ports) => Promise<StoredIdea | undefined>,
): Route<What> => ({
  right: "author",
  run: async ({ number }, scene, ports) => {
    const { person: who } = scene.who;
    const found = await turnOfWords("ever", scene, ports, (team) =>
      startReading(number === undefined ? newest(team, who, ports) : readNumbered(ports.rows, team, number)),
    );
    if ("no" in found) return found.no;
    const stored = await found.got.read;
    if (!stored) return refuse("no-such-idea", number === undefined ? undefined : `#${number}`);
    const refused = asAuthor({ stored, who });
    return refused ? refuse(refused) : flow(found.got.turn, stored);
  },
});

/** Rights for words. The team is the channel's, or in a person's chat the one they are in. Where several are possible, Gnist asks which. */
export const says = {
  /** The first of several teams by name is meant, and the flow offers the others. */
  memberOfAny: byWords("member", "any"),
  /** The first of several teams that the person leads is meant, or else the first by name. */
  memberOrLead: byWords("member", "led-first"),
  member: byWords("member", "one"),
  lead: byWords("lead", "led"),
  leadAlone: byWords("lead-alone", "led", asLeadAlone),
  author,
  onNumber: {
    member: onNumber("member"),
    asked: onNumber("asked", asAsked),
    owner: onNumber("owner", asOwner),
    ownerOrLead: onNumber("owner-or-lead", asOwnerOrLead),
  },
} as const;

/**
 * For a button that stands for typed words, and carries their message's name. It carries its team only where they were written in a channel: elsewhere the first
 * team by name is meant, and the flow offers the others.
 */
export const memberOfThisOrAny = <What extends { readonly team?: TeamId; readonly typed?: string }, R = undefined>(
  flow: (what: What, turn: Turn, read: R) => Promise<Answer>,
  read?: ReadOf<What, R>,
): Route<What> => {
  const { right, run } = says.memberOfAny(flow, read);
  const asTyped = ({ team, typed }: What) => ({
    ...(team === undefined ? {} : { chosen: team }),
    ...(typed === undefined ? {} : { typed }),
  });
  return { right, run: (what, scene, ports) => run(what, { ...scene, ...asTyped(what) }, ports) };
};

/** The teams that a person may look at: the one of the channel they write in, every team of the tenant, or the teams they lead. */
export type Scope =
  | { readonly sees: "team"; readonly team: Team; readonly leads: boolean }
  | { readonly sees: "tenant" }
  | { readonly sees: "mine"; readonly teams: readonly Team[] };

type LookFlow<What> = (what: What, scope: Scope, scene: Scene, ports: Ports) => Promise<Answer>;

/** For a look at how teams stand. In a channel: its team, for its leads and admins. In chat: all teams for an admin, and for a lead the teams they lead. */
export const look = <What>(flow: LookFlow<What>): Route<What> => ({
  right: "overseer",
  run: async (what, scene, ports) => {
    if (scene.where.kind === "channel") {
      const stood = await readTurn(scene.where.team, scene, ports);
      if ("no" in stood) return stood.no;
      const refused = await asOverseer(stood.got, ports);
      if (refused) return refuse(refused);
      return flow(what, { sees: "team", team: stood.got.team, leads: stood.got.leads }, scene, ports);
    }
    const teams = scene.isAdmin ? [] : await teamsOf(scene, ports);
    const led = teams.filter((team) => leadsTeam(team, scene.who.person, ports.clock.now()));
    if (scene.isAdmin || isLeadAsAdmin(scene, teams)) return flow(what, { sees: "tenant" }, scene, ports);
    return led.length > 0
      ? flow(what, { sees: "mine", teams: led }, scene, ports)
      : refuse(teams.length > 0 ? "not-a-lead" : await whyNone(scene));
  },
});

/** For what admins do for a whole tenant. */
export const admin = <What>(flow: (what: What, scene: Scene, ports: Ports) => Promise<Answer>): Route<What> => ({
  right: "admin",
  run: async (what, scene, ports) => ((await maySeeEveryTeam(scene, ports)) ? flow(what, scene, ports) : refuse("not-an-admin")),
});

type AcrossFlow<What> = (what: What, scene: Scene, ports: Ports) => Promise<Answer>;

/** For a look at the numbers of all teams. */
export const across = <What>(flow: AcrossFlow<What>): Route<What> => ({
  right: "across",
  run: async (what, scene, ports) => (mayLookAcross(scene, await teamsOf(scene, ports)) ? flow(what, scene, ports) : refuse("not-across")),
});

/** For words about one's own team, which for a person who is not in the team, or in none, are about all teams where they may look across them. */
export const memberOrAcross = <What>(own: (what: What, turn: Turn) => Promise<Answer>, all: AcrossFlow<What>): Route<What> => ({
  right: "member-or-across",
  run: async (what, scene, ports) => {
    const teams = await teamsOf(scene, ports);
    const meant = scene.where.kind === "channel" ? scene.where.team : scene.chosen;
    const isIn = meant === undefined ? teams.length > 0 : teams.some(({ id }) => id === meant);
    return !isIn && mayLookAcross(scene, teams) ? all(what, scene, ports) : says.member(own).run(what, scene, ports);
  },
});

/** For the list of all teams. A person who may not see all of them sees the teams they lead. */
export const listOfAllOrLed = <What>(flow: LookFlow<What>): Route<What> => ({
  right: "overseer",
  run: async (what, scene, ports) => {
    if (await maySeeEveryTeam(scene, ports)) return flow(what, { sees: "tenant" }, scene, ports);
    const now = ports.clock.now();
    const led = (await teamsOf(scene, ports)).filter((team) => leadsTeam(team, scene.who.person, now));
    return led.length > 0 ? flow(what, { sees: "mine", teams: led }, scene, ports) : refuse("not-an-admin");
  },
});
