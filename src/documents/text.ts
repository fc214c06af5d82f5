/** Characters that XML does not allow, or that change the direction or the look of the text around them. */
const unwanted = /(?![\n\t])[\p{Cc}\p{Cs}\uFEFF\uFFFE\uFFFF\uFFF9-\uFFFB\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** A text of people as a document may hold it: its letters and its line ends alone. */
export const cleanText = (text: string): string => text.toWellFormed().replace(unwanted, "");
