import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import { bot, type World as Http, startWorld as openHttp } from "../connector/world.ts";
import { buttonsOf, type Card, type Field, inputsOf, isPlain, type Plain, textOf } from "../world/cards.ts";
import { thisRound } from "../world/moments.ts";
import { dataOf } from "../world/press.ts";
import { expectSay, startWorld, tenantId, type World } from "../world/world.ts";

/* *Save as friction* by HTTP: invokes as Microsoft documents them, answered by the real flows, cards and store. */

let http: Http;
let world: World;

beforeAll(async () => {
  http = await openHttp({ render });
});
afterAll(() => http.stop());
beforeEach(async () => {
  world = await startWorld(["Sara", "Omar", "Pia"]);
  await world.added("Sara");
  await world.moveTo(thisRound.question);
  http.connector.calls.length = 0;
  http.logged.length = 0;
  http.heard.length = 0;
  http.answer = (incoming) => world.receive(incoming);
});

const accountOf = (name: string) => ({ id: `29:${name}`, name, aadObjectId: `entra-${name}` });

/** Places of the message, as the documents show them: https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module */
const north = "19:north@thread.tacv2";
const inTeam = (id: string, conversationId: string) => ({
  conversation: { isGroup: true, conversationType: "channel", tenantId, id: conversationId, name: "General" },
  channelData: { channel: { id }, team: { id }, tenant: { id: tenantId }, source: { name: "message" } },
});
const places = {
  "a post of the team's channel": inTeam(north, `${north};messageid=1611060744833`),
  "an answer in a thread of the channel": inTeam(north, `${north};messageid=1611060700000`),
  "a group chat without Gnist": {
    conversation: { isGroup: true, conversationType: "groupChat", tenantId, id: "19:d77be72390a1416e9644261e9064fa00@thread.v2" },
    channelData: { tenant: { id: tenantId }, source: { name: "message" } },
  },
  "a chat of two colleagues": {
    conversation: { conversationType: "personal", tenantId, id: "19:one_two@unq.gbl.spaces" },
    channelData: { tenant: { id: tenantId }, source: { name: "message" } },
  },
  "a chat whose conversation Teams does not name": { channelData: { tenant: { id: tenantId }, source: { name: "compose" } } },
};
const anywhere = places["a group chat without Gnist"];

const desktop = { entities: [{ locale: "en-GB", country: "GB", platform: "Windows", type: "clientInfo" }], locale: "en-GB" };
const phone = { entities: [{ locale: "en-GB", country: "GB", platform: "iOS", type: "clientInfo" }] };

const payloadOf = (content: string, contentType = "html"): Plain => ({
  linkToMessage: `https://teams.microsoft.com/l/message/${north}/1611060744833`,
  id: "1611060744833",
  replyToId: null,
  createdDateTime: "2021-01-19T12:52:24.833Z",
  lastModifiedDateTime: null,
  deleted: false,
  subject: null,
  summary: null,
  importance: "normal",
  locale: "en-us",
  body: { contentType, content },
  from: { device: null, user: { userIdentityType: "aadUser", id: "b130c271-d2eb-45f9-83ab-9eb3fe3788bc", displayName: "Olo Brockhouse" } },
  reactions: [],
  mentions: [{ id: 0, mentionText: "Olo Brockhouse", mentioned: { user: { id: "b130c271", displayName: "Olo Brockhouse" } } }],
  attachments: [],
});

type How = { readonly by?: string; readonly at?: Plain; readonly client?: Plain; readonly theme?: string };

const invokeOf = (name: string, value: Plain, { by = "Omar", at = anywhere, client = desktop, theme = "default" }: How = {}) => ({
  name: `composeExtension/${name}`,
  type: "invoke",
  timestamp: "2026-11-26T12:05:22.175Z",
  id: "f:bc319b1d-571a-194d-9ffb-11d7ab37c9ff",
  channelId: "msteams",
  serviceUrl: http.connector.url,
  from: accountOf(by),
  recipient: bot,
  value: { commandId: "save-as-friction", commandContext: "message", requestId: "7f7d22ef", context: { theme }, ...value },
  ...at,
  ...client,
});

type Dialog = { readonly title: string; readonly card: Card };

const dialogIn = ({ status, body }: Awaited<ReturnType<Http["deliver"]>>): Dialog => {
  expect(status).toBe(200);
  const task = isPlain(body?.task) ? body.task : {};
  const value = isPlain(task.value) ? task.value : {};
  const card = isPlain(value.card) ? value.card : {};
  expect([task.type, card.contentType]).toEqual(["continue", "application/vnd.microsoft.card.adaptive"]);
  return { title: String(value.title), card: card.content as Card };
};

const opens = async (content: string, how: How & { readonly contentType?: string } = {}): Promise<Dialog> =>
  dialogIn(await http.deliver(invokeOf("fetchTask", { messagePayload: payloadOf(content, how.contentType) }, how)));

const presses = async ({ card }: Dialog, title: string, filled: Plain = {}, how: How = {}): Promise<Dialog> => {
  const button = buttonsOf(card).find((one) => one.title === title);
  if (button?.type !== "Action.Submit") throw new Error(`no button "${title}" that a dialog takes: ${textOf(card)}`);
  const inputs = Object.fromEntries(inputsOf(card).flatMap(({ id, value }) => (value === undefined ? [] : [[id, value]])));
  const data = { ...dataOf(button.action), ...inputs, ...filled };
  return dialogIn(await http.deliver(invokeOf("submitAction", { data, messagePayload: payloadOf("The printer") }, how)));
};

const inputNamed = ({ card }: Dialog, id: string): Field | undefined => inputsOf(card).find((one) => one.id === id);
const wordsIn = (form: Dialog): string | undefined => inputNamed(form, "friction")?.value;

const ideasOf = async (name: string) => expectSay(await world.person(name).writes("my ideas"), "my-ideas").ideas;

const theirWords = "These may be a colleague's words. Write the problem, not the person.";

describe.each(Object.entries(places))("on %s", (_where, at) => {
  test.each([
    ["a computer", { at, client: desktop, theme: "default" }],
    ["a phone", { at, client: phone, theme: "dark" }],
  ])("on %s, a member saves the words for their team, and finds the idea among theirs", async (_client, how) => {
    const form = await opens('<div><div><at id="0">Olo Brockhouse</at> the printer jams<br>every morning</div>\n</div>', how);
    expect(form.title).toBe("Save as friction");
    expect(textOf(form.card)).toContain(theirWords);
    expect(wordsIn(form)).toBe("the printer jams\nevery morning");
    const receipt = await presses(form, "Send", {}, how);
    expect(textOf(receipt.card)).toContain("You can close this now. To change or withdraw it later, write my ideas in our chat.");
    // Teams repeats an invoke whose answer it did not get.
    await presses(form, "Send", {}, how);
    const [idea, ...others] = await ideasOf("Omar");
    expect([idea?.idea.title, idea?.team.name, others]).toEqual(["the printer jams", "North clinic", []]);
    expect(http.connector.calls).toEqual([]);
    const kept = JSON.stringify([world.calls, http.heard, http.logged, world.logged]);
    expect(kept).not.toMatch(/Olo|b130c271|16110607|linkToMessage|one_two|d77be721/);
  });
});

test.each([
  ["<p>The printer jams</p><p>&nbsp;</p><p>every <b>morn</b>ing</p>", "The printer jams\n\nevery morning"],
  ["<ul><li>no key</li><li>no light</li></ul>", "no key\nno light"],
  ['See <a href="https://kb.example.org/1" title="kb">the guide</a> &amp; wait', "See the guide & wait"],
  [
    "R&auml;kna om p&aring; &Ouml;n &ndash; p&#248;lse &#x1F600; &lt;b&gt; &bogus;",
    "R\u00E4kna om p\u00E5 \u00D6n \u2013 p\u00F8lse \u{1F600} <b> &bogus;",
  ],
  ['<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><p>You are slow</p></blockquote><p>It hangs</p>', "It hangs"],
  ["<blockquote>Somebody said</blockquote>It hangs", "It hangs"],
  ['<attachment id="1"></attachment><p>It hangs <img alt="photo of Sara" src="x"></p>', "It hangs"],
  ['It hangs <emoji id="sad" alt="\u{1F622}" title="Sad"></emoji><customemoji alt="olo"></customemoji>', "It hangs \u{1F622}"],
  ['<span itemtype="http://schema.skype.com/Mention" itemid="0">Olo</span>, <span style="color:red">it hangs</span>', "it hangs"],
  [
    'It says<codeblock class="Python"><code>Error 7<br>at 3</code></codeblock>it\u2028hangs\u200B\uFEFF',
    "It says\nError 7\nat 3\nit\nhangs",
  ],
  [
    '<img alt="Sara > North" src="x"><a href="https://kb.example.org" title="Home > Printers">The guide</a> is <b>old</b>',
    "The guide is old",
  ],
])("of the message %s the form has the words alone", async (content, words) => {
  expect(wordsIn(await opens(content))).toBe(words);
});

test("a message in plain text keeps what only looks like a tag", async () => {
  expect(wordsIn(await opens("the field <name> & more", { contentType: "text" }))).toBe("the field <name> & more");
});

test("a message without words opens an empty form, which asks for some", async () => {
  for (const content of ['<attachment id="1"></attachment>', '<img alt="photo" src="x">', ""]) {
    const form = await opens(content);
    expect([wordsIn(form), textOf(form.card).includes(theirWords)]).toEqual([undefined, false]);
  }
  const again = await presses(await opens(""), "Send", { friction: "" });
  expect(textOf(again.card)).toContain("Write a line first, then press Send again.");
  expect(again.title).toBe("Save as friction");
});

test("a message longer than an idea can be comes with the note to shorten it", async () => {
  const form = await opens(`<p>${"The printer jams. ".repeat(1_500)}</p>`);
  expect(textOf(form.card)).toContain("2,000 characters at most");
  expect(wordsIn(form)).toMatch(/^The printer jams\. The/);
});

describe("somebody in two teams", () => {
  beforeEach(async () => void (await world.addsTeam("South clinic", ["Pia", "Omar"])));

  test("chooses where the message stands in neither, and the form is sent for one team only", async () => {
    const form = await opens("The printer jams");
    const south = inputNamed(form, "forTeam")?.choices.find(({ title }) => title === "South clinic")?.value ?? "";
    await presses(form, "Send", { forTeam: south });
    await presses(form, "Send");
    expect((await ideasOf("Omar")).map(({ team }) => team.name)).toEqual(["South clinic"]);
  });

  test("is not asked where it stands in a channel of one of them", async () => {
    const south = "19:South clinic@thread.tacv2";
    const form = await opens("The printer jams", { at: inTeam(south, `${south};messageid=1`) });
    expect(inputNamed(form, "forTeam")).toBeUndefined();
    await presses(form, "Send", {}, { at: anywhere });
    expect((await ideasOf("Omar")).map(({ team }) => team.name)).toEqual(["South clinic"]);
  });

  test("is asked where it stands in the channel of a team they are not in", async () => {
    const form = await opens("The printer jams", { at: inTeam("19:foreign@thread.tacv2", "19:foreign@thread.tacv2;messageid=1") });
    expect(inputNamed(form, "forTeam")?.choices).toHaveLength(2);
  });
});

describe("a clear sentence in the dialog", () => {
  test("is what somebody gets who is in no team of Gnist, a guest, or somebody who has left", async () => {
    const no = async (by: string) => textOf((await opens("The printer jams", { by })).card);
    expect(await no("Stranger")).toContain("I do not know your team yet.");
    world.join("Gast", true);
    const form = await opens("The printer jams", { by: "Pia" });
    world.roster.splice(2, 1);
    const left = [{ teamsId: "29:Pia", entraId: "entra-Pia" }];
    await world.receive({ happened: "team-changed", place: world.inChannel, left });
    await world.moveTo(world.now() + 60_000);
    for (const by of ["Gast", "Pia"]) expect(await no(by)).toContain("You are not in that team");
    expect(textOf((await presses(form, "Send", {}, { by: "Pia" })).card)).toContain("You are not in that team");
  });

  test("is what somebody of another tenant gets from a bot of one", async () => {
    const own = await openHttp({ render, settings: { MicrosoftAppType: "SingleTenant", MicrosoftAppTenantId: "another" } });
    const said = dialogIn(await own.deliver(invokeOf("fetchTask", { messagePayload: payloadOf("The printer jams") })));
    expect(textOf(said.card)).toContain("You are not in that team");
    expect(own.heard).toEqual([]);
    await own.stop();
  });

  test("comes for a fault of our own too, and never a status that closes the dialog", async () => {
    http.answer = async () => {
      throw new Error("a fault");
    };
    expect(textOf((await opens("The printer jams")).card)).toContain("Perhaps not saved yet.");
  });

  test("says that an archived team sees it once it is restored", async () => {
    await world.receive({ happened: "team-archived", place: world.inChannel });
    const form = await opens("The printer jams");
    expect(textOf(form.card)).toContain("Your team is archived in Teams, so I am resting.");
    expect(textOf((await presses(form, "Send")).card)).toContain("Saved. Thank you!");
  });
});

test("while the store is away the form keeps the words, and one press more saves them once", async () => {
  world.expectTrouble();
  world.storeIs("down");
  const form = await opens("The printer jams", { at: places["a post of the team's channel"] });
  expect([wordsIn(form), textOf(form.card).includes(theirWords)]).toEqual(["The printer jams", true]);
  const again = await presses(form, "Send");
  world.storeIs("well");
  for (const dialog of [again, form]) expect(textOf((await presses(dialog, "Send")).card)).toContain("Saved. Thank you!");
  expect(await ideasOf("Omar")).toHaveLength(1);
});

test("the receipt in the dialog edits, withdraws and adds another there, and nothing is sent", async () => {
  const receipt = await presses(await opens("The printer jams"), "Send");
  const changed = await presses(await presses(receipt, "Edit"), "Save", { friction: "The printer is slow" });
  expect(textOf(changed.card)).toContain("The printer is slow");
  const more = await presses(await presses(changed, "Add another"), "Send", { friction: "No paper" });
  expect(textOf(more.card)).toContain("No paper");
  expect(textOf((await presses(changed, "Withdraw")).card)).toContain("Withdrawn.");
  expect((await ideasOf("Omar")).map(({ idea }) => idea.title)).toEqual(["No paper"]);
  expect(http.connector.calls).toEqual([]);
});

test("what the team was shown already is offered in the dialog, and one press there adds the voice to it", async () => {
  await world.person("Pia").answers("The printer on the second floor jams every morning");
  await world.moveTo(thisRound.digest);
  const receipt = await presses(await opens("printers keep jamming in the mornings"), "Send");
  const joined = await presses(receipt, "Same thing");
  expect(textOf(joined.card)).toContain("The printer on the second floor");
  expect(textOf((await presses(joined, "Undo")).card)).toContain("Saved. Thank you!");
});

test("other commands of a message extension are not ours", async () => {
  const { status } = await http.deliver(invokeOf("fetchTask", { commandId: "other" }));
  expect(status).toBe(501);
  expect((await http.deliver(invokeOf("query", {}))).status).toBe(501);
});
