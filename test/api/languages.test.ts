import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION } from '../../contracts/ids.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { START } from '../harness/start.ts';
import { apiOf, ask, DAY, openRound, reviewSpec, type TestApi } from './harness.ts';
import { Procedure } from './procedure.ts';
import { TERMS } from './selection-course.ts';

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

  test('what does not have the right form, and which field it is, in people’s words', async () => {
    const zh = { 'accept-language': 'zh-CN' };
    const said = async (path: string, body: object, method: 'GET' | 'POST' = 'POST') =>
      (await ask(api, 'OPS', method, path, method === 'GET' ? undefined : body, zh)).json;
    const take = '/api/rounds/r/takeBack';
    expect(await said(take, {})).toMatchObject({
      ...{ title: '请求格式不正确', detail: '请求内容中的“任务”（task）未填写。', because: 'input-invalid/field' },
    });
    expect(await said(take, { task: 7 })).toMatchObject({
      detail: '请求内容中的“任务”（task）是数字 7；请加引号，例如 "00042" 或 "0.2"。',
    });
    expect(await said(take, { task: 'T', reasn: 'x' })).toMatchObject({
      detail: '请求内容中的“reasn”不是此处的字段；请去掉或更正名称。',
    });
    expect(await said('/api/ledger/organisation:main?limit=0', {}, 'GET')).toMatchObject({
      detail: '查询参数中的“限制或条数”（limit）不得小于 1。',
    });
  });

  test('terms and imports that cannot be, down to what is wrong inside', async () => {
    const zh = { 'accept-language': 'zh-CN' };
    const terms = { ...TERMS, screeners: ['P9'] };
    const open = await ask(api, 'OPS', 'POST', '/api/selections', { id: 'odd', terms }, zh);
    expect(open.json).toMatchObject({ code: 'terms-invalid', detail: expect.stringMatching(/^[\u4e00-\u9fff“].*。$/) });
    const people = smallCompany(1).people!.map((p) => ({ ...p, manager: 'NOBODY' }));
    const taken = await ask(api, 'OPS', 'POST', '/api/organisation/importOrganisation', { people }, zh);
    expect(taken.json.detail).toBe('P1 的上级 NOBODY 不存在；请更正工号，或一并导入此人。');
    const checked = await ask(api, 'OPS', 'POST', '/api/organisation/import/check', { people }, zh);
    expect(checked.json.faults).toEqual([taken.json.detail]);
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
