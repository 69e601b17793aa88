import { expect, test } from '@jest/globals';
import { faultInWords } from '../../contracts/fault-words.ts';
import { isProblemCode, PROBLEMS } from '../../contracts/problems.ts';
import { EN } from '../../contracts/refusals/en.ts';
import { codeOf, type RefusalKey } from '../../contracts/refusals/refusal.ts';
import { say } from '../../contracts/refusals/say.ts';
import { TITLES_ZH } from '../../contracts/refusals/titles-zh-cn.ts';
import { ZH_CN } from '../../contracts/refusals/zh-cn.ts';

const KEYS = Object.keys(EN) as RefusalKey[];
const factsIn = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort();

test.each(KEYS)('%s is a problem of the table, and says the same in both languages', (key) => {
  expect(isProblemCode(codeOf(key))).toBe(true);
  // What one may not do is said in English words, in the middle of a sentence; another language does without.
  expect(factsIn(ZH_CN[key])).toEqual(factsIn(EN[key].replace(/(somebody else|may) \{act\}/, '')));
  // Names of fields, commands and examples are the same in every language.
  const told = ZH_CN[key].replace(
    /(X-)?Rostrum|rostrum login|commandId|trainers-2027|Asia\/Shanghai|YYYY-MM-DD|median|highest-minimum|30d|(DOC|XLS|PPT)X|JPEG|PNG|WebP|HTTP|Cookie|Authorization: Bearer|Idempotency-Key|Content-(Type|Encoding)|application\/json|GET \/api\/openapi.json|UTF-8|dev:|“act”/g,
    '',
  );
  expect(told.replace(/\{\w+\}|about(Person)?|JSON|PDF|N-\d+|[“”]/g, '')).not.toMatch(/[A-Za-z]{3}/);
  // What is told in another sentence ends as a sentence itself; who does what is part of one.
  expect(ZH_CN[key]).toMatch(key.includes('/who-') ? /[^。]$/ : /。$|\{(fault|faults|limits|conflict)\}$/);
});

test('every problem has its title in both', () => {
  expect(Object.keys(TITLES_ZH).sort()).toEqual(Object.keys(PROBLEMS).sort());
});

test('titles, lists and words of the house are said in the language of the sentence', () => {
  const title = { en: 'Review', 'zh-CN': '评审' };
  const counted = { key: 'not-allowed/answer-counted', facts: { task: 'T', title, state: 'submitted' } };
  expect(say('zh-CN', counted)).toBe(
    '“评审”的任务 T（已提交）已计入结果，再次作答不会生效；请流程负责人重新打开该环节。',
  );
  expect(say('en', counted)).toMatch(/^That task T of "Review" was submitted has been taken into account/);
  const topic = { key: 'topic-unknown/no-topic', facts: { topic: 'x', topics: ['a', 'b'] } };
  expect([say('en', topic), say('zh-CN', topic)]).toEqual([
    'There is no topic "x"; choose among a, b.',
    '没有专题“x”，请从以下专题中选择：a、b。',
  ]);
});

test('of whom any one will do is said so; what is wrong with a whole command is said once', () => {
  const asked = (...speakers: string[]) => ({ key: 'not-yours/states-needs', facts: { speakers, department: 'D2' } });
  expect(say('en', asked('D2-1'))).toMatch(/^Only D2-1 can/);
  expect(say('en', asked('D2-1', 'D2-2', 'D2-3'))).toMatch(/^Only D2-1, D2-2 or D2-3 can/);
  expect(say('zh-CN', asked('D2-1', 'D2-2'))).toMatch(/^只有 D2-1 或 D2-2 可以/);
  const whole = faultInWords({ path: [], message: 'The days are not in order.' });
  const unfit = { key: 'command-invalid/field', facts: { command: 'open', ...whole } };
  expect(say('en', unfit)).toBe('In the command open, the content does not fit: The days are not in order.');
});

test('what was refused by a sentence that is no more keeps the words that it had', () => {
  expect(say('zh-CN', { key: 'not-found/gone', facts: {} })).toBeUndefined();
});
