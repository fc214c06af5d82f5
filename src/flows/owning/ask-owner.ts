import type { WrittenPlan } from "../../domain/action/owning.ts";
import { endOfWorkingDay } from "../../domain/asking/calendar.ts";
import type { Weighed } from "../../domain/idea/event.ts";
import { isOpen } from "../../domain/idea/idea.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { RefusalReason } from "../../domain/message/refusal.ts";
import { dueFrom } from "../../domain/owning/due-date.ts";
import type { Member, PersonId } from "../../domain/people/person.ts";
import type { Made } from "../../store/change-idea.ts";
import { putDue } from "../../store/due.ts";
import { insertRequest, readRequest } from "../../store/request.ts";
import { sendKey } from "../../store/send.ts";
import { afterStoringMs, type JobFlow } from "../flow.ts";
import { type IdeaInTeam, readForJob, viewOfIdea } from "../ideas/about-idea.ts";
import { type Happened, happen } from "../ideas/happen.ts";
import type { IdeaTurn } from "../right.ts";
import { afterSend } from "../sending/say-to.ts";
import { planFormOf } from "./plan-form.ts";
import { type OfferedTests, offeredTests, sayWithTests } from "./ready-tests.ts";

/**
 * Asks a member to own an idea; any member may propose one. Until that person accepts, a lead acts or the third working day ends, the team reads that somebody
 * was asked, and no name. Meanwhile only a lead may ask somebody else. A no looks like silence to everybody but the leads.
 * @param more `title`, `weighed`: a new title for the idea, and new guesses, stored in the same transaction. `replaces`: the idea has an owner, who stays until the person accepts
 */
export const askToOwn = async (
  turn: IdeaTurn,
  { person }: Member,
  due: string,
  more: { readonly title?: string; readonly weighed?: Weighed; readonly replaces?: true } = {},
): Promise<Happened> => {
  const { team, ports, who, leads, now } = turn;
  const idea = turn.stored.idea.id;
  const request = ports.chance.id();
  const endsAt = endOfWorkingDay(now, 3, team.settings);
  const refused = leads ? await refusedBy(person, turn) : undefined;
  const event = {
    event: "ask",
    who,
    leads,
    person,
    due,
    request,
    ...(refused ? { refused } : {}),
    ...more,
  } as const;
  // A person who has been asked already gets no second request: then only the title is new.
  const also = (made: Made) => ({
    got: made.idea.request === request ? [insertRequest(idea, request, { person, by: who, at: now })] : [],
  });
  return happen(turn, turn, event, also, () =>
    Promise.all([
      ports.jobs.put({ job: "ask-owner", team: team.id, idea, request }, afterStoringMs),
      putDue(ports.rows, { at: endsAt, team: team.id, job: { job: "end-request", team: team.id, idea, request, at: endsAt } }),
    ]),
  );
};

/** The running request, where it asks this person and they have said no. */
const refusedBy = async (person: PersonId, { team, stored, ports }: IdeaTurn): Promise<string | undefined> => {
  const { id, request, askedOwner } = stored.idea;
  if (request === undefined || askedOwner !== person) return undefined;
  return (await readRequest(ports.rows, team.id, id, request))?.refusedAt === undefined ? undefined : request;
};

/**
 * Ends a request that nobody has accepted by the end of the third working day: the idea needs an owner again. It also runs for a team that Gnist was removed
 * from, because that team may add Gnist again.
 */
export const endRequest: JobFlow<"end-request"> = async (job, ports) => {
  const found = await readForJob(job, ports, true);
  if (found) await happen({ ...found, ports }, found, { event: "end-request", request: job.request });
  return undefined;
};

/** Sends the request to the proposed owner's chat. */
export const askOwner: JobFlow<"ask-owner"> = async (job, ports) => {
  const [found, asked] = await Promise.all([readForJob(job, ports), readRequest(ports.rows, job.team, job.idea, job.request)]);
  if (!found || !asked || found.stored.idea.request !== job.request || !isOpen(found.stored.idea)) return undefined;
  const key = sendKey("ask-owner", asked.person, job.idea, job.request);
  const tests = await offeredTests(found, ports);
  return afterSend(await sayWithTests(ports, found, asked.person, { key, message: await ownerRequest(found, tests), tests }));
};

export const ownerRequest = async (
  found: IdeaInTeam,
  tests: OfferedTests,
  typed: WrittenPlan = {},
  problem?: RefusalReason,
): Promise<Message> => {
  const { askedBy, askedDue, reach } = found.stored.idea;
  const name = askedBy && (await found.names).get(askedBy);
  // The date is a colleague's, or the default: not the owner's own choice.
  const due = dueFrom(askedDue, found.team, found.now, reach);
  return {
    say: "owner-request",
    team: teamView(found.team),
    idea: await viewOfIdea(found),
    ...planFormOf(found, typed, { due, offered: due }, tests),
    ...(name ? { askedBy: name } : {}),
    ...(problem ? { problem } : {}),
  };
};
