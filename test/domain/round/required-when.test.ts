import { expect, test } from '@jest/globals';
import { Form } from '../../../contracts/form.ts';
import { faultOf } from '../../../domain/round/answer.ts';

const label = (text: string) => ({ en: text, 'zh-CN': text });
const form = Form.parse({
  fields: [
    {
      kind: 'choice',
      key: 'answer',
      label: label('Answer'),
      options: ['needs', 'nil'].map((value) => ({ value, label: label(value) })),
    },
    {
      kind: 'text',
      key: 'reason',
      label: label('Reason'),
      required: false,
      requiredWhen: { field: 'answer', equals: 'nil' },
      minLength: 3,
    },
  ],
});

test('a field is required when another has the value that asks for it, and only then', () => {
  expect(faultOf(form, { answer: 'needs' })).toBeNull();
  expect(faultOf(form, { answer: 'nil' })?.detail).toBe('"Reason" is not answered; fill it in before you submit.');
  expect(faultOf(form, { answer: 'nil', reason: '  ' })?.detail).toBe(
    '"Reason" is not answered; fill it in before you submit.',
  );
  expect(faultOf(form, { answer: 'nil', reason: 'No' })?.detail).toBe('"Reason" needs at least 3 characters.');
  expect(faultOf(form, { answer: 'nil', reason: 'No vacancies this year.' })).toBeNull();
});
