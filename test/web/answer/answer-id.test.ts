import { expect, test } from '@jest/globals';
import { ApiProblem, NoConnection } from '../../../web/src/api/problem.ts';
import { AnswerId } from '../../../web/src/features/answer/store/answer-id.ts';

const ANSWER = { score: 7, reasons: ['depth'], note: null };

test.each([new NoConnection(), new ApiProblem('internal', 500, ''), new ApiProblem('engine-unavailable', 503, '')])(
  'an answer of which nothing was heard is the same when it is sent again: %s',
  (error) => {
    const ids = new AnswerId();
    const first = ids.of(ANSWER);
    ids.hear(error);
    expect(ids.of({ ...ANSWER, reasons: ['depth'] })).toBe(first);
  },
);

test.each([400, 401, 403, 409, 422, 429])(
  'an answer that was refused by %i is another one when it is sent again',
  (status) => {
    const ids = new AnswerId();
    const first = ids.of(ANSWER);
    ids.hear(new ApiProblem('paused', status, 'Paused.'));
    const second = ids.of(ANSWER);
    expect(second).not.toBe(first);
    expect(ids.of(ANSWER)).toBe(second);
  },
);

test('an answer that says something else is another one, also where nothing was heard of the first', () => {
  const ids = new AnswerId();
  const first = ids.of(ANSWER);
  ids.hear(new NoConnection());
  expect(ids.of({ ...ANSWER, reasons: ['depth', 'style'] })).not.toBe(first);
});
