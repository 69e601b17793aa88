import type { Instant, PersonId, StreamId } from '../../contracts/ids.ts';
import type { Desk, DeskGroup, DeskTask } from '../../contracts/views/desk.ts';
import { PENDING } from '../../db/pending.ts';
import { type DeskRow, heldBy } from '../../db/views/desk.ts';
import { offeringsAhead } from '../../db/views/offerings.ts';
import { procedureLines } from '../../db/views/procedures.ts';
import { namesOf } from '../../db/views/selections.ts';
import { DAY_MS, dayText } from '../../domain/calendar/day.ts';
import { awayUntil } from '../../domain/calendar/leave.ts';
import { wallTimeOf } from '../../domain/calendar/zone.ts';
import type { OfferingState } from '../../domain/offering/state.ts';
import { personTime } from '../../domain/organisation/directory.ts';
import { isEmployed } from '../../domain/organisation/scope.ts';
import { deputyOf } from '../../domain/organisation/stand-in.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import { actsIn, changeableUntil } from '../../domain/round/acts.ts';
import type { SelectionState } from '../../domain/selection/state.ts';
import type { Sources } from '../sources.ts';
import { courseAhead, mayTakePart, stagesAhead, takesPart } from './coming.ts';
import { labelOf } from './label.ts';
import { asksSelection, whyOf } from './why.ts';

const MOST_ANSWERED = 20;
const MOST_COMING = 10;
/** Stages of so many procedures are shown, the newest; so many are looked at for them. */
const MOST_PARTS = 5;
const LOOKED_AT = 20;

/** What is asked of somebody, what they have answered lately, and what comes. Nobody sees another's. */
export async function deskOf({ pool, keys, reader }: Sources, person: PersonId, now: Instant): Promise<Desk> {
  const [held, ahead, running] = await Promise.all([
    heldBy(pool, keys, { person, now, answered: MOST_ANSWERED }),
    // Wherever it is, what was over yesterday is over.
    offeringsAhead(pool, person, dayText(Math.floor(now / DAY_MS) - 1), MOST_COMING),
    procedureLines(pool, { kinds: ['cycle', 'selection'], open: true }),
  ]);
  const groups = grouped(held);
  const organisation = await reader.organisation();
  const owners = groups.map(([first]) => first!).filter(asksSelection);
  const asked = new Set(held.flatMap(({ owner }) => owner ?? []));
  const perhaps = mayTakePart(running, person, asked, organisation).slice(0, LOOKED_AT);
  const streams = [...owners.map((t) => t.owner!), ...perhaps.map(({ id }) => id), ...ahead];
  const states = await reader.states([...new Set(streams)] as StreamId[]);
  const parts = perhaps
    .filter((line) => takesPart(line, states.get(line.id as StreamId), person, asked, organisation))
    .slice(0, MOST_PARTS);
  const coming = [
    ...ahead.flatMap((id) => courseAhead(states.get(id) as OfferingState, person, now)),
    ...parts.flatMap((line) => stagesAhead(line, states.get(line.id as StreamId), now)),
  ];
  return {
    now,
    groups: groups.map((tasks) => {
      const [first] = tasks as [DeskRow];
      const selection = asksSelection(first) ? states.get(first.owner as StreamId) : undefined;
      return groupOf(tasks, person, { organisation, selection: selection as SelectionState | undefined });
    }),
    answered: answeredIn(held),
    coming: coming.sort((one, other) => one.at - other.at).slice(0, MOST_COMING),
    away: await awayOf(pool, person, organisation, now),
  };
}

const isPending = ({ state }: DeskRow) => (PENDING as readonly string[]).includes(state);
const isOpen = ({ roundState }: DeskRow) => roundState !== 'settled';

/** The tasks of each round of which something is open, by due instant. */
function grouped(held: readonly DeskRow[]): DeskRow[][] {
  const rounds = new Map<string, DeskRow[]>();
  for (const task of held.filter(isOpen)) {
    const known = rounds.get(task.round);
    if (known) known.push(task);
    else rounds.set(task.round, [task]);
  }
  return [...rounds.values()].filter((tasks) => tasks.some(isPending)).sort((a, b) => dueOf(a) - dueOf(b));
}

const dueOf = (tasks: readonly DeskRow[]): Instant => Math.min(...tasks.filter(isPending).map((t) => t.due));

function groupOf(tasks: readonly DeskRow[], person: PersonId, grounds: Parameters<typeof whyOf>[2]): DeskGroup {
  const open = tasks.filter(isPending);
  const [next] = [...open].sort((a, b) => (b.savedAt ?? 0) - (a.savedAt ?? 0));
  const { round, purpose, title, of, minutes, policy, roundState } = next!;
  const rest = tasks.filter((t) => t !== next);
  return {
    ...{ round, purpose, title, of, minutes },
    why: whyOf([next!, ...rest], person, grounds),
    due: dueOf(tasks),
    late: open.some((t) => t.overdue),
    held: roundState === 'held',
    done: tasks.length - open.length,
    drafted: open.filter((t) => t.state === 'drafted').length,
    total: tasks.length,
    next: next!.task,
    tasks: tasks.map(taskOf),
    may: actsIn(policy),
  };
}

function taskOf(held: DeskRow): DeskTask {
  const { task, about, state, due, overdue, savedAt } = held;
  const pending = isPending(held);
  return {
    ...{ task, about, label: labelOf(held), state: state as DeskTask['state'], due },
    late: pending && overdue,
    savedAt: pending ? savedAt : null,
  };
}

function answeredIn(held: readonly DeskRow[]): Desk['answered'] {
  return held
    .filter((t) => t.state === 'submitted')
    .sort((a, b) => b.settledAt! - a.settledAt!)
    .slice(0, MOST_ANSWERED)
    .map((t) => ({
      ...{ round: t.round, task: t.task, purpose: t.purpose, title: t.title, of: t.of, label: labelOf(t) },
      at: t.settledAt!,
      changeableUntil: changeableUntil(t.policy, { ...t, round: t.roundState }),
    }));
}

async function awayOf(
  pool: Sources['pool'],
  person: PersonId,
  organisation: OrganisationState,
  now: Instant,
): Promise<Desk['away']> {
  const { absences, timeZone } = personTime(organisation, person);
  const until = awayUntil(wallTimeOf(now, timeZone).day, absences);
  if (until === undefined) return null;
  const deputy = deputyOf(organisation, person);
  if (deputy === undefined || !isEmployed(organisation, deputy)) return { until: dayText(until), deputy: null };
  const name = (await namesOf(pool, [deputy])).get(deputy) ?? null;
  return { until: dayText(until), deputy: { id: deputy, name } };
}
