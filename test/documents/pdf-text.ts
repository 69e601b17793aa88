import { inflateSync } from 'node:zlib';

/**
 * The text of a PDF as a reader program would copy it: glyph numbers of the page contents, turned into characters by the
 * fonts' ToUnicode maps. Knows what pdfkit writes, no more.
 */
export function textOf(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const maps = new Map<string, Map<string, string>>();
  for (const { dictionary } of objects.values()) {
    for (const [, name, id] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(id))?.dictionary ?? '');
      if (map) maps.set(name!, toUnicode(objects.get(Number(map[1]))!.stream));
    }
  }
  const contents = [...objects.values()].filter(({ dictionary }) => !/\/(Length1|Subtype)\b/.test(dictionary));
  return contents.map(({ stream }) => (/\bBT\b/.test(stream) ? shown(stream, maps) : '')).join('\n');
}

/** How far to the right any text begins, in points. */
export function rightmostOf(pdf: Buffer): number {
  const places = [...objectsOf(pdf).values()].flatMap(({ stream }) =>
    /\bBT\b/.test(stream) ? [...stream.matchAll(/1 0 0 1 ([\d.]+) [\d.]+ Tm/g)].map(([, x]) => Number(x)) : [],
  );
  return Math.max(...places);
}

export function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
}

interface PdfObject {
  readonly dictionary: string;
  readonly stream: string;
}

function objectsOf(pdf: Buffer): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  const latin = pdf.toString('latin1');
  for (const match of latin.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const body = match[2]!;
    const at = body.indexOf('stream\n');
    const dictionary = at < 0 ? body : body.slice(0, at);
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
    let stream = '';
    if (at >= 0) {
      const bytes = Buffer.from(body.slice(at + 7, at + 7 + length), 'latin1');
      stream = (dictionary.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
    }
    objects.set(Number(match[1]), { dictionary, stream });
  }
  return objects;
}

function toUnicode(cmap: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const [, first, list] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
    [...list!.matchAll(/<([0-9a-f ]+)>/gi)].forEach(([, hex], i) => {
      const code = (Number.parseInt(first!, 16) + i).toString(16).padStart(4, '0');
      map.set(code, Buffer.from(hex!.replace(/ /g, ''), 'hex').swap16().toString('utf16le'));
    });
  }
  return map;
}

/** The strings of the contents in the order they are drawn; each positioned text on a line of its own. */
function shown(contents: string, maps: Map<string, Map<string, string>>): string {
  let font = new Map<string, string>();
  let text = '';
  for (const [, name, drawn] of contents.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = maps.get(name) ?? new Map();
    for (const [, hex] of (drawn ?? '').matchAll(/<([0-9a-f]+)>/gi)) {
      for (const code of hex!.match(/.{4}/g) ?? []) text += font.get(code) ?? '\ufffd';
    }
  }
  return text;
}
