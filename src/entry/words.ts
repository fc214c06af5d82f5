import { type Command, parseCommand } from "../domain/commands.ts";
import { longestReason } from "../domain/idea/idea.ts";
import type { TeamId } from "../domain/ids.ts";
import type { Message } from "../domain/message/index.ts";
import { isQuestion, nearCommands } from "../domain/near-commands.ts";
import { cut, fits, isSeveralWords } from "../domain/words.ts";
import { type Answer, refuse, type Scene } from "../flows/flow.ts";
import type { Route } from "../flows/route.ts";
import { everyPhrase } from "../language/index.ts";
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
  const command = parseCommand(text, everyPhrase);
  if (command && "rest" in command && !fits(command.rest, longestReason)) return saying(refuse("too-long", String(longestReason)));
  if (command) return routed(commands[command.command] as Route<Command>, command);
  if (text === "") return routed(commands.help, { command: "help" });
  const near = nearCommands(text, everyPhrase);
  if (near.length > 0) return saying({ say: "did-you-mean", text, near });
  if (isQuestion(text, everyPhrase)) return saying({ say: "question-or-idea", text });
  return isSeveralWords(text) ? routed(commands.offer, { text }) : saying(refuse("unknown-command", cut(text, 60)));
};

/** Answers words again, for the team that their writer chose when Gnist asked which one they meant. */
export const chooseTeam = ({ team, text }: { readonly team: TeamId; readonly text: string }, scene: Scene, ports: Ports): Promise<Answer> =>
  wordsCall(text).run({ ...scene, chosen: team, text }, ports);

/** Answers words that stood on a button: as if the person had written them, or (`idea`) as something for the team. */
export const sayWords = ({ text, idea }: { readonly text: string; readonly idea?: true }, scene: Scene, ports: Ports): Promise<Answer> =>
  idea ? commands.offer.run({ text }, { ...scene, text }, ports) : wordsCall(text).run({ ...scene, text }, ports);
