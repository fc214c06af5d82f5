/**
 * Draws every card in every language, light and dark, at phone and desktop width, with Microsoft's own renderer.
 *
 *   npm run cards                                   opens a page on 127.0.0.1 that reloads when a file changes
 *   npx tsx scripts/gallery.ts --shots DIR          writes one picture per card, language, theme and width
 *     --only digest,receipt   --languages en,sv     fewer of them; fi+sv: in both, as a bilingual team reads them
 */
import { mkdir } from "node:fs/promises";
import type { Server } from "node:http";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { render } from "../cards/index.ts";
import { defaultLanguage, type Language, languages, type Spoken } from "../src/domain/language.ts";
import { fixturesIn } from "../tests/cards/fixtures.ts";
import { launchBrowser } from "./browser.ts";
import { addressOf, servePage, themes, widths } from "./gallery-page.ts";

const shoot = async (server: Server, folder: string, wanted: { readonly only: string; readonly languages: readonly string[] }) => {
  const browser = await launchBrowser();
  let count = 0;
  try {
    for (const language of wanted.languages) {
      for (const theme of themes) {
        for (const width of widths) {
          const to = join(folder, `${language}-${theme}-${width}`);
          await mkdir(to, { recursive: true });
          const tab = await browser.newPage({ viewport: { width: width + 64, height: 900 } });
          await tab.goto(
            `${addressOf(server)}?${new URLSearchParams({ language, theme, width: String(width), only: wanted.only, still: "" })}`,
          );
          await tab.addStyleTag({ content: "nav { display: none } section { gap: 12px }" });
          for (const figure of await tab.locator("section > div").all()) {
            const name = (await figure.getAttribute("data-name")) ?? "card";
            await figure.screenshot({ path: join(to, `${name}.png`) });
            count += 1;
          }
          await tab.close();
        }
      }
    }
  } finally {
    await browser.close();
  }
  console.log(`${count} pictures in ${folder}`);
};

const { values } = parseArgs({
  options: {
    shots: { type: "string" },
    only: { type: "string", default: "" },
    languages: { type: "string", default: languages.join(",") },
  },
});
const wanted = values.languages.split(",");
const isLanguage = (name: string): name is Language => languages.some((one) => one === name);
const cards = await Promise.all(
  wanted.map(async (language) => {
    const [first = defaultLanguage, second] = language.split("+").filter(isLanguage);
    const spoken: Spoken = second === undefined ? first : [first, second];
    return { language, cards: (await fixturesIn(first)).map(({ name, message }) => ({ name, ...render(message, spoken) })) };
  }),
);
const server = await servePage(cards);
if (values.shots === undefined) console.log(`Gnist's cards: ${addressOf(server)}`);
else {
  try {
    await shoot(server, values.shots, { only: values.only, languages: wanted });
  } finally {
    server.close();
  }
}
