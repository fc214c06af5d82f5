import { formIdOf, ideaIdOf, secretIn } from "../../domain/ids.ts";
import { readFormTeam } from "../../store/claims.ts";
import { readIdea } from "../../store/idea.ts";
import { type ActionFlow, startReading } from "../flow.ts";
import { sentWithoutTrace } from "./kept-receipt.ts";
import { receipt, whyNotYet } from "./receipt.ts";

/** *No, thanks*: Gnist keeps nothing of the typed text. Where this offer has been saved, perhaps on another device, the answer is its receipt. */
export const dropOffer: ActionFlow<"drop-offer"> = async ({ team, secret: onCard }, scene, ports) => {
  const { rows } = ports;
  const { person } = scene.who;
  const known = startReading(scene.team(team));
  const sentFor = (await readFormTeam(rows, person, formIdOf(onCard))) ?? team;
  const secret = secretIn(onCard, sentFor, team);
  const [saved, there] = await Promise.all([
    readIdea(rows, sentFor, ideaIdOf(secret), "idea"),
    sentFor === team ? known : scene.team(sentFor),
  ]);
  const kept = there && (await sentWithoutTrace(there, secret, scene, ports));
  if (kept) return kept;
  if (!there || saved?.idea.author !== person || saved.idea.stage === "withdrawn") return { say: "offer-dropped" };
  return receipt(there.team, saved.idea, there.shown, { post: await whyNotYet({ team: there.team, ports }, saved.idea) });
};
