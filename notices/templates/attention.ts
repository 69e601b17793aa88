import { z } from 'zod';
import type { Label } from '../../contracts/form.ts';
import type { Locale } from '../reader.ts';
import { Count, type Title as Naming, OfProcedure, type Speech, type Template, Title, template } from './template.ts';

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

/**
 * The letter to whoever runs a procedure, by what it says of each thing that may wait.
 * @param open what its link says
 */
export function attentionTemplate<What extends string>(
  words: Readonly<Record<What, AttentionWords>>,
  open: Label,
): Template<ReturnType<typeof factsOf<What>>> {
  return template(factsOf(Object.keys(words) as What[]), {
    en: (f, say) => ({
      subject: `${filled(words[f.what as What].short, f, say, 'en')}: ${say.title(f.procedureTitle)}`,
      body: [
        `“${say.title(f.procedureTitle)}”: ${filled(words[f.what as What].what, f, say, 'en')}`,
        f.names.length > 0 && { list: f.names.map(say.title) },
        f.count != null && `In all: ${f.count}.`,
        `How to mend it: ${filled(words[f.what as What].mend, f, say, 'en')}`,
      ],
      action: { label: open.en, path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `${filled(words[f.what as What].short, f, say, 'zh-CN')}：${say.title(f.procedureTitle)}`,
      body: [
        `“${say.title(f.procedureTitle)}”：${filled(words[f.what as What].what, f, say, 'zh-CN')}`,
        f.names.length > 0 && { list: f.names.map(say.title) },
        f.count != null && `合计：${f.count}。`,
        `处理方法：${filled(words[f.what as What].mend, f, say, 'zh-CN')}`,
      ],
      action: { label: open['zh-CN'], path: f.link },
    }),
  });
}

/** What a letter about something that waits asks for. */
function factsOf<What extends string>(what: readonly What[]) {
  return OfProcedure.extend({
    what: z.enum(what),
    /** What it is about, where it is one thing. */
    about: Title.nullish(),
    /** Names of people, departments or calendars, or what is short, a line each. */
    names: z.array(Title).default([]),
    /** How many in all, where only some are named. */
    count: Count.nullish(),
  });
}

/** A sentence with what it is about in its place; where that is nothing, neither it nor the space before it is said. */
function filled(words: Label, { about }: { readonly about?: Naming | null | undefined }, say: Speech, locale: Locale) {
  return words[locale].replace(/ ?\{about\}/g, (found) =>
    about ? found.replace('{about}', () => say.title(about)) : '',
  );
}
