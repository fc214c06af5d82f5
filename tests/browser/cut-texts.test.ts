import { afterAll, beforeAll, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import { launchBrowser } from "../../scripts/browser.ts";
import { addressOf, servePage } from "../../scripts/gallery-page.ts";
import type { Spoken } from "../../src/domain/language.ts";
import { audience } from "../../src/domain/message/audience.ts";
import { fixturesIn } from "../cards/fixtures.ts";
import { wholeLanguages } from "../language/whole-languages.ts";

let browser: Awaited<ReturnType<typeof launchBrowser>>;

/** The cards of a language, and those that the channel of a bilingual team reads. */
const cardsIn = async (spoken: Spoken) => {
  const fixtures = await fixturesIn(typeof spoken === "string" ? spoken : spoken[0]);
  const said = typeof spoken === "string" ? fixtures : fixtures.filter(({ message }) => audience[message.say] === "team");
  return { language: String(spoken), cards: said.map(({ name, message }) => ({ name, ...render(message, spoken) })) };
};

const all: readonly Spoken[] = [...wholeLanguages, ["fi", "sv"]];

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser?.close());

/** Titles of buttons, and other elements but inputs, whose text is wider than they are, with the card they stand on. */
const cutIn = async (spoken: Spoken): Promise<readonly string[]> => {
  const language = String(spoken);
  const server = await servePage([await cardsIn(spoken)]);
  const page = await browser.newPage({ viewport: { width: 404, height: 900 } });
  await page.goto(`${addressOf(server)}?${new URLSearchParams({ language, theme: "light", width: "340", still: "" })}`);
  const cut = await page.evaluate(() => {
    // In parts of a pixel: whole ones, such as scrollWidth, hide that a button is cut for want of half a pixel.
    const widthOf = (one: HTMLElement): number => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return range.getBoundingClientRect().width;
    };
    const roomIn = (one: HTMLElement): number => {
      const { paddingLeft, paddingRight, borderLeftWidth, borderRightWidth } = getComputedStyle(one);
      const around = [paddingLeft, paddingRight, borderLeftWidth, borderRightWidth].map(Number.parseFloat);
      return around.reduce((room, side) => room - side, one.getBoundingClientRect().width);
    };
    return [...document.querySelectorAll<HTMLElement>("section > div")].flatMap((figure) =>
      [...figure.querySelectorAll<HTMLElement>(".frame :not(input)")].flatMap((one) =>
        widthOf(one) > roomIn(one) + 0.05 && one.clientWidth > 0 && getComputedStyle(one).overflow !== "visible"
          ? [`${figure.dataset.name}: ${one.textContent}`]
          : [],
      ),
    );
  });
  await page.close();
  server.close();
  return cut;
};

test.each(all.map((spoken) => [String(spoken), spoken] as const))("In %s no text is cut on a phone of 340 px", async (_name, spoken) => {
  expect(await cutIn(spoken)).toEqual([]);
});
