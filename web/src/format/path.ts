/** A stream as paths name it: without its kind, which the path says. */
export function inPath(stream: string): string {
  return stream.slice(stream.indexOf(':') + 1);
}
