import { longestFriction, longestKind, longestProposal } from "../../../src/domain/idea/idea.ts";
import type { PeopleMessage, PersonFacts } from "../../../src/domain/message/people.ts";
import { personalDetails } from "../../../src/domain/personal-details.ts";
import { channelId, instant, type LargestOf, longestAddress, longId, type Parts, teamId } from "./parts.ts";

/** Every fact that is kept of a person. */
const facts: Required<PersonFacts> = {
  name: "N".repeat(100),
  teamsId: `29:${"x".repeat(100)}`,
  chatId: `a:${"x".repeat(150)}`,
  serviceUrl: longestAddress,
  language: "nb",
  seenLanguage: "fi",
  inSeveralTeams: true,
  pausedUntil: instant,
  unreachable: "not-installed",
  offeredLess: `${teamId(0)}|2026-W48`,
  askedSince: "2026-W48",
  saidLeftAt: instant,
  leftAt: instant,
  newsOff: true,
  askDay: 3,
  askTime: "12:59",
  workingDays: [1, 2, 3, 4, 5, 6, 7],
  askEvery: 4,
};

export const people = ({ fill, language, reason, team, teams, zone }: Parts): LargestOf<PeopleMessage["say"]> => ({
  "welcome-person": [{ say: "welcome-person", team, quietUntil: instant, local: true }],
  paused: [
    {
      say: "paused",
      until: instant,
      otherYear: true,
      zone,
      written: true,
      before: instant,
      stops: { team: teamId(0), idea: longId("idea", 0), number: 10_000 },
    },
  ],
  "who-sees-this": [
    {
      say: "who-sees-this",
      untilExported: true,
      team,
      trace: { isAlways: true, smallestGroup: 100 },
      digestAt: instant,
      rests: true,
      whistle: longestAddress,
    },
  ],
  resumed: [{ say: "resumed", next: { at: instant, zone } }],
  "my-data": [
    {
      say: "my-data",
      lines: [
        {
          group: "ideas",
          team: team.name,
          at: instant,
          number: 10_000,
          texts: [fill(longestFriction), fill(longestProposal)],
          count: 1,
          facts,
        },
      ],
      page: 0,
      pages: 1,
      zone,
    },
  ],
  "my-data-soon": [{ say: "my-data-soon" }],
  "delete-data": [{ say: "delete-data" }],
  "data-deleting": [{ say: "data-deleting", ideas: "kept", isTold: true }],
  "data-deleted": [{ say: "data-deleted", ideas: "kept" }],
  "which-team": [
    { say: "which-team", text: `done #10000 ${reason}`, teams },
    { say: "which-team", text: `done #10000 ${reason}`, teams: teams.slice(0, 5) },
  ],
  "stop-which": [{ say: "stop-which", number: 999_999_999, team: teamId(0), channel: channelId }],
  help: [{ say: "help", lead: true, admin: true, local: true, team, pause: { until: instant, otherYear: true, zone } }],
  "did-you-mean": [{ say: "did-you-mean", text: fill(60), near: [fill(60), fill(60), fill(60)], team: teamId(0), channel: channelId }],
  "question-or-idea": [{ say: "question-or-idea", text: fill(300), team: teamId(0), channel: channelId }],
  "personal-details": [
    {
      say: "personal-details",
      found: personalDetails,
      texts: [
        { id: "friction", text: fill(longestFriction) },
        { id: "proposal", text: fill(longestProposal) },
      ],
      sent: { verb: "submit-idea", team: teamId(0), secret: longId("secret", 0), language, kind: fill(longestKind), showName: "true" },
      isOpen: true,
    },
    {
      say: "personal-details",
      found: personalDetails,
      texts: [{ id: "text", text: `done #10000 ${reason}` }],
      sent: { verb: "say-words", team: teamId(0), channel: channelId },
    },
  ],
  thanked: [{ say: "thanked" }],
  "language-set": [{ say: "language-set", language }],
  "which-language": [{ say: "which-language" }],
});
