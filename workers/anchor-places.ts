import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import nodemailer from 'nodemailer';
import type { MadeAnchor } from '../db/anchor.ts';
import type { AnchorPlace } from '../engine/anchoring.ts';
import type { Environment } from '../settings/environment.ts';
import { senderOf } from './channels.ts';

const SILENCE_MS = 20_000;

/** What the file of an anchor is called; by its instant, so that none is ever in the place of another. */
export function anchorFile({ number, at }: Pick<MadeAnchor, 'number' | 'at'>): string {
  const when = new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
  return `anchor-${String(number).padStart(6, '0')}-${when}.jsonl`;
}

/** A folder, best on another machine: one file an anchor. */
export function folderPlace(folder: string): AnchorPlace {
  return {
    name: folder,
    async keep(anchor) {
      await mkdir(folder, { recursive: true, mode: 0o750 });
      const file = path.join(folder, anchorFile(anchor));
      const half = `${file}.half`;
      await writeFile(half, anchor.text, { mode: 0o640, flush: true });
      await rename(half, file);
    },
  };
}

/** Keeps the list of those erased beside the anchors: a database that is put back from a backup does not know them all. */
export function erasedPlace(folder: string | undefined): ((list: string) => Promise<void>) | undefined {
  if (folder === undefined) return undefined;
  return async (list) => {
    await mkdir(folder, { recursive: true, mode: 0o750 });
    const file = path.join(folder, ERASED_FILE);
    const known = await readFile(file, 'utf8').catch(() => '');
    // Whoever is in it already stays: the database may be an older one.
    const lines = new Set([...known.split('\n'), ...list.split('\n')].filter(Boolean));
    const text = [...lines].map((line) => `${line}\n`).join('');
    if (text === known) return;
    await writeFile(`${file}.half`, text, { mode: 0o640, flush: true });
    await rename(`${file}.half`, file);
  };
}

const ERASED_FILE = 'erased.txt';

/** A mail with the anchor as a file, to an address whose mailbox others read than those who keep the database. */
export function mailPlace(to: string, smtpUrl: string, from: { name: string; address: string }): AnchorPlace {
  return {
    name: to,
    async keep(anchor) {
      const transport = nodemailer.createTransport({
        url: smtpUrl,
        connectionTimeout: SILENCE_MS,
        greetingTimeout: SILENCE_MS,
        socketTimeout: SILENCE_MS,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      try {
        await transport.sendMail({
          from,
          to,
          subject: `Rostrum: anchor ${anchor.number} of the ledger`,
          text: [
            `The file attached says where all ${anchor.streams} streams of the ledger stood on ${new Date(anchor.at).toISOString()}.`,
            'Keep it: by it anybody can find out whether the ledger was changed since.',
            `Its digest is ${anchor.digest}. To compare: rostrum ledger verify --against ${anchorFile(anchor)}`,
            '',
            `附件记录了台账中全部 ${anchor.streams} 个流在该时刻的状态，请妥善保存；据此可核查台账此后是否被改动。`,
            '',
          ].join('\n'),
          attachments: [{ filename: anchorFile(anchor), content: anchor.text, contentType: 'application/jsonl' }],
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } finally {
        transport.close();
      }
    },
  };
}

/** The places that the environment names. */
export function anchorPlaces(environment: Environment): AnchorPlace[] {
  const {
    ROSTRUM_ANCHOR_FOLDER: folder,
    ROSTRUM_ANCHOR_MAIL: to,
    ROSTRUM_SMTP_URL: smtpUrl,
    ROSTRUM_MAIL_FROM: from,
  } = environment;
  return [
    ...(folder ? [folderPlace(folder)] : []),
    ...(to && smtpUrl ? [mailPlace(to, smtpUrl, senderOf(from!))] : []),
  ];
}
