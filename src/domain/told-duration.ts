/**
 * Durations (ms) to which the time of an answer to a person is rounded up, before the log or telemetry tells it. A text without a trace takes more calls to the store than
 * another idea, so that its exact duration would tell the two apart.
 */
export const toldDurations = [500, 1_000, 2_500, 5_000, 10_000] as const;

/** The duration of an answer, as far as it is told. @param ms the real one */
export const toldDuration = (ms: number): number => toldDurations.find((step) => ms <= step) ?? 1_000 * Math.ceil(ms / 1_000);
