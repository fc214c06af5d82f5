import type { WrittenIdea } from "../../domain/action/ideas.ts";
import type { ActionOf } from "../../domain/action/index.ts";
import { hourMs } from "../../domain/asking/local-time.ts";
import type { Idea } from "../../domain/idea/idea.ts";
import { type Shown, teamView } from "../../domain/idea/view.ts";
import { ideaIdOf, type TeamId } from "../../domain/ids.ts";
import type { ColleagueForm } from "../../domain/message/ideas.ts";
import type { Message } from "../../domain/message/index.ts";
import { untilExported } from "../../domain/teams/months-kept.ts";
import { ownKinds, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { insertIdea } from "../../store/change-idea.ts";
import { insertHandled } from "../../store/claims.ts";
import { putDue } from "../../store/due.ts";
import { readIdea } from "../../store/idea.ts";
import { teamPartition } from "../../store/team.ts";
import { type Answer, refuse, type Scene } from "../flow.ts";
import type { IdeaTurn, Turn } from "../right.ts";
import type { NotKept, Tried } from "../route.ts";
import { happen } from "./happen.ts";
import { ofItsKinds, problemInIdea, unread, whenShown } from "./idea-form.ts";
import { writtenIdea } from "./receipt.ts";
import { withdraw } from "./withdraw-idea.ts";

/*
 * An idea that somebody types for a colleague who has no device. Nothing that is stored leads to the person who typed it: no author, no voice of theirs, no
 * answer to their question, no row of theirs that is written with it. The secret on the receipt is the only key.
 */

/** `idea for a colleague: some text` saves at once; without a text it asks for the form. */
export const writeForColleague = async ({ text }: { readonly text: string }, turn: Turn): Promise<Answer> => {
  const written: WrittenIdea = { friction: text, showName: false };
  if (text === "") return colleagueForm(turn);
  return problemInIdea(written) || turn.others.length > 0 ? colleagueForm(turn, { written }) : keep(turn.scene.secret(), written, turn);
};

/** *Send* on the form, also on one that came back with a typed text. */
export const sendForColleague = async ({ secret, ...sent }: ActionOf<"send-for-colleague">, turn: Turn): Promise<Answer> => {
  const written = ofItsKinds(turn.team, sent.written);
  const { typed } = turn.scene;
  const again = { written, secret, ...(typed ? { typed } : {}) };
  return problemInIdea(written) || turn.others.length > 0 ? colleagueForm(turn, again) : keep(secret, written, turn);
};

const colleagueForm = async (
  { team, others, ports }: Turn,
  left: Partial<Pick<ColleagueForm, "written" | "secret" | "typed">> = {},
): Promise<ColleagueForm> => {
  const problem = left.written && problemInIdea(left.written);
  return {
    say: "colleague-form",
    team: teamView(team),
    ...(others.length > 0 ? { teams: [team, ...others].map(({ id, name }) => ({ id, name })) } : {}),
    ...ownKinds(team),
    ...untilExported(team),
    secret: ports.chance.id(),
    ...(await whenShown(team, ports)),
    ...left,
    ...(problem ? { problem } : {}),
  };
};

/**
 * Stores the idea with the note that its message was handled, in one transaction. The right was checked by a read: a write to the member's row would bear the
 * moment of the idea.
 */
const keep = async (secret: string, written: WrittenIdea, turn: Turn): Promise<Answer> => {
  const { team, now, scene, ports } = turn;
  const { rows } = ports;
  const { typed } = scene;
  const idea: Idea = { ...written, id: ideaIdOf(secret), createdAt: now, stage: "new", voices: 1 };
  const changes = [...(typed === undefined ? [] : [insertHandled(typed)]), ...insertIdea(idea)];
  const [commit, shown] = await Promise.all([rows.commit(teamPartition(team.id), changes), whenShown(team, ports)]);
  if (commit === "done") return kept(team, written, shown, secret);
  const first = (await readIdea(rows, team.id, idea.id))?.idea;
  // An earlier delivery of the message was kept, under a secret that only its receipt has.
  if (!first && typed !== undefined) return kept(team, written, shown);
  if (first?.author !== undefined) return refuse("stale-form");
  const isSame = first && first.stage !== "withdrawn" && first.friction === written.friction && first.proposal === written.proposal;
  // The form was sent before with other words, or its idea was withdrawn: a fresh form offers these.
  return isSame ? kept(team, writtenIdea(first), whenOf(first, shown), secret) : colleagueForm(turn, { written });
};

/** When the team sees it, the number under which it has, or that a lead holds it back. */
type Seen = Shown & { readonly number?: number; readonly held?: true };

const whenOf = ({ number, stage }: Idea, shown: Shown): Seen => {
  if (stage === "held") return { held: true };
  return number === undefined ? shown : { number };
};

const kept = (team: Team, written: WrittenIdea, shown: Seen, secret?: string): Message => ({
  say: "kept-for-colleague",
  team: teamView(team),
  written,
  ...shown,
  ...(secret === undefined ? {} : { secret }),
});

/** *Withdraw* on the receipt, by whoever holds it. */
export const withdrawForColleague = async ({ secret }: { readonly secret: string }, turn: IdeaTurn): Promise<Answer> => {
  const said = await withdraw(turn, turn.stored);
  return said.say === "withdrawn" ? { ...said, secret } : said;
};

/** *Undo* of that. */
export const restoreForColleague = async (
  { secret, written }: { readonly secret: string; readonly written: WrittenIdea },
  turn: IdeaTurn,
): Promise<Answer> => {
  const { team, ports } = turn;
  if (problemInIdea(written)) return refuse("stale-form");
  const restored = await happen(turn, turn, { event: "restore", words: written });
  if ("no" in restored) return restored.no;
  const { idea } = restored.got;
  return kept(team, writtenIdea(idea), whenOf(idea, await whenShown(team, ports)), secret);
};

/** The form with a typed text that the store could not keep in time: it carries the secret of this try and the message's name, so that *Send* finds the idea. */
export const formOfColleague = (
  { text }: { readonly text: string },
  problem: NotKept,
  { where, secret, typed }: Tried,
): Message | undefined =>
  text === ""
    ? undefined
    : formForColleagueAgain(
        {
          secret: secret(),
          ...(typed ? { typed } : {}),
          ...(where.kind === "channel" ? { team: where.team } : {}),
          written: { friction: text, showName: false },
        },
        problem,
      );

export const formForColleagueAgain = (
  { team, ...sent }: Omit<ActionOf<"send-for-colleague">, "verb">,
  problem: NotKept,
): ColleagueForm => ({
  say: "colleague-form",
  team: unread(team ?? ""),
  secret: sent.secret,
  ...(sent.typed ? { typed: sent.typed } : {}),
  written: sent.written,
  problem,
});

/** Lets the clock forget in an hour that the message was handled: Teams delivers a message again within minutes. The due row names nobody either. */
export const oweForgettingHandled = async (team: TeamId, _what: unknown, { rows, clock }: Ports, { typed }: Scene): Promise<void> => {
  if (typed === undefined) return;
  await putDue(rows, { at: clock.now() + hourMs, team, job: { job: "forget-typed", team, typed } });
};
