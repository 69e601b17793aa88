import { entryOf } from '../../contracts/entry.ts';
import type { PersonId } from '../../contracts/ids.ts';
import { personal } from '../../contracts/private.ts';
import type { SelectionEvent } from '../../contracts/selection/events.ts';
import { order } from '../procedure/orders.ts';
import { task } from '../procedure/part.ts';
import { taskIn } from '../procedure/rounds.ts';
import type { Context } from '../process.ts';
import { refuse } from '../refuse.ts';
import { formOf, TITLES } from './forms.ts';
import { ensureRound, event, notice, type Part } from './kit.ts';
import { inScope, refusalOfPerson } from './people.ts';
import type { SelectionState } from './state.ts';

/** Each nomination writes to somebody: nobody writes to the whole company by it. */
const MOST_OF_ONE = 20;

const timesOf = ({ nominated }: SelectionState, person: PersonId) => entryOf(nominated, person) ?? 0;

/** Anybody may nominate a colleague, who then accepts or declines. */
export const nominations = {
  commands: {
    nominate(state, { actor, body }, { now, organisation }) {
      if (state.stage !== 'publicity' && state.stage !== 'call') {
        return refuse('wrong-stage/nominations-closed', { stage: state.stage });
      }
      if (actor === body.person) return refuse('not-allowed/nominating-oneself', {});
      const fault = refusalOfPerson(organisation, body.person);
      if (fault) return fault;
      if (!inScope(state, organisation.people.get(body.person)!.department)) {
        return refuse('not-allowed/not-in-scope', { person: body.person });
      }
      // Those who had been nominated before count as well: else one would know them by what one may do still.
      if (timesOf(state, actor) >= MOST_OF_ONE) {
        return refuse('not-allowed/nominated-often', { times: MOST_OF_ONE });
      }
      // Whoever has been nominated is asked once. Nobody hears that, nor whether somebody has applied, who is asked like others.
      if (state.nominations[body.person]) return [event('NominatedAgain', { person: body.person, by: actor })];
      const due = state.stage === 'call' ? (state.until ?? now) : (state.plan.call?.end ?? now);
      const [round, started] = ensureRound(state, 'nominations', due);
      const reason = personal(body.person, body.reason);
      return [...started, event('Nominated', { person: body.person, by: actor, round, due, reason })];
    },
  },
  folds: {
    Nominated(state, { person, by, reason, round }) {
      state.nominations[person] = { by, reason, round, answer: 'asked' };
      state.nominated[by] = timesOf(state, by) + 1;
    },
    NominatedAgain(state, { by }) {
      state.nominated[by] = timesOf(state, by) + 1;
    },
    NominationAnswered(state, { person, answer }) {
      const nomination = state.nominations[person];
      if (nomination) state.nominations[person] = { ...nomination, answer };
    },
  },
  follows: {
    Nominated: (state, { person, by, round, due }) => [
      order(round, 'addTasks', { tasks: [task(person, person, { aboutPerson: person, due })] }, 'undo'),
      notice(state, person, 'selection.nominated', { nominator: by }),
    ],
    NominationAnswered: (state, { person, answer }) => {
      const by = state.nominations[person]?.by;
      return by ? [notice(state, by, 'selection.nominationAnswered', { person, answer })] : [];
    },
  },
  sheets: {
    nominations: () => ({ title: TITLES.nominations, form: formOf('nominations'), minutes: 3, tasks: [] }),
  },
} satisfies Part;

/** Learns how nominated people have answered. */
export function nominationsDue(state: SelectionState, context: Context): SelectionEvent[] {
  return Object.entries(state.nominations).flatMap(([person, { round, answer }]) => {
    if (answer !== 'asked') return [];
    const asked = taskIn(context, round, person);
    if (!asked || asked.state === 'open' || asked.state === 'drafted') return [];
    const said = asked.answer ? (asked.answer.accepts === true ? 'accepted' : 'declined') : null;
    const silent = asked.state === 'lapsed' || asked.state === 'withdrawn';
    return [event('NominationAnswered', { person, answer: said ?? (silent ? 'silent' : 'declined') })];
  });
}

/** What was not answered when nominations close counts as silence. */
export function closeNominations(state: SelectionState): SelectionEvent[] {
  return Object.entries(state.nominations)
    .filter(([, n]) => n.answer === 'asked')
    .map(([person]) => event('NominationAnswered', { person, answer: 'silent' }));
}
