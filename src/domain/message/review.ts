export type ReviewMessage = never;
