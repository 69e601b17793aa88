import type { Actor, Instant, PersonId, StreamId } from '../../contracts/ids.ts';
import type { ProcedureEventBodies, SteeringBodies, When } from '../../contracts/procedure.ts';
import { type HouseReason, house, keptReason } from '../../contracts/reasons.ts';
import { notice } from '../notice.ts';
import { dayFor } from '../organisation/day-for.ts';
import { isOperations } from '../organisation/roles.ts';
import type { OrganisationState, Person } from '../organisation/state.ts';
import type { Command, Consequence, Context, Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import { rememberLacks, type TellingOfLacks, toldOfLacks, untoldLacks } from './calendar-lacks.ts';
import type { AboutOf, BecauseOf, Kit } from './kit.ts';
import { IS_OVER, order, STANDS_SO } from './orders.ts';
import type { Part, Shape } from './part.ts';
import { heldByPause, holding, openNow, paused, releasing, resumed, untilAfterPause } from './pause.ts';
import { type CalledRound, childOf, extension, handingOver, openRounds } from './rounds.ts';
import { type Standing, termsOf } from './standing.ts';
import { faultOfPlan, type PlanOfStages, placeOf } from './timetable.ts';

/** What a procedure remembers whose stages end as a timetable says. */
export interface Timed extends TellingOfLacks {
  timetable: Readonly<Record<string, When>> | null;
  plan: PlanOfStages;
}

/** A date that somebody moves, with the plan that follows from it. */
export interface MovedPlan<P extends Shape> extends MovedDate<P> {
  readonly plan: PlanOfStages;
  readonly actor: Actor;
  /** The day of an instant, as they have it. */
  readonly day: (at: Instant) => string;
}

/** How a procedure's dates are moved. */
export interface DateRules<P extends Shape> {
  /** Why a stage has no date of its own that could be moved; null: it has one. */
  readonly faultOfStage: (state: P['state'], stage: P['stage']) => Rejection | null;
  /** Beginning and end of a stage that begins at an instant, and of those behind it, by a timetable. */
  readonly planFrom: (
    state: P['state'],
    from: { readonly stage: P['stage']; readonly start: Instant },
    timetable: NonNullable<Timed['timetable']>,
    organisation: OrganisationState,
  ) => PlanOfStages;
  /** The stages that take no time. */
  readonly timeless?: readonly P['stage'][];
  /** What else is wrong with the new date; null: nothing is. */
  readonly faultOfDate?: (state: P['state'], moved: MovedPlan<P>, context: Context) => Rejection | null;
  /** Everybody by whose calendars its days are reckoned. */
  readonly people: (state: P['state'], organisation: OrganisationState) => Iterable<Person>;
}

/** How a procedure goes back to a stage by the word of operations. */
export interface Reopening<P extends Shape> {
  /** Why it does not go back to that stage; null: it does. */
  readonly faultOf: (state: P['state'], body: BodyOf<P, 'reopenStage'>) => Rejection | null;
  /** What the stage's beginning says: about what it runs again. */
  readonly about?: (state: P['state'], body: BodyOf<P, 'reopenStage'>, context: Context) => Partial<AboutOf<P>>;
}

type BodyOf<P extends Shape, T extends string> = P['commands'] extends { readonly [K in T]: infer Body } ? Body : never;

/** What operations (of a course: its cycle) do to a procedure at any stage. */
export interface SteeringRules<P extends Shape> {
  /** Why its rounds and children stand still, and why they go on; absent: because the procedure does. */
  readonly paused?: HouseReason;
  readonly resumed?: HouseReason;
  /** Why it takes no such command from somebody; absent: whoever has the right may steer. */
  readonly faultOfSender?: (actor: string) => Rejection | null;
  /** Whether the end of the stage moves by the length of a pause; absent: it does. */
  readonly moves?: (state: P['state']) => boolean;
  /** Rounds whose dates stand though they were on hold. */
  readonly datesStand?: (purpose: P['purpose']) => boolean;
  /** Why somebody of operations cannot run it; null: they can. */
  readonly faultOfRunner?: (state: P['state'], person: PersonId, context: Context) => Rejection | null;
  /** Procedures that it has started and that are not over: they stand still, go on and end with it, and are run by whoever runs it. */
  readonly children?: (state: P['state']) => readonly StreamId[];
  /** Whether operations cancel it by a command of its own. */
  readonly cancels: boolean;
  /** Why its children end when it is cancelled; absent: because the procedure was. */
  readonly cancelled?: HouseReason;
  /** Why a stage cannot be ended by a person; null: it can. Absent: none can. */
  readonly faultOfFinishing?: (state: P['state'], stage: P['stage']) => Rejection | null;
  readonly dates?: DateRules<P>;
  readonly reopening?: Reopening<P>;
  /** Who hears of it; `date`: which one was moved. */
  readonly tell?: (state: P['state'], what: Steered, context: Context, date?: MovedDate<P>) => readonly Consequence[];
}

export type Steered = 'paused' | 'resumed' | 'reopened' | 'moved' | 'cancelled';

/** The stage whose end was moved, and where to. */
export interface MovedDate<P extends Shape> {
  readonly stage: P['stage'];
  readonly at: Instant;
}

type State = Standing & Partial<Timed>;
type Events = ProcedureEventBodies;
type Given<T extends keyof SteeringBodies> = Command<T, SteeringBodies[T]>;

/** The part of a procedure by which it is steered: it pauses and goes on, dates move, stages end early or run again. */
export function steering<P extends Shape>(kit: Kit<P>, rules: SteeringRules<P>): Part<P> {
  const event = <T extends keyof Events>(type: T, body: Events[T]) => ({ type, body });
  const children = (state: State) => rules.children?.(state as P['state']) ?? [];
  const tell = (state: State, what: Steered, context: Context, date?: MovedDate<P>) =>
    rules.tell?.(state as P['state'], what, context, date) ?? [];
  const { noun } = kit.rules.words;
  const { paused: pausedBy = house('procedure-paused'), resumed: resumedBy = house('procedure-resumed') } = rules;
  const { cancelled: cancelledBy = house('procedure-cancelled') } = rules;
  const datesStand = rules.datesStand as ((purpose: string) => boolean) | undefined;
  const rulesOf = (round: CalledRound) => kit.rules.rounds[round.purpose as P['purpose']];

  const commands = {
    pause(state: State, { actor, body }: Given<'pause'>, context: Context) {
      const fault = rules.faultOfSender?.(actor);
      if (fault) return fault;
      if (state.phase === 'paused') return refuse('already-so/paused-already', { kind: noun });
      return [event('Paused', { reason: keptReason(actor, body.reason), rounds: openNow(state, context) })];
    },
    resume(state: State, { actor, body }: Given<'resume'>, context: Context) {
      const fault = rules.faultOfSender?.(actor);
      if (fault) return fault;
      if (state.phase !== 'paused') return refuse('already-so/not-paused', { kind: noun });
      const until = untilOf(state, context);
      const plan = kit.planUntil(state, until, context);
      return [
        event('Resumed', { reason: keptReason(actor, body.reason), rounds: heldByPause(state, context), until, plan }),
      ];
    },
    handOver(state: State, { actor, body: { to, reason } }: Given<'handOver'>, context: Context) {
      const fault = rules.faultOfSender?.(actor);
      if (fault) return fault;
      if (state.owner === to) return refuse('already-so/runs-already', { person: to, kind: noun });
      if (!isOperations(context.organisation, to, context.now))
        return refuse('not-allowed/not-of-operations', { person: to });
      const unfit = rules.faultOfRunner?.(state as P['state'], to, context);
      if (unfit) return unfit;
      return [event('HandedOver', { from: state.owner, to, reason: keptReason(actor, reason) })];
    },
    ...(rules.faultOfFinishing ? { finishStage } : {}),
    ...(rules.dates ? { moveDate } : {}),
    ...(rules.reopening ? { reopenStage } : {}),
    ...(rules.cancels ? { cancel } : {}),
  };

  /** The end of the stage when the clock goes on. */
  function untilOf(state: State, { now, organisation }: Context): number | null {
    if (rules.moves?.(state as P['state']) === false) return state.until;
    return untilAfterPause(state, now, placeOf(termsOf(state), organisation));
  }

  function finishStage(state: State, { actor, body: { stage, reason } }: Given<'finishStage'>) {
    if (stage !== state.stage) {
      return refuse('wrong-stage/finish-running', { kind: noun, stage: state.stage });
    }
    const fault = rules.faultOfFinishing!(state as P['state'], stage);
    if (fault) return fault;
    if (state.finished) return refuse('already-so/being-finished', { stage });
    return [event('StageFinished', { stage, reason: keptReason(actor, reason) })];
  }

  function moveDate(state: State, { actor, body: { stage, at, reason } }: Given<'moveDate'>, context: Context) {
    const dates = rules.dates!;
    const { plan: planned, timetable: before } = state as Standing & Timed;
    const own = state as P['state'];
    const none = dates.faultOfStage(own, stage);
    if (none) return none;
    if (kit.place(stage) < kit.place(state.stage)) {
      return refuse('too-late/stage-over', { stage });
    }
    if (at <= context.now) return refuse('wrong-date/new-date-passed', {});
    const timetable = stage in before! ? { ...before!, [stage]: at } : before!;
    const runs = stage === state.stage;
    const ends = runs ? at : Math.max(state.until ?? context.now, context.now);
    const moved = kit.planUntil(state, ends, context, (of, next, { now: start, organisation }) =>
      dates.planFrom(of, { stage: next, start }, timetable, organisation),
    );
    const plan = { ...planned, ...moved };
    const { [state.stage]: _running, ...ahead } = moved;
    const checked = runs ? moved : ahead;
    const day = (instant: Instant) => dayFor(instant, actor, context.organisation, termsOf(state).timeZone);
    const order = faultOfPlan(checked, context.now, day, dates.timeless);
    if (order) return order;
    const fault = dates.faultOfDate?.(own, { stage, at, plan, actor, day }, context);
    if (fault) return fault;
    const rounds = runs ? movingAlong(state, context) : [];
    const lacks = untoldLacks(state as Standing & Timed, dates.people(own, context.organisation), plan, at, context);
    return [event('DateMoved', { stage, at, plan, lacks, rounds, reason: keptReason(actor, reason) })];
  }

  /** The rounds with something open that is due when the stage ends. */
  function movingAlong(state: State, context: Context): StreamId[] {
    return openRounds(state)
      .filter((r) => rulesOf(r).withStage && (childOf(context, r.id)?.phase ?? 'open') === 'open')
      .filter((r) => (childOf(context, r.id)?.open ?? 0) > 0)
      .map((r) => r.id);
  }

  function reopenStage(state: State, { actor, body }: Given<'reopenStage'>, context: Context) {
    const { faultOf, about } = rules.reopening!;
    const own = state as P['state'];
    const given = body as BodyOf<P, 'reopenStage'>;
    return (
      faultOf(own, given) ?? [
        event('StageReopened', { stage: body.stage, reason: keptReason(actor, body.reason) }),
        ...kit.goBack(own, body.stage, context, 'reopened' as BecauseOf<P>, about?.(own, given, context)),
      ]
    );
  }

  function cancel(state: State, { actor, body }: Given<'cancel'>, context: Context) {
    // The rounds are closed by what has become of it: nothing has gone on.
    return [
      event('Cancelled', { reason: keptReason(actor, body.reason) }),
      ...openRounds(state).map((r) => kit.conclude(r, context)),
    ];
  }

  const part = {
    commands,
    folds: {
      Paused: (state: State, { rounds }: Events['Paused'], { at }: { at: number }) => paused(state, rounds, at),
      Resumed(state: State, { until, plan }: Events['Resumed']) {
        resumed(state, until);
        if (state.plan) state.plan = { ...state.plan, ...plan };
      },
      DateMoved(state: Standing & Timed, { stage, at, plan, lacks }: Events['DateMoved']) {
        state.plan = plan;
        rememberLacks(state, lacks);
        if (stage in state.timetable!) state.timetable = { ...state.timetable!, [stage]: at };
        if (stage !== state.stage) return;
        state.until = at;
        for (const round of openRounds(state)) {
          if (rulesOf(round).withStage) state.rounds[round.id] = { ...round, due: Math.max(round.due, at) };
        }
      },
      StageFinished(state: State) {
        state.finished = true;
      },
      StageReopened() {},
      HandedOver(state: State, { to }: Events['HandedOver']) {
        state.owner = to;
      },
      Cancelled(state: State) {
        state.phase = 'cancelled';
        state.until = null;
      },
    },
    follows: {
      Paused: (state: State, { rounds }: Events['Paused'], context: Context) => [
        ...holding(rounds, pausedBy),
        ...children(state).map((id) => order(id, 'pause', { reason: pausedBy }, STANDS_SO)),
        ...tell(state, 'paused', context),
      ],
      Resumed: (state: State, { rounds }: Events['Resumed'], context: Context) => [
        ...releasing(rounds, resumedBy, datesStand && ((id) => datesStand(state.rounds[id]!.purpose))),
        ...children(state).map((id) => order(id, 'resume', { reason: resumedBy }, STANDS_SO)),
        ...tell(state, 'resumed', context),
      ],
      DateMoved: (state: State, { stage, at, lacks, rounds }: Events['DateMoved'], context: Context) => [
        ...rounds.map((id) => extension(id, at, house('date-moved'))),
        ...toldOfLacks(lacks, (what, about) => kit.alarm(state as P['state'], what as P['attention'], about)),
        ...tell(state, 'moved', context, { stage, at }),
      ],
      StageReopened: (state: State, _body: unknown, context: Context) => tell(state, 'reopened', context),
      HandedOver: (state: State, { to, reason }: Events['HandedOver']) => [
        ...handingOver(openRounds(state), kit.rules.runners(state as P['state'])),
        ...children(state).map((id) => order(id, 'handOver', { to, reason: house('handed-over') }, STANDS_SO)),
        // Of what goes along with another procedure that one tells.
        ...('code' in reason ? [] : [notice('operations.handedOver', to, {})]),
      ],
      Cancelled: (state: State, _body: unknown, context: Context) => [
        ...children(state).map((id) => order(id, 'end', { reason: cancelledBy }, IS_OVER)),
        ...tell(state, 'cancelled', context),
      ],
    },
  };
  return part as unknown as Part<P>;
}
