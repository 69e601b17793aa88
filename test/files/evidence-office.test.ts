import { describe, expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { cleanEvidence } from '../../files/evidence/evidence.ts';
import {
  bytes,
  DOCX,
  documentOf,
  expectUnnamed,
  GIF,
  JPEG_WHOLE,
  joined,
  latin,
  PNG,
  PPTX,
  pngChunk,
  refusal,
  segment,
  WHO,
  XLSX,
} from './evidence-samples.ts';

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
    const parts = expectUnnamedParts(await cleanEvidence(documentOf(DOCUMENT), DOCX));
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
    const file = documentOf({
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
      documentOf({ ...DOCUMENT, 'docProps/core1.xml': core, 'package/app.xml': properties }),
      DOCX,
    );
    expect(expectUnnamedParts(document)['docProps/core1.xml']).toContain('<cp:coreProperties');
    const book = { ...common('xl/workbook.xml'), 'xl/workbook.xml': strToU8('<workbook/>') };
    const said = `<comments><authors><author>${WHO}</author></authors><comment authorId="0"><t>${WHO}:</t><t>Three?</t></comment></comments>`;
    const people = strToU8(`<personList><person displayName="${WHO}"/></personList>`);
    // As openpyxl names them.
    const named = { ...book, 'xl/comments/comment1.xml': strToU8(said), 'xl/people.xml': people };
    expect(expectUnnamedParts(await cleanEvidence(documentOf(named), XLSX))['xl/comments/comment1.xml']).toContain(
      'Three?',
    );
    const slides = { ...common('ppt/presentation.xml'), 'ppt/presentation.xml': strToU8('<p:presentation/>') };
    const authors = strToU8(`<p:cmAuthorLst><p:cmAuthor name="${WHO}"/></p:cmAuthorLst>`);
    expectUnnamedParts(await cleanEvidence(documentOf({ ...slides, 'ppt/commentAuthors1.xml': authors }), PPTX));
  });

  test('of very many who have commented each is taken out whole, also where one name begins like another', async () => {
    const names = ['Al', ...Array.from({ length: 40_000 }, (_, n) => `Alice ${n}`), 'A'.repeat(300)];
    const xml = (tag: string, end: string) => names.map((name) => `<${tag}>${name}${end}</${tag}>`).join('');
    const book = { ...common('xl/workbook.xml'), 'xl/workbook.xml': strToU8('<workbook/>') };
    const said = strToU8(
      `<comments><authors>${xml('author', '')}</authors>${xml('t', ':')}<t>An answer</t></comments>`,
    );
    const cleaned = unzipSync(await cleanEvidence(documentOf({ ...book, 'xl/comments1.xml': said }), XLSX));
    expect(new Set(strFromU8(cleaned['xl/comments1.xml']!).match(/<t>[^<]*/g))).toEqual(
      new Set(['<t>Author:', '<t>Author', '<t>An answer']),
    );
  });

  test('paths on a machine are taken out wherever they stand, and what is said of a picture stays', async () => {
    const path = `C:\\Users\\${WHO}\\valve.png`;
    const text = `<w:document><wp:docPr name="Picture 1" descr="${path}"/><v:imagedata o:href="file:///${WHO}" src='\\\\${WHO}\\a'/><wp:docPr descr="A valve, see C:\\valves"/><w:instrText xml:space="preserve"> INCLUDEPICTURE "${path}" \\* MERGEFORMAT </w:instrText><w:fldSimple w:instr=' LINK "${path}" '/><w:instrText> HYPERLINK "https://example.com/" </w:instrText></w:document>`;
    const file = documentOf({ ...DOCUMENT, 'word/document.xml': strToU8(text) });
    const parts = expectUnnamedParts(await cleanEvidence(file, DOCX));
    expect(parts['word/document.xml']).toContain('descr="A valve, see C:\\valves"');
    expect(parts['word/document.xml']).toContain(' INCLUDEPICTURE "about:blank" \\* MERGEFORMAT ');
    expect(parts['word/document.xml']).toContain(' HYPERLINK "https://example.com/" ');
  });

  test('a presentation keeps the figures of its charts, cleaned like the rest', async () => {
    const inside = documentOf({ ...common('xl/workbook.xml'), 'xl/workbook.xml': strToU8('<workbook/>') });
    const file = documentOf({
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
      refusal(documentOf({ ...document, [name]: typeof part === 'string' ? strToU8(part) : part }), DOCX);
    expect(await withPart('word/embeddings/oleObject1.bin', WHO)).toMatch(/holds other files; take them out/);
    expect(await withPart('word/vbaProject.bin', WHO)).toMatch(/holds macros; save it without them/);
    expect(await withPart('_xmlsignatures/sig1.xml', WHO)).toMatch(/is signed, by a name; save a copy/);
    expect(await withPart('word/media/video1.mp4', WHO)).toMatch(/\(\.mp4\) that cannot be cleaned.*save it as PDF/);
    expect(await withPart('word/styles.xml', bytes('\xff\xfe<\0'))).toMatch(/not in UTF-8; open it, save it again/);
    expect(await withPart('word/styles.xml', '<!-- never ends')).toMatch(/damaged or cut off/);
    expect(await withPart('word/styles.xml', '<w:rsids><w:rsid/>')).toMatch(/damaged or cut off/);
    expect(await refusal(documentOf(document), XLSX)).toMatch(/is no XLSX document, whatever its name says/);
    expect(await refusal(bytes('\xd0\xcf\x11\xe0rest'), DOCX)).toMatch(/protected, or in a format of before 2007/);
    expect(await refusal(bytes('PK\x03\x04'), DOCX)).toMatch(/cannot be unpacked; open it, save it again/);
    const many = Object.fromEntries(Array.from({ length: 5_001 }, (_, n) => [`word/${n}.xml`, new Uint8Array()]));
    expect(await refusal(documentOf({ ...document, ...many }), DOCX)).toMatch(/too large when it is unpacked/);
  });
});
