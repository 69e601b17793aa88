/** The language of a selection of internal trainers: its terms, its commands and its events. */
export * from './selection/commands.ts';
export * from './selection/events.ts';
export * from './selection/terms.ts';
