import { isLocalPath, withoutLocalPaths } from './local-paths.ts';
import { damaged } from './refused.ts';

/**
 * The XML of office documents is rewritten tag by tag: programs read them with much that no schema knows, so whatever is not
 * about a person stays as it was written.
 */
const TAG = /<[A-Za-z_](?:"[^"]*"|'[^']*'|[^<>"'])*>/g;
/** Begins where a name begins only. */
const ATTRIBUTE = /(?<![\w.:-])((?:[\w.-]+:)?([\w.-]+)\s*=\s*)("[^"]*"|'[^']*')/g;

type Instead = ReadonlyMap<string, string>;

/** Whose name, id or machine an attribute tells, wherever it stands, and what is written instead. */
const ANYWHERE: Instead = new Map([
  ['author', 'Author'],
  ['initials', 'A'],
  ['lastModifiedBy', ''],
  ['lastAuthor', ''],
  ['userName', 'Author'],
  ['userId', ''],
  ['providerId', 'None'],
  ['refreshedBy', 'Author'],
  // Of drawings that other programs have made.
  ['docname', ''],
  ['export-filename', ''],
]);
const CONNECTION = ['connection', 'sourceFile', 'odcFile', 'description', 'name'];
/**
 * The same where a part is about people or machines, as its first element tells, since a part may have any name; elsewhere such an
 * attribute may be of anything.
 */
const IN_PARTS: readonly (readonly [RegExp, Instead])[] = [
  [/^personList$/, new Map([['displayName', 'Author']])],
  [/^(cmAuthorLst|authorLst)$/, new Map([['name', 'Author']])],
  [/^connections$/, new Map(CONNECTION.map((name) => [name, name]))],
];
/** Left out whole: numbers by which two documents of one author are known, and what was the template's or a list's. */
const ELEMENT = /<((?:[\w.-]+:)?(?:rsids|docVars|docId|mailMerge|fileSharing|attachedTemplate|metadata))(?=[\s/>])/g;
const NOTHING: Instead = new Map();

/** A part of an office document, by its name, in which nobody is named as its author; `gone`: parts that are left out. */
export function blanked(part: string, xml: string, gone: ReadonlySet<string>): string {
  const said = withoutComments(xml);
  if (part === '[Content_Types].xml')
    return said.replace(TAG, (tag) => (gone.has(valueIn(tag, 'PartName').replace(/^\//, '')) ? '' : tag));
  if (part.endsWith('.rels')) return relations(part, said, gone);
  const root = rootOf(said);
  const own = IN_PARTS.find(([pattern]) => pattern.test(root))?.[1] ?? NOTHING;
  const cleaned = withoutElements(said).replace(TAG, (tag) => tagOf(tag, own));
  if (root === 'comments' && part.startsWith('xl/')) return withoutCommenters(cleaned);
  return cleaned.replace(FIELD, (_, open: string, code: string) => open + withoutLocalPaths(code));
}

/** What a field does, which nobody sees: such as where a picture was taken from. */
const FIELD = /(<(?:[\w.-]+:)?(?:instrText|delInstrText)(?:\s[^<>]*)?>)([^<]*)/g;

/** The name of the first element of a part, without its prefix; empty where there is none. */
export function rootOf(xml: string): string {
  const [tag = ''] = xml.match(new RegExp(TAG.source)) ?? [];
  return elementOf(tag);
}

function elementOf(tag: string): string {
  return /^<(?:[\w.-]+:)?([\w.-]+)/.exec(tag)?.[1] ?? '';
}

function tagOf(tag: string, own: Instead): string {
  if (!tag.includes('=')) return tag;
  const element = elementOf(tag);
  return tag.replace(ATTRIBUTE, (whole, head: string, name: string, quoted: string) => {
    if (/^rsid/i.test(name)) return '';
    // Where the document lay on somebody's machine, and their printer.
    if (element === 'absPath' && name === 'url') return `${head}""`;
    if (element === 'pageSetup' && name === 'id') return '';
    const instead = own.get(name) ?? ANYWHERE.get(name);
    if (instead !== undefined) return `${head}"${instead}"`;
    // Programs describe pictures, and name sources, by where they lay.
    if (isLocalPath(quoted.slice(1, -1))) return `${head}""`;
    return name === 'instr' ? `${head}${quoted[0]}${withoutLocalPaths(quoted.slice(1, -1))}${quoted[0]}` : whole;
  });
}

/** What a part points to, without what is left out and without paths on somebody's machine. */
function relations(part: string, xml: string, gone: ReadonlySet<string>): string {
  const folder = part.replace(/_rels\/[^/]*$/, '');
  return xml.replace(TAG, (tag) => {
    const target = valueIn(tag, 'Target');
    if (valueIn(tag, 'TargetMode').toLowerCase() !== 'external' && !isLocalPath(target))
      return gone.has(resolved(folder, target)) ? '' : tag;
    if (/^(https?|mailto):/i.test(target)) return tag;
    return tag.replace(ATTRIBUTE, (whole, head: string, name: string) =>
      name === 'Target' ? `${head}"about:blank"` : whole,
    );
  });
}

function valueIn(tag: string, name: string): string {
  for (const [, , found, value] of tag.matchAll(ATTRIBUTE)) if (found === name) return value!.slice(1, -1);
  return '';
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

export function withoutComments(xml: string): string {
  let [kept, at] = ['', 0];
  for (let from = xml.indexOf('<!--'); from >= 0; from = xml.indexOf('<!--', at)) {
    kept += xml.slice(at, from);
    const end = xml.indexOf('-->', from + 4);
    if (end < 0) throw damaged('document');
    at = end + 3;
  }
  return kept + xml.slice(at);
}

function withoutElements(xml: string): string {
  let [kept, at] = ['', 0];
  for (const { 1: name, index } of xml.matchAll(ELEMENT)) {
    if (index < at) continue;
    kept += xml.slice(at, index);
    const end = xml.indexOf('>', index);
    const closing = `</${name}>`;
    const isEmpty = xml[end - 1] === '/';
    const close = isEmpty ? end : xml.indexOf(closing, index);
    if (end < 0 || close < 0) throw damaged('document');
    at = isEmpty ? end + 1 : close + closing.length;
  }
  return kept + xml.slice(at);
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
