import type { ActionOf } from "../../domain/action/index.ts";
import { isOpen } from "../../domain/idea/idea.ts";
import { ideaView } from "../../domain/idea/view.ts";
import type { MessageOf } from "../../domain/message/index.ts";
import { type AgendaView, agendaOf, type Example, leaderOf, type MeetingMinutes, usualMeeting } from "../../domain/review/agenda.ts";
import type { Month } from "../../domain/review/month.ts";
import type { ReviewView } from "../../domain/review/review.ts";
import { spreads, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readIdeas } from "../../store/idea.ts";
import { readMembers } from "../../store/member.ts";
import { readTips } from "../../store/spread.ts";
import { type Answer, asNewMessage, refuse } from "../flow.ts";
import { isShown } from "../ideas/same-thing.ts";
import { namedBy, readNames } from "../people/names.ts";
import type { Turn } from "../right.ts";
import { readSource } from "../spread/give-tips.ts";
import { reviewMessage } from "./show-review.ts";

/** The latest result that another team's lead has offered, and that this team got as a tip it has not refused. */
const readExample = async (team: Team, ports: Ports): Promise<Example | undefined> => {
  if (!spreads(team)) return undefined;
  const tips = (await readTips(ports.rows, team.id)).filter(({ did }) => did !== "refused");
  for (const { from, source: idea, since } of tips.toSorted((one, other) => other.since - one.since)) {
    const source = await readSource({ from, idea, since }, ports);
    if (source) return { isOther: true, team: { id: from }, id: idea, title: source.lines.title, result: source.lines.result };
  }
  return undefined;
};

/** The agenda of a meeting about a review. */
export const readAgenda = async (team: Team, review: ReviewView, minutes: MeetingMinutes, ports: Ports): Promise<AgendaView> => {
  const { rows, clock } = ports;
  const now = clock.now();
  const [listed, members, example] = await Promise.all([readIdeas(rows, team.id), readMembers(rows, team.id), readExample(team, ports)]);
  const open = listed.map(({ idea }) => idea).filter((idea) => isOpen(idea) && isShown(idea));
  const names = await readNames(rows, team.id, open.flatMap(namedBy));
  const view = (ideas: typeof open) => ideas.map((idea) => ideaView(idea, names, team, now));
  return agendaOf(review, {
    minutes,
    // By the kind that everybody reads. The question that an idea answers would tell in which round it was written.
    served: view(open.filter(({ kind }) => kind === "served")),
    open: view(open),
    leader: leaderOf(members, review.month, team.settings.notAsked)?.name,
    example,
  });
};

/** The agenda of a month; undefined where the month has nothing to say. */
export const agendaMessage = async (
  team: Team,
  month: Month,
  ports: Ports,
  minutes: MeetingMinutes = usualMeeting,
): Promise<MessageOf<"agenda"> | undefined> => {
  const message = await reviewMessage(team, month, ports);
  return message && { say: "agenda", agenda: await readAgenda(team, message.review, minutes, ports) };
};

/** *Agenda* on a review, beside it; and on the agenda itself another length of the meeting. */
export const showAgenda = async ({ month, minutes }: ActionOf<"show-agenda">, { team, scene, ports }: Turn): Promise<Answer> => {
  const agenda = await agendaMessage(team, month, ports, minutes);
  if (!agenda) return refuse("nothing-to-review");
  return minutes === undefined ? asNewMessage(agenda, scene) : agenda;
};
