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

/** A call that only says something. */
const saying = (message: Message): Routed => ({ run: async () => message });

/**
 * Leads words to their row. What is nearly a command is offered as one; of a question its writer alone decides whether it is something for the team; one word more is not
 * understood, and two or more are offered back as an idea.
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

/** Hears words again for the team that was chosen when their writer was asked which one is meant. */
export const hearFor = ({ team, text }: { readonly team: TeamId; readonly text: string }, scene: Scene, ports: Ports): Promise<Answer> =>
  wordsCall(text).run({ ...scene, chosen: team, text }, ports);

/** Reads words that stood on a button, as if they were written; or as no command, but something for the team. */
export const hearOffered = (
  { text, idea }: { readonly text: string; readonly idea?: true },
  scene: Scene,
  ports: Ports,
): Promise<Answer> => (idea ? commands.offer.run({ text }, { ...scene, text }, ports) : wordsCall(text).run({ ...scene, text }, ports));
