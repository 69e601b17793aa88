import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanEvidence } from '../../files/evidence/evidence.ts';
import {
  bytes,
  exif,
  expectUnnamed,
  JPEG_WHOLE,
  joined,
  latin,
  PNG,
  pngChunk,
  refusal,
  riff,
  segment,
  WHO,
} from './evidence-samples.ts';

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
