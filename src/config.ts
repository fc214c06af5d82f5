import { isZone, zoneNamed } from "./domain/asking/local-time.ts";

/** A storage account: its connection string, or its name alone, where Gnist signs in as its managed identity. */
export type AzureAccount = { readonly connectionString: string } | { readonly account: string };

/** The folder of the store in one file. */
type StoreFolder = { readonly dataDir: string };

export type Config = {
  /** Without bot credentials: authentication off, loopback only. */
  readonly local: boolean;
  readonly port: number;
  readonly zone: string;
  /** Settings that botbuilder reads, by its own names. */
  readonly bot: Readonly<Record<string, string>>;
  /** The client id of the managed identity that the bot's registration trusts, for a bot that signs in without a password. */
  readonly identity?: string;
  readonly serviceHosts: readonly string[];
  /** The address under which people reach this server, without a slash at its end. Missing: files come by Teams' own way. */
  readonly url?: string;
  readonly storage: AzureAccount | StoreFolder;
  /** The most calls to Teams per second and tenant. */
  readonly callsPerSecond: number;
  /** Entra object ids. */
  readonly admins: readonly string[];
};

const botNames = [
  "MicrosoftAppType",
  "MicrosoftAppId",
  "MicrosoftAppPassword",
  "MicrosoftAppTenantId",
  "ToBotFromChannelOpenIdMetadataUrl",
  "ToBotFromChannelTokenIssuer",
  "ToChannelFromBotLoginUrl",
  "ToChannelFromBotOAuthScope",
  "ToBotFromEmulatorOpenIdMetadataUrl",
  "OAuthUrl",
  "CallerId",
  "BotOpenIdMetadata",
  "ChannelService",
  "OAuthApiEndpoint",
] as const;

/** Settings by which Node and the Azure SDKs write every request with its address and its headers. */
const loudNames = ["AZURE_LOG_LEVEL", "DEBUG", "NODE_DEBUG"] as const;

const listOf = (text: string | undefined) => (text ?? "").split(",").flatMap((part) => part.trim() || []);

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** Names of settings, of which one in quotes is a mistake: they stand so in a file that a shell or systemd reads, and Docker keeps them. */
const settingName = new RegExp(`^(?:GNIST_\\w+|AZURE_\\w+|PORT|NODE_ENV|${botNames.join("|")})$`);

/** Settings of the store, which `readStores` reads alone. */
const storeName = /^(?:GNIST_DATA_DIR|AZURE_STORAGE_\w+)$/;

/** The environment with the values meant, and a sentence for each setting in quotes. @param names those that are looked at */
const withoutQuotes = (given: Readonly<Record<string, string | undefined>>, names: RegExp) => {
  const env: Record<string, string | undefined> = { ...given };
  const problems: string[] = [];
  for (const [name, text = ""] of Object.entries(given)) {
    const meant = names.test(name) ? /^\s*(["'])(.*)\1\s*$/.exec(text)?.[2] : undefined;
    if (meant === undefined) continue;
    env[name] = meant;
    problems.push(`${name} has quotes around its value, which would be part of it: remove them.`);
  }
  return { env, problems };
};

/** Reads the environment once, and names every wrong or missing setting at once, each with its remedy; "Settings" in docs/operations.md says what they mean. */
export const readConfig = (
  given: Readonly<Record<string, string | undefined>>,
): { readonly config: Config } | { readonly problems: readonly string[] } => {
  const { env, problems } = withoutQuotes(given, settingName);
  const value = (name: string) => env[name]?.trim() || undefined;
  const production = value("NODE_ENV")?.toLowerCase() === "production";

  const port = Number(value("PORT") ?? "3978");
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    problems.push(`PORT is "${value("PORT")}": give a number from 0 to 65535, or leave it out for 3978.`);

  const zone = zoneNamed(value("GNIST_TIME_ZONE") ?? "Europe/Stockholm");
  if (!isZone(zone)) problems.push(`GNIST_TIME_ZONE is "${zone}": give an IANA zone such as Europe/Oslo.`);

  const callsPerSecond = Number(value("GNIST_CALLS_PER_SECOND") ?? "50");
  if (!(callsPerSecond >= 1 && callsPerSecond <= 1_000))
    problems.push(`GNIST_CALLS_PER_SECOND is "${value("GNIST_CALLS_PER_SECOND")}": give a number from 1 to 1000, or leave it out for 50.`);

  const bot = Object.fromEntries(botNames.flatMap((name) => (value(name) ? [[name, value(name) ?? ""]] : [])));
  // In lower case, as in tokens: in upper case it would be another bot's.
  if (bot.MicrosoftAppId !== undefined) bot.MicrosoftAppId = bot.MicrosoftAppId.toLowerCase();
  const type = bot.MicrosoftAppType;
  const local = bot.MicrosoftAppId === undefined;
  // Beside a password it is the storage's alone: @azure/identity reads it by itself.
  const identity = value("AZURE_CLIENT_ID")?.toLowerCase();
  const federated = !local && type === "SingleTenant" && bot.MicrosoftAppPassword === undefined;
  if (local) {
    for (const name of ["MicrosoftAppPassword", "MicrosoftAppTenantId", "MicrosoftAppType"] as const) {
      if (bot[name] !== undefined) problems.push(`${name} is set but MicrosoftAppId is not: set both, or neither to run locally.`);
    }
    if (production)
      problems.push(
        "MicrosoftAppId is missing: NODE_ENV=production never runs without bot credentials. Take it from the bot's registration.",
      );
  } else {
    if (!isUuid(bot.MicrosoftAppId ?? ""))
      problems.push("MicrosoftAppId is not an id of the form 00000000-0000-0000-0000-000000000000: copy it from the bot's registration.");
    if (type !== "SingleTenant" && type !== "UserAssignedMSI") {
      problems.push(
        `MicrosoftAppType is ${type ? "none of the two" : "missing"}: set SingleTenant (with a federated credential or a password) or UserAssignedMSI (with neither).`,
      );
    }
    if (bot.MicrosoftAppTenantId === undefined) problems.push("MicrosoftAppTenantId is missing: set the tenant's id.");
    // Activities name their tenant by its id: with a domain name here, each of them would belong to another tenant.
    else if (!isUuid(bot.MicrosoftAppTenantId))
      problems.push(
        "MicrosoftAppTenantId is not an id of the form 00000000-0000-0000-0000-000000000000: copy the tenant's id, not its domain.",
      );
    if (identity !== undefined && !isUuid(identity))
      problems.push(
        "AZURE_CLIENT_ID is not an id of the form 00000000-0000-0000-0000-000000000000: copy the client id of the managed identity, or remove it.",
      );
    if (federated && identity === undefined)
      problems.push(
        "A SingleTenant bot needs AZURE_CLIENT_ID or MicrosoftAppPassword: set the client id of the managed identity that the bot's registration trusts in a " +
          "federated credential or, without one, the registration's secret.",
      );
    if (federated && identity !== undefined && identity === bot.MicrosoftAppId)
      problems.push(
        "AZURE_CLIENT_ID is the id of the bot itself, which cannot vouch for itself: set the client id of the managed identity that its registration trusts.",
      );
    if (type === "UserAssignedMSI" && bot.MicrosoftAppPassword !== undefined)
      problems.push("MicrosoftAppPassword must not be set with UserAssignedMSI: remove it.");
  }

  for (const [name, address] of Object.entries(bot))
    if (/Url$|Metadata$|Endpoint$/.test(name) && !(/^https?:/i.test(address) && URL.canParse(address)))
      problems.push(`${name} is no address: give one that begins with https://.`);

  // Locally nobody is in danger: its people are made up, and its keys open nothing.
  for (const name of local ? [] : loudNames)
    if (value(name) !== undefined) problems.push(`${name} is set: libraries would write ids of people, and keys, into the log. Remove it.`);

  const stores = readStores(env);
  problems.push(...stores.problems);
  if (stores.azure && stores.folder)
    problems.push(
      "GNIST_DATA_DIR and an Azure storage account are both set: remove one of them, so that nobody stores in the wrong one. " +
        "npm run move-store copies from one to the other.",
    );
  if (production && !stores.azure && !stores.folder)
    problems.push(
      "No store is chosen, which NODE_ENV=production needs: set AZURE_STORAGE_ACCOUNT (managed identity) or " +
        "AZURE_STORAGE_CONNECTION_STRING, for one machine or many; " +
        "or GNIST_DATA_DIR, a folder on a disk of this machine, for one machine alone.",
    );

  const admins = listOf(env.GNIST_ADMINS);
  const badAdmins = admins.filter((admin) => !isUuid(admin));
  if (badAdmins.length > 0)
    problems.push(
      `GNIST_ADMINS holds ${badAdmins.length} that are not Entra object ids: give ids of the form 00000000-0000-0000-0000-000000000000, with commas between.`,
    );

  const serviceHosts = listOf(env.GNIST_SERVICE_HOSTS);
  if (serviceHosts.some((host) => /[/:*\s]/.test(host.replace(/:\d+$/, ""))))
    problems.push("GNIST_SERVICE_HOSTS takes host names with commas between, without https://, a path or a *.");

  const url = value("GNIST_URL");
  if (url !== undefined && !isOwnUrl(url, local))
    problems.push(
      `GNIST_URL is not the address of a server: give the one under which people reach Gnist, such as https://gnist.example.org or https://example.org/gnist${
        local ? "; here http://127.0.0.1 with a port will do" : ", always with https"
      }. Or leave it out: then files come through Teams.`,
    );

  if (problems.length > 0) return { problems };
  const storage = stores.azure ?? stores.folder ?? { dataDir: ".data" };
  return {
    config: {
      local,
      port,
      zone,
      bot,
      ...(federated && identity !== undefined ? { identity } : {}),
      serviceHosts,
      storage,
      callsPerSecond,
      admins: admins.map((admin) => admin.toLowerCase()),
      ...(url === undefined ? {} : { url: url.replace(/\/+$/, "") }),
    },
  };
};

/** An address with a host, maybe a port, and maybe a path. */
export const isOwnUrl = (text: string, local: boolean): boolean => {
  if (!URL.canParse(text) || text.length > 500) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  if (username !== "" || password !== "" || search !== "" || hash !== "" || /[?#\s]/.test(text)) return false;
  return protocol === "https:" || (local && protocol === "http:" && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname));
};

/** The stores that the environment names: `npm start` takes one, `npm run move-store` copies from one to the other. */
export const readStores = (
  given: Readonly<Record<string, string | undefined>>,
): { readonly azure?: AzureAccount; readonly folder?: StoreFolder; readonly problems: readonly string[] } => {
  const { env, problems } = withoutQuotes(given, storeName);
  const value = (name: string) => env[name]?.trim() || undefined;
  const connectionString = value("AZURE_STORAGE_CONNECTION_STRING");
  const account = value("AZURE_STORAGE_ACCOUNT");
  const dataDir = value("GNIST_DATA_DIR");
  if (connectionString && account)
    problems.push("AZURE_STORAGE_CONNECTION_STRING and AZURE_STORAGE_ACCOUNT are both set: keep one of them.");
  if (account && !/^[a-z0-9]{3,24}$/.test(account))
    // It may be a connection string with its key, which must be shown to nobody.
    problems.push("AZURE_STORAGE_ACCOUNT is not the name of an account: give its name alone, 3 to 24 small letters and digits.");
  const has = (part: string) => new RegExp(`(^|;)\\s*${part}=.`, "i").test(connectionString ?? "");
  const wholes = [["UseDevelopmentStorage"], ["AccountName", "AccountKey"], ["TableEndpoint", "QueueEndpoint", "SharedAccessSignature"]];
  if (connectionString && !wholes.some((parts) => parts.every(has)))
    problems.push("AZURE_STORAGE_CONNECTION_STRING is not a whole connection string: copy it from the account's access keys.");
  return {
    ...(connectionString ? { azure: { connectionString } } : account ? { azure: { account } } : {}),
    ...(dataDir ? { folder: { dataDir } } : {}),
    problems,
  };
};
