import type { Config } from "../config.ts";
import { personIdOf } from "../domain/ids.ts";
import { defaultLanguage } from "../domain/language.ts";
import { wordsOf } from "../language/index.ts";
import type { Rows } from "../ports.ts";
import { languageOfPerson, readProfile } from "../store/person.ts";
import { readTeam } from "../store/team.ts";
import { readListedTeams } from "../store/tenant.ts";
import { openCalls } from "../teams/calls.ts";
import { openCredentials } from "../teams/credentials.ts";
import { failureOf } from "../teams/delivery.ts";
import { wholeCloud } from "../teams/open-teams.ts";
import { mayReach } from "../teams/trust.ts";
import { broken, type CheckEnd, notChecked, ok, warning } from "./check-end.ts";

const why = "Nobody knows whether Teams takes Gnist's messages.";

/** The longest wait (ms) for Teams' answer. */
const usualMs = 15_000;

/**
 * Sends one sentence to one admin who has a chat with Gnist, in their language, as an answer of Gnist would go.
 * @param rows undefined where the store could not be opened
 */
export const sendTestMessage = async (config: Config, rows: Rows | undefined, withinMs = usualMs): Promise<CheckEnd> => {
  const { local, bot, identity, admins, serviceHosts } = config;
  if (local) return notChecked("Gnist runs locally, and Teams does not know it");
  if (!rows) return notChecked("the store could not be opened, and it knows the chats");
  if (admins.length === 0)
    return warning("GNIST_ADMINS names nobody to write to", why, "Put your Entra object id into GNIST_ADMINS, and run the doctor again.");
  const tenant = bot.MicrosoftAppTenantId?.toLowerCase() ?? "";
  const chat = await firstChat(rows, tenant, admins);
  const serviceUrl = await serviceUrlOf(rows, tenant);
  if (!chat || !serviceUrl)
    return warning(
      chat ? "Gnist is in no team yet" : "no admin of GNIST_ADMINS has a chat with Gnist",
      why,
      chat
        ? "Add Gnist to a team in Teams, and run the doctor again."
        : "Write help to Gnist in Teams first, as one of the admins, and run the doctor again.",
    );
  if (!mayReach(false, serviceHosts)(serviceUrl))
    return broken(
      "the service URL of the first team is none of Microsoft's",
      "Gnist sends its token nowhere else.",
      "Add Gnist to the team again, or see GNIST_SERVICE_HOSTS.",
    );
  const given = wholeCloud(bot);
  const calls = openCalls(
    openCredentials(given.MicrosoftAppId ?? "", { settings: given, ...(identity ? { identity } : {}) }).credentials,
    false,
  );
  const text = wordsOf(chat.language).status.parts.testMessage;
  const answer = await calls.within(withinMs)(serviceUrl, {
    method: "POST",
    path: `v3/conversations/${encodeURIComponent(chat.id)}/activities`,
    body: { type: "message", text, textFormat: "plain" },
  });
  calls.close();
  if ("got" in answer) return ok("Teams took the test message: look into your chat with Gnist");
  const { status, code } = answer.no;
  const said = [status, code].filter((part) => part !== undefined).join(" ") || "no answer";
  if (failureOf(answer.no, false, 0).outcome === "doubtful")
    return warning(
      `nobody knows whether Teams took the test message (${said}): look into your chat with Gnist`,
      "Teams' answer was lost. Gnist sends no such message twice, so that some of its messages may be missing.",
      status === undefined
        ? "Look at the firewall and the proxy between this machine and the hosts of Teams (smba.trafficmanager.net), and run the doctor again."
        : mendTeams,
    );
  return broken(`Teams did not take the test message (${said})`, "Gnist's other messages fare no better.", mendOf(status, code));
};

const mendReach = "See the line of the credential, and let this machine reach the hosts of Teams with https (smba.trafficmanager.net).";
const mendTeams = "Teams is busy or ill: look at Service health in the Microsoft 365 admin centre, and run the doctor again later.";

/** Meanings of Teams' answers, https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability (status codes). */
const mendOf = (status: number | undefined, code: string | undefined): string => {
  if (status === undefined) return mendReach;
  if (code === "BotNotRegistered") return "Make the bot's Azure Bot resource with this MicrosoftAppId, and switch its Teams channel on.";
  if (code === "BotDisabledByAdmin") return "Allow the app Gnist in the Teams admin centre.";
  if (code === "ConversationBlockedByUser" || code === "MessageWritesBlocked")
    return "This admin has blocked Gnist: let them write a word to it.";
  if (status === 401)
    return "Teams refuses the bot's token: compare MicrosoftAppId with the id of the Azure Bot resource, and its tenant with MicrosoftAppTenantId.";
  if (status === 403 || status === 404) return "Install Gnist anew for this admin, and let them write help to it.";
  if (status === 429) return mendTeams;
  return "Look the code up in Teams' list of status codes for bots.";
};

const firstChat = async (rows: Rows, tenant: string, admins: readonly string[]) => {
  for (const admin of admins) {
    const profile = await readProfile(rows, personIdOf(tenant, { entraId: admin, teamsId: "" }));
    if (profile?.chatId) return { id: profile.chatId, language: languageOfPerson(profile) ?? defaultLanguage };
  }
  return undefined;
};

/** A person's chat is reached by the service URL of a team of their tenant. */
const serviceUrlOf = async (rows: Rows, tenant: string): Promise<string | undefined> => {
  for (const { id } of await readListedTeams(rows, tenant)) {
    const stored = await readTeam(rows, id);
    if (stored && stored.team.removedAt === undefined) return stored.team.serviceUrl;
  }
  return undefined;
};
