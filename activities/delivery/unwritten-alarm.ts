import type { Alarm } from '../../db/outbox/alarm.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';

/**
 * What operations are told of a letter that cannot be written: once for all of a template that were due on one day, however
 * often each is tried. null: it is itself one to operations, and telling them the same way would fail the same way.
 */
export function unwrittenAlarm(message: ClaimedMessage, error: string): Alarm | null {
  const { template, key, person, stream, notBefore } = message;
  if (template === 'operations.alarm') return null;
  const day = new Date(notBefore).toISOString().slice(0, 10);
  return {
    name: `unwritten:${template}:${day}`,
    stream,
    what: { en: 'A letter cannot be written', 'zh-CN': '有通知无法生成' },
    where: `${template} to ${person} (${key}): ${error}`,
    mend: {
      en: 'Others of this kind may be concerned: rostrum notices --state waiting names them. They are tried again for a day and a half; install the version that mends it before.',
      'zh-CN':
        '同类通知可能同样受影响：rostrum notices --state waiting 可列出。系统会在一天半内继续重试，请在此之前安装修复版本。',
    },
  };
}
