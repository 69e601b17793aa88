import { expect, test } from '@jest/globals';
import { refusedOrderFacts } from '../../../activities/notices/refused-order-facts.ts';
import { termsOf } from '../../../domain/procedure/standing.ts';
import { Course, OPS } from '../../domain/offering/scenario.ts';
import { renderNotice } from '../../notices/render.ts';

test('whoever runs a procedure reads what was refused, why, and how to mend it; nothing once it was seen to', async () => {
  const course = await new Course({ seats: () => null, support: () => null }).open().to('invitation');
  const support = course.round('support').stream;
  expect(course.memory.send(support, 'close', { reason: 'By hand.' }, OPS)).toBeNull();
  course.change('participants', { participants: [...course.state.planned!.participants, 'D4-5'], seats: 7 });
  const message = course.memory.notices.find((n) => n.template === 'operations.orderRefused')!;
  const named = () => ({ state: course.state, title: termsOf(course.state).course.title });
  const facts = refusedOrderFacts(message, named())!;
  for (const locale of ['en', 'zh-CN'] as const) {
    const reader = { locale, recipientName: OPS, publicUrl: 'https://r.example.com', timeZone: 'Asia/Shanghai' };
    const { text, subject } = renderNotice('operations.orderRefused', facts, reader);
    expect(subject + text).toContain('Valves');
    expect(text).toContain(support);
    expect(text).toContain(String(message.about.key));
    expect(text).toContain('is closed');
  }
  course.send('dropOrder', { key: message.about.key, reason: 'Asked by mail.' });
  expect(refusedOrderFacts(message, named())).toBeNull();
});
