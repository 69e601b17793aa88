import { damaged, EvidenceRefused } from './refused.ts';

/**
 * The XML of office documents is rewritten tag by tag: programs read them with much that no schema knows, so whatever is not
 * about a person stays as it was written.
 */
export const TAG = /<[A-Za-z_](?:"[^"]*"|'[^']*'|[^<>"'])*>/g;
/** Begins where a name begins only. */
export const ATTRIBUTE = /(?<![\w.:-])((?:[\w.-]+:)?([\w.-]+)\s*=\s*)("[^"]*"|'[^']*')/g;

/** The name of the first element of a part, without its prefix; empty where there is none. */
export function rootOf(xml: string): string {
  const [tag = ''] = xml.match(new RegExp(TAG.source)) ?? [];
  return elementOf(tag);
}

export function elementOf(tag: string): string {
  return /^<(?:[\w.-]+:)?([\w.-]+)/.exec(tag)?.[1] ?? '';
}

export function valueIn(tag: string, name: string): string {
  for (const [, , found, value] of tag.matchAll(ATTRIBUTE)) if (found === name) return value!.slice(1, -1);
  return '';
}

/** XML without what is said to programs and to whoever reads its source alone; what it says in another way it says as usual. */
export function plainXml(xml: string): string {
  if (/<!DOCTYPE/i.test(xml)) throw EvidenceRefused.by('file-refused/odd-xml', {});
  return withoutBetween(withoutBetween(xml, '<!--', '-->'), '<?', '?>', (said) => /^<\?xml\s/.test(said)).replace(
    /<!\[CDATA\[([\s\S]*?)\]\]>/g,
    (_, text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  );
}

function withoutBetween(xml: string, opens: string, closes: string, stays = (_: string) => false): string {
  let [kept, at] = ['', 0];
  for (let from = xml.indexOf(opens); from >= 0; from = xml.indexOf(opens, at)) {
    kept += xml.slice(at, from);
    const end = xml.indexOf(closes, from + opens.length);
    if (end < 0) throw damaged('document');
    at = end + closes.length;
    const said = xml.slice(from, at);
    if (stays(said)) kept += said;
  }
  return kept + xml.slice(at);
}

const ANY_TAG = /<(\/?)([A-Za-z_][\w.:-]*)(?:"[^"]*"|'[^']*'|[^<>"'])*>/g;

/** XML without some elements and all that is in them, as their tags that open tell. */
export function withoutElements(xml: string, isOut: (tag: string) => boolean): string {
  let [kept, at, depth, left] = ['', 0, 0, ''];
  for (const { 0: tag, 1: slash, 2: name, index } of xml.matchAll(ANY_TAG)) {
    const isWhole = tag.endsWith('/>');
    if (depth === 0) {
      if (slash || !isOut(tag)) continue;
      kept += xml.slice(at, index);
      at = index + tag.length;
      [depth, left] = [isWhole ? 0 : 1, name!];
    } else if (name === left && !isWhole) {
      depth += slash ? -1 : 1;
      at = index + tag.length;
    }
  }
  if (depth > 0) throw damaged('document');
  return kept + xml.slice(at);
}
