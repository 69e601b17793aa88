/** The language of a training-plan cycle: its terms, its commands and its events. */
export * from './cycle/changes.ts';
export * from './cycle/commands.ts';
export * from './cycle/events.ts';
export * from './cycle/gaps.ts';
export * from './cycle/needs.ts';
export * from './cycle/terms.ts';
