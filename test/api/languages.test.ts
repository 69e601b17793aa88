import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION } from '../../contracts/ids.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { START } from '../harness/start.ts';
import { apiOf, ask, DAY, openRound, reviewSpec, type TestApi } from './harness.ts';
import { Procedure } from './procedure.ts';

describe('a refusal in the language of whoever asks', () => {
  let database: TestDatabase;
  let procedure: Procedure;
  let api: TestApi;
  beforeAll(async () => {
    database = await testDatabase();
    procedure = new Procedure(database, START);
    api = await apiOf({ database, gateway: procedure, complaints: [] }, { now: () => procedure.now });
    await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', smallCompany(3));
    const spec = { ...reviewSpec(START + 9 * DAY), title: { en: 'Review', 'zh-CN': '评审' } };
    await openRound(api, 'r', [{ id: 'T', assignee: 'P2' }], spec);
  });
  afterAll(async () => {
    await api.close();
    await database.stop();
  });

  const submit = (language: string, commandId: string, answer: object = {}) =>
    ask(api, 'P2', 'POST', '/api/rounds/r/tasks/T/submit', { answer, commandId }, { 'accept-language': language });

  test.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN', '“Score”尚未填写，请填写后再提交。', '答复与表单不符'],
    [
      'en-GB,en;q=0.9',
      'en',
      '"Score" is not answered; fill it in before you submit.',
      'The answer does not fit the form',
    ],
    ['de, zh;q=0.3', 'zh-CN', '“Score”尚未填写，请填写后再提交。', '答复与表单不符'],
    ['de', 'en', '"Score" is not answered; fill it in before you submit.', 'The answer does not fit the form'],
    [
      'zh;q=0, en;q=0.1',
      'en',
      '"Score" is not answered; fill it in before you submit.',
      'The answer does not fit the form',
    ],
  ])('%s is answered in %s', async (asked, language, detail, title) => {
    const reply = await submit(asked, `first-${language}-${asked.length}`);
    expect(reply.headers.get('content-language')).toBe(language);
    expect(reply.json).toMatchObject({
      ...{ detail, title, code: 'answer-invalid', because: 'answer-invalid/missing' },
      facts: { label: { en: 'Score' } },
    });
  });

  test('the same command again, in the language of whoever sends it again', async () => {
    expect((await submit('en', 'once-0001', { score: 99 })).json.detail).toBe('"Score" must be a number from 1 to 10.');
    expect((await submit('zh', 'once-0001', { score: 99 })).json.detail).toBe('“Score”须为 1 至 10 之间的数字。');
  });

  test('one by one where several were sent, and what is not there', async () => {
    const answers = [{ task: 'T', answer: { score: 0 } }];
    const many = await ask(api, 'P2', 'POST', '/api/rounds/r/answers', { answers }, { 'accept-language': 'zh' });
    expect(many.json.outcomes[0].problem).toMatchObject({ detail: '“Score”须为 1 至 10 之间的数字。' });
    const zh = { 'accept-language': 'zh-CN' };
    expect((await ask(api, 'P3', 'GET', '/api/rounds/r/tasks/T', undefined, zh)).json).toMatchObject({
      ...{ title: '未找到', detail: '轮次 r 中没有您的任务 T，请查看您的待办列表。' },
    });
    expect((await ask(api, 'P3', 'GET', '/api/selections/none', undefined, zh)).json).toMatchObject({
      detail: '没有编号为 none 的选拔，请核对编号。',
    });
  });
});
