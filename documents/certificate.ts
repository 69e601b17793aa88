import type { z } from 'zod';
import { Bilingual, Day, inLocale, type Locale, showDay } from './bilingual.ts';
import { CertificateSheet, printSheet } from './certificate-sheet.ts';

export const Certificate = CertificateSheet.extend({
  selectionTitle: Bilingual,
  department: Bilingual,
  termFrom: Day,
  termTo: Day,
});
export type Certificate = z.infer<typeof Certificate>;

const HEADING = { en: 'Certificate of Appointment', 'zh-CN': '内训师聘书' } as const;

/**
 * The certificate of an internal trainer.
 * @throws ZodError for input that does not fit
 */
export async function printCertificate(input: z.input<typeof Certificate>): Promise<Buffer> {
  const c = Certificate.parse(input);
  return printSheet(c, {
    title: `${inLocale(c.selectionTitle, c.locale)}: ${c.name} (${c.number})`,
    heading: HEADING,
    sentence: { en: sentence(c, 'en'), 'zh-CN': sentence(c, 'zh-CN') },
  });
}

function sentence(c: Certificate, locale: Locale): string {
  const title = inLocale(c.selectionTitle, locale);
  const department = inLocale(c.department, locale);
  const [from, to] = [showDay(c.termFrom, locale), showDay(c.termTo, locale)];
  return locale === 'en'
    ? `(${department}) has passed the selection “${title}”\nand is appointed internal trainer for the term from ${from} to ${to}.`
    : `（${department}）经“${title}”选拔合格，\n聘任为内训师，聘期自 ${from} 至 ${to}。`;
}
