import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { Answer, Field } from '../contracts/form.ts';
import type { TaskView } from '../contracts/views/round.ts';
import { Api, type ApiOptions, pathId, withApiOptions } from './api.ts';
import { valueIn } from './input.ts';
import { EXIT, Failure, type Io, print, printJson } from './io.ts';

interface SubmitOptions extends ApiOptions {
  readonly answer: readonly string[];
  readonly id?: string;
}

/** `rostrum submit round:selection.trainers-2027.review A-7K3Q.E017 --answer score=8 "comment=clear voice" --as E017` */
export function registerSubmit(program: Command, io: Io): void {
  const submit = program
    .command('submit')
    .description('submit the answer to a task, as its assignee')
    .argument('<round>')
    .argument('<task>')
    .requiredOption('--answer <what...>', 'a JSON or YAML file, - for stdin, or key=value for each field')
    .option('--id <command>', 'command id; the same id again is the same command')
    .addHelpText(
      'after',
      '\nExample:\n  rostrum submit round:r1 A-7K3Q.E017 --answer score=8 "comment=clear" --as E017',
    );
  withApiOptions(submit).action(async (round: string, task: string, options: SubmitOptions) => {
    const api = new Api(io, options);
    const path = `/api/rounds/${pathId(round)}/tasks/${encodeURIComponent(task)}`;
    const answer = await answerFrom(io, options.answer, () => api.get<TaskView>(path));
    const accepted = await api.post(`${path}/submit`, { answer, commandId: options.id ?? randomUUID() });
    if (options.json) printJson(io, accepted);
    else print(io, `The answer to ${task} is in the ledger.`);
  });
}

async function answerFrom(io: Io, given: readonly string[], task: () => Promise<TaskView>): Promise<unknown> {
  const [first] = given;
  if (given.length === 1 && first && !first.includes('=')) return valueIn(io, first);
  const { form } = await task();
  const answer: Answer = {};
  for (const pair of given) {
    const [key, text] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    const field = form.fields.find((f) => f.key === key);
    if (!pair.includes('=') || !field) {
      const keys = form.fields.map((f) => f.key).join(', ');
      throw new Failure(EXIT.input, `--answer ${pair}: write key=value with one of the form's fields: ${keys}.`);
    }
    answer[key] = valueFor(field, text);
  }
  return answer;
}

/** The text as the field takes it; whether it fits the form is the round's word. */
function valueFor(field: Field, text: string): Answer[string] {
  if (field.kind === 'people' || field.kind === 'ids') return text.split(',').map((item) => item.trim());
  if (field.kind === 'flag') return text === 'yes' || text === 'true';
  if (field.kind !== 'score') return text;
  const figure = Number(text);
  if (text.trim() === '' || Number.isNaN(figure)) {
    throw new Failure(EXIT.input, `--answer ${field.key}=${text}: ${field.key} takes a figure, such as ${field.max}.`);
  }
  return figure;
}
