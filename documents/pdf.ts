import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { FONTS, runsOf } from './fonts.ts';

const files = new Set(Object.values(FONTS).flatMap((font) => Object.values(font)));
pdfmake.setFonts(FONTS);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((file) => files.has(file));

export interface Setting {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  /** The document's date; with the title and the author it makes the file's id, so that equal input gives equal bytes. */
  readonly createdOn: string;
}

/** Prints a document. Nothing of it depends on the clock, chance or the network. */
export async function print(setting: Setting, definition: TDocumentDefinitions): Promise<Buffer> {
  const document = pdfmake.createPdf({
    pageSize: 'A4',
    version: '1.7',
    language: setting.language,
    displayTitle: true,
    defaultStyle: { font: 'Noto', fontSize: 11, color: '#1f2933' },
    ...definition,
    info: {
      title: setting.title,
      author: setting.author,
      creator: 'Rostrum',
      producer: 'Rostrum',
      creationDate: new Date(`${setting.createdOn}T00:00:00Z`),
    },
  });
  return document.getBuffer();
}

/** A paragraph whose every character is in a font that has it. */
export function words(text: string, style: object = {}): Content {
  const runs = runsOf(text).map((run) => ({ text: run.text, font: run.font }));
  // The space makes every line as high as Chinese is, so that Latin and Chinese side by side share a baseline.
  return { text: [...runs, { text: ' ', font: 'Noto' }], ...style };
}

/** About how many ems a line of the text takes: a Chinese character is one wide, a Latin letter a little more than half. */
export function emsOf(text: string): number {
  let ems = 0;
  for (const c of text) ems += /[\u2e80-\uffef]/u.test(c) || c.codePointAt(0)! > 0xffff ? 1 : 0.58;
  return ems;
}
