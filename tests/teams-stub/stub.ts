import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buildCourier, teamData } from "./activities.ts";
import { buildConnector } from "./connector.ts";
import { buildEndpoints, type Sign } from "./endpoints.ts";
import { buildLedger } from "./ledger.ts";
import { buildOneDrive } from "./onedrive.ts";
import { buildPeople } from "./people.ts";
import { buildTrouble } from "./trouble.ts";
import { buildWorld, type Channel, guid, type NewPerson, type Person, type Place, type Team } from "./world.ts";

export { buttonsOf, inputsOf, textOf } from "../world/cards.ts";

type StubOptions = {
  /** Default: 0, any free port. */
  readonly port?: number;
  /** The stub's clock: stamps, message ids and rate limits. */
  readonly now?: () => number;
  /** The app id of the bot that Teams has installed; its Teams id is `28:` and this. */
  readonly appId?: string;
  readonly botName?: string;
  /** Makes the bearer token for each activity. */
  readonly sign?: Sign;
  /** Decides whether a call with this `Authorization` header is accepted; default: every call. */
  readonly admits?: (authorization: string | undefined) => boolean;
  /** How long Teams waits for the bot to answer, in ms. */
  readonly patienceMs?: number;
};

export type TeamsStub = Awaited<ReturnType<typeof startTeamsStub>>;

/** Teams on a loopback port, people included. `stop` it when the test is over. */
export const startTeamsStub = async (options: StubOptions = {}) => {
  const now = options.now ?? Date.now;
  const appId = options.appId ?? guid("app");
  const bot = { id: `28:${appId}`, name: options.botName ?? "Gnist" };
  const world = buildWorld(now, bot);
  const ledger = buildLedger(now);
  const trouble = buildTrouble(now);
  let port = 0;
  // With a path and a last slash, as the real one has.
  const serviceUrl = (): string => `http://127.0.0.1:${port}/teams/`;
  const endpoints = buildEndpoints({ ...(options.sign ? { sign: options.sign } : {}), patienceMs: options.patienceMs ?? 15_000 });
  const courier = buildCourier(world, ledger, endpoints, serviceUrl);
  const drive = buildOneDrive(() => `http://127.0.0.1:${port}`, ledger);
  const someone = buildPeople(world, ledger, courier, drive);

  const server = createServer(
    (request, response) => void (drive.isUpload(request.url) ? drive.handle(request, response) : connector(request, response)),
  );
  const connector = buildConnector(world, ledger, trouble, { serviceUrl, admits: options.admits ?? (() => true) });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  port = (server.address() as AddressInfo).port;

  type Who = string | Person;
  const adderOf = (team: Team, by?: Who): Person => {
    const person = by === undefined ? team.members[0] : world.find(by, team.tenantId);
    if (!person) throw new Error(`${team.name} has no members: say who does it.`);
    return person;
  };
  const channelOf = (team: Team, channel?: string | Channel): Place => {
    const name = typeof channel === "string" ? channel : (channel?.name ?? "General");
    const found = team.channels.find((each) => each.name === name);
    if (!found) throw new Error(`${team.name} has no channel "${name}".`);
    return { kind: "channel", id: found.id, team, channel: found };
  };
  const account = (person: Person) => ({ id: person.teamsId, aadObjectId: person.entraId });

  /** Both events of an installation; `atOnce` lets them race, as they may. */
  const installation = async (place: Place, by: Person, action: "add" | "remove", atOnce = false): Promise<void> => {
    const event = action === "add" ? { membersAdded: [{ id: bot.id }] } : { membersRemoved: [{ id: bot.id }] };
    const eventType = action === "add" ? "teamMemberAdded" : "teamMemberRemoved";
    const settings = place.kind === "channel" && action === "add" ? { settings: { selectedChannel: { id: place.channel.id } } } : {};
    const first = courier.conversationUpdate(place, by, event, place.kind === "channel" ? { eventType, ...settings } : {});
    const second = courier.installationUpdate(place, by, action);
    if (atOnce) {
      await Promise.all([courier.deliver(first), courier.deliver(second)]);
      return;
    }
    await courier.deliver(first);
    await courier.deliver(second);
  };

  const teamEvent = async (team: Team, by: Who | undefined, eventType: string, channel?: Channel): Promise<void> => {
    const data = { eventType, team: teamData(team), ...(channel ? { channel: { id: channel.id, name: channel.name } } : {}) };
    if (team.hasApp) await courier.deliver(courier.conversationUpdate(channelOf(team), adderOf(team, by), {}, data));
  };

  const stub = {
    appId,
    bot,
    port,
    serviceUrl: serviceUrl(),
    world,
    /** Every message taken in, in order. */
    ledger: ledger.entries as readonly (typeof ledger.entries)[number][],
    /** Every request of the bot, taken in or not. */
    calls: ledger.calls as readonly (typeof ledger.calls)[number][],
    /** Faults that people saw: answers that failed, were late or made no sense. */
    faults: ledger.faults as readonly string[],
    until: ledger.until,
    dump: ledger.dump,
    trouble: trouble.api,
    /** People's OneDrives: the files in them, and what becomes of the next requests there. */
    drive: { files: drive.files, fates: drive.fates, opens: drive.opens },
    /** The bot's endpoints, used in turn. */
    bots: endpoints.set,
    addTeam: world.addTeam,
    addPerson: world.addPerson,
    /** Somebody to write and press as. */
    person: (who: Who) => someone(world.find(who)),

    /** Adds the app to a team. Default: by its first member, in General. */
    installs: (
      team: Team,
      how: { readonly by?: Who; readonly channel?: string | Channel; readonly atOnce?: boolean } = {},
    ): Promise<void> => {
      team.hasApp = true;
      return installation(channelOf(team, how.channel), adderOf(team, how.by), "add", how.atOnce);
    },
    removes: (team: Team, how: { readonly by?: Who; readonly atOnce?: boolean } = {}): Promise<void> => {
      team.hasApp = false;
      return installation(channelOf(team), adderOf(team, how.by), "remove", how.atOnce);
    },
    /** The app is added to somebody's own chat, by themselves. */
    installsFor: (who: Who): Promise<void> => {
      const person = world.find(who);
      person.hasApp = true;
      person.hasChat = true;
      return installation(world.chatOf(person), person, "add");
    },
    removesFor: (who: Who): Promise<void> => {
      const person = world.find(who);
      person.hasApp = false;
      return installation(world.chatOf(person), person, "remove");
    },
    memberJoins: async (team: Team, who: string | NewPerson | Person, by?: Who): Promise<Person> => {
      const person = world.known(who, team.tenantId);
      if (!team.members.includes(person)) team.members.push(person);
      const event = courier.conversationUpdate(
        channelOf(team),
        adderOf(team, by),
        { membersAdded: [account(person)] },
        { eventType: "teamMemberAdded" },
      );
      if (team.hasApp) await courier.deliver(event);
      return person;
    },
    memberLeaves: async (team: Team, who: Who, by?: Who): Promise<void> => {
      const person = world.find(who, team.tenantId);
      const event = courier.conversationUpdate(
        channelOf(team),
        adderOf(team, by),
        { membersRemoved: [account(person)] },
        { eventType: "teamMemberRemoved" },
      );
      team.members.splice(0, team.members.length, ...team.members.filter((each) => each !== person));
      if (team.hasApp) await courier.deliver(event);
    },
    renames: (team: Team, name: string, by?: Who): Promise<void> => {
      team.name = name;
      return teamEvent(team, by, "teamRenamed");
    },
    addsChannel: async (team: Team, name: string, by?: Who): Promise<Channel> => {
      const channel = world.addChannel(team, name);
      await teamEvent(team, by, "channelCreated", channel);
      return channel;
    },
    renamesChannel: (team: Team, channel: Channel, name: string, by?: Who): Promise<void> => {
      channel.name = name;
      return teamEvent(team, by, "channelRenamed", channel);
    },
    deletesChannel: (team: Team, channel: Channel, by?: Who): Promise<void> => {
      team.channels.splice(team.channels.indexOf(channel), 1);
      return teamEvent(team, by, "channelDeleted", channel);
    },
    /** Delivers any activity as it is, for events that the stub does not know. */
    deliver: courier.deliver,

    stop: async (): Promise<void> => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
  return stub;
};
