import type { Language } from "../domain/language.ts";
import type { Message } from "../domain/message/index.ts";
import type { Ports } from "../ports.ts";
import type { Answer, Scene } from "./flow.ts";

/**
 * A right: what a person must be now for a button or a command to work. entry/actions.ts and entry/commands.ts name it in each row, and no flow looks one up.
 * - `anyone`: every person who writes to Gnist; the row concerns that person alone.
 * - `member`, `lead`: of the team that is meant. `lead-or-admin`: an admin of this tenant may too.
 * - `lead-alone`: a lead of the team, and no substitute.
 * - `confirmer`: of the claim that somebody leads the team: its lead, or where it has none, the people named by flows/teams/confirmers.ts.
 * - `lead-adder-or-admin`: its lead, the member who added Gnist to it, or an admin.
 * - `overseer`: its lead, or an admin, who looks at every team. `admin`: an admin alone; on a local machine without one, a lead stands in.
 * - `across`: an admin, or a coordinator, who is a member of a team that takes ideas from others. `member-or-across`: those, or a member.
 * - `lead-or-across`: a lead, who then means a team that they lead; or those, who then mean all teams.
 * - `author`: of the idea, also after they have left the team or become a guest in it. `author-now`: only while they are a member.
 * - `member-or-author`: a member, or the idea's author. `author-or-lead`: the idea's author, or a lead.
 *   `author-or-lead-now`: only while they are a member.
 * - `holder`: of the card with the secret of an idea that keeps no author, whoever they are in this tenant.
 * - `coordinator`: a member of the team to which a lead passed the idea on.
 * - `owner`, `asked` (to own it, or the owner, or the owner who has just given it back), `owner-or-lead`: of the idea, and a member.
 */
export type Right =
  | "anyone"
  | "member"
  | "lead"
  | "lead-alone"
  | "lead-or-admin"
  | "lead-adder-or-admin"
  | "confirmer"
  | "overseer"
  | "admin"
  | "across"
  | "member-or-across"
  | "lead-or-across"
  | "author"
  | "author-now"
  | "holder"
  | "member-or-author"
  | "author-or-lead"
  | "author-or-lead-now"
  | "owner"
  | "asked"
  | "owner-or-lead"
  | "coordinator";

/** A row of entry/actions.ts or entry/commands.ts. */
export type Route<What> = {
  readonly right: Right;
  readonly run: (what: What, scene: Scene, ports: Ports) => Promise<Answer>;
  /** Language of the card that was pressed. Gnist answers in it, so that it need not read the person's before the sent text is stored. */
  readonly languageOf?: (what: What) => Language | undefined;
  /** Makes the form that comes back with its text, where the store could not keep it, or not in time. */
  readonly formAgain?: (what: What, problem: NotKept, tried: Tried) => Message | undefined;
};

/** One try to store something: where it was written or pressed, the name of the written message, and the secret of its idea (`Scene`). */
export type Tried = Pick<Scene, "where" | "secret" | "typed">;

/** Why the store did not keep a form: it is down or too slow, or it will never take this text. */
export type NotKept = "not-saved" | "not-storable";

/** Makes a row whose form comes back where the store could not keep it. */
export const comingBack = <What>(route: Route<What>, more: Pick<Route<What>, "languageOf" | "formAgain">): Route<What> => ({
  ...route,
  ...more,
});
