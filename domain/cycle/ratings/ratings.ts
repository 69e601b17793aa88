import type { CycleEvent } from '../../../contracts/cycle/events.ts';
import type { CyclePurpose } from '../../../contracts/cycle/terms.ts';
import type { TaskSpec } from '../../../contracts/round.ts';
import { supervisorOf } from '../../organisation/stand-in.ts';
import { firstOf, type Sheet, task } from '../../procedure/part.ts';
import { childOf, openRound, openRounds } from '../../procedure/rounds.ts';
import { termsOf } from '../../procedure/standing.ts';
import type { Context } from '../../process.ts';
import { refuse } from '../../refuse.ts';
import { alarm, conclude, event, goOn, type Part, startRound } from '../kit.ts';
import type { CycleState } from '../state.ts';
import { nextAfterRatings } from '../talks/talks.ts';
import { dueInStage } from '../timetable.ts';
import { RATING_TITLES, type Rated, ratable, ratingFormKey, ratingForms } from './forms.ts';
import { supervisorMoves, supervisors } from './supervisors.ts';

const PURPOSES = ['ratings', 'self-ratings'] as const satisfies readonly CyclePurpose[];

/** Stage 2. Supervisors rate their people against the ability models of the posts; people may rate themselves too. */
export const ratings = {
  commands: {
    recordGaps(state, { body: { key, findings } }, context) {
      if (!gapsWanted(state, context) || key !== gapsKey(state)) {
        return refuse('outdated/gaps-anew', {});
      }
      return [event('GapsRecorded', { findings })];
    },
  },
  folds: {
    GapsRecorded(state, { findings }) {
      state.findings = findings;
    },
    ...supervisors.folds,
  },
  follows: {
    GapsRecorded: (state, _body, context) => {
      const { obstacles } = ratable(state, context.organisation);
      return obstacles.length ? alarm(state, 'posts-unratable', { posts: obstacles.slice(0, 50) }) : [];
    },
    ...supervisors.follows,
  },
  sheets: {
    ratings: (state, { due }, { now, organisation }) => {
      const { deputies } = termsOf(state);
      const asked = ratable(state, organisation).rated.map((r) => ({
        ...r,
        supervisor: supervisorOf(organisation, r.person.id, { from: now, to: due }, deputies) ?? r.supervisor,
      }));
      return sheetFor(state, asked, 'ratings');
    },
    'self-ratings': (state, _round, { organisation }) =>
      sheetFor(state, ratable(state, organisation).rated, 'self-ratings'),
  },
} satisfies Part;

/** The task by which somebody is rated, by the supervisor or by themselves; its id is theirs. */
function ratingTask(state: CycleState, { person, supervisor, post }: Rated, self: boolean): TaskSpec {
  return task(person.id, self ? person.id : supervisor, {
    about: person.id,
    aboutPerson: person.id,
    form: ratingFormKey(state, post.code),
  });
}

function sheetFor(state: CycleState, rated: readonly Rated[], purpose: (typeof PURPOSES)[number]): Sheet {
  const forms = ratingForms(state, rated);
  return {
    title: RATING_TITLES[purpose],
    form: Object.values(forms)[0]!,
    forms,
    minutes: purpose === 'ratings' ? 6 : 10,
    tasks: rated.map((r) => ratingTask(state, r, purpose === 'self-ratings')),
  };
}

export function ratingsDue(state: CycleState, context: Context): readonly CycleEvent[] {
  return firstOf(
    () => start(state, context),
    () => supervisorMoves(state, context),
    () => conclusions(state, context),
    () => (state.findings ? goOn(state, nextAfterRatings(state, context), context) : []),
  );
}

function start(state: CycleState, context: Context): CycleEvent[] {
  if (state.finished || state.findings || state.asked.length || !ratable(state, context.organisation).rated.length) {
    return [];
  }
  const due = dueInStage(state, context);
  const wanted = termsOf(state).selfRating ? PURPOSES : (['ratings'] as const);
  return wanted.map((purpose) => startRound(state, purpose, due));
}

/** Both rounds end before the gaps are worked out, so that no answer comes in behind them. */
function conclusions(state: CycleState, context: Context): CycleEvent[] {
  const open = PURPOSES.flatMap((purpose) => openRound(state, purpose) ?? []);
  const over = state.finished || open.every((r) => childOf(context, r.id)?.phase === 'settled');
  return over ? open.map((r) => conclude(r, context)) : [];
}

/** True when the findings of the ratings are waited for. */
export function gapsWanted(state: CycleState, context: Context): boolean {
  if (state.stage !== 'ratings' || state.findings) return false;
  if (openRounds(state).some((r) => (PURPOSES as readonly string[]).includes(r.purpose))) return false;
  return state.finished || state.asked.includes('ratings') || !ratable(state, context.organisation).rated.length;
}

export function gapsKey(state: CycleState): string {
  return `gaps.${state.runs.ratings ?? 1}`;
}
