import type { PDFDict, PDFDocument, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { cleanJpeg } from './jpeg.ts';
import { cleanJpeg2000 } from './jpeg2000.ts';
import { isLocalPath } from './local-paths.ts';
import { boundUnfolding, refuseUnfoldedTooFar } from './pdf-unfolding.ts';
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
  // Where a picture lay before it was printed, and whom a layer is for.
  'OPI',
  'User',
];
/** Of a remark: who made it, and when. Of a field of a form `T` is its name. */
const OF_REMARK = ['T', 'M', 'CreationDate', 'NM', 'RC'];
/** Links within the document; those to the web are looked at. */
const HARMLESS = new Set(['/GoTo', '/Named']);
const WEB = /^(https?|mailto):/i;
const EMBEDS = 'The PDF holds other files; take them out, or print it to a new PDF.';

/**
 * A PDF file (ISO 32000) written anew: without its properties, XMP, the authors of its remarks, signatures, what former versions
 * of it have left, and what its pictures say beside the picture. What its pages say stays. @throws EvidenceRefused for one
 * that is protected, damaged, or holds other files
 */
export async function cleanPdf(bytes: Uint8Array): Promise<Uint8Array> {
  // Most processes never read one.
  const pdf = await import('@cantoo/pdf-lib');
  boundUnfolding(pdf);
  const document = await opened(pdf, bytes);
  const { context, catalog } = document;
  const names = catalog.lookupMaybe(pdf.PDFName.of('Names'), pdf.PDFDict);
  if (names?.has(pdf.PDFName.of('EmbeddedFiles')) || catalog.has(pdf.PDFName.of('Collection')))
    throw new EvidenceRefused(EMBEDS);
  // What is done when it is opened, and where its relative links begin.
  for (const key of ['OpenAction', 'AA', 'URI']) catalog.delete(pdf.PDFName.of(key));
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
  refuseUnfoldedTooFar();
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
    refuseUnfoldedTooFar();
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
  if (action instanceof pdf.PDFDict && action.has(pdf.PDFName.of('S'))) {
    if (isHarmless(pdf, action)) action.delete(pdf.PDFName.of('Next'));
    else without(['A']);
  }
  // Programs describe a picture by where it lay.
  if (isLocalPath(textOf(pdf, dict, 'Alt'))) without(['Alt']);
}

/** Whether a link leads within the document or to the web: nowhere on somebody's machine. */
function isHarmless(pdf: Pdf, action: PDFDict): boolean {
  const kind = `${action.lookup(pdf.PDFName.of('S'))}`;
  return HARMLESS.has(kind) || (kind === '/URI' && WEB.test(textOf(pdf, action, 'URI')));
}

function textOf(pdf: Pdf, dict: PDFDict, key: string): string {
  const found = dict.lookup(pdf.PDFName.of(key));
  return found instanceof pdf.PDFString || found instanceof pdf.PDFHexString ? found.decodeText() : '';
}

type Raw = import('@cantoo/pdf-lib').PDFRawStream;

/**
 * A picture that lies in the file as a picture file does, without what that says beside it, also where it is packed once more;
 * undefined: it is none. @throws EvidenceRefused for one that cannot be unpacked
 */
function pictureOf(pdf: Pdf, stream: Raw): Raw | undefined {
  const filters = stream.dict.lookup(pdf.PDFName.of('Filter'));
  const all = filters instanceof pdf.PDFArray ? filters.asArray().map((_, i) => filters.lookup(i)) : [filters];
  const kind = all.pop();
  const clean = { '/DCTDecode': cleanJpeg, '/JPXDecode': cleanJpeg2000 }[`${kind}`];
  if (!clean) return undefined;
  if (!all.length) return pdf.PDFRawStream.of(stream.dict, clean(stream.getContents()));
  const packed = stream.dict.clone();
  packed.set(pdf.PDFName.of('Filter'), stream.dict.context.obj(all as PDFObject[]));
  const picture = clean(pdf.decodePDFRawStream(pdf.PDFRawStream.of(packed, stream.getContents())).decode());
  stream.dict.set(pdf.PDFName.of('Filter'), kind!);
  const parameters = stream.dict.lookup(pdf.PDFName.of('DecodeParms'));
  stream.dict.delete(pdf.PDFName.of('DecodeParms'));
  const own = parameters instanceof pdf.PDFArray ? parameters.lookup(all.length) : undefined;
  if (own instanceof pdf.PDFDict) stream.dict.set(pdf.PDFName.of('DecodeParms'), own);
  return pdf.PDFRawStream.of(stream.dict, picture);
}
