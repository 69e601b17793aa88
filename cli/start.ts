import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { CycleTerms } from '../contracts/cycle.ts';
import { SelectionTerms } from '../contracts/selection.ts';
import { Api, type ApiOptions, withApiOptions } from './api.ts';
import { checked, valueIn } from './input.ts';
import { type Io, print, printJson } from './io.ts';

/** `rostrum start selection terms.yaml --id trainers-2027`, `rostrum start cycle plan-2027 --terms terms.yaml` */
export function registerStart(program: Command, io: Io): void {
  const start = program.command('start').description('start a procedure');
  startCycle(start, io);
  const selection = start
    .command('selection')
    .description('open a selection of internal trainers with the terms in a file')
    .argument('<file>', 'its terms, YAML or JSON; - reads them from stdin')
    .requiredOption('--id <id>', 'a readable id of its own, such as trainers-2027')
    .addHelpText('after', '\nExample:\n  rostrum start selection terms.yaml --id trainers-2027 --as E001');
  withApiOptions(selection).action(async (file: string, options: ApiOptions & { id: string }) => {
    const terms = checked(SelectionTerms, await valueIn(io, file), file);
    const api = new Api(io, options);
    const accepted = await api.post('/api/selections', { id: options.id, terms, commandId: randomUUID() });
    if (options.json) printJson(io, accepted);
    else print(io, `selection:${options.id} is open; see it with: rostrum status selection:${options.id}`);
  });
}

function startCycle(start: Command, io: Io): void {
  const cycle = start
    .command('cycle')
    .description('open a training-plan cycle with the terms in a file; look at it first with: rostrum cycle preview')
    .argument('<id>', 'a readable id of its own, such as plan-2027')
    .requiredOption('--terms <file>', 'its terms, YAML or JSON; - reads them from stdin')
    .addHelpText('after', '\nExample:\n  rostrum start cycle plan-2027 --terms terms.yaml --as E001');
  withApiOptions(cycle).action(async (id: string, options: ApiOptions & { terms: string }) => {
    const terms = checked(CycleTerms, await valueIn(io, options.terms), options.terms);
    const accepted = await new Api(io, options).post('/api/cycles', { id, terms, commandId: randomUUID() });
    const stream = id.startsWith('cycle:') ? id : `cycle:${id}`;
    if (options.json) printJson(io, accepted);
    else print(io, `${stream} is open; see it with: rostrum status ${stream}`);
  });
}
