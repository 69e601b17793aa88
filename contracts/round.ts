/** The language of a round: its policy, its tasks, its commands and its events. */
export * from './round/commands.ts';
export * from './round/events.ts';
export * from './round/policy.ts';
export * from './round/spec.ts';
