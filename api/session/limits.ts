import { DAY_MS, MINUTE_MS } from '../../domain/calendar/day.ts';

const HOUR_MS = 60 * MINUTE_MS;

/** How long somebody is signed in, in milliseconds of real time. */
export interface SessionLimits {
  /** Whoever has done nothing for so long is signed out. */
  readonly idle: number;
  /** And everybody after so long. */
  readonly longest: number;
  /** The same two for whoever wants to stay signed in on a device. */
  readonly stayIdle: number;
  readonly stayLongest: number;
}

/** The limits by the settings. */
export function limitsOf(of: {
  readonly idleMinutes: number;
  readonly hours: number;
  readonly stayDays: number;
}): SessionLimits {
  const stayLongest = of.stayDays * DAY_MS;
  return {
    idle: of.idleMinutes * MINUTE_MS,
    longest: of.hours * HOUR_MS,
    stayIdle: Math.min(14 * DAY_MS, stayLongest),
    stayLongest,
  };
}

/** How long somebody stays signed in on a device at most, in days. */
export function stayDaysOf({ stayLongest }: SessionLimits): number {
  return stayLongest / DAY_MS;
}

export const USUAL: SessionLimits = limitsOf({ idleMinutes: 120, hours: 12, stayDays: 30 });

/** A token is exchanged when it is so old; the one before it is taken for so long after the new one has come. */
export const EXCHANGED_AFTER = DAY_MS;
export const TAKEN_AFTER_EXCHANGE = MINUTE_MS;
/** How exactly it is noted when a session was in use. */
export const NOTED_EACH = MINUTE_MS;
