import type { Server } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { twoScreens } from "../../cards/digest/body.ts";
import { render } from "../../cards/index.ts";
import { launchBrowser } from "../../scripts/browser.ts";
import { addressOf, servePage } from "../../scripts/gallery-page.ts";
import { ordinary } from "../cards/ordinary.ts";
import { wholeLanguages } from "../language/whole-languages.ts";

let browser: Awaited<ReturnType<typeof launchBrowser>>;
let server: Server;

const pictures = wholeLanguages.map((language) => ({
  language,
  cards: Object.entries(ordinary(language)).map(([name, digest]) => ({ name, ...render({ say: "digest", digest }, language) })),
}));

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), servePage(pictures)]);
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** The height (px) of each of a language's digests on a phone. */
const heightsIn = async (language: string): Promise<Readonly<Record<string, number>>> => {
  const page = await browser.newPage({ viewport: { width: 404, height: 900 } });
  await page.goto(`${addressOf(server)}?${new URLSearchParams({ language, theme: "light", width: "340", still: "" })}`);
  const figures = await page.locator("section > div").all();
  const heights = await Promise.all(
    figures.map(async (figure) => [await figure.getAttribute("data-name"), (await figure.locator(".frame").boundingBox())?.height ?? 0]),
  );
  await page.close();
  return Object.fromEntries(heights);
};

describe.each(wholeLanguages)("In %s, on a phone of 340 px,", (language) => {
  test("a digest with every section full is two screens at most, and so is one of a single section", async () => {
    const heights = await heightsIn(language);
    expect(Object.keys(heights).length).toBeGreaterThan(3);
    for (const [name, height] of Object.entries(heights)) expect(height, name).toBeLessThanOrEqual(twoScreens);
    // A screen of it is used, too.
    expect(heights.full).toBeGreaterThan(0.8 * twoScreens);
  });
});
