import type { RecordsWords } from "../en/records.ts";

export const records: RecordsWords = {};
