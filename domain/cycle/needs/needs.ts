import type { StatedNeed } from '../../../contracts/cycle/commands.ts';
import type { CycleEvent, CycleEventBodies } from '../../../contracts/cycle/events.ts';
import { personal } from '../../../contracts/private.ts';
import { house } from '../../../contracts/reasons.ts';
import { departmentHead } from '../../organisation/line.ts';
import { NOTHING_OPEN, order } from '../../procedure/orders.ts';
import { taskIn } from '../../procedure/rounds.ts';
import type { Context, Rejection } from '../../process.ts';
import { refuse } from '../../refuse.ts';
import { event, type Part } from '../kit.ts';
import { speakerOf } from '../people.ts';
import type { CycleState, Need } from '../state.ts';
import { needId, needsSoFar } from './proposed.ts';
import { lacks, sendBack } from './questions.ts';
import { factsOfStated, faultOfAuthor, faultOfNeed, spokenState } from './stated.ts';

/** What departments need: found by the ratings, carried over, or stated by whoever speaks for a department. */
export const needs = {
  commands: {
    stateNeed(state, { actor, body }, context) {
      const refused = refusalOf(state, body, actor, context);
      return refused ?? stated(state, [{ need: body, by: actor }], context);
    },
    editNeed(state, { actor, body }, context) {
      const before = state.needs[body.need];
      if (!before || !isTheirs(state, before, actor, context)) return noNeed(body.need);
      if (before.department !== body.department) {
        return refuse('not-allowed/other-department', { need: body.need, department: before.department });
      }
      if (before.state === 'withdrawn') return refuse('already-so/need-withdrawn', { need: body.need });
      return refusalOf(state, body, actor, context) ?? edited(state, before, body, actor, context);
    },
    withdrawNeed(state, { actor, body }, context) {
      const need = state.needs[body.need];
      if (!need || !isTheirs(state, need, actor, context)) return noNeed(body.need);
      if (state.stage !== 'needs' && state.stage !== 'summary') return wrongStage(state);
      if (need.state === 'withdrawn') return refuse('already-so/need-withdrawn-already', { need: body.need });
      return [event('NeedWithdrawn', { need: body.need, reason: personal(actor, body.reason) })];
    },
    importNeeds(state, { actor, body }, context) {
      if (state.stage !== 'needs') return wrongStage(state);
      for (const [i, need] of body.needs.entries()) {
        const fault = faultOfNeed(state, need, context) ?? faultOfNil(state, need.department);
        if (fault) return refuse('import-invalid/in-row', { row: i + 1, fault: fault.because });
      }
      const authors = body.needs.map((need) => ({ need, by: authorOf(state, need, context) ?? actor }));
      return stated(state, authors, context);
    },
  },
  folds: {
    NeedsProposed(state, { needs: found }) {
      state.proposedIn = state.runs.needs ?? 1;
      for (const facts of found) {
        const before = state.needs[facts.need];
        const kept = before?.state === 'withdrawn' ? undefined : before;
        state.needs[facts.need] = { ...(kept ?? UNSPOKEN), ...facts };
      }
    },
    NeedStated(state, { by, goal, problem, ...facts }) {
      state.needs[facts.need] = {
        ...UNSPOKEN,
        ...facts,
        by,
        goal,
        problem,
        state: spokenState(state, facts.department),
      };
    },
    NeedChanged(state, { by, goal, problem, ...facts }) {
      const before = state.needs[facts.need];
      if (!before) return;
      const asked = before.question && { ...before.question, answered: true };
      const now = before.state === 'confirmed' ? 'confirmed' : spokenState(state, facts.department);
      state.needs[facts.need] = {
        ...before,
        ...facts,
        by,
        goal,
        problem,
        problemNamed: false,
        question: asked,
        state: now,
      };
    },
    NeedWithdrawn(state, { need }) {
      const before = state.needs[need];
      if (before) state.needs[need] = { ...before, state: 'withdrawn', rank: null };
      forget(state, need);
    },
  },
  follows: {
    NeedChanged: withdrawQuestion,
    NeedWithdrawn: withdrawQuestion,
  },
} satisfies Part;

const UNSPOKEN = { by: null, goal: null, problem: null, state: 'proposed', rank: null, question: null } as const;

/** A need that is no more is in no merged need either; a merged need without needs is none. */
function forget(state: CycleState, need: string): void {
  for (const merged of Object.values(state.merged)) {
    if (!merged.needs.includes(need)) continue;
    const rest = merged.needs.filter((n) => n !== need);
    if (rest.length) state.merged[merged.id] = { ...merged, needs: rest };
    else delete state.merged[merged.id];
    delete state.sourcing[merged.id];
  }
}

/** Whether somebody has stated a need, or speaks for its department. */
function isTheirs(state: CycleState, { by, department }: Need, actor: string, context: Context): boolean {
  return actor === by || faultOfAuthor(state, department, actor, context) === null;
}

/** Of a need of others nobody hears whether it is there, nor of which department it is. */
function noNeed(need: string): Rejection {
  return refuse('not-found/no-need', { need });
}

function refusalOf(state: CycleState, need: StatedNeed, actor: string, context: Context): Rejection | null {
  if (state.stage !== 'needs') return wrongStage(state);
  const author = state.departments[need.department] ? faultOfAuthor(state, need.department, actor, context) : null;
  return author ?? faultOfNil(state, need.department) ?? faultOfNeed(state, need, context);
}

function wrongStage(state: CycleState): Rejection {
  return refuse('wrong-stage/needs-not-now', { stage: state.stage });
}

function faultOfNil(state: CycleState, department: string): Rejection | null {
  if (state.departments[department]?.returned !== 'nil') return null;
  return refuse('not-allowed/nil-returned', { department });
}

/** Whose word an imported need is: that of whoever speaks for the department. */
function authorOf(state: CycleState, { department }: StatedNeed, { organisation }: Context): string | null {
  return speakerOf(state, department, organisation) ?? departmentHead(organisation, department);
}

interface Authored {
  readonly need: StatedNeed;
  readonly by: string;
}

function stated(state: CycleState, all: readonly Authored[], context: Context): CycleEvent[] {
  const before = needsSoFar(state);
  const bodies = all.map(({ need, by }, i) => bodyOf(state, needId(before + i + 1), need, by, context));
  return [...bodies.map((body) => event('NeedStated', body)), ...sendBack(state, bodies.flatMap(asked), context)];
}

function bodyOf(state: CycleState, id: string, need: StatedNeed, by: string, context: Context) {
  return {
    ...factsOfStated(state, id, need, context),
    by,
    goal: personal(by, need.goal),
    problem: need.problem === '' ? null : personal(by, need.problem),
  } satisfies CycleEventBodies['NeedStated'];
}

function edited(state: CycleState, before: Need, body: StatedNeed, actor: string, context: Context): CycleEvent[] {
  const changed = { ...bodyOf(state, before.need, body, actor, context), origin: before.origin };
  return [event('NeedChanged', changed), ...sendBack(state, asked(changed), context)];
}

function asked(need: CycleEventBodies['NeedStated']) {
  const question = lacks(need);
  return question ? [{ need: need.need, question, to: need.by }] : [];
}

/** Whoever was asked about a need that has changed, or is no more, need not answer. */
function withdrawQuestion(state: CycleState, { need }: { readonly need: string }, context: Context) {
  const question = state.needs[need]?.question;
  if (!question) return [];
  const { round, task } = question;
  const pending = taskIn(context, round, task)?.state;
  if (pending !== 'open' && pending !== 'drafted') return [];
  return [order(round, 'withdraw', { tasks: [task], reason: house('need-changed') }, NOTHING_OPEN)];
}
