/** The place of the one row that the doctor writes, and deletes at once. A doctor that is killed in between leaves it until its next run. */
export const doctorPlace = { partition: "doctor", key: "doctor" } as const;
