import { cut } from "../src/domain/words.ts";
import { wordsOf } from "../src/language/index.ts";
import { harmless, type Rendered, type Renderers } from "./blocks.ts";

/** One sentence, sent as plain text. */
const sentence = (text: string): Rendered => ({ text: harmless(text), summary: harmless(text) });

export const render: Renderers<
  | "asking-now"
  | "clock-moved"
  | "digest-here"
  | "digest-trouble"
  | "language-set"
  | "lead-asked"
  | "lead-half"
  | "nothing-to-post"
  | "refusal"
  | "voice-added"
  | "voice-back"
  | "which-language"
> = {
  "asking-now": ({ team, digestAt, again }, words) =>
    sentence(words.said.askingNow(cut(team.name, 60), words.format.at(digestAt, team.zone), again)),
  "clock-moved": ({ at, zone, what }, words) => sentence(words.said.clockMoved(words.format.at(at, zone), what && words.due[what])),
  "digest-here": ({ team, nextDigestAt }, words) =>
    sentence(
      [
        words.digest.here(cut(team.name, 60)),
        ...(nextDigestAt === undefined ? [] : [words.digest.nextDigest(words.format.at(nextDigestAt, team.zone))]),
      ].join(" "),
    ),
  "digest-trouble": ({ team, channel }, words) => sentence(words.digest.trouble(cut(team.name, 60), cut(channel, 60))),
  "language-set": ({ language }) => sentence(wordsOf(language).said.languageSet),
  "lead-asked": ({ team }, words) => sentence(words.lead.asked(cut(team.name, 60))),
  "lead-half": ({ team, name, more }, words) => sentence(words.lead.half(cut(name, 60), cut(team.name, 60), more)),
  "nothing-to-post": ({ team, nextPromptAt }, words) =>
    sentence(
      [
        words.digest.nothing(cut(team.name, 60)),
        ...(nextPromptAt === undefined ? [] : [words.noted.nextPrompt(words.format.at(nextPromptAt, team.zone))]),
      ].join(" "),
    ),
  refusal: ({ why, about }, words) => sentence(words.refusals[why](about && cut(about, 200))),
  "voice-added": ({ idea }, words) => sentence(words.said.voiceAdded(idea.voices)),
  "voice-back": ({ idea }, words) => sentence(words.said.voiceBack(idea.voices)),
  "which-language": (_message, words) => sentence(words.said.whichLanguage),
};
