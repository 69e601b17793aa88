import IconZoomIn from '@tabler/icons-react/icons/IconZoomIn';
import IconZoomOut from '@tabler/icons-react/icons/IconZoomOut';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from './error-sentence.tsx';
import { isBroken, openPdf } from './pdf-file.ts';
import classes from './pdf-sheet.module.css';
import { Sheet } from './sheet.tsx';

const ZOOMS = [1, 1.5, 2, 3] as const;

/** A PDF in place, page below page, drawn as one comes to it. Its words are there for screen readers as well. */
export default function PdfSheet({ href, name, close }: { href: string; name: string; close: () => void }) {
  const { t } = useTranslation();
  const [file, put] = useState<PDFDocumentProxy>();
  const [error, fail] = useState<unknown>();
  const [times, again] = useState(0);
  const [zoom, turn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: tried again, it begins anew
  useEffect(() => {
    const leaving = new AbortController();
    fail(undefined);
    openPdf(href, leaving.signal)
      .then((opened) => !leaving.signal.aborted && put(opened))
      .catch((fault: unknown) => !leaving.signal.aborted && fail(fault));
    return () => leaving.abort();
  }, [href, times]);
  return (
    <Sheet large title={name} close={close}>
      <div className={classes.bar}>
        <p role="status">{file ? t('ui.pdf.pages', { count: file.numPages }) : error ? null : t('app.loading')}</p>
        <button
          type="button"
          onClick={() => turn(zoom - 1)}
          disabled={!file || zoom === 0}
          aria-label={t('ui.pdf.smaller')}
        >
          <IconZoomOut size={18} aria-hidden="true" />
        </button>
        <button
          type="button"
          onClick={() => turn(zoom + 1)}
          disabled={!file || zoom === ZOOMS.length - 1}
          aria-label={t('ui.pdf.larger')}
        >
          <IconZoomIn size={18} aria-hidden="true" />
        </button>
        <a href={href} download={name}>
          {t('ui.pdf.keep')}
        </a>
      </div>
      {error !== undefined &&
        (isBroken(error) ? (
          <p role="alert">{t('ui.pdf.broken')}</p>
        ) : (
          <ErrorSentence error={error} again={() => again(times + 1)} />
        ))}
      {file && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the sheet is moved by keys
        <section className={classes.pages} aria-label={name} tabIndex={0}>
          {Array.from({ length: file.numPages }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pages are what their number says
            <PdfPage key={at} file={file} number={at + 1} zoom={ZOOMS[zoom]!} />
          ))}
        </section>
      )}
    </Sheet>
  );
}

/** So far below the edge of the sheet a page is drawn before one comes to it. */
const AHEAD = '600px';

function PdfPage({ file, number, zoom }: { file: PDFDocumentProxy; number: number; zoom: number }) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [page, put] = useState<PDFPageProxy>();
  const [near, come] = useState(number === 1);
  const [words, say] = useState('');
  useEffect(() => {
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && come(true), { rootMargin: AHEAD });
    seen.observe(frame.current!);
    return () => seen.disconnect();
  }, []);
  useEffect(() => {
    let gone = false;
    if (near) void file.getPage(number).then((found) => !gone && put(found));
    return () => {
      gone = true;
    };
  }, [file, number, near]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew in its new size
  useEffect(() => {
    if (!page) return;
    const { width } = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: (frame.current!.clientWidth / width) * window.devicePixelRatio });
    const on = canvas.current!;
    on.width = Math.floor(viewport.width);
    on.height = Math.floor(viewport.height);
    const drawing = page.render({ canvas: on, viewport });
    // Whoever goes on before it is drawn breaks it off.
    drawing.promise.catch(() => undefined);
    return () => drawing.cancel();
  }, [page, zoom]);
  useEffect(() => {
    void page
      ?.getTextContent()
      .then(({ items }) => say(items.map((item) => ('str' in item ? item.str : '')).join(' ')));
  }, [page]);
  const size = page?.getViewport({ scale: 1 });
  return (
    <div
      ref={frame}
      className={classes.page}
      style={{ width: `${zoom * 100}%`, aspectRatio: size ? `${size.width} / ${size.height}` : '210 / 297' }}
    >
      <canvas ref={canvas} />
      <p className="for-readers">{`${t('ui.pdf.page', { number })} ${words}`}</p>
    </div>
  );
}
