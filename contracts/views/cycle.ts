/** What the API shows of a training-plan cycle. */
export * from './cycle/changes.ts';
export * from './cycle/effect.ts';
export * from './cycle/gaps.ts';
export * from './cycle/needs.ts';
export * from './cycle/overview.ts';
export * from './cycle/plan.ts';
export * from './cycle/resources.ts';
