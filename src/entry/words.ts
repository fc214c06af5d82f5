import { type Command, parseCommand } from "../domain/commands.ts";
import { longestReason } from "../domain/idea/idea.ts";
import type { TeamId } from "../domain/ids.ts";
import { cut, fits } from "../domain/words.ts";
import { type Answer, refuse, type Scene } from "../flows/flow.ts";
import type { Route } from "../flows/route.ts";
import { everyPhrase } from "../language/index.ts";
import type { Ports } from "../ports.ts";
import { commands } from "./commands.ts";

/** Leads words to their row. One word that is no command is not understood; two or more are offered back as an idea. */
export const hearWords = async (text: string, scene: Scene, ports: Ports): Promise<Answer> => {
  const command = parseCommand(text, everyPhrase);
  if (command && "rest" in command && !fits(command.rest, longestReason)) return refuse("too-long", String(longestReason));
  if (command) return (commands[command.command] as Route<Command>).run(command, scene, ports);
  if (text === "") return commands.help.run({ command: "help" }, scene, ports);
  return /\s/.test(text) ? commands.offer.run({ text }, scene, ports) : refuse("unknown-command", cut(text, 60));
};

/** Hears words again for the team that was chosen when their writer was asked which one is meant. */
export const hearFor = ({ team, text }: { readonly team: TeamId; readonly text: string }, scene: Scene, ports: Ports): Promise<Answer> =>
  hearWords(text, { ...scene, chosen: team, text }, ports);
