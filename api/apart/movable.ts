/** Bytes to send to another thread, with what moves along: their own memory, or that of a copy when others share it. */
export function movable(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly moves: readonly ArrayBuffer[] } {
  const alone = bytes.byteLength === bytes.buffer.byteLength;
  const own = alone ? new Uint8Array(bytes.buffer) : new Uint8Array(bytes);
  return { bytes: own, moves: [own.buffer as ArrayBuffer] };
}
