import type { Language } from "../domain/language.ts";
import type { Message } from "../domain/message/index.ts";
import type { Ports } from "../ports.ts";
import type { Answer, Scene } from "./flow.ts";

/**
 * A right: what a person must be now for a button or a command to work. Each is written beside its row in entry/actions.ts and entry/commands.ts, and no flow looks one up.
 * - `anyone`: whoever writes to Gnist; it concerns themselves alone.
 * - `member`, `lead`: of the team that is meant. `lead-or-admin`: an admin of this tenant may too.
 * - `confirmer`: of the claim that somebody leads the team: its lead, and where it has none, whom flows/teams/confirmers.ts names. `lead-adder-or-admin`: its lead, the
 *   member who added Gnist to it, or an admin.
 * - `overseer`: its lead, or an admin who looks at every team. `admin`: an admin alone; on a local machine without one, a lead stands in.
 * - `author`: of the idea, also where they have left the team or are a guest in it now.
 * - `member-or-author`: a member, or the idea's author.
 * - `owner`, `asked` (to own it, or the owner, or who was so until they gave it back), `owner-or-lead`: of the idea, and a member.
 */
export type Right =
  | "anyone"
  | "member"
  | "lead"
  | "lead-or-admin"
  | "lead-adder-or-admin"
  | "confirmer"
  | "overseer"
  | "admin"
  | "author"
  | "member-or-author"
  | "owner"
  | "asked"
  | "owner-or-lead";

/** A row of entry/actions.ts or entry/commands.ts. */
export type Route<What> = {
  readonly right: Right;
  readonly run: (what: What, scene: Scene, ports: Ports) => Promise<Answer>;
  /** The language that its card was written in: it is answered in it, and nothing is read before what was sent is stored. */
  readonly languageOf?: (what: What) => Language | undefined;
  /** The form as it comes back with its text where the store could not keep it, or not in time. */
  readonly formAgain?: (what: What, problem: NotKept, tried: Tried) => Message | undefined;
};

/** A try to keep something: where it was written or pressed, and the secret of what was written (`Scene`). */
export type Tried = Pick<Scene, "where" | "secret">;

/** Why the store did not keep a form: it is away, or will never take this. */
export type NotKept = "not-saved" | "not-storable";

/** A row whose form comes back where the store could not keep it. */
export const comingBack = <What>(route: Route<What>, more: Pick<Route<What>, "languageOf" | "formAgain">): Route<What> => ({
  ...route,
  ...more,
});
