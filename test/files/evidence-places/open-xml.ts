import { strToU8 } from 'fflate';
import type { Marks, Media } from './marks.ts';

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

export const xml = (root: string, inside: string, more = '') =>
  strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n<${root}${DECLARED}${more}>${inside}</${root}>`);
export const sheet = (root: string, inside: string, attributes = '') =>
  strToU8(
    `<${root} xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"${DECLARED}${attributes}>${inside}</${root}>`,
  );

interface Relation {
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

export const to = (type: string, target: string, id = target.replace(/\W/g, '')): Relation => ({ id, type, target });
export const away = (type: string, target: string): Relation => ({ id: `away${type}`, type, target, external: true });

/** What any document has, by the part that it begins with; `media`: a picture with its author in it. */
export function common(m: Marks, first: string, media: Media): Record<string, Uint8Array> {
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
