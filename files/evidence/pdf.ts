import type { PDFDict, PDFDocument, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { cleanJpeg } from './jpeg.ts';
import { cleanJpeg2000 } from './jpeg2000.ts';
import { EvidenceRefused } from './refused.ts';

/** In whatever dictionary they stand: who made it with what, and when. */
const BESIDE = [
  'Metadata',
  'PieceInfo',
  'LastModified',
  'CreatorInfo',
  'AF',
  'SpiderInfo',
  'Thumb',
  'Legal',
  'Perms',
  'DSS',
];
/** Of a remark: who made it, and when. Of a field of a form `T` is its name. */
const OF_REMARK = ['T', 'M', 'CreationDate', 'NM', 'RC'];
/** Links within the document and to the web lead nowhere on somebody's machine. */
const HARMLESS = new Set(['/GoTo', '/URI', '/Named']);
const EMBEDS = 'The PDF holds other files; take them out, or print it to a new PDF.';

/**
 * A PDF file (ISO 32000) written anew: without its properties, XMP, the authors of its remarks, signatures, what former versions
 * of it have left, and what its pictures say beside the picture. What its pages say stays. @throws EvidenceRefused for one
 * that is protected, damaged, or holds other files
 */
export async function cleanPdf(bytes: Uint8Array): Promise<Uint8Array> {
  // Most processes never read one.
  const pdf = await import('@cantoo/pdf-lib');
  const document = await opened(pdf, bytes);
  const { context, catalog } = document;
  const names = catalog.lookupMaybe(pdf.PDFName.of('Names'), pdf.PDFDict);
  if (names?.has(pdf.PDFName.of('EmbeddedFiles')) || catalog.has(pdf.PDFName.of('Collection')))
    throw new EvidenceRefused(EMBEDS);
  for (const key of ['OpenAction', 'AA']) catalog.delete(pdf.PDFName.of(key));
  names?.delete(pdf.PDFName.of('JavaScript'));
  withoutForms(pdf, catalog);
  const seen = new Set<PDFRef>();
  // Not by recursion: a document may be as deep as it likes.
  const left: PDFObject[] = [catalog];
  if (context.trailerInfo.Root) left.push(context.trailerInfo.Root);
  for (let next = left.pop(); next; next = left.pop()) {
    if (next instanceof pdf.PDFRef) {
      if (seen.has(next)) continue;
      seen.add(next);
      const found = context.lookup(next);
      if (!found) continue;
      const pictured = found instanceof pdf.PDFRawStream ? pictureOf(pdf, found) : undefined;
      if (pictured) context.assign(next, pictured);
      left.push(pictured ?? found);
    } else if (next instanceof pdf.PDFDict) {
      cleanDict(pdf, next);
      left.push(...next.values());
    } else if (next instanceof pdf.PDFArray) left.push(...next.asArray());
    else if (next instanceof pdf.PDFStream) left.push(next.dict);
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!seen.has(ref)) context.delete(ref);
  delete context.trailerInfo.Info;
  delete context.trailerInfo.ID;
  return document.save({ addDefaultPage: false, updateFieldAppearances: false });
}

type Pdf = typeof import('@cantoo/pdf-lib');

async function opened(pdf: Pdf, bytes: Uint8Array): Promise<PDFDocument> {
  try {
    const options = { updateMetadata: false, parseSpeed: pdf.ParseSpeeds.Fastest, preserveXFA: true };
    const document = await pdf.PDFDocument.load(bytes, options);
    document.getPageCount();
    return document;
  } catch (error) {
    throw new EvidenceRefused(
      error instanceof pdf.EncryptedPDFError
        ? 'The PDF is protected; save or print it without protection and send that.'
        : 'The PDF cannot be read; open it, print it to a new PDF and send that.',
    );
  }
}

/** A form of its own kind is XML with properties; one whose pages are made from that has none without it. */
function withoutForms(pdf: Pdf, catalog: PDFDict): void {
  if (catalog.has(pdf.PDFName.of('NeedsRendering')))
    throw new EvidenceRefused('The PDF is a form that only some programs show; print it to a new PDF and send that.');
  catalog.lookupMaybe(pdf.PDFName.of('AcroForm'), pdf.PDFDict)?.delete(pdf.PDFName.of('XFA'));
}

function cleanDict(pdf: Pdf, dict: PDFDict): void {
  const is = (key: string) => dict.lookup(pdf.PDFName.of(key))?.toString();
  const without = (keys: readonly string[]) => {
    for (const key of keys) dict.delete(pdf.PDFName.of(key));
  };
  without(BESIDE);
  if (is('Subtype') === '/FileAttachment' || dict.has(pdf.PDFName.of('EF'))) throw new EvidenceRefused(EMBEDS);
  const isRemark = dict.has(pdf.PDFName.of('Rect')) && is('Subtype') !== undefined && is('Subtype') !== '/Widget';
  if (isRemark) without(OF_REMARK);
  if (is('FT') === '/Sig') without(['V', 'Lock', 'SV']);
  without(['AA', 'JS']);
  // What is done after an action. Entries of an outline have a next one as well, and are no actions.
  if (dict.has(pdf.PDFName.of('S'))) without(['Next']);
  const action = dict.lookup(pdf.PDFName.of('A'));
  if (action instanceof pdf.PDFDict && action.has(pdf.PDFName.of('S')))
    if (!HARMLESS.has(`${action.lookup(pdf.PDFName.of('S'))}`)) without(['A']);
}

type Raw = import('@cantoo/pdf-lib').PDFRawStream;

/** A picture that lies in the file as a picture file does, without what that says beside it; undefined: it is none. */
function pictureOf(pdf: Pdf, stream: Raw): Raw | undefined {
  const filters = stream.dict.lookup(pdf.PDFName.of('Filter'));
  const only = filters instanceof pdf.PDFArray ? (filters.size() === 1 ? filters.lookup(0) : undefined) : filters;
  const clean = { '/DCTDecode': cleanJpeg, '/JPXDecode': cleanJpeg2000 }[`${only}`];
  if (!clean) return undefined;
  return pdf.PDFRawStream.of(stream.dict, clean(stream.getContents()));
}
