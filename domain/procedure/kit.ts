import type { z } from 'zod';
import type { Label } from '../../contracts/form.ts';
import type { Instant, PersonId, ProcessType, StreamId } from '../../contracts/ids.ts';
import type { KindWords } from '../../contracts/kinds.ts';
import type { Attending, NoticeKind } from '../../contracts/notices/kind.ts';
import type { RoundTerms, StagePlan } from '../../contracts/procedure.ts';
import { type HouseReason, house } from '../../contracts/reasons.ts';
import type { RoundPolicy } from '../../contracts/round.ts';
import { withinTime } from '../calendar/workday.ts';
import type { Context, Notice } from '../process.ts';
import type { EventIn, RoundOf, Shape } from './part.ts';
import { conclusionOf, nextRound, openRound, openRounds, policyFrom } from './rounds.ts';
import { isOver, type Standing } from './standing.ts';
import type { PlanOfStages } from './timetable.ts';

/** The stages between which a round of a purpose may be open, and the house rules for it. */
export interface RoundRule<Stage extends string> {
  /** The first one; absent: there is only one, `to`. */
  readonly from?: Stage;
  /** The last one; when the procedure goes on beyond it, the round is concluded. */
  readonly to: Stage;
  /** The word for it on the screen and in messages, a key of the notices' purposes; absent: `cycle-needs`, say. */
  readonly word?: string;
  readonly policy: Partial<RoundPolicy>;
  /** True where what is open moves along when the date of its stage is moved. */
  readonly withStage?: true;
}

/** What is particular to a procedure and what its parts work with. */
export interface Rules<P extends Shape> {
  readonly kind: ProcessType;
  /** Its commands and events by type, as its contract has them: each has to be decided, and folded, by some part. */
  readonly commands: Readonly<Record<keyof P['commands'] & string, z.ZodType>>;
  readonly events: Readonly<Record<keyof P['events'] & string, z.ZodType>>;
  /** Its letters by name, as its contract has them; each name begins with the kind and a dot. */
  readonly notices: Readonly<Record<keyof P['notices'] & string, NoticeKind>>;
  /** What has to be known of the kind, as sentences say it. */
  readonly words: KindWords;
  /** What one is called in lists and letters, by its terms. */
  readonly title: (terms: NonNullable<P['state']['terms']>) => Label;
  /** In the order of the procedure; the last one is the end. */
  readonly stages: readonly P['stage'][];
  readonly rounds: Readonly<Record<P['purpose'], RoundRule<P['stage']>>>;
  /** When its rounds remind, unless a round's rule says otherwise. */
  readonly ladder: RoundPolicy['ladder'];
  /** What its terms say otherwise of the rounds of a purpose. */
  readonly said?: (state: P['state'], purpose: P['purpose']) => RoundTerms | undefined;
  /** Whoever runs it, and hears what waits for operations. */
  readonly runners: (state: P['state']) => readonly PersonId[];
  /** When a stage that begins now ends, or should; null: time does not end it. */
  readonly endOf: (state: P['state'], stage: P['stage'], context: Context) => Instant | null;
  /** What is planned from a stage on that begins now; absent: nothing is but what time brings. */
  readonly planOn?: (state: P['state'], stage: P['stage'], context: Context) => PlanOfStages;
  /** What the end of a round says beside the round. */
  readonly concluded?: (round: RoundOf<P>, context: Context) => object;
  /** Why its rounds are closed when it has gone on without them; absent: the procedure has gone on, or was cancelled. */
  readonly goneOn?: (state: P['state']) => HouseReason;
  /** What the beginning of a stage says beside its cause, where nothing is said. */
  readonly about?: AboutOf<P>;
  /** The stage from which on rounds are concluded when it goes back to a stage; absent: that stage. */
  readonly concludesFrom?: (stage: P['stage']) => P['stage'];
  /** What the state makes of the policy of a round, after house and terms. */
  readonly special?: (state: P['state'], purpose: P['purpose']) => Partial<RoundPolicy>;
  /** How long its letters may wait for a civil hour; absent: until the next one. */
  readonly waits?: (state: P['state']) => Pick<Notice, 'waits'>;
}

/** Why the rounds of a procedure are closed without it, where it does not say so itself. */
export function goneOnOf<P extends Shape>(rules: Rules<P>, state: P['state']): HouseReason {
  return rules.goneOn?.(state) ?? house(state.phase === 'cancelled' ? 'procedure-cancelled' : 'procedure-gone-on');
}

/** Why a stage of a procedure begins. */
export type BecauseOf<P extends Shape> = P['events'] extends { readonly StageStarted: { readonly because: infer B } }
  ? B
  : never;
/** What the beginning of a stage says beside that: what it is about. */
export type AboutOf<P extends Shape> = P['events'] extends { readonly StageStarted: infer Body }
  ? Omit<Body, 'stage' | 'run' | 'until' | 'plan' | 'because'>
  : never;

/** What the parts of a procedure work with: its events, its letters, its rounds, and its way from stage to stage. */
export interface Kit<P extends Shape> {
  readonly rules: Rules<P>;
  readonly event: <T extends keyof P['events'] & string>(type: T, body: P['events'][T]) => EventIn<P['events']>;
  /** A letter by one of its templates, with what that one is about. */
  readonly notice: <N extends keyof P['notices'] & string>(
    state: P['state'],
    to: PersonId,
    template: N,
    about: P['notices'][N],
  ) => Notice;
  /** A message to whoever runs it, when something waits for operations; it waits for no hour. */
  readonly alarm: (state: P['state'], what: P['attention'], about?: Attending) => Notice[];
  /** A message to whoever runs it, of what has happened in it; nothing waits for them. */
  readonly news: (state: P['state'], what: P['news'], about?: Attending) => Notice[];
  /** The place of a stage in the order of the procedure, 0 the first. */
  readonly place: (stage: P['stage']) => number;
  readonly policyOf: (state: P['state'], purpose: P['purpose']) => RoundPolicy;
  readonly wordOf: (purpose: P['purpose']) => string;
  /** Opens the next round of a purpose: `review`, then `review-2` … `people`: whom it asks, where it does not ask all. */
  readonly startRound: (
    state: P['state'],
    purpose: P['purpose'],
    due: Instant,
    people?: readonly PersonId[],
  ) => EventIn<P['events']>;
  /** The open round of a purpose, and the event that opens one when there is none. */
  readonly ensureRound: (state: P['state'], purpose: P['purpose'], due: Instant) => [StreamId, EventIn<P['events']>[]];
  /** Ends the procedure's interest in a round, closing it unless it has settled by itself. */
  readonly conclude: (round: RoundOf<P>, context: Context) => EventIn<P['events']>;
  /** Concludes the rounds that end before a stage. */
  readonly concludeBefore: (state: P['state'], next: P['stage'], context: Context) => EventIn<P['events']>[];
  /** Begins a stage: `done`, the one before it is, unless another cause is given. */
  readonly begin: (
    state: P['state'],
    stage: P['stage'],
    context: Context,
    because?: BecauseOf<P>,
    about?: Partial<AboutOf<P>>,
  ) => EventIn<P['events']>;
  /** Goes on to a later stage; what may not be open there is closed. */
  readonly goOn: (
    state: P['state'],
    stage: P['stage'],
    context: Context,
    because?: BecauseOf<P>,
  ) => EventIn<P['events']>[];
  /** Goes back to a stage; the rounds of it and of those behind it are concluded. */
  readonly goBack: (
    state: P['state'],
    stage: P['stage'],
    context: Context,
    because: BecauseOf<P>,
    about?: Partial<AboutOf<P>>,
  ) => EventIn<P['events']>[];
  /**
   * What is planned when the stage that runs is to end at an instant; empty where nothing is planned. `onwards`: how the
   * stages behind it are; absent: as they are when it ends then.
   */
  readonly planUntil: (
    state: Standing,
    until: Instant | null,
    context: Context,
    onwards?: (state: P['state'], stage: P['stage'], context: Context) => PlanOfStages,
  ) => StagePlan;
  /** True when time has ended the stage, or a person has. */
  readonly isOver: (state: P['state'], context: Context) => boolean;
}

/** The kit of a procedure, from its rules. */
export function kitOf<P extends Shape>(rules: Rules<P>): Kit<P> {
  type S = P['state'];
  type Stage = P['stage'];
  type Purpose = P['purpose'];
  type E = EventIn<P['events']>;
  const event = (type: string, body: unknown) => ({ type, body }) as E;
  const rule = (purpose: Purpose): RoundRule<Stage> => rules.rounds[purpose];
  const place = (stage: Stage) => rules.stages.indexOf(stage);
  const open = (state: S) => openRounds(state) as RoundOf<P>[];
  const conclude = (round: RoundOf<P>, context: Context) =>
    event('RoundConcluded', { ...conclusionOf(round, context), ...rules.concluded?.(round, context) });
  const notice = (state: S, to: PersonId, template: string, about: object): Notice => ({
    ...{ kind: 'notice', to, template, about: about as Notice['about'] },
    ...rules.waits?.(state),
  });
  const startRound: Kit<P>['startRound'] = (state, purpose, due, people = []) =>
    event('RoundStarted', { ...nextRound(state, purpose), purpose, due: withinTime(due), people: [...people] });
  const concludeBefore = (state: S, next: Stage, context: Context) =>
    open(state)
      .filter((r) => place(rule(r.purpose).to) < place(next))
      .map((r) => conclude(r, context));
  const begin: Kit<P>['begin'] = (state, stage, context, because, about) =>
    event('StageStarted', {
      stage,
      run: ((state.runs as Partial<Record<Stage, number>>)[stage] ?? 0) + 1,
      until: rules.endOf(state, stage, context),
      plan: rules.planOn?.(state, stage, context) ?? {},
      because: because ?? 'done',
      ...rules.about,
      ...about,
    });
  return {
    rules,
    event,
    notice: notice as Kit<P>['notice'],
    alarm: (state, what, about = {}) =>
      rules.runners(state).map((person) => ({
        ...notice(state, person, `${rules.kind}.attention`, { what, ...about }),
        waits: false,
        toRunner: true,
      })),
    news: (state, what, about = {}) =>
      rules
        .runners(state)
        .map((person) => ({ ...notice(state, person, `${rules.kind}.news`, { what, ...about }), toRunner: true })),
    place,
    policyOf: (state, purpose) => ({
      ...policyFrom(rules.ladder, rule(purpose).policy, rules.said?.(state, purpose)),
      ...rules.special?.(state, purpose),
    }),
    wordOf: (purpose) => rule(purpose).word ?? `${rules.kind}-${purpose}`,
    startRound,
    ensureRound(state, purpose, due) {
      const there = openRound(state, purpose);
      return there ? [there.id, []] : [nextRound(state, purpose).round, [startRound(state, purpose, due)]];
    },
    conclude,
    concludeBefore,
    begin,
    goOn: (state, next, context, because) => [
      ...concludeBefore(state, next, context),
      begin(state, next, context, because),
    ],
    goBack(state, stage, context, because, about) {
      const from = place(rules.concludesFrom?.(stage) ?? stage);
      const gone = open(state).filter((r) => place(rule(r.purpose).from ?? rule(r.purpose).to) >= from);
      return [...gone.map((r) => conclude(r, context)), begin(state, stage, context, because, about)];
    },
    planUntil(state, until, context, onwards = rules.planOn) {
      if (!onwards || until === null) return {};
      const next = rules.stages[place(state.stage) + 1];
      const ahead = next === undefined ? {} : onwards(state as S, next, { ...context, now: until });
      return { [state.stage]: { start: state.startedAt, end: until }, ...ahead };
    },
    isOver: (state, { now }) => isOver(state, now),
  };
}
