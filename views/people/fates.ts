import { seesPlan, seesResources } from '../../access/sight/cycle.ts';
import type { PersonId } from '../../contracts/ids.ts';
import type { PlanCut, PlannedOffering } from '../../contracts/planning.ts';
import type { Fact } from '../../contracts/views/fact.ts';
import { planLines } from '../../domain/cycle/compiling/plan-view.ts';
import { place } from '../../domain/cycle/kit.ts';
import { SOURCE_REASONS } from '../../domain/cycle/sourcing/sentences.ts';
import { type CycleState, latestPlan, type Need, type PlanVersion } from '../../domain/cycle/state.ts';
import { moneyWords } from '../../domain/money.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import type { CycleReading } from '../cycle/reading.ts';
import { dayWords, fact, unnamed } from '../fact.ts';

interface Taught {
  readonly line: PlannedOffering;
  readonly cancelled: boolean;
}

interface Cell {
  readonly person: PersonId;
  readonly element: string;
  /** Levels; null: not rated. */
  readonly gap: number | null;
}

/** What a cycle has made of the gaps of some people, as far as whoever asks sees the plan. */
export class Fates {
  readonly #state: CycleState;
  readonly #version: PlanVersion | undefined;
  readonly #taught: ReadonlyMap<PersonId, readonly Taught[]>;
  readonly #cuts: ReadonlyMap<PersonId, readonly PlanCut[]>;
  readonly #needs: ReadonlyMap<PersonId, readonly Need[]>;
  readonly #people: ReadonlySet<PersonId>;
  /** Whether whoever asks is shown the money of the plan. */
  readonly #seesMoney: boolean;

  constructor({ state, sight }: CycleReading, people: ReadonlySet<PersonId>) {
    this.#state = state;
    this.#people = people;
    this.#seesMoney = seesResources(sight);
    const { frozen, versions } = state;
    const shown = frozen ? versions.find((v) => v.version === frozen.version) : latestPlan(state);
    this.#version = seesPlan(state, sight) ? shown : undefined;
    const lines = this.#version ? linesOf(state, this.#version) : [];
    this.#taught = byPerson(lines, ({ line }) => line.participants, people);
    this.#cuts = byPerson(this.#version?.plan.cuts ?? [], (cut) => cut.people, people);
    this.#needs = byPerson(Object.values(state.needs), (need) => need.people, people);
  }

  /** What was made of a gap; null: there is none, or none that is known. */
  of({ person, element, gap }: Cell): Fact | null {
    if (gap === null || gap === 0) return null;
    const taught = (this.#taught.get(person) ?? []).filter(({ line }) => this.#raises(line.course, element));
    const held = taught.find(({ cancelled }) => !cancelled);
    if (held) return this.#planned(held.line);
    const cut = this.#cuts.get(person)?.find(({ need }) => this.#isAbout(need, element));
    const [cancelled] = taught;
    if (cancelled) return this.#cancelled(cancelled.line);
    if (cut) return this.#leftOut(cut);
    const needs = (this.#needs.get(person) ?? []).filter((n) => this.#asks(n, element));
    return this.#ofNeeds(needs) ?? (this.#areNeedsAsked() ? this.#nobodyAsked(gap) : null);
  }

  #areNeedsAsked(): boolean {
    return place(this.#state.stage) > place('talks');
  }

  #raises(course: string, element: string): boolean {
    return this.#state.courses[course]?.elements.includes(element) === true;
  }

  #isAbout(merged: string, element: string): boolean {
    const known = this.#state.merged[merged];
    if (known?.element) return known.element === element;
    const course = known?.course ?? this.#state.sourcing[merged]?.course;
    return course != null && this.#raises(course, element);
  }

  #asks({ element: of, course }: Need, element: string): boolean {
    return of === null ? course !== null && this.#raises(course, element) : of === element;
  }

  #titleOf(course: string) {
    return this.#state.courses[course]?.title ?? unnamed(course);
  }

  #planned({ id, course, days }: PlannedOffering): Fact {
    const title = this.#titleOf(course);
    const [from, to] = [days[0]!, days.at(-1)!];
    const first = dayWords(from);
    const stream = this.#state.offerings[id]?.stream ?? null;
    return fact(
      'planned',
      { offering: id, course, from, to, stream },
      `The plan meets it: ${title.en} (${id}) from ${first.en}.`,
      `计划已安排：${title['zh-CN']}（${id}），${first['zh-CN']}开始。`,
    );
  }

  #cancelled({ id, course }: PlannedOffering): Fact {
    const title = this.#titleOf(course);
    return fact(
      'cancelled',
      { offering: id, course },
      `${title.en} (${id}) was to meet it and has been cancelled.`,
      `原定的${title['zh-CN']}（${id}）已取消。`,
    );
  }

  #leftOut({ need, people, limit, lost }: PlanCut): Fact {
    // What is lost is lost by all of them, and the limit may be somebody else's: neither is told of others.
    const facts = { need, limit: limit.kind, lost: people.every((p) => this.#people.has(p)) ? lost : null };
    const said = this.#limitWords(limit);
    return fact('left-out', { ...facts, ...said.facts }, `Left out of the plan: ${said.en}`, `未列入计划：${said.zh}`);
  }

  #limitWords({ kind, id }: PlanCut['limit']): { en: string; zh: string; facts?: Fact['facts'] } {
    const { budget, currency } = termsOf(this.#state);
    const spent = this.#version?.plan.budget.find((b) => b.line === id);
    // Which budget line it is, is of the money too.
    if (kind === 'budget' && spent && this.#seesMoney) {
      const left = Math.max(0, spent.limit - spent.planned);
      const money = moneyWords(left, currency);
      const label = budget.find((b) => b.id === id)?.label ?? unnamed(id);
      return {
        en: `of the money for "${label.en}" only ${money.en} was left.`,
        zh: `“${label['zh-CN']}”预算仅余 ${money['zh-CN']}。`,
        facts: { left, currency },
      };
    }
    const [en, zh] = LIMITS[kind];
    return { en, zh };
  }

  /** Needs that stand say more than those that do not. */
  #ofNeeds(needs: readonly Need[]): Fact | null {
    const [need] = [...needs].sort((a, b) => STANDING.indexOf(a.state) - STANDING.indexOf(b.state));
    if (!need) return null;
    if (need.state === 'confirmed') return this.#confirmed(need);
    const [code, en, zh] = NOT_CONFIRMED[need.state];
    return fact(code, { need: need.need }, en, zh);
  }

  #confirmed({ need }: Need): Fact {
    const merged = Object.values(this.#state.merged).find((m) => m.needs.includes(need));
    const sourcing = merged && this.#state.sourcing[merged.id];
    if (sourcing?.source === 'coaching') {
      const { en, 'zh-CN': zh } = SOURCE_REASONS[sourcing.reason];
      return fact(
        'coached',
        { need, reason: sourcing.reason },
        `It is coached on the job. ${en}`,
        `采用在岗辅导。${zh}`,
      );
    }
    if (sourcing?.source === 'none') {
      const { en, 'zh-CN': zh } = SOURCE_REASONS[sourcing.reason];
      return fact('no-source', { need, reason: sourcing.reason }, `Nobody can teach it. ${en}`, `没有培训来源。${zh}`);
    }
    return fact(
      'asked',
      { need },
      'It was asked for; the plan will say what becomes of it.',
      '已提出需求，以计划为准。',
    );
  }

  #nobodyAsked(gap: number): Fact {
    const from = termsOf(this.#state).gapFrom;
    return gap < from
      ? fact(
          'too-small',
          { gap, from },
          `It is smaller than ${from} levels, from which a need is proposed.`,
          `差距小于 ${from} 级，未达到提出需求的起点。`,
        )
      : fact('not-asked', { gap }, 'Nobody has asked for training in it.', '尚未提出相应的培训需求。');
  }
}

const STANDING: readonly Need['state'][] = ['confirmed', 'stated', 'proposed', 'sent-back', 'dropped', 'withdrawn'];

type Words = readonly [code: string, en: string, zh: string];
const WAITS: Words = ['proposed', 'It is proposed; the department decides about it.', '已列为建议需求，由部门确认。'];
const NOT_CONFIRMED: Readonly<Record<Exclude<Need['state'], 'confirmed'>, Words>> = {
  stated: WAITS,
  proposed: WAITS,
  'sent-back': [
    'sent-back',
    'It was asked for and sent back with a question that is open.',
    '需求已退回，尚有问题待答复。',
  ],
  dropped: ['dropped', 'The department has put it aside.', '部门决定暂不提出。'],
  withdrawn: ['withdrawn', 'It was asked for and taken back.', '需求已撤回。'],
};

const LIMITS: Readonly<Record<PlanCut['limit']['kind'], readonly [en: string, zh: string]>> = {
  budget: ['the money does not suffice.', '预算不足。'],
  rooms: ['no room was free with enough seats.', '没有座位足够的空闲场地。'],
  trainer: ['no trainer had days or hours left.', '没有可用的讲师时间。'],
  window: ['no days were left on which it could be held.', '没有可安排的日期。'],
  seats: ['there were too few people for another run.', '人数不足以再开一班。'],
  calendar: ['no days of training were left for this person.', '该员工没有可用的培训日。'],
  must: ['what must be held went first.', '须优先安排必办培训。'],
};

function linesOf(state: CycleState, version: PlanVersion): Taught[] {
  if (!state.frozen) return version.plan.offerings.map((line) => ({ line, cancelled: false }));
  return planLines(state).map(({ planned, cancelled }) => ({ line: planned, cancelled }));
}

function byPerson<T>(
  rows: readonly T[],
  peopleOf: (row: T) => readonly PersonId[],
  wanted: ReadonlySet<PersonId>,
): Map<PersonId, T[]> {
  const found = new Map<PersonId, T[]>();
  for (const row of rows) {
    for (const person of peopleOf(row)) {
      if (!wanted.has(person)) continue;
      const own = found.get(person);
      if (own) own.push(row);
      else found.set(person, [row]);
    }
  }
  return found;
}
