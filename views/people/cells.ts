import type { StreamId } from '../../contracts/ids.ts';
import type { AbilityCell } from '../../contracts/views/people/ability.ts';
import { ratingsIn } from '../../domain/cycle/ratings/findings.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import { compareRatings } from '../../domain/gaps/comparison.ts';
import { type GapRow, gapRows } from '../../domain/gaps/gap.ts';
import type { OrganisationState, Person } from '../../domain/organisation/state.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import type { RoundState } from '../../domain/round/state.ts';
import type { CycleReading } from '../cycle/reading.ts';
import { Fates } from './fates.ts';

type Rounds = ReadonlyMap<StreamId, RoundState>;

/** The abilities of some people against their posts in a cycle, beside those in the cycle before. */
export function cellsOf(
  reading: CycleReading,
  before: CycleState | undefined,
  people: readonly Person[],
  rounds: Rounds,
): AbilityCell[] {
  const { state, organisation } = reading;
  const ids = new Set(people.map((p) => p.id));
  const ratings = ratingsIn(state, rounds, 'ratings').filter((r) => ids.has(r.person));
  const pairs = compareRatings(
    ratings,
    ratingsIn(state, rounds, 'self-ratings').filter((r) => ids.has(r.person)),
    termsOf(state).ratingDistance,
  );
  const own = new Map(pairs.map((p) => [`${p.person}|${p.element}`, p]));
  const earlier = new Map(
    (before ? rowsOf(before, organisation, people, rounds) : []).map((r) => [`${r.person}|${r.element}`, r]),
  );
  const fates = new Fates(reading, ids);
  return gapRows(people, organisation.posts, ratings).map((row) => {
    const { person, element, importance, required, rated, gap, weighted } = row;
    const pair = own.get(`${person}|${element}`);
    const was = earlier.get(`${person}|${element}`);
    const goal = state.idps[person]?.items.find((i) => i.element === element);
    return {
      ...{ person, element, importance, required, rated, gap, weighted },
      own: pair?.self ?? null,
      apart: pair?.flagged ?? false,
      fate: fates.of(row),
      goal: goal ? { means: goal.means, until: goal.until } : null,
      before: was ? { required: was.required, rated: was.rated, gap: was.gap } : null,
    };
  });
}

function rowsOf(state: CycleState, { posts }: OrganisationState, people: readonly Person[], rounds: Rounds): GapRow[] {
  const ids = new Set(people.map((p) => p.id));
  return gapRows(
    people,
    posts,
    ratingsIn(state, rounds, 'ratings').filter((r) => ids.has(r.person)),
  );
}
