import type { WrittenIn } from "../domain/action/people.ts";
import { type Command, parseCommand } from "../domain/commands.ts";
import { longestReason } from "../domain/idea/idea.ts";
import type { TeamId } from "../domain/ids.ts";
import type { Message } from "../domain/message/index.ts";
import { isQuestion, nearCommands } from "../domain/near-commands.ts";
import { isChannelOf } from "../domain/teams/team.ts";
import { cut, fits, isSeveralWords } from "../domain/words.ts";
import { type ActionFlow, type Answer, refuse, type Scene, type Where } from "../flows/flow.ts";
import type { Route } from "../flows/route.ts";
import { everyPhrase, everySpelling } from "../language/index.ts";
import type { Ports } from "../ports.ts";
import { commands } from "./commands.ts";
import { type Routed, routed } from "./routed.ts";

/** A route that answers with a fixed message. */
const saying = (message: Message): Routed => ({ run: async () => message });

/**
 * Finds the row for written words. A text that is nearly a command is answered with that command as an offer. A question is answered with a choice: only its
 * writer knows whether it is something for the team. Of other texts, a single word is refused as unknown, and several words are offered back as an idea.
 */
export const wordsCall = (text: string): Routed => {
  const command = parseCommand(text, everySpelling);
  if (command && "rest" in command && !fits(command.rest, longestReason)) return saying(refuse("too-long", String(longestReason)));
  if (command) return routed(commands[command.command] as Route<Command>, command);
  if (text === "") return routed(commands.help, { command: "help" });
  return { run: (scene, ports) => unclear(text, scene, ports) };
};

/** Commands that need the channel in which they are written. */
const isForChannels = (text: string): boolean => {
  const command = parseCommand(text, everySpelling)?.command;
  return command === "digest-here" || command === "coordinators-here";
};

const unclear = async (text: string, scene: Scene, ports: Ports): Promise<Answer> => {
  const near = nearCommands(text, everyPhrase);
  const asks = isQuestion(text, everySpelling);
  if (near.length > 0 || asks) {
    const place = await writtenIn(scene);
    const possible = place.channel === undefined ? near.filter((meant) => !isForChannels(meant)) : near;
    if (possible.length > 0) return { say: "did-you-mean", text, near: possible, ...place };
    if (asks) return { say: "question-or-idea", text, ...place };
  }
  return isSeveralWords(text) ? commands.offer.run({ text }, scene, ports) : refuse("unknown-command", cut(text, 60));
};

/** The place of the words, which a card in their writer's own chat has to keep. */
export const writtenIn = async ({ where, team: read }: Scene): Promise<WrittenIn> => {
  if (where.kind !== "channel") return {};
  const { team, channelId } = where;
  const known = (await read(team))?.team;
  return { team, ...(known && channelId !== undefined && isChannelOf(known, channelId) ? { channel: channelId } : {}) };
};

/** Answers words again, for the team that their writer chose when Gnist asked which one they meant. */
export const chooseTeam = ({ team, text }: { readonly team: TeamId; readonly text: string }, scene: Scene, ports: Ports): Promise<Answer> =>
  wordsCall(text).run({ ...scene, chosen: team, text }, ports);

/**
 * Answers words that stood on a button: as if the person had written them in the place of the ones before, or (`idea`) as something for the team. The answer is
 * for the person alone, in their language.
 */
export const sayWords: ActionFlow<"say-words"> = async ({ text, idea, ...place }, scene, ports) => {
  const there = { ...scene, text, where: await placeOf(place, scene) };
  const said = await (idea ? commands.offer.run({ text }, there, ports) : wordsCall(text).run(there, ports));
  return place.team !== undefined && "message" in said ? said.message : said;
};

/** A channel is believed only where the team has it: a card comes back as its reader's client sends it. */
const placeOf = async ({ team, channel }: WrittenIn, { where, team: read }: Scene): Promise<Where> => {
  if (team === undefined) return where;
  const known = channel === undefined ? undefined : (await read(team))?.team;
  return { kind: "channel", team, ...(known && channel !== undefined && isChannelOf(known, channel) ? { channelId: channel } : {}) };
};
