import { z } from 'zod';
import type { Label } from '../../contracts/form.ts';
import { SELECTION_ATTENTIONS } from '../../contracts/notices/selection.ts';
import { CALENDAR_ATTENTION } from './attention.ts';
import { Count, Link, type Title as Naming, Title, template } from './template.ts';

const Attention = z.object({
  selectionTitle: Title,
  what: z.enum(SELECTION_ATTENTIONS),
  /** The application or objection that it is about. */
  about: Title.nullish(),
  /** Names of people or departments. */
  names: z.array(Title).default([]),
  /** How many reviews are missing in all. */
  missing: Count.nullish(),
  /** What is missing where. */
  shortages: z.array(z.object({ where: z.array(z.string()), needed: Count, possible: Count })).default([]),
  link: Link.default('/'),
});
type Attention = z.infer<typeof Attention>;

/** What has happened, why the selection waits, and how to mend it; `{about}` is replaced. */
const WORDS: Readonly<Record<Attention['what'], { readonly what: Label; readonly mend: Label }>> = {
  ...CALENDAR_ATTENTION,
  'measures-refused': {
    what: {
      en: 'The management measures have not been acknowledged by everybody who leads. Nothing opens before they are.',
      'zh-CN': '部分负责人未确认管理办法。全部确认之前，后续环节不会启动。',
    },
    mend: {
      en: 'Talk to these people and change the measures; everybody is asked again about the new version.',
      'zh-CN': '请与以下人员沟通并修改管理办法，新版本将重新征求全体负责人确认。',
    },
  },
  'departments-unreached': {
    what: {
      en: 'The call closes soon, and in these departments nobody has opened the notice.',
      'zh-CN': '申请即将截止，而以下部门尚无人查阅通知。',
    },
    mend: {
      en: 'Their heads have been told. Speak to them, or move the date on which the call closes.',
      'zh-CN': '已通知部门负责人。请与其沟通，或推迟申请截止时间。',
    },
  },
  'screener-missing': {
    what: {
      en: 'Nobody is left who may screen application {about}. The selection waits for it.',
      'zh-CN': '已无可审查申请 {about} 的人员，选拔因此等待。',
    },
    mend: {
      en: 'Decide the eligibility yourself, with a reason; you must not be involved in the application.',
      'zh-CN': '请由未参与该申请的人员裁定其资格，并说明理由。',
    },
  },
  'handler-missing': {
    what: {
      en: 'Nobody is left who may decide the objection {about}; the selection waits for it.',
      'zh-CN': '已无可裁定异议 {about} 的人员，选拔因此等待。',
    },
    mend: {
      en: 'Name another handler who has not reviewed, or decide an objection to the screening yourself.',
      'zh-CN': '请增补一名未参与评审的异议处理人；资格审查异议也可由您裁定。',
    },
  },
  'reviewers-short': {
    what: {
      en: 'There are too few reviewers without a conflict of interest. The review does not open before there are enough.',
      'zh-CN': '无需回避的评审专家不足，评审在补足之前不会开始。',
    },
    mend: {
      en: 'Add reviewers, raise the limits of those there are, or lower the number of reviews for each application.',
      'zh-CN': '请增加评审专家、提高现有专家的评审上限，或减少每份申请的评审份数。',
    },
  },
  'review-waived': {
    what: {
      en: 'A reviewer of application {about} has dropped out and nobody can take the place: the application has one review less.',
      'zh-CN': '申请 {about} 的一名评审专家退出且无人可以接替，该申请将少一份评审。',
    },
    mend: {
      en: 'The selection goes on. Add reviewers and reopen the review of this application if it should have them all.',
      'zh-CN': '选拔继续进行。如需补足评审，请增加评审专家并重新开启该申请的评审。',
    },
  },
  'no-quorum': {
    what: {
      en: 'Too few members of the panel have voted. Those whose ballot is missing are asked once more.',
      'zh-CN': '评审会投票人数未达到法定人数，已再次请未投票的成员投票。',
    },
    mend: {
      en: 'Speak to the members who have not voted; the decision waits for the quorum.',
      'zh-CN': '请与未投票的成员沟通；达到法定人数后方可作出决定。',
    },
  },
  'certificates-missing': {
    what: {
      en: 'The certificates of some people could not be printed. They are appointed all the same and have been told so.',
      'zh-CN': '以下人员的聘书未能生成。聘任不受影响，已通知本人。',
    },
    mend: {
      en: 'Write their certificates by hand, and tell whoever looks after Rostrum: its log says what was wrong.',
      'zh-CN': '请为其另行制作聘书，并告知系统管理人员：日志中记有原因。',
    },
  },
  'applicant-left': {
    what: {
      en: 'Whoever made application {about} has left the company: the application is out, and what was open about it is taken back.',
      'zh-CN': '申请 {about} 的申请人已离职：该申请已退出选拔，与之相关的待办任务已收回。',
    },
    mend: {
      en: 'The selection goes on by itself, and a seat that has come free goes as the terms say. Should the personnel record be wrong, correct it; until the review opens you can allow a late application.',
      'zh-CN': '选拔将自动继续，空出的名额按选拔方案处理。如人事信息有误，请予更正；评审开始前可允许其补交申请。',
    },
  },
  'judge-left': {
    what: {
      en: 'Somebody who judges in this selection, or was asked for something, has left the company; what they had not answered is taken back and goes to somebody else where others may answer it:',
      'zh-CN': '以下承担评审、审查等工作或有待办任务的人员已离职；其未完成的任务已收回，可由他人办理的将改由他人办理：',
    },
    mend: {
      en: 'The selection goes on by itself: reviews are matched anew, and a ballot that will not come is not waited for. Name others in their place if there are too few.',
      'zh-CN': '选拔将自动继续：评审将重新分配，不再等待其投票。如人手不足，请增补人员。',
    },
  },
};

/** To operations: what waits in a selection, and how to mend it. */
export const attention = template(Attention, {
  en: (f, say) => {
    const { what, mend } = WORDS[f.what];
    return {
      subject: `Needs your attention: ${say.title(f.selectionTitle)}`,
      body: [
        `“${say.title(f.selectionTitle)}”: ${filled(what.en, f, say.title)}`,
        f.missing != null && `Missing in all: ${f.missing}.`,
        ...list(f, say.title, (s) => `${s.where.join(', ')}: ${s.needed} needed, ${s.possible} possible`),
        `How to mend it: ${filled(mend.en, f, say.title)}`,
      ],
      action: { label: 'Open the selection', path: f.link },
    };
  },
  'zh-CN': (f, say) => {
    const { what, mend } = WORDS[f.what];
    return {
      subject: `需要您处理：${say.title(f.selectionTitle)}`,
      body: [
        `“${say.title(f.selectionTitle)}”：${filled(what['zh-CN'], f, say.title)}`,
        f.missing != null && `合计缺少：${f.missing}。`,
        ...list(f, say.title, (s) => `${s.where.join('、')}：需要 ${s.needed}，可安排 ${s.possible}`),
        `处理方法：${filled(mend['zh-CN'], f, say.title)}`,
      ],
      action: { label: '打开选拔', path: f.link },
    };
  },
});

function filled(text: string, { about }: Attention, title: (t: Naming) => string): string {
  return text.replace(' {about}', () => (about ? ` ${title(about)}` : ''));
}

function list(f: Attention, title: (t: Naming) => string, shortage: (s: Attention['shortages'][number]) => string) {
  const items = [...f.names.map(title), ...f.shortages.map(shortage)];
  return items.length > 0 ? [{ list: items }] : [];
}
