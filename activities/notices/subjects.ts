import type { Label } from '../../contracts/form.ts';
import { processTypeOf, type StreamId } from '../../contracts/ids.ts';
import type { RoundSpec } from '../../contracts/round/spec.ts';
import { ApplicationCode } from '../../contracts/selection/commands.ts';
import type { Pool } from '../../db/connection.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { departmentNames } from '../../db/views/notice-facts.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import type { ToldTask } from './told-tasks.ts';

export type Subject = Label | string;

interface Sources {
  readonly pool: Pool;
  readonly reader: StreamReader;
}

/**
 * What tasks of a round are about, as a letter calls it, each once, in their order: by name whoever the task itself says it is
 * about. An application has its number, by which even those find it who are not to know whose it is; whoever agrees to
 * somebody's time knows that. What is somebody's own word is about nobody else.
 */
export async function subjectsOf(
  { pool, reader }: Sources,
  { owner, purpose }: Pick<RoundSpec, 'owner' | 'purpose'>,
  tasks: readonly ToldTask[],
): Promise<(of: readonly ToldTask[]) => Subject[]> {
  const things = new Set(
    tasks.flatMap(({ about, aboutPerson }) => (about !== null && about !== aboutPerson ? [about] : [])),
  );
  const departments = things.size ? await departmentNames(pool, [...things]) : new Map<string, Label>();
  const cycle =
    things.size && owner && processTypeOf(owner as StreamId) === 'cycle'
      ? await reader.cycle(owner as StreamId)
      : undefined;
  const subjectOf = ({ assignee, about, aboutPerson, aboutName }: ToldTask): Subject | null => {
    if (about === null) return null;
    if (about === aboutPerson) return assignee === about ? null : (aboutName ?? about);
    if (ApplicationCode.safeParse(about).success)
      return purpose === 'agreement' && aboutName ? withName(about, aboutName) : about;
    return departments.get(about) ?? (cycle && inCycle(cycle, about)) ?? about;
  };
  return (of) => {
    const found = new Map<string, Subject>();
    for (const task of of) {
      const subject = subjectOf(task);
      if (subject !== null) found.set(JSON.stringify(subject), subject);
    }
    return [...found.values()];
  };
}

function withName(code: string, name: string): Label {
  return { en: `${code} (${name})`, 'zh-CN': `${code}（${name}）` };
}

/** A commitment by its words, a need or a change by its number and what it concerns. */
function inCycle(state: CycleState, about: string): Subject | undefined {
  const commitment = termsOf(state).commitments.find((c) => c.id === about);
  if (commitment) return commitment.text;
  const change = state.changes[about];
  if (!change) return undefined;
  const { what } = change;
  const line = 'offering' in what ? state.lines[what.offering] : undefined;
  const course = line && state.courses[line.course]?.title;
  return course && { en: `${about} (${course.en})`, 'zh-CN': `${about}（${course['zh-CN']}）` };
}
