import { z } from 'zod';
import { attentionFacts, letterBy, type ProcedureLetters } from '../../activities/notices/outside-letters.ts';
import { attentionTemplate, CALENDAR_ATTENTION } from '../../notices/templates/attention.ts';
import { OfProcedure, template } from '../../notices/templates/template.ts';
import type { Attention } from './contract.ts';
import type { Drive } from './kit.ts';

const label = (en: string, zh: string) => ({ en, 'zh-CN': zh });

/** To everybody who has tried the tool. */
const decided = template(OfProcedure.extend({ buy: z.boolean(), mean: z.number().nullable() }), {
  en: ({ procedureTitle, buy, mean, link }, say) => ({
    subject: `${say.title(procedureTitle)}: it is ${buy ? '' : 'not '}bought`,
    body: [mean !== null && `You and the others gave it ${mean.toFixed(1)} of 5.`, 'Thank you for trying it.'],
    action: { label: 'See the test drive', path: link },
  }),
  'zh-CN': ({ procedureTitle, buy, mean, link }, say) => ({
    subject: `${say.title(procedureTitle)}：${buy ? '决定购买' : '决定不购买'}`,
    body: [mean !== null && `大家的平均评分为 ${mean.toFixed(1)} 分（满分 5 分）。`, '感谢您参与试用。'],
    action: { label: '查看试用', path: link },
  }),
});

const WAITING = {
  ...CALENDAR_ATTENTION,
  'nobody-reported': {
    short: label('Nobody has reported', '无人提交试用报告'),
    what: label('None of those who tried it has reported:', '以下试用人员均未提交报告：'),
    mend: label('Ask them, and reopen the stage "trying".', '请与其联系，并重新开启“trying”环节。'),
  },
} satisfies Record<Attention, object>;

export const LETTERS: ProcedureLetters<Drive> = {
  letters: {
    'testDrive.decided': letterBy(decided, ({ state: { buy, reported } }) =>
      buy === null ? null : { buy, mean: reported?.mean ?? null },
    ),
    'testDrive.attention': letterBy(
      attentionTemplate(WAITING, label('Open the test drive', '打开试用')),
      attentionFacts,
    ),
  },
  rounds: { report: label('your report on a test drive', '试用报告'), verdict: label('a purchase', '购买决定') },
};
