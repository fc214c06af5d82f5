/** Every kind of row in the store. Code that reads, erases, exports or scans rows begins here. */
import { z } from "zod";
import { ideaShape } from "../domain/idea/idea.ts";
import { questionShape } from "../domain/idea/question.ts";
import { waitingShape } from "../domain/idea/waiting.ts";
import { measuresShape } from "../domain/overview/measures.ts";
import { chosenAndLearned, memberShape } from "../domain/people/person.ts";
import { changedTeamShape, teamsChangeShape } from "../domain/settings/teams-change.ts";
import { teamShape } from "../domain/teams/team.ts";
import { kind, type RowKind } from "./record.ts";
import {
  actShape,
  askedShape,
  boardShape,
  defaultsShape,
  digestShape,
  erasingShape,
  fileShape,
  movingShape,
  newsShape,
  paceShape,
  passedShape,
  postedShape,
  releaseShape,
  requestShape,
  reviewShape,
  roundShape,
  saidShape,
  sending,
  spreadShape,
  stepShape,
  teamAuditShape,
  tenantAuditShape,
  tipShape,
  tipTimesShape,
  voiceShape,
} from "./row-shapes.ts";

const teamPartition = "team|TEAM";
const personPartition = "person|PERSON";
const tenantPartition = "tenant|TENANT";

const member = { partition: teamPartition, names: ["PERSON"] } as const;
const idea = {
  partition: teamPartition,
  shape: ideaShape,
  names: ["author", "owner", "askedOwner", "askedBy", "mergedBy", "last"],
  lives: "for the months kept",
} as const;
const ofPerson = { partition: personPartition, names: [], lives: "with its person" } as const;
const ofMonths = { ...ofPerson, lives: "for the months kept" } as const;
const listedTeam = { partition: tenantPartition, shape: z.object({ name: z.string() }), names: [], lives: "with its team" } as const;

export const rowKinds = {
  team: kind({
    partition: teamPartition,
    key: "team",
    shape: teamShape,
    names: ["addedBy", "leads", "substitutes", "missingLeads", "claims", "leadWanted", "settings"],
    lives: "with its team",
    isEssential: true,
  }),

  /** The row is the right to take part: an answer proves it by merging this row in its own transaction. */
  member: kind({ ...member, key: "member|PERSON", shape: memberShape, lives: "while a member" }),
  guest: kind({ ...member, key: "guest|PERSON", shape: memberShape, lives: "with its team" }),
  left: kind({ ...member, key: "left|PERSON", shape: memberShape.extend({ leftAt: z.number() }), lives: "with its team" }),

  round: kind({
    partition: teamPartition,
    key: "round|ROUND",
    shape: roundShape,
    names: ["by"],
    lives: "for the months kept",
  }),

  /** The question to one person in one round. Its key makes it unique. */
  asked: kind({
    partition: teamPartition,
    key: "asked|ROUND|PERSON",
    shape: askedShape,
    names: ["PERSON"],
    lives: "for the months kept",
  }),

  /** A text without a trace that nobody has been shown. Until then the row has its author; it is overwritten when it is shown. */
  waiting: kind({ partition: teamPartition, key: "waiting|IDEA", shape: waitingShape, names: ["person"], lives: "until it is shown" }),
  /** Ideas that a list needs: those that are open, held, or have ended since the last digest. */
  idea: kind({ ...idea, key: "idea|IDEA" }),
  /** An idea whose end a digest has told. It is found by its id, and stands in no list. */
  ended: kind({ ...idea, key: "ended|IDEA" }),
  voice: kind({
    partition: teamPartition,
    key: "voice|IDEA|PERSON",
    shape: voiceShape,
    names: ["PERSON"],
    lives: "with its idea",
  }),
  /** One change of stage. TIME counts down: the newest stands first. */
  step: kind({
    partition: teamPartition,
    key: "step|IDEA|TIME|NONCE",
    shape: stepShape,
    names: ["who"],
    lives: "with its idea",
  }),
  /** The smallest tests that the team has run on ideas of a kind, the newest first. */
  runTests: kind({
    partition: teamPartition,
    key: "tests|KIND",
    shape: z.object({ tests: z.array(z.object({ idea: z.string(), test: z.string() }).readonly()).readonly() }),
    names: [],
    lives: "with its idea",
  }),
  /** An adopted idea whose result a lead has offered to other teams. */
  spread: kind({ partition: teamPartition, key: "spread|IDEA", shape: spreadShape, names: [], lives: "with its idea" }),
  /** The result of another team, given to the leads of this one for an idea of theirs. Its lines stand in that other team alone. */
  tip: kind({ partition: teamPartition, key: "tip|TIP", shape: tipShape, names: [], lives: "with its idea" }),
  /** The instants of a team's latest tips. */
  tips: kind({ partition: teamPartition, key: "tips", shape: tipTimesShape, names: [], lives: "with its team" }),
  /** A request to a person to own an idea, and the part of their answer that only leads may read. */
  request: kind({
    partition: teamPartition,
    key: "request|IDEA|REQUEST",
    shape: requestShape,
    names: ["person", "by"],
    lives: "with its idea",
  }),
  /** The one question that a lead asked the author of an idea, and the answer. Leads alone read it. */
  question: kind({ partition: teamPartition, key: "question|IDEA", shape: questionShape, names: ["by"], lives: "with its idea" }),
  /** A person's thanks for an idea that has ended. `told`: the telling that counted it. */
  thanks: kind({
    partition: teamPartition,
    key: "thanks|IDEA|PERSON",
    shape: z.object({ told: z.string().exactOptional() }),
    names: ["PERSON"],
    lives: "with its idea",
  }),
  /** An idea with thanks that are not told yet. */
  thanked: kind({ partition: teamPartition, key: "thanked|IDEA", shape: z.object({}), names: [], lives: "until told" }),
  /** Index from a short number to its idea. */
  number: kind({
    partition: teamPartition,
    key: "number|NUMBER",
    shape: z.object({ idea: z.string() }),
    names: [],
    lives: "with its idea",
  }),
  /** The next number that is free. */
  numbers: kind({ partition: teamPartition, key: "numbers", shape: z.object({ next: z.number() }), names: [], lives: "with its team" }),
  /** The ideas of an author, the newest first: TIME counts down. */
  mine: kind({ partition: teamPartition, key: "mine|PERSON|TIME|IDEA", shape: z.object({}), names: ["PERSON"], lives: "with its idea" }),

  /** A typed message that became an idea for a colleague, so that a repeated delivery becomes no second one. It says neither which idea nor whose message. */
  handled: kind({ partition: teamPartition, key: "handled|TYPED", shape: z.object({}), names: [], lives: "an hour" }),

  digest: kind({ partition: teamPartition, key: "digest|DIGEST", shape: digestShape, names: [], lives: "for the months kept" }),

  /** The review of a month, once a lead has posted it. */
  review: kind({ partition: teamPartition, key: "review|MONTH", shape: reviewShape, names: [], lives: "for the months kept" }),

  /** Index from an idea to a post that shows it: a digest or a review. */
  shown: kind({ partition: teamPartition, key: "shown|IDEA|POST", shape: z.object({}), names: [], lives: "with its idea" }),

  /** A version of a post as it stood in a channel. VERSION counts down: the newest stands first (posted.ts). */
  posted: kind({
    partition: teamPartition,
    key: "posted|KIND|POST|VERSION",
    shape: postedShape,
    names: ["named"],
    lives: "for the months kept",
  }),
  /** Index from an idea to the copies that hold its words. */
  copied: kind({ partition: teamPartition, key: "copied|IDEA|KIND|POST", shape: z.object({}), names: [], lives: "with its idea" }),
  /** An export of all that the team has: what was there at its instant was included. TIME counts down. */
  exported: kind({
    partition: teamPartition,
    key: "export|TIME",
    shape: z.object({ at: z.number() }),
    names: [],
    lives: "for the months kept",
  }),

  /** A board, or its minutes once it is closed. BOARD counts down: the newest stands first. */
  board: kind({
    partition: teamPartition,
    key: "board|BOARD",
    shape: boardShape,
    names: ["closedBy", "decisions"],
    lives: "for the months kept",
  }),
  /** Index from an idea to a board that shows it. */
  onBoard: kind({ partition: teamPartition, key: "on-board|IDEA|BOARD", shape: z.object({}), names: [], lives: "with its idea" }),
  /** The address at which other systems read the team's posted results: a hash of its token, which nothing stored leads back to. */
  address: kind({
    partition: teamPartition,
    key: "address",
    shape: z.object({ hash: z.string(), at: z.number() }),
    names: [],
    lives: "with its team",
  }),
  /** Leads from that hash to the team, whose own row decides. */
  addressOf: kind({ partition: "address|HASH", key: "team", shape: z.object({ team: z.string() }), names: [], lives: "with its team" }),

  /** The guard of one message, which makes its sending at most once. `-` stands in place of PERSON where it goes to no one person. */
  send: kind({
    partition: teamPartition,
    key: "send|MESSAGE|PERSON|…",
    shape: z.object(sending),
    names: ["PERSON", "…"],
    lives: "for the months kept",
  }),

  /** The draft to one lead, and the guard of its sending; Gnist deletes it with the draft's last update (draft.ts). */
  draft: kind({
    partition: teamPartition,
    key: "draft|ROUND|PERSON|TIME",
    shape: z.object(sending),
    names: ["PERSON"],
    lives: "for the months kept",
  }),
  /**
   * Index from an idea to a message about it in a person's own chat, or an answer in a channel: `…` is the key of the message's guard (said.ts). `team`: the team
   * that has the guard, where it is another. Of an answer, `at` is its instant, `channel` the conversation where everybody reads it, and `shows` what stands there
   * beside this idea: a digest, a draft, a board, the review or the agenda of a month, or something about the idea `which`.
   */
  said: kind({
    partition: teamPartition,
    key: "said|IDEA|…",
    shape: saidShape,
    names: ["…"],
    lives: "with its idea",
  }),

  /** The post of an idea in a coordinators' channel (`to`: their team), and the guard of its sending. TIME and NONCE are those of the step that passed it on. */
  passed: kind({
    partition: teamPartition,
    key: "passed|IDEA|TIME|NONCE",
    shape: passedShape,
    names: [],
    lives: "with its idea",
  }),
  /** Index from a coordinators' team to the posts of another team's ideas in its channel. */
  passedHere: kind({
    partition: teamPartition,
    key: "passed-here|TEAM|IDEA|TIME|NONCE",
    shape: z.object({}),
    names: [],
    lives: "with its idea",
  }),

  /** The settings that a person changed at once. TIME counts down: the newest stands first. */
  teamAudit: kind({
    partition: teamPartition,
    key: "audit|TIME|NONCE",
    shape: teamAuditShape,
    names: ["who", "changes"],
    lives: "for the months kept",
  }),
  /** The settings of this team that one change for many has changed, for its *Undo*. */
  changed: kind({ partition: teamPartition, key: "changed|CHANGE", shape: changedTeamShape, names: [], lives: "as long as the audit" }),

  /** Choices of a person for themselves, in all their teams. */
  profile: kind({
    ...ofPerson,
    key: "profile",
    shape: z.object({
      /** Facts that are copied into the rows of the person's teams. */
      ...chosenAndLearned,
      /** The person wants no news. */
      newsOff: z.boolean().exactOptional(),
      /** The service URL of the last activity from their chat: when it changes, Gnist changes it in the rows of their teams. */
      serviceUrl: z.string().exactOptional(),
    }),
  }),
  /** An alias. PERSON is the id made of Teams' own id alone; `person` is the id made of the Entra id, which some activities and rosters lack. */
  knownAs: kind({
    partition: personPartition,
    key: "known-as",
    shape: z.object({ person: z.string() }),
    names: ["PERSON", "person"],
    lives: "with its person",
  }),
  /** A team of a person. `left`: the person has left it, or is a guest in it; what they wrote there is theirs still. */
  teamOfPerson: kind({
    ...ofPerson,
    key: "team|TEAM",
    shape: z.object({ left: z.boolean().exactOptional() }),
  }),
  /** The team and the round for which a person in several teams, or with times of their own, is asked in a week; and the team that they chose instead. */
  week: kind({
    ...ofMonths,
    key: "week|ROUND",
    shape: z.object({ team: z.string(), round: z.string().exactOptional(), chose: z.string().exactOptional() }),
  }),
  /** The team that sends a person in several teams the one check-in of a week. */
  checkIn: kind({ ...ofMonths, key: "check-in|ROUND", shape: z.object({ team: z.string() }) }),
  /** The team for which a person sent a form that offered a choice. */
  form: kind({ ...ofPerson, key: "form|FORM", shape: z.object({ team: z.string() }) }),
  welcomed: kind({ ...ofPerson, key: "welcomed", shape: z.object({}) }),
  /** News that waits for the person's next bundle. */
  news: kind({ partition: personPartition, key: "news|TEAM|…", shape: newsShape, names: [], lives: "until told" }),
  /** The news that a person gets on one local day. The guard of its message stands in `team`. */
  bundle: kind({
    ...ofMonths,
    key: "bundle|DATE",
    shape: z.object({ team: z.string(), news: z.array(newsShape).readonly() }),
  }),
  /** An idea of which the person wants no news. */
  muted: kind({ ...ofPerson, key: "muted|IDEA", shape: z.object({}), lives: "with its idea" }),
  /** A typed message that became an idea, so that a repeated delivery of it becomes no second one. */
  typed: kind({ partition: personPartition, key: "typed|TYPED", shape: z.object({ idea: z.string() }), names: [], lives: "a day" }),

  teamOfTenant: kind({ ...listedTeam, key: "team|TEAM" }),
  /** The counts of a round of a team, and nothing else of it. TIME counts down. It stands here, so that the rows of all teams are one range. */
  measures: kind({ partition: tenantPartition, key: "measures|TEAM|TIME", shape: measuresShape, names: [], lives: "with its team" }),
  /** A team that takes ideas which other teams pass on. The team's own row decides: this one only lists it. */
  coordinators: kind({ ...listedTeam, key: "coordinators|TEAM" }),
  /** Settings for new teams, of which only those are stored that an admin has set. `running`: the change for many teams that is under way, or "". */
  defaults: kind({
    partition: tenantPartition,
    key: "defaults",
    shape: defaultsShape,
    names: [],
    lives: "with its tenant",
  }),
  change: kind({ partition: tenantPartition, key: "change|CHANGE", shape: teamsChangeShape, names: ["by"], lives: "as long as the audit" }),
  /** An act of an admin on the settings of the tenant. TIME counts down: the newest stands first. */
  tenantAudit: kind({
    partition: tenantPartition,
    key: "audit|TIME|NONCE",
    shape: tenantAuditShape,
    names: ["who"],
    lives: "as long as the audit",
  }),
  /** An act that admins read about, kept apart from the rows of its team: those may be deleted. It holds no words of an idea. */
  act: kind({
    partition: "audit|TENANT",
    key: "act|TIME|NONCE",
    shape: actShape,
    names: ["who", "changes"],
    lives: "as long as the audit",
  }),
  /** A person whose data is being erased (erase.ts), and how far that has come. */
  erasing: kind({
    partition: tenantPartition,
    key: "erasing|PERSON",
    shape: erasingShape,
    names: ["PERSON", "ids", "names"],
    lives: "until it is done",
  }),
  /** A person who had their data deleted, by a hash, and the teams whose rosters show them: Gnist does not take them in again until they come back. */
  erased: kind({
    partition: tenantPartition,
    key: "erased|MARK",
    shape: z.object({ teams: z.array(z.string()).readonly() }),
    names: [],
    lives: "until they come back",
  }),
  /** A file that a person may take: FILE is the hash of the offer's token. The file itself is stored nowhere. */
  file: kind({ partition: "files", key: "file|FILE", shape: fileShape, names: ["person"], lives: "a day at most" }),
  /** The pace of calls to Teams, shared by all instances (domain/pace.ts, pace/rate.ts). */
  pace: kind({ partition: tenantPartition, key: "pace", shape: paceShape, names: [], lives: "with its tenant" }),

  /** A job that the clock owes; the key holds the whole job, so that two jobs of one moment are two rows. */
  due: kind({
    partition: "due|SHARD",
    key: "TIME|TEAM|…",
    shape: z.object({ job: z.string(), claimedAt: z.number().exactOptional() }),
    names: ["…", "job"],
    lives: "until its time comes",
  }),
  /** How far (ms) the local clock has been moved ahead. */
  ahead: kind({ partition: "clock", key: "ahead", shape: z.object({ ms: z.number() }), names: [], lives: "as long as the store" }),

  /** Heartbeat of an instance on the Azure account (alive.ts). `at` is real time, also where the local clock is ahead. */
  alive: kind({
    partition: "alive",
    key: "instance|INSTANCE",
    shape: z.object({ at: z.number() }),
    names: [],
    lives: "while its instance runs",
  }),
  /** The form of the whole store, and the release that wrote it so (form.ts): an older Gnist does not start on it. */
  release: kind({ partition: "release", key: "release", shape: releaseShape, names: [], lives: "as long as the store" }),
  /** Says that no Gnist may run on this store, because it is copied, was copied, or is half a copy (moving.ts). */
  moving: kind({ partition: "moving", key: "moving", shape: movingShape, names: [], lives: "until it is moved back" }),
} as const satisfies Record<string, RowKind>;

const all: readonly RowKind[] = Object.values(rowKinds);

const first = (text: string) => text.split("|")[0];

/** The kind of a row, by the beginnings of its partition and its key; none for a row that Gnist does not know, or has set aside. */
export const kindOf = (partition: string, key: string): RowKind | undefined => {
  const inPartition = all.filter((kind) => first(kind.partition) === first(partition));
  if (first(partition) === "due") return first(key) === "aside" ? undefined : inPartition[0];
  return inPartition.find((kind) => first(kind.key) === first(key));
};
