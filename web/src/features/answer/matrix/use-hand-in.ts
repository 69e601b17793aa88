import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useMe } from '../../../api/me.ts';
import { NoConnection } from '../../../api/problem.ts';
import { useSubmitMany, useTakeBack } from '../api/acts.ts';
import { type Sitting, sittingQuery } from '../api/task.ts';
import { AnswerId } from '../store/answer-id.ts';
import { answerOf } from '../store/faults.ts';
import type { Person } from '../store/layout.ts';
import type { Matrix } from '../store/matrix.ts';
import { waitingAnswersOf } from '../store/waiting.ts';

/** What became of the people who were handed in last. */
export interface HandedIn {
  readonly taken: readonly Person[];
  /** Without a connection: they go when it is back. */
  readonly waiting: readonly Person[];
  readonly refused: readonly { readonly person: Person; readonly why: string }[];
}

/** Hands people in, each as an answer of its own, and takes them back. */
export function useHandIn(round: string, sitting: Sitting, matrix: Matrix) {
  const me = useMe();
  const queries = useQueryClient();
  const ids = useRef(new Map<string, AnswerId>());
  const submit = useSubmitMany();
  const back = useTakeBack();
  const [last, tell] = useState<HandedIn>();
  const idOf = (task: string) => {
    const known = ids.current.get(task) ?? new AnswerId();
    ids.current.set(task, known);
    return known;
  };
  const fieldsOf = ({ post }: Person) => sitting.forms.find(({ key }) => (key ?? '') === post)?.form.fields ?? [];

  const handIn = async (people: readonly Person[]) => {
    await matrix.flush();
    const answers = people.map((person) => {
      const answer = answerOf(fieldsOf(person), matrix.draftOf(person.task)!.state().content);
      return { task: person.task, answer, commandId: idOf(person.task).of(answer) };
    });
    try {
      const outcomes = await submit.mutateAsync({ round, answers });
      const errors = new Map(outcomes.map(({ task, error }) => [task, error]));
      const taken = people.filter(({ task }) => errors.get(task) === null);
      const refused = people.flatMap((person) => {
        const error = errors.get(person.task);
        if (error) idOf(person.task).hear(error);
        return error ? [{ person, why: error.message }] : [];
      });
      await Promise.all(taken.map(({ task }) => matrix.draftOf(task)?.submitted()));
      const given = new Map(answers.map(({ task, answer }) => [task, answer]));
      // What was heard is so; the rest of the round is read anew all the same.
      queries.setQueryData(sittingQuery(round).queryKey, (before) => before && isIn(before, taken, given));
      tell({ taken, refused, waiting: [] });
    } catch (error) {
      if (!(error instanceof NoConnection)) throw error;
      const waiting = waitingAnswersOf(me.person);
      for (const [at, { task, answer, commandId }] of answers.entries()) {
        await waiting.add({ round, task, answer, commandId, label: people[at]!.label });
      }
      tell({ taken: [], refused: [], waiting: people });
    }
  };

  const takeBack = async (people: readonly Person[]) => {
    for (const { task } of people) await back.mutateAsync({ round, task });
    tell(undefined);
  };

  return {
    ...{ handIn, takeBack, last, error: submit.error ?? back.error },
    isBusy: submit.isPending || back.isPending,
  };
}

function isIn(sitting: Sitting, people: readonly Person[], answers: ReadonlyMap<string, unknown>): Sitting {
  const taken = new Set(people.map(({ task }) => task));
  const tasks = sitting.tasks.map((one) =>
    taken.has(one.task)
      ? { ...one, state: 'submitted' as const, draft: null, answer: answers.get(one.task) as typeof one.answer }
      : one,
  );
  return { ...sitting, tasks };
}
