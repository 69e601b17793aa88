import { expect, test } from '@jest/globals';
import { withoutAddressee } from '../../../activities/delivery/without-addressee.ts';

test.each([
  ['550 <li.na@example.com> Li Na unknown', { name: 'Li Na', email: 'li.na@example.com' }, '550 <…> … unknown'],
  ['mailbox LI.NA is full', { name: 'Li Na', email: 'li.na@example.com' }, 'mailbox … is full'],
  ['550 收件人王伟不存在', { name: '王伟', email: 'ww@example.com' }, '550 收件人…不存在'],
  ['no such user: 欧阳娜娜', { name: '欧阳娜娜', email: 'n@example.com' }, 'no such user: …'],
  ['550 anna has left', { name: 'Ann', email: 'an@example.com' }, '550 anna has left'],
])('%s', (said, to, kept) => {
  expect(withoutAddressee(said, to)).toBe(kept);
});
