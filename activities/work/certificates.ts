import { storeDocument } from '../../db/documents.ts';
import { namesOf } from '../../db/views/selections.ts';
import { printCertificate } from '../../documents/certificate.ts';
import { type Signatory, signatoryOf, verifyCodeOf } from '../../domain/certificate.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import { type Certificate, certificatesWanted, termEnd } from '../../domain/selection/certificates.ts';
import { localDay } from '../../domain/selection/timetable.ts';
import type { Reading } from './reading.ts';
import type { SlowWork, WorkParts } from './slow.ts';

/**
 * Prints a certificate for everybody who has accepted a seat and stores it as a document. One that cannot be printed is
 * noted as missing and written into the log: it must keep neither the others nor the selection waiting.
 */
export const makeCertificates: SlowWork = async (reading, key, parts) => {
  const documents: { person: string; document: string | null }[] = [];
  for (const wanted of certificatesWanted(reading.state)) {
    const written = await certificateOf(reading, wanted, parts);
    const bytes = await printCertificate(written).catch((error: Error) => {
      parts.complain?.('A certificate could not be printed', { person: wanted.person, error: error.stack });
    });
    if (!bytes) {
      documents.push({ person: wanted.person, document: null });
      continue;
    }
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

/** What stands on one certificate. */
async function certificateOf(
  { state, organisation, now, link }: Reading,
  wanted: Certificate,
  { pool }: WorkParts,
): Promise<Parameters<typeof printCertificate>[0]> {
  const { timeZone } = termsOf(state);
  const person = organisation.people.get(wanted.person);
  const department = organisation.departments.get(person?.department ?? '');
  const day = localDay(now, timeZone);
  const locale = person?.locale ?? 'en';
  return {
    name: (await namesOf(pool, [wanted.person])).get(wanted.person) ?? wanted.person,
    selectionTitle: wanted.title,
    company: wanted.company,
    department: department ? { en: department.name, 'zh-CN': department.nameZh } : (person?.department ?? '-'),
    termFrom: day,
    termTo: termEnd(day, wanted.termMonths),
    number: wanted.number,
    issuedOn: day,
    locale,
    signatories: [signatoryOf(await decidedBy(state, pool), wanted.company, locale)],
    verifyCode: verifyCodeOf(link),
  };
}

/** Who was in the chair when the panel decided; where nobody had voted, whoever runs the selection; null: nobody by name. */
async function decidedBy({ decision, owner }: Reading['state'], pool: WorkParts['pool']): Promise<Signatory | null> {
  const chair = decision?.chair ?? null;
  const signatory = chair ?? owner;
  if (signatory === null) return null;
  const title = chair
    ? { en: 'Chair of the panel', 'zh-CN': '评审小组组长' }
    : { en: 'For the selection', 'zh-CN': '选拔负责人' };
  return { name: (await namesOf(pool, [signatory])).get(signatory) ?? signatory, title };
}
