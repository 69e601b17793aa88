/**
 * What paths of the API begin with, behind /api/: a token may be for some of these alone. Every path is of one of them, or of those
 * without.
 */
export const AREAS = [
  ...(['me', 'rounds', 'selections', 'cycles', 'offerings', 'organisation', 'people', 'procedures'] as const),
  ...(['notices', 'ledger', 'files', 'documents'] as const),
  ...(['events', 'find', 'history', 'retention', 'trainers'] as const),
] as const;

/** What every program needs to make sense of the others, and what is asked without any token: no token need be for these. */
export const WITHOUT_AREA = ['clock', 'session', 'feed', 'openapi.json'] as const;
