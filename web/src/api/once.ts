import { ApiProblem } from './problem.ts';

/** Ids of acts of which nothing was heard, by what they do. */
const unheard = new Map<string, string>();

/**
 * Does something under an id. Where nothing was heard of it, the same act goes under the same id again, so that it is done once; what
 * was refused, or says something else, is another act.
 * @param act what is done, to what and with which words
 */
export async function once<T>(act: unknown, send: (commandId: string) => Promise<T>): Promise<T> {
  const key = JSON.stringify(act);
  const id = unheard.get(key) ?? crypto.randomUUID();
  unheard.set(key, id);
  try {
    const answer = await send(id);
    unheard.delete(key);
    return answer;
  } catch (error) {
    // From 500 on nobody knows whether it was done.
    if (error instanceof ApiProblem && error.status < 500) unheard.delete(key);
    throw error;
  }
}
