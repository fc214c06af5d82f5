import { describe, expect, test } from "vitest";
import type { ReviewView } from "../../src/domain/review/review.ts";
import { changeTeam } from "../../src/store/team.ts";
import { copiesOf } from "../records/copies.ts";
import { day, hour, minute, thisRound } from "../world/moments.ts";
import { aTeam, expectSay, generalChannel, teamId } from "../world/world.ts";

/** The morning after December, on a Friday. */
const newYear = Date.parse("2027-01-01T08:00Z");

/** A team in January, whose leads Sara and Pia have the review of December: Omar's idea waits, Jonas owns Pia's. */
const inJanuary = async () => {
  const team = await aTeam();
  const { world, sara, omar, pia, jonas } = team;
  await world.moveTo(thisRound.question);
  await sara.sets({ "Team leads": ["Sara Lind", "Pia Holm"] });
  await omar.answers("The printer is slow");
  await pia.answers("The lift is broken");
  await world.moveTo(thisRound.digest);
  await jonas.presses("Take or ask", { in: "channel", on: "The lift is broken" });
  await jonas.presses("I'll take it", { in: "channel" });
  await world.moveTo(newYear);
  return team;
};

type Team = Awaited<ReturnType<typeof inJanuary>>;

/** The review as it stands in the channel. */
const posted = ({ world }: Pick<Team, "world">): ReviewView | undefined => world.inTeam("review-post").at(-1)?.review;
const titles = (ideas: ReviewView["improve"] = []) => ideas.map(({ title }) => title).sort();

describe("a review that a lead posts", () => {
  test("goes to the team's channel, with a line of their own, once: a second lead reads where it is", async () => {
    const team = await inJanuary();
    const { world, sara, pia } = team;
    const [first, second] = await Promise.all([
      sara.press("Post it", { "Our words above it (optional)": "Thank you all" }),
      pia.press("Post it"),
    ]);
    for (const said of [first, second]) expect(said).toMatchObject({ say: "review", posting: { how: "posting", channel: "General" } });
    await world.settle();
    expect(world.inTeam("review-post")).toHaveLength(1);
    expect(posted(team)).toMatchObject({ month: "2026-12", words: "Thank you all" });
    expect(titles(posted(team)?.improve)).toEqual(["The lift is broken", "The printer is slow"]);
    expect(await pia.writes("review")).toMatchObject({ posting: { how: "posted", channel: "General" } });
    expect(pia.buttons()).not.toContain("Post it");
    await sara.sendsByHand({ verb: "post-review", team: teamId, month: "2026-12", isAgain: true });
    await world.moveTo(newYear + hour);
    expect(world.inTeam("review-post")).toHaveLength(1);
  });

  test("goes where the lead says, and to no channel that the team does not have", async () => {
    const { world, sara } = await inJanuary();
    const channelId = "19:improvement@thread.tacv2";
    await changeTeam(world.ports.rows, teamId, (team) => ({
      team: { ...team, channels: [...team.channels, { id: channelId, name: "Improvement" }] },
    }));
    await sara.writes("review");
    await sara.presses("Post it", { "Post it in": "Improvement" });
    expect(world.posted.filter(({ message }) => message.say === "review-post").map(({ to }) => to)).toEqual([channelId]);
    const other = await inJanuary();
    await other.sara.sendsByHand({ verb: "post-review", team: teamId, month: "2026-12", channel: "19:elsewhere@thread.tacv2" });
    await other.world.settle();
    expect(other.world.inTeam("review-post")).toHaveLength(0);
  });

  test("is not posted where the channel that the lead chose is gone: the lead chooses again", async () => {
    const { world, sara } = await inJanuary();
    const channelId = "19:improvement@thread.tacv2";
    await changeTeam(world.ports.rows, teamId, (team) => ({
      team: { ...team, channels: [...team.channels, { id: channelId, name: "Improvement" }] },
    }));
    await sara.writes("review");
    const press = sara.wouldSend("Post it", { "Post it in": "Improvement" });
    await changeTeam(world.ports.rows, teamId, (team) => ({
      team: { ...team, channels: team.channels.filter(({ id }) => id !== channelId) },
    }));
    const said = await sara.sendsByHand(press);
    await world.settle();
    expect(world.inTeam("review-post")).toHaveLength(0);
    expect(said).toMatchObject({ say: "review", posting: { how: "refused", channel: "" } });
    await sara.presses("Post it");
    expect(world.inTeam("review-post")).toHaveLength(1);
  });

  test("loses the words of an idea that its author withdraws, and so do the leads' drafts and agendas", async () => {
    const team = await inJanuary();
    const { world, sara, omar, pia } = team;
    await pia.presses("Agenda");
    await sara.presses("Post it");
    await omar.writes("withdraw");
    await world.moveTo(newYear + day);
    expect(titles(posted(team)?.improve)).toEqual(["The lift is broken"]);
    expect(posted(team)?.withdrawn).toHaveLength(1);
    for (const person of [sara, pia]) expect(JSON.stringify(person.sees().map(({ card }) => card))).not.toContain("The printer is slow");
    expect(pia.sees().map(({ message }) => message.say)).toContain("agenda");
  });

  test("is kept as it was posted, as each later version is, without the words that their author takes back", async () => {
    const { world, sara, omar } = await inJanuary();
    const copies = async () => (await copiesOf(world)).filter(({ kind }) => kind === "review");
    await sara.presses("Post it", { "Our words above it (optional)": "Thank you all" });
    await world.settle();
    expect((await copies()).map(({ version }) => version)).toEqual([1]);
    expect(JSON.stringify(await copies())).toMatch(/Thank you all.*The printer is slow|The printer is slow.*Thank you all/s);
    await omar.writes("withdraw");
    await world.moveTo(newYear + day);
    expect((await copies()).map(({ version }) => version)).toEqual([1, 2]);
    expect(JSON.stringify(await copies())).not.toContain("The printer is slow");
    expect(JSON.stringify(await copies())).toContain("The lift is broken");
  });

  test("says of no idea why it was a problem once that is true no more: it has another date, or an owner", async () => {
    const team = await inJanuary();
    const { world, sara, pia, jonas } = team;
    await sara.presses("Post it");
    await world.settle();
    const whys = ({ problems }: ReviewView) => problems.map(({ idea, why }) => [idea.title, why]);
    expect(whys(expectSay(await sara.writes("review"), "review").review)).toEqual([
      ["The lift is broken", "late"],
      ["The printer is slow", "waits"],
    ]);
    await jonas.writes("my actions");
    await jonas.presses("Change date");
    await jonas.presses("Save", { Date: "2027-02-15" });
    await pia.writes("take #1");
    expect(whys(expectSay(await sara.writes("review"), "review").review)).toEqual([
      ["The lift is broken", undefined],
      ["The printer is slow", undefined],
    ]);
    expect(JSON.stringify(sara.sees().at(-1)?.card)).not.toContain("the date was 15 February");
  });

  test("loses an idea that becomes part of another", async () => {
    const team = await inJanuary();
    const { world, sara, omar } = team;
    await sara.presses("Post it");
    const idOf = (sought: string) => posted(team)?.improve.find(({ title }) => title === sought)?.id;
    const [idea, into] = [idOf("The printer is slow"), idOf("The lift is broken")];
    expect(await omar.sendsByHand({ verb: "merge-idea", team: teamId, idea, into })).toMatchObject({ say: "idea-merged" });
    await world.moveTo(newYear + day);
    expect(titles(posted(team)?.improve)).toEqual(["The lift is broken"]);
    expect(posted(team)?.withdrawn).toBeUndefined();
  });

  test("names an owner no more who has their data deleted", async () => {
    const team = await inJanuary();
    const { world, sara, jonas } = team;
    await sara.presses("Post it");
    expect(posted(team)?.actions).toMatchObject([{ owner: { name: "Jonas Berg" } }]);
    await jonas.writes("delete my data");
    await jonas.presses("Keep them without my name");
    await world.moveTo(newYear + day);
    expect(posted(team)?.actions).toEqual([]);
    expect(JSON.stringify(posted(team))).not.toContain("Jonas");
  });

  test("that Teams refuses comes back to the lead, who can post it elsewhere; and a doubtful one only once they have looked", async () => {
    const team = await inJanuary();
    const { world, sara, omar } = team;
    world.trouble.set(generalChannel, { outcome: "refused", why: "gone", detail: "404" });
    await sara.presses("Post it", { "Our words above it (optional)": "Thank you all" });
    expect(sara.got("review").at(-1)).toMatchObject({ posting: { how: "refused" } });
    world.trouble.set(generalChannel, { outcome: "doubtful", detail: "502", arrives: true });
    // The words that the lead has deleted meanwhile are not posted.
    await sara.presses("Post it", { "Our words above it (optional)": "" });
    expect(sara.got("review").at(-1)).toMatchObject({ posting: { how: "doubtful" } });
    world.trouble.clear();
    expect(world.inTeam("review-post")).toHaveLength(1);
    expect(posted(team)).not.toHaveProperty("words");
    await world.put({ job: "post-review", team: teamId, month: "2026-12" });
    await world.settle();
    expect(world.inTeam("review-post")).toHaveLength(1);
    // A post that nobody can change may show a withdrawn idea: the leads are asked to delete it.
    await omar.writes("withdraw");
    await world.moveTo(newYear + 3 * day);
    expect(sara.got("post-stays")).toMatchObject([{ month: "2026-12", channel: "General" }]);
  });

  test("says in two languages what it says in one, in a bilingual team", async () => {
    const { world, sara } = await inJanuary();
    await sara.sets({ "Second language, for a team that uses two": "Svenska" });
    await sara.writes("review");
    await sara.presses("Post it");
    const [post] = world.posted.filter(({ message }) => message.say === "review-post");
    expect(post?.language).toEqual(["en", "sv"]);
    expect(JSON.stringify(sara.sees({ in: "channel" }).at(-1)?.card)).toMatch(/What we want to improve \/ Det här vill vi förbättra/);
  });

  test("is brought up to date when an archived team is restored", async () => {
    const team = await inJanuary();
    const { world, sara, omar } = team;
    await sara.presses("Post it");
    await world.receive({ happened: "team-archived", place: world.inChannel });
    expect(await sara.sendsByHand({ verb: "post-review", team: teamId, month: "2026-12" })).toMatchObject({ why: "team-archived" });
    world.trouble.set(generalChannel, { outcome: "refused", why: "archived", detail: "403" });
    await omar.writes("withdraw");
    await world.moveTo(newYear + hour);
    expect(titles(posted(team)?.improve)).toHaveLength(2);
    world.trouble.clear();
    await world.receive({ happened: "team-unarchived", place: world.inChannel });
    await world.moveTo(newYear + 2 * hour);
    expect(titles(posted(team)?.improve)).toEqual(["The lift is broken"]);
  });

  test("does not show what happens later: a result of January stands in January's", async () => {
    const team = await inJanuary();
    const { world, sara, jonas } = team;
    await sara.presses("Post it");
    const before = JSON.stringify(posted(team));
    await jonas.writes("#1");
    await jonas.writes("done #1");
    await world.moveTo(newYear + minute);
    expect(JSON.stringify(posted(team))).toBe(before);
  });
});
