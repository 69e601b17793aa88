import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Marks, Media } from './marks.ts';
import { away, common, relations, to, xml } from './open-xml.ts';

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
