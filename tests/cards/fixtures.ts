import type { WrittenIdea, WrittenSettings } from "../../src/domain/action.ts";
import type { Language } from "../../src/domain/language.ts";
import type { Choice, DigestView, IdeaForm, IdeaView, Message, MessageOf, RefusalReason, Say, TeamView } from "../../src/domain/message.ts";
import { paceStops } from "../../src/domain/pace.ts";
import { untilResumed } from "../../src/domain/person.ts";
import type { Counts, Health, Sending, TeamLine, TeamStatus } from "../../src/domain/status.ts";

/** A message of a team that has no next digest. */
const withoutDigest = <M extends { readonly digestAt?: number }>({ digestAt: _next, ...message }: M): Omit<M, "digestAt"> => message;

/** What people in a team write, so that a card in a language reads as it will. */
const texts = {
  en: {
    team: "North clinic",
    titles: [
      "I type every case number into three systems",
      "The badge printer queue is full every Monday",
      "Nobody knows who orders gloves",
      "The meeting room screens never find the cable",
      "Two consent forms ask the same",
      "The shared phone list is out of date",
      "Lamps in corridor 2 flicker",
      "Badges are printed on Fridays",
      "Standing meeting at 07:45",
    ],
    proposal: "One form that fills the other two",
    test: "Print badges on Friday afternoon",
    badgeResult: "No queue on Mondays any more. Saves 30 minutes a week for 12 people.",
    meetingResult: "Night shift could not join. A written hand-over works better.",
    reason: "I am away until the middle of December",
    held: "Names a colleague. Please write it again without the name.",
  },
  sv: {
    team: "Norra vårdcentralen",
    titles: [
      "Jag skriver varje ärendenummer i tre system",
      "Kön till brickskrivaren är full varje måndag",
      "Ingen vet vem som beställer handskar",
      "Skärmarna i mötesrummet hittar aldrig kabeln",
      "Två samtyckesblanketter frågar samma sak",
      "Den gemensamma telefonlistan är gammal",
      "Lamporna i korridor 2 blinkar",
      "Brickorna skrivs ut på fredagar",
      "Ståmöte klockan 07:45",
    ],
    proposal: "En blankett som fyller i de andra två",
    test: "Skriv ut brickor på fredag eftermiddag",
    badgeResult: "Ingen kö på måndagar längre. Sparar 30 minuter i veckan för 12 personer.",
    meetingResult: "Nattpasset kunde inte vara med. En skriven överlämning fungerar bättre.",
    reason: "Jag är borta till mitten av december",
    held: "Nämner en kollega. Skriv den gärna igen utan namn.",
  },
  nb: {
    team: "Nordre helsestasjon",
    titles: [
      "Jeg skriver hvert saksnummer i tre systemer",
      "Køen til kortskriveren er full hver mandag",
      "Ingen vet hvem som bestiller hansker",
      "Skjermene på møterommet finner aldri kabelen",
      "To samtykkeskjemaer spør om det samme",
      "Den felles telefonlista er gammel",
      "Lampene i korridor 2 blinker",
      "Kortene skrives ut på fredager",
      "Stående møte klokka 07.45",
    ],
    proposal: "Ett skjema som fyller ut de to andre",
    test: "Skriv ut kort fredag ettermiddag",
    badgeResult: "Ingen kø på mandager lenger. Sparer 30 minutter i uka for 12 personer.",
    meetingResult: "Nattevakta kunne ikke være med. En skriftlig overlevering virker bedre.",
    reason: "Jeg er borte til midten av desember",
    held: "Nevner en kollega. Skriv den gjerne igjen uten navn.",
  },
} as const satisfies Record<Language, unknown>;

/** Where the nth of somebody's ideas stands among them. */
const placeInMine = (at: number) => `${String(2_300_000_000_000 + at)}|${"i".repeat(22)}`;

export const ids = {
  team: "nQ7_x-2a",
  other: "Zt90abC_",
  digest: "2026-W48",
  secret: "S3cret_Abcdefghijklmno",
  person: (at: number) => `person${String(at).padStart(16, "0")}`,
  idea: (at: number) => `idea-_${String(at).padStart(16, "0")}`,
};

const asked = Date.parse("2026-11-19T12:00:00Z");
const thursday = Date.parse("2026-11-26T12:00:00Z");
const tuesday = Date.parse("2026-11-24T12:00:00Z");
const morning = Date.parse("2026-11-20T07:00:00Z");
/** When a round that is being sent may be through. */
const sentUntil = Date.parse("2026-11-19T12:04:00Z");
const later = Date.parse("2026-12-21T07:00:00Z");

const names = ["Sara Lindqvist", "Omar Haddad", "Pia Berg", "Åse Nygård", "Jonas Öberg", "Leila Karimi", "Ingrid Dahl", "Mats Ek"];
export const members = (count: number): Choice[] =>
  Array.from({ length: count }, (_, at) => ({
    id: ids.person(at),
    name: count <= names.length ? (names[at] ?? "") : `${names[at % names.length] ?? ""} ${at + 1}`,
  }));

const reasons: readonly RefusalReason[] = [
  "not-in-team",
  "not-a-lead",
  "not-an-admin",
  "not-the-owner",
  "not-your-idea",
  "not-asked",
  "no-team",
  "no-such-idea",
  "no-such-member",
  "several-members",
  "already-owned",
  "idea-closed",
  "reason-needed",
  "title-needed",
  "result-needed",
  "bad-date",
  "past-date",
  "far-date",
  "bad-pause",
  "bad-settings",
  "stale-form",
  "foreign-card",
  "too-long",
  "unknown-command",
  "not-saved",
  "not-storable",
  "unreadable",
  "chat-only",
  "channel-only",
  "nothing-to-post",
  "no-digest",
  "team-removed",
];

const abouts: Partial<Record<RefusalReason, string>> = {
  "no-such-idea": "#42",
  "no-such-member": "Sven",
  "several-members": "Sara Lindqvist, Sara Ek",
  "already-owned": "Sara Lindqvist",
  "too-long": "500",
};

type Fixtures = { readonly [S in Say]: Readonly<Record<string, MessageOf<S>>> };

/** Every message in the variants that look different, with what people of that language write. */
export const fixturesIn = (language: Language): Fixtures => {
  const text = texts[language];
  const team: TeamView = { id: ids.team, name: text.team, zone: "Europe/Stockholm" };
  const idea = (at: number, more: Partial<IdeaView> = {}): IdeaView => ({
    id: ids.idea(at),
    number: 42 + at,
    title: text.titles[at] ?? "",
    voices: 1,
    stage: "new",
    ageDays: 4,
    ownerAsked: false,
    ...more,
  });
  const owned = { name: "Sara Lindqvist", due: "2026-12-04", test: text.test };
  const first = idea(0, { voices: 5, kind: "tools", proposal: text.proposal });
  const second = idea(1, { voices: 4, kind: "premises", authorName: "Omar Haddad", owner: owned, stage: "planned" });
  const third = idea(2, { voices: 3, kind: "together", ownerAsked: true });
  const done = idea(7, { number: 28, stage: "adopted", result: text.badgeResult, voices: 6, owner: { name: "Pia Berg" } });
  const stopped = idea(8, { number: 19, stage: "stopped", result: text.meetingResult, voices: 2, owner: { name: "Mats Ek" } });
  const open = [
    idea(5, { number: 31, owner: { name: "Pia Berg", due: "2026-11-27" }, stage: "planned", ageDays: 12, voices: 3 }),
    idea(6, { number: 33, ageDays: 26, voices: 2 }),
  ];
  const digest: DigestView = {
    team,
    id: ids.digest,
    week: "2026-W48",
    turnout: { asked: 18, answered: 12 },
    freshCount: 5,
    finishedCount: 2,
    top: [first, second, third],
    alsoNew: [
      { kind: "routines", ideas: [idea(4, { kind: "routines" })] },
      { kind: "premises", ideas: [idea(3, { kind: "premises" })] },
    ],
    moreNew: 0,
    open,
    moreOpen: 0,
    finished: [done, stopped],
    nextPromptAt: thursday,
  };
  const quiet: DigestView = {
    team,
    id: ids.digest,
    week: "2026-W48",
    freshCount: 1,
    finishedCount: 0,
    top: [idea(0)],
    alsoNew: [],
    moreNew: 0,
    open: [],
    moreOpen: 0,
    finished: [],
  };
  const written: WrittenIdea = { friction: text.titles[0], proposal: text.proposal, cost: 30, kind: "tools", showName: false };
  const short: WrittenIdea = { friction: text.titles[2], showName: false };
  const form: IdeaForm = {
    say: "idea-form",
    why: "prompt",
    team,
    secret: ids.secret,
    round: "2026-W47",
    digestAt: tuesday,
  };
  const choices = [first, second, third].map(({ id, title, number }) => ({ id, name: `#${number} ${title}` }));
  const onPage = { ideas: choices, page: 0, pages: 1 };
  const settings: WrittenSettings = {
    language,
    zone: "Europe/Stockholm",
    promptWeekday: 4,
    promptTime: "13:00",
    everyWeeks: 1,
    reminderWeekday: 1,
    reminderTime: "10:00",
    digestWeekday: 2,
    digestTime: "13:00",
    draftHours: 4,
    daysToDue: 14,
    channelId: "19:general@thread.tacv2",
    leads: [ids.person(0)],
    notAsked: [],
  };
  const settingsCard: MessageOf<"settings"> = {
    say: "settings",
    inChannel: false,
    page: 0,
    team,
    written: settings,
    channels: [
      { id: "19:general@thread.tacv2", name: "General" },
      { id: "19:ideas@thread.tacv2", name: "Ideas" },
    ],
    members: members(8),
    zones: ["Europe/Stockholm", "Europe/Oslo", "Europe/Copenhagen", "Europe/Helsinki", "UTC"],
    nextPromptAt: asked,
    nextDigestAt: tuesday,
    saved: false,
  };
  const welcome: MessageOf<"welcome-team"> = {
    say: "welcome-team",
    team,
    addedBy: "Jonas Öberg",
    leads: ["Jonas Öberg"],
    nextPromptAt: asked,
    nextDigestAt: tuesday,
    large: false,
  };
  const receipt: MessageOf<"receipt"> = {
    say: "receipt",
    team,
    idea: ids.idea(0),
    written,
    stage: "new",
    digestAt: tuesday,
    shown: false,
    edited: false,
  };
  const assign: MessageOf<"assign-form"> = {
    say: "assign-form",
    inChannel: true,
    team,
    idea: first,
    digest: ids.digest,
    members: members(8),
    due: "2026-12-10",
  };
  const request: MessageOf<"owner-request"> = { say: "owner-request", team, idea: first, askedBy: "Pia Berg", due: "2026-12-10" };
  const story: MessageOf<"idea-story"> = {
    say: "idea-story",
    team,
    idea: second,
    steps: [
      { stage: "new", at: tuesday - 350 * 86_400_000, otherYear: true },
      { stage: "planned", at: tuesday, who: "Sara Lindqvist" },
      { stage: "held", at: thursday, why: text.held },
    ],
    may: { join: true, take: true, assign: true, finish: true },
  };
  const counts: Counts = { asked: 0, answered: 0, waiting: 0, doubtful: 0, toAsk: 0, notReached: {} };
  const stands: TeamStatus = {
    team,
    hasLead: true,
    setAside: [],
    nextPromptAt: thursday,
    round: {
      week: "2026-W47",
      digestAt: tuesday,
      counts: {
        asked: 18,
        answered: 12,
        waiting: 6,
        doubtful: 1,
        toAsk: 0,
        notReached: { blocked: 2, "not-installed": 1, refused: 1, late: 1, joined: 1, paused: 2, excepted: 1, elsewhere: 3, left: 1 },
      },
    },
  };
  const teamStatus: MessageOf<"team-status"> = { say: "team-status", status: stands, leads: true };
  const large: Counts = { ...counts, asked: 411, answered: 37, waiting: 374, doubtful: 1, toAsk: 828 };
  const sending: Sending = { done: 412, of: 1240, endsAt: sentUntil };
  const healths: readonly Health[] = [
    { how: "well" },
    { how: "not-reached", people: 3 },
    { how: "asking", sending },
    { how: "stopped", sending },
    { how: "digest-refused" },
    { how: "digest-doubtful" },
    { how: "set-aside" },
    { how: "waits-for-lead" },
    { how: "no-lead" },
    { how: "archived" },
    { how: "unreadable" },
  ];
  const teamLines = healths.map((health, at): TeamLine => {
    const known = { team: { ...team, id: `nQ7_x-${at}a`, name: `${text.team} ${at + 1}` }, health };
    if (health.how === "unreadable") return known;
    if (health.how === "waits-for-lead") return { ...known, nextPromptAt: thursday };
    return { ...known, round: { week: "2026-W47", asked: 18, answered: 12 }, nextPromptAt: thursday };
  });
  const settled: MessageOf<"digest-settled"> = { say: "digest-settled", team, how: "there", already: false, channel: "General" };

  return {
    "welcome-team": {
      "": welcome,
      large: { say: "welcome-team", team, leads: [], nextPromptAt: thursday, large: true },
    },
    "welcome-person": {
      "": { say: "welcome-person", team, local: false },
      "no-team": { say: "welcome-person", local: true },
    },
    "lead-claim": {
      "": { say: "lead-claim", team, person: ids.person(1), name: "Omar Haddad" },
      openly: { say: "lead-claim", team, person: ids.person(1), name: "Omar Haddad", openly: true },
    },
    "lead-wanted": {
      "": { say: "lead-wanted", team, owns: false },
      owner: { say: "lead-wanted", team, owns: true },
    },
    "large-team": { "": { say: "large-team", team, size: 1240, nextPromptAt: thursday } },
    "idea-form": {
      "": form,
      first: { ...form, first: { addedBy: "Jonas Öberg" } },
      reminder: { ...form, why: "reminder" },
      again: { ...form, why: "again" },
      teams: {
        ...form,
        teams: [
          { id: ids.team, name: text.team },
          { id: ids.other, name: "Night shift" },
        ],
      },
      "asked-for": { ...form, why: "asked-for" },
      another: { ...form, why: "another" },
      rests: { ...withoutDigest(form), why: "asked-for", rests: true },
      offer: { ...form, why: "offer", written: { friction: text.titles[3] } },
      edit: { ...form, why: "edit", idea: ids.idea(0), written },
      test: { ...form, why: "test" },
      "not-saved": { ...form, written, problem: "not-saved" },
      "not-storable": { ...form, written, problem: "not-storable" },
      "too-long": { ...form, written: { friction: `${text.titles[0]}. `.repeat(60) }, problem: "too-long" },
      empty: { ...form, problem: "empty" },
    },
    receipt: {
      "": receipt,
      short: { ...receipt, written: short },
      shown: { ...receipt, number: 42, stage: "planned", shown: true, edited: true },
      named: { ...receipt, written: { ...short, showName: true } },
      rests: { ...withoutDigest(receipt), rests: true },
      offered: { ...receipt, offered: short },
    },
    "nothing-noted": { "": { say: "nothing-noted", team, nextPromptAt: thursday } },
    "later-noted": { "": { say: "later-noted", team, at: morning } },
    paused: {
      "": { say: "paused", until: later, zone: team.zone },
      "other-year": { say: "paused", until: later + 365 * 86_400_000, otherYear: true, zone: team.zone },
      open: { say: "paused", until: untilResumed, zone: team.zone },
    },
    resumed: { "": { say: "resumed", team, nextPromptAt: thursday }, "no-team": { say: "resumed" } },
    withdrawn: { "": { say: "withdrawn", team, idea: ids.idea(0), written } },
    draft: {
      "": {
        say: "draft",
        digest,
        held: [idea(4, { stage: "held" })],
        postsAt: tuesday,
        nonce: ids.secret,
      },
      rests: { say: "draft", digest: quiet, held: [], nonce: ids.secret, rests: true },
      waits: { say: "draft", digest: quiet, held: [], nonce: ids.secret },
    },
    "hold-form": {
      "": { say: "hold-form", team, ...onPage },
      problem: { say: "hold-form", team, ...onPage, problem: "reason-needed" },
      "page-2": { say: "hold-form", team, ...onPage, page: 1, pages: 3 },
    },
    "propose-form": { "": { say: "propose-form", team, ...onPage, members: members(8), due: "2026-12-10" } },
    "title-form": {
      "": { say: "title-form", team, ...onPage },
      chosen: { say: "title-form", team, ...onPage, idea: ids.idea(0), title: text.titles[0], problem: "title-needed" },
    },
    posting: { "": { say: "posting", team, channelName: "General" } },
    digest: { "": { say: "digest", digest }, quiet: { say: "digest", digest: quiet } },
    "all-ideas": {
      "": { say: "all-ideas", team, digest: ids.digest, ideas: [first, second, third, ...open], page: 0, pages: 2 },
      none: { say: "all-ideas", team, ideas: [], page: 0, pages: 1 },
    },
    "assign-form": { "": assign, problem: { ...assign, problem: "past-date" } },
    "owner-asked": { "": { say: "owner-asked", team, idea: first, name: "Sara Lindqvist" } },
    "digest-here": { "": { say: "digest-here", team, nextDigestAt: tuesday } },
    "owner-request": { "": request, problem: { ...request, problem: "reason-needed" } },
    "owner-plan": {
      "": { say: "owner-plan", team, idea: { ...first, owner: { name: "Pia Berg", due: "2026-12-10" } }, due: "2026-12-10" },
    },
    owned: { "": { say: "owned", team, idea: { ...first, stage: "planned", owner: owned } } },
    declined: { "": { say: "declined", team, idea: first } },
    "finish-form": {
      "": { say: "finish-form", team, idea: second },
      problem: { say: "finish-form", team, idea: second, problem: "result-needed" },
    },
    finished: { "": { say: "finished", team, idea: done } },
    "author-news": {
      owned: { say: "author-news", news: "owned", team, idea: { ...first, owner: owned }, mine: true },
      held: { say: "author-news", news: "held", team, idea: { ...first, stage: "held" }, reason: text.held, mine: true },
      done: { say: "author-news", news: "done", team, idea: done, mine: false },
      declined: { say: "author-news", news: "declined", team, idea: first, mine: true },
    },
    "owner-refused": { "": { say: "owner-refused", team, idea: first, name: "Sara Lindqvist", reason: text.reason } },
    "nothing-to-post": { "": { say: "nothing-to-post", team, nextPromptAt: thursday } },
    "digest-trouble": {
      "": { say: "digest-trouble", team, channel: "General" },
      "no-name": { say: "digest-trouble", team, channel: "" },
    },
    "digest-doubtful": { "": { say: "digest-doubtful", team, digest: ids.digest, channel: "General" } },
    "digest-settled": {
      "": settled,
      already: { ...settled, already: true },
      posting: { ...settled, how: "posting", already: true },
      posted: { ...settled, how: "posted", already: true },
    },
    "team-status": {
      "": teamStatus,
      well: {
        ...teamStatus,
        leads: false,
        status: { ...stands, round: { week: "2026-W47", counts: { ...counts, asked: 18, answered: 12, waiting: 6 } } },
      },
      asking: {
        ...teamStatus,
        status: { ...stands, round: { week: "2026-W47", digestAt: tuesday, counts: large, sending } },
      },
      stopped: {
        ...teamStatus,
        stop: { why: "disabled", until: sentUntil },
        status: { ...stands, round: { week: "2026-W47", digestAt: tuesday, counts: large, sending } },
      },
      "digest-doubtful": { ...teamStatus, status: { ...stands, digest: { id: ids.digest, trouble: "doubtful", channel: "General" } } },
      "digest-refused": { ...teamStatus, status: { ...stands, digest: { id: ids.digest, trouble: "refused", channel: "General" } } },
      "digest-doubtful-admin": {
        ...teamStatus,
        leads: false,
        status: { ...stands, digest: { id: ids.digest, trouble: "doubtful", channel: "General" } },
      },
      "digest-refused-admin": {
        ...teamStatus,
        leads: false,
        status: { ...stands, digest: { id: ids.digest, trouble: "refused", channel: "General" } },
      },
      "set-aside": {
        ...teamStatus,
        status: {
          ...stands,
          setAside: [
            { row: "idea", reason: "its form is version 2, not version 1" },
            { row: "person", reason: "name is not as expected (invalid_type)" },
            { job: "post-digest", reason: "the store will not take it: a text has 40,000 characters" },
          ],
        },
      },
      large: { ...teamStatus, status: { team, nextPromptAt: thursday, hasLead: true, setAside: [], waitsFor: 1240 } },
      "large-admin": { ...teamStatus, leads: false, status: { team, nextPromptAt: thursday, hasLead: true, setAside: [], waitsFor: 1240 } },
      "no-lead": { ...teamStatus, leads: false, page: 2, status: { team, nextPromptAt: thursday, hasLead: false, setAside: [] } },
      archived: { ...teamStatus, leads: false, status: { team, hasLead: true, isArchived: true, setAside: [] } },
    },
    "tenant-status": {
      "": {
        say: "tenant-status",
        status: {
          teams: 48,
          counts: { asked: 1180, answered: 702, waiting: 478, doubtful: 3, toAsk: 828, notReached: { blocked: 4, "not-installed": 21 } },
          sending: { teams: 3, done: 412, of: 1240, endsAt: sentUntil },
          troubled: teamLines.filter(({ health }) => health.how !== "well" && health.how !== "asking").slice(0, 5),
          moreTroubled: 2,
        },
        setAside: [
          { job: "ask-members", team: text.team, reason: "row member does not fit its shape: ✖ Invalid input" },
          { reason: "not a job: Invalid input" },
        ],
        zone: team.zone,
      },
      stopped: {
        say: "tenant-status",
        status: {
          teams: 2,
          counts: large,
          sending: { teams: 1, ...sending },
          troubled: teamLines.filter(({ health }) => health.how === "stopped"),
          moreTroubled: 0,
        },
        stop: { why: "outage", until: sentUntil },
        setAside: [],
        zone: team.zone,
      },
      well: {
        say: "tenant-status",
        status: { teams: 2, counts: { ...counts, asked: 18, answered: 12, waiting: 6 }, troubled: [], moreTroubled: 0 },
        setAside: [],
        zone: team.zone,
      },
      ...Object.fromEntries(
        paceStops.map((why) => [
          why,
          {
            say: "tenant-status" as const,
            status: { teams: 2, counts, troubled: [], moreTroubled: 0 },
            stop: { why, until: sentUntil },
            setAside: [],
            zone: team.zone,
          },
        ]),
      ),
    },
    counting: {
      "": { say: "counting", teams: 2000, zone: team.zone },
      stopped: { say: "counting", teams: 2000, stop: { why: "outage", until: sentUntil }, zone: team.zone },
    },
    teams: {
      "": { say: "teams", whose: "tenant", teams: teamLines, count: 48, page: 1, pages: 3, zone: team.zone },
      mine: { say: "teams", whose: "mine", teams: teamLines.slice(0, 2), count: 2, page: 0, pages: 1, zone: team.zone },
      stopped: {
        say: "teams",
        whose: "tenant",
        teams: teamLines.slice(0, 3),
        count: 3,
        page: 0,
        pages: 1,
        stop: { why: "throttled", until: sentUntil },
        zone: team.zone,
      },
    },
    "which-team": {
      many: {
        say: "which-team",
        text: "withdraw",
        teams: Array.from({ length: 7 }, (_, at) => ({ id: `nQ7_x-${at}a`, name: `${text.team} ${at + 1}` })),
      },
      "": { say: "which-team", text: "withdraw", teams: [team, { id: ids.other, name: "South clinic" }] },
    },
    "my-ideas": {
      "": {
        say: "my-ideas",
        ideas: [
          { team, idea: { ...first, owner: owned, stage: "planned" }, place: placeInMine(0) },
          { team, idea: idea(4, { stage: "held" }), reason: text.held, place: placeInMine(1) },
          { team, idea: done, place: placeInMine(2) },
        ],
      },
      none: { say: "my-ideas", ideas: [] },
    },
    "my-actions": {
      "": {
        say: "my-actions",
        actions: [
          { team, idea: second },
          { team, idea: idea(5, { owner: { name: "Sara Lindqvist", due: "2027-01-08", otherYear: true }, ageDays: 30 }) },
        ],
      },
      none: { say: "my-actions", actions: [] },
    },
    "idea-story": { "": story },
    help: {
      "": { say: "help", lead: false, admin: false, local: false, team },
      lead: { say: "help", lead: true, admin: false, local: false, team },
      admin: { say: "help", lead: false, admin: true, local: false },
      local: { say: "help", lead: true, admin: true, local: true, team },
    },
    settings: {
      "": settingsCard,
      saved: { ...settingsCard, saved: true },
      "bad-settings": { ...settingsCard, problem: "bad-settings" },
      "test-sent": { ...settingsCard, testSent: true },
      "page-2": {
        ...settingsCard,
        page: 1,
        members: members(300),
        written: {
          ...settings,
          notAsked: members(300)
            .slice(20, 65)
            .map(({ id }) => id),
        },
      },
    },
    "language-set": { "": { say: "language-set", language } },
    "which-language": { "": { say: "which-language" } },
    "asking-now": {
      "": { say: "asking-now", team, digestAt: tuesday, again: false },
      again: { say: "asking-now", team, digestAt: tuesday, again: true },
    },
    "lead-asked": { "": { say: "lead-asked", team } },
    "lead-half": { "": { say: "lead-half", team, name: "Omar Haddad", more: 1 } },
    "lead-now": {
      "": { say: "lead-now", team, name: "Omar Haddad", already: false },
      already: { say: "lead-now", team, name: "Omar Haddad", already: true },
    },
    "lead-not": { "": { say: "lead-not", team, name: "Omar Haddad" } },
    "large-agreed": { "": { say: "large-agreed", team, nextPromptAt: thursday } },
    "voice-added": {
      "": { say: "voice-added", team, idea: first },
    },
    "voice-back": { "": { say: "voice-back", team, idea: first } },
    "voice-counts": {
      "": { say: "voice-counts", team, idea: first, digest: "2026-W48", mayLeave: true },
      own: { say: "voice-counts", team, idea: first, mayLeave: false },
    },
    "clock-moved": {
      "": { say: "clock-moved", at: tuesday, zone: team.zone, what: "post-digest" },
      nothing: { say: "clock-moved", at: tuesday, zone: "UTC" },
    },
    refusal: Object.fromEntries(
      reasons.map((why) => {
        const about = abouts[why];
        return [why, { say: "refusal" as const, why, ...(about ? { about } : {}) }];
      }),
    ),
  };
};

/** The same as a flat list, each with the name its snapshot has. */
export const namedFixtures = (language: Language): { readonly name: string; readonly message: Message }[] =>
  Object.entries(fixturesIn(language)).flatMap(([say, variants]: [string, Readonly<Record<string, Message>>]) =>
    Object.entries(variants).map(([variant, message]) => ({ name: variant ? `${say}-${variant}` : say, message })),
  );
