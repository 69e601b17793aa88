import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { cleanEvidence, faultOfKind } from '../../files/evidence/evidence.ts';
import { bytes, DOCX, documentOf, exif, JPEG_WHOLE, PNG, PPTX, refusal, riff, XLSX } from './evidence-samples.ts';

test('of whatever is sent, something is kept or a sentence is said', async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  const document = { '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w:document a="b"/>') };
  const files: [Uint8Array, string][] = [
    [await pdf.save({ useObjectStreams: false }), 'application/pdf'],
    [await pdf.save(), 'application/pdf'],
    [documentOf(document), DOCX],
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
  expect(faultOfKind('application/msword')).toBe('wrong-media-type/old-office');
  expect(faultOfKind('image/svg+xml')).toBe('wrong-media-type/evidence');
  for (const taken of ['application/pdf', 'image/webp', 'text/csv', DOCX, XLSX, PPTX])
    expect(faultOfKind(taken)).toBeNull();
});
