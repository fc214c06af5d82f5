import { z } from "zod";
import {
  type Counts,
  type Health,
  type NotReached,
  notReachedReasons,
  type SetAside,
  type TeamLine,
  type TeamStatus,
  type TenantStop,
  troubledPeople,
  troubles,
} from "../src/domain/status.ts";
import { cut } from "../src/domain/words.ts";
import type { Words } from "../src/language/index.ts";
import {
  box,
  button,
  buttons,
  capital,
  card,
  digestId,
  type Element,
  fitting,
  heading,
  line,
  type Readers,
  type Renderers,
  run,
  small,
  subheading,
  teamId,
  wholeNumber,
} from "./blocks.ts";
import { figure } from "./digest.ts";
import { kicker } from "./idea-lines.ts";
import { fact } from "./welcome.ts";

/** A stop that readers cannot help is said as it is; one that somebody must mend stands out. */
const stopBox = (stop: TenantStop | undefined, zone: string, words: Words): Element | undefined => {
  if (!stop) return undefined;
  const { title, what } = words.status.stops[stop.why];
  return box(
    [
      // Yellow letters cannot be read on a yellow ground.
      line(title, { weight: "Bolder", ...(passes(stop) ? {} : { color: "Attention" }) }),
      line(what(words.format.time(stop.until, zone)), { spacing: "Small" }),
    ],
    { style: passes(stop) ? "warning" : "attention", spacing: "Medium" },
  );
};

/** A stop that passes by itself; any other needs an admin. */
const passes = ({ why }: TenantStop) => why === "throttled" || why === "outage";

/** How far the asking is; nobody knows when it is through while it waits for an admin. */
const sendingBox = (title: string, endsAt: number, stop: TenantStop | undefined, zone: string, words: Words): Element =>
  box(
    [
      line(title, { weight: "Bolder" }),
      stop && !passes(stop) ? undefined : line(words.status.ends(words.format.time(endsAt, zone)), { spacing: "None" }),
    ],
    { style: "accent", spacing: "Medium" },
  );

const isNobody = ({ asked, doubtful, toAsk, notReached }: Counts): boolean =>
  asked + doubtful + toAsk === 0 && Object.keys(notReached).length === 0;

const figures = (counts: Counts, words: Words): Element => {
  const { number } = words.format;
  const troubled = troubledPeople(counts);
  const answered = `${number(counts.answered)}/${number(counts.asked)}`;
  // A third of a phone holds six large characters.
  const size = answered.length > 6 ? "Large" : "ExtraLarge";
  return {
    type: "ColumnSet",
    spacing: "Medium",
    columns: [
      figure(answered, words.status.answered, size),
      figure(number(counts.waiting), words.status.waiting, size),
      ...(troubled > 0 ? [figure(number(troubled), words.status.notReachedCount, size)] : []),
    ],
  };
};

const reason = (title: string, what: string): Element =>
  box([line(title, { weight: "Bolder" }), line(what, { spacing: "None", isSubtle: true })], { spacing: "Medium" });

/** Whom the question did not reach, and what to do about it; then, quietly, who was not meant to get it. A round that is over reminds nobody. */
const notReached = (counts: Counts, words: Words, reminds: boolean): (Element | undefined)[] => {
  const own = words.status;
  const shown = (why: NotReached) => {
    const n = counts.notReached[why] ?? 0;
    return n > 0 ? [{ why, title: own.notReached[why].people(n), what: own.notReached[why].what }] : [];
  };
  const quiet = notReachedReasons.filter((why) => !troubles.includes(why)).flatMap(shown);
  return [
    counts.asked > 0 && counts.toAsk + counts.doubtful + troubledPeople(counts) === 0
      ? line(own.everybody, { weight: "Bolder", color: "Good" })
      : undefined,
    ...troubles.flatMap(shown).map(({ title, what }) => reason(capital(title), what)),
    counts.doubtful > 0 ? reason(own.doubtful(counts.doubtful), own.doubtfulWhat(reminds)) : undefined,
    quiet.length > 0 ? line(own.notAsked, { size: "Small", weight: "Bolder", spacing: "Large" }) : undefined,
    ...quiet.map(({ title }) => small(title, { spacing: "None" })),
  ];
};

/** The outcome of the latest digest, where that is not known or not good. */
const digestBox = ({ team, digest }: TeamStatus, leads: boolean, words: Words): Element | undefined => {
  if (!digest) return undefined;
  const [postIt, isThere] = decisions(team.id, digest.id, words);
  const refused = digest.trouble === "refused";
  const channel = cut(digest.channel, 60);
  return box(
    [
      line(leads && !refused ? words.digest.doubtful(channel) : words.status[refused ? "digestRefused" : "digestDoubtful"](channel, leads)),
      leads ? buttons([postIt, refused ? undefined : isThere], { spacing: "Small" }) : undefined,
    ],
    { style: refused ? "attention" : "warning", spacing: "Medium" },
  );
};

const decisions = (team: string, digest: string, words: Words) => [
  button(words.buttons.postIt, { verb: "post-digest-again", team, digest }),
  button(words.buttons.isThere, { verb: "digest-is-there", team, digest }),
];

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

/** A team, how it is, and a button to see why. */
const teamRow = ({ team, round, nextPromptAt, health }: TeamLine, words: Words, page: number, room: Room): Element => {
  const { status } = words;
  const first = room.first && health.how !== "waits-for-lead" && nextPromptAt !== undefined;
  const facts = round
    ? [`${capital(words.week(round.week))}: ${status.asked(round.answered, round.asked)}`]
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
          line(cut(team.name, room.name) || words.dash, { weight: "Bolder" }),
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

const setAsideRows = (all: readonly SetAside[], words: Words): (Element | undefined)[] => [
  all.length > 0 ? subheading(words.status.setAside, { size: "Default" }) : undefined,
  ...all
    .slice(0, mostSetAside)
    .flatMap(({ job, row, team, reason }) => [
      line(
        [
          run(capital(job ? words.jobs[job] : row ? words.status.rows[row] : words.status.unknownJob), { weight: "Bolder" }),
          ...(team ? [run(` · ${cut(team, 60)}`, { isSubtle: true })] : []),
        ],
        { spacing: "Small" },
      ),
      small(cut(reason, 160), { spacing: "None" }),
    ]),
  all.length > mostSetAside ? small(words.andMore(all.length - mostSetAside), { spacing: "Small" }) : undefined,
  all.length > 0 ? line(words.status.setAsideWhat, { spacing: "Small" }) : undefined,
];

/** How much of a list of teams is shown: characters of a name, and when a team that has never been asked will be. */
type Room = { readonly name: number; readonly first: boolean };
const rooms: readonly [Room, ...Room[]] = [
  { name: 60, first: true },
  { name: 40, first: true },
  { name: 40, first: false },
  { name: 24, first: false },
];

export const render: Renderers<
  "team-status" | "tenant-status" | "counting" | "teams" | "digest-doubtful" | "digest-settled" | "post-stays"
> = {
  "team-status": ({ status, stop, leads, page }, words) => {
    const own = words.status;
    const { team, round, nextPromptAt, hasLead, isArchived, waitsFor, setAside } = status;
    const { sending } = round ?? {};
    const waits = waitsFor !== undefined;
    const next = nextPromptAt === undefined ? undefined : words.format.at(nextPromptAt, team.zone);
    const times = [
      ...(round?.digestAt === undefined ? [] : [fact(own.digest, words.format.at(round.digestAt, team.zone))]),
      ...(next === undefined || waits ? [] : [fact(own.nextPrompt, next)]),
    ];
    return {
      summary: own.summary(cut(team.name, 60)),
      card: card(
        [
          kicker(team, ...(round ? [words.week(round.week)] : [])),
          heading(own.title, { spacing: "None" }),
          stopBox(stop, team.zone, words),
          isArchived ? box([line(own.archived)], { style: "emphasis", spacing: "Medium" }) : undefined,
          sending
            ? sendingBox((stop ? own.stoppedAt : own.sending)(sending.done, sending.of), sending.endsAt, stop, team.zone, words)
            : undefined,
          digestBox(status, leads, words),
          hasLead || isArchived ? undefined : box([line(own.noLead)], { style: "attention", spacing: "Medium" }),
          !waits
            ? undefined
            : box(
                [
                  line(leads && next !== undefined ? words.lead.large(cut(team.name, 60), next) : own.waits(waitsFor)),
                  leads
                    ? buttons([button(words.buttons.askEverybody, { verb: "agree-large-team", team: team.id })], { spacing: "Small" })
                    : undefined,
                ],
                { style: "warning", spacing: "Medium" },
              ),
          round ? undefined : line(own.notYet, { spacing: "Small" }),
          // Before the first has been asked there is nothing to count.
          round && !(sending && round.counts.asked === 0) ? figures(round.counts, words) : undefined,
          ...(round ? notReached(round.counts, words, round.digestAt !== undefined) : []),
          times.length > 0 ? box(times, { spacing: "Medium", separator: true }) : undefined,
          ...setAsideRows(setAside, words),
        ],
        [
          button(words.buttons.refresh, { verb: "show-status", team: team.id, ...(page === undefined ? {} : { page }) }),
          page === undefined ? undefined : button(words.buttons.teamList, { verb: "show-teams", page }),
        ],
      ),
    };
  },

  "tenant-status": ({ status, stop, setAside, zone }, words) => {
    const own = words.status;
    const { counts, sending, troubled, moreTroubled } = status;
    return {
      summary: own.summary(own.teams(status.teams)),
      card: fitting(rooms, (room) =>
        card(
          [
            small(capital(own.teams(status.teams))),
            heading(own.title, { spacing: "None" }),
            stopBox(stop, zone, words),
            sending
              ? sendingBox(
                  (stop ? own.stoppedTeams : own.sendingTeams)(sending.teams, sending.done, sending.of),
                  sending.endsAt,
                  stop,
                  zone,
                  words,
                )
              : undefined,
            isNobody(counts) ? line(own.noneYet, { spacing: "Medium" }) : figures(counts, words),
            // Of some of them the round may be over.
            ...notReached(counts, words, false),
            troubled.length > 0 ? subheading(own.troubled, { size: "Default" }) : undefined,
            troubled.length > 0 || setAside.length > 0 || stop
              ? undefined
              : line(own.allWell, { weight: "Bolder", color: "Good", spacing: "Small" }),
            ...troubled.map((one) => teamRow(one, words, 0, room)),
            moreTroubled > 0 ? small(words.andMore(moreTroubled), { spacing: "Small" }) : undefined,
            ...setAsideRows(setAside, words),
          ],
          [button(words.buttons.allTeams, { verb: "show-teams", page: 0 })],
        ),
      ),
    };
  },

  counting: ({ teams, stop, zone }, words) => {
    const text = (stop ? words.status.countingLater : words.status.counting)(teams);
    return { summary: text, card: card([line(text), stopBox(stop, zone, words)]) };
  },

  teams: ({ whose, teams, count, page, pages, stop, zone }, words) => {
    const own = words.status;
    const title = whose === "mine" ? own.myTeams : own.allTeams;
    return {
      summary: title,
      card: fitting(rooms, (room) =>
        card(
          [
            small([capital(own.teams(count)), ...(pages > 1 ? [words.digest.page(page + 1, pages)] : [])].join(" · ")),
            heading(title, { spacing: "None" }),
            stopBox(stop, zone, words),
            ...teams.map((one) => teamRow(one, words, page, room)),
          ],
          [
            page > 0 ? button(words.buttons.newer, { verb: "show-teams", page: page - 1 }) : undefined,
            page < pages - 1 ? button(words.buttons.older, { verb: "show-teams", page: page + 1 }) : undefined,
          ],
        ),
      ),
    };
  },

  "digest-doubtful": ({ team, digest, channel }, words) => ({
    summary: words.digest.doubtfulTitle,
    card: card(
      [
        kicker(team),
        heading(words.digest.doubtfulTitle, { spacing: "None" }),
        line(words.digest.doubtful(cut(channel, 60)), { spacing: "Small" }),
      ],
      decisions(team.id, digest, words),
    ),
  }),

  "post-stays": ({ team, channel, week, number }, words) => ({
    summary: words.digest.staysTitle,
    card: card([
      kicker(team),
      heading(words.digest.staysTitle, { spacing: "None" }),
      line(words.digest.stays(number, words.week(week), cut(channel, 60)), { spacing: "Small" }),
    ]),
  }),

  "digest-settled": ({ team, how, already, channel }, words) => {
    const { there, posting, posted } = words.digest.settled;
    const text = how === "there" ? there(already) : how === "posting" ? posting : posted(cut(channel, 60));
    return { summary: text, card: card([kicker(team), line(text, { spacing: "Small" })]) };
  },
};

const page = wholeNumber.refine((page) => page >= 0 && page <= 10_000);

export const read: Readers<"post-digest-again" | "digest-is-there" | "show-status" | "show-teams"> = {
  "post-digest-again": z.object({ verb: z.literal("post-digest-again"), team: teamId, digest: digestId }),
  "digest-is-there": z.object({ verb: z.literal("digest-is-there"), team: teamId, digest: digestId }),
  "show-status": z.object({ verb: z.literal("show-status"), team: teamId, page: page.exactOptional() }),
  "show-teams": z.object({ verb: z.literal("show-teams"), page }),
};
