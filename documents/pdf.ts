import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { FONTS, unpacked, widthIn } from './fonts.ts';
import { plainRunsOf, type Run, runsOf } from './runs.ts';
import { inSight } from './sight.ts';

const files = new Set(Object.values(FONTS).flatMap((font) => Object.values(font)));
pdfmake.setFonts(FONTS);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((file) => files.has(file));

/** Files that pdfmake takes from memory; its types do not know them. */
const virtual = (pdfmake as unknown as { virtualfs: VirtualFiles }).virtualfs;
interface VirtualFiles {
  existsSync(name: string): boolean;
  writeFileSync(name: string, bytes: Buffer): void;
}

export interface Setting {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  /** The document's date; with the title and the author it makes the file's id, so that equal input gives equal bytes. */
  readonly createdOn: string;
}

/**
 * A paragraph whose every character is in a font that has it. `together`: how many characters of a word may not be broken,
 * few where there is little room.
 */
export type Words = (text: string, style?: object, together?: number) => Content;

/**
 * Prints a document. Nothing of it depends on the clock, chance or the network. Should a font fail at what somebody has
 * written, it is printed once more with boxes in the place of all but simple letters: no words hold a document up.
 */
export async function print(setting: Setting, compose: (words: Words) => TDocumentDefinitions): Promise<Buffer> {
  const pages = compose(wordsIn(runsOf));
  try {
    return await printed(setting, pages);
  } catch {
    return printed(setting, compose(wordsIn(plainRunsOf)));
  }
}

function printed(setting: Setting, definition: TDocumentDefinitions): Promise<Buffer> {
  for (const [name, bytes] of unpacked) if (!virtual.existsSync(name)) virtual.writeFileSync(name, bytes);
  const document = pdfmake.createPdf({
    pageSize: 'A4',
    version: '1.7',
    language: setting.language,
    displayTitle: true,
    defaultStyle: { font: 'Noto', fontSize: 11, color: '#1f2933' },
    ...definition,
    info: {
      title: inSight(setting.title),
      author: inSight(setting.author),
      creator: 'Rostrum',
      producer: 'Rostrum',
      creationDate: new Date(`${setting.createdOn}T00:00:00Z`),
    },
  });
  return document.getBuffer();
}

function wordsIn(runsIn: (text: string, together?: number) => readonly Run[]): Words {
  return (text, style = {}, together) => {
    const runs = runsIn(text, together).map((run) => ({ text: run.text, font: run.font }));
    // The space makes every line as high as Chinese is, so that Latin and Chinese side by side share a baseline.
    return { text: [...runs, { text: ' ', font: 'Noto' }], ...style };
  };
}

/** How many ems a line of the text takes. */
export function emsOf(text: string, weight: 'normal' | 'bold' = 'normal'): number {
  try {
    return runsOf(text).reduce((ems, run) => ems + widthIn(run.font, run.text, weight), 0);
  } catch {
    return text.length;
  }
}
