import Bowser from 'bowser';
import { cleaned, cut } from '../../contracts/cleaned.ts';

/** So much of what a browser says of itself is looked at, and so much of a name is kept, in characters. */
const LOOKED_AT = 400;
const LONGEST_NAME = 40;

/** A device as people tell theirs apart; null: it does not say, or nothing that is known. */
export interface Device {
  readonly browser: string | null;
  readonly system: string | null;
}

/** What a device is called, by the header `User-Agent`, which anybody may write as they like. */
export function deviceOf(userAgent: string | undefined): Device {
  if (!userAgent) return { browser: null, system: null };
  const parser = Bowser.getParser(userAgent.slice(0, LOOKED_AT));
  return { browser: nameOf(parser.getBrowserName()), system: nameOf(parser.getOSName()) };
}

function nameOf(said: string | undefined): string | null {
  return cut(cleaned(said ?? ''), LONGEST_NAME).trim() || null;
}
