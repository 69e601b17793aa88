import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { cleanEvidence } from '../../files/evidence/evidence.ts';
import { docx } from './evidence-places/docx.ts';
import { Marks, type Media } from './evidence-places/marks.ts';
import { pdf } from './evidence-places/pdf.ts';
import { pptx } from './evidence-places/pptx.ts';
import { xlsx } from './evidence-places/xlsx.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const dot = (base64: string) => Buffer.from(base64, 'base64');
const JPEG = dot(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
);
const PNG = dot('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==');
const GIF = dot('R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==');
const latin = (text: string) => Buffer.from(text, 'latin1');
const joined = (...parts: Uint8Array[]) => Uint8Array.from(Buffer.concat(parts));

function little(size: number, ...values: readonly [at: number, bytes: number, value: number][]): Buffer {
  const made = Buffer.alloc(size);
  for (const [at, bytes, value] of values) made.writeUIntLE(value, at, bytes);
  return made;
}

const media: Media = {
  jpeg: (name) => {
    const said = latin(`Exif\0\0MM\0*\0\0\0\x08\0\0${name}`);
    const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, said.length + 2]), said]);
    const whole = JPEG.subarray(-2).toString('hex') === 'ffd9' ? JPEG : joined(JPEG, Buffer.from([0xff, 0xd9]));
    return joined(whole.subarray(0, 20), segment, whole.subarray(20));
  },
  png: (name) => {
    const said = latin(`\0\0\0\0tEXtAuthor\0${name}CRC!`);
    said.writeUInt32BE(said.length - 12);
    return joined(PNG.subarray(0, 33), said, PNG.subarray(33));
  },
  gif: (name) => joined(GIF.subarray(0, -1), latin(`\x21\xfe${String.fromCharCode(name.length)}${name}\0\x3b`)),
  emf: (name) => {
    const [title, note] = [Buffer.from(name, 'utf16le'), latin(name.padEnd(40))];
    const head = little(108 + title.length, [0, 4, 1], [4, 4, 108 + title.length], [60, 4, name.length], [64, 4, 108]);
    head.write(' EMF', 40, 'latin1');
    title.copy(head, 108);
    const comment = little(12, [0, 4, 70], [4, 4, 12 + note.length], [8, 4, note.length]);
    return joined(head, comment, note, little(20, [0, 4, 14], [4, 4, 20]), note);
  },
  wmf: (name) => {
    const note = latin(name.padEnd(name.length + (name.length % 2)));
    const noted = little(10, [0, 4, (10 + note.length) / 2], [4, 2, 0x0626], [6, 2, 15], [8, 2, note.length]);
    return joined(little(18, [0, 2, 1], [2, 2, 9]), noted, note, little(6, [0, 4, 3]), note);
  },
  bmp: (name) =>
    joined(
      little(58, [0, 2, 0x4d42], [10, 4, 54], [14, 4, 40], [18, 4, 1], [22, 4, 1], [26, 2, 1], [28, 2, 24]),
      latin(name),
    ),
};

/** All bytes of an archive as they come out, those of archives inside it as well, and how its parts are called. */
function unpacked(file: Uint8Array): Buffer {
  const parts = Object.entries(unzipSync(file)).map(([name, part]) =>
    Buffer.concat([latin(`${name}\n`), part[0] === 0x50 && part[1] === 0x4b ? unpacked(part) : part, latin('\n')]),
  );
  return Buffer.concat([file, ...parts]);
}

describe.each([
  ['DOCX', `${OFFICE}wordprocessingml.document`, docx],
  ['XLSX', `${OFFICE}spreadsheetml.sheet`, xlsx],
  ['PPTX', `${OFFICE}presentationml.presentation`, pptx],
] as const)('a %s', (_, mediaType, make) => {
  test('with a name wherever the format has a place for one says none of them when it is cleaned', async () => {
    const marks = new Marks();
    const file = make(marks, media);
    expect(marks.foundIn(unpacked(file))).toEqual(marks.all);
    const cleaned = await cleanEvidence(file, mediaType);
    expect(marks.foundIn(unpacked(cleaned))).toEqual([]);
    // Nothing is pointed to that is not there.
    const parts = unzipSync(cleaned);
    const dangling = Object.entries(parts).flatMap(([name, part]) => {
      if (!name.endsWith('.rels')) return [];
      const from = `/${name.replace(/_rels\/[^/]*$/, '')}`;
      return [...strFromU8(part).matchAll(/Target="([^"]*)"(?! TargetMode)/g)]
        .map(([, target]) => new URL(target!, `file://${from}`).pathname.slice(1))
        .filter((target) => !(target in parts));
    });
    expect(dangling).toEqual([]);
    expect(unpacked(await cleanEvidence(cleaned, mediaType)).equals(unpacked(cleaned))).toBe(true);
  });
});

test('what a document says stays: texts, remarks, pictures, formulas', async () => {
  const cleaned = async (make: typeof docx, kind: string) =>
    unzipSync(await cleanEvidence(make(new Marks(), media), `${OFFICE}${kind}`));
  const word = await cleaned(docx, 'wordprocessingml.document');
  const said = strFromU8(word['word/document.xml']!);
  expect(said).toContain('<w:t>Why valves stick</w:t>');
  expect(said).toContain(' INCLUDEPICTURE ');
  expect(strFromU8(word['word/comments.xml']!)).toContain('<w:p>Shorter.</w:p>');
  expect(strFromU8(word['word/charts/chart1.xml']!)).toContain("<c:f>'[0]Sheet1'!$A$1</c:f><c:f>Sheet1!$A$2</c:f>");
  const drawings = Object.keys(word).filter((name) => name.startsWith('word/media/'));
  expect(drawings.map((name) => name.replace(/.*\./, '')).sort()).toEqual(['bmp', 'emf', 'gif', 'jpeg', 'png', 'wmf']);
  const book = await cleaned(xlsx, 'spreadsheetml.sheet');
  expect(strFromU8(book['xl/workbook.xml']!)).toContain('name="Rate"');
  expect(strFromU8(book['xl/metadata.xml']!)).toContain('<metadataTypes count="1"/>');
  const slides = await cleaned(pptx, 'presentationml.presentation');
  expect(strFromU8(slides['ppt/slides/slide1.xml']!)).toContain('<a:t>Why valves stick</a:t>');
});

describe('a PDF', () => {
  const inflated = (stream: Uint8Array) => {
    try {
      return inflateSync(stream);
    } catch {
      return stream;
    }
  };
  async function saidBy(file: Uint8Array): Promise<Buffer> {
    const read = await PDFDocument.load(file, { updateMetadata: false });
    const objects = read.context.enumerateIndirectObjects().map(([, object]) => {
      const said = latin(`${object}\n`);
      return object instanceof PDFRawStream ? Buffer.concat([said, inflated(object.getContents())]) : said;
    });
    return Buffer.concat([file, ...objects, latin(`${read.context.trailerInfo.ID}`)]);
  }

  test('with a name wherever the format has a place for one says none of them when it is cleaned', async () => {
    const marks = new Marks();
    const file = await pdf(marks, media);
    expect(marks.foundIn(await saidBy(file))).toEqual(marks.all);
    const cleaned = await cleanEvidence(file, 'application/pdf');
    expect(marks.foundIn(await saidBy(cleaned))).toEqual([]);
    expect(marks.foundIn(await saidBy(await cleanEvidence(cleaned, 'application/pdf')))).toEqual([]);
  });

  test('keeps what shows its pictures and letters', async () => {
    const cleaned = await cleanEvidence(await pdf(new Marks(), media), 'application/pdf');
    const said = (await saidBy(cleaned)).toString('latin1');
    // The code of a picture with its colour, dots of a scan and what several share, and the letters of both fonts.
    expect(said).toContain('\x01\xff\x93\x01\x02\x03\xff\xd9');
    for (const kept of ['colr', 'dots of a page', 'valve']) expect(said).toContain(kept);
    expect(said).not.toMatch(/rreq|asoc|lbl |Zhan/);
  });

  test('keeps pages, remarks, links within it and to the web, and colours', async () => {
    const cleaned = await PDFDocument.load(await cleanEvidence(await pdf(new Marks(), media), 'application/pdf'));
    const { node } = cleaned.getPage(0);
    const remarks = node
      .Annots()!
      .asArray()
      .map((ref) => cleaned.context.lookup(ref as PDFRef, PDFDict));
    expect(remarks.map((remark) => `${remark.get(PDFName.of('Contents'))}`)).toEqual(
      Array(remarks.length).fill('(See page 2)'),
    );
    const actions = remarks.flatMap((remark) => remark.lookupMaybe(PDFName.of('A'), PDFDict) ?? []);
    expect(actions.map((action) => `${action}`.replace(/\s+/g, ' '))).toEqual([
      '<< /S /URI /URI (https://example.com/a) >>',
      '<< /S /GoTo /D (place-000000) >>',
    ]);
    const places = cleaned.catalog.lookup(PDFName.of('Names'), PDFDict).lookup(PDFName.of('Dests'), PDFDict);
    expect(`${places.lookup(PDFName.of('Names'), PDFArray).get(0)}`).toBe('(place-000000)');
    const shown = node.Resources()!.lookup(PDFName.of('XObject'), PDFDict);
    const table = (shown.lookup(PDFName.of('D')) as PDFRawStream).dict.lookup(PDFName.of('ColorSpace'), PDFArray);
    expect(`${table.get(3)}`).toBe('<000000>');
  });
});

test('a drawing in SVG is not taken', async () => {
  const { faultOfKind } = await import('../../files/evidence/evidence.ts');
  expect(faultOfKind('image/svg+xml')).toBe('wrong-media-type/evidence');
});
