import type { PDFDict, PDFHexString, PDFName, PDFObject, PDFString } from '@cantoo/pdf-lib';

type Pdf = typeof import('@cantoo/pdf-lib');
/** More places than any document has. */
const MOST = 200_000;

/** The places in a document to which links lead by a name, which gets a number instead. */
export class Places {
  readonly #pdf: Pdf;
  readonly #numbers = new Map<string, string>();

  /** Writes the places of a catalog anew, and leaves all other names of the document out. */
  constructor(pdf: Pdf, catalog: PDFDict) {
    this.#pdf = pdf;
    const { context } = catalog;
    const name = (text: string) => pdf.PDFName.of(text);
    const found: [string, PDFObject][] = [];
    const old = catalog.lookup(name('Dests'));
    if (old instanceof pdf.PDFDict) for (const [key, place] of old.entries()) found.push([key.decodeText(), place]);
    const names = catalog.lookup(name('Names'));
    const seen = new Set<PDFObject>();
    const left = names instanceof pdf.PDFDict ? [names.lookup(name('Dests'))] : [];
    for (let node = left.pop(); left.length < MOST; node = left.pop()) {
      if (node instanceof pdf.PDFDict && !seen.has(node)) {
        seen.add(node);
        const [kids, pairs] = [node.lookup(name('Kids')), node.lookup(name('Names'))];
        if (kids instanceof pdf.PDFArray) for (let i = 0; i < kids.size(); i++) left.push(kids.lookup(i));
        if (pairs instanceof pdf.PDFArray)
          for (let i = 0; i + 1 < pairs.size(); i += 2) {
            const key = pairs.lookup(i);
            if (key instanceof pdf.PDFString || key instanceof pdf.PDFHexString)
              found.push([key.decodeText(), pairs.get(i + 1)]);
          }
      }
      if (!left.length) break;
    }
    catalog.delete(name('Dests'));
    catalog.delete(name('Names'));
    const numbered = context.obj([]);
    for (const [called, place] of found) {
      if (this.#numbers.has(called) || this.#numbers.size >= MOST) continue;
      const number = `place-${String(this.#numbers.size).padStart(6, '0')}`;
      this.#numbers.set(called, number);
      numbered.push(pdf.PDFString.of(number));
      numbered.push(place);
    }
    if (numbered.size()) catalog.set(name('Names'), context.obj({ Dests: { Names: numbered } }));
  }

  /** The number of a place; undefined: there is none of that name. */
  numberOf(called: PDFString | PDFHexString | PDFName): PDFString | undefined {
    const number = this.#numbers.get(called.decodeText());
    return number === undefined ? undefined : this.#pdf.PDFString.of(number);
  }
}
