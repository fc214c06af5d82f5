import type { IdeaId } from "../domain/idea.ts";
import type { Language } from "../domain/language.ts";
import { gaveBack } from "../domain/life.ts";
import type { Message, RefusalReason } from "../domain/message.ts";
import type { PersonId } from "../domain/person.ts";
import type { Team, TeamId } from "../domain/team.ts";
import type { Ports } from "../ports.ts";
import { readMember } from "../store/people.ts";
import { readTeam } from "../store/teams.ts";
import { type About, readAbout, readAboutNumber } from "./about-idea.ts";
import { type Answer, begun, type Outcome, refuse, type Scene } from "./flow.ts";
import { isMember, isOverseer, leadsTeam, type Meant, meantTeam, onlyTeam, teamsOf } from "./who.ts";

/**
 * What a person must be for a button or a command to work. A right is what they are now; each is written beside its row in entry/routes.ts, and no flow looks
 * one up.
 * - `anyone`: whoever writes to Gnist; it concerns themselves alone.
 * - `member`, `lead`: of the team that is meant. `lead-or-admin`: an admin of this tenant may too.
 * - `confirmer`: of the claim that somebody leads the team; its lead, and where it has none, whom flows/claim-lead.ts names.
 * - `overseer`: its lead, or an admin who looks at every team. `admin`: an admin alone; on a local machine without one, a lead stands in.
 * - `author`: of the idea, also where they have left the team or are a guest in it now.
 * - `owner`, `asked` (to own it, or the owner, or who was so until they gave it back), `owner-or-lead`: of the idea, and a member.
 */
export type Right =
  | "anyone"
  | "member"
  | "lead"
  | "lead-or-admin"
  | "confirmer"
  | "overseer"
  | "admin"
  | "author"
  | "owner"
  | "asked"
  | "owner-or-lead";

/** What a flow is given beside what happened: the living team, the person in it as they are now, the moment, and the world. */
export type Turn = {
  readonly team: Team;
  readonly tag: string;
  readonly who: PersonId;
  /** They lead the team. */
  readonly leads: boolean;
  readonly isMember: boolean;
  /** Other teams that could have been meant. */
  readonly others: readonly Team[];
  readonly now: number;
  readonly scene: Scene;
  readonly ports: Ports;
};

/** A turn about one idea, which was read together with the post that was pressed. */
export type IdeaTurn = Turn & About;

/** A row of entry/routes.ts. */
export type Route<What> = {
  readonly right: Right;
  readonly run: (what: What, scene: Scene, ports: Ports) => Promise<Answer>;
  /** The language that its card was written in: it is answered in it, and nothing is read before what was sent is stored. */
  readonly languageOf?: (what: What) => Language | undefined;
  /** The form as it comes back with its text where the store could not keep it. */
  readonly formAgain?: (what: What, problem: NotKept) => Message;
};

/** Why the store did not keep a form: it is away, or will never take this. */
export type NotKept = "not-saved" | "not-storable";

/** A row whose form comes back where the store could not keep it. */
export const comingBack = <What>(route: Route<What>, more: Pick<Route<What>, "languageOf" | "formAgain">): Route<What> => ({
  ...route,
  ...more,
});

/** Reads the team and the person's standing in it. A team of another tenant is none of theirs. @param evenRemoved Gnist need not be in it any more */
const stand = async (id: TeamId, scene: Scene, ports: Ports, evenRemoved = false): Promise<Outcome<Turn>> => {
  const { person: who } = scene.who;
  const [stored, member] = await Promise.all([readTeam(ports.rows, id), readMember(ports.rows, id, who)]);
  if (!stored || (stored.team.removedAt !== undefined && !evenRemoved)) return { no: refuse("team-removed") };
  const { team, tag } = stored;
  if (team.tenantId !== scene.place.address.tenantId) return { no: refuse("not-in-team") };
  const isIn = isMember(team, who, member);
  const turn = { team, tag, who, leads: isIn && leadsTeam(team, who), isMember: isIn, others: [], now: ports.clock.now(), scene, ports };
  return { got: turn };
};

const asMember = ({ isMember }: Turn): RefusalReason | undefined => (isMember ? undefined : "not-in-team");
const asLead = (stood: Turn): RefusalReason | undefined => asMember(stood) ?? (stood.leads ? undefined : "not-a-lead");

/** It concerns the person alone. */
export const anyone = <What>(run: (what: What, scene: Scene, ports: Ports) => Promise<Answer>): Route<What> => ({ right: "anyone", run });

/** A member proves that they are one by the transaction that stores their answer, so that nothing is read before it. */
export const byItsAnswer = <What>(run: (what: What, scene: Scene, ports: Ports) => Promise<Answer>): Route<What> => ({
  right: "member",
  run,
});

type InTeam = { readonly team: TeamId };

/** What a flow needs beside the team: read while the right is looked up, and not used where it is refused. */
type Read<What, R> = (what: What, ports: Ports, scene: Scene) => Promise<R>;

const inTeam =
  (right: Right, why: (stood: Turn, ports: Ports) => RefusalReason | undefined | Promise<RefusalReason | undefined>) =>
  <What, Before, R = undefined>(
    flow: (what: What, turn: Turn, read: R) => Promise<Answer>,
    read?: Read<Before, R>,
  ): Route<What & Before & InTeam> => ({
    right,
    run: async (what, scene, ports) => {
      const reading = read && begun(read(what, ports, scene));
      const stood = await stand(what.team, scene, ports);
      if ("no" in stood) return stood.no;
      const refused = await why(stood.got, ports);
      return refused ? refuse(refused) : flow(what, stood.got, (await reading) as R);
    },
  });

export const member = inTeam("member", asMember);
export const lead = inTeam("lead", asLead);
export const leadOrAdmin = inTeam("lead-or-admin", (stood) => (stood.scene.isAdmin ? undefined : asLead(stood)));
export const confirmer = inTeam("confirmer", (turn) => (turn.scene.isAdmin ? undefined : asMember(turn)));
export const overseer = inTeam("overseer", async (stood, ports) => {
  const refused = stood.scene.isAdmin ? undefined : asLead(stood);
  return refused && (await isOverseer(stood.scene, ports)) ? undefined : refused;
});

type AboutIdea = InTeam & { readonly idea: IdeaId; readonly digest?: string | undefined };

const onIdea =
  (right: Right, why: (turn: Turn & About) => RefusalReason | undefined, evenRemoved = false) =>
  <What, Before, R = undefined>(
    flow: (what: What, turn: IdeaTurn, read: R) => Promise<Answer>,
    read?: Read<Before, R>,
  ): Route<What & Before & AboutIdea> => ({
    right,
    run: async (what, scene, ports) => {
      const reading = read && begun(read(what, ports, scene));
      const [stood, about] = await Promise.all([stand(what.team, scene, ports, evenRemoved), readAbout(what, scene.who.person, ports)]);
      if ("no" in stood) return stood.no;
      if (!about) return refuse(asMember(stood.got) ?? "no-such-idea");
      const turn = { ...stood.got, ...about };
      const refused = why(turn);
      return refused ? refuse(refused, await ownerName(refused, turn)) : flow(what, turn, (await reading) as R);
    },
  });

/** Whoever is told that an idea has an owner hears who it is. */
const ownerName = async (why: RefusalReason, { stored, names }: About): Promise<string | undefined> =>
  why === "already-owned" ? (await names).get(stored.idea.owner ?? "") : undefined;

const asAuthor = ({ stored, who }: Turn & About): RefusalReason | undefined => (stored.idea.author === who ? undefined : "not-your-idea");
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

/** The same rights, for buttons about one idea. */
export const idea = {
  member: onIdea("member", asMember),
  lead: onIdea("lead", asLead),
  author: onIdea("author", asAuthor),
  /** Also of an idea in a team that Gnist was removed from: its words are still kept there. */
  authorEver: onIdea("author", asAuthor, true),
  owner: onIdea("owner", asOwner),
  asked: onIdea("asked", asAsked),
  ownerOrLead: onIdea("owner-or-lead", asOwnerOrLead),
} as const;

const said =
  (right: "member" | "lead", meant: Meant) =>
  <What, R = undefined>(
    flow: (what: What, turn: Turn, read: R) => Promise<Answer>,
    read?: (team: TeamId, what: What, ports: Ports, scene: Scene) => Promise<R>,
  ): Route<What> => ({
    right,
    run: async (what, scene, ports) => {
      const early = read && (await onlyTeam(scene));
      const reading = early === undefined ? undefined : begun(read?.(early, what, ports, scene) ?? Promise.resolve(undefined));
      const found = await meantTeam(scene, ports, meant);
      if ("no" in found) return found.no;
      const { team, tag, others } = found.got;
      const { person: who } = scene.who;
      const turn: Turn = { team, tag, who, leads: leadsTeam(team, who), isMember: true, others, now: ports.clock.now(), scene, ports };
      return flow(what, turn, (await (reading && early === team.id ? reading : read?.(team.id, what, ports, scene))) as R);
    },
  });

const onNumber =
  (right: Right, why: (turn: Turn & About) => RefusalReason | undefined) =>
  <What, R = undefined>(
    flow: (what: What, turn: IdeaTurn, read: R) => Promise<Answer>,
    read?: (team: TeamId, what: What, ports: Ports) => Promise<R>,
  ): Route<What & { readonly number: number }> => ({
    right,
    run: async (what, scene, ports) => {
      const early = await onlyTeam(scene);
      const more = early === undefined ? undefined : begun(read?.(early, what, ports) ?? Promise.resolve(undefined));
      const reading = early === undefined ? undefined : begun(readAboutNumber(early, what.number, scene.who.person, ports));
      const found = await meantTeam(scene, ports, "one");
      if ("no" in found) return found.no;
      const { team, tag } = found.got;
      const about = await (reading && early === team.id ? reading : readAboutNumber(team.id, what.number, scene.who.person, ports));
      if (!about) return refuse("no-such-idea", `#${what.number}`);
      const { person: who } = scene.who;
      const turn = {
        team,
        tag,
        who,
        leads: leadsTeam(team, who),
        isMember: true,
        others: [],
        now: ports.clock.now(),
        scene,
        ports,
        ...about,
      };
      const refused = why(turn);
      if (refused) return refuse(refused, await ownerName(refused, turn));
      return flow(what, turn, (await (more && early === team.id ? more : read?.(team.id, what, ports))) as R);
    },
  });

/** The same rights, for words: the team is the channel's, or in somebody's chat the one they are in. Where that could be several, they are asked which. */
export const says = {
  /** Of several teams the first by name is meant, and the flow offers the others. */
  memberOfAny: said("member", "any"),
  member: said("member", "one"),
  lead: said("lead", "led"),
  onNumber: {
    member: onNumber("member", asMember),
    asked: onNumber("asked", asAsked),
    ownerOrLead: onNumber("owner-or-lead", asOwnerOrLead),
  },
} as const;

/** What somebody may look at: the team of the channel they write in, every team of the tenant, or the teams they lead. */
export type Scope =
  | { readonly sees: "team"; readonly team: Team; readonly leads: boolean }
  | { readonly sees: "tenant" }
  | { readonly sees: "mine"; readonly teams: readonly Team[] };

type Look<What> = (what: What, scope: Scope, scene: Scene, ports: Ports) => Promise<Answer>;

/** For a look at how teams stand: a channel's team by its leads and overseers; in chat all teams by an overseer, or those that somebody leads. */
export const look = <What>(flow: Look<What>): Route<What> => ({
  right: "overseer",
  run: async (what, scene, ports) => {
    if (scene.place.kind === "channel") {
      const stood = await stand(scene.place.team, scene, ports);
      if ("no" in stood) return stood.no;
      const refused = scene.isAdmin ? undefined : asLead(stood.got);
      if (refused && !(await isOverseer(scene, ports))) return refuse(refused);
      return flow(what, { sees: "team", team: stood.got.team, leads: stood.got.leads }, scene, ports);
    }
    const teams = scene.isAdmin ? [] : await teamsOf(scene, ports);
    const led = teams.filter((team) => leadsTeam(team, scene.who.person));
    if (scene.isAdmin || (scene.leadsAreAdmins && led.length > 0)) return flow(what, { sees: "tenant" }, scene, ports);
    return led.length > 0 ? flow(what, { sees: "mine", teams: led }, scene, ports) : refuse(teams.length > 0 ? "not-a-lead" : "no-team");
  },
});

/** For the list of all teams: overseers; with `mine`, also those who lead some, for these. */
export const lookAtAll =
  (mine: boolean) =>
  <What>(flow: Look<What>): Route<What> => ({
    right: mine ? "overseer" : "admin",
    run: async (what, scene, ports) => {
      if (await isOverseer(scene, ports)) return flow(what, { sees: "tenant" }, scene, ports);
      const led = mine ? (await teamsOf(scene, ports)).filter((team) => leadsTeam(team, scene.who.person)) : [];
      return led.length > 0 ? flow(what, { sees: "mine", teams: led }, scene, ports) : refuse("not-an-admin");
    },
  });
