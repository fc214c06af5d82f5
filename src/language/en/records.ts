export const records = {};

export type RecordsWords = typeof records;
