import { type Environment, readEnvironment } from '../settings/environment.ts';

/**
 * What the API's process is told by its environment; the port 0 takes a free one.
 * @throws EnvironmentFailure with one sentence for each variable that is wrong
 */
export function readSettings(source: Record<string, string | undefined> = process.env): Environment {
  if (source.ROSTRUM_API_PORT !== '0') return readEnvironment(source);
  return { ...readEnvironment({ ...source, ROSTRUM_API_PORT: undefined }), ROSTRUM_API_PORT: 0 };
}
