import { z } from 'zod';
import { Link, Title, template } from './template.ts';

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
