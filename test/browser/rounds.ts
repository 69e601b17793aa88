import type { Field } from '../../contracts/form.ts';
import { RoundPolicy, type RoundSpec } from '../../contracts/round.ts';
import { ask, DAY, openRound, type TestApi } from '../api/harness.ts';

const label = (en: string, zh: string) => ({ en, 'zh-CN': zh });

const text = (key: string, en: string, zh: string, more: object = {}): Field => ({
  ...{ key, kind: 'text', label: label(en, zh), required: true, minLength: 3, maxLength: 4000 },
  ...more,
});

const score = (key: string, en: string, zh: string): Field => ({
  ...{ key, kind: 'score', label: label(en, zh), required: true, min: 0, max: 10, step: 0.25 },
});

const AGREEMENT: Field[] = [
  {
    ...{ key: 'answer', kind: 'choice', label: label('Do you agree?', '您是否同意？'), required: true },
    options: [
      { value: 'agree', label: label('I agree', '同意') },
      { value: 'refuse', label: label('I do not agree', '不同意') },
    ],
  },
  text('reason', 'Reason', '理由', { required: false, requiredWhen: { field: 'answer', equals: 'refuse' } }),
];

const REVIEW: Field[] = [
  score('knowledge', 'Professional knowledge', '专业知识'),
  score('conduct', 'Professional conduct', '职业素养'),
  score('communication', 'Communication', '沟通表达'),
  score('lecture', 'Trial lecture', '试讲'),
  text('reasons', 'Reasons for the scores', '评分理由'),
  text('comment', 'Overall comment', '总体评语', { required: false, minLength: 0 }),
];

/** A question of every kind that there is. */
const EVERYTHING: Field[] = [
  { key: 'level', kind: 'score', label: label('Level', '等级'), required: true, min: 1, max: 5, step: 1 },
  { key: 'hours', kind: 'score', label: label('Hours', '小时数'), required: true, min: 0, max: 500, step: 1 },
  {
    ...{ key: 'month', kind: 'choice', label: label('Month', '月份'), required: true },
    options: Array.from({ length: 20 }, (_, at) => ({
      value: `m${at}`,
      label: label(`Month ${at + 1}`, `第 ${at + 1} 月`),
    })),
  },
  { key: 'ready', kind: 'flag', label: label('Is the room ready?', '教室是否就绪？'), required: true },
  { key: 'day', kind: 'date', label: label('First day', '首日'), required: true },
  { key: 'who', kind: 'people', label: label('Who helps', '协助人员'), required: true, max: 2 },
  {
    key: 'runs',
    kind: 'ids',
    from: ['O-001', 'O-002', 'O-003'],
    label: label('Runs', '班次'),
    required: false,
    max: 2,
  },
  text('note', 'Note', '备注', { required: false, minLength: 0 }),
];

interface Asked {
  readonly purpose: string;
  readonly title: RoundSpec['title'];
  readonly fields: Field[];
  readonly due: number;
  readonly minutes: number;
}

function specOf({ purpose, title, fields, due, minutes }: Asked): RoundSpec {
  const policy = RoundPolicy.parse({ settles: 'closed' });
  return { ...{ purpose, title, due, minutes, policy }, owner: null, form: { fields }, owners: [], place: null };
}

/** What is asked of whoever stands for a desk: one thing that will be late, thirteen reviews of which five are done, a form of all kinds. */
export async function askOf(api: TestApi, person: string, now: number): Promise<void> {
  const key = person.toLowerCase();
  const tasks = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      id: `T${String(at).padStart(2, '0')}.${person}`,
      assignee: person,
      about: `A-${CODES[at]}`,
    }));
  await openRound(
    api,
    `agreement-${key}`,
    [{ id: 'T', assignee: person, about: 'A-7K3Q', aboutPerson: person === 'E031' ? 'E012' : 'E014' }],
    specOf({
      purpose: 'agreement',
      title: label('Agreement of the line manager', '直接主管意见'),
      fields: AGREEMENT,
      due: now + DAY / 2,
      minutes: 2,
    }),
  );
  await openRound(
    api,
    `review-${key}`,
    tasks(13),
    specOf({
      purpose: 'feedback',
      title: label('Expert review', '专家评审'),
      fields: REVIEW,
      due: now + 4 * DAY,
      minutes: 30,
    }),
  );
  await openRound(
    api,
    `everything-${key}`,
    [{ id: 'T', assignee: person }],
    specOf({
      purpose: 'feedback',
      title: label('Preparing the course', '课程准备'),
      fields: EVERYTHING,
      due: now + 20 * DAY,
      minutes: 20,
    }),
  );
  const answer = {
    knowledge: 7,
    conduct: 6.5,
    communication: 8,
    lecture: 5.25,
    reasons: 'Sound content; more practice.',
  };
  for (let at = 0; at < 5; at += 1) {
    const sent = await ask(api, person, 'POST', `/api/rounds/review-${key}/tasks/T0${at}.${person}/submit`, { answer });
    if (sent.status !== 200) throw new Error(sent.text);
  }
  const draft = { content: { knowledge: 6.5 }, revision: 0 };
  await ask(api, person, 'PUT', `/api/rounds/review-${key}/tasks/T05.${person}/draft`, draft);
}

const CODES = ['5YK8', '5QT5', '4JH2', '8VXN', '3CPR', 'M7JA', '9WDL', '2FGE', '6BSU', '7ZKT', 'K4MM', 'T8RR', 'W2AC'];
