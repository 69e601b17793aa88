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

/** What may be given as evidence, and why another kind is not; null: it may. */
export function faultOfKind(mediaType: string): string | null {
  if (mediaType === 'application/pdf' || OFFICE_KINDS.has(mediaType) || PICTURES.has(mediaType)) return null;
  if (TEXTS.has(mediaType)) return null;
  if (OLD_OFFICE.test(mediaType))
    return 'Documents of this format cannot be cleaned of names; save it as DOCX, XLSX, PPTX or PDF.';
  return 'Evidence must be a PDF, a DOCX, XLSX or PPTX document, a text, or a JPEG, PNG or WebP picture.';
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
    throw new EvidenceRefused('The file cannot be read; open it, save it again and send that.', { cause: error });
  }
}

async function cleaned(bytes: Uint8Array, mediaType: string): Promise<Uint8Array> {
  const office = OFFICE_KINDS.get(mediaType);
  if (office) {
    // What programs write when a document is protected, and have written before 2007.
    if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
      throw new EvidenceRefused(
        `The document is protected, or in a format of before 2007; save it without protection as ${office.toUpperCase()}.`,
      );
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

function otherThanSaid(kind: string): EvidenceRefused {
  return new EvidenceRefused(`The file is no ${kind}, whatever its name says; send it under its own format.`);
}
