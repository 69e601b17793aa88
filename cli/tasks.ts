import type { Command } from 'commander';
import type { Inbox } from '../contracts/views/inbox.ts';
import type { TaskLine } from '../contracts/views/round.ts';
import { Api, type ApiOptions, pathId, withApiOptions } from './api.ts';
import { EXIT, Failure, type Io, print, printJson } from './io.ts';
import { Progress } from './progress.ts';
import { table, when } from './table.ts';

interface TasksOptions extends ApiOptions {
  readonly of?: string;
  readonly round?: string;
  readonly state?: string;
}

/** `rostrum tasks --of E017`, `rostrum tasks --round round:selection.trainers-2027.review` */
export function registerTasks(program: Command, io: Io): void {
  const tasks = program
    .command('tasks')
    .description('the open tasks of a person, or all tasks of a round')
    .option('--of <person>', 'the inbox of this person (with a development token)')
    .option('--round <round>', 'all tasks of this round; for operations')
    .option('--state <state>', 'with --round: only those in this state, such as open');
  withApiOptions(tasks).action(async (options: TasksOptions) => {
    if (options.of && options.round) throw new Failure(EXIT.input, 'Give --of or --round, not both.');
    if (options.round) await ofRound(io, options.round, options);
    else await ofPerson(io, options.of ? { ...options, as: options.of } : options);
  });
}

async function ofPerson(io: Io, options: TasksOptions): Promise<void> {
  const inbox = await new Api(io, options).get<Inbox>('/api/me/tasks');
  if (options.json) return printJson(io, inbox);
  if (!inbox.tasks.length) return print(io, 'Nothing is open.');
  const rows = inbox.tasks.map((t) => [
    t.round,
    t.task,
    t.title.en,
    when(t.due),
    t.late ? 'late' : t.drafted ? 'drafted' : 'open',
  ]);
  print(io, table(['ROUND', 'TASK', 'TITLE', 'DUE (UTC)', 'STATE'], rows));
}

async function ofRound(io: Io, round: string, options: TasksOptions): Promise<void> {
  const api = new Api(io, options);
  const progress = new Progress(io);
  const tasks: TaskLine[] = [];
  const query = new URLSearchParams({ limit: '1000', ...(options.state ? { state: options.state } : {}) });
  for (let next: string | null = ''; next !== null; ) {
    if (next) query.set('after', next);
    const page: { tasks: TaskLine[]; next: string | null } = await api.get(
      `/api/rounds/${pathId(round)}/tasks?${query}`,
    );
    tasks.push(...page.tasks);
    progress.show(`${tasks.length} tasks`);
    next = page.next;
  }
  progress.done();
  if (options.json) return printJson(io, tasks);
  if (!tasks.length) return print(io, 'There are no such tasks.');
  const rows = tasks.map((t) => [
    t.id,
    t.assignee,
    t.assigneeName,
    t.about,
    t.state,
    when(t.due),
    t.late ? 'late' : '',
  ]);
  print(io, table(['TASK', 'ASSIGNEE', 'NAME', 'ABOUT', 'STATE', 'DUE (UTC)', ''], rows));
}
