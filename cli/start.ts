import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { SelectionTerms } from '../contracts/selection.ts';
import { Api, type ApiOptions, withApiOptions } from './api.ts';
import { checked, valueIn } from './input.ts';
import { type Io, print, printJson } from './io.ts';

/** `rostrum start selection terms.yaml --id trainers-2027` */
export function registerStart(program: Command, io: Io): void {
  const start = program.command('start').description('start a procedure');
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
