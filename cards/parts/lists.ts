/** Rows with a button of their own; beyond these a row is text alone, so that a card never grows too big to send. */
export const mostPressable = 10;
export const lists: readonly [number, ...number[]] = [30, 20, 14, 10, 7];
