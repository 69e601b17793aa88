import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useMe } from '../../../api/me.ts';
import { useSubmitMany, useTakeBack } from '../api/acts.ts';
import { type Sitting, sittingQuery } from '../api/task.ts';
import { AnswerId } from '../store/answer-id.ts';
import { answerOf } from '../store/faults.ts';
import { sortedBy } from '../store/hand-in.ts';
import type { Person } from '../store/layout.ts';
import type { Matrix } from '../store/matrix.ts';
import { withAnswers } from '../store/read-sitting.ts';
import { waitingAnswersOf } from '../store/waiting.ts';

/** What became of the people who were handed in, or taken back, last. */
export interface HandedIn {
  readonly taken: readonly Person[];
  /** Those of one reason together. */
  readonly refused: readonly { readonly people: readonly Person[]; readonly why: string }[];
}

/** Hands people in, each as an answer of its own, and takes them back. */
export function useHandIn(round: string, sitting: Sitting, matrix: Matrix) {
  const me = useMe();
  const queries = useQueryClient();
  const ids = useRef(new Map<string, AnswerId>());
  const submit = useSubmitMany();
  const back = useTakeBack();
  const [last, tell] = useState<HandedIn>();
  const waiting = waitingAnswersOf(me.person);
  const idOf = (task: string) => {
    const known = ids.current.get(task) ?? new AnswerId();
    ids.current.set(task, known);
    return known;
  };
  const fieldsOf = ({ post }: Person) => sitting.forms.find(({ key }) => (key ?? '') === post)?.form.fields ?? [];

  const handIn = async (people: readonly Person[]) => {
    await matrix.drafts.flush();
    const answers = people.flatMap((person) => {
      const draft = matrix.drafts.of(person.task);
      // Whoever was handed over meanwhile is not asked about here any more.
      if (!draft) return [];
      const answer = answerOf(fieldsOf(person), draft.state().content);
      return { task: person.task, label: person.label, answer, commandId: idOf(person.task).of(answer) };
    });
    const given = answers.map(({ label: _, ...answer }) => answer);
    const outcomes = await submit.mutateAsync({ round, answers: given });
    for (const { task, error } of outcomes) if (error) idOf(task).hear(error);
    const { taken, lost, refused } = sortedBy(people, outcomes);
    await Promise.all(taken.map(({ task }) => matrix.drafts.of(task)?.submitted()));
    const isTaken = new Set(taken.map(({ task }) => task));
    const known = new Map(answers.flatMap(({ task, answer }) => (isTaken.has(task) ? [[task, answer] as const] : [])));
    // What was heard is so; the rest of the round is read anew all the same.
    queries.setQueryData(sittingQuery(round).queryKey, (before) => before && withAnswers(before, known));
    const isLost = new Set(lost.map(({ task }) => task));
    for (const answer of answers) if (isLost.has(answer.task)) await waiting.add({ round, ...answer });
    tell({ taken, refused });
  };

  const takeBack = async (people: readonly Person[]) => {
    let left = people;
    try {
      for (; left.length; left = left.slice(1)) await back.mutateAsync({ round, task: left[0]!.task });
    } catch {
      // Its sentence is shown below; the rest stays in.
    }
    tell(left.length ? { taken: left, refused: [] } : undefined);
  };

  /** Opens again whose answers wait for a connection, so that they can be changed. */
  const takeOut = (people: readonly Person[]) => waiting.takeOut(round, new Set(people.map(({ task }) => task)));

  return {
    ...{ handIn, takeBack, takeOut, last, error: back.error },
    isBusy: submit.isPending || back.isPending,
  };
}
