import type { Content } from '../../store/draft.ts';
import type { MatterOf } from '../purpose.ts';

type Need = MatterOf<'cycle-needs'>['needs'][number];

/** Those that a department may still say something about. */
export function openNeeds({ needs }: Pick<MatterOf<'cycle-needs'>, 'needs'>): readonly Need[] {
  return needs.filter(({ state }) => state !== 'withdrawn' && state !== 'sent-back');
}

/** Those that wait until their author has answered a question. */
export function waitingNeeds({ needs }: Pick<MatterOf<'cycle-needs'>, 'needs'>): readonly Need[] {
  return needs.filter(({ state }) => state === 'sent-back');
}

/** Whether somebody has put it into words; the ratings, or the cycle before, have found any other. */
export const isStated = ({ by }: Need): boolean => by !== null;

/** What somebody has put into words stands without being confirmed, unless the department needs nothing at all. */
export const stands = (need: Need): boolean => isStated(need) && need.state !== 'dropped';

/** The needs as an answer has them: above the line in their order, and below it what is dropped. */
export interface Order {
  readonly above: readonly string[];
  readonly below: readonly string[];
}

/** As they were put into order; before anybody did, as they press: what must be, then by urgency, then by how many need it. */
export function orderOf(matter: MatterOf<'cycle-needs'>, { confirmed }: Content): Order {
  const open = openNeeds(matter);
  const known = new Set(open.map(({ need }) => need));
  if (!Array.isArray(confirmed)) {
    const pressing = [...open].sort(
      (a, b) => Number(b.must) - Number(a.must) || a.urgency - b.urgency || b.people.length - a.people.length,
    );
    return { above: pressing.map(({ need }) => need), below: [] };
  }
  const named = (confirmed as readonly string[]).filter((id) => known.has(id));
  const others = open.filter(({ need }) => !named.includes(need));
  return {
    above: [...named, ...others.filter(stands).map(({ need }) => need)],
    below: others.filter((need) => !stands(need)).map(({ need }) => need),
  };
}

/**
 * One of them at another place of the whole list, in which the line is a place of its own: whoever crosses it is confirmed or dropped.
 * @param to counted from 0, the line included
 */
export function moved({ above, below }: Order, need: string, to: number): readonly string[] {
  const LINE = '';
  const rest = [...above, LINE, ...below].filter((id) => id !== need);
  rest.splice(Math.max(0, Math.min(to, rest.length)), 0, need);
  return rest.slice(0, rest.indexOf(LINE));
}
