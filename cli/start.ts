import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { isKind, kindNames, wordsOf } from '../contracts/kinds.ts';
import { processOfKind } from '../domain/kinds.ts';
import { Api, type ApiOptions, withApiOptions } from './api.ts';
import { checked, valueIn } from './input.ts';
import { EXIT, Failure, type Io, print, printJson } from './io.ts';

/** `rostrum start cycle plan-2027 --terms terms.yaml` */
export function registerStart(program: Command, io: Io): void {
  const start = program
    .command('start')
    .description('open a procedure with the terms in a file; look at it first with: rostrum preview')
    .argument('<kind>', `what to open: ${procedures().join(', ')}`)
    .argument('<id>', 'a readable id of its own, such as plan-2027')
    .requiredOption('--terms <file>', 'its terms, YAML or JSON; - reads them from stdin')
    .addHelpText(
      'after',
      '\nExamples:\n  rostrum start selection trainers-2027 --terms terms.yaml --as E001\n  rostrum start cycle plan-2027 --terms terms.yaml --as E001',
    );
  withApiOptions(start).action(async (kind: string, id: string, options: ApiOptions & { terms: string }) => {
    const terms = await termsIn(io, kind, options.terms);
    const api = new Api(io, options);
    const body = { id, terms, commandId: randomUUID() };
    const accepted = await namingKinds(api, kind, api.post(`/api/${kind}s`, body));
    const stream = id.startsWith(`${kind}:`) ? id : `${kind}:${id}`;
    if (options.json) printJson(io, accepted);
    else print(io, `${stream} is open; see it with: rostrum status ${stream}`);
  });
}

/** The procedures of the house; an installation may have further ones, which its API knows. */
function procedures(): string[] {
  return kindNames().filter((kind) => wordsOf(kind).procedure);
}

/** What is asked of the procedures of a kind. @throws `Failure`, which names the kinds where there is none of that name */
export async function namingKinds<T>(api: Api, kind: string, asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof Failure && error.exitCode === EXIT.input)) throw error;
    const { paths } = await api.get<{ paths: object }>('/api/openapi.json');
    const kinds = Object.keys(paths).flatMap((path) => /^\/api\/(\w+)s\/preview$/.exec(path)?.[1] ?? []);
    if (kinds.includes(kind)) throw error;
    throw new Failure(EXIT.input, `There is no kind ${kind} to open; say one of ${kinds.join(', ')}.`);
  }
}

/** The terms in a file, checked here where the kind is one of the house. @throws `Failure` when they are none */
export async function termsIn(io: Io, kind: string, file: string): Promise<unknown> {
  const given = await valueIn(io, file);
  const shape = isKind(kind) && wordsOf(kind).procedure ? processOfKind(kind).commands.open : undefined;
  return shape ? checked(shape, given, file) : given;
}
