import { del, get, getMany, set } from 'idb-keyval';
import { answerOf, api } from '../../../api/client.ts';
import { ApiProblem, NoConnection, problemFrom } from '../../../api/problem.ts';
import { type Content, type Effects, type Kept, type Refusal, SaveRefused, type Standing } from './draft.ts';
import { Together } from './together.ts';

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

const refused = (error: unknown): never => {
  throw new SaveRefused(refusalOf(error));
};

/** Where a draft is: the server's half of it, and its name on this device. */
export interface Place {
  readonly key: string;
  /** @throws SaveRefused */
  save(content: Content, revision: number): Promise<number>;
  /** @throws SaveRefused */
  load(): Promise<Standing>;
}

/** The same for several tasks of a round, in one look. */
export async function allKeptHere(
  { person, round }: Omit<Whose, 'task'>,
  tasks: readonly string[],
): Promise<ReadonlyMap<string, Kept | undefined>> {
  const keys = tasks.map((task) => keyOfDraft({ person, round, task }));
  const kept = await getMany<Kept | undefined>(keys).catch(() => []);
  return new Map(tasks.map((task, at) => [task, kept[at]]));
}

type Written = Record<string, number | string | boolean | string[] | null>;

/** What one answers in a task. */
export function placeOfTask(whose: Whose): Place {
  const path = { id: whose.round, task: whose.task };
  return {
    key: keyOfDraft(whose),
    async save(content, revision) {
      const body = { content: content as Written, revision };
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
      return draft ?? { revision: 0, content: {} };
    },
  };
}

/** The same for many tasks of one round, whose drafts are saved together. */
export function effectsOfMany({ person, round }: Omit<Whose, 'task'>): (task: string) => Effects {
  const together = new Together({
    async send(drafts) {
      const body = { drafts: drafts.map(({ content, ...rest }) => ({ ...rest, content: content as Written })) };
      const asked = answerOf(
        api.PUT('/api/rounds/{id}/drafts', {
          params: { path: { id: round } },
          body,
          signal: AbortSignal.timeout(PATIENCE_MS),
        }),
      );
      const { outcomes } = await asked.catch(refused);
      return outcomes.map(({ task, revision, problem }) => ({
        ...{ task, revision },
        refusal: problem ? refusalOf(problemFrom(problem.status, problem)) : undefined,
      }));
    },
    later: (callback, ms) => void setTimeout(callback, ms),
  });
  return (task) =>
    effectsOf({
      ...placeOfTask({ person, round, task }),
      save: (content, revision) => together.save(task, content, revision),
    });
}

/** More hours than a draft may say are not sent with it; whoever submits is told. */
const MOST_HOURS = 200;

/** What one writes of an application before it is sent. */
export function placeOfApplication(person: string, selection: string): Place {
  const params = { path: { id: selection } };
  return {
    key: keyOfDraft({ person, round: `selection:${selection}`, task: 'application' }),
    async save(content, revision) {
      const written = Object.entries(content).filter(
        ([, value]) => value !== null && (typeof value !== 'number' || (value >= 0 && value <= MOST_HOURS)),
      );
      const asked = answerOf(
        api.PUT('/api/selections/{id}/application-draft', {
          params,
          body: { content: Object.fromEntries(written), revision },
          signal: AbortSignal.timeout(PATIENCE_MS),
        }),
      );
      return (await asked.catch(refused)).revision;
    },
    async load() {
      const draft = await answerOf(api.GET('/api/selections/{id}/application-draft', { params })).catch(refused);
      return { revision: draft.revision, content: (draft.content ?? {}) as Content };
    },
  };
}

/** What is kept here of a draft that the server does not have; undefined: nothing, or this browser keeps nothing. */
export function keptHere({ key }: Place): Promise<Kept | undefined> {
  return get<Kept>(key).catch(() => undefined);
}

/** IndexedDB, the API, and the machine's clock. A browser that keeps nothing goes without. */
export function effectsOf({ key, save, load }: Place): Effects {
  return {
    keep: (kept) => set(key, kept).catch(() => undefined),
    forget: () => del(key).catch(() => undefined),
    save,
    load,
    now: () => Date.now(),
    later(callback, ms) {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
  };
}
