import { ask, request, type TestApi } from '../api/harness.ts';
import type { Procedure } from '../api/procedure.ts';
import { Course, MEASURES, TERMS } from '../api/selection-course.ts';

const SELECTION = '/api/selections/trainers-2027';

const anchors = [
  { score: 3, text: { en: 'Reads out what is on the slides', 'zh-CN': '照着幻灯片念' } },
  { score: 6, text: { en: 'Clear structure, examples from the own workplace', 'zh-CN': '结构清晰，有本岗位的实例' } },
  { score: 9, text: { en: 'Listeners can do it themselves afterwards', 'zh-CN': '学员课后能独立完成' } },
];

const terms = {
  ...TERMS,
  topics: [{ id: 'safety', label: { en: 'Safety at work', 'zh-CN': '安全生产' } }],
  criteria: [
    { ...TERMS.criteria[0], label: { en: 'Professional knowledge', 'zh-CN': '专业知识' } },
    { ...TERMS.criteria[1], label: { en: 'Trial lecture', 'zh-CN': '试讲' }, minimum: '5', anchors },
  ],
};

const FORM = {
  profile:
    'I solve the faults that others bring to me, and explain how.\n\nLast year I took eleven new colleagues through their first three months, and wrote down what they asked.',
  outline:
    'Three short lectures, each with a task to take back to work: reading a fault report, finding the cause with the five whys, and writing a countermeasure that the next shift can follow.',
  topics: ['safety'],
  hoursPerMonth: 4,
};

/** A selection of internal trainers that has come to its blind review; the desk of one who reviews: two applications are on it. */
export async function selectionInReview(api: TestApi, procedure: Procedure): Promise<string> {
  const must = async (person: string, path: string, body: object) => {
    const { status, text } = await ask(api, person, 'POST', path, body);
    if (status !== 200) throw new Error(`${path}: ${text}`);
  };
  await must('OPS', '/api/selections', { id: 'trainers-2027', terms });
  await must('OPS', `${SELECTION}/publishMeasures`, { texts: MEASURES });
  const course = new Course(api, procedure, 'selection:trainers-2027');
  await course.to('call');
  for (const person of ['D2-2', 'D2-3']) {
    const file = await request(api, '/api/files?name=proof.txt', {
      method: 'POST',
      headers: { authorization: `Bearer dev:${person}`, 'content-type': 'text/plain' },
      body: 'A proof.',
    });
    await must(person, `${SELECTION}/apply`, { ...FORM, evidence: [file.json.id] });
  }
  await course.to('review');
  const { rounds } = (await ask(api, 'OPS', 'GET', '/api/rounds?owner=selection:trainers-2027&state=open')).json;
  const { tasks } = (await ask(api, 'OPS', 'GET', `/api/rounds/${rounds[0].id}/tasks`)).json;
  return tasks[0].assignee;
}
