import type { DevelopmentSight } from '../../access/sight/development.ts';
import type { Idp } from '../../contracts/cycle/needs.ts';
import type { Answer } from '../../contracts/form.ts';
import type { PersonId } from '../../contracts/ids.ts';
import type { Fact } from '../../contracts/views/fact.ts';
import type { DevelopmentPlan } from '../../contracts/views/people/development.ts';
import type { PlanEvent } from '../../db/views/development.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import { textIn, withGoals } from '../cycle/goals.ts';
import { fact } from '../fact.ts';
import { ofCycle } from './reading.ts';
import type { DevelopmentTask } from './tasks.ts';

export const PLAN_EVENTS = ['IdpProposed', 'IdpAnswered'] as const;

/** What a plan is made of beside the cycle: the tasks of its talk and signatures, and what is on record. */
export interface PlanSources {
  readonly tasks: readonly DevelopmentTask[];
  readonly events: readonly PlanEvent[];
}

/** Somebody's development plan in a cycle, as far as it is seen; undefined: there is none. */
export function planOf(
  state: CycleState,
  person: PersonId,
  { tasks, events }: PlanSources,
  { near }: DevelopmentSight,
): DevelopmentPlan | undefined {
  const idp = state.idps[person];
  if (!idp) return undefined;
  const talk = tasks.find((t) => t.round === idp.round && t.task === idp.task);
  const own = tasks.filter((t) => t.owner === state.stream && t.purpose === 'signatures' && t.state !== 'withdrawn');
  const signature = own.at(-1);
  return {
    cycle: ofCycle(state),
    state: idp.state,
    held: textIn(talk?.answer, 'held'),
    items: itemsOf(idp, talk?.answer),
    remarks: near ? textIn(talk?.answer, 'remarks') : null,
    signatures: [
      { as: 'supervisor', person: idp.supervisor, answer: 'signed', at: talk?.settledAt ?? null, comment: null },
      {
        as: 'employee',
        person,
        answer: idp.state === 'proposed' ? 'open' : idp.state,
        at: idp.state === 'proposed' ? null : (signature?.settledAt ?? null),
        comment: near ? textIn(signature?.answer, 'comment') : null,
      },
    ],
    history: events.filter((e) => e.stream === state.stream).map(lineOf),
  };
}

function itemsOf({ items }: Idp, record: Answer | null | undefined): DevelopmentPlan['items'] {
  return withGoals(items, record).map(({ element, means, until, goal }) => ({
    element,
    means: MEANS[means],
    until,
    goal,
  }));
}

const MEANS: Readonly<Record<Idp['items'][number]['means'], Fact>> = {
  course: fact('course', {}, 'Course', '课程'),
  coaching: fact('coaching', {}, 'Coaching on the job', '在岗辅导'),
  project: fact('project', {}, 'Project', '项目实践'),
  'self-study': fact('self-study', {}, 'Self-study', '自学'),
};

const ANSWERED: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  signed: ['The employee has signed it.', '员工已确认。'],
  disputed: ['The employee has objected to it.', '员工提出异议。'],
  unsigned: ['It was left without a signature.', '员工未确认。'],
};

function lineOf({ type, at, body, actor }: PlanEvent): DevelopmentPlan['history'][number] {
  if (type === 'IdpProposed') {
    const goals = Array.isArray(body.items) ? body.items.length : 0;
    const by = String(body.supervisor);
    const en = `The supervisor has recorded a talk with ${goals} ${goals === 1 ? 'goal' : 'goals'}.`;
    return { ...fact('proposed', { goals }, en, `上级已记录面谈，目标 ${goals} 项。`), at, by };
  }
  const code = String(body.state);
  const [en, zh] = ANSWERED[code] ?? ['It was changed.', '已变更。'];
  const by = code === 'unsigned' ? actor : String(body.person);
  return { ...fact(code, {}, en, zh), at, by };
}
