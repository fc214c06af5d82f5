import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { blockFrom, keysOf, read, readTemplate, root, type Template, undeclaredIn } from "./templates.ts";

/* The templates for Azure. Nobody has compiled or deployed them: this is what can be checked without Microsoft's tools. */

const names = readdirSync(`${root}/infra`).filter((name) => name.endsWith(".bicep"));
const templates: Readonly<Record<string, Template>> = Object.fromEntries(names.map((name) => [name, readTemplate(`infra/${name}`)]));
const { "main.bicep": main, "gnist.bicep": gnist } = templates as Record<"main.bicep" | "gnist.bicep", Template>;

/** Regions of the EU and of EFTA by https://learn.microsoft.com/azure/reliability/regions-list, with their countries. */
const european: Readonly<Record<string, string>> = {
  austriaeast: "AT",
  belgiumcentral: "BE",
  francecentral: "FR",
  germanywestcentral: "DE",
  italynorth: "IT",
  northeurope: "IE",
  norwayeast: "NO",
  polandcentral: "PL",
  spaincentral: "ES",
  swedencentral: "SE",
  switzerlandnorth: "CH",
  westeurope: "NL",
};

const appSettings = (): Readonly<Record<string, string>> => {
  const block = blockFrom(gnist.text, gnist.text.indexOf("properties:", gnist.text.indexOf("'appsettings'")));
  return Object.fromEntries([...block.matchAll(/^\s*(\w+): (.+)$/gm)].map(([, name = "", value = ""]) => [name, value]));
};

const roles = () =>
  Object.fromEntries(
    [...blockFrom(gnist.text, gnist.text.indexOf("var roles")).matchAll(/'([^']+)': '([^']+)'/g)].map(([, name = "", id = ""]) => [
      name,
      id,
    ]),
  );

test("parameters, resources, roles and settings of the templates change only when somebody accepts it", async () => {
  const parsed = Object.fromEntries(Object.entries(templates).map(([name, { text: _, ...parts }]) => [name, parts]));
  await expect(`${JSON.stringify({ ...parsed, roles: roles(), settings: appSettings() }, undefined, 2)}\n`).toMatchFileSnapshot(
    "templates.snap",
  );
});

test("the templates are at most 200 lines, and each resource names the page that has its properties", () => {
  const files = names.map((name) => read(`infra/${name}`));
  expect(files.reduce((sum, text) => sum + text.trimEnd().split("\n").length, 0)).toBeLessThanOrEqual(200);
  const bare = files.flatMap((text) =>
    [...text.matchAll(/^ *resource (\w+) /gm)]
      .filter(({ index }) => !/\/\/ .*https:\/\/.*\n$/.test(text.slice(0, index)))
      .map(([, name]) => name),
  );
  expect(bare).toEqual([]);
  for (const page of ["docs/guides/azure.md", "infra/main.bicep", "azure.yaml"])
    expect(read(page).split("\n").slice(0, 6).join(" ")).toMatch(/by nobody yet|Nobody has (?:compiled or )?deployed/);
});

test("every name in the templates is declared, and every module and azd give the parameters that are asked for", () => {
  expect(Object.values(templates).flatMap(undeclaredIn)).toEqual([]);
  expect(undeclaredIn({ ...gnist, params: {} })).toEqual(expect.arrayContaining(["location", "token", "botAppId"]));
  const wrong = ({ params }: Template, given: readonly string[]) => [
    ...given.filter((name) => !params[name]),
    ...Object.keys(params).filter((name) => !given.includes(name) && params[name]?.fallback === undefined),
  ];
  for (const { modules } of Object.values(templates))
    for (const { file, given } of Object.values(modules)) expect([file, wrong(templates[file] as Template, given)]).toEqual([file, []]);
  const { parameters } = JSON.parse(read("infra/main.parameters.json")) as { parameters: Record<string, { value: unknown }> };
  expect(wrong(main, Object.keys(parameters))).toEqual([]);
  const service = /^services:\n {2}(\w+):/m.exec(read("azure.yaml"))?.[1];
  expect(gnist.text).toContain(`'azd-service-name': '${service}'`);
});

test("a region is one of the EU or EFTA, and the bot's keeps its data in Europe", () => {
  // The guide says that there are ten.
  expect(main.params.location?.allowed).toHaveLength(10);
  expect(main.params.location?.allowed?.filter((region) => !european[region])).toEqual([]);
  const places = Object.values(templates).flatMap(({ text }) => [...text.matchAll(/\blocation: ('\w+'|\w+)/g)].map(([, place]) => place));
  expect([...new Set(places)].sort()).toEqual(["'westeurope'", "location"]);
  const bot = gnist.text.slice(gnist.text.indexOf("resource bot "));
  expect([...bot.matchAll(/\blocation: (\S+?),?\s/g)].map(([, place]) => place)).toEqual(["'westeurope'", "'westeurope'"]);
  expect(read("docs/gatekeepers/transfers.md")).toContain("`westeurope`");
});

test("the templates know no secret, open no key, and send no telemetry anywhere", () => {
  const all = Object.values(templates)
    .map(({ text }) => text)
    .join("\n");
  expect(all).not.toMatch(/@secure|listKeys|listAccountSas|password|secret|connectionString/i);
  expect(all).toContain("allowSharedKeyAccess: false");
  expect(
    Object.values(templates)
      .flatMap(({ resources }) => Object.values(resources))
      .join("\n"),
  ).not.toMatch(/Insights/i);
  expect(read("azure.yaml")).not.toMatch(/hooks|env:/);
});

test("the identity gets the two roles that the pages and the fault name, and no others", () => {
  expect(roles()).toEqual({
    "Storage Queue Data Contributor": "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
    "Storage Table Data Contributor": "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
  });
  for (const page of ["README.md", "docs/guides/azure.md", "src/azure/open-storage.ts"])
    for (const role of Object.keys(roles())) expect([page, read(page)]).toEqual([page, expect.stringContaining(role)]);
  expect(
    Object.values(templates)
      .flatMap(({ resources }) => Object.values(resources))
      .filter((type) => /roleAssignments/.test(type)),
  ).toHaveLength(1);
});

test("Gnist starts with the settings that the templates give it", () => {
  const ids = ["1", "2", "3", "4"].map((last) => `20000000-0000-4000-8000-00000000000${last}`);
  const values: Readonly<Record<string, string | undefined>> = {
    appId: ids[0],
    "tenant().tenantId": ids[1],
    "identity.properties.clientId": ids[2],
    admins: ids[3],
    timeZone: "Europe/Helsinki",
    "storage.name": "gnistabcdefghijklm",
    [gnist.outputs.url ?? ""]: "https://gnist-abc.azurewebsites.net",
  };
  const given = Object.fromEntries(
    Object.entries(appSettings()).map(([name, value]) => [name, values[value] ?? value.replaceAll("'", "")]),
  );
  expect(Object.values(given).filter((value) => /[({]/.test(value))).toEqual([]);
  const config = read("src/config.ts");
  const ofAppService = ["SCM_DO_BUILD_DURING_DEPLOYMENT", "WEBSITES_CONTAINER_STOP_TIME_LIMIT"];
  const strange = Object.keys(given).filter((name) => !ofAppService.includes(name) && !new RegExp(`["'.]${name}\\b`).test(config));
  expect(strange).toEqual([]);
  expect(readConfig(given)).toMatchObject({
    config: {
      local: false,
      port: 8_080,
      identity: ids[2],
      storage: { account: values["storage.name"] },
      admins: [ids[3]],
      zone: "Europe/Helsinki",
    },
  });
  expect(keysOf("{ a: 1, 'b-c': { d: 2 }\n  e: 'f' }")).toEqual(["a", "b-c", "e"]);
});
