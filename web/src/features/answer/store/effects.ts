import { del, get, set } from 'idb-keyval';
import { answerOf, api } from '../../../api/client.ts';
import { ApiProblem, NoConnection } from '../../../api/problem.ts';
import { type Content, type Effects, type Kept, type Refusal, SaveRefused } from './draft.ts';

/** Whose draft of which task: another person at the same machine finds nothing of it. */
export interface Whose {
  readonly person: string;
  readonly round: string;
  readonly task: string;
}

/** Where a draft is kept on this device. */
export const keyOfDraft = ({ person, round, task }: Whose) => `draft ${person} ${round} ${task}`;

/** Whoever does not answer for so long is not there, whatever the network believes; in milliseconds. */
const PATIENCE_MS = 15_000;

/** Codes of the API after which a draft cannot be saved any more, whatever one does. */
const CLOSED = new Set(['round-closed', 'task-not-open', 'too-late', 'not-yours', 'not-found', 'forbidden', 'paused']);

function refusalOf(error: unknown): Refusal {
  if (error instanceof NoConnection) return 'lost';
  if (!(error instanceof ApiProblem)) return 'failed';
  if (error.code === 'draft-conflict') return 'conflict';
  if (error.code === 'unauthenticated') return 'signed-out';
  return CLOSED.has(error.code) ? 'closed' : 'failed';
}

const refused = (error: unknown) => {
  throw new SaveRefused(refusalOf(error));
};

/** What is kept here of a draft that the server does not have; undefined: nothing, or this browser keeps nothing. */
export function keptHere(whose: Whose): Promise<Kept | undefined> {
  return get<Kept>(keyOfDraft(whose)).catch(() => undefined);
}

/** IndexedDB, the API, and the machine's clock. A browser that keeps nothing goes without. */
export function effectsOf(whose: Whose): Effects {
  const path = { id: whose.round, task: whose.task };
  const key = keyOfDraft(whose);
  return {
    keep: (kept) => set(key, kept).catch(() => undefined),
    forget: () => del(key).catch(() => undefined),
    async save(content, revision) {
      const body = { content: content as Record<string, number | string | boolean | string[] | null>, revision };
      const asked = answerOf(
        api.PUT('/api/rounds/{id}/tasks/{task}/draft', {
          params: { path },
          body,
          signal: AbortSignal.timeout(PATIENCE_MS),
        }),
      );
      return (await asked.catch(refused)).revision;
    },
    async load() {
      const { draft } = await answerOf(api.GET('/api/rounds/{id}/tasks/{task}', { params: { path } })).catch(refused);
      return draft ?? { revision: 0, content: {} as Content };
    },
    now: () => Date.now(),
    later(callback, ms) {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
  };
}
