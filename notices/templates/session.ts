import { z } from 'zod';
import { ASKED_LINK_MINUTES as GOOD_FOR_MINUTES } from '../../contracts/notices/session.ts';
import { Link, template } from './template.ts';

/** To somebody who wants to sign in, or whose address somebody else has typed. */
export const link = template(z.object({ link: Link.default('/') }), {
  en: (f) => ({
    subject: 'Your link to sign in',
    body: [
      `Here is the link that was asked for with your address. It is good for ${GOOD_FOR_MINUTES} minutes, and once.`,
      'If it was not you who asked, do nothing: nobody comes in without this letter.',
    ],
    action: { label: 'Sign in', path: f.link, minutes: GOOD_FOR_MINUTES },
  }),
  'zh-CN': (f) => ({
    subject: '您的登录链接',
    body: [
      `以下为使用您的邮箱申请的登录链接，${GOOD_FOR_MINUTES} 分钟内有效，仅可使用一次。`,
      '如非您本人申请，请忽略本邮件：没有本邮件，任何人都无法登录。',
    ],
    action: { label: '登录', path: f.link, minutes: GOOD_FOR_MINUTES },
  }),
});
