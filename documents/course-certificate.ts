import { z } from 'zod';
import { Bilingual, Day, inLocale, type Locale, showDay } from './bilingual.ts';
import { CertificateSheet, printSheet } from './certificate-sheet.ts';

export const CourseCertificate = CertificateSheet.extend({
  course: Bilingual,
  /** The first and the last day. */
  from: Day,
  to: Day,
  hours: z.number().positive(),
  /** Of 100; null: the course has no test. */
  score: z.number().nullable(),
});
export type CourseCertificate = z.infer<typeof CourseCertificate>;

const HEADING = { en: 'Certificate of Completion', 'zh-CN': '结业证书' } as const;

/**
 * The certificate of whoever was in a course, and has passed its test where it has one.
 * @throws ZodError for input that does not fit
 */
export async function printCourseCertificate(input: z.input<typeof CourseCertificate>): Promise<Buffer> {
  const c = CourseCertificate.parse(input);
  return printSheet(c, {
    title: `${inLocale(c.course, c.locale)}: ${c.name} (${c.number})`,
    heading: HEADING,
    sentence: { en: sentence(c, 'en'), 'zh-CN': sentence(c, 'zh-CN') },
  });
}

function sentence(c: CourseCertificate, locale: Locale): string {
  const title = inLocale(c.course, locale);
  const [from, to] = [showDay(c.from, locale), showDay(c.to, locale)];
  if (locale === 'en') {
    const when = from === to ? `on ${from}` : `from ${from} to ${to}`;
    const hours = c.hours === 1 ? 'one hour' : `${c.hours} hours`;
    const test = c.score === null ? '' : ` and has passed its test with ${c.score} of 100`;
    return `took part in the course “${title}”\n${when}, ${hours} in all,${test || ' and has completed it'}.`;
  }
  const when = from === to ? `于 ${from}` : `于 ${from} 至 ${to}`;
  const test = c.score === null ? '准予结业' : `测试成绩 ${c.score} 分（满分 100），成绩合格`;
  return `${when}参加“${title}”培训，\n共 ${c.hours} 课时，${test}。`;
}
