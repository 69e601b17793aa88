import type { RoundView, TaskLine } from '../contracts/views/round.ts';
import type { Client } from './client.ts';

/** A task as operations see it, with the round that it is of. */
export type OpenTask = TaskLine & Pick<RoundView, 'purpose'> & { readonly round: string };

/** What is open in a round, page by page. */
export async function openTasks(client: Client, operator: string, { id, purpose }: RoundView): Promise<OpenTask[]> {
  const tasks: OpenTask[] = [];
  let after: string | null = '';
  while (after !== null) {
    const from: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
    const page: { tasks: TaskLine[]; next: string | null } = await client.get(
      operator,
      `/api/rounds/${id}/tasks?state=open&limit=1000${from}`,
    );
    tasks.push(...page.tasks.map((task) => ({ ...task, round: id, purpose })));
    after = page.next;
  }
  return tasks;
}
