import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import type { Marks, Media } from './marks.ts';

/** A PDF with a name at every place that tells of its author, or of what somebody has called something. */
export async function pdf(m: Marks, media: Media): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const { context, catalog } = document;
  const N = PDFName.of;
  const text = (place: string) => PDFHexString.fromText(m.at(place));
  const plain = (place: string) => PDFString.of(m.at(place));
  // biome-ignore lint/suspicious/noExplicitAny: dictionaries of whatever shape
  const obj = (value: any) => context.obj(value);
  const put = (value: object) => context.register(obj(value));
  const stream = (said: string, more: object = {}) => context.register(context.flateStream(said, more as never));
  const page = document.addPage([200, 200]);
  page.drawText('Why valves stick', { x: 10, y: 100 });

  document.setTitle(m.at('title'));
  document.setAuthor(m.at('author'));
  document.setSubject(m.at('subject'));
  document.setKeywords([m.at('keywords')]);
  document.setProducer(m.at('producer'));
  document.setCreator(m.at('creator'));
  context.trailerInfo.ID = obj([plain('id of the file'), plain('id of its first version')]);
  context.register(plain('object that nothing leads to'));

  const xmp = (place: string) => stream(`<x:xmpmeta><dc:creator>${m.at(place)}</dc:creator></x:xmpmeta>`);
  const profileOf = (place: string) => {
    const said = m.at(place);
    const bytes = Buffer.alloc(144 + 12 + said.length);
    bytes.writeUInt32BE(1, 128);
    bytes.write('desc', 132, 'latin1');
    bytes.writeUInt32BE(144, 136);
    bytes.writeUInt32BE(12 + said.length, 140);
    bytes.write('desc', 144, 'latin1');
    bytes.write(said, 156, 'latin1');
    return bytes;
  };
  const profile = (place: string) => context.register(context.flateStream(profileOf(place), { N: 3 }));
  /** A font with its tables. */
  const font = (tables: Readonly<Record<string, Buffer>>, kind = 0x00010000) => {
    const all = Object.entries(tables);
    const head = Buffer.alloc(12 + 16 * all.length);
    head.writeUInt32BE(kind, 0);
    head.writeUInt16BE(all.length, 4);
    let from = head.length;
    for (const [n, [called, table]] of all.entries()) {
      head.write(called, 12 + 16 * n, 'latin1');
      head.writeUInt32BE(from, 12 + 16 * n + 8);
      head.writeUInt32BE(table.length, 12 + 16 * n + 12);
      from += table.length;
    }
    return context.register(context.flateStream(Buffer.concat([head, ...all.map(([, table]) => table)])));
  };
  const names = (place: string) => Buffer.concat([Buffer.alloc(6), Buffer.from(m.at(place), 'latin1')]);
  /** A font in the Compact Font Format with notes of every kind, each a text of its own, and the name of a letter behind them. */
  const cff = (kind: string): Buffer => {
    const index = (...entries: Buffer[]) => {
      const ends = [1];
      for (const { length } of entries) ends.push(ends.at(-1)! + length);
      const head = Buffer.from([0, entries.length, 2, ...ends.flatMap((end) => [end >> 8, end & 0xff])]);
      return Buffer.concat([head, ...entries]);
    };
    const operators = [[0], [1], [2], [3], [4], [12, 0], [12, 21], [12, 22]];
    const said = operators.map((operator) => Buffer.from(m.at(`note ${operator} of a ${kind}`), 'latin1'));
    const top = operators.flatMap((operator, n) => [28, (391 + n) >> 8, (391 + n) & 0xff, ...operator]);
    const fraction = [30, 0xe2, 0xa2, 0x5f, 12, 2];
    return Buffer.concat([
      Buffer.from([1, 0, 4, 2]),
      index(Buffer.from('Song')),
      index(Buffer.from([...fraction, ...top])),
      index(...said, Buffer.from('valve')),
    ]);
  };

  const outline = context.nextRef();
  context.assign(
    outline,
    obj({ Title: text('title in an outline'), A: { S: 'GoTo', D: plain('place that is not there') } }),
  );
  const entries: Record<string, unknown> = {
    Metadata: xmp('XMP of the document'),
    Outlines: { First: outline, Last: outline, Count: 1 },
    PageLabels: { Nums: [0, { S: 'D', P: plain('label of a page') }] },
    Threads: [{ I: { Author: plain('author of a thread'), Title: plain('title of a thread') } }],
    OutputIntents: [{ S: 'GTS_PDFX', Info: plain('intent'), DestOutputProfile: profile('profile of an intent') }],
    PieceInfo: { Word: { Private: plain('private data of a program') } },
    DPartRoot: { DPM: { Who: plain('part of a document') } },
    Own: { Who: plain('entry of a program') },
    URI: { Base: plain('beginning of links') },
    OpenAction: { S: 'JavaScript', JS: plain('script at the beginning') },
    AA: { WC: { S: 'JavaScript', JS: plain('script at the end') } },
    Extensions: { ABCD: { URL: plain('extension') } },
    SpiderInfo: { C: [{ URL: plain('where it was captured') }] },
    Requirements: [{ S: 'X', RH: plain('requirement') }],
    Lang: plain('language'),
    Names: {
      Dests: { Names: [plain('name of a place'), { D: [page.ref, 'Fit'], Who: plain('text at a place') }] },
      JavaScript: { Names: [plain('name of a script'), { S: 'JavaScript', JS: plain('script') }] },
      IDS: { Names: [plain('name of a capture'), {}] },
      Pages: { Names: [plain('name of a page'), page.ref] },
    },
    OCProperties: {
      OCGs: [
        put({
          ...{ Type: 'OCG', Name: text('name of a layer') },
          Usage: { CreatorInfo: { Creator: plain('creator of a layer') }, User: { Name: plain('user of a layer') } },
        }),
      ],
      D: { Name: plain('name of a view'), Creator: plain('creator of a view'), Order: [plain('label of layers')] },
    },
    MarkInfo: { Marked: true },
    StructTreeRoot: {
      Type: 'StructTreeRoot',
      IDTree: { Names: [plain('id in a tree'), {}] },
      Namespaces: [{ NS: plain('namespace') }],
      K: [
        {
          ...{ S: 'Figure', T: plain('title of an element'), ID: plain('id of an element') },
          ...{ A: { O: 'Table', Summary: plain('summary of a table'), Headers: [plain('heading of a table')] } },
          Alt: PDFHexString.fromText(`C:\\Users\\${m.at('path in a description')}\\a.png`),
        },
      ],
    },
    AcroForm: {
      XFA: [plain('form of a program')],
      Who: plain('entry of a form'),
      Fields: [
        put({
          ...{ Type: 'Annot', Subtype: 'Widget', Rect: [0, 0, 9, 9], FT: 'Tx', T: plain('name of a field') },
          ...{ TU: plain('other name of a field'), TM: plain('name of a field in an export'), RV: plain('rich text') },
        }),
        put({
          ...{ FT: 'Sig', T: plain('name of a signature') },
          Kids: [
            put({
              ...{ Type: 'Annot', Subtype: 'Widget', Rect: [0, 0, 9, 9], T: plain('name of a part of a field') },
              V: { Type: 'Sig', Name: text('who has signed'), Location: plain('where'), ContactInfo: plain('contact') },
              ...{ FT: 'Sig', Lock: { Fields: [plain('locked field')] } },
            }),
          ],
        }),
      ],
    },
  };
  for (const [key, value] of Object.entries(entries))
    catalog.set(N(key), value instanceof PDFString ? value : obj(value));

  const remark = (kind: string, more: object = {}) =>
    put({
      ...{ Type: 'Annot', Subtype: kind, Rect: [0, 0, 9, 9], Contents: PDFString.of('See page 2') },
      ...{ T: text(`author of a ${kind}`), Subj: text(`subject of a ${kind}`), NM: plain(`number of a ${kind}`) },
      ...{
        RC: plain(`rich text of a ${kind}`),
        M: plain(`time of a ${kind}`),
        CreationDate: plain(`day of a ${kind}`),
      },
      ...{ Who: plain(`entry of a ${kind}`), Name: N(m.at(`icon of a ${kind}`)) },
      ...{ PieceInfo: { A: { Private: plain(`private data of a ${kind}`) } } },
      ...more,
    });
  const link = (action: object) => remark('Link', { A: action });
  const shown = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 1, 1] };
  page.node.set(
    N('Annots'),
    obj([
      ...['Text', 'FreeText', 'Line', 'Square', 'Highlight', 'Stamp', 'Ink', 'Caret', 'Popup'].map((kind) =>
        remark(kind, { AP: { N: stream('q Q', { ...shown, Metadata: xmp(`XMP of a ${kind}`) }) } }),
      ),
      link({ S: 'GoToR', F: plain('link to a file') }),
      link({ S: 'Launch', F: { F: plain('program'), UF: text('program in another writing') } }),
      link({ S: 'URI', URI: PDFString.of('https://example.com/a'), Who: plain('entry of a link') }),
      link({ S: 'URI', URI: PDFString.of(`file:///home/${m.at('link to a path')}/a`) }),
      link({ S: 'SubmitForm', F: plain('where a form is sent') }),
      link({
        S: 'GoTo',
        D: catalog.lookup(N('Names'), PDFDict).lookup(N('Dests'), PDFDict).lookup(N('Names'), PDFArray).get(0),
      }),
      remark('Movie', { Movie: { F: plain('film') } }),
      remark('Screen', { MK: { R: 0 }, A: { S: 'Rendition', R: { N: plain('name of a rendition') } } }),
    ]),
  );
  for (const [key, value] of Object.entries({
    Metadata: xmp('XMP of a page'),
    PieceInfo: { A: { Private: plain('private data of a page') } },
    LastModified: plain('time of a page'),
    ID: plain('id of a page'),
    VP: [{ Name: plain('view of a page'), Measure: { R: plain('measure of a page') } }],
    SeparationInfo: { DeviceColorant: plain('separation of a page') },
    AA: { O: { S: 'JavaScript', JS: plain('script of a page') } },
    B: [{ I: { Author: plain('author of a bead') } }],
  }))
    page.node.set(N(key), value instanceof PDFString ? value : obj(value));

  const resources = page.node.lookup(N('Resources'), PDFDict);
  const image = (packed: Uint8Array, more: object) =>
    context.register(
      PDFRawStream.of(
        obj({ Type: 'XObject', Subtype: 'Image', Width: 1, Height: 1, BitsPerComponent: 8, ...more }) as never,
        packed,
      ),
    );
  const words = (place: string) => Buffer.from(m.at(place), 'latin1');
  const j2k = (place: string, tile: readonly number[] = []) => {
    const said = words(place);
    const head = Buffer.from([0xff, 0x4f, 0xff, 0x64, 0, said.length + 4, 0, 1]);
    return Buffer.concat([head, said, Buffer.from([...tile, 0xff, 0xd9]), words(`${place}, behind its end`)]);
  };
  /** A tile that does not say how long it is. */
  const tile = [0xff, 0x90, 0, 10, 0, 0, 0, 0, 0, 0, 0, 1, 0xff, 0x93, 1, 2, 3];
  const box = (type: string, ...inside: Buffer[]) => {
    const all = Buffer.concat(inside);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(8 + all.length);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, all]);
  };
  const jpx = Buffer.concat([
    box('jP  ', Buffer.from('\r\n\u0087\n', 'latin1')),
    box('rreq', words('requirement of a picture')),
    box('jp2h', box('colr', Buffer.from([2, 0, 0]), profileOf('profile in a picture')), box('lbl ', words('label'))),
    box('asoc', box('nlst', Buffer.alloc(4)), box('lbl ', words('label of a part of a picture'))),
    box('jp2c', j2k('comment in the code of a picture', tile)),
    box('Zhan', words('box of a program')),
  ]);
  const segment = (number: number, kind: number, said: Buffer, referred: readonly number[] = [0]) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(said.length);
    return Buffer.concat([Buffer.from([0, 0, 0, number, kind, ...referred, 1]), length, said]);
  };
  const jbig2 = (place: string) =>
    Buffer.concat([
      segment(0, 48, Buffer.alloc(19)),
      segment(1, 62, Buffer.concat([Buffer.from([0x20, 0, 0, 0]), words(place)]), [1 << 5, 0]),
      segment(2, 62, words(`${place}, of many`), [0xe0, 0, 0, 5, 0, 0, 0, 0, 0, 0]),
      segment(3, 38, Buffer.from('dots of a page')),
    ]);
  resources.set(
    N('XObject'),
    obj({
      A: image(media.jpeg(m.at('Exif in a picture')), { Filter: 'DCTDecode', ColorSpace: 'DeviceGray' }),
      B: image(j2k('comment in a picture'), {
        Filter: 'JPXDecode',
        Metadata: xmp('XMP of a picture'),
        ID: plain('id of a picture'),
      }),
      E: image(jpx, { Filter: 'JPXDecode' }),
      F: image(jbig2('comment in a scan'), {
        Filter: 'JBIG2Decode',
        DecodeParms: { JBIG2Globals: context.register(context.flateStream(jbig2('comment of scans'))) },
      }),
      C: stream('q Q', {
        ...{ ...shown, PieceInfo: { A: { Private: plain('private data of a drawing') } } },
        ...{ OPI: { F: plain('where a drawing lay') }, Ref: { F: plain('document of a drawing') } },
      }),
      D: image(Uint8Array.of(0), {
        ColorSpace: ['Indexed', ['ICCBased', profile('profile of a picture')], 0, PDFHexString.of('000000')],
      }),
    }),
  );
  resources.set(N('Properties'), obj({ P: { Who: plain('property of a text') } }));
  resources.set(
    N('Font'),
    obj({
      Own: {
        ...{ Type: 'Font', Subtype: 'TrueType', BaseFont: 'Song' },
        FontDescriptor: {
          ...{ Type: 'FontDescriptor', FontName: 'Song', FontFamily: plain('family of a font') },
          ...{
            FontFile2: font({
              name: names('name in a font'),
              PfEd: words('note of a program in a font'),
              DSIG: words('who has signed a font'),
            }),
          },
          ...{ CharSet: plain('characters of a font') },
        },
      },
      Compact: {
        ...{ Type: 'Font', Subtype: 'Type1', BaseFont: 'Song' },
        FontDescriptor: { FontFile3: context.register(context.flateStream(cff('font'), { Subtype: 'Type1C' })) },
      },
      Open: {
        ...{ Type: 'Font', Subtype: 'Type1', BaseFont: 'Song' },
        FontDescriptor: { FontFile3: font({ 'CFF ': cff('font in another') }, 0x4f54544f) },
      },
      Type1: {
        ...{ Type: 'Font', Subtype: 'Type1', BaseFont: 'Old' },
        FontDescriptor: {
          FontFile: stream(
            `%!FontType1\n%% ${m.at('comment in a font')}\n/Notice (By ${m.at('notice in a font')}) def eexec`,
          ),
        },
      },
    }),
  );
  return document.save({ useObjectStreams: false });
}
