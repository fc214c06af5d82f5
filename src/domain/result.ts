/** The thing asked for, or why there is none. A "no" is an answer and no fault, so it is never thrown. */
export type Result<T, No> = { readonly got: T } | { readonly no: No };
