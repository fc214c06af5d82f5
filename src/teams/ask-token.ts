import { createHttpHeaders, createPipelineRequest } from "@azure/core-rest-pipeline";
import type { Credentials } from "./calls.ts";
import { openCredentials } from "./credentials.ts";
import { wholeCloud } from "./open-teams.ts";

/**
 * Asks for a token as a call to Teams does, whatever the kind of the bot's credential, and shows it to nobody.
 * @param settings botbuilder's own settings by their own names @param identity the managed identity that vouches for the bot, if one does
 * @throws the fault of the token service, or of botbuilder
 */
export const askToken = async (settings: Readonly<Record<string, string>>, identity: string | undefined): Promise<void> => {
  const given = wholeCloud(settings);
  const { credentials } = openCredentials(given.MicrosoftAppId ?? "", { settings: given, ...(identity ? { identity } : {}) });
  const request = createPipelineRequest({ url: "https://smba.trafficmanager.net/", headers: createHttpHeaders() });
  await (await credentials()).signRequest(request as unknown as Parameters<Credentials["signRequest"]>[0]);
  if (!request.headers.has("authorization")) throw new Error("The credential signs no request.");
};
