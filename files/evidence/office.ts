import { unzipSync, type Zippable, zipSync } from 'fflate';
import { Kept } from './office-relations.ts';
import { plainXml, rootOf } from './office-tags.ts';
import { blanked } from './office-words.ts';
import { cleanPicture, pictureKindOf } from './pictures.ts';
import { EvidenceRefused } from './refused.ts';

export type OfficeKind = 'docx' | 'xlsx' | 'pptx';

/** The part that each kind begins with. */
const FIRST: Readonly<Record<OfficeKind, string>> = {
  docx: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
  pptx: 'ppt/presentation.xml',
};

/** So many parts, and so many bytes of them, at most. */
const MOST_PARTS = 5_000;
const MOST_BYTES = 100 * 1_048_576;
/** A chart holds its figures as a workbook; that holds no other. */
const DEEPEST = 1;
/** ZIP knows no time before. */
const NO_TIME = new Date(1980, 0, 1);

/** What is run, signed, or could hold anything. */
const REFUSED: readonly (readonly [RegExp, `file-refused/${'macros' | 'signed' | 'embeds'}`])[] = [
  [/(^|\/)vba\w+\.(bin|xml)$/i, 'file-refused/macros'],
  [/^_xmlsignatures\//i, 'file-refused/signed'],
  [/(^|\/)(embeddings|activeX)\/.*\.(?!docx$|xlsx$|pptx$|xml$|rels$)\w+$/i, 'file-refused/embeds'],
];

/** The properties of a file, empty: they must be there where something points to them. */
const PROPERTIES: Readonly<Record<string, string>> = {
  core: '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
  app: '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
  custom: '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
};
const PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * A document of an office program (ECMA-376) without its properties, the authors of its comments and tracked changes, the
 * traces of who edited it where, and what its pictures say beside the picture. @throws EvidenceRefused
 */
export function cleanOffice(bytes: Uint8Array, kind: OfficeKind, depth = 0): Uint8Array {
  const parts = partsOf(bytes);
  if (!Object.hasOwn(parts, '[Content_Types].xml') || !Object.hasOwn(parts, FIRST[kind]))
    throw EvidenceRefused.by('file-refused/other-office', { format: kind.toUpperCase() });
  const kept = new Kept(Object.keys(parts), (name) => textOf(parts[name]!));
  const cleaned: Zippable = {};
  for (const [name, part] of Object.entries(parts)) {
    const call = name.endsWith('/') ? undefined : kept.called(name);
    if (call !== undefined) cleaned[call] = [cleanPart(name, part, kept, depth), { mtime: NO_TIME, level: 6 }];
  }
  return zipSync(cleaned);
}

function partsOf(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  let [parts, size] = [0, 0];
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        parts++;
        size += originalSize;
        if (parts > MOST_PARTS || size > MOST_BYTES) throw EvidenceRefused.by('file-refused/unfolds', {});
        const refused = REFUSED.find(([pattern]) => pattern.test(name));
        if (refused) throw EvidenceRefused.by(refused[1], {});
        return true;
      },
    });
  } catch (error) {
    if (error instanceof EvidenceRefused) throw error;
    throw EvidenceRefused.by('file-refused/cannot-be-unpacked', {});
  }
}

function cleanPart(name: string, part: Uint8Array, kept: Kept, depth: number): Uint8Array {
  if (/\.(xml|rels|vml|psmdcp)$/i.test(name)) return new TextEncoder().encode(cleanXml(name, textOf(part), kept));
  const inside = /\.(docx|xlsx|pptx)$/i.exec(name)?.[1];
  if (inside) {
    if (depth >= DEEPEST) throw EvidenceRefused.by('file-refused/embeds', {});
    return cleanOffice(part, inside.toLowerCase() as OfficeKind, depth + 1);
  }
  const picture = pictureKindOf(part);
  if (picture) return cleanPicture(part, picture);
  const ending = /\.\w+$/.exec(name)?.[0] ?? 'without an ending';
  throw EvidenceRefused.by('file-refused/odd-part', { ending });
}

function cleanXml(name: string, xml: string, kept: Kept): string {
  if (name === '[Content_Types].xml') return kept.types(plainXml(xml));
  if (name.endsWith('.rels')) return kept.relations(name, plainXml(xml));
  const properties = propertiesIn(xml);
  return properties ? PROLOGUE + PROPERTIES[properties] : blanked(name, xml);
}

/** Which properties of a file a part holds, whatever its name; undefined: none. */
function propertiesIn(xml: string): keyof typeof PROPERTIES | undefined {
  const root = rootOf(plainXml(xml));
  if (root === 'coreProperties') return 'core';
  if (root !== 'Properties') return undefined;
  return xml.includes('/custom-properties') ? 'custom' : 'app';
}

/** XML in UTF-8, which every office program writes. */
function textOf(part: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(part);
  } catch {
    throw EvidenceRefused.by('file-refused/no-utf8', {});
  }
}
