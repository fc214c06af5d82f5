import { notRead, readAction } from "../../cards/index.ts";
import type { Action } from "../domain/action/index.ts";
import { type Command, parseCommand } from "../domain/commands.ts";
import { longestReason } from "../domain/idea/idea.ts";
import { personIdOf } from "../domain/ids.ts";
import type { ChannelPlace, Incoming, Reply } from "../domain/incoming.ts";
import { defaultLanguage, type Language } from "../domain/language.ts";
import type { Message } from "../domain/message/index.ts";
import { cut, fits } from "../domain/words.ts";
import { type Answer, type RecentTeam, refuse, type Scene } from "../flows/flow.ts";
import { whenShown } from "../flows/ideas/idea-form.ts";
import { rememberAnswerer, rememberPerson, setReachable } from "../flows/people/remember-person.ts";
import { welcomePerson } from "../flows/people/welcome-person.ts";
import type { NotKept, Route } from "../flows/route.ts";
import { addTeam } from "../flows/teams/add-team.ts";
import { keepAddress } from "../flows/teams/keep-address.ts";
import { noteLeaving, readTeamSoon } from "../flows/teams/read-roster.ts";
import { removeTeam } from "../flows/teams/remove-team.ts";
import { restoreTeam, restTeam, wakeTeam } from "../flows/teams/rest-team.ts";
import { everyPhrase } from "../language/index.ts";
import { type Ports, StoreFault, traceOf, Unstorable } from "../ports.ts";
import { settingAside } from "../store/aside.ts";
import { languageOfPerson, type Person, personNamed, readPerson } from "../store/person.ts";
import { BadRow } from "../store/record.ts";
import { readTeam } from "../store/team.ts";
import { actions } from "./actions.ts";
import { commands } from "./commands.ts";
import type { Recent } from "./recent.ts";
import type { Spare } from "./spare.ts";

/** Teams waits 5 s for the answer to a pressed button (https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit); the rest is for the way. */
export const answerWithinMs = 3_500;

export type AnswerSettings = {
  readonly local: boolean;
  readonly zone: string;
  readonly admins: readonly string[];
  /** People heard lately: they are not read again for each word. */
  readonly people: Recent<Person>;
  /** Teams that were answered for lately. */
  readonly teams: Recent<RecentTeam | undefined>;
  /** For what is learned of a person on the way; at once where it is missing. */
  readonly spare?: Spare;
  readonly withinMs?: number;
};

/**
 * The one way in for people: what happened in Teams leads to its flow, and the flow's message back. It answers in time: where the store is down or too
 * slow, the form comes back with its text, and nothing is said to be saved that is not.
 */
export const answer = async (incoming: Incoming, ports: Ports, settings: AnswerSettings): Promise<Reply | undefined> => {
  if (incoming.happened === "added-to-team") {
    await settingAside(ports, async () => addTeam(await named(incoming, ports), settings.zone, ports));
    return undefined;
  }
  if (incoming.happened === "removed-from-team") {
    await settingAside(ports, () => removeTeam(incoming.place, ports));
    return undefined;
  }
  if (incoming.happened === "team-changed") {
    const { place, left = [] } = incoming;
    await settingAside(ports, async () => {
      await keepAddress(place.team, place.address, ports);
      await noteLeaving(place.team, place.address.tenantId, left, ports);
    });
    await readTeamSoon(ports, place.team);
    return undefined;
  }
  if (incoming.happened === "team-archived" || incoming.happened === "team-unarchived" || incoming.happened === "team-restored") {
    const { happened, place } = incoming;
    const follow = { "team-archived": restTeam, "team-unarchived": wakeTeam, "team-restored": restoreTeam }[happened];
    await settingAside(ports, async () => {
      await keepAddress(place.team, place.address, ports);
      await follow(place.team, ports);
    });
    return undefined;
  }
  if (incoming.happened === "removed-from-person") {
    const { happened } = incoming;
    await settingAside(ports, async () => setReachable(happened, sceneOf(await named(incoming, ports), ports, settings), ports));
    return undefined;
  }
  const action = incoming.happened === "pressed" ? readAction(incoming.data) : undefined;
  const pressed = action && pressOf(action);
  const what = incoming.happened === "pressed" ? (action?.verb ?? notRead(incoming.data).why) : incoming.happened;
  const started = performance.now();
  const ms = () => Math.round(performance.now() - started);
  const inTime = new AbortController();
  try {
    const reply = await Promise.race([
      settingAside(ports, async () =>
        replyTo(incoming, pressed, sceneOf(await named(incoming, ports), ports, settings), ports, settings.spare),
      ),
      ports.clock.wait(settings.withinMs ?? answerWithinMs, inTime.signal).then(() => {
        if (inTime.signal.aborted) return undefined;
        throw new StoreFault("no answer in time");
      }),
    ]);
    ports.log.info("answer-ended", { outcome: "done", what, ...(reply ? { said: reply.message.say } : {}), ms: ms() });
    return reply;
  } catch (fault) {
    const problem = problemOf(fault);
    if (!problem) throw fault;
    ports.log.warn("answer-ended", { outcome: "failed", what, problem, ms: ms(), ...traceOf(fault) });
    // A form comes back with its text; any other card that was pressed stays as it is.
    const form = problem === "unreadable" ? undefined : pressed?.formAgain(problem);
    return { message: form ?? refuse(problem), language: pressed?.language ?? incoming.who.language ?? defaultLanguage };
  } finally {
    inTime.abort("answered");
  }
};

/** The person who did it, known as the person they are also where Teams gives no Entra id. */
const named = async <I extends Extract<Incoming, { who: unknown }>>(incoming: I, { rows }: Ports): Promise<I> => {
  const { who, place } = incoming;
  return who.entraId === undefined
    ? { ...incoming, who: { ...who, person: await personNamed(place.address.tenantId, who, rows) } }
    : incoming;
};

const sceneOf = (incoming: Extract<Incoming, { who: unknown }>, ports: Ports, { local, admins, people, teams }: AnswerSettings): Scene => {
  const { person, entraId } = incoming.who;
  let reading: Promise<Person> | undefined;
  return {
    who: incoming.who,
    place: incoming.place,
    text: incoming.happened === "wrote" ? incoming.text : "",
    activity: incoming.happened === "wrote" ? incoming.activity : "",
    local,
    admins: admins.map((admin) => personIdOf(incoming.place.address.tenantId, { teamsId: "", entraId: admin })),
    isAdmin: entraId !== undefined && admins.includes(entraId.toLowerCase()),
    leadsAreAdmins: local && admins.length === 0,
    person: () => {
      // A failed reading is not kept: it is tried again once the row that could not be read is out of the way.
      reading ??= people
        .get(person, () => readPerson(ports.rows, person))
        .catch((fault: unknown) => {
          reading = undefined;
          throw fault;
        });
      return reading;
    },
    isCached: () => people.has(person),
    team: (id) => teams.get(id, () => readKnownTeam(id, ports)),
    forgetPerson: () => people.forget(person),
  };
};

const readKnownTeam = async (id: string, ports: Ports): Promise<RecentTeam | undefined> => {
  const stored = await readTeam(ports.rows, id);
  return stored && { team: stored.team, shown: await whenShown(stored.team, ports) };
};

const replyTo = async (
  incoming: Extract<Incoming, { who: unknown }>,
  pressed: Press | undefined,
  scene: Scene,
  ports: Ports,
  spare: Spare = (work) => void work(),
): Promise<Reply | undefined> => {
  // News of a person that comes on the way is not waited for: where it is lost, their next word tells it again.
  const remember = (how: typeof rememberPerson) =>
    spare(async () => {
      try {
        const { place } = scene;
        await settingAside(ports, () => how(scene, ports));
        if (place.kind === "channel") await settingAside(ports, () => rememberTeam(incoming.happened, place, scene, ports));
      } catch (fault) {
        ports.log.warn("person-not-remembered", traceOf(fault));
      }
    });
  const spoken = pressed?.language;
  if (spoken) {
    const said = await messageFor(incoming, pressed, scene, ports);
    remember(rememberAnswerer);
    return said && ("message" in said ? said : { message: said, language: spoken });
  }
  remember(rememberPerson);
  // The person and their wish are looked up side by side; only the words wait for both.
  const [said, language] = await Promise.all([messageFor(incoming, pressed, scene, ports), languageFor(scene, ports)]);
  if (!said) return undefined;
  return "message" in said ? { message: said.message, language: said.language } : { message: said, language };
};

/** Learns of a team from an activity in its channel: where Teams is, and that nobody can write in an archived one. */
const rememberTeam = async (happened: Incoming["happened"], place: ChannelPlace, scene: Scene, ports: Ports): Promise<void> => {
  const known = (await scene.team(place.team))?.team;
  if (!known) return;
  if (known.serviceUrl !== place.address.serviceUrl) await keepAddress(place.team, place.address, ports);
  if (known.archivedAt !== undefined && happened === "wrote") await wakeTeam(place.team, ports);
};

const messageFor = async (
  incoming: Extract<Incoming, { who: unknown }>,
  pressed: Press | undefined,
  scene: Scene,
  ports: Ports,
): Promise<Answer | undefined> => {
  switch (incoming.happened) {
    case "pressed":
      return pressed ? pressed.run(scene, ports) : notRead(incoming.data);
    case "wrote":
      return write(incoming.text, scene, ports);
    default:
      await setReachable("added-to-person", scene, ports);
      return welcomePerson(scene, ports);
  }
};

/** A button that could be read, with what its row in actions.ts does about it. */
type Press = {
  readonly run: (scene: Scene, ports: Ports) => Promise<Answer>;
  readonly language?: Language | undefined;
  readonly formAgain: (problem: NotKept) => Message | undefined;
};

/** Which team is meant by some words is no row of its own: the words are heard again, for that team. */
const pressOf = (action: Action): Press => {
  if (action.verb === "choose-team") {
    const { team, text } = action;
    return { run: (scene, ports) => write(text, { ...scene, chosen: team, text }, ports), formAgain: () => undefined };
  }
  const { run, languageOf, formAgain } = actions[action.verb] as Route<Action>;
  return {
    run: (scene, ports) => run(action, scene, ports),
    language: languageOf?.(action),
    formAgain: (problem) => formAgain?.(action, problem),
  };
};

/** One word that is no command is not understood; two or more are offered back as an idea. */
const write = async (text: string, scene: Scene, ports: Ports): Promise<Answer> => {
  const command = parseCommand(text, everyPhrase);
  if (command && "rest" in command && !fits(command.rest, longestReason)) return refuse("too-long", String(longestReason));
  if (command && (command.command !== "next" || scene.local)) {
    const { run } = commands[command.command] as Route<Command>;
    return run(command, scene, ports);
  }
  if (text === "") return commands.help.run({ command: "help" }, scene, ports);
  return /\s/.test(text) ? commands.offer.run({ text }, scene, ports) : refuse("unknown-command", cut(text, 60));
};

/** A person's own choice, else what their Teams uses, else their team's. */
const languageFor = async (scene: Scene, ports: Ports): Promise<Language> => {
  const { profile, teams } = await scene.person();
  const own = profile.language ?? scene.who.language ?? languageOfPerson(profile);
  if (own) return own;
  const first = scene.place.kind === "channel" ? scene.place.team : teams[0];
  return (first && (await readTeam(ports.rows, first))?.team.settings.language) || defaultLanguage;
};

/** Names what a person is told of a fault of the store; nothing of a fault of ours. */
const problemOf = (fault: unknown) => {
  if (fault instanceof StoreFault) return "not-saved";
  if (fault instanceof Unstorable) return "not-storable";
  return fault instanceof BadRow ? "unreadable" : undefined;
};
