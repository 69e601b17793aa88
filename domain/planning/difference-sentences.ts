import type { LimitRef } from '../../contracts/planning.ts';
import type { Language } from '../../contracts/settings.ts';
import type { CutChange, FieldChange, Moved, OfferingChange, PlanDifference } from './difference.ts';

const FIELD: Record<Language, Record<FieldChange['field'], string>> = {
  en: {
    days: 'days',
    room: 'room',
    trainer: 'trainer',
    quote: 'quote',
    needs: 'needs',
    seats: 'seats',
    cost: 'cost',
    budgetLine: 'budget line',
    hours: 'hours',
    effect: 'expected effect',
  },
  'zh-CN': {
    days: '日期',
    room: '场地',
    trainer: '讲师',
    quote: '报价',
    needs: '需求',
    seats: '座位数',
    cost: '费用',
    budgetLine: '预算科目',
    hours: '课时',
    effect: '预期效果',
  },
};

const LIMIT: Record<Language, Record<LimitRef['kind'], string>> = {
  en: {
    budget: 'budget line',
    rooms: 'rooms',
    trainer: 'trainer',
    window: 'days of',
    seats: 'seats of',
    calendar: 'calendar of',
    must: 'must',
  },
  'zh-CN': {
    budget: '预算科目',
    rooms: '场地',
    trainer: '讲师',
    window: '时间窗口',
    seats: '班次人数',
    calendar: '工作日历',
    must: '必保项',
  },
};

/** A difference in short sentences, the totals last. No sentence: nothing differs. Money in the smallest unit. */
export function sentencesOfDifference(difference: PlanDifference, locale: Language): string[] {
  const { added, removed, changed, cuts, totals } = difference;
  const zh = locale === 'zh-CN';
  return [
    ...added.map((o) =>
      zh
        ? `新增班次 ${o.id}：课程 ${o.course}，${o.days[0]}，${o.participants.length} 人。`
        : `${o.id} is new: ${o.course} on ${o.days[0]} for ${people(o.participants.length)}.`,
    ),
    ...removed.map((o) => (zh ? `取消班次 ${o.id}（课程 ${o.course}）。` : `${o.id} (${o.course}) is no longer held.`)),
    ...changed.flatMap((change) => sentencesOfChange(change, locale)),
    ...cuts.came.map((cut) => cutSentence(cut, locale, true)),
    ...cuts.went.map((cut) => cutSentence(cut, locale, false)),
    ...total(totals.cost, locale, ['The plan costs', '计划总费用']),
    ...total(totals.effect, locale, ['The expected effect is', '预期效果']),
  ];
}

function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}

function sentencesOfChange({ id, fields, joined, left }: OfferingChange, locale: Language): string[] {
  const zh = locale === 'zh-CN';
  const told = fields.map(({ field, before, after }) => {
    const [was, is] = [text(before, locale), text(after, locale)];
    return zh
      ? `班次 ${id} 的${FIELD[locale][field]}由 ${was} 改为 ${is}。`
      : `${id}: ${FIELD[locale][field]} ${was} becomes ${is}.`;
  });
  if (joined.length > 0)
    told.push(zh ? `班次 ${id} 新增学员：${joined.join('、')}。` : `${id}: ${joined.join(', ')} joined.`);
  if (left.length > 0) told.push(zh ? `班次 ${id} 移出学员：${left.join('、')}。` : `${id}: ${left.join(', ')} left.`);
  return told;
}

function text(value: FieldChange['before'], locale: Language): string {
  if (value === null) return locale === 'zh-CN' ? '无' : 'none';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return value.join(locale === 'zh-CN' ? '、' : ', ');
}

function cutSentence({ need, limit, people: who }: CutChange, locale: Language, came: boolean): string {
  const because = `${LIMIT[locale][limit.kind]} ${limit.id}`;
  if (locale === 'zh-CN')
    return came
      ? `需求 ${need} 有 ${who.length} 人未列入（限制：${because}）。`
      : `需求 ${need} 有 ${who.length} 人不再因“${because}”被削减。`;
  return came
    ? `Need ${need}: ${people(who.length)} left out because of ${because}.`
    : `Need ${need}: ${people(who.length)} no longer left out because of ${because}.`;
}

function total({ before, after }: Moved, locale: Language, [en, zh]: readonly [string, string]): string[] {
  if (before === after) return [];
  const by = Math.round((after - before) * 1000) / 1000;
  const sign = by > 0 ? `+${by}` : `${by}`;
  return locale === 'zh-CN'
    ? [`${zh}由 ${before} 变为 ${after}（${sign}）。`]
    : [`${en} ${after} instead of ${before} (${sign}).`];
}
