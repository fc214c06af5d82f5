import { reviewDocument } from "../documents/review-document.ts";
import { usualMeeting } from "../domain/review/agenda.ts";
import type { MadeFile } from "../flows/records/take-file.ts";
import { readAgenda } from "../flows/review/agenda.ts";
import { reviewMessage } from "../flows/review/show-review.ts";
import type { Ports } from "../ports.ts";
import type { FileOffer } from "../store/file.ts";
import { readTeam } from "../store/team.ts";

/** Makes the review of the month that an offer names, with its agenda, as it now stands; undefined where the month has nothing to say any more. */
export const makeReview = async ({ team: id = "", of: month = "", language }: FileOffer, ports: Ports): Promise<MadeFile | undefined> => {
  const team = (await readTeam(ports.rows, id))?.team;
  const message = team && (await reviewMessage(team, month, ports));
  if (!message) return undefined;
  const agenda = await readAgenda(team, message.review, usualMeeting, ports);
  const document = await reviewDocument(message.review, agenda, language);
  const whole = async function* () {
    yield document;
  };
  return { bytes: whole(), taken: async () => undefined };
};
