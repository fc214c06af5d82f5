import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../../scripts/browser.ts";
import { type Demo, startDemo } from "../../scripts/demo.ts";

let demo: Demo;
let folder: string;
let browser: Awaited<ReturnType<typeof launchBrowser>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gnist-"));
  [demo, browser] = await Promise.all([startDemo({ dataDir: folder }), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  await rm(folder, { recursive: true, force: true });
});

test("a newcomer adds Gnist to the team, is asked, answers, reads the digest, joins, assigns, accepts and finds it again", async () => {
  const page = await demo.playground.openPage(browser);
  await page.openChannel("General");
  await page.waitForText("Hello, I am Gnist");
  await page.waitForText("Sara Lind added me to North clinic");

  await page.openChat();
  await page.say("prompt now");
  await page.waitForText("What got in your way this week?");
  await page.fill("A line or two is enough", "I type every case number into three systems");
  await page.press("Send");
  await page.waitForText("Saved. Thank you!");

  // A colleague writes too, for somebody to join.
  await demo.playground.writeAs(
    { id: "29:omar", aadObjectId: "20000000-0000-4000-8000-000000000002", name: "Omar Haddad" },
    "idea Nobody knows who orders gloves",
  );
  await page.openChannel("General");
  await page.openChat();

  await page.say("digest");
  await page.waitForText("Draft of the digest");
  await page.press("Post now");
  await page.waitForText("On its way");

  await page.openChannel("General");
  await page.waitForText("what we do about it");
  await page.waitForText("I type every case number into three systems");
  const voices = async () => [...(await page.lastCardText()).matchAll(/(\d+)\s+voices?/g)].map(([, count]) => Number(count));
  const meToo = (button: number) =>
    page.card({ hasText: "what we do about it" }).getByRole("button", { name: "Me too", exact: true }).nth(button).click();
  // Of two ideas with as many voices either may stand first; Sara's own has her voice already, and says so.
  const shown = await page.lastCardText();
  const isOwnFirst = shown.indexOf("case number") < shown.indexOf("orders gloves");
  await meToo(isOwnFirst ? 0 : 1);
  await page.waitForText("Your voice is already counted");
  await page.press("Back", { inCardWithText: "Your voice is already counted" });
  await meToo(isOwnFirst ? 1 : 0);
  await expect.poll(voices).toContain(2);

  await page.press("Assign", { inCardWithText: "what we do about it" });
  await page.waitForText("Who could take this?");
  await page.choose("Who", "Sara Lind");
  await page.press("Assign", { inCardWithText: "Who could take this?" });
  await page.waitForText("Somebody has been asked");

  await page.openChat();
  await page.waitForText("Would you take this one?");
  await page.fill("The smallest test worth running", "One form, one week");
  await page.press("I'll take it", { inCardWithText: "Would you take this one?" });
  await page.waitForText("Good. This one is yours.");
  await page.say("my actions");
  await page.waitForText("My actions");
  await page.say("my ideas");
  await page.waitForText("My ideas");
  expect(await page.lastCardText()).toContain("I type every case number into three systems");
});
