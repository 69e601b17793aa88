import { storeDocument } from '../../db/documents.ts';
import { recipientRow } from '../../db/views/notice-facts.ts';
import { printCertificate } from '../../documents/certificate.ts';
import { type Certificate, certificatesWanted, termEnd } from '../../domain/selection/certificates.ts';
import { termsOf } from '../../domain/selection/state.ts';
import { localDay } from '../../domain/selection/timetable.ts';
import type { Reading } from './reading.ts';
import type { SlowWork, WorkParts } from './slow.ts';

/** Prints a certificate for everybody who has accepted a seat and stores it as a document. */
export const makeCertificates: SlowWork = async (reading, key, parts) => {
  const documents: { person: string; document: string }[] = [];
  for (const wanted of certificatesWanted(reading.state)) {
    const bytes = await print(reading, wanted, parts);
    const document = await storeDocument(parts.pool, {
      stream: reading.stream,
      person: wanted.person,
      kind: 'certificate',
      name: `${wanted.number}.pdf`,
      bytes,
    });
    documents.push({ person: wanted.person, document });
  }
  const from = localDay(reading.now, termsOf(reading.state).timeZone);
  return { type: 'recordCertificates', body: { key, documents, from } };
};

async function print(
  { state, organisation, now, link }: Reading,
  wanted: Certificate,
  { pool }: WorkParts,
): Promise<Buffer> {
  const { panel, timeZone } = termsOf(state);
  const person = organisation.people.get(wanted.person);
  const department = organisation.departments.get(person?.department ?? '');
  const day = localDay(now, timeZone);
  const chair = await recipientRow(pool, panel.chair);
  return printCertificate({
    name: (await recipientRow(pool, wanted.person))?.name ?? wanted.person,
    selectionTitle: wanted.title,
    company: wanted.company,
    department: department ? { en: department.name, 'zh-CN': department.nameZh } : (person?.department ?? '-'),
    termFrom: day,
    termTo: termEnd(day, wanted.termMonths),
    number: wanted.number,
    issuedOn: day,
    locale: person?.locale ?? 'en',
    signatories: [{ name: chair?.name ?? panel.chair, title: { en: 'Chair of the panel', 'zh-CN': '评审小组组长' } }],
    verifyCode: link.slice(0, 12),
  });
}
