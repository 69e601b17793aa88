/** How long tests wait for what has to come, in milliseconds: it costs time only when that does not come at all. */
export const PATIENCE_MS = 300_000;
