export const lists: readonly [number, ...number[]] = [30, 20, 14, 10, 7];
