/** `npm run screenshots`: plays in the Agents Playground and takes the pictures of the README and of the guides, which takes four to five minutes. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser, Locator } from "playwright-core";
import { wordsOf } from "../src/language/index.ts";
import { launchBrowser } from "./browser.ts";
import { startDemo } from "./demo.ts";
import type { PlaygroundPage } from "./playground-page.ts";
import { smaller } from "./png.ts";

const root = join(import.meta.dirname, "..");

/** A line of the newcomer in each language of the staff guide. */
const lines = {
  en: "I type every case number into three systems",
  sv: "Jag skriver varje ärendenummer i tre system",
  nb: "Jeg skriver hvert saksnummer i tre systemer",
  nn: "Eg skriv kvart saksnummer i tre system",
  da: "Jeg skriver hvert sagsnummer i tre systemer",
  fi: "Kirjoitan jokaisen asianumeron kolmeen järjestelmään",
} as const;

/** Takes a picture of an element, and makes it small. A card below the viewport is cut off. */
const shoot = async (page: PlaygroundPage, name: string, element: Locator): Promise<void> => {
  const path = join(root, "docs/pictures", `${name}.png`);
  await mkdir(dirname(path), { recursive: true });
  await page.screenshot(path, { element });
  await writeFile(path, smaller(await readFile(path)));
  console.log(`docs/pictures/${name}.png`);
};

/** Plays with a Gnist that knows nobody yet. */
const playAfresh = async (
  browser: Browser,
  how: { readonly colleagues?: boolean; readonly width?: number },
  play: (page: PlaygroundPage) => Promise<void>,
): Promise<void> => {
  const { width, ...rest } = how;
  const folder = await mkdtemp(join(tmpdir(), "gnist-"));
  const demo = await startDemo({ dataDir: folder, ...rest });
  try {
    const page = await demo.playground.openPage(browser, { width: 1280, height: 3000 });
    // Answers of colleagues come by jobs, one after another, and a busy machine is slow.
    page.page.setDefaultTimeout(60_000);
    if (width) await page.page.addStyleTag({ content: `.ac-adaptiveCard { width: ${width}px !important; }` });
    await page.openChannel("General");
    await page.waitForText("Hello, I am Gnist");
    await page.openChat();
    await play(page);
    await page.page.close();
  } finally {
    await demo.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

/** The question, the receipt and *Who sees this* as a person reads them on a phone. */
const takeStaff = (browser: Browser, language: keyof typeof lines) =>
  playAfresh(browser, { colleagues: false, width: 360 }, async (page) => {
    const { commands, form, whoSees, buttons, languageSet } = wordsOf(language);
    await page.say(`${commands.language[0]} ${commands.self[0]}`);
    await page.waitForText(languageSet);
    await page.say(commands["prompt-now"][0]);
    const question = page.card({ hasText: buttons.addDetails });
    await question.waitFor();
    await shoot(page, `staff/question.${language}`, question);
    await page.fill(form.label, lines[language]);
    await page.press(buttons.send);
    const receipt = page.card({ hasText: buttons.addAnother });
    await receipt.waitFor();
    await shoot(page, `staff/receipt.${language}`, receipt);
    await page.say(commands["who-sees-this"][0]);
    await page.waitForText(whoSees.promise);
    await shoot(page, `staff/who-sees.${language}`, page.card({ hasText: whoSees.promise }));
  });

/** Two weeks of a team, from its first question to its first result. */
const takeTeam = (browser: Browser) =>
  playAfresh(browser, {}, async (page) => {
    const shot = (name: string, hasText: string) => shoot(page, name, page.card({ hasText }));

    await page.say("prompt now");
    await page.waitForText("What got in your way this week?");
    // A message that comes while somebody types draws the card anew, and its text is lost.
    await page.waitForText("of your colleagues answered");
    await shot("prompt", "What got in your way this week?");
    await page.fill("A line or two is enough", lines.en);
    await page.press("Send");
    await page.waitForText("Saved. Thank you!");
    await shot("receipt", "Saved. Thank you!");
    await page.say("settings");
    await page.waitForText("Next question:");
    await shot("lead/settings", "Next question:");
    await page.say("next");
    await page.waitForText("One of your colleagues answered.");

    await page.say("next");
    await page.waitForText("Draft of the digest");
    await shot("lead/draft", "Draft of the digest");
    await page.press("Change", { inCardWithText: "Draft of the digest" });
    await page.waitForText("Change an idea");
    await shot("lead/change", "Change an idea");
    await page.press("Back", { inCardWithText: "Change an idea" });
    await page.say("next");
    await page.waitForText("pressed Me too");

    await page.openChannel("General");
    await page.waitForText("what we do about it");
    await page.waitForText("Maja Nilsen");
    const titles = (await page.lastCardText()).split("\n").filter((line) => line.startsWith("#"));
    const gloves = titles.findIndex((title) => title.includes("gloves"));
    await page.card({ hasText: "what we do about it" }).getByRole("button", { name: "Take or ask", exact: true }).nth(gloves).click();
    await page.waitForText("Take it, or ask somebody");
    await shot("lead/take-or-ask", "Take it, or ask somebody");
    await page.press("I'll take it", { inCardWithText: "Take it, or ask somebody" });
    await page.waitForText("Sara Lind");
    await page.openChat();
    await page.waitForText("This one is yours");
    await page.fill("Smallest test", "One list, for one week");
    await page.press("Save", { inCardWithText: "Smallest test" });
    await page.press("Started", { inCardWithText: "Good. This one is yours." });
    for (const due of ["Maja Nilsen has taken your idea", "Your idea is being tested", "Due: the question."]) {
      await page.say("next");
      await page.waitForText(due);
    }
    await page.press("Nothing this week");
    await page.waitForText("Noted: nothing this week.");
    await page.say("next");
    await page.waitForText("How is it going?");
    await shot("check-in", "How is it going?");
    for (const due of ["Your idea is done", "Finished", "Posted"]) {
      await page.say("next");
      await page.waitForText(due);
    }
    // The Playground keeps the old colours of an updated post's buttons until it draws the post again.
    await page.openChannel("General");
    await page.waitForText("Under way");
    await shot("digest", "what we do about it");
  });

/** Cards of an admin: on one's own machine, a lead is one too. */
const takeAdmin = (browser: Browser) =>
  playAfresh(browser, {}, async (page) => {
    await page.say("prompt now");
    await page.waitForText("of your colleagues answered");
    await page.say("status");
    await page.waitForText("How it is going");
    await shoot(page, "admin/status", page.card({ hasText: "How it is going" }));
    await page.say("defaults");
    await page.waitForText("Defaults for new teams");
    await shoot(page, "admin/defaults", page.card({ hasText: "Defaults for new teams" }));
  });

const began = Date.now();
const browser = await launchBrowser();
try {
  await takeTeam(browser);
  await takeAdmin(browser);
  for (const language of Object.keys(lines) as (keyof typeof lines)[]) await takeStaff(browser, language);
  console.log(`All pictures are in docs/pictures/, after ${Math.round((Date.now() - began) / 1000)} s.`);
} finally {
  await browser.close();
}
