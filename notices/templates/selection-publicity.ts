import { z } from 'zod';
import { At, Count, Link, Title, template, Words } from './template.ts';

/** The management measures are out; nothing opens before everybody could read them. */
export const measures = template(
  z.object({ procedureTitle: Title, version: Count, changed: z.array(Title).default([]), reason: Words, link: Link }),
  {
    en: (f, say) => ({
      subject: `Management measures, version ${f.version}: ${say.title(f.procedureTitle)}`,
      body: [
        `The management measures of “${say.title(f.procedureTitle)}” have been published (version ${f.version}): rules, incentives and protection. Please read them.`,
        f.changed.length > 0 && 'Changed since the last version:',
        f.changed.length > 0 && { list: f.changed.map(say.title) },
        f.reason && `Reason: ${f.reason}`,
      ],
      action: { label: 'Read the measures', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `管理办法（第 ${f.version} 版）：${say.title(f.procedureTitle)}`,
      body: [
        `“${say.title(f.procedureTitle)}”管理办法（第 ${f.version} 版）已发布，内容包括规则、激励与保障。请您阅读。`,
        f.changed.length > 0 && '与上一版相比的变化：',
        f.changed.length > 0 && { list: f.changed.map(say.title) },
        f.reason && `原因：${f.reason}`,
      ],
      action: { label: '阅读管理办法', path: f.link },
    }),
  },
);

/** Leaders' endorsements, and what an employee gains. */
export const publicity = template(
  z.object({
    procedureTitle: Title,
    endorsements: z.array(z.object({ leader: z.string(), text: z.string() })).default([]),
    closesAt: At,
    gains: z.array(Title).default([]),
    link: Link,
  }),
  {
    en: (f, say) => ({
      subject: `Share what you know: ${say.title(f.procedureTitle)} (apply by ${say.brief(f.closesAt)})`,
      body: [
        `“${say.title(f.procedureTitle)}” is looking for colleagues who teach what they know.`,
        ...f.endorsements.map((e) => ({ quote: e.text, by: e.leader })),
        f.gains.length > 0 && 'What you gain:',
        f.gains.length > 0 && { list: f.gains.map(say.title) },
        `You may apply, or nominate a colleague, until ${say.at(f.closesAt)}.`,
      ],
      action: { label: 'Find out more', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `分享您的专长：${say.title(f.procedureTitle)}（${say.brief(f.closesAt)} 前申请）`,
      body: [
        `“${say.title(f.procedureTitle)}”正在寻找愿意传授专长的同事。`,
        ...f.endorsements.map((e) => ({ quote: e.text, by: e.leader })),
        f.gains.length > 0 && '您将获得：',
        f.gains.length > 0 && { list: f.gains.map(say.title) },
        `您可在 ${say.at(f.closesAt)} 前申请或推荐同事。`,
      ],
      action: { label: '了解详情', path: f.link },
    }),
  },
);

/** The call is open. */
export const call = template(
  z.object({
    procedureTitle: Title,
    opensAt: At,
    closesAt: At,
    endorsements: z.array(z.object({ leader: z.string(), text: z.string() })).default([]),
    /** Weights as they are to be read, such as `40 %`. */
    criteria: z.array(z.object({ name: Title, weight: z.union([z.string(), z.number()]) })).default([]),
    gains: z.array(Title).default([]),
    link: Link,
  }),
  {
    en: (f, say) => ({
      subject: `Applications are open: ${say.title(f.procedureTitle)} (until ${say.brief(f.closesAt)})`,
      body: [
        `Applications for “${say.title(f.procedureTitle)}” are open from ${say.at(f.opensAt)} until ${say.at(f.closesAt)}.`,
        ...f.endorsements.map((e) => ({ quote: e.text, by: e.leader })),
        f.criteria.length > 0 && 'Applications are reviewed by these criteria (weight):',
        f.criteria.length > 0 && { list: f.criteria.map((c) => `${say.title(c.name)} (${c.weight})`) },
        f.gains.length > 0 && 'What you gain:',
        f.gains.length > 0 && { list: f.gains.map(say.title) },
      ],
      action: { label: 'Apply or nominate', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `开放申请：${say.title(f.procedureTitle)}（${say.brief(f.closesAt)} 截止）`,
      body: [
        `“${say.title(f.procedureTitle)}”现接受申请，时间为 ${say.at(f.opensAt)} 至 ${say.at(f.closesAt)}。`,
        ...f.endorsements.map((e) => ({ quote: e.text, by: e.leader })),
        f.criteria.length > 0 && '评审标准（权重）：',
        f.criteria.length > 0 && { list: f.criteria.map((c) => `${say.title(c.name)}（${c.weight}）`) },
        f.gains.length > 0 && '您将获得：',
        f.gains.length > 0 && { list: f.gains.map(say.title) },
      ],
      action: { label: '申请或推荐', path: f.link },
    }),
  },
);

/** The criteria were wrong and have been corrected. `closesAt` null: no more applications are taken. */
export const criteriaCorrected = template(
  z.object({ procedureTitle: Title, reason: Words, closesAt: At.nullable(), link: Link.default('/') }),
  {
    en: (f, say) => ({
      subject: `Corrected criteria: ${say.title(f.procedureTitle)}`,
      body: [
        `The criteria of “${say.title(f.procedureTitle)}” have been corrected.`,
        f.closesAt === null
          ? 'Your application stays valid, and there is nothing for you to do. What was done by the old criteria is done again.'
          : `Applications are open. Yours stays valid and may be changed until ${say.at(f.closesAt)}.`,
        f.reason && `Reason: ${f.reason}`,
      ],
      action: { label: 'See the criteria', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `评审标准更正：${say.title(f.procedureTitle)}`,
      body: [
        `“${say.title(f.procedureTitle)}”的评审标准已更正。`,
        f.closesAt === null
          ? '您的申请继续有效，无需您再办理。依据原标准完成的工作将重新进行。'
          : `现接受申请。您已提交的申请继续有效，可在 ${say.at(f.closesAt)} 前修改。`,
        f.reason && `原因：${f.reason}`,
      ],
      action: { label: '查看评审标准', path: f.link },
    }),
  },
);
