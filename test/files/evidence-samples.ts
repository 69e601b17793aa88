import { expect } from '@jest/globals';
import { strFromU8, strToU8, type Zippable, zipSync as zipped } from 'fflate';
import { cleanEvidence } from '../../files/evidence/evidence.ts';

/** What must be in no file that reviewers get. */
export const WHO = 'Zhang-San-marker';
const utf16 = Buffer.from(WHO, 'utf16le').toString('latin1');
export const bytes = (latin: string) => Uint8Array.from(Buffer.from(latin, 'latin1'));
const base64 = (text: string) => Uint8Array.from(Buffer.from(text, 'base64'));
export const latin = (of: Uint8Array) => Buffer.from(of).toString('latin1');
export const joined = (...parts: (Uint8Array | string)[]) =>
  Uint8Array.from(Buffer.concat(parts.map((part) => (typeof part === 'string' ? bytes(part) : part))));

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
export const DOCX = `${OFFICE}wordprocessingml.document`;
export const XLSX = `${OFFICE}spreadsheetml.sheet`;
export const PPTX = `${OFFICE}presentationml.presentation`;

/** A document in which something leads to each part, as programs write it. */
export function documentOf(parts: Zippable): Uint8Array {
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

export function expectUnnamed(file: Uint8Array): void {
  const text = latin(file);
  expect([text.includes(WHO), text.includes(utf16)]).toEqual([false, false]);
}

export const refusal = (file: Uint8Array, mediaType: string) =>
  cleanEvidence(file, mediaType).then(
    () => 'taken',
    (error: Error) => error.message,
  );

/** A picture of one dot, as it is without anything beside it. */
export const JPEG = base64(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
);
export const JPEG_WHOLE = latin(JPEG).endsWith('\xff\xd9') ? JPEG : joined(JPEG, '\xff\xd9');
export const PNG = base64(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
);
export const GIF = base64('R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==');

export const segment = (marker: string, content: string) =>
  `\xff${marker}${String.fromCharCode((content.length + 2) >> 8, (content.length + 2) & 255)}${content}`;
const u32 = (n: number) => String.fromCharCode(n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255);
const le32 = (n: number) => [...u32(n)].reverse().join('');
export const pngChunk = (type: string, content: string) => `${u32(content.length)}${type}${content}CRC!`;
export const riff = (type: string, content: string) =>
  `${type}${le32(content.length)}${content}${content.length % 2 ? '\0' : ''}`;

/** Exif with an artist beside which side is up. */
export function exif(orientation: number): string {
  const entries = [
    `\x01\x12\x00\x03\x00\x00\x00\x01${String.fromCharCode(0, orientation)}\0\0`,
    `\x01\x3b\x00\x02${u32(WHO.length)}${u32(38)}`,
  ];
  return `MM\0*\0\0\0\x08\0\x02${entries.join('')}\0\0\0\0${WHO}`;
}
