import { startsWith } from './bytes.ts';
import { cleanOffice, type OfficeKind } from './office.ts';
import { cleanPdf } from './pdf.ts';
import { cleanPicture, pictureKindOf } from './pictures.ts';
import { EvidenceRefused } from './refused.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const OFFICE_KINDS: ReadonlyMap<string, OfficeKind> = new Map([
  [`${OFFICE}wordprocessingml.document`, 'docx'],
  [`${OFFICE}spreadsheetml.sheet`, 'xlsx'],
  [`${OFFICE}presentationml.presentation`, 'pptx'],
]);
const PICTURES: ReadonlyMap<string, string> = new Map([
  ['image/jpeg', 'jpeg'],
  ['image/png', 'png'],
  ['image/webp', 'webp'],
]);
const TEXTS: ReadonlySet<string> = new Set(['text/plain', 'text/csv', 'text/markdown']);

/** Of what is not taken, one can be told how to make something that is. */
const OLD_OFFICE = /^application\/(msword|vnd\.ms-(excel|powerpoint|word)|vnd\.oasis\..*|rtf)$/;

/** What may be given as evidence, and by which sentences another kind is not; null: it may. */
export function faultOfKind(mediaType: string): 'wrong-media-type/old-office' | 'wrong-media-type/evidence' | null {
  if (mediaType === 'application/pdf' || OFFICE_KINDS.has(mediaType) || PICTURES.has(mediaType)) return null;
  if (TEXTS.has(mediaType)) return null;
  return OLD_OFFICE.test(mediaType) ? 'wrong-media-type/old-office' : 'wrong-media-type/evidence';
}

/**
 * A file as it is kept as evidence: what reviewers see does not say who made it. What is written on its pages stays as it is.
 * @throws EvidenceRefused with one sentence, for what cannot be cleaned or is not what its media type says
 */
export async function cleanEvidence(bytes: Uint8Array, mediaType: string): Promise<Uint8Array> {
  try {
    return await cleaned(bytes, mediaType);
  } catch (error) {
    if (error instanceof EvidenceRefused) throw error;
    // Whatever is in a file that somebody has made, it is the file's fault.
    throw EvidenceRefused.by('file-refused/unreadable', {}, { cause: error });
  }
}

async function cleaned(bytes: Uint8Array, mediaType: string): Promise<Uint8Array> {
  const office = OFFICE_KINDS.get(mediaType);
  if (office) {
    // What programs write when a document is protected, and have written before 2007.
    if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
      throw EvidenceRefused.by('file-refused/protected-office', { format: office.toUpperCase() });
    return cleanOffice(bytes, office);
  }
  if (mediaType === 'application/pdf') {
    if (!startsWith(bytes, '%PDF-')) throw otherThanSaid('PDF');
    return cleanPdf(bytes);
  }
  const picture = PICTURES.get(mediaType);
  if (picture) {
    const kind = pictureKindOf(bytes);
    if (!kind || kind !== picture) throw otherThanSaid(`${picture.toUpperCase()} picture`);
    return cleanPicture(bytes, kind);
  }
  if (bytes.includes(0) || pictureKindOf(bytes) || startsWith(bytes, '%PDF-') || startsWith(bytes, 'PK\u0003\u0004'))
    throw otherThanSaid('text');
  return bytes;
}

function otherThanSaid(format: string): EvidenceRefused {
  return EvidenceRefused.by('file-refused/other-format', { format });
}
