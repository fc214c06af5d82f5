import { describe, expect, test } from "vitest";
import { readConfig, readStores } from "../src/config.ts";
import { holidaysOf } from "../src/domain/asking/calendar.ts";

const id = "20000000-0000-4000-8000-000000000001";
const problemsOf = (env: Record<string, string>) => {
  const read = readConfig(env);
  return "problems" in read ? read.problems : [];
};

describe("the settings of the process", () => {
  test("nothing set means local, with the store in a file", () => {
    const read = readConfig({});
    expect("config" in read && read.config).toMatchObject({
      local: true,
      port: 3978,
      zone: "Europe/Stockholm",
      storage: { dataDir: ".data" },
    });
  });

  test("a time zone in other letters is the zone of its country, whose days off its teams have", () => {
    const read = readConfig({ GNIST_TIME_ZONE: "europe/oslo" });
    expect("config" in read && holidaysOf(read.config)).toBe("NO");
  });

  test("production never runs without credentials and a store", () => {
    const problems = problemsOf({ NODE_ENV: "production" }).join("\n");
    expect(problemsOf({ NODE_ENV: " Production " }).join("\n")).toBe(problems);
    expect(problems).toContain("MicrosoftAppId");
    expect(problems).toMatch(/No store is chosen.*AZURE_STORAGE_ACCOUNT.*AZURE_STORAGE_CONNECTION_STRING.*GNIST_DATA_DIR/);
  });

  test("production takes a folder that is named on purpose as its store", () => {
    const bot = { MicrosoftAppId: id, MicrosoftAppType: "UserAssignedMSI", MicrosoftAppTenantId: id };
    const read = readConfig({ ...bot, NODE_ENV: "production", GNIST_DATA_DIR: " /srv/gnist " });
    expect("config" in read && read.config.storage).toEqual({ dataDir: "/srv/gnist" });
  });

  test("nothing that makes libraries write ids and keys into the log is taken, except locally", () => {
    const bot = { MicrosoftAppId: id, MicrosoftAppType: "UserAssignedMSI", MicrosoftAppTenantId: id };
    const loud = { AZURE_LOG_LEVEL: "verbose", DEBUG: "*", NODE_DEBUG: "http" };
    expect(problemsOf(bot)).toEqual([]);
    const named = Object.keys(loud).map((name) => expect.stringMatching(new RegExp(`^${name} is set: .* Remove it\\.$`)));
    expect(problemsOf({ ...bot, ...loud })).toEqual(named);
    expect(problemsOf(loud)).toEqual([]);
  });

  test("a folder and a storage account together are refused, in production and locally", () => {
    for (const azure of [{ AZURE_STORAGE_ACCOUNT: "gnist" }, { AZURE_STORAGE_CONNECTION_STRING: "UseDevelopmentStorage=true" }])
      expect(problemsOf({ GNIST_DATA_DIR: ".data", ...azure })).toEqual([
        expect.stringMatching(/^GNIST_DATA_DIR and an Azure storage account are both set: remove one of them.*npm run move-store/),
      ]);
  });

  test("its own address has https, and maybe a path; locally this machine will do", () => {
    const bot = { MicrosoftAppId: id, MicrosoftAppType: "UserAssignedMSI", MicrosoftAppTenantId: id };
    const urlOf = (env: Record<string, string>) => {
      const read = readConfig(env);
      return "config" in read ? read.config.url : undefined;
    };
    expect(urlOf({ ...bot, GNIST_URL: "https://gnist.example.org/" })).toBe("https://gnist.example.org");
    expect(urlOf({ ...bot, GNIST_URL: " https://example.org/a/gnist " })).toBe("https://example.org/a/gnist");
    expect(urlOf({ GNIST_URL: "http://localhost:3978" })).toBe("http://localhost:3978");
    expect(urlOf(bot)).toBeUndefined();
    for (const wrong of [
      "http://gnist.example.org",
      "gnist.example.org",
      "https://a@b.org",
      "https://b.org/?x",
      "https://b.org/#x",
      "ftp://b.org",
    ])
      expect(problemsOf({ ...bot, GNIST_URL: wrong })).toEqual([
        expect.stringMatching(/^GNIST_URL is not the address of a server: give .* always with https\. Or leave it out/),
      ]);
    expect(problemsOf({ GNIST_URL: "http://gnist.example.org" })).toHaveLength(1);
  });

  test("the stores of a move are both read", () => {
    expect(readStores({ GNIST_DATA_DIR: "a", AZURE_STORAGE_ACCOUNT: "gnist" })).toEqual({
      folder: { dataDir: "a" },
      azure: { account: "gnist" },
      problems: [],
    });
  });

  test("every wrong setting is named at once, with how to mend it", () => {
    const problems = problemsOf({
      PORT: "many",
      GNIST_TIME_ZONE: "Europe/Nowhere",
      GNIST_ADMINS: "me",
      MicrosoftAppId: id,
      AZURE_STORAGE_ACCOUNT: "No Name",
    });
    for (const name of ["PORT", "GNIST_TIME_ZONE", "GNIST_ADMINS", "MicrosoftAppType", "MicrosoftAppTenantId", "AZURE_STORAGE_ACCOUNT"]) {
      expect(problems.filter((problem) => problem.startsWith(name))).toHaveLength(1);
    }
  });

  test("a key that was put in the wrong place is not shown", () => {
    const AZURE_STORAGE_ACCOUNT = "DefaultEndpointsProtocol=https;AccountName=gnist;AccountKey=c2VjcmV0";
    expect(problemsOf({ AZURE_STORAGE_ACCOUNT })).toEqual([expect.stringMatching(/^AZURE_STORAGE_ACCOUNT is not the name of an account/)]);
    const problems = problemsOf({ MicrosoftAppId: id, MicrosoftAppTenantId: id, MicrosoftAppType: "c2VjcmV0" });
    expect(problems).toEqual([expect.stringMatching(/^MicrosoftAppType is none of the two: set SingleTenant/)]);
  });

  test("a managed identity has no password", () => {
    const bot = { MicrosoftAppId: id, MicrosoftAppType: "UserAssignedMSI", MicrosoftAppTenantId: id };
    expect(problemsOf(bot)).toEqual([]);
    expect(problemsOf({ ...bot, MicrosoftAppPassword: "secret" })).toHaveLength(1);
  });

  test("a single-tenant bot signs in by a managed identity that its registration trusts, or by a password, which wins", () => {
    const bot = { MicrosoftAppId: id, MicrosoftAppType: "SingleTenant", MicrosoftAppTenantId: id };
    const other = id.replace(/1$/, "2");
    const identityOf = (env: Record<string, string>) => {
      const read = readConfig({ ...bot, ...env });
      return "config" in read ? read.config.identity : "refused";
    };
    expect(identityOf({ AZURE_CLIENT_ID: ` ${other} ` })).toBe(other);
    // Beside a password the identity is the storage's alone, as it was before there were federated credentials here.
    expect(identityOf({ AZURE_CLIENT_ID: other, MicrosoftAppPassword: "secret" })).toBeUndefined();
    expect(identityOf({ AZURE_CLIENT_ID: other, MicrosoftAppType: "UserAssignedMSI" })).toBeUndefined();
    expect(problemsOf(bot)).toEqual([expect.stringMatching(/^A SingleTenant bot needs AZURE_CLIENT_ID or MicrosoftAppPassword: set/)]);
    expect(problemsOf({ ...bot, AZURE_CLIENT_ID: id })).toEqual([expect.stringMatching(/^AZURE_CLIENT_ID is the id of the bot itself/)]);
    expect(problemsOf({ ...bot, AZURE_CLIENT_ID: "gnist-identity" })).toEqual([
      expect.stringMatching(/^AZURE_CLIENT_ID is not an id of the form .*: copy the client id of the managed identity/),
    ]);
    // Locally it may belong to something else on the developer's machine.
    expect(problemsOf({ AZURE_CLIENT_ID: "mine" })).toEqual([]);
  });

  test("a tenant is named by its id, by which activities name it, and not by its domain", () => {
    const bot = { MicrosoftAppId: id, MicrosoftAppType: "UserAssignedMSI" };
    expect(problemsOf({ ...bot, MicrosoftAppTenantId: "north.onmicrosoft.com" })).toEqual([expect.stringMatching(/^MicrosoftAppTenantId/)]);
  });

  test("a bot's id in capitals is the one that tokens name", () => {
    const appId = "abcdef00-0000-4000-8000-000000000001";
    const read = readConfig({ MicrosoftAppId: appId.toUpperCase(), MicrosoftAppType: "UserAssignedMSI", MicrosoftAppTenantId: id });
    expect("config" in read && read.config.bot.MicrosoftAppId).toBe(appId);
  });

  test("quotes around a value, which Docker keeps and systemd takes away, are named, and their setting is not called wrong as well", () => {
    const env = {
      MicrosoftAppId: `"${id}"`,
      MicrosoftAppType: "'SingleTenant'",
      MicrosoftAppTenantId: id,
      MicrosoftAppPassword: '"secret"',
    };
    const quoted = ["MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppType"];
    const problems = quoted.map((name) => `${name} has quotes around its value, which would be part of it: remove them.`);
    expect([...problemsOf({ ...env, GNIST_DATA_DIR: '"/srv/gnist"' })].sort()).toEqual(
      ["GNIST_DATA_DIR has quotes around its value, which would be part of it: remove them.", ...problems].sort(),
    );
    expect(problemsOf({ GNIST_ADMINS: `"${id},${id}"` })).toHaveLength(1);
    // A password may begin with one.
    expect(problemsOf({ ...env, MicrosoftAppId: id, MicrosoftAppType: "SingleTenant", MicrosoftAppPassword: '"secret' })).toEqual([]);
  });

  test("quotes around a store are taken away for the commands that read no other setting, and named there too", () => {
    expect(readStores({ GNIST_DATA_DIR: '"/srv/gnist"', MicrosoftAppId: '""' })).toEqual({
      folder: { dataDir: "/srv/gnist" },
      problems: ["GNIST_DATA_DIR has quotes around its value, which would be part of it: remove them."],
    });
  });

  test("half a connection string is named by its setting, and not shown", () => {
    for (const half of ["DefaultEndpointsProtocol=https;AccountName=gnist", "AccountKey=c2VjcmV0", "TableEndpoint=https://x.example"])
      expect(problemsOf({ AZURE_STORAGE_CONNECTION_STRING: half })).toEqual([
        "AZURE_STORAGE_CONNECTION_STRING is not a whole connection string: copy it from the account's access keys.",
      ]);
    const whole = [
      "UseDevelopmentStorage=true",
      "AccountName=gnist;AccountKey=c2VjcmV0",
      "TableEndpoint=x;QueueEndpoint=y;SharedAccessSignature=z",
    ];
    for (const AZURE_STORAGE_CONNECTION_STRING of whole) expect(problemsOf({ AZURE_STORAGE_CONNECTION_STRING })).toEqual([]);
  });

  test("an address of another cloud that is none is named", () => {
    const bot = { MicrosoftAppId: id, MicrosoftAppType: "UserAssignedMSI", MicrosoftAppTenantId: id };
    for (const name of ["ToChannelFromBotLoginUrl", "ToBotFromChannelOpenIdMetadataUrl", "OAuthUrl"])
      expect(problemsOf({ ...bot, [name]: "login.microsoftonline.us" })).toEqual([
        `${name} is no address: give one that begins with https://.`,
      ]);
    expect(problemsOf({ ...bot, ToChannelFromBotLoginUrl: "https://login.microsoftonline.us" })).toEqual([]);
  });

  test("hosts with a wildcard, which would match nothing, are refused", () => {
    for (const GNIST_SERVICE_HOSTS of ["*.example.org", "https://a.example.org", "a.example.org b.example.org"])
      expect(problemsOf({ GNIST_SERVICE_HOSTS })).toEqual([
        expect.stringMatching(/^GNIST_SERVICE_HOSTS takes host names with commas between/),
      ]);
    expect(problemsOf({ GNIST_SERVICE_HOSTS: "a.example.org, 127.0.0.1:3000" })).toEqual([]);
  });

  test("a password without an id is not silently local", () => {
    expect(problemsOf({ MicrosoftAppPassword: "secret" })).toHaveLength(1);
  });
});
