import type { CycleEvent } from '../../../contracts/cycle/events.ts';
import type { CyclePurpose, Method } from '../../../contracts/cycle/terms.ts';
import type { PersonId } from '../../../contracts/ids.ts';
import { personal } from '../../../contracts/private.ts';
import { house } from '../../../contracts/reasons.ts';
import { order } from '../../procedure/orders.ts';
import { type CalledRound, childOf, openRounds } from '../../procedure/rounds.ts';
import type { Consequence, Context } from '../../process.ts';
import { refuse } from '../../refuse.ts';
import { isPending, type Task } from '../../round/state.ts';
import { event, notice, type Part } from '../kit.ts';
import { ratable, ratingFormKey, ratingFormOf } from '../ratings/forms.ts';
import type { CycleState } from '../state.ts';

const MOST_METHODS = 50;

/** The rounds in which people work by each kind of method. */
export const USED_IN: Readonly<Record<Method['kind'], readonly CyclePurpose[]>> = {
  'rating-scale': ['ratings', 'self-ratings'],
  'interview-guide': ['talks', 'needs'],
  'incident-list': ['needs', 'questions'],
  priorities: ['needs', 'questions'],
  document: ['ratings', 'talks', 'needs'],
};

/** The methods that managers are given to find out what people lack, each in versions. */
export const toolkit = {
  commands: {
    changeMethod(state, { actor, body: { method, reason } }) {
      const known = state.toolkit[method.id];
      if (known && known.method.kind !== method.kind) {
        return refuse('not-allowed/method-kind', { method: method.id, was: known.method.kind, other: method.kind });
      }
      if (known && isSame(known.method, method)) {
        return refuse('already-so/method-like-that', { method: method.id, version: known.version });
      }
      if (!known && Object.keys(state.toolkit).length >= MOST_METHODS) {
        return refuse('too-many/methods-enough', { most: MOST_METHODS });
      }
      const version = (known?.version ?? 0) + 1;
      return [event('MethodChanged', { method, version, reason: personal(actor, reason) })] as CycleEvent[];
    },
  },
  folds: {
    MethodChanged(state, { method, version }, { at }) {
      state.toolkit[method.id] = { method, version, since: at };
    },
  },
  follows: {
    MethodChanged: (state, { method, version }, context) => {
      const rounds = openRounds(state).filter((r) => USED_IN[method.kind].includes(r.purpose));
      const reforms = method.kind === 'rating-scale' ? rounds.flatMap((r) => reformed(state, r, context)) : [];
      const people = new Set(rounds.flatMap((r) => holders(r, context)));
      return [
        ...reforms,
        ...[...people].sort().map((p) => notice(state, p, 'cycle.methodChanged', { method: method.id, version })),
      ];
    },
  },
} satisfies Part;

/** Equal but for the order in which its parts were written down. */
function isSame(a: Method, b: Method): boolean {
  const texts = (m: Method) => [m.kind, m.title.en, m.title['zh-CN'], m.text.en, m.text['zh-CN'], m.file];
  return JSON.stringify(texts(a)) === JSON.stringify(texts(b));
}

function holders(round: CalledRound, context: Context): PersonId[] {
  const desks = childOf(context, round.id)?.desks ?? new Map<PersonId, { open: Set<string> }>();
  return [...desks].filter(([, desk]) => desk.open.size > 0).map(([person]) => person);
}

/** Tasks that nobody has begun get the form that names the new version, post by post; the others keep theirs. */
function reformed(state: CycleState, round: CalledRound, context: Context): Consequence[] {
  const child = childOf(context, round.id);
  if (child?.phase !== 'open' && child?.phase !== 'held') return [];
  const { byPerson } = ratable(state, context.organisation);
  const byPost = new Map<string, string[]>();
  for (const task of child.tasks.values()) {
    const post = task.aboutPerson && byPerson.get(task.aboutPerson)?.post.code;
    if (!post || !isUntouched(task)) continue;
    const tasks = byPost.get(post) ?? [];
    byPost.set(post, tasks);
    tasks.push(task.id);
  }
  return [...byPost].map(([code, tasks]) =>
    order(
      round.id,
      'reform',
      {
        tasks,
        key: ratingFormKey(state, code),
        form: ratingFormOf(state, context.organisation.posts.get(code)!),
        reason: house('scale-changed'),
      },
      'undo',
    ),
  );
}

function isUntouched(task: Task): boolean {
  return isPending(task) && task.state === 'open' && !task.drafted && task.revision === 0;
}
