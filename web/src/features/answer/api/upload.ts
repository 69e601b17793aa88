import { saidWithAll } from '../../../api/client.ts';
import { NoConnection, problemFrom } from '../../../api/problem.ts';
import { tellSignedOut } from '../../../api/signed-out.ts';

/** What a file is by the end of its name, where the browser does not say; the API has the last word. */
const KINDS: Readonly<Record<string, string>> = {
  md: 'text/markdown',
  csv: 'text/csv',
  txt: 'text/plain',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

/** What may be chosen; whatever else somebody drops is refused by the API in a sentence. */
export const TAKEN = '.pdf,.docx,.xlsx,.pptx,.txt,.md,.csv,.jpg,.jpeg,.png,.webp';

const kindOf = (file: File) => KINDS[/\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? ''] ?? file.type;

export interface Uploaded {
  readonly id: string;
}

/**
 * Stores a file as evidence and says how much of it is there, since fetch does not.
 * @param told the share that has been sent, 0 to 1
 * @throws ApiProblem, why it is not taken; NoConnection
 */
export function upload(file: File, told: (share: number) => void, signal: AbortSignal): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/files?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('x-rostrum', '1');
    for (const [name, value] of saidWithAll()) request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', kindOf(file) || 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => told(total ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 401) tellSignedOut(true);
      if (request.status === 200) resolve(request.response as Uploaded);
      else reject(problemFrom(request.status, request.response));
    };
    request.onerror = () => reject(new NoConnection());
    request.onabort = () => reject(new DOMException('', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
