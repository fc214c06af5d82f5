import type { Language } from "../domain/language.ts";
import type { Message } from "../domain/message/index.ts";
import type { Answer, Scene } from "../flows/flow.ts";
import type { NotKept, Route, Tried } from "../flows/route.ts";
import type { Ports } from "../ports.ts";

/** A press or a written text, bound to its row of actions.ts or commands.ts. */
export type Routed = {
  readonly run: (scene: Scene, ports: Ports) => Promise<Answer>;
  readonly language?: Language | undefined;
  readonly formAgain?: (problem: NotKept, tried: Tried) => Message | undefined;
};

export const routed = <What>({ run, languageOf, formAgain }: Route<What>, what: What): Routed => ({
  run: (scene, ports) => run(what, scene, ports),
  language: languageOf?.(what),
  formAgain: (problem, tried) => formAgain?.(what, problem, tried),
});
