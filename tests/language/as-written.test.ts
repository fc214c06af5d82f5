import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import { parseCommand } from "../../src/domain/commands.ts";
import { namesIn } from "../../src/domain/day-names.ts";
import type { Language } from "../../src/domain/language.ts";
import { everySpelling, wordsOf } from "../../src/language/index.ts";
import { texts } from "../cards/texts.ts";
import { bot, type World as Http, startWorld as openHttp } from "../connector/world.ts";
import { isPlain, type Plain, textOf } from "../world/cards.ts";
import { thisRound } from "../world/moments.ts";
import { expectSay, startWorld } from "../world/world.ts";
import { wholeLanguages } from "./whole-languages.ts";

/* Text as people and clients write it, in every language, through the door that Teams uses: what is kept and posted is what they meant. */

let http: Http;
beforeAll(async () => {
  http = await openHttp({ render });
});
afterAll(() => http.stop());

const family = "\u{1F468}\u200D\u{1F469}\u200D\u{1F467}";

/** A sentence as it is written, and as it is kept. Each begins with a sentence of the language, so that its letters come along. */
const written: Readonly<Record<string, (sentence: string) => readonly [sent: string, kept: string]>> = {
  "in letters with their marks apart": (one) => [one.normalize("NFD"), one],
  "with the line ends of other programs": (one) => [`${one}\u2028a\u2029b\u0085c\vd\re\r\nf`, `${one}\na\nb\nc\nd\ne\nf`],
  "in quotes of every kind": (one) => [
    `\u201E${one}\u201D \u201D${one}\u201D \u00BB${one}\u00AB`,
    `\u201E${one}\u201D \u201D${one}\u201D \u00BB${one}\u00AB`,
  ],
  "with spaces that do not break": (one) => [`\u00A0${one.replaceAll(" ", "\u00A0")}\u202F\u2009x`, `${one} x`],
  "with signs that nobody sees": (one) => [`\uFEFF${one}\u200B\u00AD\u202E!`, `${one}!`],
  "with emoji, whole and cut in half": (one) => [`${one} ${family}\u{1F1F3}\u{1F1F4} \uD83D`, `${one} ${family}\u{1F1F3}\u{1F1F4} \uFFFD`],
};

/** Mark-up around the words of a message, which a form does not have. */
const marked: Readonly<Record<string, (sentence: string) => readonly [sent: string, kept: string]>> = {
  "in paragraphs and lines": (one) => [`<p>${one}</p><div>a<br/>b</div>`, `${one}\na\nb`],
  "beside a mention of Gnist whose entity lacks its text": (one) => [`<at id="0">Gnist</at>&nbsp;${one}`, one],
  "below a quoted answer": (one) => [`<quoted messageId="1"/>${one}`, one],
};

const from = { id: "29:Omar", name: "Omar", aadObjectId: "entra-Omar" };
const mention = { type: "mention", mentioned: { id: bot.id, name: bot.name } };

const openTeam = async (language: Language) => {
  const world = await startWorld(["Sara", "Omar"], 1, { language });
  await world.added("Sara");
  await world.moveTo(thisRound.question);
  http.answer = (incoming) => world.receive(incoming);
  let id = 0;
  const deliver = async (what: Plain) => {
    id += 1;
    http.connector.calls.length = 0;
    const client = { id: String(id), from, locale: language, entities: [mention] };
    const { status, body } = await http.deliver(http.inChat({ ...client, ...what }));
    expect(status).toBe(200);
    return body;
  };
  const cardOf = (body: unknown) => (isPlain(body) && isPlain(body.value) ? body.value : {});
  return {
    world,
    /** Sends words. @returns the answer, as it is read */
    writes: async (text: string) => {
      await deliver({ type: "message", text });
      const [answer] = http.connector.calls.map(({ body }) => body);
      const [attachment] = Array.isArray(answer?.attachments) ? answer.attachments : [];
      return isPlain(attachment) && isPlain(attachment.content) ? textOf(attachment.content) : String(answer?.text);
    },
    presses: async (data: Plain) =>
      textOf(cardOf(await deliver({ type: "invoke", name: "adaptiveCard/action", value: { action: { type: "Action.Execute", data } } }))),
    saves: async (content: string) => {
      const value = { commandId: "save-as-friction", messagePayload: { body: { contentType: "html", content } } };
      return JSON.stringify(await deliver({ type: "invoke", name: "composeExtension/fetchTask", value }));
    },
    ideas: async () => expectSay(await world.person("Omar").writes("my ideas"), "my-ideas").ideas.map(({ idea }) => idea.title),
  };
};

const onForeignKeyboard = (words: string) => [
  words.replaceAll(/[åä]/g, "a").replaceAll(/[öø]/g, "o").replaceAll("æ", "ae").replaceAll("é", "e"),
  words.replaceAll("å", "aa").replaceAll(/[äæ]/g, "ae").replaceAll(/[öø]/g, "oe").replaceAll("é", "e"),
];

const lineOf = (text: string) => text.replace(/\n+/g, " ");

describe.each(wholeLanguages)("in %s", (language) => {
  const { titles } = texts[language];
  const words = wordsOf(language);
  const [idea] = words.commands.idea;

  test("a text is kept, shown and posted as its writer meant it, by word, by form and from a message", async () => {
    const team = await openTeam(language);
    const kept: string[] = [];
    let at = 0;
    for (const [how, write] of [...Object.entries(written), ...Object.entries(marked)]) {
      const [sent, meant] = write(titles[at % titles.length] ?? "");
      at += 1;
      kept.push(meant);
      expect([
        how,
        await team.writes(
          sent.includes("<") ? sent.replace(/(^<p>|^<at.*<\/at>&nbsp;|^<quoted[^>]*>)/, `$1${idea}: `) : `${idea}: ${sent}`,
        ),
      ]).toEqual([how, expect.stringContaining(meant)]);
    }
    for (const [how, write] of Object.entries(written)) {
      const [sent, meant] = write(`${titles[at % titles.length]} ${at}`);
      const secret = String(at).padStart(22, "s");
      at += 1;
      kept.push(meant);
      expect([how, await team.presses({ verb: "submit-idea", team: team.world.inChannel.team, secret, language, friction: sent })]).toEqual(
        [how, expect.stringContaining(meant)],
      );
      expect([how, await team.saves(`<p>${sent}</p>`)]).toEqual([how, expect.stringContaining(JSON.stringify(meant).slice(1, -1))]);
    }
    await team.world.moveTo(thisRound.digest);
    const posted = JSON.stringify(team.world.inTeam("digest"));
    expect(posted.isWellFormed()).toBe(true);
    for (const meant of kept.slice(0, 3)) expect(posted).toContain(JSON.stringify(lineOf(meant).slice(0, 30)).slice(1, -1));
    expect(posted).not.toMatch(/[\u0085\u00AD\u200B\u2028\u2029\uFEFF]|<at|<quoted/);
  });

  test("a command is understood however its letters are written", () => {
    for (const command of ["help", "who-sees-this", "my-ideas", "my-actions", "prompt", "digest", "pause", "resume", "settings"] as const) {
      for (const phrase of words.commands[command])
        for (const spelled of onForeignKeyboard(phrase))
          expect([spelled, parseCommand(spelled, everySpelling)?.command]).toEqual([spelled, command]);
    }
    const { pause, language: speak, days, weeks, months, counts, self } = words.commands;
    const { weekdays, months: monthsOfYear } = namesIn(language);
    const withWords = [
      ...[...days, ...weeks, ...months].map((unit) => `${pause[0]} 2 ${unit}`),
      ...counts.flat().map((count) => `${pause[0]} ${count} ${weeks[0]}`),
      ...[...weekdays, ...monthsOfYear.map((month) => `24. ${month}`)].map((day) => `${pause[0]} ${day}`),
      ...self.map((name) => `${speak[0]} ${name}`),
    ];
    for (const one of withWords) {
      const meant = parseCommand(one, everySpelling);
      expect([one, meant?.command]).toEqual([one, one.startsWith(speak[0]) ? "language" : "pause"]);
      for (const spelled of onForeignKeyboard(one)) expect([spelled, parseCommand(spelled, everySpelling)]).toEqual([spelled, meant]);
    }
  });

  test("a question is known by its first words on a keyboard without the letters of its language", async () => {
    const team = await openTeam(language);
    for (const asks of words.commands.asks.filter((one) => one.length > 5 && /[åäæöøé]/.test(one)).slice(0, 2))
      for (const spelled of onForeignKeyboard(`${asks} x y z`)) expect(await team.writes(spelled)).toContain(words.unclear.questionOrIdea);
  });

  test("a command is understood through the door in capitals, with marks apart, unseen signs and spaces that do not break", async () => {
    const team = await openTeam(language);
    const [help] = words.commands.help;
    const [mine] = words.commands["my-ideas"];
    const answer = await team.writes(mine);
    for (const spelled of [
      mine.toUpperCase(),
      mine.normalize("NFD"),
      `/${mine}`,
      `\u200B${mine.replaceAll(" ", "\u00A0")}\uFEFF`,
      `<p>${mine}&nbsp;</p>`,
      `${mine}!`,
    ])
      expect([spelled, await team.writes(spelled)]).toEqual([spelled, answer]);
    expect(await team.writes(`/Gnist ${help.normalize("NFD").toUpperCase()}`)).toBe(await team.writes(help));
  });
});
