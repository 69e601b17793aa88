import { strToU8, zipSync } from 'fflate';
import type { Marks, Media } from './marks.ts';
import { common, relations, sheet, to, xml } from './open-xml.ts';

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
