import { useState } from 'react';
import { NoConnection } from '../../../api/problem.ts';
import { tellDone } from '../../../ui/undo.ts';
import { useSubmit } from '../api/acts.ts';
import { doneAs } from '../api/done.ts';
import type { Task } from '../api/task.ts';
import { AnswerId } from '../store/answer-id.ts';
import type { Content, Draft } from '../store/draft.ts';
import { answerOf, type FaultOfField, faultsOf } from '../store/faults.ts';
import { waitingAnswersOf } from '../store/waiting.ts';

interface Sending {
  readonly round: string;
  readonly task: Task;
  readonly draft: Draft;
  /** Whether the rules of the round let an answer be changed. */
  readonly takesBack: boolean;
  /** Fields that are no part of the answer as it stands. */
  readonly unsaid?: ((content: Content) => readonly string[]) | undefined;
  /** What is missing or does not fit; nothing was sent. */
  readonly onFaults: (faults: readonly FaultOfField[]) => void;
  /** The answer is in, or waits for a connection. */
  readonly after: () => void;
}

/** Sends what is written as the answer: once, and without a connection as soon as there is one. */
export function useSend({ round, task, draft, takesBack, unsaid, onFaults, after }: Sending) {
  const [faults, setFaults] = useState<readonly FaultOfField[]>([]);
  const [ids] = useState(() => new AnswerId());
  const submit = useSubmit();
  const said = () => {
    const { content } = draft.state();
    const left = unsaid?.(content) ?? [];
    return { content, fields: task.form.fields.filter(({ key }) => !left.includes(key)) };
  };
  const send = async () => {
    // Whatever the last key has written is in it.
    (document.activeElement as HTMLElement | null)?.blur();
    const before = said();
    const found = faultsOf(before.fields, before.content);
    setFaults(found);
    if (found.length) return onFaults(found);
    // A key sends where the button does not let itself be pressed.
    if (!(await draft.isReady())) return;
    const { fields, content } = said();
    const answer = answerOf(fields, content);
    const given = { round, task: task.task, answer, commandId: ids.of(answer) };
    const taken = async () => {
      await draft.submitted();
      tellDone(await doneAs(round, task, takesBack));
    };
    const refused = async (error: Error) => {
      ids.hear(error);
      if (error instanceof NoConnection) await waitingAnswersOf(task.assignee).add({ ...given, label: task.label });
    };
    // Whoever has gone on meanwhile is not led anywhere; what the answer leaves behind is done all the same.
    submit.mutate(
      { ...given, taken, refused },
      {
        onSuccess: after,
        onError: (error) => {
          if (error instanceof NoConnection) after();
        },
      },
    );
  };
  /** What was wrong with a field is not any more, as soon as something else is written there. */
  const mended = (key: string) => setFaults((before) => before.filter((fault) => fault.key !== key));
  return { send, faults, mended, submit };
}
