import { type IdeaId, isOpen } from "../../domain/idea/idea.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readRequest } from "../../store/request.ts";
import type { Said } from "../../store/said.ts";
import { refuse } from "../flow.ts";
import { type IdeaInTeam, readForJob, viewOfIdea } from "../ideas/about-idea.ts";
import { planForm } from "./accept-idea.ts";
import { ownerRequest } from "./ask-owner.ts";
import { offeredTests } from "./ready-tests.ts";

/**
 * The message that takes the place of a card that offered a withdrawn idea's test to the owner of another idea, or to somebody who was asked: how that other
 * idea now stands with them. Undefined for a message about the withdrawn idea itself.
 */
export const ownerCardInstead = async (
  ports: Ports,
  team: Team,
  { person, guardKey }: Pick<Said, "person" | "guardKey">,
  withdrawn: IdeaId,
): Promise<Message | undefined> => {
  const [, message, , ...which] = guardKey.split("|");
  // `planWithOwner` names its message by a step, and `askOwner` by a request.
  const [id, request] = message === "plan" ? [which[1]] : message === "ask-owner" ? which : [];
  const found = id === undefined || id === withdrawn ? undefined : await readForJob({ team: team.id, idea: id }, ports);
  return found && ownerCard(ports, found, person, request);
};

/** How an idea stands with its owner, or with somebody who was asked to own it. @param request by which they were asked */
export const ownerCard = async (ports: Ports, found: IdeaInTeam, person: PersonId, request: string | undefined): Promise<Message> => {
  const { team, stored } = found;
  const { idea } = stored;
  const about = { team: teamView(team), idea: await viewOfIdea(found) };
  if (idea.owner === person && isOpen(idea))
    return idea.test === undefined ? planForm(found, await offeredTests(found, ports)) : { say: "owned", ...about };
  if (request === undefined || request !== idea.request) return refuse("moved-on");
  const asked = await readRequest(ports.rows, team.id, idea.id, request);
  return asked?.refusedAt === undefined ? ownerRequest(found, await offeredTests(found, ports)) : { say: "declined", ...about };
};
