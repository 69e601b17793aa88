/** The language of an offering, one dated run of a course: its terms, its commands and its events. */
export * from './offering/commands.ts';
export * from './offering/events.ts';
export * from './offering/result.ts';
export * from './offering/terms.ts';
