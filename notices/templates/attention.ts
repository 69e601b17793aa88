import { z } from 'zod';
import type { Label } from '../../contracts/form.ts';
import { OfProcedure, type Template, Title, template } from './template.ts';

/** What waits for whoever runs a procedure: in a few words, as a sentence, and how to mend it; `{about}` is replaced. */
export interface AttentionWords {
  readonly short: Label;
  readonly what: Label;
  readonly mend: Label;
}

/** What every procedure with a timetable says of its calendars. */
export const CALENDAR_ATTENTION = {
  'calendar-ends': {
    short: { en: 'Years that a calendar does not know', 'zh-CN': '日历缺少年份' },
    what: {
      en: 'The timetable touches years that these calendars do not know; they are reckoned by the weekly rhythm, holidays and all:',
      'zh-CN': '时间安排涉及以下日历未收录的年份，这些年份按每周作息推算，不计节假日：',
    },
    mend: {
      en: 'Import the calendars of these years; whatever is still to come moves by itself.',
      'zh-CN': '请导入这些年份的日历，尚未到期的提醒会自动调整。',
    },
  },
  'calendar-unannounced': {
    short: { en: 'A year that is not announced yet', 'zh-CN': '年度放假安排尚未公布' },
    what: {
      en: 'The timetable touches years whose make-up workdays are not in the calendar, because they are not announced yet:',
      'zh-CN': '时间安排涉及调休上班日尚未公布、日历未收录的年份：',
    },
    mend: {
      en: 'Import the calendar again when the year is announced; whatever is still to come moves by itself.',
      'zh-CN': '公布后请重新导入日历，尚未到期的提醒会自动调整。',
    },
  },
} satisfies Readonly<Record<string, AttentionWords>>;

/** What a letter about something that waits asks for. */
const Attention = OfProcedure.extend({
  what: z.string(),
  /** What it is about, where it is one thing. */
  about: Title.nullish(),
  /** Names of people, departments or calendars, a line each. */
  names: z.array(Title).default([]),
});

/** The letter to whoever runs a procedure, by what it says of each thing that may wait; `open`: what its link says. */
export function attentionTemplate(
  words: Readonly<Record<string, AttentionWords>>,
  open: Label,
): Template<typeof Attention> {
  return template(Attention, {
    en: ({ what, about, names, procedureTitle, link }, say) => {
      const { short, what: is, mend } = words[what]!;
      const filled = (text: string) => text.replaceAll('{about}', () => (about ? say.title(about) : '-'));
      return {
        subject: `${filled(short.en)}: ${say.title(procedureTitle)}`,
        body: [
          `“${say.title(procedureTitle)}”: ${filled(is.en)}`,
          names.length > 0 && { list: names.map(say.title) },
          `How to mend it: ${filled(mend.en)}`,
        ],
        action: { label: open.en, path: link },
      };
    },
    'zh-CN': ({ what, about, names, procedureTitle, link }, say) => {
      const { short, what: is, mend } = words[what]!;
      const filled = (text: string) => text.replaceAll('{about}', () => (about ? say.title(about) : '-'));
      return {
        subject: `${filled(short['zh-CN'])}：${say.title(procedureTitle)}`,
        body: [
          `“${say.title(procedureTitle)}”：${filled(is['zh-CN'])}`,
          names.length > 0 && { list: names.map(say.title) },
          `处理方法：${filled(mend['zh-CN'])}`,
        ],
        action: { label: open['zh-CN'], path: link },
      };
    },
  });
}
