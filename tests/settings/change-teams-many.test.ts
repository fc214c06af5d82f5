import { test } from "vitest";
import { isAskedOnceAWeek } from "./asked-once-a-week.ts";

test("a tenant of 2,000 teams is changed before, during and after its rounds, without anybody being asked twice or missed", () =>
  isAskedOnceAWeek(2_000, 1));
