import {
  type Counts,
  type NotReached,
  notReachedReasons,
  troubledPeople,
  troubles,
  type Unreached,
} from "../../src/domain/overview/count-round.ts";
import type { Finding } from "../../src/domain/overview/findings.ts";
import type { SetAside } from "../../src/domain/overview/set-aside.ts";
import type { Health, TeamLine, TenantStop } from "../../src/domain/overview/team-health.ts";
import { type ShownTurnout, shownTurnout } from "../../src/domain/overview/turnout.ts";
import { cut } from "../../src/domain/words.ts";
import { sayFinding } from "../../src/language/findings.ts";
import type { Words } from "../../src/language/index.ts";
import { button, buttons } from "../parts/buttons.ts";
import { box, type Element } from "../parts/card.ts";
import { figures } from "../parts/figures.ts";
import { pageUpTo } from "../parts/shapes.ts";
import { capital, line, run, small, subheading } from "../parts/text.ts";
import { turnoutText } from "../parts/turnout.ts";

/** A box about a stop: a warning where the stop ends by itself, red where an admin must act. */
export const stopBox = (stop: TenantStop | undefined, zone: string, words: Words): Element | undefined => {
  if (!stop) return undefined;
  const { title, what } = words.status.stops[stop.why];
  return box(
    [
      // Teams' warning colour cannot be read on its warning background.
      line(title, { weight: "Bolder", ...(passes(stop) ? {} : { color: "Attention" }) }),
      line(what(words.format.time(stop.until, zone)), { spacing: "Small" }),
    ],
    { style: passes(stop) ? "warning" : "attention", spacing: "Medium" },
  );
};

/** A stop that ends by itself; any other needs an admin. */
const passes = ({ why }: TenantStop) => why === "throttled" || why === "outage";

/** Progress of the asking. No end is shown while sending waits for an admin. */
export const sendingBox = (title: string, endsAt: number, stop: TenantStop | undefined, zone: string, words: Words): Element =>
  box(
    [
      line(title, { weight: "Bolder" }),
      stop && !passes(stop) ? undefined : line(words.status.ends(words.format.time(endsAt, zone)), { spacing: "None" }),
    ],
    { style: "accent", spacing: "Medium" },
  );

/** Faults of Gnist's own parts, each with the way to mend it; one line where there is none, and nothing for a reader who is no admin. */
export const findingRows = (findings: readonly Finding[] | undefined, words: Words): readonly (Element | undefined)[] => {
  if (!findings) return [];
  const { parts } = words.status;
  if (findings.length === 0) return [small(parts.work, { spacing: "Medium" })];
  return [
    subheading(parts.title, { size: "Default" }),
    ...findings.map((finding) => {
      const { what, mend } = sayFinding(finding, words);
      return line(`${what} ${mend}`, { spacing: "Small" });
    }),
    small(parts.doctor, { spacing: "Small" }),
  ];
};

export const isNobody = ({ asked, doubtful, toAsk, notReached }: Counts): boolean =>
  asked + doubtful + toAsk === 0 && Object.keys(notReached).length === 0;

/** @param unreached where a lead reads it */
export const countFigures = (turnout: ShownTurnout, counts: Counts, words: Words, unreached?: readonly Unreached[]): Element => {
  const { number } = words.format;
  const troubled = unreached
    ? sum(unreached.filter(({ why }) => why !== "doubtful").map(countOf)) + (counts.notReached.late ?? 0)
    : troubledPeople(counts);
  return figures([[turnoutText(turnout, words), words.status.answered], troubled > 0 && [number(troubled), words.status.notReachedCount]]);
};

const sum = (all: readonly number[]): number => all.reduce((one, other) => one + other, 0);

const countOf = ({ names, more }: Unreached): number => names.length + more;

const reason = (title: string, what: string, found?: Unreached, words?: Words): Element =>
  box(
    [
      line(title, { weight: "Bolder" }),
      found && words && found.names.length > 0 ? line(namesOf(found, words), { spacing: "None" }) : undefined,
      line(what, { spacing: "None", isSubtle: true }),
    ],
    { spacing: "Medium" },
  );

const namesOf = ({ names, more }: Unreached, words: Words): string =>
  [names.map((name) => cut(name, 40) || words.colleague).join(", "), ...(more > 0 ? [words.andMore(more)] : [])].join(" ");

/** For a lead: names of the people whom the question did not reach. An answer never changes the list, so that a lead cannot tell who has answered. */
const namedTroubles = (unreached: readonly Unreached[], words: Words): Element[] =>
  unreached.map((found) => {
    const own = words.status;
    const people = countOf(found);
    if (found.why === "doubtful") return reason(own.unconfirmed(people), own.unconfirmedWhat, found, words);
    const { people: title, what } = own.notReached[found.why];
    return reason(capital(title(people)), what, found, words);
  });

/**
 * The people whom the question did not reach, with advice, then in small letters those who were not to be asked.
 * @param reminds whether the round may still remind people
 * @param unreached for a lead, the people whom the question did not reach
 */
export const notReached = (counts: Counts, words: Words, reminds: boolean, unreached?: readonly Unreached[]): (Element | undefined)[] => {
  const own = words.status;
  const shown = (why: NotReached) => {
    const n = counts.notReached[why] ?? 0;
    return n > 0 ? [{ why, title: own.notReached[why].people(n), what: own.notReached[why].what }] : [];
  };
  const quiet = notReachedReasons.filter((why) => !troubles.includes(why)).flatMap(shown);
  return [
    counts.asked > 0 && counts.toAsk + counts.doubtful + troubledPeople(counts) === 0 && !unreached?.length
      ? line(own.everybody, { weight: "Bolder", color: "Good" })
      : undefined,
    ...(unreached ? namedTroubles(unreached, words) : []),
    ...troubles
      .filter((why) => !unreached || why === "late")
      .flatMap(shown)
      .map(({ title, what }) => reason(capital(title), what)),
    !unreached && counts.doubtful > 0 ? reason(own.doubtful(counts.doubtful), own.doubtfulWhat(reminds)) : undefined,
    quiet.length > 0 ? line(own.notAsked, { size: "Small", weight: "Bolder", spacing: "Large" }) : undefined,
    ...quiet.map(({ title }) => small(title, { spacing: "None" })),
  ];
};

const healthText = (health: Health, words: Words): string => {
  const { status } = words;
  switch (health.how) {
    case "asking":
      return status.sending(health.sending.done, health.sending.of);
    case "stopped":
      return status.stoppedAt(health.sending.done, health.sending.of);
    case "not-reached":
      return status.health["not-reached"](health.people);
    default:
      return status.health[health.how];
  }
};

const healthColor = ({ how }: Health) =>
  how === "well"
    ? ("Good" as const)
    : how === "asking"
      ? ("Accent" as const)
      : how === "not-reached"
        ? ("Default" as const)
        : ("Attention" as const);

/** A team's row: name, health, facts, and the button that opens its status. */
export const teamRow = ({ team, round, nextPromptAt, health }: TeamLine, words: Words, page: number, detail: ListDetail): Element => {
  const { status } = words;
  const first = detail.first && health.how !== "waits-for-lead" && nextPromptAt !== undefined;
  const facts = round
    ? [`${capital(words.week(round.week))}: ${turnoutText(shownTurnout([round]), words)} ${status.answered}`]
    : [capital(status.neverAsked), ...(first ? [`${status.next}: ${words.format.at(nextPromptAt, team.zone)}`] : [])];
  const damaged = health.how === "unreadable";
  return {
    type: "ColumnSet",
    spacing: "Medium",
    separator: true,
    columns: [
      {
        type: "Column",
        width: "stretch",
        items: [
          line(cut(team.name, detail.name) || words.dash, { weight: "Bolder" }),
          line([run(healthText(health, words), { size: "Small", weight: "Bolder", color: healthColor(health) })], { spacing: "None" }),
          ...(damaged ? [] : facts.map((one) => small(one, { spacing: "None" }))),
        ],
      },
      ...(damaged
        ? []
        : [
            {
              type: "Column" as const,
              width: "auto" as const,
              verticalContentAlignment: "Center" as const,
              items: [buttons([button(words.buttons.open, { verb: "show-status", team: team.id, page })])],
            },
          ]),
    ],
  };
};

const mostSetAside = 4;

export const setAsideRows = (all: readonly SetAside[], words: Words): (Element | undefined)[] => [
  all.length > 0 ? subheading(words.status.setAside, { size: "Default" }) : undefined,
  ...all
    .slice(0, mostSetAside)
    .flatMap(({ job, row, team, why }) => [
      line(
        [
          run(capital(job ? words.jobs[job] : row ? words.status.rows[row] : words.status.unknownJob), { weight: "Bolder" }),
          ...(team ? [run(` · ${cut(team, 60)}`, { isSubtle: true })] : []),
        ],
        { spacing: "Small" },
      ),
      small(words.status.asideWhy[why], { spacing: "None" }),
    ]),
  all.length > mostSetAside ? small(words.andMore(all.length - mostSetAside), { spacing: "Small" }) : undefined,
  all.length > 0 ? line(words.status.setAsideWhat, { spacing: "Small" }) : undefined,
];

/** Detail of a list of teams: longest name in characters, and whether a team that was never asked shows its first question. */
type ListDetail = { readonly name: number; readonly first: boolean };
export const detailLevels: readonly [ListDetail, ...ListDetail[]] = [
  { name: 60, first: true },
  { name: 40, first: true },
  { name: 40, first: false },
  { name: 24, first: false },
];

export const pageOfTeams = pageUpTo(10_000);
