import { z } from 'zod';
import { At, Link, Title, template, Words } from './template.ts';

/** To the person whom a colleague nominates; the nomination counts once they accept it. */
export const nominated = template(
  z.object({ procedureTitle: Title, nominator: z.string(), reason: Words, link: Link.default('/') }),
  {
    en: (f, say) => ({
      subject: `You have been nominated: ${say.title(f.procedureTitle)}`,
      body: [
        `${f.nominator} has nominated you for “${say.title(f.procedureTitle)}”.`,
        f.reason && { quote: f.reason, by: f.nominator },
        'Whether you apply is up to you: please accept or decline.',
      ],
      action: { label: 'Answer the nomination', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `您已获提名：${say.title(f.procedureTitle)}`,
      body: [
        `${f.nominator}提名您参加“${say.title(f.procedureTitle)}”。`,
        f.reason && { quote: f.reason, by: f.nominator },
        '是否申请由您决定，请选择接受或谢绝。',
      ],
      action: { label: '回复提名', path: f.link },
    }),
  },
);

const ANSWERS = {
  en: {
    accepted: (name: string, from: string | null) =>
      `${name} has accepted your nomination and may ${from === null ? 'now apply' : `apply from ${from}`}. Thank you for proposing them.`,
    declined: (name: string) => `${name} has declined your nomination. Thank you for proposing them.`,
    silent: (name: string) => `${name} has not answered your nomination in time, so it does not count.`,
  },
  'zh-CN': {
    accepted: (name: string, from: string | null) =>
      `${name}已接受您的提名，${from === null ? '现在' : `自 ${from} 起`}可以提出申请。感谢您的举荐。`,
    declined: (name: string) => `${name}已谢绝您的提名。感谢您的举荐。`,
    silent: (name: string) => `${name}未在期限内回复您的提名，该提名不再有效。`,
  },
} as const;

/** To whoever nominated a colleague: how they answered. */
export const nominationAnswered = template(
  z.object({
    procedureTitle: Title,
    nominee: z.string(),
    answer: z.enum(['accepted', 'declined', 'silent']),
    /** When applications open; null: they are open. */
    opensAt: At.nullable().default(null),
    link: Link.default('/'),
  }),
  {
    en: (f, say) => ({
      subject: `Your nomination of ${f.nominee}: ${say.title(f.procedureTitle)}`,
      body: [ANSWERS.en[f.answer](f.nominee, f.opensAt === null ? null : say.at(f.opensAt))],
      action: { label: 'See the selection', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `您对${f.nominee}的提名已有结果：${say.title(f.procedureTitle)}`,
      body: [ANSWERS['zh-CN'][f.answer](f.nominee, f.opensAt === null ? null : say.at(f.opensAt))],
      action: { label: '查看选拔', path: f.link },
    }),
  },
);
