import { nextNews } from "../../src/domain/asking/calendar.ts";
import { personIdOf, type TeamId, teamIdOf } from "../../src/domain/ids.ts";
import type { ChannelPlace, Incoming, OwnMembers, Reply } from "../../src/domain/incoming.ts";
import { type Job, lanes } from "../../src/domain/job.ts";
import type { Language, Spoken } from "../../src/domain/language.ts";
import type { Message, MessageOf, Say } from "../../src/domain/message/index.ts";
import type { Finding } from "../../src/domain/overview/findings.ts";
import type { RosterMember } from "../../src/domain/teams/roster.ts";
import { answer } from "../../src/entry/answer.ts";
import { type Floods, limitFloods } from "../../src/entry/floods.ts";
import { recent } from "../../src/entry/recent.ts";
import { tick } from "../../src/entry/ticker.ts";
import { work } from "../../src/entry/worker.ts";
import type { RecentTeam } from "../../src/flows/flow.ts";
import { freePace } from "../../src/memory/free-pace.ts";
import { memoryJobs } from "../../src/memory/memory-jobs.ts";
import { memoryRows } from "../../src/memory/memory-rows.ts";
import type { Channel, Clock, Delivery, Jobs, Ports, Rows } from "../../src/ports.ts";
import { openSimilar } from "../../src/search/similar.ts";
import type { Person as StoredPerson } from "../../src/store/person.ts";
import { changeTeam } from "../../src/store/team.ts";
import { unwatched, type Watch } from "../../src/watch.ts";
import { deadButtonsOf } from "../cards/check-card.ts";
import { seeded } from "./chance.ts";
import { openDrive } from "./drive.ts";
import { openGate } from "./gate.ts";
import { type Line, openTestLog } from "./log.ts";
import { monday, thisRound } from "./moments.ts";
import { openPerson, type Person, type Post, viewOf } from "./people.ts";
import { channelOf, chatIdOf, type Someone, serviceUrlOf } from "./places.ts";

export const tenantId = "11111111-1111-4111-8111-111111111111";
export const serviceUrl = serviceUrlOf(tenantId);
const teamsTeamId = "19:north@thread.tacv2";
export const teamId = teamIdOf(tenantId, teamsTeamId);
export const generalChannel = teamsTeamId;

const memberNamed = (name: string, isGuest = false) => ({ teamsId: `29:${name}`, entraId: `entra-${name}`, name, isGuest });
const someoneNamed = (name: string, language: Language): Someone => ({
  ...memberNamed(name),
  id: personId(name),
  tenant: tenantId,
  language,
});

const teamNamed = (name: string, teamsId: string) => ({ id: teamIdOf(tenantId, teamsId), teamsId, name, tenant: tenantId });

/** The language of everybody's Teams, the first team's name, where the rows are stored, and how many messages have been sent there before. */
type Where = {
  readonly language?: Language;
  readonly team?: string;
  readonly rows?: Rows;
  readonly sent?: number;
  readonly jobs?: (clock: Pick<Clock, "now">) => WorldJobs;
  readonly watch?: Watch;
};

/** A queue whose jobs a test can list where they are in memory. */
export type WorldJobs = Jobs & { left?(): readonly Job[] };

export type World = Awaited<ReturnType<typeof startWorld>>;

/**
 * A whole Gnist without its adapters: the real flows, routes, clock and worker on ports in memory, a channel that keeps all messages, and time that
 * stands still until a test moves it, so that every call can be counted (tests/faults/world.ts has moving time and failing instances). Randomness is
 * seeded, so that a failure repeats. The world renders every message that people see, and a button that Gnist itself could not read is a failure
 * of the test.
 */
export const startWorld = async (
  names: readonly string[] = four,
  seed = 1,
  { language = "en", team = "North clinic", rows = memoryRows(), sent = 0, jobs: jobsOf = memoryJobs, watch = unwatched }: Where = {},
) => {
  let now = monday;
  let messages = sent;
  const random = seeded(seed);
  /** All messages of Gnist, and those among them that answer nothing. */
  const posts: Post[] = [];
  const posted: Post[] = [];
  const dead: string[] = [];
  /** Work that no answer waits for. */
  const spare: (() => void)[] = [];
  const look = (message: Message, language: Spoken) => {
    const { card } = viewOf(message, language);
    if (card) for (const button of deadButtonsOf(card)) dead.push(`${message.say}: ${button}`);
  };
  const keep = (to: string, { message, language }: Reply, isAnswer: boolean): Post => {
    messages += 1;
    const post: Post = { messageId: `m${messages}`, to, isAnswer, message, language, updated: 0, views: new Map() };
    posts.push(post);
    if (!isAnswer) posted.push(post);
    return post;
  };
  let expectsTrouble = false;
  const { logged, log, wrong } = openTestLog((event, facts) => {
    if (!expectsTrouble) process.stderr.write(`${event} ${JSON.stringify(facts)}\n`);
  });
  const roster: RosterMember[] = [];
  /** The people of each team, by Teams' id of the team. */
  const rosters = new Map([[teamsTeamId, { name: team, members: roster }]]);
  /** Teams' answers to messages, by chat or channel; `arrives`: the message arrives despite the answer. */
  const trouble = new Map<string, Delivery & { readonly arrives?: boolean }>();

  const drive = openDrive();
  const channel: Channel = {
    ...drive.drive,
    openChat: async ({ teamsId }) => ({ got: chatIdOf(teamsId) }),
    post: async (to, message, language) => {
      const { arrives = false, ...instead } = trouble.get(to.conversationId) ?? { outcome: "sent" };
      if (instead.outcome !== "sent" && !arrives) return instead;
      look(message, language);
      const { messageId } = keep(to.conversationId, { message, language }, false);
      return instead.outcome === "sent" ? { outcome: "sent", messageId } : instead;
    },
    update: async (to, messageId, message, language) => {
      const instead = trouble.get(to.conversationId);
      if (instead && instead.outcome !== "sent") return instead;
      const post = posts.find((one) => one.messageId === messageId);
      if (!post) return { outcome: "refused", why: "gone", detail: "no such message" };
      look(message, language);
      Object.assign(post, { message, language, updated: post.updated + 1 });
      post.views.clear();
      return { outcome: "sent", messageId };
    },
    roster: async ({ conversationId }, next) => {
      const members = rosters.get(conversationId)?.members ?? [];
      const from = Number(next ?? 0);
      const to = from + 50;
      return { got: { members: members.slice(from, to), ...(to < members.length ? { next: String(to) } : {}) } };
    },
    teamName: async ({ conversationId }) => ({ got: rosters.get(conversationId)?.name ?? "" }),
    channels: async ({ conversationId }) => {
      const own = conversationId === teamsTeamId ? [...ownChannels] : [];
      const listed = own.map(([name, { channelId, ownMembers }]) => ({ id: channelId, name, ...(ownMembers ? { ownMembers } : {}) }));
      return { got: [{ id: conversationId, name: "General" }, ...listed] };
    },
  };
  const findings: Finding[] = [];
  const gate = openGate();
  const clock = { now: () => now, wait: () => (gate.isWaitedFor() ? new Promise<void>(() => undefined) : Promise.resolve()) };
  const jobs = jobsOf(clock);
  const queue = watch.jobs(jobs);
  const ports: Ports = {
    rows: watch.rows(gate.through(rows)),
    jobs: watch.jobs(gate.through(jobs)),
    channel: watch.calls(channel),
    pace: freePace,
    clock,
    chance: { fraction: random.fraction, id: random.id },
    similar: openSimilar(),
    findings: async () => findings,
    log: watch.log(log),
  };
  const settings = {
    local: false,
    zone: "Europe/Stockholm",
    admins: [] as string[],
    people: recent<StoredPerson>(
      () => now,
      30_000,
      100,
      ({ teams }) => teams.length > 0,
    ),
    teams: recent<RecentTeam | undefined>(
      () => now,
      10_000,
      100,
      (team) => team !== undefined,
    ),
    withinMs: 1_000,
    floods: (() => "taken") as Floods,
  };
  let ownUrl: { readonly url?: string } = {};

  const join = (name: string, isGuest = false): RosterMember => {
    const member = memberNamed(name, isGuest);
    roster.push(member);
    return member;
  };
  for (const name of names) join(name);

  const inChannel = channelOf(teamNamed(team, teamsTeamId));
  /** Channels of the first team that have members of their own, by name. */
  const ownChannels = new Map<string, ChannelPlace>();
  const channelNamed = (name: string): ChannelPlace => channelOf(teamNamed(name, `19:${name}@thread.tacv2`));
  const channelFor = ({ name: reader, teamsId }: Someone, wanted: string): ChannelPlace => {
    const own = ownChannels.get(wanted);
    if (own) return own;
    const place = wanted === "channel" ? inChannel : channelNamed(wanted);
    const isMember = rosters.get(place.teamsTeamId)?.members.some((member) => member.teamsId === teamsId);
    if (wanted !== "channel" && !isMember) throw new Error(`${reader} is in no team "${wanted}"`);
    return place;
  };
  const nothingIsWrong = () => {
    if (dead.length > 0) throw new Error(`Buttons that Gnist does not understand:\n${dead.join("\n")}`);
    if (wrong.length > 0) throw new Error(`Lines of the log that its table has not:\n${wrong.join("\n")}`);
  };
  /** Gives a new team no days off, so that the weeks of a test are alike wherever they lie in the year. */
  const withoutDaysOff = (id: TeamId) =>
    changeTeam(ports.rows, id, (team) => ({ team: { ...team, settings: { ...team.settings, holidays: "none" } } }));
  const answering = watch.answer((incoming: Incoming) => answer(incoming, ports, { ...settings, ...ownUrl }));
  const receive = async (incoming: Incoming): Promise<Reply | undefined> => {
    let reply: Reply | undefined;
    const handle = watch.turn(async () => {
      reply = await answering(incoming);
    });
    await handle(undefined, { statusCode: 200, headersSent: true });
    if (reply) look(reply.message, reply.language);
    nothingIsWrong();
    return reply;
  };

  /** Runs queued jobs until only jobs for a later time are left. */
  const settle = async (): Promise<void> => {
    for (const tell of spare.splice(0)) tell();
    for (let idle = 0; idle < 2; ) {
      await watch.tick(tick)(ports);
      const taken = (await Promise.all(lanes.toReversed().map((lane) => queue.take(lane, 32, 60_000)))).flat();
      idle = taken.length === 0 ? idle + 1 : 0;
      for (const one of taken) await watch.work(work)(one, ports);
      // Jobs queued before a write are hidden for three seconds.
      if (taken.length === 0) now += 3_500;
    }
    nothingIsWrong();
  };

  const people = new Map<string, Person>();
  const person = (name: string): Person => {
    const known = people.get(name);
    if (known) return known;
    const fresh = openPerson(someoneNamed(name, language), {
      posts,
      now: () => now,
      channelFor,
      hear: receive,
      tell: ({ sent }, answer) => void (sent && spare.push(() => sent(answer))),
      settle,
      keep: (to, reply) => keep(to, reply, true),
      post: ({ address }, message, language) => channel.post(address, message, language),
      opensUpload: (url) => {
        drive.opens(url);
        return url;
      },
      findPerson: (sought) => roster.find((member) => member.name === sought)?.entraId,
    });
    people.set(name, fresh);
    return fresh;
  };

  return {
    ports,
    /** Faults of Gnist's own parts: a test adds them. */
    findings,
    posted: posted as readonly Post[],
    /** All messages of Gnist, the answers to written words among them. */
    posts: posts as readonly Post[],
    /** Every line of the log. */
    logged: logged as readonly Line[],
    /** Declares errors as part of the test, so that they are not printed. */
    expectTrouble() {
      expectsTrouble = true;
    },
    /** Every call of the store and the queue since the list was emptied. */
    calls: gate.calls,
    storeIs: gate.storeIs,
    waitsIn: gate.waitsIn,
    roster,
    rosters,
    trouble,
    join,
    receive,
    settle,
    person,
    inChannel,
    /** The channel of another team. */
    channelNamed,
    /** Gives the first team a private or shared channel, in which anybody of the world may write. @returns it */
    opensChannel(name: string, ownMembers: OwnMembers): ChannelPlace {
      const channelId = `19:own-${ownChannels.size}@thread.tacv2`;
      const place = { ...inChannel, channelId, ownMembers, address: { ...inChannel.address, conversationId: channelId } };
      ownChannels.set(name, place);
      return place;
    },
    /** Names somebody as an admin in the configuration. */
    makeAdmin: (name: string) => void settings.admins.push(`entra-${name}`.toLowerCase()),
    runLocally() {
      settings.local = true;
    },
    /** The configuration names the address of Gnist's own pages. */
    hasUrl(url: string) {
      ownUrl = { url };
    },
    /** Where Teams puts files that people have said yes to. */
    drive,
    /** Slows people who send more than this in a minute; until then nobody is slowed, because the clock of a test stands still. */
    slowsFloods(most: number) {
      settings.floods = limitFloods(most, 1_000);
    },
    now: () => now,
    async moveTo(at: number) {
      now = Math.max(now, at);
      await settle();
    },
    /** Moves to the next bundle of news, at 15:00 on a working day, and a minute on. */
    async toNews() {
      await settle();
      await this.moveTo(nextNews(now, settings) + 60_000);
    },
    async added(by = names[0] ?? "") {
      await receive({ happened: "added-to-team", who: person(by).who, place: inChannel });
      await withoutDaysOff(inChannel.team);
      await settle();
    },
    /** Adds a team of the tenant; equal names in two teams are one person. @returns its id */
    async addsTeam(name: string, members: readonly string[]): Promise<string> {
      const place = channelNamed(name);
      rosters.set(place.teamsTeamId, { name, members: members.map((one) => memberNamed(one)) });
      await receive({ happened: "added-to-team", who: person(members[0] ?? "").who, place });
      await withoutDaysOff(place.team);
      await settle();
      return place.team;
    },
    inTeam<S extends Say>(say: S): readonly MessageOf<S>[] {
      return posted
        .filter((one) => one.to === generalChannel)
        .flatMap((one) => (one.message.say === say ? [one.message as MessageOf<S>] : []));
    },
    put: (job: Job) => jobs.put(job),
    /** Every job that is still queued. */
    queued: () => jobs.left?.() ?? [],
  };
};

export const personId = (name: string) => personIdOf(tenantId, memberNamed(name));

const four = ["Sara Lind", "Omar Haddad", "Pia Holm", "Jonas Berg"];

/** A team of four, and maybe more, that Sara has added Gnist to. */
export const aTeam = async (...more: readonly string[]) => {
  const world = await startWorld([...four, ...more]);
  await world.added("Sara Lind");
  return {
    world,
    sara: world.person("Sara Lind"),
    omar: world.person("Omar Haddad"),
    pia: world.person("Pia Holm"),
    jonas: world.person("Jonas Berg"),
  };
};

/** A team whose post shows an idea of Omar's. */
export const aTeamWithDigest = async (friction = "The printer is slow") => {
  const team = await aTeam();
  await team.world.moveTo(thisRound.question);
  const { idea } = expectSay(await team.omar.answers(friction), "receipt");
  await team.world.moveTo(thisRound.digest);
  return { ...team, idea };
};

/** The message, checked to be of the expected kind. */
export const expectSay = <S extends Say>(message: Message | undefined, say: S): MessageOf<S> => {
  if (message?.say !== say) throw new Error(`expected ${say}, got ${JSON.stringify(message)}`);
  return message as MessageOf<S>;
};
