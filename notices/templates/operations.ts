import { z } from 'zod';
import { Link, OfProcedure, Title, template } from './template.ts';

/** To the people who run the installation: what is wrong, where, how to mend it. */
export const alarm = template(z.object({ what: Title, where: Title, mend: Title, link: Link.default('/') }), {
  en: (f, say) => ({
    subject: `Rostrum needs attention: ${say.title(f.what)}`,
    body: [say.title(f.what), `Where: ${say.title(f.where)}`, `How to mend it: ${say.title(f.mend)}`],
    action: { label: 'Open Rostrum', path: f.link },
  }),
  'zh-CN': (f, say) => ({
    subject: `Rostrum 需要处理：${say.title(f.what)}`,
    body: [say.title(f.what), `位置：${say.title(f.where)}`, `处理方法：${say.title(f.mend)}`],
    action: { label: '打开 Rostrum', path: f.link },
  }),
});

/** Who has come to operations or was taken from them, by name and id, and by whom: null past the API, `own` by themselves. */
const RoleFacts = z.object({
  person: z.string(),
  name: z.string(),
  by: z.string().nullable(),
  own: z.boolean(),
  granted: z.boolean(),
  link: Link.default('/'),
});

/** To all others of operations: who has come to them or was taken from them, by whom, and the way back. */
export const role = template(RoleFacts, {
  en: ({ person, name, by, own, granted, link }) => ({
    subject: granted ? `${name} has come to operations` : `${name} is no longer of operations`,
    body: [
      own
        ? `${name} has given up the role operations.`
        : `The role operations was ${granted ? 'granted to' : 'taken from'} ${name} by ${by ?? 'somebody with access to the database (rostrum operator add)'}.`,
      !granted &&
        'Where they ran a procedure, it needs another hand: rostrum status tells which; hand it over to one of you.',
      `If nobody of you meant it, undo it: rostrum role ${granted ? 'take' : 'grant'} ${person} operations`,
    ],
    action: { label: 'Open Rostrum', path: link },
  }),
  'zh-CN': ({ person, name, by, own, granted, link }) => ({
    subject: granted ? `${name} 被授予运营角色` : `${name} 不再担任运营角色`,
    body: [
      own
        ? `${name} 已自行交还运营角色。`
        : `${by ?? '有数据库访问权限的人（rostrum operator add）'} ${granted ? '向' : '收回了'} ${name} ${granted ? '授予了运营角色' : '的运营角色'}。`,
      !granted && '其负责的流程（如有）需要移交：rostrum status 会列出，请移交给你们中的一人。',
      `如果这不是你们中任何人的本意，请撤销：rostrum role ${granted ? 'take' : 'grant'} ${person} operations`,
    ],
    action: { label: '打开 Rostrum', path: link },
  }),
});

/** To whoever runs a procedure from now on. */
export const procedureHandedOver = template(OfProcedure, {
  en: ({ procedureTitle, link }, say) => ({
    subject: `You run “${say.title(procedureTitle)}” from now on`,
    body: [
      `“${say.title(procedureTitle)}” was handed over to you. What waits for whoever runs it comes to you from now on.`,
      'Look what waits there already; if it should be somebody else’s, hand it over in turn (handOver).',
    ],
    action: { label: 'Open it', path: link },
  }),
  'zh-CN': ({ procedureTitle, link }, say) => ({
    subject: `“${say.title(procedureTitle)}”现由您负责`,
    body: [
      `“${say.title(procedureTitle)}”已移交给您，今后需要负责人处理的事项将通知您。`,
      '请查看是否有待处理事项；如应由他人负责，请再次移交（handOver）。',
    ],
    action: { label: '打开', path: link },
  }),
});
