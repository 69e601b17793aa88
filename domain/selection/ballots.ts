import type { SelectionEventBodies } from '../../contracts/selection/events.ts';
import { chairOf, panelOf } from './people.ts';
import { eligible, type SelectionState, termsOf } from './state.ts';

type Decision = SelectionEventBodies['DecisionTaken'];

/** What the panel's ballots come to, before it is asked whether departures have a ground. */
export interface Count extends Decision {
  /** Departures for which no ballot that wanted them states a ground. */
  readonly groundless: readonly string[];
}

/**
 * Counts the ballots: an application has a seat when more than half of the members who voted propose it; at exactly
 * half the chair's vote decides; when more have a majority than there are seats, the most votes come first, then the
 * chair's choice, then the ranking. Choosing among applications that tie for the last seat is no departure.
 */
export function countBallots(state: SelectionState): Count {
  const members = panelOf(state).filter((m) => state.ballots[m]);
  const going = new Set(eligible(state).map((a) => a.code));
  const votes = new Map<string, string[]>();
  for (const member of members) {
    for (const code of new Set(state.ballots[member]!.candidates)) {
      if (going.has(code)) votes.set(code, [...(votes.get(code) ?? []), member]);
    }
  }
  const chair = chairOf(state);
  const byChair = new Set(chair ? state.ballots[chair]?.candidates : []);
  const rank = new Map(state.ranking?.ranking.map((r) => [r.application, r.rank]));
  const half = members.length / 2;
  const cast: string[] = [];
  const elected = [...votes]
    .filter(([code, { length }]) => {
      if (length !== half) return length > half;
      cast.push(code);
      return byChair.has(code);
    })
    .map(([code, { length }]) => ({ code, votes: length }))
    .sort(
      (a, b) =>
        b.votes - a.votes ||
        Number(byChair.has(b.code)) - Number(byChair.has(a.code)) ||
        (rank.get(a.code) ?? 1e9) - (rank.get(b.code) ?? 1e9) ||
        (a.code < b.code ? -1 : 1),
    )
    .slice(0, termsOf(state).seats)
    .map((e) => e.code);
  const departures = departuresOf(state, elected, going).map((d) => ({
    ...d,
    grounds: groundsFor(state, d, members, votes),
  }));
  return {
    candidates: elected.sort((a, b) => (rank.get(a) ?? 1e9) - (rank.get(b) ?? 1e9) || (a < b ? -1 : 1)),
    departures,
    votes: Object.fromEntries([...votes].map(([code, { length }]) => [code, length])),
    cast: cast.sort(),
    groundless: departures.filter((d) => d.grounds.length === 0).map((d) => d.application),
  };
}

/** Where a list of candidates differs from what the ranking says. */
function departuresOf(state: SelectionState, elected: readonly string[], going: ReadonlySet<string>) {
  const seats = new Map(state.ranking?.ranking.map((r) => [r.application, r.seat ?? 'no']));
  const into = elected.filter((code) => (seats.get(code) ?? 'no') === 'no');
  const out = [...seats].filter(([code, seat]) => seat === 'yes' && going.has(code) && !elected.includes(code));
  return [
    ...into.map((application) => ({ application, change: 'in' as const })),
    ...out.map(([application]) => ({ application, change: 'out' as const })),
  ];
}

function groundsFor(
  state: SelectionState,
  { application, change }: { application: string; change: 'in' | 'out' },
  members: readonly string[],
  votes: ReadonlyMap<string, readonly string[]>,
): string[] {
  // Asked alone for a ground, the chair speaks for the whole panel.
  const speaksForAll = (m: string) => state.panelTo?.length === 1 && state.panelTo[0] === m;
  const wanted = members.filter(
    (m) => speaksForAll(m) || (votes.get(application)?.includes(m) ?? false) === (change === 'in'),
  );
  return [...new Set(wanted.map((m) => state.ballots[m]!.ground).filter((g) => g !== 'none'))].sort();
}
