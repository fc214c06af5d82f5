/** Questions that a round can ask. A team that lets them take turns gets them in this order; others get the first one. */
export const questions = ["friction", "success", "users", "paperwork"] as const;
export type RoundQuestion = (typeof questions)[number];

/** The question whose turn comes after this one. */
export const questionAfter = (last: RoundQuestion): RoundQuestion =>
  questions[(questions.indexOf(last) + 1) % questions.length] ?? "friction";

/** A question as rows, messages and forms keep it: it is missing where it is the usual one, as on all of earlier versions. */
export const keptQuestion = (question: RoundQuestion | undefined): { readonly question?: RoundQuestion } =>
  question === undefined || question === "friction" ? {} : { question };
