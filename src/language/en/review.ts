export const review = {};

export type ReviewWords = typeof review;
