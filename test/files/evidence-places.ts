import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { strToU8, type Zippable, zipSync } from 'fflate';

/** A name, and where it was put: each place has a name of its own, so that one that is left tells where from. */
export class Marks {
  readonly #places: string[] = [];

  at(place: string): string {
    this.#places.push(place);
    return `Zhang.San.${this.#places.length - 1}.`;
  }

  /** The places whose name is in some bytes, as text of one byte, of two, or in hexadecimal. */
  foundIn(bytes: Uint8Array): string[] {
    const latin = Buffer.from(bytes).toString('latin1');
    // Of two bytes each, whichever of them comes first.
    const wide = latin.replaceAll('\0', '');
    const hex = latin.replace(/(?:[0-9a-fA-F]{2}){6,}/g, (digits) => Buffer.from(digits, 'hex').toString('latin1'));
    const all = [latin, wide, hex, hex.replaceAll('\0', '')].join('\n');
    const found = new Set([...all.matchAll(/Zhang\.San\.(\d+)\./g)].map(([, n]) => this.#places[Number(n)]!));
    return [...found].sort();
  }

  get all(): readonly string[] {
    return [...new Set(this.#places)].sort();
  }
}

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const namespaces = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
  w15: 'http://schemas.microsoft.com/office/word/2012/wordml',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  asvg: 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
  c: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  p: 'http://schemas.openxmlformats.org/presentationml/2006/main',
  p188: 'http://schemas.microsoft.com/office/powerpoint/2018/8/main',
  t: 'http://schemas.microsoft.com/office/tasks/2019/documenttasks',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  r: RELATION,
};
const DECLARED = Object.entries(namespaces)
  .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  .join('');

const xml = (root: string, inside: string, more = '') =>
  strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n<${root}${DECLARED}${more}>${inside}</${root}>`);
const sheet = (root: string, inside: string, attributes = '') =>
  strToU8(
    `<${root} xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"${DECLARED}${attributes}>${inside}</${root}>`,
  );

export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external?: boolean;
}

export function relations(...all: readonly Relation[]): Uint8Array {
  const said = all.map(({ id, type, target, external }) => {
    const mode = external ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"${mode}/>`;
  });
  return strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${said.join('')}</Relationships>`,
  );
}

const to = (type: string, target: string, id = target.replace(/\W/g, '')): Relation => ({ id, type, target });
const away = (type: string, target: string): Relation => ({ id: `away${type}`, type, target, external: true });

/** What any document has, by the part that it begins with; `media`: a picture with its author in it. */
function common(m: Marks, first: string, media: Media): Record<string, Uint8Array> {
  return {
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${first}" ContentType="a/b"/><Override PartName="/customXml/item1.xml" ContentType="${m.at('types of contents')}"/></Types>`,
    ),
    '_rels/.rels': relations(
      to('officeDocument', first),
      to('metadata/core-properties', 'docProps/core.xml'),
      to('extended-properties', 'docProps/app.xml'),
      to('custom-properties', 'docProps/custom.xml'),
      to('thumbnail', 'docProps/thumbnail.jpeg'),
      to('classificationlabels', 'docMetadata/LabelInfo.xml'),
      away('unknown', `https://example.com/${m.at('relation to elsewhere')}`),
    ),
    'docProps/core.xml': strToU8(
      `<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:creator>${m.at('creator')}</dc:creator><cp:lastModifiedBy>${m.at('last modified by')}</cp:lastModifiedBy><dc:description>${m.at('description')}</dc:description></cp:coreProperties>`,
    ),
    'docProps/app.xml': strToU8(
      `<Properties xmlns="z"><Company>${m.at('company')}</Company><Manager>${m.at('manager')}</Manager><Template>${m.at('template')}</Template></Properties>`,
    ),
    'docProps/custom.xml': strToU8(
      `<Properties xmlns="z/custom-properties"><property name="${m.at('custom property')}"/></Properties>`,
    ),
    'docProps/thumbnail.jpeg': media.jpeg(m.at('thumbnail')),
    'docMetadata/LabelInfo.xml': strToU8(`<clbl:labelList xmlns:clbl="q"><a id="${m.at('label')}"/></clbl:labelList>`),
    // What nothing leads to.
    'rest/of.xml': strToU8(`<x>${m.at('part that nothing leads to')}</x>`),
    'rest/of.bin': strToU8(m.at('bytes that nothing leads to')),
  };
}

/** Makes pictures that say a name beside what they show. */
export interface Media {
  jpeg(name: string): Uint8Array;
  png(name: string): Uint8Array;
  gif(name: string): Uint8Array;
  emf(name: string): Uint8Array;
  wmf(name: string): Uint8Array;
  bmp(name: string): Uint8Array;
}

const field = (begins: string, ...pieces: string[]) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${[begins, ...pieces].map((piece) => `<w:r><w:instrText xml:space="preserve">${piece}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:t>shown</w:t><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

export function docx(m: Marks, media: Media): Uint8Array {
  const name = m.at('name of a picture file');
  const parts: Zippable = {
    ...common(m, 'word/document.xml', media),
    'word/_rels/document.xml.rels': relations(
      ...['settings', 'comments', 'styles', 'numbering', 'fontTable', 'people'].map((t) => to(t, `${t}.xml`)),
      to('commentsIds', 'commentsIds.xml'),
      to('customXml', '../customXml/item1.xml'),
      to('customXml', '../elsewhere/item.xml'),
      to('glossaryDocument', 'glossary/document.xml'),
      to('documenttasks', 'documenttasks/documenttasks1.xml'),
      to('theme', 'theme/theme1.xml'),
      to('chart', 'charts/chart1.xml'),
      to('image', `media/${name}.png`, 'picture'),
      ...['jpeg', 'gif', 'emf', 'wmf', 'bmp', 'svg'].map((ending) => to('image', `media/image2.${ending}`)),
      to('webextension', 'webextensions/webextension1.xml'),
      away('hyperlink', `file:///C:/Users/${m.at('link to a file')}/a.docx`),
      away('image', `https://example.com/${m.at('picture that is elsewhere')}.png`),
      away('frame', `\\\\${m.at('frame')}\\share\\a.htm`),
    ),
    'word/document.xml': xml(
      'w:document',
      `<?note ${m.at('instruction for programs')}?><!-- ${m.at('comment in the XML')} -->
<w:body w:rsidR="${m.at('rsid')}">
<w:ins w:id="1" w:author="${m.at('insertion')}"><w:r><w:t>Why valves stick</w:t></w:r></w:ins>
<w:del w:author='${m.at('deletion')}'/><w:moveFrom w:author="${m.at('move')}"/><w:rPrChange w:author="${m.at('change of a format')}"/>
<w:moveFromRangeStart w:name="move1" w:author="${m.at('range of a move')}"/><w:cellIns w:author="${m.at('cell')}"/>
<w:permStart w:id="1" w:ed="${m.at('who may change a range')}"/>
<w:sdt><w:sdtPr><w:dataBinding w:xpath="${m.at('data binding')}"/></w:sdtPr></w:sdt>
<w:customXml w:element="e"><w:customXmlPr><w:attr w:name="who" w:val="${m.at('custom XML in a text')}"/></w:customXmlPr></w:customXml>
<w:smartTag w:element="e"><w:smartTagPr><w:attr w:val="${m.at('smart tag')}"/></w:smartTagPr></w:smartTag>
<wp:docPr name="${m.at('name of a drawing')}" descr="C:\\Users\\${m.at('path in a description')}\\a.png"/><pic:cNvPr name="${m.at('name of a picture')}.jpg"/>
<v:imagedata o:title="${m.at('title of a picture')}" o:href="file:///${m.at('source of a picture')}"/>
<a:blip><a:extLst><a:ext uri="{9}"><asvg:svgBlip r:embed="mediaimage2svg"/></a:ext></a:extLst></a:blip>
<z:note xmlns:z="http://example.com/${m.at('namespace')}" z:by="${m.at('attribute of another program')}"><z:note>${m.at('element of another program')}</z:note>${m.at('text of another program')}</z:note>
<own xmlns="http://example.com/own">${m.at('element without a prefix')}</own>
<w:fldData>${m.at('data of a field')}</w:fldData>
${field(' AUTHOR ', `"${m.at('field of the author')}"`)}${field(` ADDIN ZOTERO_ITEM ${m.at('field of a program')}`)}${field(` USERNAME "${m.at('field of the user')}"`)}
${field(' INCLUDEPICTURE ', `"C:\\Users\\${m.at('path in a field')}\\a.png"`)}
<w:fldSimple w:instr=' LASTSAVEDBY "${m.at('simple field')}" '/>
<w:delInstrText>${`file:///home/${m.at('path in a deleted field')}/a`}</w:delInstrText>
</w:body>`,
    ),
    'word/settings.xml': xml(
      'w:settings',
      `<w:rsids><w:rsidRoot w:val="${m.at('rsid of the beginning')}"/><w:rsid w:val="${m.at('rsid in a list')}"/></w:rsids><w:docVars><w:docVar w:name="${m.at('name of a variable')}" w:val="${m.at('variable')}"/></w:docVars><w:attachedTemplate r:id="${m.at('attached template')}"/><w:attachedSchema w:val="${m.at('schema')}"/><w:saveThroughXslt w:solutionID="${m.at('transformation')}"/><w:mailMerge><w:query w:val="${m.at('mail merge')}"/></w:mailMerge><w14:docId w14:val="${m.at('id of the document')}"/><w15:docId w15:val="${m.at('newer id of the document')}"/>`,
    ),
    'word/comments.xml': xml(
      'w:comments',
      `<w:comment w:id="0" w:author="${m.at('who has commented')}" w:initials="${m.at('initials')}"><w:p>Shorter.</w:p></w:comment>`,
    ),
    'word/commentsIds.xml': xml('w15:commentsIds', ''),
    'word/people.xml': xml('w15:people', `<w15:person w15:author="${m.at('people')}"/>`),
    'word/styles.xml': xml(
      'w:styles',
      `<w:style><w:name w:val="Normal"/><w:rsid w:val="${m.at('rsid of a style')}"/></w:style>`,
    ),
    'word/numbering.xml': xml(
      'w:numbering',
      `<w:abstractNum><w:nsid w:val="${m.at('number of a list')}"/><w:tmpl w:val="${m.at('template of a list')}"/></w:abstractNum>`,
    ),
    'word/fontTable.xml': xml(
      'w:fonts',
      `<w:font w:name="Song"><w:embedRegular r:id="rId1" w:fontKey="${m.at('key of a font')}"/></w:font>`,
    ),
    'word/_rels/fontTable.xml.rels': relations(to('font', 'fonts/font1.odttf', 'rId1')),
    'word/fonts/font1.odttf': strToU8(m.at('embedded font')),
    'word/glossary/document.xml': xml('w:glossaryDocument', m.at('building block')),
    'word/documenttasks/documenttasks1.xml': xml('t:Tasks', `<t:Author userId="${m.at('task')}"/>`),
    'word/webextensions/webextension1.xml': strToU8(`<we:webextension xmlns:we="x" id="${m.at('extension')}"/>`),
    'word/theme/theme1.xml': xml('a:theme', '', ` name="${m.at('name of a theme')}"`),
    'word/charts/chart1.xml': xml(
      'c:chartSpace',
      `<c:pivotSource><c:name>[${m.at('workbook of a chart')}.xlsx]Sheet1!P</c:name></c:pivotSource><c:f>'C:\\${m.at('folder of a chart')}\\[a.xlsx]Sheet1'!$A$1</c:f><c:f>Sheet1!$A$2</c:f>`,
    ),
    'customXml/item1.xml': strToU8(`<e>${m.at('custom XML')}</e>`),
    'elsewhere/item.xml': strToU8(`<e>${m.at('custom XML under another name')}</e>`),
    [`word/media/${name}.png`]: media.png(m.at('text in a PNG picture')),
    'word/media/image2.jpeg': media.jpeg(m.at('Exif in a JPEG picture')),
    'word/media/image2.gif': media.gif(m.at('comment in a GIF picture')),
    'word/media/image2.emf': media.emf(m.at('note in an EMF picture')),
    'word/media/image2.wmf': media.wmf(m.at('note in a WMF picture')),
    'word/media/image2.bmp': media.bmp(m.at('rest of a BMP picture')),
    'word/media/image2.svg': strToU8(
      `<svg><title>${m.at('title in SVG')}</title><desc>${m.at('description in SVG')}</desc><metadata>${m.at('metadata in SVG')}</metadata><script>${m.at('script in SVG')}</script><!-- ${m.at('comment in SVG')} --></svg>`,
    ),
  };
  return zipSync(parts, { comment: m.at('comment of the archive') });
}

export function xlsx(m: Marks, media: Media): Uint8Array {
  const name = m.at('commenter');
  return zipSync({
    ...common(m, 'xl/workbook.xml', media),
    'xl/_rels/workbook.xml.rels': relations(
      to('worksheet', 'worksheets/sheet1.xml'),
      to('connections', 'connections.xml'),
      to('person', 'persons/person.xml'),
      to('pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml'),
      to('externalLink', 'externalLinks/externalLink1.xml'),
      to('usernames', 'revisions/userNames.xml'),
      to('revisionHeaders', 'elsewhere/headers.xml'),
      to('sheetMetadata', 'metadata.xml'),
    ),
    'xl/metadata.xml': sheet('metadata', '<metadataTypes count="1"/>'),
    'xl/workbook.xml': sheet(
      'workbook',
      `<fileSharing userName="${m.at('who has reserved the workbook')}"/><x15ac:absPath xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac" url="C:\\Users\\${m.at('folder of the workbook')}\\"/><definedNames><definedName name="Rate" comment="${m.at('comment of a name')}" description="${m.at('description of a name')}" help="${m.at('help of a name')}" statusBar="${m.at('status bar of a name')}" customMenu="${m.at('menu of a name')}">1</definedName></definedNames><customWorkbookViews><customWorkbookView name="${m.at('view of a person')}"/></customWorkbookViews><webPublishing css="${m.at('publishing')}"/>`,
    ),
    'xl/worksheets/sheet1.xml': sheet(
      'worksheet',
      `<sheetData/><protectedRanges><protectedRange name="r" securityDescriptor="${m.at('who may change a range')}"><securityDescriptor>${m.at('who else may')}</securityDescriptor></protectedRange></protectedRanges><scenarios><scenario name="s" user="${m.at('user of a scenario')}" comment="${m.at('comment of a scenario')}"/></scenarios><customSheetViews><customSheetView guid="${m.at('view of a sheet')}"/></customSheetViews><pageSetup r:id="${m.at('printer')}"/><customProperties><customPr name="${m.at('property of a sheet')}" r:id="rId9"/></customProperties><webPublishItems><webPublishItem title="${m.at('what is published')}"/></webPublishItems>`,
    ),
    'xl/worksheets/_rels/sheet1.xml.rels': relations(
      to('comments', '../comments1.xml'),
      to('threadedComment', '../threadedComments/threadedComment1.xml'),
      to('table', '../tables/table1.xml'),
      to('pivotTable', '../pivotTables/pivotTable1.xml'),
      to('printerSettings', '../printerSettings/printerSettings1.bin'),
      to('customProperty', '../customProperty1.bin'),
      to('drawing', '../drawings/drawing1.xml'),
    ),
    'xl/comments1.xml': sheet(
      'comments',
      `<authors><author>${name}</author></authors><comment authorId="0"><r><t>${name}:</t></r><r><t>Three?</t></r></comment>`,
    ),
    'xl/threadedComments/threadedComment1.xml': sheet(
      'ThreadedComments',
      '<threadedComment><text>Three?</text></threadedComment>',
    ),
    'xl/tables/table1.xml': sheet('table', '', ` displayName="Table1" comment="${m.at('comment of a table')}"`),
    'xl/pivotTables/pivotTable1.xml': sheet('pivotTableDefinition', '', ` tag="${m.at('tag of a pivot table')}"`),
    'xl/printerSettings/printerSettings1.bin': strToU8(m.at('settings of a printer')),
    'xl/customProperty1.bin': strToU8(m.at('bytes of a property')),
    'xl/drawings/drawing1.xml': xml('a:drawing', `<a:cNvPr name="${m.at('name of a shape')}"/>`),
    'xl/connections.xml': sheet(
      'connections',
      `<connection name="${m.at('name of a connection')}" description="${m.at('description of a connection')}" sourceFile="C:\\${m.at('source of a connection')}" odcFile="${m.at('file of a connection')}"><dbPr connection="User=${m.at('user of a connection')}"/></connection>`,
    ),
    'xl/persons/person.xml': sheet(
      'personList',
      `<person displayName="${m.at('name of a person')}" userId="${m.at('id of a person')}" providerId="${m.at('provider')}"/>`,
    ),
    'xl/pivotCache/pivotCacheDefinition1.xml': sheet(
      'pivotCacheDefinition',
      '',
      ` refreshedBy="${m.at('who has refreshed')}"`,
    ),
    'xl/externalLinks/externalLink1.xml': sheet(
      'externalLink',
      `<ddeLink ddeService="S" ddeTopic="${m.at('topic of a link')}"/>`,
    ),
    'xl/externalLinks/_rels/externalLink1.xml.rels': relations(
      away('externalLinkPath', `/${m.at('workbook that is linked')}.xlsx`),
    ),
    'xl/revisions/userNames.xml': sheet('users', `<userInfo name="${m.at('who shares the workbook')}"/>`),
    'xl/elsewhere/headers.xml': sheet('headers', `<header userName="${m.at('header of a revision')}"/>`),
  });
}

export function pptx(m: Marks, media: Media): Uint8Array {
  const inside = zipSync({
    ...common(m, 'xl/workbook.xml', media),
    'xl/workbook.xml': sheet('workbook', `<fileSharing userName="${m.at('who has reserved a workbook inside')}"/>`),
  });
  const called = m.at('name of a file inside');
  return zipSync({
    ...common(m, 'ppt/presentation.xml', media),
    'ppt/presentation.xml': xml(
      'p:presentation',
      `<p:embeddedFontLst><p:embeddedFont><p:font typeface="${m.at('name of a font')}"/></p:embeddedFont></p:embeddedFontLst><p:custDataLst><p:custData r:id="rId7"/><p:tags r:id="${m.at('relation to tags')}"/></p:custDataLst>`,
    ),
    'ppt/_rels/presentation.xml.rels': relations(
      to('slide', 'slides/slide1.xml'),
      to('tags', 'tags/tag1.xml'),
      to('tags', 'elsewhere/tag2.xml'),
      to('customXml', '../customXml/item1.xml'),
      to('commentAuthors', 'commentAuthors.xml'),
      to('authors', 'authors.xml'),
      to('changesInfo', 'changesInfos/changesInfo1.xml'),
      to('revisionInfo', 'revisionInfo.xml'),
      to('font', 'fonts/font1.fntdata'),
      to('theme', 'theme/theme1.xml'),
      to('presProps', 'presProps.xml'),
    ),
    'ppt/slides/slide1.xml': xml(
      'p:sld',
      `<p:cNvPr id="1" name="${m.at('name of a shape')}"/><p:custDataLst><p:tags r:id="rId1"/></p:custDataLst><a:t>Why valves stick</a:t>`,
    ),
    'ppt/slides/_rels/slide1.xml.rels': relations(
      to('tags', '../tags/tag1.xml'),
      to('comments', '../comments/comment1.xml'),
      to('package', '../embeddings/Microsoft_Excel_Sheet1.xlsx'),
      to('package', `../embeddings/${called}.xlsx`),
      to('image', '../media/image1.png'),
    ),
    'ppt/tags/tag1.xml': xml('p:tagLst', `<p:tag name="${m.at('name of a tag')}" val="${m.at('tag')}"/>`),
    'ppt/elsewhere/tag2.xml': xml('p:tagLst', `<p:tag name="A" val="${m.at('tag under another name')}"/>`),
    'ppt/comments/comment1.xml': xml('p:cmLst', '<p:cm authorId="1"><p:text>Shorter.</p:text></p:cm>'),
    'ppt/commentAuthors.xml': xml(
      'p:cmAuthorLst',
      `<p:cmAuthor id="1" name="${m.at('who has commented')}" initials="${m.at('initials')}"/>`,
    ),
    'ppt/authors.xml': xml(
      'p188:authorLst',
      `<p188:author id="{1}" name="${m.at('author')}" userId="${m.at('id of an author')}" providerId="${m.at('provider of an author')}"/>`,
    ),
    'ppt/changesInfos/changesInfo1.xml': xml('p:chgInfo', `<p:chgData name="${m.at('who has changed')}"/>`),
    'ppt/revisionInfo.xml': xml('p:revInfo', `<p:client id="${m.at('client')}"/>`),
    'ppt/fonts/font1.fntdata': strToU8(m.at('embedded font')),
    'ppt/theme/theme1.xml': xml(
      'a:theme',
      `<a:clrScheme name="${m.at('name of colours')}"/>`,
      ` name="${m.at('name of a theme')}"`,
    ),
    'ppt/presProps.xml': xml(
      'p:presentationPr',
      `<a:ext xmlns:q="urn:q"><q:data>${m.at('data of another program')}</q:data></a:ext>`,
    ),
    'customXml/item1.xml': strToU8(`<e>${m.at('custom XML')}</e>`),
    'ppt/embeddings/Microsoft_Excel_Sheet1.xlsx': inside,
    [`ppt/embeddings/${called}.xlsx`]: inside,
    'ppt/media/image1.png': media.png(m.at('text in a PNG picture')),
  });
}

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
