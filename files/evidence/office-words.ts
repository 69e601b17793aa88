import { isLocalPath, withoutLocalPaths } from './local-paths.ts';
import { ATTRIBUTE, elementOf, plainXml, rootOf, TAG, valueIn, withoutElements } from './office-tags.ts';

type Instead = ReadonlyMap<string, string>;

/** Whose name, id or machine an attribute tells, wherever it stands, and what is written instead. */
const ANYWHERE: Instead = new Map([
  ['author', 'Author'],
  ['initials', 'A'],
  ['lastModifiedBy', ''],
  ['lastAuthor', ''],
  ['userName', 'Author'],
  ['userId', ''],
  ['userProvider', 'None'],
  ['providerId', 'None'],
  ['refreshedBy', 'Author'],
  ['securityDescriptor', ''],
]);
/** The same where an attribute tells it in some elements only. What a picture, a shape or a view was called by was once a file. */
const IN_ELEMENTS: Readonly<Record<string, Instead>> = {
  cNvPr: new Map([['name', 'Object']]),
  docPr: new Map([['name', 'Object']]),
  imagedata: new Map([['title', '']]),
  // Who may change a part of a text, and where a document lay; a printer.
  permStart: new Map([['ed', '']]),
  absPath: new Map([['url', '']]),
  ddeLink: new Map([['ddeTopic', '']]),
  // What is said of a name, a table or a scenario, which nobody sees on a sheet.
  definedName: new Map(['comment', 'description', 'help', 'statusBar', 'customMenu'].map((name) => [name, ''])),
  table: new Map([['comment', '']]),
  scenario: new Map([
    ['user', 'Author'],
    ['comment', ''],
  ]),
  pivotTableDefinition: new Map([['tag', '']]),
};
const CONNECTION = ['connection', 'sourceFile', 'odcFile', 'description', 'name'];
/**
 * The same where a part is about people or machines, as its first element tells, since a part may have any name; elsewhere such an
 * attribute may be of anything.
 */
const IN_PARTS: readonly (readonly [RegExp, Instead])[] = [
  [/^personList$/, new Map([['displayName', 'Author']])],
  [/^(cmAuthorLst|authorLst)$/, new Map([['name', 'Author']])],
  [/^connections$/, new Map(CONNECTION.map((name) => [name, name]))],
  [/^theme(Override)?$/, new Map([['name', 'Theme']])],
];
/** Left out whole: numbers by which two documents of one author are known, what programs keep for themselves, and what was the template's or a list's. */
const LEFT_OUT = new Set([
  ...['rsids', 'rsid', 'docVars', 'docId', 'mailMerge', 'fileSharing', 'attachedTemplate', 'attachedSchema'],
  ...['saveThroughXslt', 'schemaLibrary', 'dataBinding', 'customXmlPr', 'smartTagPr', 'fldData', 'custDataLst'],
  ...['customWorkbookViews', 'customSheetViews', 'customProperties', 'webPublishing', 'webPublishItems'],
  // Of parts that are left out as well.
  ...[
    'svgBlip',
    'embeddedFontLst',
    'embedRegular',
    'embedBold',
    'embedItalic',
    'embedBoldItalic',
    'securityDescriptor',
  ],
]);
const LEFT_OUT_OF_LISTS = new Set(['nsid', 'tmpl']);
const NOTHING: Instead = new Map();
const NONE: ReadonlySet<string> = new Set();

/** An office document, by the name of its part, in which nobody is named as its author. */
export function blanked(part: string, xml: string): string {
  const plain = plainXml(xml);
  const root = rootOf(plain);
  const own = IN_PARTS.find(([pattern]) => pattern.test(root))?.[1] ?? NOTHING;
  const left = root === 'numbering' ? LEFT_OUT_OF_LISTS : NONE;
  const foreign = foreignIn(plain);
  const said = withoutElements(plain, (tag) => {
    const element = elementOf(tag);
    return LEFT_OUT.has(element) || left.has(element) || foreign.isOf(tag);
  });
  const cleaned = said.replace(TAG, (tag) => tagOf(tag, own, foreign));
  if (root === 'comments' && part.startsWith('xl/')) return withoutCommenters(cleaned);
  if (root === 'chartSpace') return withoutFileNames(cleaned);
  return withoutFieldNames(cleaned);
}

/** The namespaces of office programs and of what they build on. */
const OFFICE =
  /^(https?:\/\/(schemas\.openxmlformats\.org|schemas\.microsoft\.com|purl\.oclc\.org\/ooxml|www\.w3\.org|purl\.org\/dc)\/|urn:schemas-microsoft-com:)/i;
const NAMESPACE = /\sxmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** What other programs have written into a part for themselves. */
interface Foreign {
  readonly prefixes: ReadonlySet<string>;
  /** Whether an element is of theirs. */
  isOf(tag: string): boolean;
}

function foreignIn(xml: string): Foreign {
  const prefixes = new Set<string>();
  for (const [, prefix, double, single] of xml.matchAll(NAMESPACE))
    if (prefix !== undefined && !OFFICE.test(double ?? single ?? '')) prefixes.add(prefix);
  const isDefault = (tag: string) =>
    [...tag.matchAll(NAMESPACE)].some(
      ([, p, double, single]) => p === undefined && !OFFICE.test(double ?? single ?? ''),
    );
  return {
    prefixes,
    isOf: (tag) => {
      const [, prefix] = /^<([\w.-]+):/.exec(tag) ?? [];
      return prefix === undefined ? tag.includes('xmlns') && isDefault(tag) : prefixes.has(prefix);
    },
  };
}

function tagOf(tag: string, own: Instead, { prefixes }: Foreign): string {
  if (!tag.includes('=')) return tag;
  const element = elementOf(tag);
  const inElement = Object.hasOwn(IN_ELEMENTS, element) ? IN_ELEMENTS[element]! : NOTHING;
  return tag.replace(ATTRIBUTE, (whole, head: string, name: string, quoted: string) => {
    if (/^rsid/i.test(name)) return '';
    const [, prefix = ''] = /^([\w.-]+):/.exec(head) ?? [];
    if (prefixes.has(prefix)) return '';
    // A prefix that is said to be ignored must be there, whatever it stood for.
    if (prefix === 'xmlns' && prefixes.has(name)) return `${head}"urn:left-out"`;
    if (element === 'pageSetup' && name === 'id') return '';
    const instead = own.get(name) ?? inElement.get(name) ?? ANYWHERE.get(name);
    if (instead !== undefined) return `${head}"${instead}"`;
    // Programs describe pictures, and name sources, by where they lay.
    if (isLocalPath(quoted.slice(1, -1))) return `${head}""`;
    return name === 'instr' ? `${head}${quoted[0]}${codeOf(quoted.slice(1, -1))}${quoted[0]}` : whole;
  });
}

/** A chart names the workbook that its figures are from. */
function withoutFileNames(xml: string): string {
  return xml.replace(/(<(?:[\w.-]+:)?(?:f|name)>)([^<]*)/g, (_, open: string, text: string) => {
    return open + text.replace(/(^|')[^'[]{0,500}\[(?!\d+\])[^\]]{0,500}\]/g, '$1[0]');
  });
}

/** A piece of what a field does, which nobody sees, such as where a picture was taken from; or where its code begins or ends. */
const FIELD = /<(?:[\w.-]+:)?fldChar\s[^<>]*>|(<(?:[\w.-]+:)?(?:instrText|delInstrText)(?:\s[^<>]*)?>)([^<]*)/g;
/** What of a field follows its name and says who, or what a program keeps for itself. */
const TELLING =
  /^\s*(AUTHOR|LASTSAVEDBY|USERNAME|USERINITIALS|USERADDRESS|DOCPROPERTY|DOCVARIABLE|INFO|TITLE|SUBJECT|KEYWORDS|COMMENTS|TEMPLATE|FILENAME|PRIVATE|ADDIN|SET|DATABASE)(?=[\s\\]|$)/i;

function withoutFieldNames(xml: string): string {
  // Fields stand in fields: of each whether its name was read, and tells.
  const fields: ('begun' | 'telling' | 'silent')[] = [];
  return xml.replace(FIELD, (tag: string, open: string | undefined, code: string) => {
    if (open === undefined) {
      const type = valueIn(tag, 'fldCharType');
      if (type === 'begin') fields.push('begun');
      else if (type === 'end') fields.pop();
      else if (fields.length) fields[fields.length - 1] = 'silent';
      return tag;
    }
    if (fields.at(-1) === 'telling') return open;
    if (fields.length && fields.at(-1) === 'begun' && code.trim()) {
      fields[fields.length - 1] = TELLING.test(code) ? 'telling' : 'silent';
    }
    return open + codeOf(code);
  });
}

function codeOf(code: string): string {
  const [telling] = TELLING.exec(code) ?? [];
  return telling === undefined ? withoutLocalPaths(code) : `${telling} `;
}

/** Spreadsheets keep the names of who has commented, and write them above what they say. */
function withoutCommenters(xml: string): string {
  const names = new Set<string>();
  const unnamed = xml.replace(
    /(<((?:[\w.-]+:)?author)(?:\s[^<>]*)?>)([^<]*)(<\/\2>)/g,
    (_, open: string, _element, name: string, close: string) => {
      if (name.trim()) names.add(name.trim());
      return `${open}Author${close}`;
    },
  );
  const beginnings = new Set([...names].map((name) => name.slice(0, LONGEST_NAME)));
  const lengths = [...new Set([...beginnings].map(({ length }) => length))].sort((one, other) => other - one);
  return unnamed.replace(/(?<=>)[^<>]+/g, (text) => {
    const length = lengths.find((most) => most <= text.length && beginnings.has(text.slice(0, most)));
    if (length === undefined) return text;
    return `Author${length < LONGEST_NAME ? text.slice(length) : ''}`;
  });
}

/** So many characters of a name are looked for; what begins with a longer one goes whole. */
const LONGEST_NAME = 255;
