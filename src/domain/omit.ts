/** A record without one of its optional facts. */
export const omit = <T extends object, K extends keyof T>(record: T, ...names: readonly K[]): Omit<T, K> => {
  const rest = { ...record };
  for (const name of names) delete rest[name];
  return rest;
};
