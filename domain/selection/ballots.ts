import type { SelectionEventBodies } from '../../contracts/selection/events.ts';
import { termsOf } from '../procedure/standing.ts';
import { seatsAmong } from '../ranking/award.ts';
import { Seats } from '../ranking/seats.ts';
import { methodOf } from './criteria.ts';
import { chairOf, panelOf } from './people.ts';
import { attributesOf } from './scores.ts';
import { eligible, type SelectionState } from './state.ts';

type Decision = SelectionEventBodies['DecisionTaken'];
type Departure = Decision['departures'][number];

/** What the panel's ballots come to. */
export interface Count extends Decision {
  /** Departures for which nobody who wanted them states a ground: the ranking stands there, once the chair was asked. */
  readonly groundless: readonly string[];
}

/**
 * Counts the ballots: an application has a seat when more than half of the members who voted propose it; at exactly
 * half the chair's vote decides; when more have a majority than there are seats, the most votes come first, then the
 * chair's choice, then the ranking. Choosing among applications that tie for the last seat is no departure.
 */
export function countBallots(state: SelectionState): Count {
  const votes = votesOf(state);
  const rank = new Map(state.ranking?.ranking.map((r) => [r.application, r.rank]));
  const byRank = (a: string, b: string) =>
    (rank.get(a) ?? Number.POSITIVE_INFINITY) - (rank.get(b) ?? Number.POSITIVE_INFINITY) || (a < b ? -1 : 1);
  const { elected, cast } = elect(state, votes, byRank);
  const departures = departuresOf(state, elected).map((d) => ({ ...d, grounds: groundsFor(state, d, votes) }));
  const groundless = departures.filter((d) => d.grounds.length === 0);
  return {
    candidates: withoutGroundless(elected, groundless).sort(byRank).slice(0, termsOf(state).seats),
    departures: departures.filter((d) => d.grounds.length > 0),
    votes: Object.fromEntries([...votes].map(([code, { length }]) => [code, length])),
    cast: cast.sort(),
    chair: inTheChair(state),
    groundless: groundless.map((d) => d.application),
  };
}

type Votes = ReadonlyMap<string, readonly string[]>;

function voters(state: SelectionState): string[] {
  return panelOf(state).filter((m) => state.ballots[m]);
}

/** Who was in the chair of those who voted: the chair, or the first member in the place of one who did not vote. */
function inTheChair(state: SelectionState): string | null {
  const present = voters(state);
  const chair = chairOf(state);
  return chair && present.includes(chair) ? chair : (present[0] ?? null);
}

/** Application to the members who propose it; what is no eligible application has no votes. */
function votesOf(state: SelectionState): Votes {
  const going = new Set(eligible(state).map((a) => a.code));
  const votes = new Map<string, string[]>();
  for (const member of voters(state)) {
    for (const code of new Set(state.ballots[member]!.candidates)) {
      if (going.has(code)) votes.set(code, [...(votes.get(code) ?? []), member]);
    }
  }
  return votes;
}

function elect(state: SelectionState, votes: Votes, byRank: (a: string, b: string) => number) {
  const chair = chairOf(state);
  const byChair = new Set(chair ? state.ballots[chair]?.candidates : []);
  const half = voters(state).length / 2;
  const cast = [...votes].filter(([, { length }]) => length === half).map(([code]) => code);
  const count = (code: string) => votes.get(code)!.length;
  const elected = [...votes.keys()]
    .filter((code) => count(code) > half || (count(code) === half && byChair.has(code)))
    .sort((a, b) => count(b) - count(a) || Number(byChair.has(b)) - Number(byChair.has(a)) || byRank(a, b))
    .slice(0, termsOf(state).seats);
  return { elected, cast };
}

/** Where a list of candidates differs from what the ranking says. */
function departuresOf(state: SelectionState, elected: readonly string[]): Pick<Departure, 'application' | 'change'>[] {
  const going = new Set(eligible(state).map((a) => a.code));
  const seats = seatsOf(state);
  const into = elected.filter((code) => (seats.get(code) ?? 'no') === 'no');
  const out = [...seats.keys()].filter((c) => seats.get(c) === 'yes' && going.has(c) && !elected.includes(c));
  return [
    ...into.map((application) => ({ application, change: 'in' as const })),
    ...out.map((application) => ({ application, change: 'out' as const })),
  ];
}

/** Who has a seat by the ranking; what was meant for an application that is out goes down the ranking. */
export function seatsOf(state: SelectionState): Map<string, 'yes' | 'no' | 'tie'> {
  const rows = state.ranking?.ranking ?? [];
  const going = rows.filter((r) => !state.applications[r.application]?.withdrawn);
  if (going.length === rows.length) return new Map(rows.map((r) => [r.application, r.seat ?? 'no']));
  const codes = going.map((r) => r.application);
  const able = new Set(going.filter((r) => r.below.length === 0).map((r) => r.application));
  const { seatOf } = seatsAmong(new Seats(methodOf(state), codes, attributesOf(state)), going, (code) =>
    able.has(code),
  );
  return new Map(codes.map((code) => [code, seatOf(code)]));
}

/** The grounds stated by those who want a departure; the chair, once asked for one, speaks for the whole panel. */
function groundsFor(
  state: SelectionState,
  { application, change }: Pick<Departure, 'application' | 'change'>,
  votes: Votes,
): string[] {
  const wants = (m: string) => (votes.get(application)?.includes(m) ?? false) === (change === 'in');
  const speaking = voters(state).filter((m) => wants(m) || (state.ruled && m === chairOf(state)));
  return [...new Set(speaking.map((m) => state.ballots[m]!.ground).filter((g) => g !== 'none'))].sort();
}

/** The list as it is where nobody states a ground: who came in goes, who fell out comes back. */
function withoutGroundless(
  elected: readonly string[],
  groundless: readonly Pick<Departure, 'application' | 'change'>[],
): string[] {
  const gone = new Set(groundless.map((d) => d.application));
  const back = groundless.filter((d) => d.change === 'out').map((d) => d.application);
  return [...elected.filter((code) => !gone.has(code)), ...back];
}
