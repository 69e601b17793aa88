import { house } from '../../contracts/reasons.ts';
import type { SelectionEvent } from '../../contracts/selection/events.ts';
import type { Context } from '../process.ts';
import { event } from './kit.ts';
import { openTasksAbout } from './open-tasks.ts';
import { isEmployed } from './people.ts';
import { type SelectionState, standing } from './state.ts';

/** At any stage up to the appointment: the application of somebody who has left the company is out, as if withdrawn. */
export function leaversDue(state: SelectionState, context: Context): readonly SelectionEvent[] {
  return standing(state)
    .filter((a) => a.appointment === null && !isEmployed(context.organisation, a.person))
    .map(({ code }) => {
      const tasks = openTasksAbout(state, code, context);
      return event('ApplicationWithdrawn', { application: code, reason: house('applicant-left'), tasks });
    });
}
