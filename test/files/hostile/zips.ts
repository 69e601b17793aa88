import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive, with whatever its headers are to say otherwise than is true. */
export interface Packed {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly stored?: boolean;
  readonly size?: number;
  readonly crc?: number;
  readonly method?: number;
  readonly flags?: number;
}

/** A ZIP archive as its parts want it to be, true or not. */
export function zipOf(parts: readonly Packed[], { count = parts.length }: { readonly count?: number } = {}): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const packed = part.stored ? Buffer.from(part.bytes) : deflateRawSync(part.bytes, { level: 1 });
    const name = Buffer.from(part.name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(part.flags ?? 0, 2);
    head.writeUInt16LE(part.method ?? (part.stored ? 0 : 8), 4);
    head.writeUInt32LE(0x00210000, 6);
    head.writeUInt32LE(part.crc ?? crc32(part.bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(part.size ?? part.bytes.length, 18);
    head.writeUInt16LE(name.length, 22);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    head.copy(entry, 6, 0, 24);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, name);
    const signature = Buffer.from([0x50, 0x4b, 3, 4]);
    files.push(signature, head, name, packed);
    offset += 4 + head.length + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count & 0xffff, 8);
  end.writeUInt16LE(count & 0xffff, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listed, end]);
}
