import { personal } from '../../contracts/private.ts';
import type { SelectionEvent } from '../../contracts/selection/events.ts';
import { firstOf, task } from '../procedure/part.ts';
import { type CalledRound, childOf, openRound, openRounds } from '../procedure/rounds.ts';
import { termsOf } from '../procedure/standing.ts';
import type { Context } from '../process.ts';
import { refuse } from '../refuse.ts';
import { FORMS, formOf, TITLES } from './forms.ts';
import { alarm, conclude, event, goOn, notice, type Part, startRound } from './kit.ts';
import { leadersOf } from './people.ts';
import { type SelectionState, standing } from './state.ts';
import { dueInStage } from './timetable.ts';

/** Stage 1. The management measures are published and acknowledged; nothing opens before. */
export const measures = {
  commands: {
    publishMeasures(state, { body }) {
      if (state.measures) {
        return refuse('already-so/measures-published', {});
      }
      return [event('MeasuresPublished', { version: 1, texts: body.texts, reason: null })];
    },
    changeMeasures(state, { actor, body }, context) {
      if (!state.measures) return refuse('too-early/no-measures', {});
      const version = state.measures.version + 1;
      return [
        ...openRounds(state, 'acknowledgement').map((r) => conclude(r, context)),
        event('MeasuresPublished', { version, texts: body.texts, reason: personal(actor, body.reason) }),
      ];
    },
  },
  folds: {
    RoundStarted(state, { purpose }) {
      if (purpose === 'acknowledgement') state.measuresAsked = state.measures?.version ?? 0;
    },
    MeasuresPublished(state, { version, texts }, { at }) {
      state.measures = { version, texts, publishedAt: at };
      state.briefed = judgesOf(state);
      state.refusedBy = [];
    },
    MeasuresAcknowledged(state, { version, by, deemed }) {
      state.acknowledged = { version, by, deemed };
    },
    MeasuresRefused(state, { by }) {
      state.refusedBy = by;
    },
  },
  follows: {
    MeasuresPublished: (state, { version }, context) =>
      team(state, context).map((p) => notice(state, p, 'selection.measures', { version })),
    MeasuresRefused: (state, { by }) => alarm(state, 'measures-refused', { people: by }),
  },
  sheets: {
    acknowledgement: (state, _round, context) => ({
      title: TITLES.acknowledgement,
      form: formOf('acknowledgement'),
      minutes: 5,
      tasks: leadersOf(state, context.organisation).map((p) => task(p, p)),
    }),
  },
} satisfies Part;

/** Everybody who works by the measures: those who lead, judge or apply. */
export function team(state: SelectionState, context: Context): string[] {
  const people = [
    ...leadersOf(state, context.organisation),
    ...judgesOf(state),
    ...standing(state).map((a) => a.person),
  ];
  return employed(people, context);
}

/** Those of the team who have been written to: when the measures were published, or when they applied or were asked since. */
export function toldOfIt(state: SelectionState, context: Context): string[] {
  if (!state.measures) return [];
  const asked = Object.values<CalledRound>(state.rounds).flatMap((r) => [
    ...(childOf(context, r.id)?.desks.keys() ?? []),
  ]);
  const people = [
    ...leadersOf(state, context.organisation),
    ...state.briefed,
    ...state.pairs.map((p) => p.reviewer),
    ...asked,
    ...standing(state).map((a) => a.person),
  ];
  const inTeam = new Set(team(state, context));
  return employed(people, context).filter((p) => inTeam.has(p));
}

/** Everybody who is to judge at some stage. */
export function judgesOf(state: SelectionState): string[] {
  const { panel, screeners } = termsOf(state);
  return [...new Set([...state.pool.map((r) => r.person), ...panel.members, ...screeners, ...state.handlers])];
}

function employed(people: readonly string[], { organisation }: Context): string[] {
  return [...new Set(people)].filter((p) => organisation.people.get(p)?.employed).sort();
}

export function measuresDue(state: SelectionState, context: Context): readonly SelectionEvent[] {
  const published = state.measures;
  if (!published) return [];
  return firstOf(
    () => (state.acknowledged?.version === published.version ? goOn(state, 'publicity', context) : []),
    () => ask(state, published.version, context),
    () => heard(state, published.version, context),
  );
}

function ask(state: SelectionState, version: number, context: Context): SelectionEvent[] {
  if (state.measuresAsked >= version) return [];
  if (leadersOf(state, context.organisation).length === 0) {
    return [event('MeasuresAcknowledged', { version, by: [], deemed: [] })];
  }
  return [startRound(state, 'acknowledgement', dueInStage(state, context))];
}

function heard(state: SelectionState, version: number, context: Context): SelectionEvent[] {
  const round = openRound(state, 'acknowledgement');
  const child = round && childOf(context, round.id);
  if (!round || child?.phase !== 'settled') return [];
  const tasks = [...child.tasks.values()];
  const by = tasks.filter((t) => t.answer?.[FORMS.acknowledgement.fields[0].key] === true).map((t) => t.assignee);
  const silent = tasks.filter((t) => t.state === 'lapsed' || t.state === 'withdrawn').map((t) => t.assignee);
  const refusing = tasks.map((t) => t.assignee).filter((p) => !by.includes(p) && !silent.includes(p));
  const consent = child.spec?.policy.silence === 'consent';
  const refused = consent ? refusing : [...refusing, ...silent];
  const outcome = refused.length
    ? event('MeasuresRefused', { version, by: refused })
    : event('MeasuresAcknowledged', { version, by, deemed: silent });
  return [outcome, conclude(round, context)];
}
