/** How a path of a file on somebody's machine begins, which often names them: `C:\\Users\\`, `\\\\server\\`, `file:`, `/home/`. */
const BEGINS = String.raw`(?<![A-Za-z])[A-Za-z]:[\\/]|\\\\|file:|/(?:home|Users)/`;
const LOCAL = new RegExp(`^\\s*(?:${BEGINS})`, 'i');
const WITHIN = new RegExp(`(?:${BEGINS})[^"<>&|]*`, 'gi');

/** Whether a text is a path on somebody's machine. */
export function isLocalPath(text: string): boolean {
  return LOCAL.test(text);
}

/** A text with nothing in the place of each path on somebody's machine, each up to a quotation mark. */
export function withoutLocalPaths(text: string): string {
  return text.replace(WITHIN, 'about:blank');
}
