/** `npm run screenshots`: plays two weeks in the Agents Playground and takes the README's pictures. */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchBrowser } from "./browser.ts";
import { startDemo } from "./demo.ts";

const folder = await mkdtemp(join(tmpdir(), "gnist-"));
const [demo, browser] = await Promise.all([startDemo({ dataDir: folder }), launchBrowser()]);
try {
  await mkdir("docs/pictures", { recursive: true });
  const page = await demo.playground.openPage(browser, { width: 1280, height: 1400 });
  const shot = (name: string, hasText: string) => page.screenshot(`docs/pictures/${name}.png`, { element: page.card({ hasText }) });

  await page.openChannel("General");
  await page.waitForText("Hello, I am Gnist");

  await page.openChat();
  await page.say("prompt now");
  await page.waitForText("What got in your way this week?");
  await shot("prompt", "What got in your way this week?");
  await page.fill("A line or two is enough", "I type every case number into three systems");
  await page.press("Send");
  await page.waitForText("Saved. Thank you!");
  await shot("receipt", "Saved. Thank you!");
  await page.waitForText("of your colleagues answered");
  await page.say("next");
  await page.waitForText("One of your colleagues answered.");

  await page.say("next");
  await page.waitForText("Draft of the digest");
  await page.say("next");
  await page.waitForText("pressed Me too");

  await page.openChannel("General");
  await page.waitForText("what we do about it");
  await page.waitForText("Maja Nilsen");
  const titles = (await page.lastCardText()).split("\n").filter((line) => line.startsWith("#"));
  const gloves = titles.findIndex((title) => title.includes("gloves"));
  await page.card({ hasText: "what we do about it" }).getByRole("button", { name: "Take or ask", exact: true }).nth(gloves).click();
  await page.waitForText("Take it, or ask somebody");
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
  console.log("The pictures are in docs/pictures/.");
} finally {
  await browser.close();
  await demo.stop();
  await rm(folder, { recursive: true, force: true });
}
