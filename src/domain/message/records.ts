export type RecordsMessage = never;
