import { readForm, type SentTexts } from "../../cards/index.ts";
import { parseCommand } from "../domain/commands.ts";
import type { Incoming } from "../domain/incoming.ts";
import type { Message } from "../domain/message/index.ts";
import { personalDetails, personalDetailsIn } from "../domain/personal-details.ts";
import type { Scene } from "../flows/flow.ts";
import { everySpelling } from "../language/index.ts";
import { writtenIn } from "./words.ts";

/**
 * The warning in place of an answer, where the texts that somebody sends seem to hold personal details, until they say that they are sure. It comes before any
 * flow runs, so that nothing is stored of a text that is not sent.
 */
export const warningBefore = async (incoming: Incoming, scene: Scene): Promise<Message | undefined> => {
  const form = await formOf(incoming, scene);
  if (!form || form.warned === "sure") return undefined;
  const seen = new Set(form.texts.flatMap(({ text }) => personalDetailsIn(text)));
  if (seen.size === 0) return undefined;
  const { texts, sent, warned } = form;
  const found = personalDetails.filter((detail) => seen.has(detail));
  return { say: "personal-details", found, texts, sent, ...(warned ? { isOpen: true } : {}) };
};

const formOf = async (incoming: Incoming, scene: Scene): Promise<SentTexts | undefined> => {
  if (incoming.happened === "pressed") return readForm(incoming.data);
  return incoming.happened === "wrote" ? formOfWords(incoming.text, scene) : undefined;
};

/**
 * The form that sends written words once more. An idea has a secret there, so that it stays one idea, however often it is sent. A person in several teams gets
 * the form of their idea anyway, to choose one, and is warned when they send that.
 */
const formOfWords = async (text: string, scene: Scene): Promise<SentTexts | undefined> => {
  const command = parseCommand(text, everySpelling);
  if (!command) return undefined;
  if (command.command === "idea" || command.command === "idea-for-colleague") {
    const { where, typed } = scene;
    if (where.kind !== "channel" && (await scene.person()).teams.length > 1) return undefined;
    const about = { secret: scene.secret(), ...(typed ? { typed } : {}), ...(where.kind === "channel" ? { team: where.team } : {}) };
    const verb = command.command === "idea" ? "write-again" : "send-for-colleague";
    return { texts: [{ id: "friction", text: command.text }], sent: { verb, ...about } };
  }
  if (!("rest" in command) || !command.rest) return undefined;
  return { texts: [{ id: "text", text }], sent: { verb: "say-words", ...(await writtenIn(scene)) } };
};
