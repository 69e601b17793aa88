import { expect, test } from '@jest/globals';
import { moneyWords } from '../../domain/money.ts';

test.each([
  [272_000, 'CNY', '2,720 CNY', '2,720 元'],
  // What is over or missing may be less than one: it must not read as nothing.
  [40, 'CNY', '0.40 CNY', '0.40 元'],
  [-123_456_705, 'CNY', '−1,234,567.05 CNY', '−1,234,567.05 元'],
  [2_720, 'JPY', '2,720 JPY', '2,720 日元'],
  [2_720_005, 'KWD', '2,720.005 KWD', '2,720.005 科威特第纳尔'],
])('%d of the smallest unit of %s is %s', (amount, currency, en, zh) => {
  expect(moneyWords(amount, currency)).toEqual({ en, 'zh-CN': zh });
});
