import { queryClient } from '../../../api/query-client.ts';
import type { Done } from '../../../ui/undo.ts';
import { type Task, taskQuery } from './task.ts';

/**
 * What the bar says of an answer that is in. Whether it can be changed the API says now, since the last answer of a round may have
 * ended it.
 * @param takesBack whether the rules of the round let answers be changed while it goes on
 */
export async function doneAs(
  round: string,
  { task, label }: Pick<Task, 'task' | 'label'>,
  takesBack: boolean,
): Promise<Done> {
  // Under another key: the page that was answered on goes on as it is.
  const asked = { ...taskQuery(round, task), queryKey: ['task', round, task, 'after'] };
  const now = await queryClient.fetchQuery(asked).catch(() => undefined);
  const changeable = now !== undefined && now.changeableUntil !== null;
  return { round, task, label, changeable, over: now !== undefined && !changeable && takesBack && !now.late };
}
