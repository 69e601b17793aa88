import { z } from 'zod';
import type { Label } from '../../contracts/form.ts';
import type { Ordered } from '../../contracts/orders.ts';
import { OfProcedure, template } from './template.ts';

/** What was ordered, by the type of the command, to be put behind "It was to". */
const ORDERS: Readonly<Record<Ordered, Label>> = {
  open: { en: 'be opened', 'zh-CN': '开启' },
  addTasks: { en: 'ask further people', 'zh-CN': '增加办理人' },
  withdraw: { en: 'take tasks back', 'zh-CN': '收回任务' },
  reassign: { en: 'give tasks to somebody else', 'zh-CN': '改派任务' },
  extend: { en: 'move a date', 'zh-CN': '调整期限' },
  fill: { en: 'have somebody else answer', 'zh-CN': '改由他人办理' },
  reform: { en: 'ask by another form', 'zh-CN': '更换表单' },
  bar: { en: 'keep somebody from tasks', 'zh-CN': '禁止某人办理任务' },
  hold: { en: 'be put on hold', 'zh-CN': '暂停' },
  release: { en: 'go on', 'zh-CN': '恢复' },
  close: { en: 'be closed', 'zh-CN': '关闭' },
  change: { en: 'be changed', 'zh-CN': '变更' },
  cancel: { en: 'be cancelled', 'zh-CN': '取消' },
  end: { en: 'end', 'zh-CN': '结束' },
  pause: { en: 'be paused', 'zh-CN': '暂停' },
  resume: { en: 'go on', 'zh-CN': '恢复' },
  handOver: { en: 'be handed over', 'zh-CN': '移交负责人' },
  offerSeats: { en: 'offer a seat', 'zh-CN': '提供名额' },
};

const OTHER: Label = { en: 'do something', 'zh-CN': '执行一项操作' };

/** Orders that were refused before may be of types that are gone. */
function wordsFor(type: string): Label {
  return Object.hasOwn(ORDERS, type) ? ORDERS[type as Ordered] : OTHER;
}

const Refused = OfProcedure.extend({
  /** The stream that was ordered. */
  to: z.string(),
  /** What was ordered, by the type of the command. */
  type: z.string(),
  /** The sentence of the refusal. */
  detail: z.string(),
  /** By which the order is given again or dropped. */
  key: z.string(),
});

/** To whoever runs a procedure: an order of it was refused, why, and how to mend it. */
export const orderRefused = template(Refused, {
  en: (f, say) => ({
    subject: `A step was refused: ${say.title(f.procedureTitle)}`,
    body: [
      `In “${say.title(f.procedureTitle)}”, ${f.to} was to ${wordsFor(f.type).en}. That was refused: ${f.detail}`,
      'What led to it stands. Nothing more happens about this by itself.',
      `How to mend it: see to the reason and give the order again (retryOrder), or drop it (dropOrder) if it was mended otherwise. Its key is ${f.key}.`,
    ],
    action: { label: 'See what was refused', path: f.link },
  }),
  'zh-CN': (f, say) => ({
    subject: `有操作被拒绝：${say.title(f.procedureTitle)}`,
    body: [
      `“${say.title(f.procedureTitle)}”中，${f.to} 本应${wordsFor(f.type)['zh-CN']}，但被拒绝：${f.detail}`,
      '引起该操作的事项仍然有效，系统不会再自动处理此事。',
      `处理方法：消除原因后重新下达（retryOrder）；如已用其他方式处理，请撤销（dropOrder）。编号：${f.key}。`,
    ],
    action: { label: '查看被拒绝的操作', path: f.link },
  }),
});
