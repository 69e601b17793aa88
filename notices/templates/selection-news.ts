import { z } from 'zod';
import type { Label } from '../../contracts/form.ts';
import { SELECTION_NEWS } from '../../contracts/notices/selection.ts';
import { Link, type Title as Naming, Title, template } from './template.ts';

const News = z.object({
  procedureTitle: Title,
  what: z.enum(SELECTION_NEWS),
  /** The application or objection that it is about. */
  about: Title.nullish(),
  names: z.array(Title).default([]),
  link: Link.default('/'),
});
type News = z.infer<typeof News>;

/** What has happened; `{about}` is replaced, and people are named below it. */
const WORDS: Readonly<Record<News['what'], { readonly short: Label; readonly long: Label }>> = {
  objection: {
    short: { en: 'An objection was raised', 'zh-CN': '收到异议' },
    long: {
      en: 'The objection {about} was raised during the public notice. Until it is answered the clock of the notice stands still.',
      'zh-CN': '公示期间收到异议 {about}。在作出答复之前，公示期暂停计算。',
    },
  },
  'objection-upheld': {
    short: { en: 'An objection was upheld', 'zh-CN': '异议成立' },
    long: {
      en: 'The objection {about} was upheld. When all objections are answered the selection goes back to the stage that it touches.',
      'zh-CN': '异议 {about} 成立。全部异议答复后，选拔将退回相应环节。',
    },
  },
  'objection-dismissed': {
    short: { en: 'An objection was dismissed', 'zh-CN': '异议不成立' },
    long: { en: 'The objection {about} was dismissed.', 'zh-CN': '异议 {about} 不成立。' },
  },
  'screening-objection': {
    short: { en: 'An objection to the screening was raised', 'zh-CN': '收到资格审查异议' },
    long: {
      en: 'Whoever made application {about} objects to its being screened out. The review does not open before that is decided.',
      'zh-CN': '申请 {about} 的申请人对资格审查结果提出异议。裁定之前评审不会开始。',
    },
  },
  'screening-objection-upheld': {
    short: { en: 'An objection to the screening was upheld', 'zh-CN': '资格审查异议成立' },
    long: {
      en: 'The objection to the screening of application {about} was upheld: the application goes forward.',
      'zh-CN': '申请 {about} 的资格审查异议成立，该申请进入下一环节。',
    },
  },
  'screening-objection-dismissed': {
    short: { en: 'An objection to the screening was dismissed', 'zh-CN': '资格审查异议不成立' },
    long: {
      en: 'The objection to the screening of application {about} was dismissed.',
      'zh-CN': '申请 {about} 的资格审查异议不成立。',
    },
  },
  'seat-declined': {
    short: { en: 'An appointment was declined', 'zh-CN': '有候选人放弃聘任' },
    long: {
      en: 'The appointment by application {about} was declined. The seat goes as the terms say.',
      'zh-CN': '申请 {about} 的候选人放弃聘任，名额按选拔方案处理。',
    },
  },
  'seat-silent': {
    short: { en: 'An appointment was not answered', 'zh-CN': '有候选人未答复聘任' },
    long: {
      en: 'The appointment by application {about} was not answered in time and counts as declined. The seat goes as the terms say.',
      'zh-CN': '申请 {about} 的候选人未按时答复聘任，视为放弃，名额按选拔方案处理。',
    },
  },
  'reserve-offered': {
    short: { en: 'A seat goes to the reserve', 'zh-CN': '名额由候补人选递补' },
    long: {
      en: 'A seat that came free was offered to the next in line, application {about}.',
      'zh-CN': '空出的名额已由候补人选递补，申请 {about}。',
    },
  },
  closed: {
    short: { en: 'The selection is over', 'zh-CN': '选拔结束' },
    long: { en: 'The selection is over. Appointed are:', 'zh-CN': '选拔已结束，聘任人员：' },
  },
  'closed-without': {
    short: { en: 'The selection is over', 'zh-CN': '选拔结束' },
    long: { en: 'The selection is over. Nobody was appointed.', 'zh-CN': '选拔已结束，无人获聘。' },
  },
};

/** To operations: what has happened in a selection; nothing waits for them. */
export const news = template(News, {
  en: (f, say) => ({
    subject: `${WORDS[f.what].short.en}: ${say.title(f.procedureTitle)}`,
    body: [
      `“${say.title(f.procedureTitle)}”: ${filled(WORDS[f.what].long.en, f, say.title)}`,
      f.names.length > 0 && { list: f.names.map(say.title) },
    ],
    action: { label: 'Open the selection', path: f.link },
  }),
  'zh-CN': (f, say) => ({
    subject: `${WORDS[f.what].short['zh-CN']}：${say.title(f.procedureTitle)}`,
    body: [
      `“${say.title(f.procedureTitle)}”：${filled(WORDS[f.what].long['zh-CN'], f, say.title)}`,
      f.names.length > 0 && { list: f.names.map(say.title) },
    ],
    action: { label: '查看选拔', path: f.link },
  }),
});

function filled(text: string, { about }: News, title: (t: Naming) => string): string {
  return text.replace(' {about}', () => (about ? ` ${title(about)}` : ''));
}
