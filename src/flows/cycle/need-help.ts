import { ownedStages } from "../../domain/idea/idea.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import { leadersOf } from "../../domain/teams/substitute.ts";
import { type Answer, afterStoringMs, asNewMessage, refuse } from "../flow.ts";
import { viewOfIdea } from "../ideas/about-idea.ts";
import { happen } from "../ideas/happen.ts";
import type { IdeaTurn } from "../right.ts";
import { waitsUntil } from "../sending/working-days.ts";

/** *Need help* shows a form with one line; the check-in beside it stays. With the line, which may be empty, it tells the leads. */
export const needHelp = async (
  { line = "", isSent }: { readonly line?: string; readonly isSent?: true },
  turn: IdeaTurn,
): Promise<Answer> => {
  if (isSent || line !== "") return callForHelp(turn, line);
  if (!ownedStages.includes(turn.stored.idea.stage)) return refuse("idea-closed");
  const form: Message = { say: "need-help-form", team: teamView(turn.team), idea: await viewOfIdea(turn) };
  return asNewMessage(form, turn.scene);
};

/** `need help #42`, and maybe a line. */
export const needHelpByNumber = ({ rest }: { readonly rest: string }, turn: IdeaTurn): Promise<Answer> => callForHelp(turn, rest);

const callForHelp = async (turn: IdeaTurn, why: string): Promise<Message> => {
  const { team, ports, who } = turn;
  const happened = await happen(turn, turn, { event: "need-help", who, why }, undefined, async ({ idea: { id, help } }) => {
    if (help)
      await ports.jobs.put({ job: "tell-leads", team: team.id, news: "needs-help", idea: id, once: `${id}|${help.at}` }, afterStoringMs);
  });
  if ("no" in happened) return happened.no;
  const leaders = leadersOf(team, turn.now);
  const unheard = leaders.every((leader) => leader === who)
    ? { unheard: leaders.length === 0 ? ("no-lead" as const) : ("alone" as const) }
    : {};
  const tellsAt = waitsUntil(team, turn.now);
  return {
    say: "help-asked",
    team: teamView(team),
    idea: await viewOfIdea(turn, happened.got.idea),
    ...unheard,
    ...(tellsAt === undefined ? {} : { tellsAt }),
  };
};
