import { dateOf } from "../../domain/asking/local-time.ts";
import { type Idea, isKnownKind } from "../../domain/idea/idea.ts";
import { publicStory } from "../../domain/idea/story.ts";
import type { Names } from "../../domain/idea/view.ts";
import { type MeasureSum, roundNumbers } from "../../domain/overview/measures.ts";
import {
  type ExportedPost,
  type ExportRow,
  type ExportRule,
  isOnlyWritten,
  isPosted,
  postedRow,
  stepRow,
  writtenRow,
} from "../../domain/records/export.ts";
import { keepsUntilExported, monthsKeptOf, monthsKeptWithin } from "../../domain/teams/months-kept.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readDefaults } from "../../store/defaults.ts";
import { everyIdea } from "../../store/idea.ts";
import { readMeasures } from "../../store/measures.ts";
import { type PostedCopy, readPosted } from "../../store/posted.ts";
import { readStep, readStepsOf } from "../../store/step.ts";
import { readTeamAudits, type TeamAudit } from "../../store/team-audit.ts";
import { readListedTeams } from "../../store/tenant.ts";
import { fewAtOnce } from "../few-at-once.ts";
import { everyTeamNumbers, readAcross } from "../overview/numbers-across.ts";
import { namedBy, readNames } from "../people/names.ts";

/** A kind in words, and a post as text: they need a language, which flows have not. */
export type ExportWords = {
  readonly kind: (kind: string) => string;
  readonly text: (copy: PostedCopy) => string;
};

/** All that a team exports. Each part is read page by page as it is taken, and may be read twice, for two formats. */
export type TeamExport = {
  readonly team: Team;
  readonly rule: ExportRule;
  ideas(): AsyncIterable<readonly ExportRow[]>;
  steps(): AsyncIterable<readonly ExportRow[]>;
  written(): AsyncIterable<readonly ExportRow[]>;
  measures(): AsyncIterable<readonly ExportRow[]>;
  posts(): AsyncIterable<ExportedPost>;
};

/** More rounds, and more changes of settings, than a team keeps. */
const mostRounds = 2_000;
const mostAudits = 2_000;

/** Names of people, kept for a whole part: a team has few owners, and each is read once. */
const nameBook = ({ rows }: Pick<Ports, "rows">, team: Team) => {
  let known: Names = new Map();
  return async (people: readonly string[]): Promise<Names> => {
    known = await readNames(rows, team.id, people, known);
    return known;
  };
};

async function* ideasWhere(ports: Ports, team: Team, is: (idea: Idea) => boolean): AsyncGenerator<readonly Idea[]> {
  for await (const page of everyIdea(ports.rows, team.id)) {
    const wanted = page.filter(is);
    if (wanted.length > 0) yield wanted;
  }
}

/** Settings by which people decide how long things are kept. */
const ruleSettings: ReadonlySet<string> = new Set(["monthsKept", "keepUntilExported"]);

const ruleOf = async (team: Team, { rows }: Pick<Ports, "rows">): Promise<ExportRule> => {
  const [{ defaults }, audits] = await Promise.all([readDefaults(rows, team.tenantId), readTeamAudits(rows, team.id, mostAudits)]);
  const most = defaults.settings.monthsKept;
  const decided = audits.find(({ changes }) => changes.some(({ setting }) => ruleSettings.has(setting)));
  const by = decidedBy(team, most, decided);
  return { months: monthsKeptWithin(team, most), untilExported: keepsUntilExported(team), ...(by ? { by } : {}) };
};

/** An admin decides for all teams by the most that they may keep, and for new ones by a default, of which a team has no note. */
const decidedBy = (team: Team, most: number | undefined, decided: TeamAudit | undefined): ExportRule["by"] => {
  if (most !== undefined && monthsKeptOf(team) > most) return "admin";
  if (decided) return decided.role ?? "unknown";
  if (team.fromTenant?.some((setting) => ruleSettings.has(setting))) return "admin";
  return team.settings.monthsKept === undefined && !keepsUntilExported(team) ? undefined : "unknown";
};

/** Reads a team for an export, in the order of ideas' random ids: no other order would be one that tells nothing. */
export const readTeamExport = async (team: Team, words: ExportWords, ports: Ports): Promise<TeamExport> => {
  const { rows, clock } = ports;
  const { zone } = team.settings;
  const now = clock.now();
  const kindOf = ({ kind }: Idea): string | undefined => (kind === undefined ? undefined : isKnownKind(kind) ? words.kind(kind) : kind);
  return {
    team,
    rule: await ruleOf(team, ports),

    async *ideas() {
      const namesOf = nameBook(ports, team);
      for await (const page of ideasWhere(ports, team, isPosted)) {
        const names = await namesOf(page.flatMap(namedBy));
        yield page.map((idea) => postedRow(idea, names, team, kindOf(idea), now));
      }
    },

    async *steps() {
      const namesOf = nameBook(ports, team);
      for await (const page of ideasWhere(ports, team, isPosted)) {
        const steps = await readStepsOf(
          rows,
          team.id,
          page.map(({ id }) => id),
        );
        const stories = page.map((idea) => ({ idea, story: publicStory(steps.get(idea.id) ?? []) }));
        const names = await namesOf(stories.flatMap(({ story }) => story.flatMap(({ who }) => who ?? [])));
        yield stories.flatMap(({ idea, story }) => story.map((step) => stepRow(idea, step, names, zone)));
      }
    },

    async *written() {
      for await (const page of ideasWhere(ports, team, isOnlyWritten))
        yield await fewAtOnce(page, async (idea) => {
          const held = idea.stage === "held" && idea.heldStep !== undefined ? await readStep(rows, team.id, idea.heldStep) : undefined;
          return writtenRow(idea, kindOf(idea), held?.why);
        });
    },

    async *measures() {
      const found = await readMeasures(rows, team.tenantId, team.id, mostRounds);
      const rounds = found.map(({ measures }) => measures).filter(({ round }) => round !== undefined);
      yield roundNumbers(rounds).map(({ week, turnout, ideas, ended }) => ({
        week,
        asked: turnout?.asked,
        answered: turnout?.answered,
        answered_is: turnout?.is,
        ideas,
        ended,
      }));
    },

    async *posts() {
      for await (const copy of readPosted(rows, team.id)) {
        const { kind, post, version, at } = copy;
        yield { kind, post, version, date: dateOf(at, zone), text: words.text(copy) };
      }
    },
  };
};

const sumRow = (sum: MeasureSum, until: string): ExportRow => ({
  until,
  asked: sum.turnout?.asked,
  answered: sum.turnout?.answered,
  answered_is: sum.turnout?.is,
  ideas: sum.ideas,
  adopted: sum.adopted,
  stopped: sum.stopped,
  solved: sum.solved,
  passed_on: sum.passedOn,
  minutes: sum.minutes,
});

/** The measures of all teams together, and of each that `numbers` names: no number that it would not show. */
export const readAcrossExport = async (tenant: string, ports: Ports) => {
  const listed = await readListedTeams(ports.rows, tenant);
  return {
    async *all(): AsyncGenerator<readonly ExportRow[]> {
      const { sum, until, teams } = await readAcross(tenant, listed, ports);
      yield [{ teams, ...sumRow(sum, until) }];
    },
    async *teams(): AsyncGenerator<readonly ExportRow[]> {
      for await (const page of everyTeamNumbers(tenant, listed, ports))
        yield page.map(({ name, sum, until }) => ({ team: name, ...sumRow(sum, until) }));
    },
  };
};
