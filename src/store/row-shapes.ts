/** Columns of rows, where several kinds have them or where they are many. */
import { z } from "zod";
import { keptIdeas } from "../domain/action/people.ts";
import { questions } from "../domain/asking/question.ts";
import { stages } from "../domain/idea/idea.ts";
import { eventNames } from "../domain/idea/life.ts";
import { spreadLinesShape } from "../domain/idea/spread.ts";
import { newsKinds } from "../domain/job.ts";
import { languages } from "../domain/language.ts";
import { newsReaders } from "../domain/message/ideas.ts";
import { paceStops } from "../domain/pace.ts";
import { fileKinds } from "../domain/records/file.ts";
import { postKinds } from "../domain/records/posted.ts";
import { decisionShape, waysToClose } from "../domain/review/minutes.ts";
import { reviewPlanShape } from "../domain/review/review.ts";
import { actRoles } from "../domain/settings/act.ts";
import { settingChangeShape } from "../domain/settings/changes.ts";
import { tenantSettingsShape } from "../domain/settings/tenant-settings.ts";

/** The columns that hold the state of sending a message (send.ts). */
export const sending = {
  delivery: z.string().exactOptional(),
  sentAt: z.number().exactOptional(),
  why: z.string().exactOptional(),
  messageId: z.string().exactOptional(),
  /** The name of the form that was sent last (`formIdOf`): only somebody with the card in hand can link it to the idea. */
  form: z.string().exactOptional(),
};

/** The question to one person, and its reminder. */
export const askedShape = z.object({
  /** `elsewhere`: the person was asked for several teams at once, and chose another one, where they count. */
  answer: z.enum(["idea", "nothing", "later", "elsewhere"]).exactOptional(),
  answeredAt: z.number().exactOptional(),
  /** The next working morning, for which the person asked. */
  askAgainAt: z.number().exactOptional(),
  /** A job of its own asks the person, at a time of theirs (`ask-person`). */
  atOwnTime: z.boolean().exactOptional(),
  ...sending,
  reminder: z.string().exactOptional(),
  remindedAt: z.number().exactOptional(),
  reminderWhy: z.string().exactOptional(),
});

export const roundShape = z.object({
  startedAt: z.number(),
  /** The lead who brought the round forward; the clock where missing. */
  by: z.string().exactOptional(),
  /** 0 where the settings have no reminder any more. */
  remindAt: z.number().exactOptional(),
  /** The check-in with the owners. */
  checkInAt: z.number().exactOptional(),
  draftAt: z.number().exactOptional(),
  digestAt: z.number(),
  /** `planning` until everybody has a row, `open` until its digest is posted. */
  state: z.enum(["planning", "open", "closed"]),
  /** Missing: the usual question. */
  question: z.enum(questions).exactOptional(),
  /** The digest that closed it. */
  digest: z.string().exactOptional(),
});

/** One piece of news for one person: a step of an idea. */
export const newsShape = z.object({
  team: z.string(),
  idea: z.string(),
  news: z.enum(newsKinds),
  reader: z.enum(newsReaders),
  /** The key of the step, or the name of the telling of thanks, by which it is told once. */
  step: z.string(),
  at: z.number(),
  /** The number of colleagues who say thanks. */
  count: z.number().exactOptional(),
});

export const digestShape = z.object({
  week: z.string(),
  asked: z.number().exactOptional(),
  answered: z.number().exactOptional(),
  fresh: z.array(z.string()).readonly(),
  open: z.array(z.string()).readonly(),
  passed: z.array(z.string()).readonly().default([]),
  worth: z.array(z.string()).readonly().default([]),
  finished: z.array(z.string()).readonly(),
  /** How many more there were of each than stand in it. */
  moreFresh: z.number(),
  moreOpen: z.number(),
  morePassed: z.number().default(0),
  moreWorth: z.number().default(0),
  moreFinished: z.number(),
  moreStopped: z.number().default(0),
  /** Names of the ends that it or an earlier digest has told (`endName` in domain/digest/plan.ts). */
  told: z.array(z.string()).readonly(),
  /** It went out while texts without a trace waited for others. */
  textsWait: z.literal(true).exactOptional(),
  channelId: z.string(),
  createdAt: z.number(),
  /** A hash of what the post shows. */
  shownHash: z.string().exactOptional(),
  /** The instant at which the last renewal of the post began. */
  renewedAt: z.number().exactOptional(),
  ...sending,
});

export const saidShape = z.object({
  team: z.string().exactOptional(),
  at: z.number().exactOptional(),
  channel: z.string().exactOptional(),
  shows: z.enum(["digest", "draft", "board", "review", "agenda", "idea"]).exactOptional(),
  which: z.string().exactOptional(),
});

export const reviewShape = reviewPlanShape.extend({
  /** A line of the lead who posted it. */
  words: z.string().exactOptional(),
  channelId: z.string(),
  createdAt: z.number(),
  /** A hash of what the post shows. */
  shownHash: z.string().exactOptional(),
  /** The instant at which the last renewal of the post began. */
  renewedAt: z.number().exactOptional(),
  ...sending,
});

/** The board of a meeting, and its minutes. `at`: the instant (ms) at which it opened. It copies no text. */
export const boardShape = z.object({
  at: z.number(),
  /** The ideas in each part, and how many more there were. */
  check: z.array(z.string()).readonly(),
  waiting: z.array(z.string()).readonly(),
  choose: z.array(z.string()).readonly(),
  done: z.array(z.string()).readonly(),
  moreCheck: z.number(),
  moreWaiting: z.number(),
  moreDone: z.number(),
  /** Voices of each idea, and thanks for all of them, when it opened: the minutes count those that came. */
  voicesBefore: z.array(z.object({ idea: z.string(), voices: z.number() }).readonly()).readonly(),
  thanksBefore: z.number(),
  /** Ideas whose owners have pressed *On track* on it. */
  onTrack: z.array(z.string()).readonly().default([]),
  closedAt: z.number().exactOptional(),
  closedHow: z.enum(waysToClose).exactOptional(),
  /** The lead who closed it. Missing where it closed by itself; nobody ("") once their data is erased. */
  closedBy: z.string().exactOptional(),
  /** The minutes. Missing until they are written, some seconds after it closed. */
  decisions: z.array(decisionShape.readonly()).readonly().exactOptional(),
  voices: z.number().exactOptional(),
  thanks: z.number().exactOptional(),
  channelId: z.string(),
  /** A hash of what the post shows, and the instant at which its last renewal began. */
  shownHash: z.string().exactOptional(),
  renewedAt: z.number().exactOptional(),
  ...sending,
});

/** `who`: missing where Gnist did it by a rule, and once that person's data is erased: `role` stays. */
export const teamAuditShape = z.object({
  at: z.number(),
  who: z.string().exactOptional(),
  role: z.enum(actRoles).exactOptional(),
  changes: z.array(settingChangeShape).readonly(),
});

export const actShape = teamAuditShape.extend({
  did: z.enum(["added", "settings", "passed-on", "exported", "measures-exported", "address-made", "address-revoked", "erased", "too-old"]),
  team: z.string().exactOptional(),
  changes: teamAuditShape.shape.changes.exactOptional(),
  /** The number of an idea that was passed on, and the team that got it. */
  number: z.number().exactOptional(),
  to: z.string().exactOptional(),
  /** Rows that an erasure deleted or changed, or that were older than teams keep theirs. */
  count: z.number().exactOptional(),
});

export const tenantAuditShape = z.object({
  at: z.number(),
  who: z.string().exactOptional(),
  did: z.enum(["saved", "changed", "undone"]),
  before: tenantSettingsShape.readonly(),
  after: tenantSettingsShape.readonly(),
  link: z.enum(["set", "removed"]).exactOptional(),
  /** Teams that a change for many has changed. */
  teams: z.number().exactOptional(),
});

export const paceShape = z.object({
  nextAt: z.number(),
  perSecond: z.number(),
  changedAt: z.number(),
  until: z.number(),
  /** Empty where nothing is stopped. */
  why: z.enum([...paceStops, ""]).exactOptional(),
  strikes: z.number(),
  doubts: z.number(),
});

export const spreadShape = z.object({
  /** The name of its tips in other teams, which leads to no idea and no team. */
  tip: z.string(),
  at: z.number(),
  state: z.enum(["under-way", "done", "taken-back"]),
  /** The last team that it has passed, in the order of ids. */
  after: z.string(),
  /** The lines that other teams read, until it is taken back. */
  lines: spreadLinesShape.exactOptional(),
});

export const tipShape = z.object({
  /** The other team and its idea, and the idea of this team that is like it. */
  from: z.string(),
  source: z.string(),
  idea: z.string(),
  /** The instant at which it was offered: it may be taken back, and offered again. */
  since: z.number(),
  did: z.enum(["tried", "refused"]).exactOptional(),
});

export const tipTimesShape = z.object({ times: z.array(z.number()).readonly() });

export const erasingShape = z.object({
  /** Ideas of theirs that the team has seen: deleted too, or kept without a name. */
  ideas: z.enum(keptIdeas),
  /** Every id under which rows know the person, and the names that Teams gave them. */
  ids: z.array(z.string()).readonly(),
  names: z.array(z.string()).readonly(),
  /** Their teams, and those in which they may have acted as a coordinator. */
  teams: z.array(z.string()).readonly(),
  /**
   * The rows that are looked through. Missing: of all teams of the tenant, because an admin acts in any. `known`: of these teams, and the person's own. `team`:
   * of these teams alone.
   */
  reach: z.enum(["known", "team"]).exactOptional(),
  /** Random: under a hash of it and of the idea, their voices still count. */
  secret: z.string(),
  /** The chat in which they are told of the end, in their language, and the name of that message. */
  chatId: z.string().exactOptional(),
  language: z.enum(languages).exactOptional(),
  once: z.string(),
  /** The walk through the rows, from 1 on; the rows that were erased so far, and before this walk; and where it goes on. */
  walk: z.number(),
  erased: z.number(),
  before: z.number(),
  at: z.object({ partition: z.string(), key: z.string() }).readonly().exactOptional(),
});

/** The columns of a message in a copy: a store takes 32,768 characters in one value, and about 500,000 in a row. */
export const messageColumns = [
  "message0",
  "message1",
  "message2",
  "message3",
  "message4",
  "message5",
  "message6",
  "message7",
  "message8",
  "message9",
] as const;

const inParts = Object.fromEntries(messageColumns.map((name) => [name, z.string().exactOptional()])) as Record<
  (typeof messageColumns)[number],
  z.ZodExactOptional<z.ZodString>
>;

export const postedShape = z.object({
  kind: z.enum(postKinds),
  /** The instant (ms) from which it stood in the channel; of one that Teams may not have, the instant of the try. */
  at: z.number(),
  /** Teams has it. A copy is written with the intent to post, so that no crash loses it, and counts from here on. */
  stands: z.literal(true).exactOptional(),
  spoken: z.array(z.enum(languages)).readonly(),
  /** The people whose names it shows. Their names stand nowhere else in it. */
  named: z.array(z.object({ name: z.string().exactOptional(), ids: z.array(z.string()).readonly() }).readonly()).readonly(),
  /** The message that the card rendered, as JSON, in parts. */
  ...inParts,
});

export const voiceShape = z.object({
  /** The ideas through which the voice came: they were merged into this one. Missing where the person gave it here. */
  via: z.array(z.string()).readonly().exactOptional(),
  /** The person gave it here too. */
  own: z.boolean().exactOptional(),
  /** It is the author's, of a text without a trace that waits, and goes when that one is shown. */
  waits: z.literal(true).exactOptional(),
});

export const stepShape = z.object({
  stage: z.enum(stages),
  at: z.number(),
  event: z.enum(eventNames),
  who: z.string().exactOptional(),
  why: z.string().exactOptional(),
  /** It undoes the step before it, for example as reopened, put back or restored. */
  undoes: z.boolean().exactOptional(),
});

export const fileShape = z.object({
  tenant: z.string(),
  person: z.string(),
  kind: z.enum(fileKinds),
  /** Missing for a file about all teams. */
  team: z.string().exactOptional(),
  /** The thing in the team that the file is made from, where there are several. */
  of: z.string().exactOptional(),
  /** The person is an admin by the configuration, whom no row names. */
  asAdmin: z.literal(true).exactOptional(),
  /** Of the person who asked. */
  language: z.enum(languages),
  name: z.string(),
  /** The instant (ms) from which it can be taken no more. */
  until: z.number(),
  /** Its person got a link to it. Missing where Teams asked them: that token is no link. */
  isLinked: z.literal(true).exactOptional(),
  /** The person has said yes to Teams' question: the bytes go there. */
  upload: z
    .object({ uploadUrl: z.string(), contentUrl: z.string(), uniqueId: z.string(), fileType: z.string() })
    .readonly()
    .exactOptional(),
});

/** The directions in which `npm run move-store` copies. */
export const directions = ["to-azure", "to-file"] as const;

export const movingShape = z.object({
  /** `leaving`: it is being copied. `left`: it was. `filling`: it is half a copy. */
  state: z.enum(["leaving", "left", "filling"]),
  way: z.enum(directions),
  /** An id of the move, which both its stores hold. */
  move: z.string(),
  /** The other store, in words for operators. */
  other: z.string(),
  at: z.number(),
});

/** `form`: of the whole store. `by`: the release that wrote it so. */
export const releaseShape = z.object({ form: z.number(), by: z.string() });

export const passedShape = z.object({
  to: z.string(),
  channelId: z.string(),
  shownHash: z.string().exactOptional(),
  renewedAt: z.number().exactOptional(),
  ...sending,
});

export const requestShape = z.object({
  person: z.string(),
  by: z.string(),
  at: z.number(),
  refusedAt: z.number().exactOptional(),
  why: z.string().exactOptional(),
});

export const defaultsShape = z.object({
  settings: tenantSettingsShape.readonly(),
  /** The address of the employer's own channel for reports of wrongdoing. */
  whistle: z.string().exactOptional(),
  running: z.string().exactOptional(),
});
