import { type ActionFlow, asNewMessage } from "../flow.ts";
import { saveChoices, storedSettings } from "../settings/my-settings.ts";
import { nextQuestionOf } from "./next-question.ts";

/** A person's answer to the offer to be asked less often, in a new message: the question that it stands on is still to be answered. *My settings* undoes it. */
export const askLess: ActionFlow<"ask-less"> = async ({ every }, scene, ports) => {
  const person = await scene.person();
  const stored = storedSettings(person);
  const [next] = await Promise.all([
    nextQuestionOf(scene.who.person, person.teams, { ...person.profile, askEvery: every }, ports),
    stored.askEvery === every ? undefined : saveChoices({ askEvery: every }, person, scene, ports),
  ]);
  return asNewMessage({ say: "less-noted", every, ...(next ? { next } : {}) }, scene);
};
