import { type Actor, type Instant, type PersonId, type StreamId, SYSTEM } from '../../contracts/ids.ts';
import type { ProcedureEventBodies } from '../../contracts/procedure.ts';
import type { OrganisationState, Person } from '../organisation/state.ts';
import type { Command, Context, Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import { demandCalendarLetter, rememberLacks, toldOfLacks, untoldLacks } from './calendar-lacks.ts';
import type { Kit } from './kit.ts';
import { faultOfName } from './name.ts';
import type { Part, Shape } from './part.ts';
import type { Standing } from './standing.ts';
import type { Timed } from './steering.ts';
import type { PlanOfStages } from './timetable.ts';

/** The terms of a procedure of the shape. */
export type TermsOf<P extends Shape> = NonNullable<P['state']['terms']>;

/** How a procedure is opened by its terms. */
export interface OpeningRules<P extends Shape> {
  readonly initial: (stream: StreamId) => P['state'];
  /** Why it cannot be opened by these terms now; null: it can. */
  readonly refusalOf: (terms: TermsOf<P>, context: Context, opening: Opener) => Rejection | null;
  /** Its timetable, where its terms have one. */
  readonly planned?: {
    /** Beginning and end of every stage if it opened now. */
    readonly planOf: (terms: TermsOf<P>, context: Context) => PlanOfStages;
    /** Everybody by whose calendars its days are reckoned. */
    readonly people: (state: P['state'], organisation: OrganisationState) => Iterable<Person>;
  };
  /** Writes into the state what the terms say that may change later. */
  readonly take: (state: P['state'], terms: TermsOf<P>, at: Instant) => void;
}

/** Who opens what. */
export interface Opener {
  readonly stream: StreamId;
  readonly actor: Actor;
}

type Opened = ProcedureEventBodies['Opened'];

/** The part of a procedure by which it is opened: its terms are checked as a whole, then stand, and its first stage begins. */
export function opening<P extends Shape>(kit: Kit<P>, rules: OpeningRules<P>): Part<P> {
  const { stages } = kit.rules;
  const { noun } = kit.rules.words;
  if (rules.planned) demandCalendarLetter(kit.rules);

  function take(
    state: Standing & Partial<Timed>,
    { terms, plan }: Omit<Opened, 'lacks'>,
    by: Actor,
    at: Instant,
  ): void {
    const owner: PersonId | null = by === SYSTEM ? null : by;
    Object.assign(state, { phase: 'running', owner, terms });
    if (rules.planned) Object.assign(state, { timetable: (terms as { timetable?: unknown }).timetable, plan });
    rules.take(state as P['state'], terms as TermsOf<P>, at);
  }

  const part = {
    commands: {
      open({ phase, stream }: Standing, { actor, body: terms }: Command<'open', TermsOf<P>>, context: Context) {
        // Procedures that the engine opens have names of its own making.
        const refusal =
          (phase === 'unopened' ? null : refuse('already-so/procedure-open', { kind: noun, id: stream })) ??
          (actor === SYSTEM ? null : faultOfName(stream)) ??
          rules.refusalOf(terms, context, { stream, actor });
        if (refusal) return refusal;
        const { planned } = rules;
        const plan = planned?.planOf(terms, context) ?? {};
        const draft = rules.initial(stream);
        take(draft, { terms, plan }, actor, context.now);
        const people = planned?.people(draft, context.organisation) ?? [];
        const lacks = planned ? untoldLacks(draft as Standing & Timed, people, plan, context.now, context) : [];
        return [{ type: 'Opened', body: { terms, plan, lacks } }, kit.begin(draft, stages[0]!, context)];
      },
    },
    folds: {
      Opened(state: Standing & Partial<Timed>, body: Opened, { actor, at }: { actor: Actor; at: Instant }) {
        take(state, body, actor, at);
        if (rules.planned) rememberLacks(state as Standing & Timed, body.lacks);
      },
    },
    follows: {
      Opened: (state: Standing, { lacks }: Opened) =>
        toldOfLacks(lacks, (what, about) => kit.alarm(state as P['state'], what as P['attention'], about)),
    },
  };
  return part as unknown as Part<P>;
}
