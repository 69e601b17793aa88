import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { saidWithAll } from '../api/client.ts';
import { ApiProblem, NoConnection, problemFrom } from '../api/problem.ts';
import { tellSignedOut } from '../api/signed-out.ts';

GlobalWorkerOptions.workerSrc = worker;

/** Tables by which files without fonts of their own name Chinese characters; each comes when a file asks for it. */
const TABLES = import.meta.glob<string>('../../../node_modules/pdfjs-dist/cmaps/{GB,UniGB,Adobe-GB1}*.bcmap', {
  query: '?url',
  import: 'default',
});

class ChineseTables {
  async fetch({ name }: { readonly name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
    const found = TABLES[`../../../node_modules/pdfjs-dist/cmaps/${name}.bcmap`];
    if (!found) throw new Error(`There is no table ${name} here.`);
    const bytes = await (await fetch(await found())).arrayBuffer();
    return { cMapData: new Uint8Array(bytes), isCompressed: true };
  }
}

/** A PDF of the API, taken apart by a worker. @throws ApiProblem, NoConnection, or what is wrong with the file */
export async function openPdf(href: string, signal: AbortSignal): Promise<PDFDocumentProxy> {
  const answer = await fetch(href, { headers: saidWithAll(), signal }).catch((fault: unknown) => {
    throw signal.aborted ? fault : new NoConnection();
  });
  if (answer.status === 401) tellSignedOut();
  if (!answer.ok) throw problemFrom(answer.status, await answer.json().catch(() => undefined));
  const data = new Uint8Array(await answer.arrayBuffer());
  // No code of a file runs here, whoever made it, and it fetches nothing.
  const opening = getDocument({
    ...{ data, isEvalSupported: false, useWorkerFetch: false, enableXfa: false, verbosity: 0 },
    CMapReaderFactory: ChineseTables,
  });
  signal.addEventListener('abort', () => void opening.destroy());
  return opening.promise;
}

/** Whether it was the file, and not the way to it. */
export const isBroken = (error: unknown): boolean => !(error instanceof ApiProblem || error instanceof NoConnection);
