import { deflateSync, inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync as zipped } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { cleanEvidence, faultOfKind } from '../../files/evidence/evidence.ts';

/** What must be in no file that reviewers get. */
const WHO = 'Zhang-San-marker';
const utf16 = Buffer.from(WHO, 'utf16le').toString('latin1');
const bytes = (latin: string) => Uint8Array.from(Buffer.from(latin, 'latin1'));
const base64 = (text: string) => Uint8Array.from(Buffer.from(text, 'base64'));
const latin = (of: Uint8Array) => Buffer.from(of).toString('latin1');
const joined = (...parts: (Uint8Array | string)[]) =>
  Uint8Array.from(Buffer.concat(parts.map((part) => (typeof part === 'string' ? bytes(part) : part))));

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const DOCX = `${OFFICE}wordprocessingml.document`;
const XLSX = `${OFFICE}spreadsheetml.sheet`;
const PPTX = `${OFFICE}presentationml.presentation`;

/** A document in which something leads to each part, as programs write it. */
function zipSync(parts: Zippable): Uint8Array {
  const first = strFromU8(
    (parts['_rels/.rels'] as Uint8Array | undefined) ?? strToU8('<Relationships></Relationships>'),
  );
  const all = Object.entries(parts).map(
    ([name, part]) => `${name} ${part instanceof Uint8Array ? strFromU8(part, true) : ''}`,
  );
  const alone = Object.keys(parts).filter((name) => {
    const called = name.replace(/^.*\//, '');
    return (
      !/^\[|\.rels$|^customXml\//.test(name) &&
      !all.some((rels) => /^\S*\.rels /.test(rels) && rels.includes(`${called}"`))
    );
  });
  const led = alone.map((name, i) => `<Relationship Id="test${i}" Type="t/unknown" Target="/${name}"/>`).join('');
  return zipped({ ...parts, '_rels/.rels': strToU8(first.replace('</Relationships>', `${led}</Relationships>`)) });
}

function expectUnnamed(file: Uint8Array): void {
  const text = latin(file);
  expect([text.includes(WHO), text.includes(utf16)]).toEqual([false, false]);
}

const refusal = (file: Uint8Array, mediaType: string) =>
  cleanEvidence(file, mediaType).then(
    () => 'taken',
    (error: Error) => error.message,
  );

/** A picture of one dot, as it is without anything beside it. */
const JPEG = base64(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
);
const JPEG_WHOLE = latin(JPEG).endsWith('\xff\xd9') ? JPEG : joined(JPEG, '\xff\xd9');
const PNG = base64('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==');
const GIF = base64('R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==');

const segment = (marker: string, content: string) =>
  `\xff${marker}${String.fromCharCode((content.length + 2) >> 8, (content.length + 2) & 255)}${content}`;
const u32 = (n: number) => String.fromCharCode(n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255);
const le32 = (n: number) => [...u32(n)].reverse().join('');
const pngChunk = (type: string, content: string) => `${u32(content.length)}${type}${content}CRC!`;
const riff = (type: string, content: string) =>
  `${type}${le32(content.length)}${content}${content.length % 2 ? '\0' : ''}`;

/** Exif with an artist beside which side is up. */
function exif(orientation: number): string {
  const entries = [
    `\x01\x12\x00\x03\x00\x00\x00\x01${String.fromCharCode(0, orientation)}\0\0`,
    `\x01\x3b\x00\x02${u32(WHO.length)}${u32(38)}`,
  ];
  return `MM\0*\0\0\0\x08\0\x02${entries.join('')}\0\0\0\0${WHO}`;
}

describe('pictures', () => {
  /** The picture with something beside it, after its first `head` bytes. */
  const jpegWith = (beside: string, after = '') =>
    joined(JPEG_WHOLE.subarray(0, 20), beside, JPEG_WHOLE.subarray(20), after);

  test('a JPEG picture is the picture alone, whatever is said beside it and wherever', async () => {
    const marker = fc.constantFrom('\xe1', '\xe2', '\xed', '\xee', '\xef', '\xfe');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(marker, fc.string({ maxLength: 40 })), { maxLength: 6 }), async (said) => {
        const beside = said.map(([kind, text]) => segment(kind, `${WHO}${text.replace(/[^ -~]/g, '')}`)).join('');
        const cleaned = await cleanEvidence(jpegWith(beside, WHO), 'image/jpeg');
        expect(latin(cleaned)).toBe(latin(JPEG_WHOLE));
      }),
    );
  });

  test('it stays the right way up, and nothing else of its Exif is kept', async () => {
    const beside = segment('\xe1', `Exif\0\0${exif(6)}`);
    const cleaned = await cleanEvidence(jpegWith(beside), 'image/jpeg');
    expectUnnamed(cleaned);
    expect(latin(cleaned)).toContain('\x01\x12\0\x03\0\0\0\x01\0\x06');
    expect(latin(await cleanEvidence(cleaned, 'image/jpeg'))).toBe(latin(cleaned));
  });

  test('a PNG picture is the picture alone', async () => {
    const chunk = fc.constantFrom('tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'iCCP', 'prVt');
    const end = PNG.length - 12;
    await fc.assert(
      fc.asyncProperty(fc.array(chunk, { maxLength: 5 }), fc.boolean(), async (types, early) => {
        const at = early ? 33 : end;
        const said = types.map((type) => pngChunk(type, `Author\0${WHO}`)).join('');
        const cleaned = await cleanEvidence(joined(PNG.subarray(0, at), said, PNG.subarray(at), WHO), 'image/png');
        expect(latin(cleaned)).toBe(latin(PNG));
      }),
    );
  });

  test('a WebP picture, still or moving, is the picture alone and the right way up', async () => {
    const dot = riff('VP8L', '\x2f\0\0\0\0\x07\x10\x11\x11\x88\x88\xfe\x07');
    const frame = riff('ANMF', `${'\0'.repeat(16)}${dot}${riff('XTRA', WHO)}`);
    const said = riff('ICCP', WHO) + riff('EXIF', exif(3)) + riff('XMP ', WHO) + riff('ODD!', WHO);
    const file = riff('RIFF', `WEBP${riff('VP8X', `\x2e${'\0'.repeat(9)}`)}${frame}${said}`);
    const cleaned = await cleanEvidence(bytes(file + WHO), 'image/webp');
    expectUnnamed(cleaned);
    expect(latin(cleaned)).toContain(dot);
    expect(latin(cleaned)).toContain(riff('VP8X', `\x0a${'\0'.repeat(9)}`));
    expect(latin(await cleanEvidence(cleaned, 'image/webp'))).toBe(latin(cleaned));
  });

  test('one that is cut off, or is none, is refused with a sentence', async () => {
    const whole = [
      [JPEG_WHOLE, 'image/jpeg'],
      [PNG, 'image/png'],
    ] as const;
    for (const [file, mediaType] of whole) {
      for (let n = 12; n < file.length - 1; n++) {
        expect(await refusal(file.subarray(0, n), mediaType)).toMatch(/damaged or cut off; open it, save it again/);
      }
      expect(await refusal(bytes(WHO), mediaType)).toMatch(/whatever its name says/);
    }
    expect(await refusal(PNG, 'image/jpeg')).toBe(
      'The file is no JPEG picture, whatever its name says; send it under its own format.',
    );
  });
});

describe('PDF files', () => {
  async function made(change: (pdf: PDFDocument) => unknown = () => undefined): Promise<Uint8Array> {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage([200, 200]);
    page.drawText('Why valves stick', { x: 10, y: 100 });
    pdf.setTitle(WHO);
    pdf.setAuthor(WHO);
    pdf.setProducer(WHO);
    const { context, catalog } = pdf;
    const xmp = () => context.register(context.stream(`<x:xmpmeta><dc:creator>${WHO}</dc:creator></x:xmpmeta>`));
    catalog.set(PDFName.of('Metadata'), xmp());
    page.node.set(PDFName.of('Metadata'), xmp());
    page.node.set(PDFName.of('PieceInfo'), context.obj({ Word: { LastModified: PDFString.of(WHO) } }));
    catalog.set(PDFName.of('OpenAction'), context.obj({ S: 'Launch', F: PDFString.of(`C:/Users/${WHO}/a.exe`) }));
    const remark = {
      ...{ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 9, 9], T: PDFString.of(WHO), M: PDFString.of('D:2026') },
      ...{ NM: PDFString.of(WHO), Contents: PDFString.of('See page 2') },
    };
    const link = {
      ...{ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9] },
      A: { S: 'GoToR', F: PDFString.of(`/home/${WHO}/thesis.pdf`) },
    };
    const field = {
      ...{ Type: 'Annot', Subtype: 'Widget', Rect: [0, 0, 0, 0], FT: 'Sig', T: PDFString.of('Signature1') },
      V: { Type: 'Sig', Name: PDFHexString.fromText(WHO), Contents: PDFHexString.of(Buffer.from(WHO).toString('hex')) },
    };
    const annots = [remark, link, field].map((of) => context.register(context.obj(of as never)));
    page.node.set(PDFName.of('Annots'), context.obj(annots));
    catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [annots[2]!], SigFlags: 3 }));
    const picture = joined(JPEG_WHOLE.subarray(0, 20), segment('\xe1', `Exif\0\0${exif(1)}`), JPEG_WHOLE.subarray(20));
    page.drawImage(await pdf.embedJpg(picture), { x: 0, y: 0 });
    // What nothing points to any more, as former versions leave it.
    context.register(PDFString.of(WHO));
    context.trailerInfo.ID = context.obj([PDFString.of(WHO), PDFString.of(WHO)]);
    await change(pdf);
    return pdf.save({ useObjectStreams: false });
  }

  /** All that a file says: its bytes, and what its streams unfold to. */
  async function expectUnnamedPdf(file: Uint8Array): Promise<PDFDocument> {
    expectUnnamed(file);
    const pdf = await PDFDocument.load(file, { updateMetadata: false });
    for (const [, object] of pdf.context.enumerateIndirectObjects()) {
      const said =
        object instanceof PDFRawStream ? `${object.dict}${latin(unfolded(object.getContents()))}` : `${object}`;
      expect(said.includes(WHO) || said.includes(Buffer.from(WHO, 'utf16le').swap16().toString('hex'))).toBe(false);
    }
    return pdf;
  }

  function unfolded(stream: Uint8Array): Uint8Array {
    try {
      return inflateSync(stream);
    } catch {
      return stream;
    }
  }

  test('lose properties, XMP, authors of remarks, signatures, former versions, and keep their pages', async () => {
    const before = await made();
    expect(latin(before)).toContain(WHO);
    const pdf = await expectUnnamedPdf(await cleanEvidence(before, 'application/pdf'));
    expect(pdf.getPageCount()).toBe(1);
    const { node } = pdf.getPage(0);
    const [remark, , field] = node
      .Annots()!
      .asArray()
      .map((ref) => pdf.context.lookup(ref, PDFDict));
    expect(`${remark!.get(PDFName.of('Contents'))}`).toBe('(See page 2)');
    expect(`${field!.get(PDFName.of('T'))}`).toBe('(field-1)');
    const contents = node.Contents();
    const streams =
      contents instanceof PDFArray ? contents.asArray().map((ref) => pdf.context.lookup(ref)) : [contents];
    const drawn = streams.map((s) => latin(unfolded((s as PDFRawStream).getContents()))).join('');
    expect(drawn).toContain(Buffer.from('Why valves stick').toString('hex').toUpperCase());
  });

  test('lead nowhere on a machine, run nothing, and hold pictures that are clean however they are packed', async () => {
    const before = await made((made) => {
      const { context, catalog } = made;
      const exposed = joined(
        JPEG_WHOLE.subarray(0, 20),
        segment('\xe1', `Exif\0\0${exif(1)}`),
        JPEG_WHOLE.subarray(20),
      );
      const picture = (packed: Uint8Array, filters: string[]) =>
        context.register(
          PDFRawStream.of(context.obj({ Subtype: 'Image', Width: 1, Height: 1, Filter: filters, OPI: [WHO] }), packed),
        );
      const path = PDFString.of(`file:///C:/Users/${WHO}/outline.docx`);
      const script = { S: 'JavaScript', JS: PDFString.of(`app.alert("${WHO}")`) };
      const link = (action: object) => context.obj({ Subtype: 'Link', Rect: [0, 0, 9, 9], A: action } as never);
      const shown = {
        pictures: [
          picture(deflateSync(exposed), ['FlateDecode', 'DCTDecode']),
          picture(bytes(`${Buffer.from(exposed).toString('hex')}>`), ['ASCIIHexDecode', 'DCTDecode']),
        ],
        links: [
          link({ S: 'URI', URI: path }),
          link({ S: 'URI', URI: PDFString.of('https://example.com/a'), Next: script }),
          link({ S: 'GoTo', D: [0], Next: [{ S: 'Launch', F: path }] }),
        ],
        figure: { Alt: PDFHexString.fromText(`C:\\Users\\${WHO}\\valve.png`) },
      };
      made
        .getPage(0)
        .node.Resources()!
        .set(PDFName.of('Shown'), context.obj(shown as never));
      catalog.set(PDFName.of('URI'), context.obj({ Base: path }));
    });
    const pdf = await expectUnnamedPdf(await cleanEvidence(before, 'application/pdf'));
    const shown = pdf.getPage(0).node.Resources()!.lookup(PDFName.of('Shown'), PDFDict);
    const pictures = shown.lookup(PDFName.of('pictures'), PDFArray).asArray();
    for (const ref of pictures) {
      const picture = pdf.context.lookup(ref) as PDFRawStream;
      expect([`${picture.dict.get(PDFName.of('Filter'))}`, latin(picture.getContents())]).toEqual([
        '/DCTDecode',
        latin(JPEG_WHOLE),
      ]);
    }
    expect(`${shown}`).toContain('https://example.com/a');
    expect(`${shown}`).not.toMatch(/JavaScript|Launch/);
  });

  test('that unfold to far more than they are, are refused before they take the memory of everybody', async () => {
    const holding = (packed: Uint8Array, filters: string, times: number) => {
      const head = `<</Type/ObjStm/N 1/First 4/Filter[${filters}]/Length ${packed.length}>>stream\n`;
      const one = (n: number) => joined(`${n} 0 obj ${head}`, packed, '\nendstream endobj\n');
      return joined(
        '%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj\n',
        ...Array.from({ length: times }, (_, n) => one(n + 3)),
        'trailer <</Root 1 0 R>>\n%%EOF\n',
      );
    };
    const large = holding(deflateSync(Buffer.alloc(130 * 1_048_576)), '/FlateDecode', 1);
    // Each of them is within the bound, all of them are not.
    const many = holding(deflateSync(deflateSync(Buffer.alloc(60 * 1_048_576))), '/FlateDecode/FlateDecode', 3);
    for (const file of [large, many]) {
      expect(file.length).toBeLessThan(200_000);
      expect(await refusal(file, 'application/pdf')).toMatch(/too large when it is unpacked; divide it/);
    }
    expect(await refusal(await made(), 'application/pdf')).toBe('taken');
  });

  test('also where they were written in parts, one over the other', async () => {
    const first = await made();
    const pdf = await PDFDocument.load(first, { forIncrementalUpdate: true });
    pdf.addPage([100, 100]);
    const second = await pdf.save();
    const cleaned = await expectUnnamedPdf(await cleanEvidence(second, 'application/pdf'));
    expect(cleaned.getPageCount()).toBe(2);
  });

  test('lead nowhere but within themselves and to the web, and do nothing, whatever else is hung on to a link', async () => {
    const hung = { S: 'Launch', F: PDFString.of(`/home/${WHO}/a.exe`) };
    const script = { S: 'JavaScript', JS: PDFString.of(`app.alert("${WHO}")`) };
    const file = await made((pdf) => {
      const { context, catalog } = pdf;
      const link = (action: object) =>
        context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: action } as never));
      const home = { S: 'GoTo', D: PDFString.of('top') };
      const links = [link({ ...home, Next: hung }), link({ ...home, Next: [script] }), link(script), link(home)];
      pdf.getPage(0).node.set(PDFName.of('Annots'), context.obj(links));
      catalog.set(PDFName.of('Names'), context.obj({ JavaScript: { Names: [PDFString.of('a'), script] } } as never));
    });
    const pdf = await expectUnnamedPdf(await cleanEvidence(file, 'application/pdf'));
    const said = pdf.context.enumerateIndirectObjects().map(([, object]) => `${object}`);
    expect(said.filter((text) => /JavaScript|Launch|\/Next/.test(text))).toEqual([]);
    expect(said.filter((text) => text.includes('/GoTo'))).toHaveLength(3);
  });

  test('the same file gives the same bytes', async () => {
    const file = await made();
    const [one, other] = [await cleanEvidence(file, 'application/pdf'), await cleanEvidence(file, 'application/pdf')];
    expect(latin(one)).toBe(latin(other));
  });

  test('that hold other files, are protected, or are none, are refused with a sentence', async () => {
    const attached = await made((pdf) => pdf.attach(bytes(WHO), 'cv.txt', { mimeType: 'text/plain' }));
    expect(await refusal(attached, 'application/pdf')).toBe(
      'The PDF holds other files; take them out, or print it to a new PDF.',
    );
    const locked = await PDFDocument.create();
    locked.addPage();
    locked.encrypt({ userPassword: 'x', ownerPassword: 'y' });
    expect(await refusal(await locked.save(), 'application/pdf')).toMatch(/protected; save or print it without/);
    expect(await refusal(bytes('%PDF-1.7 nothing'), 'application/pdf')).toMatch(/cannot be read; open it, print it/);
    expect(await refusal(PNG, 'application/pdf')).toMatch(/is no PDF, whatever its name says/);
    const form = await made((pdf) => pdf.catalog.set(PDFName.of('NeedsRendering'), pdf.context.obj(true)));
    expect(await refusal(form, 'application/pdf')).toMatch(/only some programs show; print it/);
  });
});

describe('documents of office programs', () => {
  const RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">';
  const relation = (id: number, type: string, target: string, more = '') =>
    `<Relationship Id="rId${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${more}/>`;
  const PICTURE = joined(PNG.subarray(0, 33), pngChunk('tEXt', `Author\0${WHO}`), PNG.subarray(33));

  /** What every kind of document has that tells who made it. */
  const common = (first: string): Record<string, Uint8Array> => ({
    '[Content_Types].xml': strToU8(
      `<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/customXml/item1.xml" ContentType="application/xml"/><Override PartName="/${first}" ContentType="application/xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${RELATIONS}${relation(1, 'officeDocument', first)}${relation(2, 'metadata/core-properties', 'docProps/core.xml')}${relation(3, 'thumbnail', 'docProps/thumbnail.jpeg')}</Relationships>`,
    ),
    'docProps/core.xml': strToU8(`<cp:coreProperties><dc:creator>${WHO}</dc:creator></cp:coreProperties>`),
    'docProps/app.xml': strToU8(`<Properties><Company>${WHO}</Company><Manager>${WHO}</Manager></Properties>`),
    'docProps/custom.xml': strToU8(`<Properties><property name="owner">${WHO}</property></Properties>`),
    'docProps/thumbnail.jpeg': joined(JPEG_WHOLE.subarray(0, 20), segment('\xfe', WHO), JPEG_WHOLE.subarray(20)),
    'customXml/item1.xml': strToU8(`<p:properties><Author>${WHO}</Author></p:properties>`),
  });

  const DOCUMENT = {
    ...common('word/document.xml'),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><!-- ${WHO} --><w:document><w:body w:rsidR="00A1B2C3"><w:ins w:id="1" w:author="${WHO}" w:date="2026-01-01T00:00:00Z"><w:r w:rsidRPr='00A1B2C3'><w:t xml:space="preserve">Why valves stick, by author="me" &gt; all</w:t></w:r></w:ins><w:del w:author='${WHO}'/></w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `${RELATIONS}${relation(1, 'people', 'people.xml')}${relation(2, 'customXml', '../customXml/item1.xml')}${relation(3, 'image', 'media/image1.png')}${relation(4, 'hyperlink', `file:///C:/Users/${WHO}/a.docx`, ' TargetMode="External"')}${relation(5, 'hyperlink', 'https://example.com/a', ' TargetMode="External"')}</Relationships>`,
    ),
    'word/comments.xml': strToU8(
      `<w:comments><w:comment w:id="0" w:author="${WHO}" w:initials="${WHO}"><w:p>Shorter.</w:p></w:comment></w:comments>`,
    ),
    'word/people.xml': strToU8(
      `<w15:people><w15:person w15:author="${WHO}"><w15:presenceInfo w15:providerId="AD" w15:userId="${WHO}"/></w15:person></w15:people>`,
    ),
    'word/settings.xml': strToU8(
      `<w:settings><w:attachedTemplate r:id="rId1"/><w:rsids><w:rsidRoot w:val="00A1B2C3"/></w:rsids><w:docVars><w:docVar w:name="who" w:val="${WHO}"/></w:docVars><w:zoom w:percent="100"/></w:settings>`,
    ),
    'word/media/image1.png': PICTURE,
  };

  function expectUnnamedParts(file: Uint8Array): Record<string, string> {
    expectUnnamed(file);
    const parts = Object.entries(unzipSync(file)).map(([name, part]) => [name, Buffer.from(part).toString('utf8')]);
    expect(parts.filter(([name, part]) => `${name}${part}`.includes(WHO)).map(([name]) => name)).toEqual([]);
    return Object.fromEntries(parts);
  }

  test('a DOCX loses properties, authors, people, paths and pictures’ texts, and keeps what it says', async () => {
    const parts = expectUnnamedParts(await cleanEvidence(zipSync(DOCUMENT), DOCX));
    expect(parts['word/document.xml']).toContain('Why valves stick, by author="me" &gt; all</w:t>');
    expect(parts['word/document.xml']).not.toContain('00A1B2C3');
    expect(parts['word/comments.xml']).toContain('w:author="Author" w:initials="A"><w:p>Shorter.</w:p>');
    expect(parts['word/settings.xml']).toBe('<w:settings><w:zoom w:percent="100"/></w:settings>');
    const relations = parts['word/_rels/document.xml.rels']!;
    expect([...relations.matchAll(/Target="([^"]*)"/g)].map(([, target]) => target)).toEqual([
      'media/image1.png',
      'about:blank',
      'https://example.com/a',
    ]);
    // Whatever is pointed to is there.
    expect(parts['_rels/.rels']).not.toContain('thumbnail');
    expect(parts['[Content_Types].xml']).not.toContain('customXml');
    expect(Object.keys(parts)).toContain('docProps/core.xml');
    expect(parts['word/media/image1.png']).toBe(Buffer.from(PNG).toString('utf8'));
  });

  test('a workbook is read as before, without whoever has commented, refreshed or saved it', async () => {
    const rows = [
      ['part', 'hours'],
      ['valve', 3],
    ].map((row) => row.map((value) => ({ value }))) as never;
    const plain = unzipSync(await writeExcelFile(rows).toBuffer());
    const book = Buffer.from(plain['xl/workbook.xml']!).toString('utf8');
    const file = zipSync({
      ...plain,
      'docProps/core.xml': strToU8(`<cp:coreProperties><dc:creator>${WHO}</dc:creator></cp:coreProperties>`),
      'xl/workbook.xml': strToU8(
        book.replace(
          '</workbook>',
          `<fileSharing userName="${WHO}"/><x15ac:absPath url="C:\\Users\\${WHO}\\" /></workbook>`,
        ),
      ),
      'xl/comments1.xml': strToU8(
        `<comments><authors><author>${WHO}</author></authors><comment authorId="0"><r><t>${WHO}:</t></r><r><t>Three?</t></r></comment></comments>`,
      ),
      'xl/persons/person.xml': strToU8(
        `<personList><person displayName="${WHO}" id="{1}" userId="${WHO}" providerId="AD"/></personList>`,
      ),
      'xl/tables/table1.xml': strToU8('<table displayName="Table1" name="Table1"/>'),
      'xl/pivotCache/pivotCacheDefinition1.xml': strToU8(`<pivotCacheDefinition refreshedBy="${WHO}"/>`),
      'xl/connections.xml': strToU8(`<connections><connection name="x" sourceFile="C:\\${WHO}"/></connections>`),
      'xl/printerSettings/printerSettings1.bin': bytes(WHO),
    });
    const cleaned = await cleanEvidence(file, XLSX);
    const parts = expectUnnamedParts(cleaned);
    expect(parts['xl/comments1.xml']).toContain('<t>Author:</t></r><r><t>Three?</t>');
    expect(parts['xl/tables/table1.xml']).toContain('displayName="Table1"');
    expect(await readSheet(Buffer.from(cleaned))).toEqual([
      ['part', 'hours'],
      ['valve', 3],
    ]);
    expect(latin(await cleanEvidence(cleaned, XLSX))).toBe(latin(cleaned));
  });

  test('a part is known by what it says, under whatever name it stands', async () => {
    const core = strToU8(
      `<?xml version="1.0"?><!-- <x> --><cp:coreProperties><dc:creator>${WHO}</dc:creator></cp:coreProperties>`,
    );
    const properties = strToU8(`<Properties><Company>${WHO}</Company></Properties>`);
    const document = await cleanEvidence(
      zipSync({ ...DOCUMENT, 'docProps/core1.xml': core, 'package/app.xml': properties }),
      DOCX,
    );
    expect(expectUnnamedParts(document)['docProps/core1.xml']).toContain('<cp:coreProperties');
    const book = { ...common('xl/workbook.xml'), 'xl/workbook.xml': strToU8('<workbook/>') };
    const said = `<comments><authors><author>${WHO}</author></authors><comment authorId="0"><t>${WHO}:</t><t>Three?</t></comment></comments>`;
    const people = strToU8(`<personList><person displayName="${WHO}"/></personList>`);
    // As openpyxl names them.
    const named = { ...book, 'xl/comments/comment1.xml': strToU8(said), 'xl/people.xml': people };
    expect(expectUnnamedParts(await cleanEvidence(zipSync(named), XLSX))['xl/comments/comment1.xml']).toContain(
      'Three?',
    );
    const slides = { ...common('ppt/presentation.xml'), 'ppt/presentation.xml': strToU8('<p:presentation/>') };
    const authors = strToU8(`<p:cmAuthorLst><p:cmAuthor name="${WHO}"/></p:cmAuthorLst>`);
    expectUnnamedParts(await cleanEvidence(zipSync({ ...slides, 'ppt/commentAuthors1.xml': authors }), PPTX));
  });

  test('of very many who have commented each is taken out whole, also where one name begins like another', async () => {
    const names = ['Al', ...Array.from({ length: 40_000 }, (_, n) => `Alice ${n}`), 'A'.repeat(300)];
    const xml = (tag: string, end: string) => names.map((name) => `<${tag}>${name}${end}</${tag}>`).join('');
    const book = { ...common('xl/workbook.xml'), 'xl/workbook.xml': strToU8('<workbook/>') };
    const said = strToU8(
      `<comments><authors>${xml('author', '')}</authors>${xml('t', ':')}<t>An answer</t></comments>`,
    );
    const cleaned = unzipSync(await cleanEvidence(zipSync({ ...book, 'xl/comments1.xml': said }), XLSX));
    expect(new Set(strFromU8(cleaned['xl/comments1.xml']!).match(/<t>[^<]*/g))).toEqual(
      new Set(['<t>Author:', '<t>Author', '<t>An answer']),
    );
  });

  test('paths on a machine are taken out wherever they stand, and what is said of a picture stays', async () => {
    const path = `C:\\Users\\${WHO}\\valve.png`;
    const text = `<w:document><wp:docPr name="Picture 1" descr="${path}"/><v:imagedata o:href="file:///${WHO}" src='\\\\${WHO}\\a'/><wp:docPr descr="A valve, see C:\\valves"/><w:instrText xml:space="preserve"> INCLUDEPICTURE "${path}" \\* MERGEFORMAT </w:instrText><w:fldSimple w:instr=' LINK "${path}" '/><w:instrText> HYPERLINK "https://example.com/" </w:instrText></w:document>`;
    const file = zipSync({ ...DOCUMENT, 'word/document.xml': strToU8(text) });
    const parts = expectUnnamedParts(await cleanEvidence(file, DOCX));
    expect(parts['word/document.xml']).toContain('descr="A valve, see C:\\valves"');
    expect(parts['word/document.xml']).toContain(' INCLUDEPICTURE "about:blank" \\* MERGEFORMAT ');
    expect(parts['word/document.xml']).toContain(' HYPERLINK "https://example.com/" ');
  });

  test('a presentation keeps the figures of its charts, cleaned like the rest', async () => {
    const inside = zipSync({ ...common('xl/workbook.xml'), 'xl/workbook.xml': strToU8('<workbook/>') });
    const file = zipSync({
      ...common('ppt/presentation.xml'),
      'ppt/presentation.xml': strToU8('<p:presentation/>'),
      'ppt/commentAuthors.xml': strToU8(
        `<p:cmAuthorLst><p:cmAuthor id="1" name="${WHO}" initials="${WHO}"/></p:cmAuthorLst>`,
      ),
      'ppt/authors.xml': strToU8(
        `<p188:authorLst><p188:author id="{1}" name="${WHO}" initials="Z" userId="${WHO}" providerId="AD"/></p188:authorLst>`,
      ),
      'ppt/changesInfos/changesInfo1.xml': strToU8(`<pc:chgData name="${WHO}"/>`),
      'ppt/embeddings/Microsoft_Excel_Sheet.xlsx': inside,
      'ppt/media/image1.gif': joined(GIF.subarray(0, -1), `\x21\xfe${String.fromCharCode(WHO.length)}${WHO}\0\x3b`),
    });
    const cleaned = await cleanEvidence(file, PPTX);
    expectUnnamedParts(cleaned);
    const { 'ppt/embeddings/Microsoft_Excel_Sheet.xlsx': sheet, 'ppt/media/image1.gif': gif } = unzipSync(cleaned);
    expectUnnamedParts(sheet!);
    expect(latin(gif!)).toBe(latin(GIF));
  });

  test('what cannot be cleaned is refused with a sentence that says how to mend it', async () => {
    const document = { '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w:document/>') };
    const withPart = (name: string, part: Uint8Array | string) =>
      refusal(zipSync({ ...document, [name]: typeof part === 'string' ? strToU8(part) : part }), DOCX);
    expect(await withPart('word/embeddings/oleObject1.bin', WHO)).toMatch(/holds other files; take them out/);
    expect(await withPart('word/vbaProject.bin', WHO)).toMatch(/holds macros; save it without them/);
    expect(await withPart('_xmlsignatures/sig1.xml', WHO)).toMatch(/is signed, by a name; save a copy/);
    expect(await withPart('word/media/video1.mp4', WHO)).toMatch(/\(\.mp4\) that cannot be cleaned.*save it as PDF/);
    expect(await withPart('word/styles.xml', bytes('\xff\xfe<\0'))).toMatch(/not in UTF-8; open it, save it again/);
    expect(await withPart('word/styles.xml', '<!-- never ends')).toMatch(/damaged or cut off/);
    expect(await withPart('word/styles.xml', '<w:rsids><w:rsid/>')).toMatch(/damaged or cut off/);
    expect(await refusal(zipSync(document), XLSX)).toMatch(/is no XLSX document, whatever its name says/);
    expect(await refusal(bytes('\xd0\xcf\x11\xe0rest'), DOCX)).toMatch(/protected, or in a format of before 2007/);
    expect(await refusal(bytes('PK\x03\x04'), DOCX)).toMatch(/cannot be unpacked; open it, save it again/);
    const many = Object.fromEntries(Array.from({ length: 5_001 }, (_, n) => [`word/${n}.xml`, new Uint8Array()]));
    expect(await refusal(zipSync({ ...document, ...many }), DOCX)).toMatch(/too large when it is unpacked/);
  });
});

test('of whatever is sent, something is kept or a sentence is said', async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  const document = { '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w:document a="b"/>') };
  const files: [Uint8Array, string][] = [
    [await pdf.save({ useObjectStreams: false }), 'application/pdf'],
    [await pdf.save(), 'application/pdf'],
    [zipSync(document), DOCX],
    [JPEG_WHOLE, 'image/jpeg'],
    [PNG, 'image/png'],
    [bytes(riff('RIFF', `WEBP${riff('VP8X', '\0'.repeat(10))}${riff('EXIF', exif(3))}`)), 'image/webp'],
  ];
  const spot = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255), cut: fc.nat(40) });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), fc.array(spot, { minLength: 1, maxLength: 6 }), async (file, spots) => {
      const [whole, mediaType] = file;
      let spoilt = Buffer.from(whole);
      for (const { at, byte, cut } of spots) {
        const place = Math.floor(at * spoilt.length);
        const rest =
          cut > 35 ? spoilt.subarray(place + cut) : Buffer.concat([Buffer.of(byte), spoilt.subarray(place + 1)]);
        spoilt = Buffer.concat([spoilt.subarray(0, place), rest]);
      }
      expect(await refusal(spoilt, mediaType)).toMatch(/^taken$|[;,] .*\.$|take them out|save it/);
    }),
    { numRuns: 400 },
  );
});

test('texts are kept as they are, unless they are something else', async () => {
  const text = Uint8Array.from(Buffer.from('为什么阀门会卡住, why valves stick\n', 'utf8'));
  expect(await cleanEvidence(text, 'text/plain')).toEqual(text);
  for (const other of [PNG, JPEG_WHOLE, bytes('%PDF-1.7'), bytes('PK\x03\x04'), bytes('a\0b')]) {
    expect(await refusal(other, 'text/markdown')).toMatch(/is no text, whatever its name says/);
  }
});

test('a kind that is not taken is refused with what to save it as', () => {
  expect(faultOfKind('application/msword')).toMatch(/save it as DOCX, XLSX, PPTX or PDF/);
  expect(faultOfKind('image/svg+xml')).toMatch(/^Evidence must be a PDF/);
  for (const taken of ['application/pdf', 'image/webp', 'text/csv', DOCX, XLSX, PPTX])
    expect(faultOfKind(taken)).toBeNull();
});
