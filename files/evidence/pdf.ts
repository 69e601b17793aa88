import { deflateSync } from 'node:zlib';
import type { PDFArray, PDFDict, PDFDocument, PDFName, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { withoutNames, withoutNotes } from './fonts.ts';
import { cleanJbig2 } from './jbig2.ts';
import { cleanJpeg } from './jpeg.ts';
import { cleanJpeg2000 } from './jpeg2000.ts';
import { isLocalPath } from './local-paths.ts';
import { BESIDE, mayStay, OF_ACTION, OF_CATALOG, OF_FORM, OF_PAGE, OF_REMARK, OF_STRUCTURE } from './pdf-keys.ts';
import { Places } from './pdf-places.ts';
import { boundUnfolding, refuseUnfoldedTooFar } from './pdf-unfolding.ts';
import { withoutTexts } from './profiles.ts';
import { EvidenceRefused } from './refused.ts';

/** Links within the document; those to the web are looked at. */
const HARMLESS = new Set(['/GoTo', '/Named']);
const WEB = /^(https?|mailto):/i;

/**
 * A PDF file (ISO 32000) written anew: without its properties, XMP, outline, the authors of its remarks, signatures, what former
 * versions of it have left, texts that no page shows, and what its pictures, profiles and fonts say beside what they show. What
 * its pages say stays. @throws EvidenceRefused for one that is protected, damaged, or holds other files
 */
export async function cleanPdf(bytes: Uint8Array): Promise<Uint8Array> {
  // Most processes never read one.
  const pdf = await import('@cantoo/pdf-lib');
  boundUnfolding(pdf);
  const document = await opened(pdf, bytes);
  const { context, catalog } = document;
  const names = catalog.lookupMaybe(pdf.PDFName.of('Names'), pdf.PDFDict);
  if (names?.has(pdf.PDFName.of('EmbeddedFiles')) || catalog.has(pdf.PDFName.of('Collection')))
    throw EvidenceRefused.by('file-refused/pdf-embeds', {});
  withoutForms(pdf, catalog);
  onlyOf(OF_CATALOG, catalog);
  const cleaning = new Cleaning(pdf, catalog);
  const seen = new Set<PDFRef>();
  // Not by recursion: a document may be as deep as it likes. With each what it stands under.
  const left: [PDFObject, string][] = [[catalog, 'Root']];
  if (context.trailerInfo.Root) left.push([context.trailerInfo.Root, 'Root']);
  for (let taken = left.pop(); taken; taken = left.pop()) {
    const [next, key] = taken;
    if (next instanceof pdf.PDFRef) {
      if (seen.has(next)) continue;
      seen.add(next);
      const found = context.lookup(next);
      if (!found) continue;
      const cleaned = found instanceof pdf.PDFRawStream ? streamOf(pdf, found, key) : undefined;
      if (cleaned) context.assign(next, cleaned);
      left.push([cleaned ?? found, key]);
    } else if (next instanceof pdf.PDFDict) {
      cleaning.dict(next);
      for (const [name, value] of next.entries()) left.push([value, name.decodeText()]);
    } else if (next instanceof pdf.PDFArray) {
      const of = cleaning.array(next, key);
      for (const value of next.asArray()) left.push([value, of]);
    } else if (next instanceof pdf.PDFStream) left.push([next.dict, key]);
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
    throw error instanceof pdf.EncryptedPDFError
      ? EvidenceRefused.by('file-refused/protected-pdf', {})
      : EvidenceRefused.by('file-refused/unreadable-pdf', {});
  }
}

/** A form of its own kind is XML with properties; one whose pages are made from that has none without it. */
function withoutForms(pdf: Pdf, catalog: PDFDict): void {
  if (catalog.has(pdf.PDFName.of('NeedsRendering'))) throw EvidenceRefused.by('file-refused/pdf-form', {});
  catalog.lookupMaybe(pdf.PDFName.of('AcroForm'), pdf.PDFDict)?.delete(pdf.PDFName.of('XFA'));
}

function onlyOf(keys: ReadonlySet<string>, dict: PDFDict): void {
  for (const key of dict.keys()) if (!keys.has(key.decodeText())) dict.delete(key);
}

/** How the dictionaries and lists of one document are cleaned. */
class Cleaning {
  readonly #pdf: Pdf;
  readonly #catalog: PDFDict;
  readonly #places: Places;
  /** The fields of its form. */
  readonly #fields = new Set<PDFObject>();
  readonly #structure: PDFObject | undefined;
  #layers = 0;

  constructor(pdf: Pdf, catalog: PDFDict) {
    this.#pdf = pdf;
    this.#catalog = catalog;
    this.#places = new Places(pdf, catalog);
    this.#structure = catalog.lookup(pdf.PDFName.of('StructTreeRoot'));
    const form = catalog.lookup(pdf.PDFName.of('AcroForm'));
    if (form instanceof pdf.PDFDict) {
      onlyOf(OF_FORM, form);
      this.#numberFields(form.lookup(pdf.PDFName.of('Fields')));
    }
  }

  /** Fields are called by numbers: nobody sees what they were called by. */
  #numberFields(fields: PDFObject | undefined): void {
    const { PDFArray, PDFDict, PDFName, PDFString } = this.#pdf;
    const left = [fields];
    for (let list = left.pop(); list; list = left.pop()) {
      if (!(list instanceof PDFArray)) continue;
      for (let i = 0; i < list.size(); i++) {
        const field = list.lookup(i);
        if (!(field instanceof PDFDict) || this.#fields.has(field)) continue;
        this.#fields.add(field);
        if (field.has(PDFName.of('T'))) field.set(PDFName.of('T'), PDFString.of(`field-${this.#fields.size}`));
        left.push(field.lookup(PDFName.of('Kids')));
      }
    }
  }

  dict(dict: PDFDict): void {
    const { PDFName, PDFDict } = this.#pdf;
    const is = (key: string) => dict.lookup(PDFName.of(key))?.toString();
    const has = (key: string) => dict.has(PDFName.of(key));
    const without = (keys: readonly string[]) => {
      for (const key of keys) dict.delete(PDFName.of(key));
    };
    without(BESIDE);
    const kind = is('Subtype');
    if (kind === '/FileAttachment' || has('EF')) throw EvidenceRefused.by('file-refused/pdf-embeds', {});
    if (is('Type') === '/Page') onlyOf(OF_PAGE, dict);
    if (dict === this.#structure) onlyOf(OF_STRUCTURE, dict);
    if (this.#fields.has(dict) || (has('Rect') && kind !== undefined)) onlyOf(OF_REMARK, dict);
    if (is('FT') === '/Sig') without(['V', 'Lock', 'SV']);
    // What is done after an action. Entries of an outline have a next one as well, and are no actions.
    if (has('S')) without(['Next']);
    const action = dict.lookup(PDFName.of('A'));
    if (action instanceof PDFDict && action.has(PDFName.of('S'))) {
      if (isHarmless(this.#pdf, action)) onlyOf(OF_ACTION, action);
      else without(['A']);
    }
    if (is('Type') === '/OCG') {
      without(['Usage']);
      dict.set(PDFName.of('Name'), this.#pdf.PDFString.of(`Layer ${++this.#layers}`));
    }
    // Programs describe pictures by where they lay.
    if (isLocalPath(textOf(this.#pdf, dict, 'Alt'))) without(['Alt']);
    for (const [name, value] of dict.entries()) this.#text(dict, name, value);
  }

  /** Texts stay where a page shows them; names of places become numbers. */
  #text(dict: PDFDict, name: PDFName, value: PDFObject): void {
    const { PDFHexString, PDFName, PDFString } = this.#pdf;
    const key = name.decodeText();
    const found = dict.context.lookup(value);
    const isText = found instanceof PDFString || found instanceof PDFHexString;
    const isLink = key === 'Dest' || (key === 'D' && dict.lookup(PDFName.of('S'))?.toString() === '/GoTo');
    if (isLink && (isText || found instanceof PDFName)) {
      const number = this.#places.numberOf(found);
      if (number) dict.set(name, number);
      else dict.delete(name);
      return;
    }
    if (!isText) return;
    const isField = key === 'T' && this.#fields.has(dict);
    const isLayer = key === 'Name' && dict.lookup(PDFName.of('Type'))?.toString() === '/OCG';
    if (!isField && !isLayer && !mayStay(key, () => found.decodeText())) dict.delete(name);
  }

  /** @returns under which key what is in it stands */
  array(array: PDFArray, key: string): string {
    const { PDFHexString, PDFString } = this.#pdf;
    const first = array.size() ? `${array.lookup(0)}` : '';
    // Colours in a table are written as a text.
    if (first === '/Indexed' || first === '/I') return 'Indexed';
    if (first === '/ICCBased') return 'ICCBased';
    if (key === 'Indexed' || this.#isPlaces(array)) return key;
    for (let i = 0; i < array.size(); i++) {
      const found = array.lookup(i);
      if (!(found instanceof PDFString || found instanceof PDFHexString)) continue;
      if (!mayStay(key, () => found.decodeText())) array.set(i, PDFString.of(''));
    }
    return key;
  }

  #isPlaces(array: PDFArray): boolean {
    const { PDFDict, PDFName } = this.#pdf;
    const names = this.#catalog.lookup(PDFName.of('Names'));
    const places = names instanceof PDFDict ? names.lookup(PDFName.of('Dests')) : undefined;
    return places instanceof PDFDict && places.lookup(PDFName.of('Names')) === array;
  }
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

/** Streams that are no pages, by what they stand under, without what they say of who made them. */
const IN_STREAMS: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  FontFile2: withoutNames,
  FontFile3: withoutNames,
  FontFile: withoutNotes,
  ICCBased: withoutTexts,
  JBIG2Globals: cleanJbig2,
};

/** A stream without what it says beside what it shows; undefined: it says nothing that is known. */
function streamOf(pdf: Pdf, stream: Raw, key: string): Raw | undefined {
  const clean = Object.hasOwn(IN_STREAMS, key) ? IN_STREAMS[key]! : undefined;
  if (!clean) return pictureOf(pdf, stream);
  const cleaned = clean(pdf.decodePDFRawStream(stream).decode());
  const { dict } = stream;
  for (const name of ['DecodeParms', 'Length']) dict.delete(pdf.PDFName.of(name));
  dict.set(pdf.PDFName.of('Filter'), pdf.PDFName.of('FlateDecode'));
  return pdf.PDFRawStream.of(dict, deflateSync(cleaned));
}

/**
 * A picture that lies in the file as a picture file does, without what that says beside it, also where it is packed once more;
 * undefined: it is none. @throws EvidenceRefused for one that cannot be unpacked
 */
function pictureOf(pdf: Pdf, stream: Raw): Raw | undefined {
  const filters = stream.dict.lookup(pdf.PDFName.of('Filter'));
  const all = filters instanceof pdf.PDFArray ? filters.asArray().map((_, i) => filters.lookup(i)) : [filters];
  const kind = all.pop();
  const clean = { '/DCTDecode': cleanJpeg, '/JPXDecode': cleanJpeg2000, '/JBIG2Decode': cleanJbig2 }[`${kind}`];
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
