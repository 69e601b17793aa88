import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { Api, type ApiOptions, pathId, withApiOptions } from './api.ts';
import { instantIn } from './input.ts';
import { type Io, print, printJson } from './io.ts';
import { counted, when } from './table.ts';

interface ExtendOptions extends ApiOptions {
  readonly tasks?: string;
  readonly due: string;
  readonly reason: string;
}

/** `rostrum extend round:selection.trainers-2027.review --due 2027-03-12 --reason "trade fair"` */
export function registerExtend(program: Command, io: Io): void {
  const extend = program
    .command('extend')
    .description('move the due date of open tasks of a round; reminders are planned anew')
    .argument('<round>')
    .option('--tasks <ids>', 'task ids with commas (default: all that are open)')
    .requiredOption('--due <date>', 'new due date: 2027-03-12 (the end of that day here) or 2027-03-12T17:00+08:00')
    .requiredOption('--reason <text>', 'why; it lands in the ledger');
  withApiOptions(extend).action(async (round: string, options: ExtendOptions) => {
    const due = instantIn(options.due, '--due');
    const tasks = options.tasks ? options.tasks.split(',').map((id) => id.trim()) : 'all';
    const body = { tasks, due, reason: options.reason, commandId: randomUUID() };
    const accepted = await new Api(io, options).post(`/api/rounds/${pathId(round)}/extend`, body);
    if (options.json) return printJson(io, accepted);
    const which = tasks === 'all' ? 'All open tasks' : counted(tasks.length, 'task');
    print(io, `${which} of ${round}: now due ${when(due)} UTC.`);
  });
}
