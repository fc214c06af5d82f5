import { test } from "vitest";
import { isAskedOnceAWeek } from "./asked-once-a-week.ts";

test("a tenant of 60 teams is changed before, during and after its rounds, without anybody being asked twice or missed", () =>
  isAskedOnceAWeek(60, 4));
