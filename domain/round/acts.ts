import type { Instant } from '../../contracts/ids.ts';
import type { RoundPolicy } from '../../contracts/round.ts';
import type { TaskAct } from '../../contracts/views/acts.ts';
import type { RoundState, TaskState } from './state.ts';

type Rules = Pick<RoundPolicy, 'delegation' | 'own' | 'self' | 'reopens' | 'late'>;

/** What the rules of a round let its assignees do, at one time or another: what nobody else can say is stepped back from by nobody. */
export function actsIn({ delegation, own, self, reopens }: Rules): TaskAct[] {
  const others = self !== 'only';
  return [
    'submit',
    ...(delegation && !own && others ? (['delegate'] as const) : []),
    ...(others ? (['recuse'] as const) : []),
    'decline',
    ...(!reopens || reopens.includes('submitted') ? (['takeBack'] as const) : []),
  ];
}

interface Standing {
  readonly state: TaskState;
  readonly due: Instant;
  /** Its due instant has passed, before the round was put on hold if it is. */
  readonly overdue: boolean;
  readonly round: RoundState['phase'];
}

/** Until when an answer may be taken back; null: it stands. */
export function changeableUntil(rules: Rules, { state, due, overdue, round }: Standing): Instant | null {
  if (state !== 'submitted' || overdue || round === 'settled') return null;
  return actsIn(rules).includes('takeBack') ? due : null;
}

/** What the assignee of a task may do with it now. */
export function actsOn(rules: Rules, task: Standing): TaskAct[] {
  if (task.round === 'settled') return [];
  const isTooLate = task.overdue && rules.late === 'refuse';
  if (task.state === 'open' || task.state === 'drafted')
    return actsIn(rules).filter((act) => act !== 'takeBack' && !(isTooLate && act === 'submit'));
  return changeableUntil(rules, task) === null ? [] : ['takeBack'];
}
