import { deflateSync, inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, test } from '@jest/globals';
import { cleanEvidence } from '../../files/evidence/evidence.ts';
import {
  bytes,
  exif,
  expectUnnamed,
  JPEG_WHOLE,
  joined,
  latin,
  PNG,
  refusal,
  segment,
  WHO,
} from './evidence-samples.ts';

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
