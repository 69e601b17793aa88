import type { Instant, PersonId } from '../../contracts/ids.ts';
import type { RoundEventBodies, RoundSpec } from '../../contracts/round.ts';
import { civilInstant } from '../calendar/civil.ts';
import { parseDuration } from '../calendar/duration.ts';
import { addDuration } from '../calendar/workday.ts';
import { personTime } from '../organisation/directory.ts';
import { lineAbove } from '../organisation/line.ts';
import { hearersFor } from '../procedure/runners.ts';
import type { Context } from '../process.ts';
import type { DueReminder } from './agenda.ts';
import { isBarred, selfOf } from './bars.ts';
import type { RoundState, Task } from './state.ts';

type Escalated = RoundEventBodies['RemindersSent']['escalated'];
type As = Escalated[number]['as'];

/** Who is told of the silence of others, each once: as a manager, or as who runs the procedure. */
export function escalationsOf(state: RoundState, due: readonly DueReminder[], context: Context): Escalated {
  const told = new Map<PersonId, { as: As; tasks: Set<string> }>();
  for (const { person, tells } of due) {
    for (const as of ['manager', 'owner'] as const) {
      for (const id of tells[as]) {
        for (const hearer of hearersOf(state.spec!, state.tasks.get(id)!, person, as, context)) {
          const line = told.get(hearer.person) ?? { as: hearer.as, tasks: new Set<string>() };
          told.set(hearer.person, line);
          if (hearer.as === 'owner') line.as = 'owner';
          line.tasks.add(id);
        }
      }
    }
  }
  return [...told].map(([to, { as, tasks }]) => ({ to, as, tasks: [...tasks] }));
}

interface Hearer {
  readonly person: PersonId;
  readonly as: As;
}

/**
 * Who hears that somebody is silent on a task: the nearest manager above who is there, or those who run it now and are; where
 * there is none, the others of the two; and somebody who is away only when nobody is there at all. Never the silent
 * person, nor whom the task judges, nor as a manager whom the whole round bars.
 */
function hearersOf(spec: RoundSpec, task: Task, silent: PersonId, as: As, context: Context): Hearer[] {
  const { people } = context.organisation;
  const judged = selfOf(spec, task) === 'barred' ? task.aboutPerson : null;
  const may = (person: PersonId) => person !== silent && person !== judged && people.get(person)?.employed === true;
  const line = [...lineAbove(people, silent)].map((p) => p.id).filter((p) => may(p) && !isBarred(spec, p));
  const owners = hearersFor(spec.owners, context).filter(may);
  const there = (person: PersonId) => !isAwayTooLong(spec, person, context);
  const managers = (of: readonly PersonId[]) => of.slice(0, 1).map((person): Hearer => ({ person, as: 'manager' }));
  const runners = (of: readonly PersonId[]) => of.map((person): Hearer => ({ person, as: 'owner' }));
  const inTurn =
    as === 'manager'
      ? [managers(line.filter(there)), runners(owners.filter(there)), managers(line), runners(owners)]
      : [runners(owners.filter(there)), managers(line.filter(there)), runners(owners), managers(line)];
  return inTurn.find((hearers) => hearers.length > 0) ?? [];
}

function isAwayTooLong({ policy }: RoundSpec, person: PersonId, { now, organisation }: Context): boolean {
  const time = personTime(organisation, person);
  const back: Instant = civilInstant(now, time);
  return back > addDuration(now, parseDuration(policy.patience), time);
}
