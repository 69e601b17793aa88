/** The shortest reason that the API takes. */
export const LEAST_REASON = 3;
