/** The groups in which a lead reads and changes settings. */
export const settingGroups = ["when", "where", "who", "what"] as const;
export type SettingGroup = (typeof settingGroups)[number];
