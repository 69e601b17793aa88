import { z } from 'zod';
import { At, Link, Title, template, Words } from './template.ts';

/** To the person whom a colleague nominates; the nomination counts once they accept it. */
export const nominated = template(
  z.object({ selectionTitle: Title, nominator: z.string(), reason: Words, link: Link.default('/') }),
  {
    en: (f, say) => ({
      subject: `You have been nominated: ${say.title(f.selectionTitle)}`,
      body: [
        `${f.nominator} has nominated you for “${say.title(f.selectionTitle)}”.`,
        f.reason && { quote: f.reason, by: f.nominator },
        'Whether you apply is up to you: please accept or decline.',
      ],
      action: { label: 'Answer the nomination', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `您已获推荐：${say.title(f.selectionTitle)}`,
      body: [
        `${f.nominator}推荐您参加“${say.title(f.selectionTitle)}”。`,
        f.reason && { quote: f.reason, by: f.nominator },
        '是否申请由您决定，请选择接受或谢绝。',
      ],
      action: { label: '回复推荐', path: f.link },
    }),
  },
);

/** To the applicant: the application has arrived. */
export const applicationReceived = template(
  z.object({ selectionTitle: Title, code: z.string(), link: Link.default('/') }),
  {
    en: (f, say) => ({
      subject: `Application ${f.code} received: ${say.title(f.selectionTitle)}`,
      body: [
        `Thank you for applying to “${say.title(f.selectionTitle)}”. Your application has arrived; its number is ${f.code}.`,
        'You may change or withdraw it until applications close.',
      ],
      action: { label: 'See my application', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `已收到申请 ${f.code}：${say.title(f.selectionTitle)}`,
      body: [
        `感谢您申请“${say.title(f.selectionTitle)}”。我们已收到您的申请，编号为 ${f.code}。`,
        '申请截止前，您可以修改或撤回。',
      ],
      action: { label: '查看我的申请', path: f.link },
    }),
  },
);

/** To an applicant who fails the eligibility rules: why, and until when an objection counts. */
export const ineligible = template(
  z.object({ selectionTitle: Title, reasons: z.array(Title), objectUntil: At, link: Link.default('/') }),
  {
    en: (f, say) => ({
      subject: `About your application: ${say.title(f.selectionTitle)}`,
      body: [
        `Thank you for applying to “${say.title(f.selectionTitle)}”. By its rules your application cannot go forward, because:`,
        { list: f.reasons.map(say.title) },
        `If you think this is wrong, you may object until ${say.at(f.objectUntil)}.`,
      ],
      action: { label: 'See the reasons or object', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `关于您的申请：${say.title(f.selectionTitle)}`,
      body: [
        `感谢您申请“${say.title(f.selectionTitle)}”。按照相关规则，您的申请未能进入下一环节，原因如下：`,
        { list: f.reasons.map(say.title) },
        `如有异议，请于 ${say.at(f.objectUntil)} 前提出。`,
      ],
      action: { label: '查看原因或提出异议', path: f.link },
    }),
  },
);
