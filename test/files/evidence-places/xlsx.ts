import { strToU8, zipSync } from 'fflate';
import type { Marks, Media } from './marks.ts';
import { away, common, relations, sheet, to, xml } from './open-xml.ts';

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
