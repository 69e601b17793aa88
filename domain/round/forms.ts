import type { Form } from '../../contracts/form.ts';
import { keptReason } from '../../contracts/reasons.ts';
import type { RoundCommandBodies, RoundEvent, RoundSpec } from '../../contracts/round.ts';
import type { Command, Decision, Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import { named } from './evolve.ts';
import { unknownTask } from './refusals.ts';
import type { RoundState, Task } from './state.ts';

/** How many of a round's forms a refusal names. */
const MOST_NAMED = 10;

/** The form that a task is answered on. */
export function formOf(spec: RoundSpec, task: Pick<Task, 'form'>): Form {
  return task.form === null ? spec.form : spec.forms![task.form]!;
}

/** What is wrong with the name of a form; null when the round has it. */
export function faultOfForm(spec: RoundSpec, key: string | null): Rejection | null {
  if (key === null || Object.hasOwn(spec.forms ?? {}, key)) return null;
  const keys = Object.keys(spec.forms ?? {});
  const known = [...keys.slice(0, MOST_NAMED), ...(keys.length > MOST_NAMED ? ['…'] : [])];
  const facts = { title: spec.title, form: key };
  return known.length
    ? refuse('form-unknown/no-form', { ...facts, forms: known })
    : refuse('form-unknown/only-its-own', facts);
}

/**
 * A form that has changed is another form, under a key of its own: what was drafted or answered on the old one stays
 * with it, and a task that was reopened as well, since it was answered once.
 */
export function reform(
  state: RoundState,
  command: Command<'reform', RoundCommandBodies['reform']>,
): Decision<RoundEvent> {
  const { tasks, key, form, reason } = command.body;
  const spec = state.spec!;
  if (Object.hasOwn(spec.forms ?? {}, key)) {
    return refuse('duplicate/form-there', { title: spec.title, form: key });
  }
  const unknown = tasks === 'all' ? undefined : tasks.find((id) => !state.tasks.has(id));
  if (unknown !== undefined) return unknownTask(state, unknown);
  const untouched = named(state, tasks).filter((id) => isUntouched(state.tasks.get(id)!));
  if (!untouched.length) {
    return refuse('task-not-open/begun-already', {});
  }
  const body = { key, form, tasks: untouched, reason: keptReason(command.actor, reason) };
  return [{ type: 'TasksReformed', body }];
}

function isUntouched(task: Task): boolean {
  return task.state === 'open' && !task.drafted && task.revision === 0;
}
