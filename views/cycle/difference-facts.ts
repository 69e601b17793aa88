import type { Label } from '../../contracts/form.ts';
import type { LimitRef } from '../../contracts/planning.ts';
import type { Fact } from '../../contracts/views/fact.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import { moneyWords } from '../../domain/money.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import type {
  CutChange,
  FieldChange,
  Moved,
  OfferingChange,
  PlanDifference,
} from '../../domain/planning/difference.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import { dayWords, fact, unnamed } from '../fact.ts';
import { needName } from './need-name.ts';
import type { CycleReading } from './reading.ts';

type Names = ReadonlyMap<string, string>;

/** Where the names of things are. */
interface Known {
  readonly state: CycleState;
  readonly organisation: OrganisationState;
  readonly names: Names;
}

const FIELD: Readonly<Record<FieldChange['field'], Label>> = {
  days: { en: 'days', 'zh-CN': '日期' },
  room: { en: 'room', 'zh-CN': '场地' },
  trainer: { en: 'trainer', 'zh-CN': '讲师' },
  quote: { en: 'provider', 'zh-CN': '培训机构' },
  needs: { en: 'needs', 'zh-CN': '需求' },
  seats: { en: 'seats', 'zh-CN': '座位数' },
  cost: { en: 'cost', 'zh-CN': '费用' },
  budgetLine: { en: 'budget line', 'zh-CN': '预算科目' },
  hours: { en: 'hours', 'zh-CN': '课时' },
  effect: { en: 'expected effect', 'zh-CN': '预期效果' },
};

const LIMIT: Readonly<Record<LimitRef['kind'], Label>> = {
  budget: { en: 'for want of money', 'zh-CN': '预算不足' },
  rooms: { en: 'for want of a room', 'zh-CN': '场地不足' },
  trainer: { en: 'for want of a trainer', 'zh-CN': '讲师不足' },
  window: { en: 'for want of days', 'zh-CN': '没有合适的日期' },
  seats: { en: 'because too few are left for a run', 'zh-CN': '人数不足以开班' },
  calendar: { en: 'because they have no days left', 'zh-CN': '人员没有可用的日期' },
  must: { en: 'because others must stand', 'zh-CN': '须优先保证其他需求' },
};

const NONE: Label = { en: 'none', 'zh-CN': '无' };

/**
 * What two versions differ in, a fact each, the totals last: with people, rooms and courses by name, and money in whole units
 * in the words. None: nothing differs.
 */
export function factsOfDifference(
  difference: PlanDifference,
  { state, organisation }: CycleReading,
  names: Names,
): Fact[] {
  const { added, removed, changed, cuts, totals } = difference;
  const { currency } = termsOf(state);
  const told = (o: { readonly id: string; readonly course: string }): Label => {
    const title = state.courses[o.course]?.title ?? unnamed(o.course);
    return { en: `${title.en} (${o.id})`, 'zh-CN': `${title['zh-CN']}（${o.id}）` };
  };
  const cut = (change: CutChange, came: boolean): Fact => {
    const { need, limit, people } = change;
    const what = needName(state, organisation, need);
    const because = LIMIT[limit.kind];
    return fact(
      came ? 'left-out' : 'taken-in',
      { need, limit: limit.kind, people: people.map((p) => names.get(p) ?? p) },
      came
        ? `${what.en}: ${peopleIn(people.length)} left out ${because.en}.`
        : `${what.en}: ${peopleIn(people.length)} no longer left out ${because.en}.`,
      came
        ? `${what['zh-CN']}：${people.length} 人未列入（${because['zh-CN']}）。`
        : `${what['zh-CN']}：${people.length} 人不再因“${because['zh-CN']}”而未列入。`,
    );
  };
  return [
    ...added.map((o) => {
      const [title, places, from] = [told(o), o.participants.length, dayWords(o.days[0]!)];
      return fact(
        'added',
        { offering: o.id, course: o.course, days: o.days, places },
        `${title.en} is new: ${from.en}, for ${peopleIn(places)}.`,
        `新增班次 ${title['zh-CN']}：${from['zh-CN']}，${places} 人。`,
      );
    }),
    ...removed.map((o) => {
      const title = told(o);
      const sentence = [`${title.en} is no longer held.`, `取消班次 ${title['zh-CN']}。`] as const;
      return fact('removed', { offering: o.id, course: o.course }, ...sentence);
    }),
    ...changed.flatMap((change) => factsOfChange(change, told(change), { state, organisation, names })),
    ...cuts.came.map((one) => cut(one, true)),
    ...cuts.went.map((one) => cut(one, false)),
    ...total('cost', totals.cost, ['The plan costs', '计划总费用'], (amount) => moneyWords(amount, currency), currency),
    ...total('effect', totals.effect, ['The expected effect is', '预期效果'], (points) =>
      unnamed(String(rounded(points))),
    ),
  ];
}

const peopleIn = (count: number) => (count === 1 ? '1 person' : `${count} people`);

function factsOfChange({ id, course, fields, joined, left }: OfferingChange, title: Label, known: Known): Fact[] {
  const { state, names } = known;
  const { currency } = termsOf(state);
  const who = (people: readonly string[]) => people.map((p) => names.get(p) ?? p);
  const facts = fields.map(({ field, before, after }) => {
    const said = (value: FieldChange['before']) => valueWords(field, value, known);
    const [was, is] = [said(before), said(after)];
    return fact(
      `changed-${field.toLowerCase()}`,
      {
        ...{ offering: id, course, before: shown(field, before, was), after: shown(field, after, is) },
        ...(field === 'cost' ? { currency } : {}),
      },
      `${title.en}: ${FIELD[field].en} ${was.en} becomes ${is.en}.`,
      `${title['zh-CN']}：${FIELD[field]['zh-CN']}由 ${was['zh-CN']} 改为 ${is['zh-CN']}。`,
    );
  });
  const moved = (code: string, people: readonly string[], en: string, zh: string) =>
    people.length
      ? [
          fact(
            code,
            { offering: id, course, people: who(people) },
            `${title.en}: ${who(people).join(', ')} ${en}.`,
            `${title['zh-CN']}：${zh}${who(people).join('、')}。`,
          ),
        ]
      : [];
  return [...facts, ...moved('joined', joined, 'joined', '新增学员'), ...moved('left', left, 'left', '移出学员')];
}

/** Figures and days as they are, everything else by its name. */
function shown(field: FieldChange['field'], value: FieldChange['before'], words: Label): Fact['facts'][string] {
  if (value === null || typeof value === 'number') return value;
  return field === 'days' ? [...(value as readonly string[])] : words.en;
}

function valueWords(
  field: FieldChange['field'],
  value: FieldChange['before'],
  { state, organisation, names }: Known,
): Label {
  if (value === null) return NONE;
  if (typeof value === 'number') {
    return field === 'cost' ? moneyWords(value, termsOf(state).currency) : unnamed(String(rounded(value)));
  }
  if (typeof value !== 'string') {
    const words = value.map((one) => (field === 'days' ? dayWords(one) : needName(state, organisation, one)));
    return { en: words.map((w) => w.en).join(', '), 'zh-CN': words.map((w) => w['zh-CN']).join('、') };
  }
  if (field === 'budgetLine') return termsOf(state).budget.find((b) => b.id === value)?.label ?? unnamed(value);
  if (field === 'room') return unnamed(state.rooms[value]?.name ?? value);
  if (field === 'quote') return unnamed(state.quotes[value]?.provider ?? value);
  return unnamed(names.get(value) ?? value);
}

function total(
  of: 'cost' | 'effect',
  { before, after }: Moved,
  [en, zh]: readonly [string, string],
  said: (figure: number) => Label,
  currency?: string,
): Fact[] {
  if (before === after) return [];
  const sign = after > before ? '+' : '';
  const [was, is, by] = [said(before), said(after), said(of === 'cost' ? after - before : rounded(after - before))];
  return [
    fact(
      of,
      { before, after, ...(currency === undefined ? {} : { currency }) },
      `${en} ${is.en} instead of ${was.en} (${sign}${by.en}).`,
      `${zh}由 ${was['zh-CN']} 变为 ${is['zh-CN']}（${sign}${by['zh-CN']}）。`,
    ),
  ];
}

const rounded = (figure: number) => Math.round(figure * 1000) / 1000;
