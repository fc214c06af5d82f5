export type RecordsAction = never;
