import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../../scripts/browser.ts";
import { type Demo, startDemo } from "../../scripts/demo.ts";

let demo: Demo;
let folder: string;
let browser: Awaited<ReturnType<typeof launchBrowser>>;

/** Timeouts for texts that appear once a job has renewed the digest. */
const soon = { timeout: 30_000, interval: 200 };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gnist-"));
  [demo, browser] = await Promise.all([startDemo({ dataDir: folder }), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  await rm(folder, { recursive: true, force: true });
});

const own = "I type every case number into three systems";
const gloves = "Nobody knows who orders gloves";
const cable = "The meeting room screens never find the cable";
const digest = "what we do about it";
const result = "Yes. We have it at hand now, and nobody does it twice.";

test("a newcomer adds Gnist to the team, answers, reads what colleagues wrote, joins, asks one who says no and one who says yes, takes an idea, and follows their own to its result", async () => {
  const page = await demo.playground.openPage(browser);
  // Answers of colleagues come by jobs, one after another.
  page.page.setDefaultTimeout(30_000);
  await page.openChannel("General");
  await page.waitForText("Hello, I am Gnist");
  await page.waitForText("Sara Lind added me to North clinic");

  await page.openChat();
  await page.say("prompt now");
  await page.waitForText("What got in your way this week?");
  // A message that comes while somebody types draws the card anew, and its text is lost.
  await page.waitForText("Three of your colleagues answered. They are part of the demo");
  await page.fill("A line or two is enough", own);
  await page.press("Send");
  await page.waitForText("Saved. Thank you!");
  await page.say("next");
  await page.waitForText("the reminder");
  await page.waitForText("One of your colleagues answered.");
  await page.say("next");
  await page.waitForText("Draft of the digest");
  await page.say("next");
  await page.waitForText("pressed Me too");

  await page.openChannel("General");
  await page.waitForText(digest);
  /** The part of the digest about an idea. */
  const about = async (title: string) => (await page.lastCardText()).split(/^(?=#\d)/m).find((part) => part.includes(title)) ?? "";
  const voices = async (title: string) => Number((await about(title)).match(/ · (\d+) voices?/)?.[1]);
  // Ideas with equal numbers of voices come in any order.
  const text = await page.lastCardText();
  const order = [own, gloves, cable].sort((one, other) => text.indexOf(one) - text.indexOf(other));
  const press = (button: string, title: string) =>
    page.card({ hasText: digest }).getByRole("button", { name: button, exact: true }).nth(order.indexOf(title)).click();
  await expect.poll(() => voices(own), soon).toBe(3);
  await expect.poll(() => voices(gloves), soon).toBe(2);
  await expect.poll(() => about(own), soon).toContain("Maja Nilsen");
  await press("Me too", own);
  await page.waitForText("Your voice is already counted");
  await page.press("Back", { inCardWithText: "Your voice is already counted" });
  await press("Me too", gloves);
  await expect.poll(() => voices(gloves), soon).toBe(3);

  await press("Take or ask", cable);
  await page.waitForText("Take it, or ask somebody");
  await page.choose("Person", "Pia Holm");
  await page.press("Ask", { inCardWithText: "Take it, or ask somebody" });
  await page.waitForText("Somebody has been asked");
  await page.openChat();
  await page.waitForText("Pia Holm cannot take this one");
  await page.press("Take or ask", { inCardWithText: "Pia Holm cannot take this one" });
  await page.waitForText("Take it, or ask somebody");
  await page.choose("Person", "Jonas Berg");
  await page.press("Ask", { inCardWithText: "Take it, or ask somebody" });
  await page.waitForText("I have asked Jonas Berg");
  await page.openChannel("General");
  await expect.poll(() => about(cable), soon).toContain("Jonas Berg");

  await press("Take or ask", gloves);
  await page.waitForText("Take it, or ask somebody");
  await page.press("I'll take it", { inCardWithText: "Take it, or ask somebody" });
  await expect.poll(() => about(gloves), soon).toContain("Sara Lind");
  await page.openChat();
  await page.waitForText("This one is yours");
  await page.fill("Smallest test", "One form, one week");
  await page.press("Save", { inCardWithText: "Smallest test" });
  await page.waitForText("Good. This one is yours.");
  await page.press("Started", { inCardWithText: "Good. This one is yours." });

  await page.say("next");
  await page.waitForText("Maja Nilsen has taken your idea");
  await page.say("next");
  await page.waitForText("Your idea is being tested");
  await page.say("next");
  await page.waitForText("Due: the question.");
  await page.press("Nothing this week");
  await page.waitForText("Noted: nothing this week.");
  await page.say("next");
  await page.waitForText("How is it going?");
  await page.press("On track", { inCardWithText: "How is it going?" });
  await page.waitForText("Noted: on track.");
  await page.say("next");
  await page.waitForText("Your idea is done");
  await page.waitForText(result);
  await page.say("next");
  await expect.poll(() => page.lastCardText(), soon).toContain("Finished");
  await page.say("next");
  await expect.poll(() => page.lastCardText(), soon).toContain("Posted");

  await page.openChannel("General");
  // The first digest, renewed, shows the result too.
  await expect.poll(() => page.lastCardText(), soon).toContain("Under way");
  expect(await page.lastCardText()).toContain(`${result}\nSaves 30 minutes a week per person, for 6 people`);
  await page.card({ hasText: digest }).getByRole("button", { name: "Thanks", exact: true }).waitFor();
  await page.openChat();
  await page.say("next");
  await page.waitForText("3 colleagues say thanks");

  await page.say("my actions");
  await page.waitForText("My actions");
  await page.say("my ideas");
  await page.waitForText("My ideas");
  expect(await page.lastCardText()).toContain(own);

  await page.say("the lift stops between floors");
  await page.waitForText("Shall I save this as an idea?");
  const dialog = await page.openDialogOn("the lift stops between floors", "save-as-friction");
  await dialog.getByText("Write the problem, not the person.").waitFor();
  await dialog.getByRole("button", { name: "Send", exact: true }).click();
  await dialog.getByText("You can close this now.").waitFor();
}, 240_000);
