import { del, get, set } from 'idb-keyval';
import { answerOf, api } from '../../../api/client.ts';
import { queryClient } from '../../../api/query-client.ts';
import { isSignedOut } from '../../../api/signed-out.ts';
import { sentBy, type WaitingAnswer, WaitingAnswers } from '../../../api/waiting-answers.ts';
import { sittingQuery } from '../api/task.ts';
import type { Content } from './draft.ts';
import { keyOfDraft } from './effects.ts';
import { withAnswers } from './read-sitting.ts';

const everybodys = new Map<string, WaitingAnswers>();

/** The answers of one person that wait on this device. */
export function waitingAnswersOf(person: string): WaitingAnswers {
  const known = everybodys.get(person) ?? begun(person);
  everybodys.set(person, known);
  return known;
}

function begun(person: string): WaitingAnswers {
  const key = `answers ${person}`;
  return new WaitingAnswers({
    load: async () => (await get<readonly WaitingAnswer[]>(key).catch(() => undefined)) ?? [],
    keep: (waiting) => (waiting.length ? set(key, waiting) : del(key)).catch(() => undefined),
    async taken({ round, task, answer }) {
      await del(keyOfDraft({ person, round, task })).catch(() => undefined);
      const taken = new Map([[task, answer as Content]]);
      queryClient.setQueryData(sittingQuery(round).queryKey, (before) => before && withAnswers(before, taken));
    },
    // While nobody is signed in, or somebody else, they wait as without a connection.
    send: async ({ round, task, answer, commandId }) => {
      if (isSignedOut()) return 'lost';
      return answerOf(
        api.POST('/api/rounds/{id}/tasks/{task}/submit', {
          params: { path: { id: round, task } },
          body: { answer: answer as Record<string, number | string | boolean | string[] | null>, commandId },
        }),
      ).then(() => 'taken' as const, sentBy);
    },
  });
}
