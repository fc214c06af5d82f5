export type ReviewAction = never;
