import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { AnyStreamId } from '../contracts/ids.ts';
import { Api, type ApiOptions, streamPath, withApiOptions } from './api.ts';
import { checked, jsonIn, valueIn } from './input.ts';
import { type Io, print, printJson } from './io.ts';

interface SendOptions extends ApiOptions {
  readonly body?: string;
  readonly file?: string;
  readonly id?: string;
}

/** `rostrum send selection:trainers-2027 pause --body '{"reason": "strike"}'` */
export function registerSend(program: Command, io: Io): void {
  const send = program
    .command('send')
    .description('send any command to a stream; GET /api/openapi.json lists them with their bodies')
    .argument('<stream>', 'such as selection:trainers-2027')
    .argument('<command>', 'such as pause')
    .option('--body <json>', 'its body')
    .option('--file <file>', 'its body in a JSON or YAML file; - for stdin')
    .option('--id <command>', 'command id; the same id again is the same command')
    .addHelpText('after', `\nExample:\n  rostrum send selection:trainers-2027 pause --body '{"reason": "strike"}'`);
  withApiOptions(send).action(async (stream: string, command: string, options: SendOptions) => {
    checked(AnyStreamId, stream, stream);
    const given = options.file ? await valueIn(io, options.file) : jsonIn(options.body ?? '{}', '--body');
    const body = { ...(given as object), commandId: options.id ?? randomUUID() };
    const accepted = await new Api(io, options).post(`${streamPath(stream)}/${encodeURIComponent(command)}`, body);
    if (options.json) printJson(io, accepted);
    else print(io, `${command} was accepted by ${stream} and is in the ledger.`);
  });
}
