import { isLocalPath } from './local-paths.ts';
import { ATTRIBUTE, plainXml, TAG, valueIn } from './office-tags.ts';

/** What is about whoever made the file, or where, and nothing else, by the name of the part. */
const LEFT_OUT =
  /^(customXml\/|docMetadata\/|word\/(people\.xml$|glossary\/|documenttasks\/)|xl\/printerSettings\/|ppt\/printerSettings\/|ppt\/(changesInfos\/|tags\/|revisionInfo\.xml$)|xl\/revisions\/|docProps\/thumbnail\.)/i;
/**
 * The same by what a relation is for, as the last word of its type tells, whatever the part is called. Fonts tell who has made
 * them and are in every program; drawings in SVG have texts and scripts that nobody sees, and stand beside a picture.
 */
const OF_NOBODY = new Set(
  [
    ...['customXml', 'customXmlProps', 'thumbnail', 'people', 'printerSettings', 'font', 'tags', 'customProperty'],
    ...['glossaryDocument', 'attachedTemplate', 'mailMergeSource', 'mailMergeHeaderSource', 'recipientData'],
    ...['documenttasks', 'classificationlabels', 'changesInfo', 'revisionInfo', 'revisionHeaders', 'revisionLog'],
    ...['usernames', 'webextension', 'webextensiontaskpanes', 'keyMapCustomizations', 'attachedToolbars'],
    ...['extensibility', 'slideUpdateInfo', 'transform'],
  ].map((type) => type.toLowerCase()),
);
const PICTURE_NOT_TAKEN = /\.svg$/i;

/** Parts of these folders are called as their files once were. */
const NAMED_BY_PEOPLE = /(^|\/)(media|embeddings)\/[^/]+$/i;
const NAMED_BY_PROGRAMS =
  /^(image|picture|media|chart|Document|Workbook|Worksheet|Presentation|Microsoft_(Excel|Word|PowerPoint)_\w+?)\d*\.\w{1,5}$/i;

/** Which parts of a document are kept, and how they are called. */
export class Kept {
  readonly #names: ReadonlyMap<string, string>;
  readonly #calls = new Map<string, string>();

  /** Those to which relations lead from the beginning, in XML by the name of their part; nobody reads any others. */
  constructor(parts: readonly string[], relations: (part: string) => string | undefined) {
    this.#names = new Map(parts.map((part) => [part.toLowerCase(), part]));
    const left = [''];
    const seen = new Set<string>();
    for (let part = left.pop(); part !== undefined; part = left.pop()) {
      if (seen.has(part)) continue;
      seen.add(part);
      this.#calls.set(part, part);
      const own = this.#names.get(relationsOf(part).toLowerCase());
      const xml = own === undefined ? undefined : relations(own);
      if (own === undefined || xml === undefined) continue;
      this.#calls.set(own, own);
      for (const [tag] of plainXml(xml).matchAll(TAG)) {
        const found = this.#targetOf(own, tag);
        if (found !== undefined && !isLeftOut(tag, found)) left.push(found);
      }
    }
    let [n, types] = [0, this.#names.get('[content_types].xml')];
    if (types !== undefined) this.#calls.set(types, types);
    for (const part of this.#calls.keys()) {
      if (!NAMED_BY_PEOPLE.test(part) || NAMED_BY_PROGRAMS.test(part.replace(/^.*\//, ''))) continue;
      const [, folder, ending = ''] = /^(.*\/)[^/]*?(\.\w+)?$/.exec(part)!;
      this.#calls.set(part, `${folder}part-${++n}${ending.toLowerCase()}`);
    }
  }

  /** How a part is called; undefined: it is left out. */
  called(part: string): string | undefined {
    return part === '' ? undefined : this.#calls.get(part);
  }

  /** The types of contents of those that are kept. */
  types(xml: string): string {
    return xml.replace(TAG, (tag) => {
      const said = valueIn(tag, 'PartName');
      if (!said) return tag;
      const part = this.#names.get(said.replace(/^\//, '').toLowerCase());
      const call = part === undefined ? undefined : this.called(part);
      return call === undefined ? '' : withValue(tag, 'PartName', `/${call}`);
    });
  }

  /** What a part points to, without what is left out and without paths on somebody's machine. */
  relations(part: string, xml: string): string {
    return xml.replace(TAG, (tag) => {
      const target = valueIn(tag, 'Target');
      if (!target) return tag;
      if (isExternal(tag)) {
        const isLink = typeOf(tag) === 'hyperlink' && /^(https?|mailto):/i.test(target);
        return isLink ? tag : withValue(tag, 'Target', 'about:blank');
      }
      const found = this.#targetOf(part, tag);
      if (found === undefined) return isLeftOut(tag, resolved(part, target)) ? '' : tag;
      const call = this.called(found);
      if (call === undefined || isLeftOut(tag, found)) return '';
      return call === found ? tag : withValue(tag, 'Target', `/${call}`);
    });
  }

  #targetOf(part: string, tag: string): string | undefined {
    const target = valueIn(tag, 'Target');
    if (!target || isExternal(tag)) return undefined;
    return this.#names.get(resolved(part, target).toLowerCase());
  }
}

function isExternal(tag: string): boolean {
  return valueIn(tag, 'TargetMode').toLowerCase() === 'external' || isLocalPath(valueIn(tag, 'Target'));
}

function isLeftOut(tag: string, part: string): boolean {
  return LEFT_OUT.test(part) || PICTURE_NOT_TAKEN.test(part) || OF_NOBODY.has(typeOf(tag));
}

/** The last word of what a relation is for. */
function typeOf(tag: string): string {
  return valueIn(tag, 'Type').replace(/^.*\//, '').toLowerCase();
}

function withValue(tag: string, attribute: string, value: string): string {
  return tag.replace(ATTRIBUTE, (whole, head: string, name: string) =>
    name === attribute ? `${head}"${value}"` : whole,
  );
}

/** Where the relations of a part stand; of the document as a whole for ''. */
function relationsOf(part: string): string {
  const [, folder, name] = /^(.*\/)?([^/]*)$/.exec(part)!;
  return `${folder ?? ''}_rels/${name}.rels`;
}

function resolved(part: string, target: string): string {
  const said = target.replace(/[#?].*$/, '');
  if (said.startsWith('/')) return said.slice(1);
  const steps: string[] = [];
  for (const step of `${part.replace(/_rels\/[^/]*$/, '')}${said}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
