import { z } from "zod";
import { backToPost, postOf } from "../parts/back-to-post.ts";
import { button } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { kicker, titleRuns } from "../parts/idea.ts";
import { sentence } from "../parts/sentence.ts";
import { ideaInPost } from "../parts/shapes.ts";
import { heading, line } from "../parts/text.ts";

export const render: Renderers<"voice-added" | "voice-back" | "voice-counts"> = {
  "voice-added": ({ idea }, words) => sentence(words.voice.added(idea.voices)),

  "voice-back": ({ idea }, words) => sentence(words.voice.back(idea.voices)),

  "voice-counts": ({ team, idea, mayLeave, ...message }, words) => {
    const post = postOf(message);
    return {
      summary: words.voice.already(idea.voices),
      card: card(
        [
          kicker(team),
          heading(words.voice.already(idea.voices), { spacing: "None", size: "Medium" }),
          line(titleRuns(idea), { spacing: "Small" }),
        ],
        [
          mayLeave ? button(words.buttons.takeVoiceBack, { verb: "take-voice-back", team: team.id, idea: idea.id, ...post }) : undefined,
          backToPost(team.id, post, words),
        ],
      ),
    };
  },
};

export const read: Readers<"add-voice" | "take-voice-back"> = {
  "add-voice": z.object({ verb: z.literal("add-voice"), ...ideaInPost }),

  "take-voice-back": z.object({ verb: z.literal("take-voice-back"), ...ideaInPost }),
};
