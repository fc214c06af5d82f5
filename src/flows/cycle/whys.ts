import type { ActionOf } from "../../domain/action/index.ts";
import { type Idea, ownedStages } from "../../domain/idea/idea.ts";
import { teamView } from "../../domain/idea/view.ts";
import { whyMarkOf } from "../../domain/ids.ts";
import type { Message, MessageOf } from "../../domain/message/index.ts";
import { readIdea } from "../../store/idea.ts";
import { type Answer, refuse } from "../flow.ts";
import { viewOfIdea } from "../ideas/about-idea.ts";
import { type Happened, happen } from "../ideas/happen.ts";
import type { IdeaTurn } from "../right.ts";
import { besideIf } from "./forms.ts";

type MoreOfWhys = Pick<MessageOf<"whys">, "written" | "problem">;

const whysCard = async (turn: IdeaTurn, idea: Idea, more: MoreOfWhys = {}): Promise<Message> => ({
  say: "whys",
  team: teamView(turn.team),
  idea: await viewOfIdea(turn, idea),
  whys: idea.whys ?? [],
  ...more,
});

/** *Why does this happen?* shows the causes so far and asks for the next one; *Save* keeps it. */
export const askWhy = async (action: ActionOf<"ask-why">, turn: IdeaTurn): Promise<Answer> => {
  const { place, text = "" } = action;
  const { idea } = turn.stored;
  if (!ownedStages.includes(idea.stage)) return refuse("idea-closed");
  if (place === undefined) return besideIf(action, await whysCard(turn, idea), turn);
  if (text === "") return whysCard(turn, idea, { problem: "reason-needed" });
  return cardAfter(turn, await happen(turn, turn, { event: "add-why", who: turn.who, text, place }), text);
};

/** *Undo* takes the last cause back, and leaves its text in the input. */
export const dropWhy = async ({ place, mark }: ActionOf<"drop-why">, turn: IdeaTurn): Promise<Answer> => {
  const dropped = turn.stored.idea.whys?.[place] ?? "";
  const isThis = whyMarkOf(dropped) === mark;
  return cardAfter(
    turn,
    await happen(turn, turn, { event: "drop-why", who: turn.who, place, mark }),
    undefined,
    isThis ? dropped : undefined,
  );
};

/** The card after a press. Where the press was of an older card, it is the card as it stands now, with what was typed. */
const cardAfter = async (turn: IdeaTurn, happened: Happened, typed: string | undefined, dropped?: string): Promise<Message> => {
  if ("got" in happened) return whysCard(turn, happened.got.idea, dropped ? { written: dropped } : {});
  const { no } = happened;
  if (no.say !== "refusal" || no.why !== "whys-changed") return no;
  const now = await readIdea(turn.ports.rows, turn.team.id, turn.stored.idea.id);
  if (!now) return refuse("no-such-idea");
  return whysCard(turn, now.idea, { problem: no.why, ...(typed ? { written: typed } : {}) });
};
