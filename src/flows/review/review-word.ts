import type { ActionOf } from "../../domain/action/index.ts";
import type { Answer } from "../flow.ts";
import { offerFile } from "../records/offer-file.ts";
import type { Turn } from "../right.ts";

/** A guess: Teams shows a size before there is a file. */
const bytes = 12_000;

/** *Word*: the review of a month and its agenda as a document, made when the lead takes it. */
export const reviewWord = ({ month }: ActionOf<"review-word">, { team, scene, ports }: Turn): Promise<Answer> =>
  offerFile({ kind: "review-word", team, of: month, ending: "docx", bytes, beside: true }, scene, ports);
