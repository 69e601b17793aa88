/** An element of XML: its attributes by local name, and what stands between its tags, as it is written. */
export interface MarkupElement {
  readonly attributes: ReadonlyMap<string, string>;
  readonly content: string;
}

/**
 * The elements of a local name in the XML of a workbook, in order; they may not lie within each other. Reads the text once
 * from front to back, whatever is in it.
 */
export function* elementsIn(xml: string, name: string): Generator<MarkupElement> {
  for (let at = xml.indexOf('<'); at >= 0; ) {
    const end = xml.indexOf('>', at);
    if (end < 0) return;
    const tag = xml.slice(at + 1, end);
    const [, full = '', local = ''] = /^((?:[\w.-]+:)?([\w.-]+))/.exec(tag) ?? [];
    let next = end + 1;
    if (local === name) {
      let content = '';
      if (!tag.endsWith('/')) {
        const close = xml.indexOf(`</${full}`, next);
        if (close < 0) return;
        content = xml.slice(next, close);
        next = close + 1;
      }
      yield { attributes: attributesOf(tag), content };
    }
    at = xml.indexOf('<', next);
  }
}

/** Begins where a name begins only: from each letter of a long one it would be read to its end again. */
const ATTRIBUTE = /(?<![\w.:-])(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function attributesOf(tag: string): Map<string, string> {
  const found = tag.matchAll(ATTRIBUTE);
  return new Map([...found].map(([, name = '', double, single]) => [name, decoded(double ?? single ?? '')]));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,4});/gi, (whole, code: string) => {
    if (!code.startsWith('#')) return ENTITIES[code] ?? whole;
    const point = code[1] === 'x' ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1));
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
